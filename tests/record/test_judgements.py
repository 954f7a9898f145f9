from datetime import UTC, datetime

from answerable.model import Judgement, Link, LinkKind, Verdict
from answerable.record.judgements import Decided, standing


def judgement(id: str, subject: str, verdict: Verdict, minute: int, **value: str) -> Judgement:
    return Judgement(
        id, subject, verdict, "ann", datetime(2025, 1, 1, 12, minute, tzinfo=UTC), "", tuple(value.items())
    )


def test_an_undone_undoing_holds_again() -> None:
    first = judgement("a", "entry", Verdict.REJECT, 0)
    undo, again = judgement("b", "a", Verdict.UNDO, 1), judgement("c", "b", Verdict.UNDO, 2)
    assert standing([first, undo]) == ()
    assert standing([again, first, undo]) == (first,)


def test_a_link_by_hand_stands_in_place_of_the_programs() -> None:
    proposed = Link.of(LinkKind.ANSWERS, "r", "ask-1", 0.6, "likeness")
    decided = Decided.of([judgement("a", "r", Verdict.LINK, 0, kind="answers", object="ask-2")])
    (link,) = decided.links([proposed])
    assert (link.object, link.score, link.reason) == ("ask-2", 1.0, "linked by ann")


def test_the_later_of_two_verdicts_holds() -> None:
    proposed = Link.of(LinkKind.ANSWERS, "r", "ask-1", 0.6, "likeness")
    both = [judgement("a", proposed.id, Verdict.REJECT, 0), judgement("b", proposed.id, Verdict.CONFIRM, 1)]
    assert [link.score for link in Decided.of(both).links([proposed])] == [1.0]
