"""Screenshots of every page at two widths: `python docs/screenshots.py [--store FILE] [--only NAME …]`.

Writes NAME-WIDTH.png into docs/pictures/; with `--readme` only the pictures of the README, into docs/images/.
Needs the `dev` extra and Chromium at /usr/bin/chromium.
"""

from __future__ import annotations

import argparse
import contextlib
import socket
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import sync_playwright

from answerable.model import LinkKind
from answerable.store import Store, open_store, queries, writes_review
from answerable.store.queries import Narrowed, count_matters, list_actors, list_disputes
from answerable.store.search import Wanted, search_statements
from answerable.web.app import create_app
from answerable.web.session import COOKIE, Sessions

CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
HERE = Path(__file__).parent / "pictures"
README = {"article": "document", "matter": "matter", "recommendations": "inquiry"}
"""The pages whose pictures stand in the README, and under which names."""


@contextlib.contextmanager
def serving(store: Store, notice: str = "") -> Iterator[str]:
    """The site on a free port of this machine; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(store, notice=notice), port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def pages(store: Store) -> dict[str, str]:
    """Every page by name, with an address that shows it at its best: the fullest document, actor, inquiry, matter."""
    documents = queries.list_documents(store, limit=200)
    made = {"home": "/", "documents": "/documents", "search": "/search", "actors": "/actors", "matters": "/matters"}
    made |= {"timeline": "/timeline", "graph": "/graph", "method": "/method"}
    made |= {"inquiries": "/inquiries", "disputes": "/disputes", "review": "/review", "decisions": "/decisions"}
    if disputes := list_disputes(store, limit=1):
        made["dispute"] = f"/disputes/{disputes[0].id}"
    if people := list_actors(store, limit=1):
        made["actor"] = f"/actors/{people[0].id}"
    if inquiries := queries.inquiries(store):
        fullest_inquiry = max(inquiries, key=lambda i: (count_matters(store, Narrowed(inquiry=i.id)), len(i.events)))
        made["briefing"] = f"/briefing?about={quote(fullest_inquiry.name)}"
        made["inquiry"] = f"/inquiries/{fullest_inquiry.id}"
        made["recommendations"] = f"/inquiries/{fullest_inquiry.id}#recommendations"
    if matters := queries.matters(store):
        longest = max(matters, key=lambda m: len(m.responses) + len(m.commitments) + len(m.progress))
        made["matter"] = f"/matters/{longest.id}"
    if documents:
        fullest = max(documents, key=lambda d: d.statements)
        made["document"] = f"/documents/{fullest.id}"
        quarrels = [k.object for k in list_disputes(store, limit=100) if k.kind is LinkKind.REPLIES_TO]
        told = queries.entry(store, quarrels[0]).document if quarrels else fullest.id
        made["article"] = f"/documents/{told}"
        made["report"] = f"/documents/{max(documents, key=lambda d: d.words).id}"
    if hits := search_statements(store, Wanted(words="inquiry"), limit=1).hits:
        made["found"] = "/search?q=inquiry"
        made["statement"] = f"/statements/{hits[0].statement.id}" if hits[0].statement else "/search"
    return made


def main() -> None:
    """Take them all, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", default="answerable.db")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--to", type=Path, default=HERE)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--whole", action="store_true", help="the whole page, not only what a window shows")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README alone")
    given = parser.parse_args()
    if given.readme:
        given.only, given.to = list(README), HERE.parent / "images"
    store = open_store(given.store)
    given.to.mkdir(parents=True, exist_ok=True)
    with serving(store, "Fiction: every person, place and word here is invented.") as address, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        editor = Sessions(writes_review.secret(store)).cookie("Edie Marsh")  # signed in, without being stored
        for width, (across, down) in WIDTHS.items():
            if given.readme and width != "desktop":
                continue
            context = browser.new_context(
                viewport={"width": across, "height": 760 if given.readme else down},
                color_scheme="dark" if given.dark else "light",
                reduced_motion="reduce",
            )
            context.add_cookies([{"name": COOKIE, "value": editor, "url": address}])
            tab = context.new_page()
            for name, path in pages(store).items():
                if given.only and name not in given.only:
                    continue
                answer = tab.goto(address + path)
                if answer is None or answer.status != 200:
                    sys.stderr.write(f"{name}: {path} answered {answer.status if answer else 'nothing'}\n")
                    continue
                ending = "" if given.readme else f"-{width}{'-dark' if given.dark else ''}"
                shot = given.to / f"{README[name] if given.readme else name}{ending}.png"
                tab.screenshot(path=shot, full_page=given.whole)
                sys.stdout.write(f"{shot}\n")


if __name__ == "__main__":
    main()
