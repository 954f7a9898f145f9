"""Recommendations and answers in tables: number | recommendation | response | status | timeline, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from answerable.extract.answers import Answer
from answerable.extract.blocks import Block
from answerable.extract.dispositions import Verdict, judge_label
from answerable.extract.numbering import Mark, plain_mark, worded_mark
from answerable.text import Span


class _Column(Enum):
    NUMBER, BY_WHEN, STATUS_OF_WORK, ADDRESSEE, ANSWER, WORDS, BODY = range(7)


_BODY = r"(?:government|executive|council|department|nhs|police|authority|agency|trust|board|office|ministry)\w*"
# What a header says of its column; the first that matches decides.
_COLUMNS = tuple(
    (column, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for column, pattern in (
        (_Column.NUMBER, r"(?:rec(?:ommendation)?s?\.?\s*)?(?:no\.?|number|ref(?:erence)?\.?|#|id)|#|rec\.?s?"),
        (_Column.BY_WHEN, r".*(?:timeline|timescale|timing|deadline|due|target date|completion|by when|date).*"),
        (_Column.STATUS_OF_WORK, r".*(?:progress|implementation|status at|status as|update|delivery|rag|evidence).*"),
        (_Column.ADDRESSEE, r".*(?:responsib|owner|lead|addressee|directed|recipient|to whom|assigned|for action).*"),
        (_Column.ANSWER, r".*(?:response|position|status|decision|accept|comment|reply|agree|outcome|view).*"),
        (_Column.WORDS, r".*(?:recommendation|conclusion|action|proposal|text|description).*"),
        (_Column.BODY, rf"(?:the\s+)?(?:[\w’'&-]+\s+){{0,5}}{_BODY}"),
    )
)
_BY = re.compile(
    rf"(?P<by>.*?{_BODY})(?:['’]s?)?\s+(?:response|position|status|decision|comments?|reply|view)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row about one recommendation: number, words, answers, and where its due date and owner stand."""

    mark: Mark
    words: Span | None
    answers: tuple[Answer, ...]
    due: Span | None = None
    addressee: Span | None = None


def find_rows(text: str, blocks: Sequence[Block]) -> tuple[Row, ...]:
    """The rows of tables that are about a numbered recommendation, in order."""
    cells = [block for block in blocks if block.row is not None]
    found = []
    headers: dict[int, str] = {}
    for _, group in groupby(cells, key=lambda cell: cell.row):
        row = list(group)
        own = {cell.level: " ".join(cell.span.of(text).split()) for cell in row}
        if _is_header(own) and not any(_tells(text, cell.span) for cell in row):
            headers = own
            continue
        named = {cell.level: cell.label or headers.get(cell.level, "") for cell in row}
        if read := _row(text, row, named):
            found.append(read)
    return tuple(found)


def _is_header(cells: dict[int, str]) -> bool:
    kinds = {column for words in cells.values() if (column := _column(words))}
    short = all(len(words) < 60 for words in cells.values())
    return short and len(kinds) > 1 and bool({_Column.NUMBER, _Column.WORDS} & kinds)


def _tells(text: str, span: Span) -> bool:
    """Whether a cell says something of one recommendation, which no header does."""
    mark = worded_mark(text, span)
    return judge_label(text, span) is not None or (mark is not None and bool(mark.numbers))


def _column(header: str) -> _Column | None:
    flat = " ".join(header.split())
    return next((column for column, pattern in _COLUMNS if flat and pattern.fullmatch(flat)), None)


def _row(text: str, cells: Sequence[Block], headers: dict[int, str]) -> Row | None:
    places: dict[_Column, Span] = {}
    for cell in cells:
        column = _column(headers.get(cell.level, ""))
        if column and column not in places:
            places[column] = _widest(cells, cell)
    if (
        not {_Column.NUMBER, _Column.WORDS} & places.keys()
        or not {_Column.WORDS, _Column.ANSWER, _Column.BODY} & places.keys()
    ):
        return None
    words = places.get(_Column.WORDS)
    mark = _mark(text, places.get(_Column.NUMBER), words)
    if mark is None:
        return None
    if words and words.start <= mark.content < words.end:
        words = Span(mark.content, words.end)
    answers = tuple(_answers(text, cells, headers))
    return Row(mark, words, answers, places.get(_Column.BY_WHEN), places.get(_Column.ADDRESSEE))


def _widest(cells: Sequence[Block], first: Block) -> Span:
    """All the blocks of one cell."""
    return Span(first.start, max(cell.end for cell in cells if cell.level == first.level))


def _mark(text: str, number: Span | None, words: Span | None) -> Mark | None:
    for span in (number, words):
        if span and (mark := worded_mark(text, span) or plain_mark(text, span)) and mark.numbers:
            return mark
    return None


def _answers(text: str, cells: Sequence[Block], headers: dict[int, str]) -> Iterator[Answer]:
    """One answer for each column that answers; a bare status beside one longer answer is that answer's label."""
    found: list[Answer] = []
    for level in dict.fromkeys(cell.level for cell in cells):
        header = headers.get(level, "")
        column = _column(header)
        if column not in (_Column.ANSWER, _Column.BODY):
            continue
        span = _widest(cells, next(cell for cell in cells if cell.level == level))
        if not any(char.isalpha() for char in span.of(text)):
            continue
        by = header if column is _Column.BODY else (match["by"] if (match := _BY.match(header)) else "")
        found.append(Answer(span, " ".join(by.split()), judge_label(text, span) or _leading_label(text, span)))
    bare = [answer for answer in found if answer.label and not answer.by]
    full = [answer for answer in found if not answer.label and not answer.by]
    if len(bare) == 1 and len(full) == 1:
        yield Answer(full[0].span, "", bare[0].label)
        found = [answer for answer in found if answer not in (bare[0], full[0])]
    yield from found


def _leading_label(text: str, span: Span) -> Verdict | None:
    """The status that opens a cell, set off from its reasons: "Accepted. We will …"."""
    words = span.of(text)
    end = re.search(r"[.;:\n–—]", words)
    return judge_label(text, Span(span.start, span.start + end.start())) if end and end.start() else None
