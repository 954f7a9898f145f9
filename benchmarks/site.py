"""How fast the site answers over a record of 100,000 statements and 5,000 asks, and how much goes over the wire.

    python benchmarks/site.py [--statements 100000] [--keep FILE]

Makes the record (random words, fixed seed), asks for every kind of page several times with compression, and prints the
median and slowest time on the server, the median time of the processor (which tells what a busy machine adds), and the
bytes sent. Exits 1 where a page takes over 150 ms or 200 KB.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Ask,
    AskKind,
    AskRef,
    Basis,
    Commitment,
    Disposition,
    Document,
    Extraction,
    Inquiry,
    InquiryKind,
    Link,
    LinkKind,
    Matter,
    Medium,
    Progress,
    Ref,
    Response,
    Source,
    Statement,
    Status,
    When,
)
from answerable.standings import summed
from answerable.store import Store, facets, open_store, queries, writes, writes_review
from answerable.store.queries import list_disputes
from answerable.store.search import Wanted, search_statements
from answerable.text import Span, key
from answerable.web.app import create_app
from answerable.web.session import COOKIE, Sessions, hashed

LIMIT_MS, LIMIT_KB = 150, 200
A_DOCUMENT = 20  # statements
TODAY = date(2026, 1, 1)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORDS = (
    "water ferry board minister school bridge council report duty family river payment register clinic fund answer "
    "question promise inspection alarm harbour budget teacher hospital safety record evidence"
).split()


def documents(statements: int, chance: random.Random) -> Iterator[tuple[Document, Extraction, Matter]]:
    """Articles of twenty statements each by two of 2,000 people; the last of each is a call with all that followed."""
    words = [*WORDS, *(f"w{n}" for n in range(20_000))]
    weights = [1 / (n + 10) for n in range(len(words))]  # Zipf's law: few words are frequent
    for n in range(statements // A_DOCUMENT):
        lines = [" ".join(chance.choices(words, weights, k=18)) + f" {n}." for _ in range(A_DOCUMENT)]
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(4000))
        source = Source(
            f"{n}.txt", f"Paper {n % 40}", None, chance.choice(list(Medium)), "text/plain", day, NOW, lines[0][:60]
        )
        document = Document.of("\n\n".join(lines), source)
        people = [Actor.of(document.id, f"Person {chance.randrange(2000)}", ActorKind.PERSON) for _ in range(2)]
        refs = [Ref(p.id, p.name) for p in people]
        found, at = [], 0
        for line in lines:
            cue, content = (Span(at, at + 5),), (Span(at + 6, at + len(line)),)
            act = chance.choice(list(Act))
            by, of = chance.sample(refs, 2)
            id = Statement.key(document.id, (), cue, content)
            said = When.day(day, Basis.PUBLICATION)
            found.append(
                Statement(id, document.id, (), cue, content, by, act, cue, (of,), date=said, score=chance.random())
            )
            at += len(line) + 2
        matter = _call(document.id, found[-1], lines[-1], chance)
        told = Extraction(
            document.id,
            source,
            tuple(dict.fromkeys(people)),
            (),
            tuple(found),
            asks=(matter.ask,),
            responses=matter.responses,
            commitments=matter.commitments,
            progress=matter.progress,
        )
        yield document, told, matter


def _call(document: str, said: Statement, words: str, chance: random.Random) -> Matter:
    """A call, half of them answered, half of these promised, half of these reported on."""
    ids = {kind: key(kind, document) for kind in ("ask", "answer", "promise", "claim")}
    (span,), by, of, day = said.content, said.speaker, said.targets[0], said.date
    kind = chance.choice(list(AskKind))
    ask = Ask(ids["ask"], document, kind, span, words, by, (of,), statement=said.id, date=day)
    ref, due = AskRef(None, None), When.day(TODAY + timedelta(days=chance.randrange(-3000, 600)))
    answer = Response(ids["answer"], document, ref, chance.choice(list(Disposition)), span, words, of, date=day)
    promise = Commitment(ids["promise"], document, span, words, of, due, ask=ref, date=day)
    claim = Progress(ids["claim"], document, chance.choice(list(Status)), span, words, ref, of, day)
    far = min(3, int(-math.log2(1 - chance.random())))
    return Matter(
        key("matter", document), ask, (answer,)[:far], (promise,)[: far - 1 if far else 0], (claim,) * (far > 2)
    )


def inquiry(chance: random.Random) -> tuple[Document, Extraction, list[Matter], list[Link]]:
    """A report of 100 recommendations with answers, promises and claims, all in one document."""
    lines = [
        f"Recommendation {n}. The board should " + " ".join(chance.choices(WORDS, k=30)) + "." for n in range(1, 101)
    ]
    source = Source("inquiry.txt", "The Inquiry", None, Medium.REPORT, "text/plain", date(2024, 1, 1), NOW, "Report")
    document = Document.of("\n\n".join(lines), source)
    board = Actor.of(document.id, "The Board", ActorKind.ORGANISATION)
    by, day = Ref(board.id, board.name), When.day(date(2024, 1, 1), Basis.PUBLICATION)
    asks, answers, promises, claims, matters, at = [], [], [], [], [], 0
    links: list[Link] = []
    for n, line in enumerate(lines, 1):
        span, number = Span(at, at + len(line)), str(n)
        at += len(line) + 2
        ids = {kind: key(kind, n) for kind in ("ask", "answer", "promise", "claim")}
        ref = AskRef(number, "The Inquiry")
        ask = Ask(
            ids["ask"], document.id, AskKind.RECOMMENDATION, span, line, by, (by,), "The Inquiry", number, date=day
        )
        answer = Response(ids["answer"], document.id, ref, chance.choice(list(Disposition)), span, line, by, date=day)
        due = When.day(TODAY + timedelta(days=chance.randrange(-200, 200)))
        promise = Commitment(ids["promise"], document.id, span, line, by, due, ask=ref, date=day)
        claim = Progress(ids["claim"], document.id, chance.choice(list(Status)), span, line, ref, by, day)
        mine = tuple(
            Link.of(kind, entry, ask.id, chance.random(), "by number")
            for kind, entry in (
                (LinkKind.ANSWERS, answer.id),
                (LinkKind.PROMISES, promise.id),
                (LinkKind.REPORTS_ON, claim.id),
            )
        )
        asks.append(ask)
        answers.append(answer)
        promises.append(promise)
        claims.append(claim)
        links += mine
        matters.append(Matter(key("matter", n), ask, (answer,), (promise,), (claim,), links=mine))
    whole = Inquiry(key("inquiry"), "The Inquiry", InquiryKind.STATUTORY, ("The Inquiry",), year=2024)
    found = Extraction(
        document.id,
        source,
        (board,),
        inquiries=(whole,),
        asks=tuple(asks),
        responses=tuple(answers),
        commitments=tuple(promises),
        progress=tuple(claims),
    )
    return document, found, matters, links


def fill(store: Store, statements: int) -> None:
    """The whole record, joined by name."""
    chance = random.Random(1)
    named: dict[str, list[Actor]] = {}
    replies: list[Link] = []
    told, found, matters, links = inquiry(chance)
    draft = Document.of(told.text[: len(told.text) // 2], told.source)
    writes.add(store, draft, Extraction(draft.id, draft.source), [], now=NOW)
    calls: list[Matter] = []
    for document, extraction, call in documents(statements, chance):
        calls.append(call)
        writes.add(store, document, extraction, [s.content[0] for s in extraction.statements], now=NOW)
        first, last = extraction.statements[0], extraction.statements[-1]
        replies.append(Link.of(LinkKind.REPLIES_TO, last.id, first.id, chance.random(), "is the one accused"))
        for actor in extraction.actors:
            named.setdefault(actor.name, []).append(actor)
    writes.add(store, told, found, [], now=NOW)
    for actor in found.actors:
        named.setdefault(actor.name, []).append(actor)
    writes.replace_actors(store, {members[0]: [(m.id, 1.0, "name") for m in members] for members in named.values()})
    whole = found.inquiries[0]
    writes.replace_inquiries(store, {whole: [whole.id]})
    writes.replace_links(store, [*links, *replies])
    of_matter = {m.id: whole.id for m in matters}
    matters += calls
    writes.replace_matters(store, matters, of_matter, summed(store, matters, of_matter))
    facets.count_up(store)


def addresses(store: Store) -> dict[str, str]:
    """Every kind of page, the heaviest of its kind."""
    hit = search_statements(store, Wanted("water"), limit=1).hits[0]
    actor = search_statements(store, Wanted(), limit=0).facets["speaker"][0].value
    whole = queries.inquiries(store)[0].id
    changed = next(v.document for v in queries.current_versions(store) if v.version > 1)
    return {
        "home": "/",
        "documents": "/documents",
        "documents, page 50": "/documents?page=50",
        "document": f"/documents/{hit.document}",
        "search, all": "/search",
        "search, one word": "/search?q=water",
        "search, three words": "/search?q=water+ferry+board",
        "search, filters": f"/search?q=water&act=accuse&speaker={actor}",
        "search, page 100": "/search?page=100",
        "search, asks": "/search?show=asks",
        "search, asks, one word": "/search?q=water&show=asks",
        "search, asks, filters": f"/search?q=water&disposition=accepted&status=complete&target={actor}",
        "search, asks, inquiry": f"/search?inquiry={whole}",
        "actors": "/actors",
        "actor": f"/actors/{actor}",
        "matters": "/matters",
        "matter": f"/matters/{queries.matters(store)[0].id}",
        "inquiries": "/inquiries",
        "inquiry": f"/inquiries/{whole}",
        "matters, overdue": "/matters?overdue=1",
        "matters, words": "/matters?q=water&overdue=1",
        "disputes": "/disputes",
        "dispute": f"/disputes/{list_disputes(store, limit=1)[0].id}",
        "briefing": "/briefing?about=The+Inquiry",
        "briefing, one word": "/briefing?about=water",
        "briefing, a person": f"/briefing?about={quote(queries.actor(store, actor).name)}",
        "review": "/review",
        "changes": f"/documents/{changed}/changes",
        "search feed": "/search.atom?q=water",
        "asks feed": "/search.atom?q=water&show=asks",
        "actor feed": f"/actors/{actor}.atom",
        "inquiry feed": f"/inquiries/{whole}.atom",
        "inquiry calendar": f"/inquiries/{whole}.ics",
        "timeline": "/timeline",
        "timeline, one year": "/timeline?since=2020-01-01&until=2020-12-31",
        "timeline, one actor": f"/timeline?actor={actor}",
        "timeline, one act": "/timeline?act=accuse",
        "graph": "/graph",
        "graph, one actor": f"/graph?actor={actor}",
        "decisions": "/decisions",
        "method": "/method",
    }


def main() -> int:
    """Measure and print; 1 where a page is too slow or too heavy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--keep", type=Path, help="keep the record in this file, or use it if it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "site.db"
        there = path.exists()
        store = open_store(path)
        if not there:
            began = time.perf_counter()
            fill(store, given.statements)
            took = time.perf_counter() - began
            print(f"made a record of {queries.totals(store).statements:,} statements in {took:.0f} s")
        client = TestClient(create_app(store, today=lambda: TODAY))
        writes_review.add_editor(store, "Edie", hashed("for this benchmark"), now=NOW)
        sessions = Sessions(writes_review.secret(store), partial(queries.password_of, store))
        client.cookies.set(COOKIE, sessions.cookie("Edie"))
        failed = False
        print(f"{'page':24}{'median ms':>10}{'slowest':>10}{'processor':>10}{'KB sent':>10}")
        for name, address in addresses(store).items():
            times, worked, size = [], [], 0
            for _ in range(5):
                began, work = time.perf_counter(), time.process_time()
                with client.stream("GET", address, headers={"accept-encoding": "gzip"}) as answer:
                    size = sum(map(len, answer.iter_raw()))
                    assert answer.status_code == 200, (address, answer.status_code)
                times.append(1000 * (time.perf_counter() - began))
                worked.append(1000 * (time.process_time() - work))
            median = statistics.median(times)
            slow = median > LIMIT_MS or size > 1000 * LIMIT_KB
            failed |= slow
            told = f"{name:24}{median:10.0f}{max(times):10.0f}{statistics.median(worked):10.0f}{size / 1000:10.1f}"
            print(f"{told}{'  TOO MUCH' if slow else ''}")
        store.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
