"""Who speaks, is spoken of, is asked and promises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.text import Span, key


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"
    GROUP = "group"  # no name of its own: "critics", "backbench MPs"
    WORK = "work"  # a document that speaks: "the report", "a poll"


@dataclass(frozen=True, slots=True)
class Post:
    """A post held: role as the registry or the text words it, and its first and last day where known."""

    role: str
    organisation: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, office or group.

    In an `Extraction` an actor is one document's; `record/actors` joins those of many documents into one.
    `name` is the fullest name seen; `names` all of them; `identifiers` are (scheme, value) pairs elsewhere.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        document: str,
        name: str,
        kind: ActorKind,
        *,
        names: tuple[str, ...] = (),
        posts: tuple[Post, ...] = (),
        identifiers: tuple[tuple[str, str], ...] = (),
    ) -> Actor:
        """An actor of one document, with the id that belongs to it."""
        return cls(key("actor", document, kind, name), name, kind, names or (name,), posts, identifiers)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an actor: its id and the name to show. `id` is None for an actor that stays undecided."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an actor. `actor` is the id of an `Actor` of the same extraction, or None if undecided."""

    span: Span
    name: str
    actor: str | None
    score: float = 1.0
