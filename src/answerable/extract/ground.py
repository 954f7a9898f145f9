"""A text as the finder of mentions walks over it: where sentences, paragraphs and quotations run."""

from __future__ import annotations

import re
from bisect import bisect_right

from answerable.extract.quotations import quotations
from answerable.extract.runs import ABBREVIATION, SIGNS
from answerable.text import Span

WORD = re.compile(r"(?<![^\W_])(?<!\w['’])[^\W_]+(?:[-‑’'](?!(?:s|m|d|ve|ll|re)\b)[^\W_]+)*")
"""A word, with inner hyphens and apostrophes but without the "'s" of a possessive and the verb of "I've"."""

_PREPOSITIONS = frozenset("of for to by with against on from at about in into like than over under via".split())
_VERBS = frozenset(
    "said says say told tells added adds has have had is are was were will would could should may might must did "
    "does do can wrote writes asked asks called calls argued argues warned warns claimed claims denied denies "
    "accused accuses insisted insists tweeted announced thinks believes wants plans refused declined also then "
    "later".split()
)
_STOP = re.compile(r"[.!?]['\"”’)*_`]*[^\S\n]+(?=[\"“‘'(*_`]*[^\Wa-z])|\n+")


class Ground:
    """Tells of a place in which sentence and paragraph it stands, whether in a quotation, and how."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = [
            m.end() for m in _STOP.finditer(text) if not ABBREVIATION.search(text, max(0, m.start() - 7), m.start())
        ]
        self.paragraphs = [m.end() for m in re.finditer(r"\n+", text)]
        self.quotes = [q.span for q in quotations(text)]
        self.opened = [q.start for q in self.quotes]

    def sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at)

    def paragraph(self, at: int) -> int:
        return bisect_right(self.paragraphs, at)

    def quoted(self, at: int) -> bool:
        i = bisect_right(self.opened, at) - 1
        return i >= 0 and at < self.quotes[i].end

    def owns(self, end: int) -> bool:
        return self.text[end : end + 2] in ("'s", "’s") or (
            self.text[end - 1 : end + 1] in ("s'", "s’") and self.text[end + 1 : end + 2] == " "
        )

    def subject(self, span: Span) -> bool:
        start = span.start
        while start and self.text[start - 1] in SIGNS:
            start -= 1
        before = self.text[max(0, start - 14) : start].split()
        if (before and before[-1].lower() in _PREPOSITIONS) or self.owns(span.end):
            return False
        after = WORD.search(self.text, span.end, span.end + 24)
        opens = (
            not before or before[-1][-1] in '.!?,:;“"”' or self.sentence(span.start) != self.sentence(max(0, start - 3))
        )
        return opens or bool(after and (after[0].lower() in _VERBS or after[0].endswith("ed")))
