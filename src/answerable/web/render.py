"""A page object as HTML or as JSON: two views of the same frozen dataclass. Jinja2 lives here only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from pydantic_core import to_json
from starlette.responses import Response

from answerable.model import Act, Precision, When
from answerable.text import Span, shortened
from answerable.web.acts import FAMILIES, QUESTIONS, family, several, verb, worded
from answerable.web.sheet import beside, laid_out

if TYPE_CHECKING:
    from answerable.web.pages.asked import Answer
    from answerable.web.pages.entry import Entry
    from answerable.web.pages.sides import Pair, Side


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page.

    `notice` is said on every page of a record that needs one ("all of this is fictional"); `nonce` allows our own
    scripts under the content-security policy; `path` and `query` are the address; `editor` is who is signed in and
    `token` her form token; `today` is the day that "overdue" is counted from; `feeds` and
    `tables` are the endings of the addresses at which the page can be followed and taken away.
    """

    nonce: str
    path: str
    query: str
    today: date
    notice: str = ""
    editor: str | None = None
    token: str = ""
    feeds: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()

    def address(self, suffix: str) -> str:
        """The address of another view of this page: `.json`, `.csv`."""
        path = "/home" if self.path == "/" else self.path
        return f"{path}{suffix}" + (f"?{self.query}" if self.query else "")


def day(value: date | datetime | None) -> str:
    """ "3 March 2026"; an unknown day says so."""
    return f"{value.day} {value:%B %Y}" if value else "day not known"


def when(value: When | None) -> str:
    """A date as far as the words give it: "3 March 2026", "March 2026", "before 1 May 2026", "no date given"."""
    if value is None or value.precision is Precision.NONE or not (value.start or value.end):
        return value.words if value and value.words else "no date given"
    start, end = value.start, value.end
    if start is None or value.precision is Precision.BEFORE:
        return f"by {day(end)}"
    if end is None or value.precision is Precision.AFTER:
        return f"after {day(start)}"
    if start == end:
        return day(start)
    if value.words and value.precision in (Precision.SEASON, Precision.QUARTER, Precision.INTERVAL):
        return value.words
    if value.precision is Precision.MONTH:
        return f"{start:%B %Y}"
    if value.precision is Precision.YEAR:
        return f"{start:%Y}"
    return f"{day(start)} to {day(end)}"


def number(value: int) -> str:
    """A count with its thousands apart: "12,345"."""
    return f"{value:,}"


def times(value: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(value) or f"{number(value)} times"


def counted(value: int, one: str, many: str | None = None) -> str:
    """ "1 document", "12 documents"."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def hits(shown: Iterable[tuple[str, bool]]) -> Markup:
    """Pieces of a text, escaped, those that match what was searched for marked."""
    made = Markup("")
    for text, matches in shown:
        made += Markup('<mark class="hit">{}</mark>').format(text) if matches else Markup.escape(text)
    return made


def query(items: Iterable[tuple[str, str]]) -> str:
    """Pairs as a query string with its question mark; nothing for none."""
    listed = [(k, v) for k, v in items if v]
    return f"?{urlencode(listed)}" if listed else "?"


def runs(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Statements in their order, those that follow each other in one document together."""
    return [list(run) for _, run in groupby(entries, key=lambda e: e.document)]


def grouped(pairs: Iterable[Pair]) -> list[tuple[Side, list[Pair]]]:
    """Pairs that follow each other and share a counter-claim, under that counter-claim."""
    groups = (list(group) for _, group in groupby(pairs, key=lambda p: p.counter.id))
    return [(group[0].counter, group) for group in groups]


def firsts(answers: Iterable[Answer]) -> list[Answer]:
    """Of the same answer by the same body, told several times, the first; in the order given."""
    found: dict[tuple[str, str], Answer] = {}
    for answer in answers:
        found.setdefault((answer.by.name if answer.by else "", answer.disposition), answer)
    return list(found.values())


@cache
def environment() -> Environment:
    """Jinja2 with autoescape, and an error for whatever a page does not have."""
    made = Environment(
        loader=PackageLoader("answerable.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, when=when, number=number, hits=hits, shortened=shortened)
    made.filters.update(worded=worded, several=several, family=family, verb=verb)
    made.globals.update(counted=counted, times=times, grouped=grouped, runs=runs, firsts=firsts, query=query)
    made.globals.update(laid_out=laid_out, beside=beside)
    made.globals.update(FAMILIES=FAMILIES, QUESTIONS=QUESTIONS, Act=Act, Span=Span)
    return made


def html(template: str, page: object, frame: Frame, status: int = 200) -> Response:
    """The page in its template. `page` and `frame` are all that a template may use."""
    body = environment().get_template(template).render(page=page, frame=frame)
    return Response(body, status, media_type="text/html; charset=utf-8")


def json(page: object, status: int = 200) -> Response:
    """The page as JSON: its fields by name; spans as {"start", "end"}, days in ISO 8601."""
    return Response(to_json(page), status, media_type="application/json")
