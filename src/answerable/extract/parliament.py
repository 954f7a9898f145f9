"""How members of a parliament speak of each other: "the hon. Lady", "my hon. Friend the Member for …", "the Minister".

A seat or a name in brackets settles who is meant; an office does with a registry; otherwise it is whom the speaker has
just spoken of in that way, or who spoke before. (Erskine May, Parliamentary Practice, 25th edition, paragraph 21.22.)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.extract.authorial import Own
from answerable.extract.cast import Cast, Member, parts
from answerable.extract.ground import Ground
from answerable.extract.mentions import Form, Found
from answerable.extract.naming import Resolved
from answerable.model import ActorKind, Document, PartKind
from answerable.registry import Registry, title_key
from answerable.text import Span

_PLACE = r"[A-Z][\w’'-]*(?:,? (?:and |of |on |upon |the |in |under |with )*[A-Z][\w’'-]*)*"
_BRACKETS = r"(?:\s*\((?P<name>[^()]{3,60})\))?"
_HON = re.compile(
    r"\b(?:[Tt]he|[Mm]y|[Oo]ur)\s+(?:[Rr]ight\s+)?(?:[Hh]on\b\.?|noble|learned)(?:\s+and\s+(?:learned|gallant))*\s+"
    r"(?P<noun>Friend|Gentleman|Lady|Member|Baroness|Lord)\b"
    rf"(?:(?:,?\s+the\s+(?:right\s+)?(?:hon\.\s+)?Member)?\s+for\s+(?P<seat>{_PLACE})"
    rf"|,?\s+the\s+(?:right\s+)?(?:hon\.\s+)?(?P<office>(?!Member\b){_PLACE}(?:\s+for\s+{_PLACE})?))?{_BRACKETS}"
    rf"|\b[Tt]he\s+(?P<plain>Member)\s+for\s+(?P<seat2>{_PLACE})(?:\s*\((?P<name2>[^()]{{3,60}})\))?"
)
_OFFICE = re.compile(
    r"\b[Tt]he\s+(?P<office>Minister|Secretary\s+of\s+State|Under-Secretary)\b(?!\s+(?:for|of)\b|\s+[A-Z])"
)
_GENDERS = {"gentleman": "m", "lord": "m", "lady": "f", "baroness": "f"}
_GOVERNING = re.compile(
    r"(?!.*\b(?:shadow|opposition)\b)"
    r".*\b(?:secretary of state|minister|under secretary|chancellor|secretary to|solicitor|attorney|paymaster)"
)
_CABINET = re.compile(r"(?:first )?secretary of state\b|(?!shadow).* and secretary of state\b")
_TURNS = 8  # that "the hon. Lady" may reach back over


@dataclass(frozen=True, slots=True)
class _Turn:
    span: Span
    member: Member | None
    ref: str | None
    heading: str  # the heading that it stands under


def addressed(
    document: Document, own: Sequence[tuple[Own, Member | None]], cast: Cast, registry: Registry | None
) -> list[Resolved]:
    """The members whom the turns of `document` speak of by the forms of address of a parliament, in order."""
    if not any(o.ref for o, _ in own):
        return []
    house = _House(document, own, cast, registry)
    return list(house.resolve())


class _House:
    def __init__(
        self, document: Document, own: Sequence[tuple[Own, Member | None]], cast: Cast, registry: Registry | None
    ) -> None:
        self.text, self.ground = document.text, Ground(document.text)
        self.day: date | None = document.source.published
        self.cast, self.registry = cast, registry
        headings = [p for p in document.parts_of(PartKind.HEADING) if p.level <= 1]
        starts = [p.span.start for p in headings]
        self.turns = [
            _Turn(
                o.span,
                m,
                o.ref,
                headings[i].span.of(self.text) if (i := bisect_right(starts, o.span.start) - 1) >= 0 else "",
            )
            for o, m in own
        ]
        self.seats: dict[str, Member | None] = {}

    def resolve(self) -> Iterator[Resolved]:
        """Each form of address, in order; those that a seat or a name settles teach the seat to the rest."""
        found = [self._matches(turn) for turn in self.turns]
        for turn, matches in zip(self.turns, found, strict=True):
            for match in matches:
                self._named(match, turn)
        for n, matches in enumerate(found):
            said: list[tuple[str, Member]] = []
            for match in matches:
                member = self._member(match, n, said)
                if member:
                    said.append((_form(match), member))
                yield Resolved(self._found(Span(match.start(), match.end())), member)

    def _found(self, span: Span) -> Found:
        sentence, paragraph = self.ground.sentence(span.start), self.ground.paragraph(span.start)
        subject = self.ground.subject(span)
        return Found(span, span, Form.NOUN, span.of(self.text), subject=subject, sentence=sentence, paragraph=paragraph)

    def _matches(self, turn: _Turn) -> list[re.Match[str]]:
        spans = [m for p in (_HON, _OFFICE) for m in p.finditer(self.text, turn.span.start, turn.span.end)]
        return sorted(spans, key=lambda m: m.start())

    def _member(self, match: re.Match[str], n: int, said: Sequence[tuple[str, Member]]) -> Member | None:
        turn = self.turns[n]
        if match.re is _OFFICE:
            return self._minister(match["office"], n)
        if named := self._named(match, turn):
            return named
        if match["seat"] or match["seat2"] or match["name"]:
            return self._of_seat(match)
        if match["office"]:
            held = self._holder(match["office"])
            return held or (None if " for " in match["office"] else self._minister(match["office"], n))
        return self._before(match, n, said)

    def _named(self, match: re.Match[str], turn: _Turn) -> Member | None:
        """The member whose name stands in brackets."""
        groups = match.groupdict()
        name = groups.get("name") or groups.get("name2")
        if not name:
            return None
        member = self._person(name)
        if member and (seat := groups.get("seat") or groups.get("seat2")):
            self.seats[seat.lower()] = member
        return member

    def _of_seat(self, match: re.Match[str]) -> Member | None:
        return self.seats.get((match["seat"] or match["seat2"] or "").lower())

    def _person(self, name: str) -> Member | None:
        """The member of this name: one who speaks, or one whom the registry knows."""
        words = name.split()
        titled = words[0].rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Dame")
        gender = {"Mr": "m", "Sir": "m"}.get(words[0], "f" if titled and words[0] != "Dr" else "")
        bare = " ".join(words[titled:])
        known = [t for t in self.turns if t.member and parts(t.member.name)[-len(parts(bare)) :] == parts(bare)]
        if len({id(t.member) for t in known}) == 1:
            return known[0].member
        persons = self.registry.named(bare, self.day) if self.registry else ()
        member = self.cast.person(persons[0].name if len(persons) == 1 else bare, 0, gender)
        if member and len(persons) == 1:
            member.identifiers["person"] = persons[0].id
        return member

    def _holder(self, office: str) -> Member | None:
        holder = self.registry.holder(office, self.day) if self.registry and self.day else None
        if holder is None:
            return None
        member = self.cast.person(holder.name, 0, "")
        if member:
            member.identifiers["person"] = holder.id
        return member

    def _minister(self, office: str, n: int) -> Member | None:
        """The nearest minister of the debate other than the speaker, before or else after; or the department's head."""
        rule = _GOVERNING if "minister" in office.lower() or "under" in office.lower() else _CABINET
        turn = self.turns[n]
        debate = [i for i, t in enumerate(self.turns) if t.heading == turn.heading and t.ref != turn.ref]
        near = sorted(debate, key=lambda i: (i > n, abs(i - n)))
        for i in near:
            if self._governs(self.turns[i].ref, rule):
                return self.turns[i].member
        if rule is _CABINET and turn.heading:
            return self._holder(f"Secretary of State for {turn.heading}")
        return None

    def _governs(self, ref: str | None, rule: re.Pattern[str]) -> bool:
        if not (self.registry and self.day and ref):
            return False
        held = (title_key(m.role) for m in self.registry.held_by(ref) if m.covers(self.day))
        return any(rule.match(role) for role in held)

    def _before(self, match: re.Match[str], n: int, said: Sequence[tuple[str, Member]]) -> Member | None:
        """Whom the speaker has just so called, or who spoke before."""
        turn, form = self.turns[n], _form(match)
        gender = _GENDERS.get(form, "")
        for earlier, member in reversed(said):
            if _suits(member, gender) and (earlier == "friend") == (form == "friend"):
                return member
        for other in reversed(self.turns[max(0, n - _TURNS) : n]):
            if (
                other.heading == turn.heading
                and other.ref != turn.ref
                and other.member
                and _suits(other.member, gender)
            ):
                other.member.gender = other.member.gender or gender
                return other.member
        return None


def _form(match: re.Match[str]) -> str:
    return (match.groupdict().get("noun") or match.groupdict().get("plain") or "office").lower()


def _suits(member: Member, gender: str) -> bool:
    return member.kind is ActorKind.PERSON and (not gender or member.gender in ("", gender))
