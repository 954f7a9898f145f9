"""Where the numbered entries of a document begin.

A document numbers its recommendations in one of a few ways, each a function here: "Recommendation 5" in so many
words; numbered paragraphs set apart in bold, a box or a quotation; numbers that stand alone above their answers; a list
under a heading or a lead-in that speaks of recommendations; numbered paragraphs that say "we recommend".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from answerable.extract.answers import is_labelled, opens_answer
from answerable.extract.asking import directs, recommends
from answerable.extract.blocks import Block
from answerable.extract.numbering import Mark, follows, number_key, plain_mark, trailing_mark, worded_mark
from answerable.model import PartKind
from answerable.text import Span

_LIST = re.compile(r"\brecommendations?\b|\bmatters? of concern\b|\bsafety actions\b", re.IGNORECASE)
_NOT_LIST = re.compile(
    r"respon(?:se|d)|implement|progress|previous|background|status|introduction|follow|overview|annex to|methodology"
    r"|\bpast\b|earlier|reports and|monitoring|about",
    re.IGNORECASE,
)
_MIXED = re.compile(r"conclusion|finding|observation|lesson|discussion", re.IGNORECASE)
_LEAD_IN = re.compile(
    r"\brecommendations?\b.{0,400}?(?:[:–—-]\s*$|\b(?:listed|set out|as follows|following|below)\b)"
    r"|following recommendations|matters? of concern (?:are|is)\b|\b(?:recommends?|recommended)(?: that)?\s*:\s*$",
    re.IGNORECASE | re.DOTALL,
)
CLOSING = re.compile(
    r"(?:annex|appendix|chapter|introduction|background|part [a-z0-9]+)\b"
    r"|(?:glossary|bibliography|references|endnotes|notes|next steps|conclusions?|contents|index|witnesses"
    r"|abbreviations|acknowledge?ments?|formal minutes|evidence|members|terms of reference)\W*$"
    r"|list of\b|declarations? of\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(
    r"\s*[(\[]\s*(?:(?:see\s+)?(?:paragraphs?|paras?\.?|chapters?|sections?|pages?|Q+|Recommendations?)\s*)?"
    r"[A-Z]{0,3}\d[\d.,;\sand–-]*[)\]]?[.;]?\s*$",
    re.IGNORECASE,
)
_HEADING_LENGTH = 90
_QUOTED_LENGTH = 20
_RECOMMENDS = re.compile(r"\b(?:we|I)\s+(?:\w+\s+){0,2}recommend\b")


@dataclass(frozen=True, slots=True)
class Start:
    """The index of the block that an entry begins with, its mark, and, in a list, what promises it.

    `listed` says that a heading or a lead-in promises recommendations only; `lead` is the place of that lead-in.
    """

    index: int
    mark: Mark
    listed: bool = False
    lead: Span | None = None


def find_starts(text: str, blocks: Sequence[Block], *, answered: bool) -> list[Start]:
    """Where the entries begin, in order, by the first way of numbering that the document shows.

    `answered` says that the document is a response: it may quote, and may give a bare number above an answer.
    """
    families = (_worded, _set_apart, _alone, _labelled) if answered else (_worded,)
    return next((found for family in (*families, _listed, _outright) if (found := family(text, blocks))), [])


def _worded(text: str, blocks: Sequence[Block]) -> list[Start]:
    starts = []
    for n, block in enumerate(blocks):
        mark = worded_mark(text, block.span) or _label_mark(block) or trailing_mark(text, block.span)
        if mark is None and (plain := plain_mark(text, block.span, block.label)) and plain.noun:
            mark = plain  # "1. PAC recommendation: …"
        if mark and (mark.numbers or block.set_apart):
            starts.append(Start(n, mark, listed=True))
    numbered = [s for s in starts if s.mark.numbers]
    return starts if numbered or len(starts) > 1 else []


def _label_mark(block: Block) -> Mark | None:
    """The mark of an item whose label, not its text, says "Recommendation 5"."""
    mark = worded_mark(block.label, Span(0, len(block.label))) if block.label else None
    return Mark(mark.numbers, mark.noun, block.start, mark.after) if mark and mark.numbers else None


def _alone(text: str, blocks: Sequence[Block]) -> list[Start]:
    """Numbers that stand alone, each above its answer: the way of a state's replies."""
    marks = [(n, plain_mark(text, block.span)) for n, block in enumerate(blocks)]
    starts = [Start(n, mark, listed=True) for n, mark in marks if mark and mark.content == blocks[n].end]
    return starts if len(starts) > 2 else []


def _labelled(text: str, blocks: Sequence[Block]) -> list[Start]:
    """Numbered paragraphs each of which a label answers: "R1. … Response: …"."""
    starts = []
    for n, (block, following) in enumerate(pairwise(blocks)):
        mark = plain_mark(text, block.span, block.label)
        if mark and mark.content < block.end and directs(text, block.span) and is_labelled(text, following.span):
            starts.append(Start(n, mark, listed=True))
    return starts if len(starts) > 1 else []


def _set_apart(text: str, blocks: Sequence[Block]) -> list[Start]:
    """Numbered paragraphs in bold, a box or a quotation: the way a response quotes a committee."""
    starts = []
    for n, block in enumerate(blocks):
        mark = plain_mark(text, block.span, block.label)
        if mark is None or block.end - mark.content < _QUOTED_LENGTH or block.kind is PartKind.HEADING:
            continue
        referring = REFERENCE.search(text, max(block.start, block.end - 40), block.end)
        if block.bold or block.boxed or (referring and not opens_answer(text, Span(mark.content, block.end))):
            starts.append(Start(n, mark, listed=recommends(text, block.span)))
    return starts if any(s.listed or directs(text, blocks[s.index].span) for s in starts) else []


def _listed(text: str, blocks: Sequence[Block]) -> list[Start]:
    """Numbered paragraphs under a heading that promises recommendations, or after a lead-in that does."""
    starts: list[Start] = []
    section: _Section | None = None
    for n, block in enumerate(blocks):
        words = block.span.of(text)
        mark = plain_mark(text, block.span, block.label)
        if _opens_section(block, words, mark):
            if _LIST.search(words) and not _NOT_LIST.search(words):
                section = _Section(_MIXED.search(words) is not None, block.level, around=section)
            while section and section.ends_at(block, words):
                section = section.left()
            if section:
                section.headed = True
        elif _is_lead_in(words) and (stem := _stem(text, mark, blocks[n + 1 : n + 3])) is not None:
            section = _Section(stem=stem, lead=block.span)
        elif section and mark and mark.number and mark.content < block.end:
            if section.takes(mark.number):
                starts.append(Start(n, mark, not section.mixed, section.lead))
                section.last, section.headed = mark.number, False
            elif section.begins_anew(mark.number) and block.level <= blocks[starts[-1].index].level:
                section = section.left()
    return _recommending(blocks, starts)


def _recommending(blocks: Sequence[Block], starts: list[Start]) -> list[Start]:
    """Where a list of conclusions sets some paragraphs in italics and others not, those in italics recommend."""
    mixed = [start for start in starts if not start.listed]
    slanted = [start for start in mixed if blocks[start.index].italic]
    if not 2 <= len(slanted) <= len(mixed) - 2:
        return starts
    return [
        replace(start, listed=True) if start in slanted else start
        for start in starts
        if start.listed or start in slanted
    ]


@dataclass(slots=True)
class _Section:
    """A stretch of a document whose numbered paragraphs are recommendations, or, `mixed`, conclusions as well.

    `stem` is what the numbers after a lead-in begin with ("115."), `last` the number before, `around` the section that
    this one stands in.
    """

    mixed: bool = False
    level: int = 0
    stem: str = ""
    last: str = ""
    around: _Section | None = None
    lead: Span | None = None
    headed: bool = False  # a heading has come since the last number: the numbers may begin anew

    def ends_at(self, heading: Block, words: str) -> bool:
        """Whether a heading ends the section: one of a higher rank, or one that opens another part of the document."""
        higher = 0 < heading.level < self.level
        return higher or bool(self.last and (self.stem or CLOSING.match(words)))

    def left(self) -> _Section | None:
        """The section around this one, which goes on where this one stopped."""
        if self.around:
            self.around.last = self.last or self.around.last
        return self.around

    def begins_anew(self, number: str) -> bool:
        """Whether another list begins with `number`."""
        return bool(self.last) and number_key(number) == "1"

    def takes(self, number: str) -> bool:
        """Whether `number` goes on with the list; a number far off is a page's, a note's or a year's."""
        if self.stem:
            return number_key(number).startswith(self.stem)
        return not self.last or follows(self.last, number) or (self.headed and number_key(number) == "1")


def _opens_section(block: Block, words: str, mark: Mark | None) -> bool:
    if block.kind is PartKind.HEADING:
        return True
    if mark or len(words) > _HEADING_LENGTH or "\n" in words:
        return False
    titled = words[0].isupper() and words[-1].isalpha() and (_LIST.search(words) or CLOSING.match(words))
    return block.bold or bool(titled)


def _is_lead_in(words: str) -> bool:
    return len(words) < 600 and _LEAD_IN.search(words) is not None


def _stem(text: str, mark: Mark | None, following: Sequence[Block]) -> str | None:
    """What the numbers of the list after a lead-in begin with: its own number, or nothing if they begin with 1.

    After a numbered lead-in these must stand in brackets: "5 The concerns are: (1) …".
    """
    marks = [plain_mark(text, block.span, block.label) for block in following]
    numbers = [number_key(m.number) for m in marks if m and m.number]
    own = f"{number_key(mark.number)}." if mark and mark.number else ""
    if own and numbers and numbers[0].startswith(own):
        return own
    bracketed = bool(following) and following[0].span.of(text).startswith("(")
    return "" if numbers and numbers[0] in {"1", "a"} and (bracketed or not own) else None


def _outright(text: str, blocks: Sequence[Block]) -> list[Start]:
    """Numbered paragraphs of a report that say outright that they recommend."""
    found = []
    for n, block in enumerate(blocks):
        mark = plain_mark(text, block.span, block.label)
        if mark and _RECOMMENDS.search(text, block.start, block.end):
            found.append(Start(n, mark))
    return found
