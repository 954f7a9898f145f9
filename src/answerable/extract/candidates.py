"""Who of those that a statement mentions its act may be aimed at.

Where an act stands in a cue, what the cue governs; where it stands in a content, the subjects of its deciding words;
never the speaker, whom the speaker speaks for, those to whom a wrong is done and places where something happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from answerable.extract import exchanges, standing
from answerable.extract.exchanges import BLAMING, by_cue
from answerable.extract.lemmas import words_of, wordset
from answerable.extract.places import Place, Places
from answerable.model import ASKING, Act, ActorKind, Ref, Statement
from answerable.text import Span, Spans

_SHORT = frozenset({Act.DENY, Act.ACCEPT})  # of these a content tells what, not whose: "it will, subject to the board"
_KINDS = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OFFICE, ActorKind.GROUP})
_PLEDGING = frozenset({Act.PROMISE, Act.OFFER})
_ADDRESSED = frozenset({Act.CALL_FOR, Act.RECOMMEND, Act.WARN})
_EXCHANGED = ASKING | exchanges.ANSWERED.keys()
_JUDGING = BLAMING | {Act.PRAISE, Act.DEFEND, Act.DISPUTE, Act.WARN}
_TOPIC = 40  # characters from a cue in which whom it speaks of is named
_OBJECT = 200  # characters from a cue's deciding words to the content, where its object may stand
_CHARGED = re.compile(r"[^,.;:“”\"\n]{2,80}? of (?:\w+ly )?\w+ing\b")  # "accused two ministers of failing families"


class Candidates:
    """The actors of one document that its statements may be aimed at.

    `sides` tells for whom each speaker speaks: {id of an actor: ids of others}.
    """

    def __init__(self, places: Places, statements: Iterable[Statement]) -> None:
        self.places = places
        self.text = places.text
        self.addressee = places.addressee()
        self.sides: dict[str, set[str]] = {}
        for statement in statements:
            self._take_side(statement)

    def spoken_to(self, statement: Statement) -> Ref | None:
        """Whom judging or asking words to "you" mean: whom the speaker told them, or a letter is written to."""
        if statement.act not in exchanges.TO_YOU:
            return None
        if statement.cue and standing.is_to_you(self.text, statement.act_spans):
            start, end = statement.cue[0].start, statement.content[0].start
            if start < end <= start + _OBJECT:
                told = [p for p in self.places.inside((Span(start, end),)) if p.actor.kind is ActorKind.PERSON]
                return next((p.ref for p in told if p.ref != statement.speaker), None)
        if self.addressee and self._says_you(statement):
            return Ref(self.addressee.id, self.addressee.name)
        return None

    def stated(self, statement: Statement) -> list[Place]:
        """The actors where the act has its targets, but for the speaker and those only touched by what is said."""
        speaker = statement.speaker.id if statement.speaker else None
        places = [self.places.understood(p, speaker, statement.content) for p in self._placed(statement)]
        aside = self._aside(places, statement)
        never = {speaker}
        if statement.act in BLAMING and not by_cue(statement):
            never |= self.sides.get(speaker or "", set())
        places = [p for p in places if p.actor.id not in never and p.actor.kind in _KINDS and p not in aside]
        return self._charged(statement, places)

    def implied(self, statement: Statement) -> list[Place]:
        """Whom a judgement means that names nobody: the subject of a passive, or whom it only points to."""
        return self._suffering(statement) or self._pointed(statement) if statement.act in _JUDGING else []

    def _placed(self, statement: Statement) -> list[Place]:
        """The places where the act has its targets: what its cue governs, who "must", else anywhere in the content."""
        places, start = self.places.inside(statement.content), statement.content[0].start
        if statement.act is Act.ANNOUNCE:
            named = (p for p in places if p.named and p.actor.kind is ActorKind.PERSON and by_cue(statement))
            return [p for p in named if standing.is_governed(self.text, start, p.span, exchanged=False)][:1]
        if statement.act in _PLEDGING:
            pledged = (p for p in places if p.named and p.actor.kind is ActorKind.PERSON and by_cue(statement))
            return [p for p in pledged if standing.is_pledged(self.text, start, p.span)][:1]
        if by_cue(statement) or statement.act is Act.FIND:
            exchanged = statement.act in _EXCHANGED
            places = [p for p in places if standing.is_governed(self.text, start, p.span, exchanged=exchanged)]
            if statement.act in _ADDRESSED and by_cue(statement):
                places = [p for p in places if standing.is_addressed(self.text, start, p.span)]
            return self.places.inside(self._between(statement)) + places
        if statement.act in _SHORT:
            return []
        if topic := self._topic(statement):
            return [topic]
        modals = [span for span in statement.act_spans if self._is_modal(span)]
        return self._asked(places, modals) if modals and statement.act in _ADDRESSED else places

    def _topic(self, statement: Statement) -> Place | None:
        """Of whom the cue says that it speaks: "said of Roe"."""
        if not statement.cue or statement.act not in _JUDGING:
            return None
        cue = statement.cue[-1]
        near = self.places.inside((Span(cue.start, cue.end + _TOPIC),))
        return next((p for p in near if standing.is_topic(self.text, cue, p.span)), None)

    def _between(self, statement: Statement) -> Spans:
        """Where an object stands before the content: behind the deciding words of the cue, up to the content."""
        if not by_cue(statement):
            return ()
        start, end = statement.act_spans[0].start, statement.content[0].start
        return (Span(start, end),) if start < end <= start + _OBJECT else ()

    def _is_modal(self, span: Span) -> bool:
        """Whether deciding words say what somebody should do: "must", "they need to"."""
        return not wordset("modals").isdisjoint(span.of(self.text).lower().split()[:2])

    def _asked(self, places: Sequence[Place], modals: Iterable[Span]) -> list[Place]:
        """Those who "should" or "must", also several of them."""
        asked: list[Place] = []
        for modal in modals:
            last: Place | None = None
            for place in reversed(places):
                joined = last is not None and standing.is_joined(self.text, place.span, last.span)
                if joined or standing.is_asked(self.text, place.span, modal):
                    asked.append(place)
                    last = place
        return sorted(dict.fromkeys(asked), key=lambda p: p.span)

    def _aside(self, places: Sequence[Place], statement: Statement) -> list[Place]:
        """Those to whom a wrong is done, or where: "the hacking of the council and Roe in Anytown"."""
        blame = () if by_cue(statement) or statement.act not in BLAMING else statement.act_spans
        deeds = blame if statement.act is Act.ACCUSE else ()
        aside: list[Place] = []
        for place in places:
            span = place.span
            harmed = standing.is_victim(self.text, span, deeds) or standing.is_harmed(self.text, span, blame)
            scene = place.named and place.actor.kind is ActorKind.ORGANISATION and standing.is_scene(self.text, span)
            joined = bool(aside) and standing.is_joined(self.text, aside[-1].span, place.span)
            if joined or scene or (harmed and not standing.is_agent(self.text, span, deeds)):
                aside.append(place)
        return aside

    def _charged(self, statement: Statement, candidates: list[Place]) -> list[Place]:
        """Of "accused X of doing Y" those in X alone, also where X is nobody known."""
        if not any("accus" in cue.of(self.text).lower() for cue in statement.cue):
            return candidates
        for piece in statement.content:
            if match := _CHARGED.match(self.text, piece.start, piece.end):
                charge = self.text.rindex(" of ", piece.start, match.end())
                return [p for p in candidates if piece.start <= p.span.start and p.span.end <= charge]
        return candidates

    def _suffering(self, statement: Statement) -> list[Place]:
        """Who is judged where the cue has no object: the subject of "was condemned", "faced criticism for"."""
        if not by_cue(statement):
            return []
        judged = statement.act_spans[0]
        near = self.places.inside((Span(max(0, judged.start - _OBJECT), judged.end),))
        return [p for p in near if p.ref != statement.speaker and standing.suffers(self.text, p.span, judged)][-1:]

    def _pointed(self, statement: Statement) -> list[Place]:
        """Whom "he" or "the developer" means whom nobody introduced: the other of whom the document speaks most."""
        spans = (*self._between(statement), *statement.content)
        first = self.places.first_pointing(spans)
        actor = self.places.foremost(statement.speaker.id if statement.speaker else None)
        if first is None or actor is None:
            return []
        start = statement.content[0].start
        if by_cue(statement) and not standing.is_governed(self.text, start, first, exchanged=False):
            return []
        return [Place(first, actor, named=False)]

    def _says_you(self, statement: Statement) -> bool:
        said = (word.form for word in words_of(self.text, (*self._between(statement), *statement.content)))
        return not exchanges.YOU.isdisjoint(said)

    def _take_side(self, statement: Statement) -> None:
        """Notes for whom a speaker speaks: whom its source names beside it, "Roe aide Jane Doe"."""
        speaker = statement.speaker.id if statement.speaker else None
        beside = self.places.named_in(statement.source) - {speaker} if speaker else set()
        if speaker and beside and not self._apart(statement.source):
            self.sides.setdefault(speaker, set()).update(beside)

    def _apart(self, source: Spans) -> bool:
        return not wordset("apart").isdisjoint(word.form for word in words_of(self.text, source))
