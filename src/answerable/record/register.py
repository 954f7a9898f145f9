"""The register of asks: which asks of many documents are one, and which ask an entry of another document is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from answerable.model import Ask, AskKind, AskRef, Count, Extraction, When
from answerable.record.likeness import Likeness, contained
from answerable.record.names import titles_of

_TOKEN = re.compile(r"\d+|[a-z]+")
_QUOTED = 0.75  # share of words that a quotation must have in common with what it quotes
_AGREEING = 0.5  # share of words at which a quotation with the same number is of the same ask
_FAR = date.max


def number_key(number: str) -> str:
    """The form under which two printings of one number are equal: "4(a)(iii)" and "4a iii"."""
    tokens = _TOKEN.findall(number.lower())
    if len(tokens) > 1 and tokens[0] in ("r", "rec"):
        tokens = tokens[1:]
    return ".".join(tokens)


def day_of(when: When | None) -> date | None:
    """The day on which something stands in an order of days: the first possible one."""
    return (when.start or when.end) if when else None


@dataclass(frozen=True, slots=True)
class Found:
    """An ask that an entry may be about, with a score and the reason in words."""

    ask: Ask
    score: float
    reason: str


class Register:
    """The asks of many documents, each once, under the inquiry and the number they are known by."""

    def __init__(self, extractions: Sequence[Extraction]) -> None:
        self._extractions = extractions
        self.titles = titles_of(extractions)
        self._recommending = {self.titles.key(a.inquiry) for e in extractions for a in e.asks if a.number}
        self._inquiry_of = {e.document: self._main_inquiry(e) for e in extractions}
        self._groups: dict[str, list[Ask]] = defaultdict(list)
        asks = [ask for extraction in extractions for ask in extraction.asks]
        for ask in asks:
            if ask.quoted_from is None:
                self._groups[self._key(ask)].append(ask)
        self._join_quotations([ask for ask in asks if ask.quoted_from])
        self.first = {key: min(asks, key=_originality) for key, asks in self._groups.items()}
        self._key_of = {ask.id: key for key, asks in self._groups.items() for ask in asks}
        self._numbers: dict[str, list[str]] = defaultdict(list)
        self._here: dict[tuple[str, str], str] = {}  # under document and number
        for key, ask in self.first.items():
            if ask.number and ask.kind is AskKind.RECOMMENDATION:
                self._numbers[number_key(ask.number)].append(key)
            for place in self._groups[key]:
                if place.number:
                    self._here.setdefault((place.document, number_key(place.number)), key)

    def __iter__(self) -> Iterator[tuple[str, Ask]]:
        """Every ask once, with its key, in order of key."""
        yield from sorted(self.first.items())

    def canonical(self, ask: str) -> Ask | None:
        """The ask that stands for the one with this id, or None if there is none."""
        key = self._key_of.get(ask)
        return self.first[key] if key else None

    def key(self, ask: str) -> str:
        """The key of the ask with this id."""
        return self._key_of[ask]

    def same(self, ask: str) -> tuple[Ask, ...]:
        """All places of one ask, the original first."""
        return tuple(sorted(self._groups[self._key_of[ask]], key=_originality))

    def inquiry_of_document(self, document: str) -> str | None:
        """The key of the inquiry that a document is about."""
        return self._inquiry_of.get(document)

    def inquiry_of_count(self, count: Count) -> str | None:
        """The key of the inquiry whose recommendations are counted."""
        return self.titles.key(count.inquiry) or self._inquiry_of.get(count.document)

    def inquiry(self, ask: Ask) -> str | None:
        """The key of the inquiry that an ask comes from."""
        return self.titles.key(ask.inquiry) or (self._inquiry_of.get(ask.document) if ask.number else None)

    def find(self, ref: AskRef, document: str) -> Found | None:
        """The ask that a reference in `document` points at: by number and inquiry, else by the words it quotes."""
        if ref.number and (found := self._by_number(ref, document)):
            return found
        return self.by_words(ref.words, least=_QUOTED, reason="quotes its words") if ref.words else None

    def by_words(
        self, words: str, *, least: float, reason: str, kinds: frozenset[AskKind] | None = None
    ) -> Found | None:
        """The ask whose words are most like `words`, if they are like enough."""
        nearest = self.likeness.nearest(words, lambda key: kinds is None or self.first[key].kind in kinds, least=least)
        if nearest is None:
            return None
        return Found(self.first[nearest[0]], round(nearest[1], 2), f"{reason} (likeness {nearest[1]:.2f})")

    @cached_property
    def likeness(self) -> Likeness:
        """The wordings of all asks, to be compared."""
        return Likeness({key: ask.text for key, ask in self.first.items()})

    def _by_number(self, ref: AskRef, document: str) -> Found | None:
        wanted = self.titles.key(ref.inquiry) or self._inquiry_of.get(document)
        key = number_key(ref.number or "")
        for number, share in ((key, 1.0), (key.split(".")[0], 0.9)):
            keys = self._numbers.get(number, [])
            here = self.first.get(self._here.get((document, number), ""))
            if here and wanted in (None, self.inquiry(here)):
                return Found(here, 0.98 * share, f"number {ref.number} in the same document")
            if wanted is not None and (own := self.first.get(f"{wanted} {number}")):
                return Found(own, 0.95 * share, f"number {ref.number} of the same inquiry ({own.inquiry or wanted})")
            if here:
                return Found(here, 0.8 * share, f"number {ref.number} in the same document")
            if wanted is None and len(keys) == 1:
                return Found(self.first[keys[0]], 0.6 * share, f"the only recommendation numbered {ref.number}")
        return None

    def _key(self, ask: Ask) -> str:
        if ask.kind is AskKind.RECOMMENDATION and ask.number and (inquiry := self.inquiry(ask)):
            return f"{inquiry} {number_key(ask.number)}"
        return ask.id

    def _main_inquiry(self, extraction: Extraction) -> str | None:
        """The inquiry that a document is about: that of most of its asks, else the one it names most, else the one that
        is known by the name of somebody it speaks of ("Ida Lind": "the Lind Inquiry"). Those with recommendations in
        the register come first."""
        own = Counter(key for a in extraction.asks if a.number and (key := self.titles.key(a.inquiry)))
        named = Counter({i.name: len(i.mentions) for i in extraction.inquiries})
        known = [key for name, _ in named.most_common() if (key := self.titles.key(name))]
        people = [key for a in extraction.actors if (key := self.titles.of_person(a.name))]
        recommending = [key for key in (*known, *people) if key in self._recommending]
        return next(iter((*(key for key, _ in own.most_common()), *recommending, *known, *people)), None)

    def _join_quotations(self, quotations: Sequence[Ask]) -> None:
        """Each quotation joins the ask that it quotes: by number where the words agree, else by its words.

        Responses number anew what they answer, so that a number alone is trusted only where no report is known.
        """
        whole = {key: asks[0].text for key, asks in self._groups.items()}
        likeness = Likeness(whole)
        for ask in quotations:
            key = self._key(ask)
            if not (key in whole and contained(ask.text, whole[key]) >= _AGREEING):
                key = self._quoted(ask, likeness, whole) or (ask.id if key in whole else key)
            self._groups[key].append(ask)

    def _quoted(self, ask: Ask, likeness: Likeness, whole: Mapping[str, str]) -> str | None:
        """The key of the ask of the same inquiry, where it has one, whose words a quotation repeats."""
        own = self.inquiry(ask)
        nearest = likeness.nearest(
            ask.text, lambda key: own is None or self.inquiry(self._groups[key][0]) in (own, None), least=_QUOTED
        )
        return nearest[0] if nearest and contained(ask.text, whole[nearest[0]]) >= _QUOTED else None


def _originality(ask: Ask) -> tuple[bool, date, str, int]:
    """Originals before quotations, then the earliest."""
    return ask.quoted_from is not None, day_of(ask.date) or _FAR, ask.document, ask.span.start
