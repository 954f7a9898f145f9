"""Everything on one line of time: exact days as dots, months and intervals as bars, open ends open; a table behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from urllib.parse import urlencode

from answerable.errors import UsageError
from answerable.model import Act, InquiryEvent, Precision, Ref, When
from answerable.store import Store, queries
from answerable.store.search import Wanted, days_of, search_statements
from answerable.text import on_one_line
from answerable.web.acts import FAMILIES, family, verb, worded
from answerable.web.charts import Line, Mark, line
from answerable.web.pages.entry import Entry, entries_of_hits
from answerable.web.zoom import Step, Zoom, zoom

STATEMENTS = 150
NOWHERE = Zoom((), None, None, None)
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
class Year:
    """A year and how many moments of it are shown; None for those without a day."""

    year: int | None
    count: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time to look at instead, and the address of the line of time with it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A line of time.

    title: heading of the page
    actor: whose statements are shown, empty for all
    inquiry: which inquiry's events are shown, empty for all
    act: which speech act is shown, empty for all
    since: the first day shown, empty for the first there is
    until: the last day shown, empty for the last there is
    closer: the decades, years or months that the line is made of
    wider: the stretch that it is part of
    earlier: the stretch before it
    later: the stretch after it
    total: how many statements match; none where an inquiry is chosen, of which events are shown
    moments: what is shown, in order of day, at most 150 statements and all events
    years: the years of what is shown, in order, each with how much
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
    closer: tuple[Stretch, ...]
    wider: Stretch | None
    earlier: Stretch | None
    later: Stretch | None
    total: int
    moments: tuple[Moment, ...]
    years: tuple[Year, ...]
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
    """The line of time of an actor, an inquiry, an act or all, between two days.

    Raises UsageError where the days are the wrong way round, NotFoundError where there is no such actor or inquiry.
    """
    if since and until and since > until:
        raise UsageError("the first day is after the last")
    known = queries.inquiries(store)
    wanted = Wanted(act=act, speaker=actor, since=since, until=until, by_day=True)
    found = search_statements(store, wanted, limit=0 if inquiry else STATEMENTS)
    told = [i for i in known if inquiry in (None, i.id)] if not actor and not act else []
    events = [_event(i.name, e) for i in told for e in i.events]
    said = [_said(entry) for entry in entries_of_hits(store, found.hits)]
    moments = sorted((*said, *(m for m in events if _inside(m, since, until))), key=_in_time)
    days = [m.day for m in events if m.day] + ([] if inquiry else _days_of(store, wanted))
    steps = zoom(since, until, min(days), max(days)) if days else NOWHERE
    stretch = partial(_stretch, {"actor": actor, "inquiry": inquiry, "act": act})
    whose = Ref(actor, queries.actor(store, actor).name) if actor else None
    of = Ref(inquiry, queries.inquiry(store, inquiry).name) if inquiry else None
    subject = whose or of
    return TimelinePage(
        title=f"Timeline: {subject.name}" if subject else "Timeline",
        actor=whose,
        inquiry=of,
        act=act,
        since=since,
        until=until,
        closer=tuple(map(stretch, steps.closer)),
        wider=stretch(steps.wider) if steps.wider else None,
        earlier=stretch(steps.earlier) if steps.earlier else None,
        later=stretch(steps.later) if steps.later else None,
        total=0 if inquiry else found.total,
        moments=tuple(moments),
        years=_years(moments),
        picture=line([_mark(n, m) for n, m in enumerate(moments)], LANES, since, until),
        actors=tuple(Ref(f.value, f.name) for f in found.facets.get("speaker", ())),
        inquiries=tuple(Ref(i.id, i.name) for i in known),
    )


def _years(moments: Sequence[Moment]) -> tuple[Year, ...]:
    counted = Counter(m.day.year if m.day else None for m in moments)
    return tuple(Year(year, n) for year, n in counted.items())


def _stretch(chosen: Mapping[str, str | None], step: Step) -> Stretch:
    """A step as the address of the line of time with it, all else chosen as it is."""
    pairs = {name: str(value) for name, value in {**chosen, "since": step.since, "until": step.until}.items() if value}
    return Stretch(step.name, f"/timeline?{urlencode(pairs)}" if pairs else "/timeline")


def _days_of(store: Store, wanted: Wanted) -> list[date]:
    """The first and the last day of all that could be looked at: the statements wanted, of whatever day."""
    return [day for day in days_of(store, replace(wanted, since=None, until=None, by_day=False)) if day]


def _in_time(moment: Moment) -> tuple[bool, date, str]:
    return moment.day is None, moment.day or date.max, moment.lane


def _said(entry: Entry) -> Moment:
    who = entry.speaker.name if entry.speaker else "somebody not named"
    aimed = " " + ", ".join(t.name for t in entry.targets) if entry.targets else ""
    label = f"{who} {verb(entry.act, aimed=bool(entry.targets))}{aimed}"
    day = _day(entry.said) or entry.published
    words = f"{entry.before}{entry.words}{entry.after}"
    return Moment(FAMILIES[family(entry.act)], label, entry.said, day, words, f"/statements/{entry.id}")


def _event(inquiry: str, event: InquiryEvent) -> Moment:
    path = f"/documents/{event.document}?at={event.span.start}#here"
    label, words = f"{inquiry}: {worded(event.event)}", on_one_line(event.text)
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
