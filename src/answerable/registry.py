"""Persons, posts and memberships (Popolo): who held which office on a day. Pure values; readers are in `read/registry`.

Titles are compared whole: "Secretary of State for the Home Department" is no part of "Parliamentary Under-Secretary of
State for the Home Department". Where the registry has a gap, or names two holders, nobody is given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from answerable.model import Post

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOUBLED = re.compile(r"(.)\1")
_LONG = 5  # letters of a given name of which one may be doubled by mistake; "Ana" is not Anna
_SMALL = frozenset({"the", "hm", "her", "his", "majesty's"})
_OFFICE = (
    "secretary|first secretary|chancellor|lord|leader|minister|paymaster|deputy|speaker|chairman|president|shadow|"
    "lord president|chief"
)
_HEADS = frozenset({"chair", "chairman", "chairwoman"})
_GENERIC = frozenset({  # held by many at once: never one person's title, even where the registry knows but one
    "minister", "minister of state", "secretary of state", "parliamentary under secretary", "parliamentary secretary",
    "parliamentary under secretary of state", "shadow minister", "shadow secretary of state", "shadow spokesperson",
    "chair", "chairman", "chairwoman", "deputy chair", "vice chair", "member", "spokesperson", "whip",
    "opposition whip",
    "deputy speaker", "deputy leader", "leader", "substitute", "treasurer", "president", "secretary", "speaker", "mp",
})  # fmt: skip
_JOINED = re.compile(rf"\s+and\s+(?:the\s+)?(?=(?:{_OFFICE})\b)", re.IGNORECASE)


@cache
def _short_forms() -> dict[str, set[int]]:
    """{given name: the numbers of its families of short forms}."""
    found: dict[str, set[int]] = defaultdict(set)
    table = (files("answerable") / "data" / "names" / "nicknames.txt").read_text("utf-8")
    for number, line in enumerate(table.splitlines()):
        if not line.startswith("#"):
            for name in line.split():
                found[name].add(number)
    return dict(found)


def same_given(one: str, other: str) -> bool:
    """Whether two given names, lower case, may be one person's.

    So are equal ones, an initial, a short form ("mike", "michael") and a letter doubled or not ("phillip", "philip").
    """
    if one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0]):
        return True
    if min(len(one), len(other)) >= _LONG and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    families = _short_forms()
    return bool(families.get(one, set()) & families.get(other, set()))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a registry. `id` is the registry's own; `names` every form known."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Membership:
    """A post held by a person, or a seat in a body (`role` ""). Both days inclusive; None is open.

    `as_of` is the last day for which the source vouches that an open membership lasts; None for any day.
    """

    person: str
    role: str
    organisation: str | None = None
    start: date | None = None
    end: date | None = None
    as_of: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the registry vouches that the post was held on `day`."""
        last = self.end or self.as_of
        return (self.start is None or self.start <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Alias:
    """An everyday name of an office ("Home Secretary") for a role as the registry words it, while it was so called."""

    alias: str
    role: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class OtherName:
    """Another name of whoever is called `name`, while it is used. Never an office."""

    name: str
    other: str
    start: date | None = None
    end: date | None = None


def title_key(title: str) -> str:
    """A title to compare by: lower case, one space, without "the", punctuation and "Her Majesty's"."""
    words = (w.lower().replace("’", "'") for w in _WORD.findall(title.replace("&", " and ").replace("-", " ")))
    return " ".join(w for w in words if w not in _SMALL)


def _titles(membership: Membership) -> set[str]:
    """Every title that a membership answers to: its role, each of two roles in one, the chair of a committee."""
    role, body = membership.role, membership.organisation
    titles = {title_key(t) for t in (role, *_JOINED.split(role))}
    if body and title_key(role) in _HEADS:
        titles |= {f"{head} of {title_key(body)}" for head in _HEADS}
    return titles - _GENERIC - {""}


@dataclass(frozen=True)
class Registry:
    """Persons, what they held and when, and the everyday names of offices. Look up by whole title and day."""

    persons: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    aliases: tuple[Alias, ...] = ()
    others: tuple[OtherName, ...] = ()
    _by_id: dict[str, Person] = field(init=False, repr=False, compare=False)
    _by_name: dict[str, list[Person]] = field(init=False, repr=False, compare=False)
    _by_role: dict[str, list[Membership]] = field(init=False, repr=False, compare=False)
    _by_alias: dict[str, list[Alias]] = field(init=False, repr=False, compare=False)
    _held: dict[str, list[Membership]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_role: dict[str, list[Membership]] = defaultdict(list)
        held: dict[str, list[Membership]] = defaultdict(list)
        by_alias: dict[str, list[Alias]] = defaultdict(list)
        for membership in self.memberships:
            held[membership.person].append(membership)
            for title in _titles(membership):
                by_role[title].append(membership)
        for alias in self.aliases:
            by_alias[title_key(alias.alias)].append(alias)
        by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.persons:
            for name in {title_key(n) for n in (person.name, *person.names)}:
                by_name[name].append(person)
        for other in self.others:
            if title_key(other.other) not in by_name:
                by_name[title_key(other.other)] = by_name.get(title_key(other.name), [])
        object.__setattr__(self, "_by_name", dict(by_name))
        object.__setattr__(self, "_by_id", {p.id: p for p in self.persons})
        object.__setattr__(self, "_by_role", dict(by_role))
        object.__setattr__(self, "_by_alias", dict(by_alias))
        object.__setattr__(self, "_held", dict(held))

    def person(self, id: str) -> Person | None:
        """The person with this id."""
        return self._by_id.get(id)

    def named(self, name: str, day: date | None = None) -> tuple[Person, ...]:
        """The persons of this name; of several, those who held anything on `day`."""
        found = self._by_name.get(title_key(name), [])
        serving = [p for p in found if day and any(m.covers(day) for m in self.held_by(p.id))]
        return tuple(serving if len(found) > 1 and serving else found)

    def held_by(self, person: str) -> tuple[Membership, ...]:
        """Everything that a person held, in the order of the registry."""
        return tuple(self._held.get(person, ()))

    def memberships_of(self, title: str, day: date) -> tuple[Membership, ...]:
        """The memberships that `title`, or a role that it is an everyday name of, names on `day`."""
        key = title_key(title)
        roles = [key] + [
            title_key(a.role) for a in self._by_alias.get(key, ())
            if (a.start is None or a.start <= day) and (a.end is None or day <= a.end)
        ]  # fmt: skip
        return tuple(m for role in dict.fromkeys(roles) for m in self._by_role.get(role, ()) if m.covers(day))

    def holder(self, title: str, day: date) -> Person | None:
        """The one person who held the office on the day. None for a gap, several holders, or an unknown title."""
        holders = {m.person for m in self.memberships_of(title, day)}
        return self._by_id.get(holders.pop()) if len(holders) == 1 else None

    def posts_named(self, title: str, person: str, day: date) -> tuple[Post, ...]:
        """The posts by which `person` answers to `title` on `day`."""
        return tuple(
            Post(m.role, m.organisation, m.start, m.end) for m in self.memberships_of(title, day) if m.person == person
        )


def merged(registries: Iterable[Registry]) -> Registry:
    """Several registries as one: names and identifiers of one id are joined, the same entry is kept once."""
    persons: dict[str, Person] = {}
    memberships: dict[Membership, None] = {}
    aliases: dict[Alias, None] = {}
    others: dict[OtherName, None] = {}
    for registry in registries:
        for person in registry.persons:
            known = persons.get(person.id)
            persons[person.id] = _joined(known, person) if known else person
        memberships |= dict.fromkeys(registry.memberships)
        aliases |= dict.fromkeys(registry.aliases)
        others |= dict.fromkeys(registry.others)
    return Registry(tuple(persons.values()), tuple(memberships), tuple(aliases), tuple(others))


def _joined(one: Person, other: Person) -> Person:
    name = one.name or other.name
    names = dict.fromkeys(n for n in (*one.names, *other.names, one.name, other.name) if n)
    identifiers = dict.fromkeys((*one.identifiers, *other.identifiers))
    return Person(one.id, name, tuple(names), tuple(identifiers))
