from datetime import date

import pytest

from answerable.extract.commitments import find_commitments
from answerable.extract.sentences import sentences
from answerable.extract.topics import Topics
from answerable.model import (
    Act,
    Ask,
    AskKind,
    AskRef,
    Commitment,
    Disposition,
    Document,
    Medium,
    Part,
    PartKind,
    Quoted,
    Ref,
    Response,
    Source,
    Statement,
)
from answerable.text import Span

SOURCE = Source("a.txt", publisher="Ministry of Ports", medium=Medium.RESPONSE, published=date(2025, 3, 1))


def commitments(text: str, *, source: Source = SOURCE, responses: tuple[Response, ...] = ()) -> tuple[Commitment, ...]:
    heading = text.partition("\n")[0]
    parts = (Part(PartKind.HEADING, Span(0, len(heading))),)
    document = Document.of(text, source, parts)
    return find_commitments(document, (), responses, sentences(text), Topics(document))


def test_who_by_when_and_on_what_condition() -> None:
    text = "Recommendation 4: a register\nWe will open the register by spring 2026, subject to funding."
    (found,) = commitments(text)
    assert found.by == Ref(None, "Ministry of Ports")
    assert found.ask == AskRef("4")
    assert found.due and found.due.end == date(2026, 5, 31)
    assert found.condition and found.condition.of(text) == "subject to funding"


def test_the_reason_for_a_later_date() -> None:
    text = (
        "Recommendation 4: a register\nBecause two ports keep their lists on paper, the register will not open in May. "
        "It will open by December 2026."
    )
    (found,) = commitments(text)
    assert found.text == "It will open by December 2026."
    assert found.reason and found.reason.of(text).startswith("two ports keep their lists on paper")


def test_a_promise_belongs_to_the_answer_around_it() -> None:
    text = "12\nAccepted. The board will publish its charts within six months."
    span = Span(3, len(text))
    ask, board = AskRef("12", "Lind Review"), Ref(None, "Board")
    response = Response("r", "d", ask, Disposition.ACCEPTED, span, span.of(text), board)
    (found,) = commitments(text, responses=(response,))
    assert (found.ask, found.by) == (ask, board)
    assert found.due and found.due.end == date(2025, 9, 1)


def test_a_reported_promise_in_the_news() -> None:
    text = "The harbour master promised that the new lights would be lit by Christmas. Critics will be watching."
    content = Span(text.index("that"), text.index("."))
    cue = Span(text.index("promised"), text.index(" that"))
    statement = Statement("s", "d", (Span(0, 18),), (cue,), (content,), Ref("a", "The harbour master"), Act.PROMISE)
    document = Document.of(text, Source("n.html", medium=Medium.NEWS, published=date(2025, 3, 1)))
    (found,) = find_commitments(document, (statement,), (), sentences(text), Topics(document))
    assert (found.by, found.statement) == (Ref("a", "The harbour master"), "s")
    assert found.due and found.due.end == date(2025, 12, 25)


def test_of_recommendations_answered_together_a_promise_is_on_the_one_whose_words_it_uses() -> None:
    text = "Agreed. The pilot fund will open by 2026. The lamp standard will be set by 2027. We will report in May."
    span = Span(0, len(text))
    pilots, lamps = AskRef("1", None, None, "A fund for pilots."), AskRef("2", None, None, "A standard for lamps.")
    answers = tuple(Response(a.number or "", "d", a, Disposition.ACCEPTED, span, text) for a in (pilots, lamps))
    found = commitments(text, responses=answers)
    assert [(c.ask.number if c.ask else "", c.due.end.year if c.due and c.due.end else 0) for c in found] == [
        ("1", 2026), ("2", 2027), ("1", 2025), ("2", 2025)
    ]  # fmt: skip


def test_a_question_promises_nothing() -> None:
    text = "Will he pay the pilots, who were promised a fund by his predecessor?"
    content, cue = (Span(text.index(w), text.index(w) + len(w)) for w in ("a fund by his predecessor", "were promised"))
    statement = Statement("s", "d", (), (cue,), (content,), None, Act.PROMISE)
    document = Document.of(text, Source("h.xml", medium=Medium.HANSARD, published=date(2025, 3, 1)))
    assert not find_commitments(document, (statement,), (), sentences(text), Topics(document))


def test_a_paper_does_not_promise_what_it_reports() -> None:
    text = "The spokesman said that the board was committed to paying. The Ministry will pay the pilots by May."
    source = Source("n.html", publisher="The Gull", medium=Medium.NEWS, published=date(2025, 3, 1))
    refusal = Response("r", "d", None, Disposition.REJECTED, Span(0, 12), "The spokesman")
    assert not commitments(text, source=source, responses=(refusal,))


def test_the_words_of_a_recommendation_promise_nothing() -> None:
    text = "Lamps\nThe board will publish what lamps will be replaced. We will buy lamps."
    asked = Span(len("Lamps\n"), text.index(" We will"))
    ask = Ask("a", "d", AskKind.RECOMMENDATION, asked, asked.of(text), number="1")
    document = Document.of(text, SOURCE)
    (found,) = find_commitments(document, (), (), sentences(text), Topics(document), (ask,))
    assert found.text == "We will buy lamps."


def test_what_is_assured_is_promised_only_where_it_is_still_to_come() -> None:
    for words, promised in (
        ("that the lamps will be lit by all keepers", True),
        ("that there was no fog at all", False),
    ):
        text = f"I assure the House {words}."
        content = Span(text.index("that"), len(text) - 1)
        cue = Span(text.index("assure"), text.index(" the"))
        said = Statement("s", "d", (), (cue,), (content,), act=Act.PROMISE, act_spans=(cue,))
        document = Document.of(text, Source("a.txt", medium=Medium.NEWS))
        assert bool(find_commitments(document, (said,), (), sentences(text), Topics(document))) is promised


def test_what_a_body_has_told_the_government_that_it_will_do_is_its_own_promise() -> None:
    text = "This is for the Board. The Board has told us that it accepts it and will begin inspections in May."
    whole, own = Span(0, len(text)), Span(text.index("it accepts"), len(text))
    answers = (
        Response("r", "d", AskRef("3"), Disposition.ANOTHER_BODY, whole, text, Ref(None, "Government")),
        Response("s", "d", AskRef("3"), Disposition.ACCEPTED, own, own.of(text), Ref(None, "The Board")),
    )
    (found,) = commitments(text, responses=answers)
    assert (found.by, found.ask) == (Ref(None, "The Board"), AskRef("3"))


@pytest.mark.parametrize(
    ("source", "cue", "words", "quoted", "promised"),
    [
        ("Ms Wick", "said", "she would light every lamp on the pier", Quoted.INDIRECT, True),
        ("Ms Wick", "said", "He will always light every lamp on the pier", Quoted.DIRECT, False),
        ("Ms Wick", "does not think", "we will light every lamp on the pier", Quoted.INDIRECT, False),
        ("Four in ten", "said", "they would light every lamp on the pier", Quoted.INDIRECT, False),
    ],
)
def test_who_promises(source: str, cue: str, words: str, quoted: Quoted, promised: bool) -> None:
    text = f"{source} {cue} {words}."
    who, said = Span(0, len(source)), Span(len(source) + 1, len(source) + 1 + len(cue))
    content = Span(said.end + 1, len(text) - 1)
    at = text.index(" w", content.start) + 1
    will = Span(text.rindex(" ", 0, at - 1) + 1, text.index(" ", at))
    statement = Statement("s", "d", (who,), (said,), (content,), act=Act.PROMISE, act_spans=(will,), quoted=quoted)
    document = Document.of(text, Source("a.txt", medium=Medium.NEWS))
    found = find_commitments(document, (statement,), (), sentences(text), Topics(document))
    assert bool(found) is promised
