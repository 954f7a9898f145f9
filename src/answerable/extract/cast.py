"""The actors of one document while it is being read: who has been named, and whom a short form means.

Two people of one surname are kept apart. A short form that fits several is given to none of them, unless the text has
already used it for one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from answerable.extract import gazetteer
from answerable.model import Actor, ActorKind, Post
from answerable.registry import same_given

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NO_POSTS = frozenset({"", "professor", "doctor", "this reporter"})  # what somebody is called, no office
_SMALL = frozenset("of the for and on in to a an".split())
_SAME_PLACE = {"us": "united states", "u s": "united states", "usa": "united states", "america": "united states",
               "united states of america": "united states", "uk": "united kingdom", "u k": "united kingdom",
               "britain": "united kingdom", "great britain": "united kingdom"}  # fmt: skip


@dataclass(slots=True, eq=False)
class Member:
    """An actor in the making. `start` is where it is first named, `words` are words that the text describes it by."""

    kind: ActorKind
    start: int
    names: list[str]
    gender: str = ""
    roles: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    posts: list[Post] = field(default_factory=list)
    identifiers: dict[str, str] = field(default_factory=dict)
    sure: bool = False
    place: bool = False
    nameless: bool = False  # somebody whom the text only describes: "a spokesman for the board"

    def holds(self, role: str) -> None:
        """Notes a post by the words that the text has for it."""
        words = " ".join(role.split()).removeprefix("the ").removeprefix("The ")
        if words.lower() not in _NO_POSTS | gazetteer.peoples() and all(
            p.role.lower() != words.lower() for p in self.posts
        ):
            self.posts.append(Post(words))

    @property
    def name(self) -> str:
        """The fullest name; of a place none that only describes ("the Norwegian government")."""
        own = [name for name in self.names if name[0].isupper()] if self.place else []
        return _fullest(tuple(own or self.names))

    def actor(self, document: str) -> Actor:
        """The finished value."""
        names = tuple(dict.fromkeys([self.name, *self.names]))
        return Actor.of(
            document,
            self.name,
            self.kind,
            names=names,
            posts=tuple(self.posts),
            identifiers=tuple(self.identifiers.items()),
        )


@lru_cache(maxsize=65536)
def _fullest(names: tuple[str, ...]) -> str:
    """Of several names the one of most words, then the longest; mixed case before capitals."""
    return max(names, key=lambda n: (len(n.split()), not n.isupper(), len(n)))


@lru_cache(maxsize=65536)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name, lower case, without initials in the middle, suffixes and punctuation."""
    words = [w.lower() for w in _WORD.findall(name.replace("’", "'"))]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return tuple(w for i, w in enumerate(words) if i in (0, len(words) - 1) or len(w) > 1) or tuple(words)


class Cast:
    """Everyone whom the document names, with the ways to find them again."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self._persons: dict[str, list[Member]] = defaultdict(list)  # by every word of a name
        self._bodies: dict[str, Member] = {}
        self._by_end: dict[str, list[str]] = defaultdict(list)  # keys of bodies by first word, last word and initials
        self._used: dict[str, Member] = {}  # the short form, and whom the text last clearly meant by it

    def __iter__(self) -> Iterator[Member]:
        return iter(self.members)

    def person(
        self, name: str, start: int, gender: str, roles: Iterable[str] = (), words: Iterable[str] = ()
    ) -> Member | None:
        """The person of this name, introduced if new. None where a short form fits several."""
        found = self._matching(parts(name), gender)
        if len(found) > 1:
            return self._told_apart(parts(name), found, start)
        member = found[0] if found else self._enter(Member(ActorKind.PERSON, start, [name], gender))
        self._learn(member, name, start, gender)
        member.roles.update(roles)
        member.words.update(words)
        return member

    def short(self, name: str, start: int) -> Member | None:
        """The person or body whom a short form means at this place, if just one fits."""
        key = parts(name)
        found = self._matching(key, "")
        if not found:
            return self.body_of(name)
        member = found[0] if len(found) == 1 else self._told_apart(key, found, start)
        if member:
            self._used[key[-1]] = member
        return member

    def surnamed(self, name: str) -> bool:
        """Whether anybody bears this name last."""
        last = parts(name)[-1:]
        return bool(last) and any(parts(m.name)[-1:] == last for m in self._persons.get(last[0], ()))

    def _told_apart(self, key: tuple[str, ...], found: list[Member], start: int) -> Member | None:
        """Which of several bearers of a short form is meant: the only one named so far, or the one so called before."""
        used = self._used.get(key[-1])
        if used in found:
            return used
        named = [m for m in found if m.start < start]
        return named[0] if len(named) == 1 else None

    def _matching(self, key: tuple[str, ...], gender: str) -> list[Member]:
        """The persons whom the name may mean."""
        if not key:
            return []
        found = [
            m for m in self._persons[key[-1]]
            if not (gender and m.gender and gender != m.gender) and any(_names(key, parts(n)) for n in m.names)
        ]  # fmt: skip
        exact = [m for m in found if any(parts(n) == key for n in m.names)]
        return exact if len(exact) == 1 and len(key) > 1 else found

    def _learn(self, member: Member, name: str, start: int, gender: str) -> None:
        if name not in member.names:
            member.names.append(name)
        member.start = min(member.start, start)
        member.gender = member.gender or gender
        for word in parts(name):
            if member not in self._persons[word]:
                self._persons[word].append(member)

    def body(self, name: str, start: int, kind: ActorKind = ActorKind.ORGANISATION, *, place: bool = False) -> Member:
        """The body, place, group or work of this name, introduced if new."""
        named = kind is ActorKind.ORGANISATION and not place
        member = self.body_of(name) if named else self._bodies.get(_key(name))
        if member is None:
            member = self._enter(Member(kind, start, [name], place=place))
            self._bodies[_key(name)] = member
            if named:
                for word in _ends(name, _key(name)):
                    self._by_end[word].append(_key(name))
        if name not in member.names:
            member.names.append(name)
        return member

    def body_of(self, name: str) -> Member | None:
        """The body that this name or short form means: the same words, its initials, or its first or last words."""
        key = _key(name)
        if key in self._bodies:
            return self._bodies[key]
        near = {k for word in _ends(name, key) for k in self._by_end.get(word, ())}
        found = [m for k in sorted(near) if _abbreviates(name, key, k, (m := self._bodies[k]).name)]
        return found[0] if len(found) == 1 else None

    def headed(self, noun: str, start: int) -> Member | None:
        """The body whose fuller name ends with a noun ("the Authority") and that stood last before this place."""
        named = [self._bodies[k] for k in self._by_end.get(noun.lower(), ()) if len(k.split()) > 1]
        before = [m for m in named if m.start < start and parts(m.name)[-1] == noun.lower()]
        found = list(dict.fromkeys(before))
        return found[0] if len(found) == 1 else None

    def state(self, phrase: str) -> Member | None:
        """The state that "the Russian government" speaks for, if the text names it; it is known by the phrase then."""
        people, _, head = phrase.lower().removeprefix("the ").rpartition(" ")
        called = gazetteer.states_by_people().get(people) if head == "government" else None
        member = self.body_of(called) if called else None
        if member and phrase not in member.names:
            member.names.append(phrase)
        return member

    def _enter(self, member: Member) -> Member:
        self.members.append(member)
        return member


def _key(name: str) -> str:
    words = " ".join(w.lower() for w in _WORD.findall(name)).removeprefix("the ")
    return _SAME_PLACE.get(words, words)


def _names(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` may be a form of the name `full`, or `full` of `short`."""
    if len(short) > len(full):
        short, full = full, short
    if len(short) == 1:
        return short[0] == full[-1] or (short[0] == full[0] and short[0] in gazetteer.first_names())
    if short == full[-len(short) :]:
        return True
    return short[-1] == full[-1] and same_given(short[0], full[0])


def _ends(name: str, key: str) -> set[str]:
    """What a body is looked up by: its first and last word, its initials, and the letters of an acronym."""
    words = key.split()
    if not words:
        return {key}
    initials = "".join(w[0] for w in words if w not in _SMALL)
    letters = {re.sub(r"\W", "", name).lower()} if name.isupper() else set()
    return {words[0], words[-1], initials, "".join(w[0] for w in words)} | letters


def _abbreviates(name: str, key: str, full: str, written: str) -> bool:
    """Whether `name` is short for the body `full`, or the other way round."""
    if name.isupper() or written.isupper():
        small, large = (name, full) if name.isupper() else (written, key)
        initials = "".join(w[0] for w in large.split() if w not in _SMALL)
        return len(initials) > 1 and re.sub(r"\W", "", small).lower() in (
            initials,
            "".join(w[0] for w in large.split()),
        )
    short, long = sorted((key.split(), full.split()), key=len)
    if len(short) == len(long) or not short:
        return False
    return (
        (short == long[-len(short) :] and len(short) > 1)
        or short == long[: len(short)]
        or (set(short) < set(long) and (len(short) > 1 and short[-1] == long[-1]))
    )
