"""The demonstration from its documents to the record, with the model that ships: what a reader will look up in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from answerable import demo, ingest
from answerable.export.brief import Briefing, brief
from answerable.gather import gathered
from answerable.model import Disposition, InquiryEventKind, LinkKind, Matter, Status
from answerable.record import Answered, status_on
from answerable.store import Store, queries

DAY = date(2025, 7, 1)
INQUIRY = "Halloran Inquiry"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = demo.open_demo(str(Path(tmp_path_factory.mktemp("demo"), "demo.db")))
    assert not [f for f in demo.fill(opened, ingest.Workers.here()) if isinstance(f, ingest.Failure)]
    ingest.build_record(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def recommended(store: Store) -> dict[str, Matter]:
    """The matters of the inquiry's recommendations by number."""
    return {m.ask.number or "": m for m in queries.matters(store) if m.ask.inquiry == INQUIRY}


def words(store: Store, document: str, span: object) -> str:
    return span.of(queries.document(store, document).text)  # type: ignore[attr-defined, no-any-return]


def test_twenty_recommendations(recommended: dict[str, Matter]) -> None:
    assert sorted(map(int, recommended)) == list(range(1, 21))


def test_the_register_slipped_twice(store: Store, recommended: dict[str, Matter]) -> None:
    first, second = status_on(recommended["4"], DAY).slips
    assert [s.due.words for s in (first.earlier, first.later, second.later) if s.due] == [
        "by 31 March 2024",
        "by December 2024",
        "in summer 2026",
    ]
    assert first.reason
    assert "on paper" in words(store, first.later.document, first.reason)
    assert second.reason is None
    for promise in (first.earlier, first.later, second.later):
        assert words(store, promise.document, promise.span) == promise.text


@pytest.mark.parametrize(("number", "status"), [("1", Status.COMPLETE), ("4", Status.IN_PROGRESS)])
def test_the_chair_disputes_the_government(recommended: dict[str, Matter], number: str, status: Status) -> None:
    standing = status_on(recommended[number], DAY)
    assert standing.status is status
    assert standing.according_to
    assert "Renn" in standing.according_to.name
    assert any("0 of 20" in conflict.reason for conflict in standing.disputed)


def test_no_answer_is_awaited_and_then_none(recommended: dict[str, Matter]) -> None:
    silent = recommended["17"]
    assert status_on(silent, date(2023, 2, 1)).answered is Answered.AWAITED
    assert status_on(silent, DAY).answered is Answered.NO_RESPONSE


def test_answers(recommended: dict[str, Matter]) -> None:
    said = {n: {r.disposition for r in m.responses} for n, m in recommended.items()}
    assert said["1"] == {Disposition.ACCEPTED}
    assert said["2"] == {Disposition.IN_PRINCIPLE}
    assert said["7"] == {Disposition.NEED_ACCEPTED}
    assert said["9"] == {Disposition.IN_PART}
    assert said["12"] == {Disposition.REJECTED}
    assert said["13"] == said["14"] == {Disposition.ACCEPTED}
    assert said["16"] == {Disposition.NOTED}
    assert Disposition.ACCEPTED not in said["10"] | said["15"] | said["18"] | said["20"]


def test_a_row_of_a_table_is_one_claim(recommended: dict[str, Matter]) -> None:
    claims = [p for p in recommended["1"].progress if p.as_of and p.as_of.start == date(2024, 8, 31)]
    assert [claim.status for claim in claims] == [Status.COMPLETE]
    assert claims[0].text.startswith("1\nPublication of all test results")


def test_the_request_for_an_inquiry_was_refused_with_a_reason(store: Store) -> None:
    events = [event for inquiry in queries.inquiries(store) for event in inquiry.events]
    refused = next(e for e in events if e.event is InquiryEventKind.REFUSED and e.reason)
    assert refused.by
    assert refused.by.name == "Priya Castellan"
    assert refused.reason
    assert words(store, refused.document, refused.reason).startswith("Such inquiries take many years")
    pointed = next(e for e in events if e.event is InquiryEventKind.REDIRECTED and e.document == refused.document)
    assert pointed.to
    assert pointed.to.name == "Saltmere Borough Council"


def calls(store: Store) -> list[Matter]:
    """What was asked outside the inquiry's recommendations."""
    return [m for m in queries.matters(store) if m.ask.inquiry != INQUIRY]


@pytest.fixture(scope="module")
def request_for_an_inquiry(store: Store) -> Matter:
    """The one matter that is the council's request for a national inquiry."""
    (found,) = (m for m in calls(store) if "resolved" in m.ask.text)
    return found


def test_the_councils_request_is_one_matter_with_each_telling(store: Store, request_for_an_inquiry: Matter) -> None:
    matter = request_for_an_inquiry
    assert "to ask the Government to establish a national statutory inquiry" in matter.ask.text
    assert [a.name for a in matter.ask.addressees] == ["the Government"]
    tellings = [matter.ask, *matter.repeats]
    told = {queries.document(store, ask.document).source.published for ask in tellings}
    assert told == {date(2024, 10, 21), date(2024, 12, 2), date(2025, 1, 3), date(2025, 6, 19)}
    for ask in tellings:
        assert words(store, ask.document, ask.span) == ask.text
        assert ask.by and any(name in ask.by.name for name in ("Petrie", "council", "Council"))
    links = {link.subject: link for link in matter.links if link.kind is LinkKind.SAME_AS}
    assert set(links) == {ask.id for ask in matter.repeats}
    assert all(link.score and "asks for the same inquiry" in link.reason for link in links.values())


def test_who_else_asks_for_an_inquiry_has_one_matter_each(store: Store) -> None:
    wanting = [m for m in calls(store) if "inquiry" in m.ask.text]
    assert sorted(m.ask.by.name if m.ask.by else "" for m in wanting) == ["Callum Dray", "Council", "Lena Marsh"]
    assert all(m.ask.by for m in calls(store))


def test_only_refusals_of_ones_own_answer_the_council(request_for_an_inquiry: Matter) -> None:
    answers = request_for_an_inquiry.responses
    assert [(r.by and r.by.name, r.date and r.date.start) for r in answers] == [
        ("Priya Castellan", date(2024, 12, 2)),
        ("Tobias Renn", date(2025, 1, 8)),
        ("a spokesman for Ms Castellan", date(2025, 6, 19)),
    ]
    assert {r.disposition for r in answers} == {Disposition.REJECTED}


def test_no_other_call_has_an_answer(store: Store, request_for_an_inquiry: Matter) -> None:
    assert not [r.text for m in calls(store) for r in m.responses if m.id != request_for_an_inquiry.id]


def test_whom_the_calls_ask(store: Store) -> None:
    asked = {a.name for m in calls(store) for a in m.ask.addressees}
    assert not any("inquiry" in name or name.startswith("over ") for name in asked)
    (overrule,) = (m for m in calls(store) if "overrule her" in m.ask.text)
    assert [a.name for a in overrule.ask.addressees] in (["the Prime Minister"], ["Margaret Aldous"])
    said = [m.ask.text for m in calls(store)]
    assert not any("I have sat with these families" in text or "I asked for every result" in text for text in said)


def test_the_refusal_answers_the_councils_letter(request_for_an_inquiry: Matter) -> None:
    answer = request_for_an_inquiry.responses[0]
    assert "decided not to establish a statutory inquiry" in answer.text
    standing = partial(status_on, request_for_an_inquiry)
    assert standing(date(2024, 11, 1)).answered is Answered.AWAITED
    assert standing(DAY).answered is Answered.ANSWERED


def test_a_briefing_whose_every_sentence_is_pinned(store: Store) -> None:
    briefing: Briefing = brief(gathered(store, INQUIRY, DAY))
    pins = {pin.number for pin in briefing.pins}
    assert all(s.pins and set(s.pins) <= pins for section in briefing.sections for s in section.sentences)
    (rows,) = (section.rows for section in briefing.sections if section.rows)
    assert len(rows) == 20


def told(store: Store, about: str, title: str, day: date = DAY) -> list[str]:
    briefing = brief(gathered(store, about, day))
    return [s.text for section in briefing.sections if section.title == title for s in section.sentences]


def test_a_ministers_count_in_the_house_is_his_own_and_told_once(store: Store) -> None:
    said = told(store, INQUIRY, "How many are done, as claimed")
    assert sum("Tobias Renn said: “Three are complete" in text for text in said) == 1
    assert not any("House of Commons" in text or "He says" in text for text in said)
    assert any("In the table above ten of that document’s rows are in progress" in text for text in said)


def test_a_refusal_is_told_once_with_its_reason(store: Store) -> None:
    said = told(store, "Saltmere inquiry", "Who asked, and who answered")
    (refused,) = (text for text in said if text.startswith("2 December 2024") and "refused" in text)
    assert "“I have decided not to establish a statutory inquiry.” The reason given: “Such inquiries" in refused


def test_accusation_and_denial_one_beneath_the_other(store: Store) -> None:
    blame, denial, *_ = told(store, "Tobias Renn", "Accusations and answers")
    assert "Lena Marsh" in blame and "He helped to bury them." in blame
    assert denial.startswith("Tobias Renn") and "denied it, 3 January 2025" in denial


def test_a_restated_recommendation_is_not_the_ministers_call(store: Store) -> None:
    said = told(store, "Helen Vance", "What Helen Vance said")
    assert said and not any("should require every water company" in text for text in said)


def test_an_answer_is_awaited_before_the_time_is_over_and_missing_after(store: Store) -> None:
    title = "What became of the recommendations"
    (early,) = told(store, INQUIRY, title, date(2023, 1, 10))
    assert early.startswith("No answer to recommendations 1 to 20") and "is not over" in early
    assert "No answer to recommendation 17 was found in the documents read, and the time allowed for one is over." in (
        told(store, INQUIRY, title)
    )


def test_a_minister_and_his_department_are_one_side(recommended: dict[str, Matter]) -> None:
    assert not status_on(recommended["18"], DAY).disputed  # "in progress" in 2023, "not started" in 2024
    assert status_on(recommended["1"], DAY).disputed
