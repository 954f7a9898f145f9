from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable import model
from answerable.store.mapping import columns, noun, row
from answerable.text import Span

st.register_type_strategy(
    Span, st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda pair: Span(pair[0], sum(pair)))
)

NOUNS = [
    *(model.Source, model.Part, model.Actor, model.Mention, model.Statement, model.Inquiry, model.InquiryEvent),
    *(model.Ask, model.Response, model.Commitment, model.Progress, model.Count, model.Link, model.Judgement),
]


@given(st.data())
@pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
def test_every_noun_comes_back_equal(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    cells = row(value)
    assert list(cells) == [column.name for column in columns(kind)]
    assert noun(kind, {name: through_json(cell) for name, cell in cells.items()}) == value


def through_json(cell: object) -> object:
    return json.loads(json.dumps(cell)) if isinstance(cell, list) else cell


def test_a_row_reads_like_the_noun() -> None:
    when = model.When(date(2031, 3, 1), date(2031, 3, 31), model.Precision.MONTH, model.Basis.STATED, "in March")
    statement = model.Statement(
        "s1",
        "d1",
        (Span(0, 4),),
        (),
        (Span(9, 12), Span(15, 20)),
        speaker=model.Ref(None, "Ada Hale"),
        targets=(model.Ref("a1", "the council"),),
        date=when,
    )
    cells = row(statement)
    expected: dict[str, Any] = {
        "source": [[0, 4]],
        "cue": [],
        "content": [[9, 12], [15, 20]],
        "speaker_id": None,
        "speaker_name": "Ada Hale",
        "targets": [{"id": "a1", "name": "the council"}],
        "act": "state",
        "date_start": date(2031, 3, 1),
        "date_precision": "month",
        "date_span": None,
    }
    assert {name: cells[name] for name in expected} == expected


def test_a_field_kept_elsewhere_is_left_out_and_given_back() -> None:
    inquiry = model.Inquiry("i1", "Marl Inquiry", model.InquiryKind.LOCAL)
    cells = row(inquiry, without=("events",))
    assert "events" not in cells
    assert noun(model.Inquiry, cells, events=()) == inquiry


def test_a_moment_without_a_zone_is_taken_as_utc() -> None:
    (column,) = (c for c in columns(model.Judgement) if c.name == "at")
    bound = column.type.process_bind_param(datetime(2031, 3, 1, 9), _Named("postgresql"))  # type: ignore[attr-defined]
    assert bound == datetime(2031, 3, 1, 9, tzinfo=UTC)


class _Named:
    def __init__(self, name: str) -> None:
        self.name = name
