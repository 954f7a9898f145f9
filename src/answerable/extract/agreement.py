"""Whether a pronoun may stand for a member, and at what cost; whom a noun phrase alone brings in."""

from __future__ import annotations

import re

from answerable.extract import gazetteer
from answerable.extract.cast import Member
from answerable.extract.mentions import Form, Found, Noun
from answerable.extract.names import Sort
from answerable.model import ActorKind

OWNING = frozenset({"'s", "his", "her", "their", "its", "my", "our"})
_DETERMINED = OWNING | {"a", "an", "the", "another", "one"}


def third(found: Found) -> bool:
    """Whether a mention speaks of its member as of another, as a statement does that an office issues."""
    return found.subject and (found.form is Form.NAME or bool(found.pronoun and found.pronoun.person == 3))


def described_only(found: Found) -> Member | None:
    """Somebody without a name in the subject's place, whom a pronoun may mean; no actor until a source needs one."""
    told = found.sort is Sort.OFFICE or found.words & _DETERMINED
    if not (told and found.subject) or found.quoted:
        return None
    gender = found.gender if found.gender in ("m", "f") else ""
    kind = ActorKind.WORK if found.noun is Noun.WORK else ActorKind.OFFICE
    return Member(kind, found.span.start, [found.name], gender, nameless=True)


def agrees(found: Found, member: Member) -> bool:
    """Whether a pronoun may stand for a member."""
    if found.gender:
        person = member.kind is ActorKind.PERSON or (member.nameless and member.kind is ActorKind.OFFICE)
        return person and member.gender in ("", found.gender)
    if member.nameless:
        return member.kind is ActorKind.WORK and not (found.pronoun and found.pronoun.plural)
    nameless = member.kind is ActorKind.PERSON and not member.sure and not member.gender and " " not in member.name
    if found.pronoun and found.pronoun.plural:
        return (
            member.kind is ActorKind.GROUP or nameless or (member.kind is ActorKind.ORGANISATION and not member.place)
        )
    return member.kind is ActorKind.ORGANISATION or nameless


def cost(pronoun: Found, earlier: Found, member: Member) -> float:
    """How far an earlier mention is from being what a pronoun means; the least wins."""
    plural = pronoun.pronoun is not None and pronoun.pronoun.plural
    return (
        4 * (pronoun.sentence - earlier.sentence)
        + (0 if earlier.subject else 5)
        + (4 if earlier.owner else 0)
        + (6 if earlier.quoted != pronoun.quoted else 0)
        + (1 if pronoun.gender and not member.gender else 0)
        + (2 if pronoun.gender and not member.sure else 0)
        + (5 if plural and member.kind is not ActorKind.GROUP else 0)
        - (2 if earlier.form is Form.PRONOUN else 0)
    )


def content_words(found: Found) -> set[str]:
    """The words of a mention that say something of whom it means, lower case."""
    return set(re.findall(r"[^\W_]+", found.name.lower())) - {"the", "his", "her", "their", "of", "for", "s"}


def qualifying(found: Found) -> set[str]:
    """The words of a role that tell which one it is: of "the Home Secretary" "home"."""
    return {w for w in content_words(found) if w not in gazetteer.role_nouns() and w not in gazetteer.titles()}
