from __future__ import annotations

import pytest
from sqlalchemy import create_engine

from answerable.errors import StoreError
from answerable.store.dialect import address, dialect_of, terms


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("harbour board", ("harbour", "board")),
        ('"harbour board" survey', ("harbour board", "survey")),
        ("o'neill AND \"", ("o'neill", "AND")),
        ("?! —", ()),
        ("tab\there", ("tab", "here")),
        ("Ærø", ("Ærø",)),
        ("", ()),
    ],
)
def test_terms(typed: str, expected: tuple[str, ...]) -> None:
    assert terms(typed) == expected


def test_addresses() -> None:
    assert address("record.db") == "sqlite:///record.db"
    assert address("/data/record.db") == "sqlite:////data/record.db"
    assert (
        address("postgres://ada@host/tarn")
        == address("postgresql://ada@host/tarn")
        == "postgresql+psycopg://ada@host/tarn"
    )


def test_no_other_database() -> None:
    engine = create_engine("sqlite://")
    engine.dialect.name = "oracle"
    with pytest.raises(StoreError, match="not in oracle"):
        dialect_of(engine)
