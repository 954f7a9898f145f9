import json
from datetime import date

from answerable.export.matters import matter_json
from answerable.model import Disposition, Link, LinkKind, Matter
from answerable.record import status_on
from answerable.text import Span
from tests.entries import ask, commitment, response


def test_a_matter_and_how_it_stands() -> None:
    first = commitment("first", "lit by March", "2023-04-18", "2024-03-31")
    second = commitment("second", "lit by May", "2023-11-20", "2024-05-31", reason=Span(0, 3))
    moved = Link.of(LinkKind.REPLACES, "second", "first", 0.8, "moved")
    answers = (response("4", Disposition.ACCEPTED),)
    matter = Matter("m", ask("4", "Lights."), answers, (first, second), links=(moved,))
    told = json.loads(json.dumps(matter_json(matter, status_on(matter, date(2025, 1, 1)))))
    assert told["ask"]["document"] == "report"
    assert told["standing"]["overdue"] is True
    (move,) = told["standing"]["moved"]
    assert (move["earlier"], move["later"], move["reason"]) == ("first", "second", [0, 3])
