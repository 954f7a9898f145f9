"""Who is behind each statement: the head of its source, followed back to the fullest name that the document gives.

A source is a noun phrase. Its head is a name ("McCaul, the Republican chairman of …"), a pronoun, or a noun that points
to a person ("the minister"), a body ("the council"), a group ("voters") or a work ("the report"). Nobody named gives no
speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from answerable.extract.authorial import own_voices
from answerable.extract.cast import Member
from answerable.extract.coreference import resolve
from answerable.extract.mentions import find_mentions
from answerable.extract.sources import Sources
from answerable.model import Actor, Document, Mention, Ref, Statement, Voice
from answerable.registry import Registry
from answerable.text import Span, envelope

_NEAR = 120  # characters between a quotation and the one that it goes on with
_SENTENCE = 300  # characters that "… and said" reaches back over


def resolve_speakers(
    document: Document, statements: Sequence[Statement], registry: Registry | None = None
) -> tuple[tuple[Actor, ...], tuple[Mention, ...], tuple[Statement, ...]]:
    """The actors and mentions of `document`, and its statements with their speakers.

    A name that fits several people, a pronoun without an antecedent and a passive without an agent leave a mention's
    actor or a statement's speaker None. The speaker of an authorial statement is whose voice the text there is in.
    """
    cast, resolved = resolve(document, find_mentions(document.text), registry)
    sources = Sources(document.text, cast, resolved)
    reported = [s for s in statements if s.voice is Voice.REPORTED]
    speakers = dict(
        zip((s.id for s in reported), _continued(document.text, reported, sources.speakers(reported)), strict=True)
    )
    speaking = (m for m in speakers.values() if m)  # "a report" that only "which" points back to is not of the cast
    actors = {id(m): m.actor(document.id) for m in (*cast, *speaking)}
    told = [_told(s, actors[id(m)]) if (m := speakers.get(s.id)) else s for s in statements]
    mentions = (
        Mention(r.found.span, r.found.name, actors[id(r.member)].id if r.member and not r.member.nameless else None)
        for r in resolved
    )
    every = tuple(dict.fromkeys(actors.values()))
    return every, tuple(mentions), tuple(_own(document, told, every))


def _told(statement: Statement, actor: Actor) -> Statement:
    return replace(statement, speaker=Ref(actor.id, actor.name))


def _own(document: Document, statements: Sequence[Statement], actors: Sequence[Actor]) -> list[Statement]:
    """The statements, the authorial ones with whoever speaks there."""
    voices = own_voices(document)
    by_name = {name: a for a in reversed(actors) for name in a.names}
    by_ref = {value: a for a in actors for scheme, value in a.identifiers if scheme == "person"}
    done, at = [], 0
    for statement in statements:
        if statement.voice is Voice.AUTHORIAL:
            place = envelope(statement.content)
            while at + 1 < len(voices) and voices[at].span.end <= place.start:
                at += 1
            if voices and voices[at].span.contains(place):
                actor = by_ref.get(voices[at].ref or "") or by_name.get(voices[at].name)
                statement = _told(statement, actor) if actor else statement
        done.append(statement)
    return done


def _continued(text: str, statements: Sequence[Statement], speakers: Sequence[Member | None]) -> list[Member | None]:
    """Speakers, those of statements without a source taken over from the one that they go on with."""
    order = sorted(range(len(statements)), key=lambda i: _place(statements[i]).start)
    result = list(speakers)
    last: int | None = None
    for i in order:
        if (
            result[i] is None
            and not statements[i].source
            and last is not None
            and _goes_on(text, statements[last], statements[i])
        ):
            result[i] = result[last]
        if result[i] is not None:
            last = i
    return result


def _place(statement: Statement) -> Span:
    return envelope(statement.content or statement.cue or statement.source)


def _goes_on(text: str, last: Statement, statement: Statement) -> bool:
    """Whether a statement without a source goes on with the speaker of the one before it.

    A quotation does, where hardly anything but a paragraph's end stands between; so does a second verb ("… and said").
    """
    before, place = _place(last), _place(statement)
    gap = text[min(before.end, place.start) : place.start]
    if text[place.start] in '"“‘' and len(gap) < _NEAR and gap.count("\n\n") <= 1:
        return True
    if not statement.cue or "\n" in gap:
        return False
    start = envelope(statement.cue).start
    joined = text[max(0, start - 8) : start].split()[-1:] in (["and"], ["but"], ["also"])
    return joined and 0 <= start - envelope(last.cue or last.content).start < _SENTENCE
