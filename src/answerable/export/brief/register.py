"""How recommendations stand: who answered what, counts that are claimed, the table, days that moved, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from answerable.export.brief.book import Book
from answerable.export.brief.nouns import Row, Sentence
from answerable.export.standing import Clash, Stands
from answerable.export.wording import answered, dated, first, listed, opening, printed, quoted, recommendations, runs_of
from answerable.model import Commitment, Count, Disposition, Matter, Progress, Response, Status
from answerable.text import Span, words

Recommended = Sequence[tuple[Matter, Stands]]
_CELL = 280  # characters of a recommendation in the table
_SILENCE = {
    "awaited": ", and the time allowed for one is not over",
    "no_response": ", and the time allowed for one is over",
    "undated": "",
}
_NUMBERS = "none one two three four five six seven eight nine ten eleven twelve".split()


def counted(book: Book, matters: Recommended) -> Iterator[Sentence]:
    """What each body answered to which recommendations, and what nobody answered."""
    by_body: dict[str, list[tuple[str, Response]]] = defaultdict(list)
    for matter, _ in matters:
        for response in _answers(book, matter):
            by_body[book.name(response.by)].append((matter.ask.number or "", response))
    by_body = _bodies(by_body)
    order = {matter.ask.number or "": n for n, (matter, _) in enumerate(matters)}
    for body, given in sorted(by_body.items(), key=lambda pair: -len(pair[1])):
        given.sort(key=lambda pair: order[pair[0]])
        kinds: dict[Disposition, list[tuple[str, Response]]] = defaultdict(list)
        for number, response in given:
            kinds[response.disposition].append((number, response))
        ordered = sorted(kinds.items(), key=lambda pair: -len(pair[1]))
        text = listed([_group(book, kind, members) for kind, members in ordered], joint="; ")
        pins = dict.fromkeys(book.cite(r.document, r.span) for _, r in given)
        tellers = {book.reported(r.document, r.span, r.by) for _, r in given}
        told = f"{tellers.pop()}," if len(tellers) == 1 and "" not in tellers else ""
        yield Sentence(f"{opening(body)}{told} {text}.", tuple(pins))
    for state, time in _SILENCE.items():
        silent = [m.ask for m, s in matters if not m.responses and str(s.answered) == state]
        if silent:
            numbers = recommendations([a.number or "" for a in silent])
            text = f"No answer to {numbers} was found in the documents read{time}."
            yield Sentence(text, tuple(book.cite(a.document, a.span) for a in silent))


def _bodies(by_body: dict[str, list[tuple[str, Response]]]) -> dict[str, list[tuple[str, Response]]]:
    """The answers by body, where what one document calls "the Authority" in short is one with its full name."""
    found: dict[str, list[tuple[str, Response]]] = {}
    for body in sorted(by_body, key=len, reverse=True):
        short = frozenset(body.lower().split()) - {"the"}
        documents = {r.document for _, r in by_body[body]}
        full = [
            other
            for other, given in found.items()
            if short < frozenset(other.lower().split()) and documents <= {r.document for _, r in given}
        ]
        found.setdefault(full[0] if len(full) == 1 else body, []).extend(by_body[body])
    return found


def _answers(book: Book, matter: Matter) -> Iterator[Response]:
    """The answers in a matter, without those that another document of the same side gives too: the body's own words
    come before a report of them, and the first before the later."""
    for n, response in enumerate(matter.responses):
        own = not book.reported(response.document, response.span, response.by)
        others = (
            other
            for m, other in enumerate(matter.responses)
            if other.document != response.document
            and other.disposition is response.disposition
            and (m < n if own is not bool(book.reported(other.document, other.span, other.by)) else not own)
        )
        if not any(book.one_side(other.by, response.by) for other in others):
            yield response


def _group(book: Book, kind: Disposition, members: Sequence[tuple[str, Response]]) -> str:
    """ "accepted three in principle: 2, 10 and 18; on 10 its words are “supports the aim”"."""
    numbers = list(dict.fromkeys(number for number, _ in members))
    loose = []  # accepts in other words than "in principle"
    if kind is Disposition.IN_PRINCIPLE:
        loose = [(n, said) for n, r in members if "principle" not in (said := _deciding(book, r)).lower() and said]
    if len(numbers) == 1:
        said = f" ({quoted(loose[0][1])})" if loose else ""
        return answered(kind, recommendations(numbers)) + said
    words_on = f"; its words on {listed([f'{n} are {quoted(said)}' for n, said in loose])}" if loose else ""
    return f"{answered(kind, f'{_number(len(numbers))} recommendations')} ({runs_of(numbers)}{words_on})"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _deciding(book: Book, entry: Response) -> str:
    """The words that decide an answer, to the end of their sentence or of the answer."""
    if not entry.deciding:
        return ""
    start, text = entry.deciding[0].start, book.document(entry.document).text
    end = min(book.sentence(entry.document, entry.deciding[0]).end, max(entry.span.end, entry.deciding[-1].end))
    return Span(start, end).of(text).rstrip(" .")


def _answer(book: Book, response: Response) -> str:
    """The sentence that decides an answer."""
    if not response.deciding:
        return ""
    return book.sentence(response.document, response.deciding[0]).of(book.document(response.document).text)


def claimed(book: Book, matters: Recommended, more: Sequence[Count] = ()) -> Iterator[Sentence]:
    """The counts that are claimed on recommendations, and `more`, each once; what another tells of a count is left out
    where its speaker gives it."""
    told = [c for m, _ in matters for c in m.counts if c.of.startswith("recommendation")]
    counts = tuple({c.id: c for c in (*more, *told) if c.total is None or c.total >= len(matters)}.values())
    by_place: dict[tuple[str, Span], list[Count]] = defaultdict(list)
    for count in sorted(counts, key=lambda c: (first(c.as_of) is None, first(c.as_of), c.document, c.span)):
        by_place[count.document, count.span].append(count)
    shown: set[tuple[object, ...]] = set()
    for (document, span), members in by_place.items():
        said = members[0]
        again = (said.document, *((c.done, c.status) for c in members))
        if again in shown or all(_is_retold(book, count, counts) for count in members):
            continue
        shown.add(again)
        text = book.lead(document, span, said.by, said.as_of) + book.quote(document, span, said.by)
        yield Sentence(text, (book.cite_whole(document, span, said.by),))
        yield from _unlike_rows(book, members, matters)


def _is_retold(book: Book, count: Count, counts: Iterable[Count]) -> bool:
    """Whether somebody else tells a count whose speaker gives it on the same day."""
    if not book.reported(count.document, count.span, count.by):
        return False
    return any(
        other.id != count.id
        and (other.done, other.status, first(other.as_of)) == (count.done, count.status, first(count.as_of))
        and book.same(other.by, count.by)
        and not book.reported(other.document, other.span, other.by)
        for other in counts
    )


def _unlike_rows(book: Book, counts: Sequence[Count], matters: Recommended) -> Iterator[Sentence]:
    """Where the rows, or the answers, of the same document give another number than its count."""
    for count in counts:
        kinds = [(m.ask.number or "", kind) for m, _ in matters for kind in _kinds(m, count)]
        marked = {number: kind for number, kind in kinds if _label(kind) is count.status}
        if count.total is None or 2 * len(kinds) < count.total or len(marked) == count.done:
            continue
        state = count.status.value.replace("_", " ")
        what = "rows" if isinstance(count.status, Status) else "answers"
        verb = "is" if len(marked) == 1 else "are"
        text = f"In the table above {_number(len(marked))} of that document’s {what} {verb} {state}"
        text += f": {runs_of(list(marked))}." if marked else "."
        yield Sentence(text, tuple(dict.fromkeys(book.cite(e.document, e.span) for e in marked.values())), beside=True)


def _kinds(matter: Matter, count: Count) -> list[Progress | Response]:
    """What the document of a count says of one recommendation, of the kind that the count counts."""
    said: tuple[Progress | Response, ...] = matter.progress if isinstance(count.status, Status) else matter.responses
    return [entry for entry in said if entry.document == count.document]


def _label(entry: Progress | Response) -> Status | Disposition:
    return entry.status if isinstance(entry, Progress) else entry.disposition


def rows(book: Book, matters: Recommended) -> Iterator[Row]:
    """The table: one row for each recommendation."""
    for matter, standing in matters:
        ask = matter.ask
        cited = [book.cite(ask.document, ask.span)]
        answers = []
        for response in _answers(book, matter):
            cited.append(book.cite(response.document, response.span))
            label = response.disposition.value.replace("_", " ")
            said = _answer(book, response)
            answers.append(f"{opening(book.name(response.by))}: {label}" + (f" ({quoted(said, 120)})" if said else ""))
        state = "No claim found"
        if standing.claim:
            cited.append(book.cite(standing.claim.document, standing.claim.span))
            status = _stated(book, standing.claim)
            state = f"{status}, according to {book.name(standing.according_to)}, as of {dated(standing.as_of)}"
            state += "; disputed" if standing.disputed else ""
        due, pins = _due(book, matter, standing)
        answer = "; ".join(dict.fromkeys(answers)) or opening(str(standing.answered).replace("_", " "))
        cells = (ask.number or "", quoted(ask.text, _CELL), answer, state, due)
        yield Row(cells, tuple(dict.fromkeys((*cited, *pins))))


def _stated(book: Book, claim: Progress) -> str:
    """The status that is claimed, with the words that claim it where they are others."""
    label = "Closed, not done" if claim.status is Status.CLOSED_NOT_DONE else claim.status.value.replace("_", " ")
    said = words(book.document(claim.document).text, claim.deciding)
    same = not said or label.lower() in " ".join(said.lower().split())
    return label.capitalize() if same else f"{label.capitalize()} ({quoted(said, 120)})"


def _due(book: Book, matter: Matter, standing: Stands) -> tuple[str, tuple[int, ...]]:
    """The day that holds, who set it, and whether it is over."""
    if standing.due is None:
        return "No date found", ()
    late = "; overdue" if standing.overdue else ""
    promises = [c for c in matter.commitments if c.due and c.due.end == standing.due]
    promise = min(promises, key=_said_on, default=None)
    if promise is None:
        return f"{printed(standing.due)}, as recommended{late}", ()
    return (
        f"{printed(standing.due)}, as promised by {book.name(promise.by)}{late}",
        (book.cite(promise.document, promise.span),),
    )


def _said_on(promise: Commitment) -> date:
    return first(promise.date) or date.max


def moved(book: Book, matters: Recommended) -> Iterator[Sentence]:
    """Each recommendation whose day moved, with every day that it had, who moved it and why."""
    for matter, standing in matters:
        if not standing.slips:
            continue
        start = standing.slips[0].earlier
        asked = f"Recommendation {matter.ask.number} ({quoted(matter.ask.text, 160)})"
        by_when = quoted(start.due.words if start.due else "")
        text = f"{asked}: on {dated(start.date)} {book.name(start.by)} promised it {by_when}"
        cited = [book.cite(matter.ask.document, matter.ask.span), book.cite(start.document, start.span)]
        for slip in standing.slips:
            later = slip.later
            cited.append(book.cite(later.document, later.span))
            why = "no reason was found"
            if slip.reason:
                cited.append(book.cite(later.document, slip.reason))
                why = f"the reason given was {quoted(slip.reason.of(book.document(later.document).text))}"
            when = quoted(later.due.words if later.due else "")
            text += f"; on {dated(later.date)} {book.name(slip.by)} promised it {when}, and {why}"
        yield Sentence(f"{text}.", tuple(dict.fromkeys(cited)))


def conflicts(book: Book, matters: Recommended) -> Iterator[Sentence]:
    """Each document's claims that others contradict, with those that contradict them beneath."""
    groups: dict[str, list[tuple[str, Clash]]] = defaultdict(list)
    for matter, standing in matters:
        for clash in standing.disputed:
            groups[clash.earlier.document].append((matter.ask.number or "", clash))
    for members in groups.values():
        earlier = {number: clash.earlier for number, clash in members}
        yield _claims(book, list(earlier.items()), beside=False)
        against: dict[tuple[str, Span | None], dict[str, Progress | Count]] = defaultdict(dict)
        for number, clash in members:
            place = (clash.later.document, clash.later.span)
            against[place if isinstance(clash.later, Count) else (clash.later.document, Span(0, 1))][number] = (
                clash.later
            )
        for claims in against.values():
            yield _claims(book, list(claims.items()), beside=True)


def _claims(book: Book, claims: Sequence[tuple[str, Progress | Count]], *, beside: bool) -> Sentence:
    """What one speaker claims of which recommendations, in the deciding words."""
    claim = claims[0][1]
    who = book.introduce(claim.by, first(claim.as_of))
    told = book.reported(claim.document, claim.span, claim.by)
    cited = tuple(dict.fromkeys(book.cite(c.document, c.span) for _, c in claims))
    if isinstance(claim, Count):
        text = f"{who}, {dated(claim.as_of)}{told}: {book.quote(claim.document, claim.span, claim.by)}"
        return Sentence(text, (book.cite_whole(claim.document, claim.span, claim.by),), beside)
    by_words: dict[str, list[str]] = defaultdict(list)
    for number, other in claims:
        text = book.document(other.document).text
        said = words(text, other.deciding) if isinstance(other, Progress) and other.deciding else other.text
        by_words[said].append(number)
    parts = "; ".join(f"on {recommendations(numbers)}, {quoted(said)}" for said, numbers in by_words.items())
    return Sentence(f"{who}, as of {dated(claim.as_of)}{told}: {parts}.", cited, beside)
