"""How likely two actors of different documents are one, and why."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from answerable.model import Actor, ActorKind
from answerable.record.names import label
from answerable.record.spelling import name_likeness
from answerable.registry import same_given, title_key

if TYPE_CHECKING:
    from answerable.record.company import Company, Seen

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_STYLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "prof", "professor", "cllr", "rt", "hon"}
)
_COMPANY = 1.2  # shared company from which two persons of one name are taken to be one
_ACQUAINTED = 0.4  # shared company that is enough where all documents know one bearer of the surname
_ALIKE = 0.93  # likeness of two spellings from which they may be one name


class Likeness(NamedTuple):
    """How likely, 0 to 1, and why."""

    score: float
    reason: str


def person_key(name: str) -> tuple[str, ...]:
    """Given name and surname, lower case: without styles, initials in the middle and suffixes."""
    words = [w.lower().replace("’", "'") for w in _WORD.findall(name)]
    words = [w for w in words if w not in _SUFFIXES and w not in _STYLES] or words
    return (words[0], words[-1]) if len(words) > 1 else tuple(words)


def body_key(name: str) -> str:
    """The words of a body's name, lower case, without an article."""
    return " ".join(w.lower() for w in _WORD.findall(name)).removeprefix("the ")


def likeness(one: Seen, other: Seen, company: Company) -> Likeness | None:
    """How likely two actors are one, or None for not at all."""
    if one.registered and other.registered:
        same = one.registered == other.registered
        return Likeness(1.0, "the same person in the registry") if same else None
    if one.actor.kind is ActorKind.PERSON:
        return _persons(one, other, company)
    return _bodies(one, other, company)


def _persons(one: Seen, other: Seen, company: Company) -> Likeness | None:
    a, b = person_key(one.actor.name), person_key(other.actor.name)
    if a[-1] != b[-1] or _conflict(one.actor, other.actor):
        return None
    if len(a) < 2 or len(b) < 2:
        return _by_surname(one, other, company)
    alike = 1.0 if a[0] == b[0] else _given(a[0], b[0])
    if not alike:
        return None
    if office := _office(one.actor, other.actor):
        return Likeness(0.95 * alike, f"the same name and office: {office}")
    if company.shared(one, other) >= _COMPANY:
        return Likeness(0.9 * alike, "the same name in the same company")
    if company.bearers(a[-1]) == 1 and company.shared(one, other) >= _ACQUAINTED:
        return Likeness(0.85 * alike, "the same name, borne by nobody else, and an acquaintance in common")
    return Likeness(0.6 * alike, "the same name")


def _by_surname(one: Seen, other: Seen, company: Company) -> Likeness:
    """A text that knows somebody by one name alone, and one that tells more, or that tells no more either."""
    surname = person_key(one.actor.name)[-1]
    if company.bearers(surname) > 1:
        return Likeness(0.3, "a surname that several people bear")
    if office := _office(one.actor, other.actor):
        return Likeness(0.85, f"the same surname and office: {office}")
    if company.shared(one, other) >= _COMPANY:
        return Likeness(0.8, "the same surname in the same company")
    return Likeness(0.5, "the same surname")


def _given(a: str, b: str) -> float:
    """How far two given names may be one: an initial, a short form, a slip of the pen."""
    if same_given(a, b):
        return 0.95
    return 0.9 if min(len(a), len(b)) > 4 and name_likeness(a, b) >= _ALIKE else 0.0


def _conflict(one: Actor, other: Actor) -> bool:
    """Whether two full names differ in a part that both give: "John A. Doe", "John B. Doe"; "Doe Jr.", "Doe Sr."."""
    return any(
        first and second and not (first & second)
        for first, second in ((_middle(one.name), _middle(other.name)), (_suffix(one.name), _suffix(other.name)))
    )


def _middle(name: str) -> set[str]:
    return {w[0].lower() for w in _WORD.findall(name)[1:-1] if w.lower() not in _STYLES | _SUFFIXES}


def _suffix(name: str) -> set[str]:
    return {w.lower() for w in _WORD.findall(name)} & _SUFFIXES


def _office(one: Actor, other: Actor) -> str | None:
    """An office that both are said to hold, in terms that overlap."""
    for p in one.posts:
        for q in other.posts:
            apart = (p.end and q.start and p.end < q.start) or (q.end and p.start and q.end < p.start)
            if title_key(p.role) == title_key(q.role) and p.role and not apart:
                return p.role
    return None


def inquiry_key(name: str) -> frozenset[str]:
    """The proper words of an inquiry's name ("the Hale inquiry": hale); none for what is no inquiry or bears none."""
    head = name.partition(" into ")[0].removesuffix(" itself")
    if not head.lower().endswith(("inquiry", "enquiry", "review")):
        return frozenset()
    proper = {w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(head) if w[0].isupper()}
    return label(head) & proper


def _inquiry(one: Actor, other: Actor) -> str | None:
    """The name that two bodies share as inquiries: one gives no proper word that the other lacks.

    "Professor Hale's inquiry" is "the Hale inquiry"; "the Tarn inquiry" is not "the Osk inquiry".
    """
    for a in filter(None, map(inquiry_key, one.names)):
        for b in filter(None, map(inquiry_key, other.names)):
            if a <= b or b <= a:
                return " ".join(word.title() for word in sorted(a & b))
    return None


def _bodies(one: Seen, other: Seen, company: Company) -> Likeness | None:
    a = {body_key(n) for n in one.actor.names}
    b = {body_key(n) for n in other.actor.names}
    proper = one.actor.name[:1].isupper() and other.actor.name[:1].isupper()
    if not (shared := a & b):
        if inquiry := _inquiry(one.actor, other.actor):
            return Likeness(0.9, f"the same inquiry, called after {inquiry}")
        near = name_likeness(one.actor.name, other.actor.name)
        return Likeness(0.7 * near, "names spelt alike") if proper and near >= _ALIKE else None
    if proper:
        return Likeness(0.95 if max(map(len, shared)) > 3 else 0.85, "the same name")
    if company.shared(one, other) >= _COMPANY:
        return Likeness(0.85, "the same words in the same company")
    return Likeness(0.5, "the same words")
