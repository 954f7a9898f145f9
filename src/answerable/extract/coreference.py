"""Who is meant by what points back: noun phrases and pronouns, in the order of reading.

What the text does not decide stays undecided. A registry fills in only what the text leaves open, and only for a whole
title on a known day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answerable.extract import gazetteer
from answerable.extract.agreement import OWNING, agrees, content_words, cost, described_only, qualifying, third
from answerable.extract.appositions import beside
from answerable.extract.authorial import Own, own_voices
from answerable.extract.cast import Cast, Member
from answerable.extract.epithets import spoken_of
from answerable.extract.leaders import CHAIR, learn_leaders, named_after
from answerable.extract.mentions import Form, Found, Noun
from answerable.extract.names import Sort
from answerable.extract.naming import Resolved, name_all
from answerable.extract.parliament import addressed
from answerable.model import ActorKind, Document, PartKind
from answerable.registry import Registry

_ELSEWHERE = re.compile(r"(?:['’]s)? ?(?:of|for|in) (?!state\b|(?:[a-z]+ly )?[a-z]+ing\b)")
_ALIKE = (
    {"committee", "panel", "subcommittee", "commission"},
    {"paper", "newspaper"},
    {"firm", "company", "corporation"},
)
_OF_WORD = r"(?:[A-Z][\w’'-]*|and|of|the|for|on|council|committee|party|board|union|group|inquiry)"
_OF = re.compile(rf" (?:of|for) {_OF_WORD}(?: {_OF_WORD})*")
_PAST = frozenset("former ex then late ousted onetime one-time previous next future eventual".split())
_PARAGRAPHS = 3  # that a pronoun may reach back over
_FAR = 100.0
_LEAD = 1000  # characters within which a lead names whom it has announced


def resolve(
    document: Document, found: Sequence[Found], registry: Registry | None = None
) -> tuple[Cast, list[Resolved]]:
    """Everyone in the document, and each mention with its member, in order of start."""
    cast = Cast()
    named = name_all(document.text, _taught(document, found), cast)
    learn_leaders(document.text, named, cast)
    reader = Reader(document, cast, registry)
    return cast, reader.follow(_among(named, addressed(document, reader.own, cast, registry)))


def _taught(document: Document, found: Sequence[Found]) -> list[Found]:
    """The mentions without names that stand in headings alone and that nothing shows to be persons' or offices'."""
    headings = document.parts_of(PartKind.HEADING)
    starts = [p.span.start for p in headings]

    def headed(f: Found) -> bool:
        i = bisect_right(starts, f.span.start) - 1
        return i >= 0 and f.span.start < headings[i].span.end

    loose = {id(f) for f in found if f.form is Form.NAME and f.sort not in (Sort.PERSON, Sort.OFFICE) and headed(f)}
    below = {f.name.lower() for f in found if f.form is Form.NAME and id(f) not in loose}
    return [f for f in found if id(f) not in loose or f.name.lower() in below]


def _among(named: Sequence[Resolved], said: Sequence[Resolved]) -> list[Resolved]:
    """The mentions with forms of address in the place of the noun phrases and names that these hold."""
    if not said:
        return list(named)
    starts = [r.found.span.start for r in said]

    def held(r: Resolved) -> bool:
        i = bisect_right(starts, r.found.span.start) - 1
        return r.found.form is not Form.PRONOUN and i >= 0 and said[i].found.span.overlaps(r.found.span)

    kept = [r for r in named if not held(r)]
    return sorted([*kept, *said], key=lambda r: (r.found.span.start, -r.found.span.end))


class Reader:
    """Goes through the mentions in the order of reading and keeps what it has read."""

    def __init__(self, document: Document, cast: Cast, registry: Registry | None) -> None:
        self.text = document.text
        self.day: date | None = document.source.published
        self.registry = registry
        self.cast = cast
        self.done: list[Resolved] = []
        self.own = [(own, self._speaking(own)) for own in own_voices(document)]
        self._turn = 0

    def follow(self, named: Sequence[Resolved]) -> list[Resolved]:
        """The mentions with those resolved that point back."""
        roles = [i for i, r in enumerate(named) if r.found.noun is Noun.ROLE or r.found.sort is Sort.OFFICE]
        by = {i: self._described(beside(self.text, named, i), named[i].found) for i in roles}
        for i, r in enumerate(named):
            f = r.found
            if f.pronoun:
                r = Resolved(f, self._first_person(f) if f.pronoun.person == 1 else self._pronoun(f))
            elif f.noun is Noun.GROUP:
                r = Resolved(f, self.cast.body(lowered(f.name), f.span.start, ActorKind.GROUP))
            elif f.noun is Noun.BODY:
                r = Resolved(f, self._body(f))
            elif f.noun is Noun.WORK:
                r = Resolved(f, described_only(f))
            elif i in by:
                member = by[i] or self._role(f)
                if by[i] and self.done and self.done[-1].member is member:  # "Hale, the minister": no new subject
                    f = replace(f, subject=self.done[-1].found.subject)
                r = Resolved(f, member)
            self.done.append(r)
        return self.done

    # ---------------------------------------------------------------- the first person

    def _speaking(self, own: Own) -> Member | None:
        """The member whose voice a stretch of the text is in."""
        if own.kind is not ActorKind.PERSON:
            return self.cast.body(own.name, own.span.start, own.kind)
        person = self.registry.person(own.ref) if self.registry and own.ref else None
        member = self.cast.person(person.name if person else own.name, own.span.start, "")
        if member and own.role:
            member.holds(own.role)
        if member and own.ref:
            member.identifiers["person"] = own.ref
        return member

    def _first_person(self, found: Found) -> Member | None:
        """Whose "I" or "we" it is; inside a quotation it is the quoted speaker's, whom only a statement tells."""
        if found.quoted or found.pronoun is None:
            return None
        own, member = self._speaking_at(found)
        return member if own and (own.plural or not found.pronoun.plural) else None

    def _speaking_at(self, found: Found) -> tuple[Own | None, Member | None]:
        """The voice that the text is in at a mention; mentions come in order."""
        while self._turn < len(self.own) and self.own[self._turn][0].span.end <= found.span.start:
            self._turn += 1
        if self._turn < len(self.own) and self.own[self._turn][0].span.contains(found.span):
            return self.own[self._turn]
        return None, None

    # ---------------------------------------------------------------- nouns for persons

    def _described(self, member: Member | None, found: Found) -> Member | None:
        """The member, with what the noun phrase says of it."""
        if member:
            member.roles |= found.roles
            member.words |= set(re.findall(r"[^\W_]+", found.name.lower()))
            member.gender = member.gender or (found.gender if found.gender in ("m", "f") else "")
            member.sure = True
            if (found.definite and not found.words & OWNING) or found.sort is Sort.OFFICE:
                of = _OF.match(self.text, found.span.end)
                member.holds(found.name + (of[0] if of else ""))
        return member

    def _role(self, found: Found) -> Member | None:
        """The person to whom "the Republican lawmaker", "the Home Secretary" points back, or who held the office."""
        office = found.sort is Sort.OFFICE
        if not (found.definite or office):
            return self._foretold(found) or described_only(found)
        words, asked = content_words(found), qualifying(found)
        best, score = None, 0.0
        for distance, r in enumerate(reversed(self.done[-120:])):
            m = r.member
            if (
                m is None
                or m.kind is not ActorKind.PERSON
                or not found.roles & m.roles
                or m.gender not in ("", found.gender or m.gender)
            ):
                continue
            fit = len(asked & m.words) - (5 if office and asked - m.words else 0)
            if 1 + fit - distance / 150 > score:
                best, score = m, 1 + fit - distance / 150
        if best or (holder := self._holder(found, words)):
            return best or holder
        if CHAIR in found.roles and (after := named_after(self.text, found.name, found.span.end, self.cast)):
            return after
        if not (found.words & _PAST or self._bearers(found)) and (only := spoken_of(self.text, found, self.done)):
            return self._described(only, found)
        owned = self._bearers(found) if found.words & OWNING else []
        return owned[0] if len(owned) == 1 else self._foretold(found) or described_only(found)

    def _foretold(self, found: Found) -> Member | None:
        """Whom a headline or the lead means by "a judge": the first of that role whom the text then names.

        An office is told by all its words and soon: "the Ports Secretary" is not the Health Secretary who is named
        next, and need not be who held the post once.
        """
        if found.paragraph > 2 or found.quoted:
            return None
        office = found.sort is Sort.OFFICE
        told = qualifying(found) if office else set()
        bearers = [m for m in self._bearers(found) if m.start > found.span.start and told <= m.words]
        first = min(bearers, key=lambda m: m.start, default=None)
        alone = len(bearers) == 1 and not office
        return first if first and (alone or first.start - found.span.start < _LEAD) else None

    def _bearers(self, found: Found) -> list[Member]:
        return [
            m for m in self.cast
            if m.kind is ActorKind.PERSON and found.roles & m.roles and m.gender in ("", found.gender or m.gender)
        ]  # fmt: skip

    def _holder(self, found: Found, words: set[str]) -> Member | None:
        """Who held the office that the whole phrase names on the day of publication."""
        if not self.registry or not self.day or words & _PAST or _ELSEWHERE.match(self.text, found.span.end):
            return None
        before = self.text[max(0, found.span.start - 12) : found.span.start].lower().split()
        if before and (before[-1] in _PAST or before[-1].endswith(("'s", "’s")) or before[-1] in gazetteer.peoples()):
            return None
        holder = self.registry.holder(found.name, self.day)
        if holder is None:
            return None
        member = self.cast.person(holder.name, found.span.start, "", found.roles, words)
        if member:
            member.identifiers["person"] = holder.id
            member.posts += [
                p for p in self.registry.posts_named(found.name, holder.id, self.day) if p not in member.posts
            ]
        return member

    # ---------------------------------------------------------------- bodies

    def _body(self, found: Found) -> Member | None:
        """The body that "the committee" points back to, else a body known by the phrase alone ("the government")."""
        head = next(iter(found.roles))
        alike = next((words for words in _ALIKE if head in words), {head})
        if found.definite:
            if state := self.cast.state(lowered(found.name)):
                return state
            named = {w.lower() for w in re.findall(r"[^\W_]+", found.name) if w[0].isupper() and w != "The"}
            for r in reversed(self.done[-60:]):
                if r.member is None or r.member.kind is not ActorKind.ORGANISATION:
                    continue
                words = set(re.findall(r"[^\W_]+", r.member.name.lower()))
                if alike & words and (named <= words or (head == "inquiry" and words & named)):
                    return r.member  # "the Reva inquiry" is not the Hale inquiry; "Ada Hale's inquiry" is
            return self.cast.body(lowered(found.name), found.span.start)
        if found.paragraph > 1:
            return None
        asked = found.words - {head, "a", "an"}
        ahead = [
            m for m in self.cast
            if m.kind is ActorKind.ORGANISATION and m.start > found.span.start
            and alike & (named := set(m.name.lower().split())) and asked <= named
        ]  # fmt: skip
        first = min(ahead, key=lambda m: m.start, default=None)
        return first if first and (len(ahead) == 1 or first.start - found.span.start < _LEAD) else None

    # ---------------------------------------------------------------- pronouns

    def _pronoun(self, found: Found) -> Member | None:
        """Whom a pronoun of the third person means: near, in the subject's place, and of the right sort."""
        best: Member | None = None
        least = _FAR
        own, speaker = self._speaking_at(found)
        for r in reversed(self.done):
            if found.paragraph - r.found.paragraph > _PARAGRAPHS:
                break
            if r.member is speaker and own and own.kind is ActorKind.PERSON and not (own.plural and third(r.found)):
                continue  # nobody calls himself "he", unless by name too
            if r.member and agrees(found, r.member) and (far := cost(found, r.found, r.member)) < least:
                best, least = r.member, far
        if best and found.gender and not best.gender:
            best.gender = found.gender
        return best


def lowered(phrase: str) -> str:
    """A noun phrase as it reads inside a sentence: "Some Republicans" -> "some Republicans"."""
    first = phrase.split(maxsplit=1)[0]
    common = first.lower() in gazetteer.words("function_words") or first.lower() in gazetteer.words("group_nouns")
    return phrase[0].lower() + phrase[1:] if common and not first[1:2].isupper() else phrase
