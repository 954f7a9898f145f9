"""Everything on one line of time: exact days as dots, months and intervals as bars, open ends open; a table behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.model import Act, InquiryEvent, Precision, Ref, When
from answerable.store import Store, queries
from answerable.store.search import Wanted, search_statements
from answerable.web.acts import FAMILIES, family, verb, worded
from answerable.web.charts import Line, Mark, line
from answerable.web.pages.entry import Entry, entries_of_hits

STATEMENTS = 150
LANES = ("inquiries", *FAMILIES.values())


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that was said or happened, as far as the words give its day; `words` are those of the text."""

    lane: str
    label: str
    when: When | None
    day: date | None
    words: str
    path: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A line of time.

    title: heading of the page
    actor: whose statements are shown, empty for all
    inquiry: which inquiry's events are shown, empty for all
    act: which speech act is shown, empty for all
    since: the first day shown, empty for the first there is
    until: the last day shown, empty for the last there is
    total: how many statements match
    moments: what is shown, in order of day, at most 150 statements and all events
    picture: the same as places in a drawing
    actors: the people and bodies to choose from, those who say most
    inquiries: the inquiries to choose from
    """

    title: str
    actor: Ref | None
    inquiry: Ref | None
    act: Act | None
    since: date | None
    until: date | None
    total: int
    moments: tuple[Moment, ...]
    picture: Line
    actors: tuple[Ref, ...]
    inquiries: tuple[Ref, ...]


def timeline_page(
    store: Store,
    actor: str | None = None,
    inquiry: str | None = None,
    act: Act | None = None,
    since: date | None = None,
    until: date | None = None,
) -> TimelinePage:
    """The line of time of an actor, an inquiry, an act or all, between two days."""
    known = queries.inquiries(store)
    wanted = Wanted(act=act, speaker=actor, since=since, until=until, by_day=True)
    found = search_statements(store, wanted, limit=0 if inquiry else STATEMENTS)
    moments = [_said(entry) for entry in entries_of_hits(store, found.hits)]
    if not actor and not act:
        chosen = [i for i in known if inquiry in (None, i.id)]
        events = (_event(i.name, e) for i in chosen for e in i.events)
        moments += [m for m in events if _inside(m, since, until)]
    moments.sort(key=lambda m: (m.day is None, m.day or date.max, m.lane))
    return TimelinePage(
        title="Timeline",
        actor=Ref(actor, queries.actor(store, actor).name) if actor else None,
        inquiry=Ref(inquiry, queries.inquiry(store, inquiry).name) if inquiry else None,
        act=act,
        since=since,
        until=until,
        total=found.total,
        moments=tuple(moments),
        picture=line([_mark(n, m) for n, m in enumerate(moments)], LANES),
        actors=tuple(Ref(f.value, f.name) for f in found.facets.get("speaker", ())),
        inquiries=tuple(Ref(i.id, i.name) for i in known),
    )


def _said(entry: Entry) -> Moment:
    who = entry.speaker.name if entry.speaker else "somebody not named"
    aimed = " " + ", ".join(t.name for t in entry.targets) if entry.targets else ""
    label = f"{who} {verb(entry.act, aimed=bool(entry.targets))}{aimed}"
    day = _day(entry.said) or entry.published
    return Moment(FAMILIES[family(entry.act)], label, entry.said, day, entry.words, f"/statements/{entry.id}")


def _event(inquiry: str, event: InquiryEvent) -> Moment:
    path = f"/documents/{event.document}?at={event.span.start}#here"
    label, words = f"{inquiry}: {worded(event.event)}", " ".join(event.text.split())
    return Moment("inquiries", label, event.date, _day(event.date), words, path)


def _day(value: When | None) -> date | None:
    return (value.start or value.end) if value else None


def _inside(moment: Moment, since: date | None, until: date | None) -> bool:
    day = moment.day
    return (day is None and not (since or until)) or (day is not None and (since or day) <= day <= (until or day))


def _mark(number: int, moment: Moment) -> Mark:
    """An honest place: only a known day is a dot; "by" is open at the left, "after" at the right."""
    value = moment.when
    if value is None:
        return Mark(str(number), moment.lane, moment.label, moment.path, moment.day, moment.day)
    start = None if value.precision is Precision.BEFORE else value.start
    end = None if value.precision is Precision.AFTER else value.end
    return Mark(str(number), moment.lane, moment.label, moment.path, start, end)
