"""The numbered entries of a document: each recommendation or conclusion with its words and what follows it.

In an entry the words of the ask come first; what follows, up to the next entry, may answer it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.extract.answers import opens_answer
from answerable.extract.asking import asks, directs, recommends
from answerable.extract.blocks import Block
from answerable.extract.dispositions import judge_label
from answerable.extract.numbering import Mark, letter_mark, plain_mark
from answerable.extract.starts import CLOSING, REFERENCE, Start, find_starts
from answerable.model import PartKind
from answerable.text import Span, Spans

_CONTENTS_LINE = re.compile(r"(?:\.{4,}|…)\s*\d*\s*$|(?:\s\.){4,}")
_FINISHED = re.compile(r"[.!?)\]”’\"]\s*\W?\d{0,3}\s*$")
_BULLET = re.compile(r"\W{1,2}\s+\S")


@dataclass(frozen=True, slots=True)
class Entry:
    """A numbered stretch: its mark, the places of the ask's words, and the blocks after them up to the next entry.

    `first` is the index of its first block, `last` that of the block after the ask's words. `listed` says that a
    heading or a lead-in promises recommendations only; `lead` is that lead-in.
    """

    mark: Mark
    first: int
    last: int
    words: tuple[Span, ...]
    after: tuple[Block, ...]
    listed: bool = False
    title: Span | None = None
    lead: Span | None = None

    @property
    def span(self) -> Span | None:
        """From the first to the last word of the ask, or None where only the number stands."""
        return Span(self.words[0].start, self.words[-1].end) if self.words else None

    @property
    def shares(self) -> tuple[tuple[str | None, Spans], ...]:
        """The words of each number: one paragraph each where an entry for several has as many, else all for each."""
        numbers: tuple[str | None, ...] = self.mark.numbers or (None,)
        if len(numbers) > 1 and len(self.words) == len(numbers):
            return tuple((number, (place,)) for number, place in zip(numbers, self.words, strict=True))
        return tuple((number, self.words) for number in numbers)


def find_entries(text: str, blocks: Sequence[Block], *, answered: bool) -> tuple[Entry, ...]:
    """The entries of a document, in order. `answered` says that the document is a response."""
    running = tuple(b for b in blocks if b.row is None and not _CONTENTS_LINE.search(text, b.start, b.end))
    return tuple(_entries(text, running, find_starts(text, running, answered=answered), answered))


def _entries(text: str, blocks: Sequence[Block], starts: Sequence[Start], answered: bool) -> Iterator[Entry]:
    for n, start in enumerate(starts):
        following = starts[n + 1].index if n + 1 < len(starts) else len(blocks)
        title, words, end = _ask(text, blocks, start, following, answered)
        stop = _stop(text, blocks, start, end, following, answered)
        while (
            stop > end and blocks[stop - 1].kind is PartKind.HEADING and not opens_answer(text, blocks[stop - 1].span)
        ):
            stop -= 1  # the heading of the next entry
        after = blocks[end:stop]
        if end == start.index:  # nothing is quoted: what stands beside the number answers it
            after = (
                replace(after[0], span=Span(start.mark.content, after[0].end), kind=PartKind.PARAGRAPH),
                *after[1:],
            )
        yield Entry(start.mark, start.index, end, words, tuple(after), start.listed, title, start.lead)


def _ask(
    text: str, blocks: Sequence[Block], start: Start, following: int, answered: bool
) -> tuple[Span | None, tuple[Span, ...], int]:
    """The title of an entry, the places of its words, and the index of the block after them."""
    head = blocks[start.index]
    first = Span(start.mark.content, head.end) if start.mark.content < head.end else None
    titled = _is_title(text, start.mark, head, first)
    if first and answered and not titled and start.mark.noun != "conclusion" and _answers_at_once(text, head, first):
        return None, (), start.index
    words = [first] if first else []
    lead: Block | None = head if first else None
    n = start.index + 1
    while n < following and _continues(text, blocks[n], lead, words, answered, titled=titled and lead is head):
        if titled and lead is head:
            lead, words = None, []
        lead = lead or blocks[n]
        words.append(blocks[n].span)
        n += 1
    if words:
        words[-1] = _without_reference(text, words[-1])
    return first if titled else None, tuple(words), n


def _answers_at_once(text: str, head: Block, first: Span) -> bool:
    """Whether an answer stands right beside the number: "Rec. 18 We consider that …"."""
    return not head.set_apart and (opens_answer(text, first) or not asks(text, first))


def _is_title(text: str, mark: Mark, head: Block, first: Span | None) -> bool:
    """Whether what stands beside the number is a title and not yet the ask."""
    if first is None or not mark.noun:
        return False
    if judge_label(text, first):  # "Recommendation 3 – Accepted"
        return True
    words = first.of(text).rstrip()
    return len(words) < 160 and not words.endswith((".", ":", ";", ")")) and not recommends(text, first) and (
        head.kind is PartKind.HEADING or head.bold or "should" not in words
    )  # fmt: skip


def _continues(
    text: str, block: Block, lead: Block | None, words: Sequence[Span], answered: bool, *, titled: bool
) -> bool:
    """Whether `block` still belongs to the ask that `lead` began and whose words so far are `words`.

    `titled` says that those words are a title only.
    """
    open_ = bool(words) and not titled and _is_open(words[-1].of(text))
    marked = plain_mark(text, block.span, block.label)
    alike = lead is not None and (lead.bold, lead.boxed) == (block.bold, block.boxed)
    if lead is not None and lead.boxed and block.boxed and not titled:
        return marked is None or open_
    heads = block.kind is PartKind.HEADING or block.span.of(text).isupper()
    if opens_answer(text, block.span) or (heads and not titled):
        return False
    if not words or titled:
        return not answered or block.set_apart or asks(text, block.span)
    if marked and marked.number and ("." in marked.number or not open_):
        return False
    if open_:
        return True
    if REFERENCE.search(words[-1].of(text)) or not alike:
        return False
    part = letter_mark(text, block.span, block.label) or _BULLET.match(text, block.start, block.end) or block.label
    return bool(part) or block.set_apart or text.startswith("That ", block.start) or directs(text, block.span)


def _is_open(words: str) -> bool:
    """Whether a sentence, a list or a bracket still runs on."""
    return not _FINISHED.search(words) or words.count("(") > words.count(")")


def _stop(text: str, blocks: Sequence[Block], start: Start, end: int, following: int, answered: bool) -> int:
    """The index of the block at which the entry is over: the next entry, or a heading that opens something else."""
    head = blocks[start.index]
    for n in range(end, following):
        block = blocks[n]
        if block.kind is not PartKind.HEADING or opens_answer(text, block.span):
            continue
        closing = CLOSING.match(text, block.start, block.end) is not None
        higher = head.kind is PartKind.HEADING and 0 < block.level < head.level
        if closing or higher or not answered:
            return n
    return following


def _without_reference(text: str, span: Span) -> Span:
    """`span` without "(113.6)" or "(paragraph 4.23)" at its end."""
    words = span.of(text)
    match = REFERENCE.search(words)
    kept = (words[: match.start()] if match and match.start() > 0 else words).rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹ \n\t")
    return Span(span.start, span.start + len(kept)) if kept else span
