"""The words of numbered recommendations as what they are: recommended by their inquiry, in its own report or wherever
they are restated. A response that prints each recommendation before it answers does not make them its own calls."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.model import Act, Actor, Ask, Ref, Statement, Voice
from answerable.text import envelope


def recommended(
    statements: Sequence[Statement], asks: Sequence[Ask], actors: Sequence[Actor]
) -> tuple[Statement, ...]:
    """`statements` with those that are a recommendation's own sentences recommended, and where the document restates
    it, by its inquiry.

    Nothing else is stated inside the words of a restated recommendation; in a report's own ones what nobody says is
    left out.
    """
    ids = {name.casefold(): actor.id for actor in actors for name in (actor.name, *actor.names)}
    return tuple(_recommended(statements, sorted((a for a in asks if a.number), key=lambda a: a.span), ids))


def _recommended(statements: Sequence[Statement], asks: Sequence[Ask], ids: dict[str, str]) -> Iterator[Statement]:
    starts = [ask.span.start for ask in asks]
    for statement in statements:
        place = envelope((*statement.source, *statement.cue, *statement.content))
        n = bisect_right(starts, place.start) - 1
        ask = asks[n] if n >= 0 and asks[n].span.contains(place) else None
        if ask is None:
            yield statement
        elif statement.voice is Voice.AUTHORIAL:
            made = replace(statement, act=Act.RECOMMEND)
            yield replace(made, voice=Voice.REPORTED, speaker=_known(ask.by, ids)) if ask.quoted_from else made
        elif ask.quoted_from is None and statement.speaker:
            yield statement


def _known(by: Ref | None, ids: dict[str, str]) -> Ref | None:
    return replace(by, id=by.id or ids.get(by.name.casefold())) if by else None
