from answerable.model import Act, AskKind, Disposition, Extraction, LinkKind, Status
from answerable.record.links import propose_links
from tests.entries import ask, commitment, count, extraction, progress, response, statement

REGISTER = "The Ministry should open a register of harbour lights to the public by the end of March 2024."
REPORT = extraction("report", asks=(ask("4", REGISTER), ask("5", "Pilots should be examined every year.")))


def kinds(*extractions: Extraction) -> list[tuple[str, str, str]]:
    return [(k.kind.value, k.subject, k.object) for k in propose_links(extractions)]


def test_answers_by_number_and_inquiry() -> None:
    answered = extraction("response", responses=(response("4", Disposition.ACCEPTED),))
    (link,) = propose_links([REPORT, answered])
    assert (link.kind, link.object) == (LinkKind.ANSWERS, "ask-report-4")
    assert link.score > 0.9 and "number 4 of the same inquiry" in link.reason


def test_a_number_of_another_inquiry_is_not_answered() -> None:
    other = ask("4", "Ferries should carry boats.", document="other", inquiry="Cass Review")
    answered = extraction("response", responses=(response("4", Disposition.ACCEPTED),))
    assert [k.object for k in propose_links([extraction("other", asks=(other,)), answered])] == []


def test_a_promise_for_a_later_day_replaces_the_earlier() -> None:
    first = commitment("first", "The register will be open to the public by March.", "2023-04-18", "2024-03-31")
    second = commitment("second", "It will open to the public by December.", "2023-11-20", "2024-12-31")
    other = commitment("other", "We will consult the pilots by May.", "2023-11-20", "2025-05-31")
    found = kinds(REPORT, extraction("a", commitments=(first,)), extraction("b", commitments=(second, other)))
    assert [f for f in found if f[0] == "replaces"] == [("replaces", "second", "first")]


def test_an_ask_made_again_by_a_later_inquiry() -> None:
    again = ask(
        "9", "A public register of all harbour lights should be opened.", "2025-01-01", "late", inquiry="Cass Review"
    )
    assert ("repeats", "ask-late-9", "ask-report-4") in kinds(REPORT, extraction("late", asks=(again,)))


def test_none_carried_out_contradicts_in_progress() -> None:
    said = extraction("u", progress=(progress("4", Status.IN_PROGRESS, "2025-01-01"),))
    chair = extraction("n", counts=(count(0, 20, "2025-06-01", "Dame Ida Lind"),))
    assert [f[0] for f in kinds(REPORT, said, chair)] == ["contradicts", "reports_on"]


def test_a_denial_replies_to_the_accusation_of_the_one_accused() -> None:
    blame = statement("blame", Act.ACCUSE, "Ann Lee", "Bo Ray", "2025-01-02")
    denial = statement("denial", Act.DENY, "Bo Ray", None, "2025-01-03")
    (link,) = propose_links([extraction("news", statements=(blame, denial))])
    assert (link.kind, link.subject, link.object) == (LinkKind.REPLIES_TO, "denial", "blame")
    assert link.reason == "Bo Ray is the one accused"


def test_calls_and_recommendations_are_not_one_series() -> None:
    call = ask(None, "a public register of harbour lights", "2025-01-01", "news")
    assert call.kind is AskKind.CALL
    assert not [f for f in kinds(REPORT, extraction("news", asks=(call,))) if f[0] == "repeats"]
