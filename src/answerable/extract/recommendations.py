"""What is asked for: numbered recommendations of reports, those that a response quotes, and calls in statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from answerable.extract.addressees import bodies, find_addressees
from answerable.extract.agents import Agents
from answerable.extract.asking import asks, asks_firmly, directs, recommends
from answerable.extract.calls import find_calls
from answerable.extract.coroners import addressed, is_coroners
from answerable.extract.deadlines import find_deadlines
from answerable.extract.entries import Entry
from answerable.extract.numbering import letter_marks, number_key
from answerable.extract.origin import author
from answerable.extract.repeats import Repeats, overlap
from answerable.extract.states import recommending_states
from answerable.extract.survey import Survey, survey
from answerable.extract.tables import Row
from answerable.model import (
    Actor,
    Ask,
    AskKind,
    AskPart,
    AskRef,
    Document,
    Inquiry,
    Mention,
    Ref,
    Statement,
)
from answerable.text import Span, Spans, envelope, key, spans_key

_SAME = 0.6


def find_asks(
    document: Document,
    statements: Sequence[Statement] = (),
    actors: Sequence[Actor] = (),
    mentions: Sequence[Mention] = (),
    inquiries: Sequence[Inquiry] = (),
) -> tuple[Ask, ...]:
    """The asks of a document, in order of place.

    Numbered recommendations come from the document's own layout, one ask each however often its words stand there;
    `quoted_from` is set where the document responds to somebody else's. Calls and requests come from `statements`
    and from the inquiries that are asked for.
    """
    seen = survey(document, inquiries)
    numbered = _merged(document, seen, tuple(_numbered(document, seen, actors)))
    if is_coroners(document):
        numbered = tuple(addressed(document, numbered, actors))
    taken = [pin for ask in numbered for pin in (ask.span, *ask.also)]
    calls = find_calls(document, statements, inquiries, taken, Agents(document.text, actors, mentions))
    return tuple(sorted((*numbered, *calls), key=lambda ask: ask.span))


def ask_of(document: Document, seen: Survey, number: str | None, places: Spans, actors: Sequence[Actor] = ()) -> Ask:
    """The recommendation whose words stand at `places`."""
    text = document.text
    span = envelope(places)
    states = recommending_states(text, span)
    by = Ref(None, "; ".join(name for name, _ in states)) if states else author(document, seen.inquiry)
    quoted = AskRef(number, seen.inquiry, span, span.of(text)) if seen.answered else None
    return Ask(
        id=key("ask", document.id, AskKind.RECOMMENDATION, number or "", spans_key((span,))),
        document=document.id,
        kind=AskKind.RECOMMENDATION,
        span=span,
        text=span.of(text),
        by=by,
        addressees=find_addressees(text, places, actors),
        inquiry=seen.inquiry,
        number=number,
        parts=tuple(_parts(text, number or "", places)),
        due=find_deadlines(document, span),
        quoted_from=quoted,
    )


def _numbered(document: Document, seen: Survey, actors: Sequence[Actor]) -> Iterator[Ask]:
    for entry in seen.entries:
        if entry.words and _is_ask(document.text, entry, seen):
            for number, places in entry.shares:
                yield ask_of(document, seen, number, places, actors)
    for row in seen.rows:
        if row.words and (_is_quoted if seen.update else asks)(document.text, row.words):
            yield _from_row(document, seen, row, actors)


def _is_ask(text: str, entry: Entry, seen: Survey) -> bool:
    span = envelope(entry.words)
    if seen.update:
        return _is_quoted(text, span)
    if seen.answered and entry.words == (entry.title,):
        return asks(text, span)  # else only a title, above an answer
    if entry.mark.noun == "conclusion":
        return recommends(text, span)
    return entry.listed or asks_firmly(text, span)


def _is_quoted(text: str, span: Span) -> bool:
    """Whether words in a progress report are a recommendation, and not a word on how far it has got."""
    return directs(text, span) or text.startswith("That ", span.start)


def _from_row(document: Document, seen: Survey, row: Row, actors: Sequence[Actor]) -> Ask:
    assert row.words is not None
    ask = ask_of(document, seen, row.mark.number, (row.words,), actors)
    due = find_deadlines(document, row.due) if row.due else ()
    owners = tuple(Ref(None, name) for name in bodies(row.addressee.of(document.text))) if row.addressee else ()
    return replace(ask, due=(*ask.due, *due), addressees=ask.addressees or owners)


def _parts(text: str, number: str, places: Spans) -> Iterator[AskPart]:
    """The lettered parts of an ask; a letter's small Roman numbers are parts of that letter."""
    marks = [(*mark, place.end) for place in places for mark in letter_marks(text, place)]
    starts = [start for start, *_ in marks[1:]] + [places[-1].end]
    above = ""
    for (_, letter, content, stop), following in zip(marks, starts if marks else (), strict=True):
        end = min(stop, following)
        roman = set(letter) <= set("ivx") and bool(above) and letter != chr(ord(above[-1]) + 1)
        label = f"{number}({above})({letter})" if roman else f"{number}({letter})"
        above = above if roman else letter
        words = text[content:end].rstrip()
        if words:
            yield AskPart(label, Span(content, content + len(words)))


def _merged(document: Document, seen: Survey, found: Sequence[Ask]) -> tuple[Ask, ...]:
    """One ask for each recommendation: what has the same number and the same words is pinned twice, not found twice."""
    kept: list[Ask] = []
    places: dict[str, list[int]] = defaultdict(list)  # where the asks of one number stand in `kept`
    for ask in found:
        namesakes = places[number_key(ask.number)] if ask.number else []
        same = next((n for n in namesakes if overlap(ask.text, kept[n].text) >= _SAME), None)
        if same is None:
            namesakes.append(len(kept))
            kept.append(ask)
            continue
        longer, shorter = sorted((kept[same], ask), key=lambda a: len(a.text), reverse=True)
        kept[same] = replace(longer, also=tuple(sorted({*longer.also, *shorter.also, shorter.span})))
    if seen.answered or not kept:
        return tuple(kept)
    repeats = Repeats(document.text, [ask.span for ask in kept])
    return tuple(replace(ask, also=_pins(ask, repeats.elsewhere(ask.span))) for ask in kept)


def _pins(ask: Ask, places: Iterable[Span]) -> Spans:
    new = [place for place in places if not any(place.overlaps(pin) for pin in (ask.span, *ask.also))]
    return tuple(sorted((*ask.also, *new)))
