from dataclasses import replace
from datetime import UTC, datetime

from answerable.model import AskRef, Disposition, Judgement, LinkKind, Matter, Status, Verdict
from answerable.record import build_matters, propose_links
from tests.entries import LIND, ask, commitment, count, extraction, progress, response

REPORT = extraction("report", asks=(ask("10", "Ten."), ask("4", "Lights should be lit."), ask("5", "Pilots examined.")))
ANSWERED = extraction(
    "response",
    responses=(response("4", Disposition.ACCEPTED), response("4", Disposition.REJECTED, by="Port of Lyle")),
    commitments=(commitment("p", "We will light them.", "2023-04-18", "2024-03-31"),),
)
UPDATE = extraction(
    "update", progress=(progress("4", Status.IN_PROGRESS, "2024-01-01"),), counts=(count(1, 3, "2024-01-01", "Lind"),)
)
ALL = (REPORT, ANSWERED, UPDATE)


def matters(*judgements: Judgement) -> dict[str | None, Matter]:
    return {m.ask.number: m for m in build_matters(ALL, propose_links(ALL), judgements)}


def judgement(subject: str, verdict: Verdict, *value: tuple[str, str], id: str = "j") -> Judgement:
    return Judgement(id, subject, verdict, "editor", datetime(2025, 1, 1, tzinfo=UTC), "why", value)


def test_an_ask_with_all_that_hangs_on_it() -> None:
    found = matters()
    assert list(found) == ["4", "5", "10"]
    four = found["4"]
    assert [r.disposition for r in four.responses] == [Disposition.ACCEPTED, Disposition.REJECTED]
    assert (len(four.commitments), len(four.progress), len(four.counts)) == (1, 1, 1)
    assert not found["5"].responses


def test_the_id_stays_when_the_report_is_read_after_the_response() -> None:
    quoted = ask("4", "Lights should be lit.", None, "response", quoted_from=AskRef("4", LIND))
    alone = (replace(ANSWERED, asks=(quoted,)), UPDATE)
    (before,) = build_matters(alone, propose_links(alone))
    both = (*alone, REPORT)
    after = next(m for m in build_matters(both, propose_links(both)) if m.ask.number == "4")
    assert before.id == after.id
    assert (before.ask.document, after.ask.document) == ("response", "report")
    assert len(after.responses) == 2


def test_people_reject_correct_and_link() -> None:
    link = next(k for k in propose_links(ALL) if k.subject == "response-4-Port of Lyle")
    assert len(matters(judgement(link.id, Verdict.REJECT))["4"].responses) == 1
    corrected = matters(judgement("response-4-Port of Lyle", Verdict.CORRECT, ("disposition", "noted")))
    assert corrected["4"].responses[1].disposition is Disposition.NOTED
    moved = judgement("p", Verdict.LINK, ("kind", "promises"), ("object", "ask-report-5"))
    found = matters(moved)
    assert (len(found["4"].commitments), len(found["5"].commitments)) == (0, 1)
    assert found["5"].links[-1].kind is LinkKind.PROMISES
    assert "5" not in matters(judgement("ask-report-5", Verdict.REJECT))


def test_an_undone_judgement_is_passed_over() -> None:
    rejected = judgement("ask-report-5", Verdict.REJECT, id="first")
    undone = judgement("first", Verdict.UNDO, id="second")
    assert "5" in matters(rejected, undone)
