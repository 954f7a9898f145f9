"""What can be followed, as feeds and as a calendar: a search, an actor, an inquiry, a matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from answerable.model import Matter
from answerable.store import Store, queries
from answerable.store.search import Wanted, search_statements
from answerable.web.acts import verb
from answerable.web.feeds import Due, Feed, Item
from answerable.web.pages.asked import asked, entries
from answerable.web.pages.decided import corrected_matters
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.pages.pinned import Pinned, pinned
from answerable.web.pages.search import address, search_page, told

LIMIT = 50


def search_feed(store: Store, wanted: Wanted, today: date, base: str, path: str) -> Feed:
    """The latest statements, or things asked for, that a search finds. Raises as its page does."""
    title, latest = told(store, wanted), replace(wanted, by_day=True)
    if wanted.of_asks:
        items = tuple(_asked(row.ask, row.id) for row in search_page(store, latest, today).matters)
    else:
        items = _said(store, latest)
    return Feed(title, base, address(wanted, path=path), address(wanted), items)


def actor_feed(store: Store, id: str, base: str, path: str) -> Feed:
    """What an actor said and what was said of it, the latest first. Raises NotFoundError where there is none."""
    name = queries.actor(store, id).name
    both = (*_said(store, Wanted(speaker=id, by_day=True)), *_said(store, Wanted(target=id, by_day=True)))
    items = {item.id: item for item in both}
    return Feed(f"{name}: said and said of", base, path, f"/actors/{id}", _latest(items.values()))


def matters_feed(store: Store, title: str, matters: Iterable[Matter], base: str, path: str, about: str) -> Feed:
    """Everything that hangs on some matters, the latest first."""
    held = [(matter, entry) for matter in corrected_matters(store, list(matters)) for entry in entries(matter)]
    pins = {p.id: p for p in pinned(store, (entry for _, entry in held))}
    items = [_asked(pins[entry.id], matter.id) for matter, entry in held if entry.id in pins]
    return Feed(title, base, path, about, _latest(items))


def due_days(store: Store, matters: Iterable[Matter], today: date) -> tuple[Due, ...]:
    """The day that holds for each matter that has one, in order of day."""
    found = [
        Due(
            row.id,
            row.due,
            ", ".join(filter(None, (f"Due: {row.ask.label}", row.inquiry))),
            row.ask.words,
            f"/matters/{row.id}",
        )
        for row in asked(store, list(matters), today)
        if row.due
    ]
    return tuple(sorted(found, key=lambda d: (d.day, d.id)))


def _latest(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda i: (i.day or date.min, i.id), reverse=True)[:LIMIT])


def _said(store: Store, wanted: Wanted) -> tuple[Item, ...]:
    hits = search_statements(store, wanted, limit=LIMIT, facets=False).hits
    return tuple(map(_statement, entries_of_hits(store, hits)))


def _statement(entry: Entry) -> Item:
    who = entry.speaker.name if entry.speaker else "somebody not named"
    aimed = " " + ", ".join(t.name for t in entry.targets) if entry.targets else ""
    title = f"{who} {verb(entry.act, aimed=bool(entry.targets))}{aimed}"
    day = (entry.said.start or entry.said.end if entry.said else None) or entry.published
    return Item(entry.id, title, entry.words, f"/statements/{entry.id}", day, who)


def _asked(pin: Pinned, matter: str) -> Item:
    who = pin.by.name if pin.by else "somebody not named"
    return Item(pin.id, f"{who}: {pin.label}", pin.words, f"/matters/{matter}", pin.day, who)
