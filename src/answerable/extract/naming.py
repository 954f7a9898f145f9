"""Which actor each name means: full names introduce, short forms are looked up, headlines repeat what was taught."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from answerable.extract import gazetteer
from answerable.extract.cast import Cast, Member, parts
from answerable.extract.headlines import headlines
from answerable.extract.mentions import Form, Found
from answerable.extract.names import Sort
from answerable.model import ActorKind
from answerable.text import Span

_PARTY = re.compile(r" ?\((?:([RDI])[-–—,. )]|(Lab|Con|LD|SNP)\b)")
_PARTIES = {
    "R": "republican",
    "D": "democrat",
    "I": "independent",
    "Lab": "labour",
    "Con": "conservative",
    "LD": "liberal",
}
_COMPASS = frozenset("north south east west northern southern eastern western central mid".split())
_BESIDE = (["in"], ["near"], ["nearby"], ["neighbouring"], ["neighboring"])
_OF_PLACE = frozenset("people residents town city village port county borough parish".split())
_WHERE = frozenset("in at from near across outside inside to".split())
_IN_LIST = re.compile(r",(?: and)? | and ")
_INTRODUCED = re.compile(r",? (?:who |\d\d,)")
_APPOSITION = re.compile(r", (?:a|an|the|his|her|its) (?:[\w’'-]+ ){0,4}?([\w-]+)")
_APPOSED = re.compile(r", (?:an?|the|which|whose) ")
_AFFAIRS = frozenset("affairs safety rivers harbour services act bill order charter chapter annex".split())
_GROUNDS = frozenset("bay quay beach island islands river valley street road avenue lake".split())
_PIECE = re.compile(r"[^\W_][\w’'.-]*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and whom it means; None where that is undecided."""

    found: Found
    member: Member | None


def name_all(text: str, found: Sequence[Found], cast: Cast) -> list[Resolved]:
    """The mentions in order of start, names with their members; `cast` gains whom the names introduce."""
    settled = _settled(text, found)
    members: list[Member | None] = [None] * len(settled)
    inner = {f.name for f in settled if f.form is Form.NAME and not f.first}
    for short in (False, True):
        for i, f in enumerate(settled):
            single = f.sort in (Sort.PERSON, Sort.UNKNOWN) and " " not in f.name
            if f.form is Form.NAME and single is short:
                members[i] = _short(text, f, cast, inner) if short else _full(text, f, cast)
    resolved = [Resolved(f, m) for f, m in zip(settled, members, strict=True)]
    return sorted([*resolved, *_headlines(text, cast)], key=lambda r: (r.found.span.start, -r.found.span.end))


# ---------------------------------------------------------------- what a run of capitals is


def _settled(text: str, found: Sequence[Found]) -> list[Found]:
    """The mentions, those of sort UNKNOWN settled where the text around them shows what they are."""
    surnames = {parts(f.name)[-1] for f in found if f.sort is Sort.PERSON and parts(f.name)}
    alone = {f.name.lower() for f in found if f.form is Form.NAME and " " not in f.name and not f.definite}
    names = [f for f in found if f.form is Form.NAME]
    places = {f.name for f in names if _located(text, f, surnames)}
    places |= _listed(text, names, places, surnames)
    return [
        replace(f, sort=Sort.PLACE)
        if f.name in places and f.sort is Sort.UNKNOWN
        else _settle(text, f, surnames, alone)
        if f.form is Form.NAME
        else f
        for f in found
    ]


def _located(text: str, found: Found, surnames: set[str]) -> bool:
    """Whether a name that nothing else settles stands where a place does: "in Tarn", or ends as one: "Tarn Bay"."""
    words = found.name.lower().split()
    if found.sort is not Sort.UNKNOWN or found.definite or words[-1] in surnames or words[0] in _common():
        return False
    before = text[max(0, found.span.start - 24) : found.span.start].split()
    beside = before[-1:] in _BESIDE or (before[-1:] == ["of"] and before[-2:-1] and before[-2].lower() in _OF_PLACE)
    return (len(words) > 1 and words[-1] in _GROUNDS) or (len(words) == 1 and bool(beside))


def _listed(text: str, names: Sequence[Found], places: set[str], surnames: set[str]) -> set[str]:
    """Names of one word that stand in a list with a place: "Tarn, Osk and North Reva"."""
    told: set[str] = set()
    for before, after in (*pairwise(names), *pairwise(reversed(names))):
        first, last = sorted((before.span, after.span))
        listed = _IN_LIST.fullmatch(text[first.end : last.start])
        place = before.sort is Sort.PLACE or before.name in places | told or _compass(before.name)
        single = after.sort is Sort.UNKNOWN and " " not in after.name and not after.definite
        if listed and place and single and after.name.lower() not in surnames | _ordinary():
            told.add(after.name)
    return told


def _compass(name: str) -> bool:
    words = name.lower().split()
    return len(words) > 1 and bool({words[0], words[-1]} & _COMPASS)


def _settle(text: str, found: Found, surnames: set[str], alone: set[str]) -> Found:
    words = found.name.split()
    if found.sort is Sort.BODY and len(words) == 1 and found.name.isupper() and found.name.lower() in surnames:
        return replace(found, sort=Sort.PERSON)  # a speaker's name in capitals: "DOE:"
    if found.sort is not Sort.UNKNOWN or len(words) == 1:
        return found
    before = text[max(0, found.span.start - 24) : found.span.start].lower().split()
    if not found.definite and words[-1].lower() in surnames | (alone - _ordinary()):
        return replace(_shorn(found), sort=Sort.PERSON, sure=True)
    if not found.definite and _introduced(text, found, before):
        return replace(found, sort=Sort.PERSON, sure=True)
    if _compass(found.name):
        return replace(found, sort=Sort.PLACE)  # "East Jerusalem", "Tarn North"
    if not found.definite and {words[0].lower(), words[-1].lower()} & _ordinary():
        return found  # "Top Stories", "Opinion Poll": capitals alone make no name
    bodily = found.definite or len(words) > 3 or bool(before and before[-1] in _WHERE)
    return replace(found, sort=Sort.BODY if bodily else Sort.PERSON)


def _shorn(found: Found) -> Found:
    """A person's name without ordinary words before it: "State Doe", of "secretary of State Doe"."""
    words = found.name.split()
    first = next((i for i, w in enumerate(words[:-1]) if w.lower() not in _ordinary()), len(words) - 1)
    name = found.name.split(maxsplit=first)[-1]
    return replace(found, head=Span(found.head.end - len(name), found.head.end), name=name)


def _introduced(text: str, found: Found, before: Sequence[str]) -> bool:
    """Whether the words around a name are such as stand around a person's."""
    if before and before[-1] in gazetteer.role_nouns():
        return True
    if _INTRODUCED.match(text, found.span.end):
        return True
    apposed = _APPOSITION.match(text, found.span.end, found.span.end + 60)
    if apposed and apposed[1].lower() in gazetteer.role_nouns():
        return True
    return any(len(w) == 2 and w[1] == "." for w in found.name.split()[1:-1])


# ---------------------------------------------------------------- full names and short


def _full(text: str, found: Found, cast: Cast) -> Member | None:
    at = found.span.start
    if found.sort is Sort.PERSON:
        member = cast.person(found.name, at, found.gender, found.roles, found.words)
        if member:
            member.sure = member.sure or found.sure
            title = text[at : found.head.start].strip()
            if title and title.split()[-1].lower() in gazetteer.role_nouns():
                member.holds(title)
            if party := _PARTY.match(text, found.span.end):
                member.words.add(_PARTIES.get(party[1] or party[2], ""))
        return member
    if found.sort is Sort.BODY and found.name.lower().split()[-1] in ("act", "bill"):
        return cast.body(found.name, at, ActorKind.WORK)
    if found.sort in (Sort.BODY, Sort.PLACE):
        return cast.body(found.name, at, place=found.sort is Sort.PLACE)
    if found.sort is Sort.PEOPLE and found.name.lower().endswith(("s", "men")):
        return cast.body(found.name, at, ActorKind.GROUP)
    return None


def _short(text: str, found: Found, cast: Cast, inner: set[str]) -> Member | None:
    """A name of one word: somebody known by it, or else somebody whom the text knows by it alone.

    `inner` are the names that stand inside a sentence somewhere.
    """
    at = found.span.start
    if found.gender and found.sort is Sort.PERSON:
        return cast.person(found.name, at, found.gender, found.roles, found.words)
    known = cast.short(found.name, at)
    if known and not (found.sort is Sort.PERSON and found.sure and known.kind is not ActorKind.PERSON):
        known.roles |= found.roles  # "Professor Doe", of the Ada Doe named before
        return known
    if cast.surnamed(found.name):
        return None  # several bear it
    if found.sort is Sort.UNKNOWN and found.name.lower() in _ordinary():
        if not found.definite or found.name.lower() not in _common() - _AFFAIRS - gazetteer.words("work_nouns"):
            return None
        return cast.headed(found.name, at) or cast.body(found.name, at)
    if found.first and found.sort is Sort.UNKNOWN and found.name not in inner:
        return None  # only its place in the sentence makes it a capital
    if found.sort is Sort.PERSON or ((found.subject or found.owner) and not found.definite):
        return cast.person(found.name, at, found.gender, found.roles, found.words)
    return cast.body(found.name, at) if found.subject or found.owner or _APPOSED.match(text, found.span.end) else None


@cache
def _ordinary() -> frozenset[str]:
    """Words that a text writes in lower case unless they are part of a name."""
    return _common() | gazetteer.words("common_words")


@cache
def _common() -> frozenset[str]:
    """Words that name nobody by themselves, capital or not."""
    lists = ("organisation_nouns", "body_nouns", "work_nouns", "group_nouns", "title_words")
    return frozenset().union(*map(gazetteer.words, lists), gazetteer.role_nouns(), _AFFAIRS)


# ---------------------------------------------------------------- headlines


def _headlines(text: str, cast: Cast) -> Iterator[Resolved]:
    """Names that the text has taught, found again in its headlines, where capitals tell nothing."""
    taught = _taught(cast)
    for line in headlines(text):
        pieces = [Span(line.start + m.start(), line.start + m.end()) for m in _PIECE.finditer(line.of(text))]
        at = 0
        while at < len(pieces):
            size, member = _longest(text, pieces[at : at + 9], taught)
            if member:
                span = Span(pieces[at].start, pieces[at + size - 1].end)
                name = span.of(text)
                place = Span(span.start, span.end - 2) if name.endswith(("'s", "’s")) else span
                yield Resolved(
                    Found(place, place, Form.NAME, place.of(text), owner=place != span, subject=at == 0), member
                )
            at += size


def _longest(text: str, pieces: Sequence[Span], taught: dict[str, Member | None]) -> tuple[int, Member | None]:
    """How many of the pieces the longest taught name takes at their start, and whose it is."""
    for size in range(len(pieces), 0, -1):
        name = text[pieces[0].start : pieces[size - 1].end]
        member = taught.get(name.lower().removesuffix("’s").removesuffix("'s"))
        if member and name[0].isupper():
            return size, member
    return 1, None


def _taught(cast: Cast) -> dict[str, Member | None]:
    """{name, lower case: who bears it; None where several do}."""
    taught: dict[str, Member | None] = {}
    for member in cast:
        if member.kind in (ActorKind.PERSON, ActorKind.ORGANISATION):
            taught.update({name.lower(): member for name in member.names})
    for member in cast:
        if member.kind is ActorKind.PERSON:
            surname = parts(member.name)[-1]
            taught[surname] = None if taught.get(surname, member) is not member else member
    return taught
