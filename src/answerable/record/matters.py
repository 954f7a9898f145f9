"""Matters: an ask with all that hangs on it, across documents, people's judgements applied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from answerable.model import Ask, Commitment, Count, Extraction, Judgement, Link, LinkKind, Matter, Progress, Response
from answerable.record.judgements import Decided
from answerable.record.register import Register, day_of, number_key
from answerable.record.threads import Threads
from answerable.text import Span, key

Entry = TypeVar("Entry", Response, Commitment, Progress, Count)

_ATTACHING = (LinkKind.ANSWERS, LinkKind.PROMISES, LinkKind.REPORTS_ON)


def build_matters(
    extractions: Sequence[Extraction], links: Sequence[Link], judgements: Iterable[Judgement] = ()
) -> tuple[Matter, ...]:
    """Every ask of `extractions` once, however often it is told, with its responses, promises, progress, counts and the
    links that joined them.

    An entry goes to the ask of its best link; links made by people come before all others. The id of a matter is made
    of its inquiry and number where it has both, so that it stays when the report is read after the response. In order
    of inquiry and number; asks without a number by day.
    """
    decided = Decided.of(judgements)
    register = Register(extractions)
    of_entry: dict[str, list[Link]] = defaultdict(list)
    for link in decided.links(links):
        of_entry[link.subject].append(link)
    threads = Threads(register, (k for held in of_entry.values() for k in held if k.object not in decided.rejected))
    responses = _by_ask([r for e in extractions for r in e.responses], of_entry, threads, decided)
    commitments = _by_ask([c for e in extractions for c in e.commitments], of_entry, threads, decided)
    progress = _by_ask([p for e in extractions for p in e.progress], of_entry, threads, decided)
    counts = _by_inquiry([c for e in extractions for c in e.counts], register, decided)
    found = []
    for name, first in threads:
        ask = decided.entry(first)
        if ask is None:
            continue
        inquiry = register.inquiry(first)
        parts = responses[first.id], commitments[first.id], progress[first.id]
        held = [entry.id for group in parts for entry in group]
        told = threads.told(first)
        own = [k for id in (first.id, *held) for k in of_entry[id] if _concerns(k, first, threads)]
        own += [k for ask in told for k in of_entry[ask.id] if k.kind is LinkKind.SAME_AS]
        before = [b for k in own if k.kind is LinkKind.REPEATS and (b := threads.canonical(k.object)) and b != first]
        matter = Matter(
            id=key("matter", name),
            ask=ask,
            responses=tuple(parts[0]),
            commitments=tuple(parts[1]),
            progress=tuple(parts[2]),
            counts=tuple(counts[inquiry]) if inquiry and first.number else (),
            repeats=(*(t for ask in told if (t := decided.entry(ask))), *before),
            links=tuple(dict.fromkeys(own)),
        )
        found.append((_order(first, inquiry), matter))
    return tuple(matter for _, matter in sorted(found, key=lambda pair: pair[0]))


def _by_ask(
    entries: Sequence[Entry], links: dict[str, list[Link]], threads: Threads, decided: Decided
) -> dict[str, list[Entry]]:
    """The entries under the id of the ask that each hangs on, in order of day."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=_in_time):
        attaching = [link for link in links[entry.id] if link.kind in _ATTACHING]
        if not attaching or (held := decided.entry(entry)) is None:
            continue
        best = max(attaching, key=lambda link: (link.score, link.reason.startswith("linked by"), link.id))
        if ask := threads.canonical(best.object):
            found[ask.id].append(held)
    return found


def _by_inquiry(counts: Sequence[Count], register: Register, decided: Decided) -> dict[str, list[Count]]:
    found: dict[str, list[Count]] = defaultdict(list)
    for count in sorted(counts, key=_in_time):
        inquiry = register.inquiry_of_count(count)
        if inquiry and (held := decided.entry(count)):
            found[inquiry].append(held)
    return found


def _concerns(link: Link, ask: Ask, threads: Threads) -> bool:
    """Whether a link of an entry of this matter belongs to it: not if it attaches the entry to another ask."""
    if link.kind not in _ATTACHING:
        return True
    other = threads.canonical(link.object)
    return other is not None and other.id == ask.id


def _in_time(entry: Response | Commitment | Progress | Count) -> tuple[date, str, Span, str]:
    when = entry.as_of if isinstance(entry, Progress | Count) else entry.date
    return day_of(when) or date.max, entry.document, entry.span, entry.id


def _order(ask: Ask, inquiry: str | None) -> tuple[object, ...]:
    number = tuple((int(t), "") if t.isdigit() else (0, t) for t in number_key(ask.number or "").split(".") if t)
    return not ask.number, inquiry or "", number, day_of(ask.date) or date.max, ask.document, ask.span
