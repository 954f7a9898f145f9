from datetime import date

import pytest

from answerable.model import Ask, Commitment, Disposition, Link, LinkKind, Matter, Progress, Ref, Response, Status
from answerable.record import Answered, Clock, answered, due_on, is_overdue, silent, slips, status_on
from answerable.text import Span
from tests.entries import ask, by_end, commitment, count, progress, response

ASK = ask("4", "Lights should be lit.", "2022-10-14", addressees=(Ref(None, "Ministry of Ports"),))
FIRST = commitment("first", "lit by March", "2023-04-18", "2024-03-31")
SECOND = commitment("second", "lit by December", "2023-11-20", "2024-12-31", reason=Span(0, 5))
REPLACED = Link.of(LinkKind.REPLACES, "second", "first", 0.8, "moved")


def matter(
    *, responses: tuple[Response, ...] = (), commitments: tuple[Commitment, ...] = (), of: Ask = ASK,
    claims: tuple[Progress, ...] = (), links: tuple[Link, ...] = (),
) -> Matter:  # fmt: skip
    return Matter("m", of, responses, commitments, claims, links=links)


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2023-04-14", Answered.AWAITED), ("2023-04-15", Answered.NO_RESPONSE), ("2023-06-01", Answered.NO_RESPONSE)],
)
def test_awaited_then_no_response(day: str, expected: Answered) -> None:
    assert answered(matter(), date.fromisoformat(day)) is expected


def test_the_clock_is_the_users() -> None:
    day = date(2022, 12, 20)
    assert answered(matter(), day, Clock(inquiry_months=2)) is Answered.NO_RESPONSE
    coroner = ask("1", "Look.", "2022-10-14", inquiry="Inquest into the loss of the Maud")
    assert answered(matter(of=coroner), day) is Answered.NO_RESPONSE
    committee = ask("1", "Look.", "2022-10-14", inquiry="Ports Committee")
    assert answered(matter(of=committee), date(2022, 12, 14)) is Answered.AWAITED


def test_an_answer_counts_from_its_day() -> None:
    held = matter(responses=(response("4", Disposition.ACCEPTED, "2023-04-18"),))
    assert answered(held, date(2023, 4, 17)) is Answered.NO_RESPONSE
    assert answered(held, date(2023, 4, 18)) is Answered.ANSWERED
    assert silent(held, date(2023, 4, 18)) == ()


def test_nothing_said_is_not_not_done() -> None:
    standing = status_on(matter(), date(2025, 1, 1))
    assert (standing.status, standing.according_to, standing.claim) == (Status.NOT_ASSESSED, None, None)


def test_always_according_to_somebody_and_as_of_a_day() -> None:
    held = matter(
        claims=(progress("4", Status.IN_PROGRESS, "2023-11-20"), progress("4", Status.COMPLETE, "2024-08-31"))
    )
    before, after = (status_on(held, date.fromisoformat(day)) for day in ("2024-01-01", "2025-01-01"))
    assert (before.status, after.status) == (Status.IN_PROGRESS, Status.COMPLETE)
    assert after.according_to == Ref(None, "Ministry of Ports")
    assert after.as_of and after.as_of.start == date(2024, 8, 31)
    assert after.self_reported


def test_verified_by_somebody_else() -> None:
    auditor = progress("4", Status.COMPLETE, "2024-09-30", by="Audit Board")
    standing = status_on(matter(claims=(progress("4", Status.COMPLETE, "2024-08-31"), auditor)), date(2025, 1, 1))
    assert not standing.self_reported
    assert not standing.disputed


def test_a_due_date_that_moved() -> None:
    held = matter(commitments=(FIRST, SECOND), links=(REPLACED,))
    assert due_on(held, date(2023, 6, 1)) == date(2024, 3, 31)
    assert due_on(held, date(2024, 1, 1)) == date(2024, 12, 31)
    (slip,) = slips(held)
    assert (slip.earlier.id, slip.later.id, slip.by, slip.reason) == (
        "first", "second", Ref(None, "Ministry of Ports"), Span(0, 5),
    )  # fmt: skip
    assert status_on(held, date(2023, 6, 1)).slips == ()


def test_overdue_until_somebody_says_that_it_is_settled() -> None:
    held = matter(commitments=(FIRST, SECOND), links=(REPLACED,))
    assert not is_overdue(held, date(2024, 12, 31))
    assert is_overdue(held, date(2025, 1, 1))
    done = matter(commitments=(FIRST,), claims=(progress("4", Status.COMPLETE, "2024-01-01"),))
    assert not is_overdue(done, date(2025, 1, 1))


def test_what_was_asked_for_holds_where_nothing_was_promised() -> None:
    asked = ask("4", "Lights.", due=(by_end("2024-03-31"),))
    assert is_overdue(matter(of=asked), date(2024, 4, 1))
    rejected = matter(of=asked, responses=(response("4", Disposition.REJECTED),))
    assert not is_overdue(rejected, date(2024, 4, 1))


def test_two_claims_that_conflict_are_both_kept() -> None:
    chair = count(0, 20, "2024-10-01", "Dame Ida Lind")
    held = Matter("m", ASK, progress=(progress("4", Status.IN_PROGRESS, "2024-08-31"),), counts=(chair,))
    (conflict,) = status_on(held, date(2025, 1, 1)).disputed
    assert (conflict.earlier.id, conflict.later.id) == ("4-in_progress-Ministry of Ports", "Dame Ida Lind-0")
    assert status_on(held, date(2024, 9, 1)).disputed == ()


def test_what_was_to_begin_by_a_day_is_not_overdue_once_it_goes_on() -> None:
    due = by_end("2024-01-31", "in January 2024")
    asked = ask("4", "The board should begin inspections in January 2024.", due=(due,))
    assert is_overdue(matter(of=asked), date(2024, 3, 1))
    assert not is_overdue(matter(of=asked, claims=(progress("4", Status.IN_PROGRESS, "2024-02-20"),)), date(2024, 3, 1))
    ended = ask("4", "The board should end inspections in January 2024.", due=(due,))
    assert is_overdue(matter(of=ended, claims=(progress("4", Status.IN_PROGRESS, "2024-02-20"),)), date(2024, 3, 1))
