"""Pictures of every page: on a desktop, a phone and paper, in light and dark.

    python docs/screenshots.py --store demo.db [--only NAME …] [--on desktop phone paper] [--schemes light dark]
    python docs/screenshots.py --store demo.db --readme

They go to docs/pictures/NAME-WIDTH-SCHEME.png; with `--readme` those of the README alone, to docs/images/. They are
taken of a copy of the record, in which an editor has decided something and a reader has asked for a correction, and as
things stood on one day, so that they change only when the pages do. Needs the `dev` extra and Chromium.
"""

from __future__ import annotations

import argparse
import contextlib
import secrets
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from answerable.model import AskKind, Document, Extraction, Judgement, Medium, Source, Verdict
from answerable.store import Store, open_store, queries, writes, writes_review
from answerable.store.queries import Narrowed, count_matters, doubtful_statements, list_actors, list_disputes
from answerable.store.search import Wanted, search_statements
from answerable.web.app import create_app
from answerable.web.pages.positions import issues
from answerable.web.session import COOKIE, Sessions, hashed

CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
PAPER = (720, 1020)  # A4 at 96 dots an inch, within its margins
TALLEST = {"desktop": 2400, "phone": 3000, "paper": 2040}
"""Where a picture of a long page is cut off, in pixels of the page."""
DOCS = Path(__file__).parent
README = {"article": "document", "matter": "matter", "recommendations": "inquiry"}
"""The pages whose pictures stand in the README, and under which names."""
NOTICE = "Fiction: every person, place and word here is invented."
AS_OF = date(2025, 7, 1)
EDITOR = "Edie Marsh"

CHANGED = "Boil your water before you drink it.\n\nThe notice holds until {} March.\n\nBottled water is at the pier."


@dataclass(frozen=True, slots=True)
class Shot:
    """A page to be pictured: its address, and whether an editor is signed in; `window` shows a window of it only.

    A window is what a reader sees who follows a link to a place in the page.
    """

    path: str
    editor: bool = False
    window: bool = False
    status: int = 200


@contextlib.contextmanager
def serving(store: Store, notice: str = "", today: Callable[[], date] = date.today) -> Iterator[str]:
    """The site on a free port of this machine; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(store, notice=notice, today=today)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def shots(store: Store) -> dict[str, Shot]:
    """Every page of a filled record by name, with an address that shows it at its fullest."""
    paths = ("documents", "search", "actors", "matters", "inquiries", "disputes", "timeline", "graph", "method")
    made = {"home": Shot("/")} | {path: Shot(f"/{path}") for path in (*paths, "briefing", "decisions", "sign-in")}
    made["review"] = Shot("/review", editor=True)
    made["found"] = Shot("/search?q=inquiry")
    made["nothing-found"] = Shot("/search?q=zebra")
    made["404"] = Shot("/documents/none", status=404)
    made["400"] = Shot("/search?since=someday", status=400)
    if quarrels := list_disputes(store, limit=100):
        made["dispute"] = Shot(f"/disputes/{quarrels[0].id}")
    if people := list_actors(store, limit=1):
        made["actor"] = Shot(f"/actors/{people[0].id}")
        if held := [a for a in list_actors(store, limit=40) if issues(store, queries.actor(store, a.id))]:
            made["actor-positions"] = Shot(f"/actors/{held[0].id}#issues", window=True)
        made["timeline-of-one"] = Shot(f"/timeline?actor={people[0].id}")
        made["graph-of-one"] = Shot(f"/graph?actor={people[0].id}")
    if said := [h.statement.id for h in search_statements(store, Wanted(words="inquiry")).hits if h.statement]:
        made["statement"] = Shot(f"/statements/{said[0]}", window=True)
        made["correction"] = Shot(f"/corrections/{said[0]}")
    return made | _inquiries(store) | _documents(store)


def _inquiries(store: Store) -> dict[str, Shot]:
    made = {}
    if inquiries := queries.inquiries(store):
        fullest = max(inquiries, key=lambda i: (count_matters(store, Narrowed(inquiry=i.id)), len(i.events)))
        made["briefing-written"] = Shot(f"/briefing?about={quote(fullest.name)}")
        made["inquiry"] = Shot(f"/inquiries/{fullest.id}")
        made["timeline-of-inquiry"] = Shot(f"/timeline?inquiry={fullest.id}")
        made["recommendations"] = Shot(f"/inquiries/{fullest.id}#recommendations", window=True)
    if matters := queries.matters(store):
        longest = max(matters, key=lambda m: len(m.responses) + len(m.commitments) + len(m.progress))
        made["matter"] = Shot(f"/matters/{longest.id}")
        if refused := [m for m in matters if m.ask.number is None and m.responses]:
            made["matter-refused"] = Shot(f"/matters/{refused[0].id}")
        if called := [m for m in matters if m.ask.kind is AskKind.CALL]:
            made["matter-called"] = Shot(f"/matters/{called[0].id}")
        if waiting := [m for m in matters if not m.responses and not m.progress]:
            made["matter-unanswered"] = Shot(f"/matters/{waiting[0].id}")
    return made


def _documents(store: Store) -> dict[str, Shot]:
    documents = queries.list_documents(store, limit=200)
    if not documents:
        return {}
    fullest = max(documents, key=lambda d: d.statements)
    told = [d for d in documents if d.medium is Medium.NEWS] or documents
    varied = max(told, key=lambda d: (bool(d.asks) + bool(d.responses) + bool(d.commitments), d.asks + d.responses))
    made = {f"document-{d.medium.value}": d.id for d in reversed(documents)}
    made |= {"document": fullest.id, "article": varied.id, "report": max(documents, key=lambda d: d.words).id}
    return {name: Shot(f"/documents/{id}") for name, id in made.items()}


def edited(store: Store) -> dict[str, Shot]:
    """The pages after an editor's decision and a reader's request, both of which are written into `store`."""
    now = datetime.combine(AS_OF, datetime.min.time(), UTC)
    made = {}
    if doubted := doubtful_statements(store, limit=2):
        done = Judgement("shown", doubted[0].id, Verdict.CONFIRM, EDITOR, now, "She says so in as many words.")
        writes.judge(store, done)
        made["decided"] = Shot(f"/review?done={done.id}", editor=True)
        asked = doubted[-1].id
        writes_review.ask_correction(store, asked, "Joan", "joan@example.org", "That was her deputy.", now=now)
        writes_review.ask_correction(store, asked, "Ivo", "", "It was not that week.", now=now)
        first = queries.requests(store, subject=asked)[0].id
        writes_review.reply(store, first, "The paper says so itself; we have left it.", by=EDITOR, now=now)
        made["correction-asked"] = Shot(f"/corrections/{asked}?sent=1")
        made["decisions-taken"] = Shot("/decisions")
    return made


def empty(store: Store) -> dict[str, Shot]:
    """The pages of a record in which nothing is yet, but for one notice that was read twice, and changed."""
    paths = {"home": "/"} | {path: f"/{path}" for path in ("search", "documents", "actors", "inquiries", "matters")}
    paths |= {path: f"/{path}" for path in ("disputes", "timeline", "graph", "decisions")}
    return {f"empty-{name}": Shot(path) for name, path in paths.items()}


def changed(store: Store) -> dict[str, Shot]:
    """A notice that was read twice and changed between, written into `store`."""
    for until, day in (("4", 1), ("18", 5)):
        read = datetime(2025, 3, day, tzinfo=UTC)
        source = Source("notice.txt", "Saltmere Borough Council", medium=Medium.STATEMENT, published=read.date())
        source = replace(source, retrieved=read, title="Notice to residents")
        document = Document.of(CHANGED.format(until), source)
        writes.add(store, document, Extraction(document.id, source), [], now=read)
    return {"changes": Shot(f"/documents/{document.id}/changes"), "changed": Shot(f"/documents/{document.id}")}


def main() -> None:
    """Take them all, or those asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", default="answerable.db", help="the record's SQLite file")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--to", type=Path, default=DOCS / "pictures")
    parser.add_argument("--on", nargs="*", default=[*WIDTHS, "paper"], choices=[*WIDTHS, "paper"])
    parser.add_argument("--schemes", nargs="*", default=["light", "dark"], choices=["light", "dark"])
    parser.add_argument("--as-of", type=date.fromisoformat, default=AS_OF, help="the day that “overdue” is told by")
    parser.add_argument("--readme", action="store_true", help="the pictures of the README alone")
    given = parser.parse_args()
    if given.readme:
        given.only, given.to, given.on, given.schemes = list(README), DOCS / "images", ["desktop"], ["light"]
    given.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        full, bare, noted = (Path(folder) / name for name in ("full.db", "bare.db", "noted.db"))
        shutil.copyfile(given.store, full)
        for file, make in ((full, shots), (full, edited), (bare, empty), (noted, changed)):
            with contextlib.closing(open_store(file)) as store:
                wanted = {n: shot for n, shot in make(store).items() if not given.only or n in given.only}
                with serving(store, NOTICE, lambda: given.as_of) as address:
                    _take(browser, store, address, wanted, given)
        browser.close()


def _take(browser: Browser, store: Store, address: str, wanted: dict[str, Shot], given: argparse.Namespace) -> None:
    """Every page asked for on every surface asked for; paper is never dark."""
    writes_review.add_editor(store, EDITOR, hashed(secrets.token_hex()), now=datetime.now(UTC))  # to a copy
    signed_in = Sessions(writes_review.secret(store), partial(queries.password_of, store)).cookie(EDITOR)
    surfaces = [(on, scheme) for on in given.on for scheme in given.schemes if (on, scheme) != ("paper", "dark")]
    for on, scheme in surfaces if wanted else ():
        across, down = (WIDTHS | {"paper": PAPER})[on]
        context = browser.new_context(
            viewport={"width": across, "height": 760 if given.readme else down},
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        tab = context.new_page()
        if on == "paper":
            tab.emulate_media(media="print")
        for name, shot in wanted.items():
            context.clear_cookies()
            if shot.editor:
                context.add_cookies([{"name": COOKIE, "value": signed_in, "url": address}])
            ending = f"{README[name]}.png" if given.readme else f"{name}-{on}-{scheme}.png"
            _picture(tab, address, shot, given.to / ending, 0 if given.readme else TALLEST[on])
        context.close()


def _picture(tab: Page, address: str, shot: Shot, file: Path, tallest: int) -> None:
    """One page into one file; `tallest` cuts a long page off, 0 shows a window of it."""
    tab.goto("about:blank")  # else an address that differs from the last in its place alone gives no answer
    answer = tab.goto(address + shot.path)
    if answer is None or answer.status != shot.status:
        sys.stderr.write(f"{file.name}: {shot.path} answered {answer.status if answer else 'nothing'}\n")
    if shot.window or not tallest:
        tab.screenshot(path=file)
    else:
        across, down = tab.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        tab.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": across, "height": min(down, tallest)})
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    main()
