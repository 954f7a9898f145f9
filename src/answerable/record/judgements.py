"""What people decided, applied to what the program found. Judgements are kept for ever; an undone one is passed"
" over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from answerable.model import (
    Ask,
    Basis,
    Commitment,
    Count,
    Disposition,
    Judgement,
    Link,
    LinkKind,
    Precision,
    Progress,
    Ref,
    Response,
    Status,
    Verdict,
    When,
)

Entry = TypeVar("Entry", Ask, Response, Commitment, Progress, Count)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that hold, in order of time: undone ones are left out, and an undone undoing holds again."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.id))
    undone: set[str] = set()
    for judgement in reversed(ordered):
        if judgement.verdict is Verdict.UNDO and judgement.id not in undone:
            undone.add(judgement.subject)
    return tuple(j for j in ordered if j.verdict is not Verdict.UNDO and j.id not in undone)


@dataclass(frozen=True, slots=True)
class Decided:
    """The standing judgements by what they are on; of two on one subject the later holds."""

    rejected: frozenset[str]
    confirmed: frozenset[str]
    corrected: Mapping[str, Mapping[str, str]]
    linked: tuple[Link, ...]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decided:
        """What `judgements` come to."""
        last: dict[str, Verdict] = {}
        corrected: dict[str, dict[str, str]] = {}
        linked: dict[str, Link] = {}
        for judgement in standing(judgements):
            values = dict(judgement.value)
            if judgement.verdict in (Verdict.CONFIRM, Verdict.REJECT):
                last[judgement.subject] = judgement.verdict
            elif judgement.verdict is Verdict.CORRECT:
                corrected.setdefault(judgement.subject, {}).update(values)
            elif judgement.verdict is Verdict.LINK:
                reason = f"linked by {judgement.by}" + (f": {judgement.reason}" if judgement.reason else "")
                link = Link.of(LinkKind(values["kind"]), judgement.subject, values["object"], 1.0, reason)
                linked[link.id] = link
        return cls(
            rejected=frozenset(id for id, verdict in last.items() if verdict is Verdict.REJECT),
            confirmed=frozenset(id for id, verdict in last.items() if verdict is Verdict.CONFIRM),
            corrected=corrected,
            linked=tuple(linked.values()),
        )

    def links(self, proposed: Sequence[Link]) -> tuple[Link, ...]:
        """The links that hold: rejected ones are gone, a link made by hand stands in place of those that the program
        proposed for the same entry and kind, confirmed ones are certain."""
        by_hand = {(link.subject, link.kind) for link in self.linked}
        kept = [
            replace(link, score=1.0) if link.id in self.confirmed else link
            for link in proposed
            if link.id not in self.rejected and (link.subject, link.kind) not in by_hand
        ]
        return (*kept, *(link for link in self.linked if link.id not in self.rejected))

    def entry(self, entry: Entry) -> Entry | None:
        """An entry as corrected by people, or None if they rejected it."""
        if entry.id in self.rejected:
            return None
        changes = {name: _value(entry, name, text) for name, text in self.corrected.get(entry.id, {}).items()}
        known = {name: value for name, value in changes.items() if hasattr(entry, name)}
        return replace(entry, **known) if known else entry


def _value(entry: object, name: str, text: str) -> Any:
    """A corrected field from the words that a person entered."""
    if name == "disposition":
        return Disposition(text)
    if name == "status":
        return Status(text)
    if name == "by":
        return Ref(None, text) if text else None
    if name in ("due", "as_of", "date"):
        day = When(date.fromisoformat(text), date.fromisoformat(text), Precision.DAY, Basis.STATED) if text else None
        return ((day,) if day else ()) if isinstance(entry, Ask) and name == "due" else day
    return text or None
