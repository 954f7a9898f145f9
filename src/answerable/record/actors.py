"""One actor for one person or body, though many documents name it: joined with a score and a reason.

Persons are not joined on a name alone: it takes the same entry of the registry, the same office, or the same company in
both texts. What is only likely is proposed, for a person to decide. Decisions (merge, split, rename) come before all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from answerable.model import Actor, ActorKind, Extraction, Judgement, Verdict
from answerable.record.clusters import Clusters
from answerable.record.company import Company, Seen
from answerable.record.judgements import standing
from answerable.record.kinship import Likeness, body_key, inquiry_key, likeness, person_key
from answerable.record.posts import tidied
from answerable.registry import Registry

JOINED = 0.8
"""The score from which two actors are joined without a person's word."""

_CROWD = 400  # actors of one surname, beyond which each is compared with its nearest in the order of names only


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors of the record that may be one: for a person to confirm or reject."""

    first: str
    second: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class JoinedActors:
    """The actors of the record. `members` gives for each the ids of the documents' actors, with score and reason.

    The id of an actor of the record is the id of its earliest member, so it stays while that document stays.
    """

    members: Mapping[Actor, tuple[tuple[str, float, str], ...]]
    proposals: tuple[Proposal, ...]


def join_actors(
    extractions: Iterable[Extraction], registry: Registry | None = None, judgements: Iterable[Judgement] = ()
) -> JoinedActors:
    """The actors of many documents as actors of the record, people's decisions applied."""
    seen = Company.of(extractions)
    decided = _Decided.of(judgements)
    clusters = Clusters([s.actor.id for s in seen.all], {s.actor.id: s.registered for s in seen.all}, decided.apart)
    for one, other in decided.together:
        clusters.join(one, other, 1.0, "merged by hand", by_hand=True)
    likely = sorted(_pairs(seen), key=lambda pair: (-pair[2].score, pair[0], pair[1]))
    for one, other, like in likely:
        if like.score >= JOINED:
            clusters.join(one, other, like.score, like.reason)
    members = {
        _merged([seen[id] for id, _, _ in group], decided.names, registry): group for group in _groups(clusters, seen)
    }
    return JoinedActors(members, _proposals(likely, clusters, members))


# ---------------------------------------------------------------- who may be whom


def _pairs(seen: Company) -> Iterator[tuple[str, str, Likeness]]:
    """Pairs of actors of different documents that may be one, with how likely that is and why."""
    blocks: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for s in seen.all:
        for key in _keys(s):
            blocks[s.actor.kind, key].append(s)
    told: set[tuple[str, str]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda s: (s.actor.name, s.actor.id))
        for one, other in _near(ordered):
            pair = (one.actor.id, other.actor.id)
            if one.document == other.document or pair in told:
                continue
            told.add(pair)
            like = likeness(one, other, seen)
            if like:
                yield (*pair, like)


def _near(block: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    if len(block) <= _CROWD:
        yield from combinations(block, 2)
        return
    for i, one in enumerate(block):
        for other in block[i + 1 : i + 21]:
            yield one, other


def _keys(seen: Seen) -> set[str]:
    """What an actor is looked up by: its registry id; its surname; each name of a body."""
    keys = {f"id {seen.registered}"} if seen.registered else set()
    if seen.actor.kind is ActorKind.PERSON:
        return keys | {words[-1] for n in seen.actor.names if (words := person_key(n))}
    if seen.actor.kind in (ActorKind.ORGANISATION, ActorKind.OFFICE):
        inquired = {f"inquiry {word}" for n in seen.actor.names for word in inquiry_key(n)}
        return keys | inquired | {body_key(n) for n in seen.actor.names} - {""}
    if seen.actor.kind is ActorKind.GROUP and seen.actor.name[:1].isupper():
        return keys | {body_key(seen.actor.name)}
    return keys


# ---------------------------------------------------------------- what becomes of them


def _groups(clusters: Clusters, seen: Company) -> Iterator[tuple[tuple[str, float, str], ...]]:
    """The members of each actor of the record, the earliest first, in order of the earliest."""
    for group in clusters.groups():
        yield tuple(sorted(group, key=lambda member: seen.order(member[0])))


def _merged(members: Sequence[Seen], names: Mapping[str, str], registry: Registry | None) -> Actor:
    """The actor of the record that its members make, the earliest first."""
    first = members[0].actor
    every = dict.fromkeys(n for m in members for n in m.actor.names)
    registered = next((m.registered for m in members if m.registered), None)
    person = registry.person(registered) if registry and registered else None
    given = next((names[m.actor.id] for m in members if m.actor.id in names), None)
    name = given or (person.name if person else _fullest(every))
    return replace(
        first,
        name=name,
        names=tuple(dict.fromkeys([name, *every])),
        posts=tidied(p for m in members for p in m.actor.posts),
        identifiers=tuple(dict.fromkeys(i for m in members for i in m.actor.identifiers)),
    )


def _fullest(names: Iterable[str]) -> str:
    """The name of most words, one with an owner ("Ada Hale's inquiry") last."""
    return max(names, key=lambda n: ("'s " not in n.replace("’", "'"), len(n.split()), len(n), n))


def _proposals(
    likely: Sequence[tuple[str, str, Likeness]], clusters: Clusters, members: Mapping[Actor, object]
) -> tuple[Proposal, ...]:
    """Pairs of actors of the record that may be one, the best reason for each pair, the likeliest first."""
    ids = {a.id for a in members}
    best: dict[tuple[str, str], Proposal] = {}
    anchor = {m: next(i for i, _, _ in group if i in ids) for group in clusters.groups() for m, _, _ in group}
    for one, other, like in likely:
        a, b = sorted((anchor[one], anchor[other]))
        if a != b and not clusters.barred(one, other):
            best.setdefault((a, b), Proposal(a, b, like.score, like.reason))
    return tuple(best.values())


# ---------------------------------------------------------------- what people decided


@dataclass(frozen=True, slots=True)
class _Decided:
    together: tuple[tuple[str, str], ...]
    apart: frozenset[frozenset[str]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> _Decided:
        """Merges, splits and renames that stand; of a merge and a split of one pair the later holds."""
        last: dict[frozenset[str], Verdict] = {}
        names: dict[str, str] = {}
        for judgement in standing(judgements):
            if judgement.verdict in (Verdict.MERGE, Verdict.SPLIT):
                ids = sorted({judgement.subject, *(value for _, value in judgement.value)})
                last.update({frozenset(pair): judgement.verdict for pair in combinations(ids, 2)})
            elif judgement.verdict is Verdict.RENAME:
                names[judgement.subject] = dict(judgement.value).get("name", "")
        together = [tuple(sorted(pair)) for pair, verdict in last.items() if verdict is Verdict.MERGE]
        apart = frozenset(pair for pair, verdict in last.items() if verdict is Verdict.SPLIT)
        return cls(tuple((a, b) for a, b in together), apart, {id: name for id, name in names.items() if name})
