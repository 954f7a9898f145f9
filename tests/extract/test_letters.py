"""To whom a letter is written."""

from __future__ import annotations

import pytest

from answerable.extract.letters import recipient
from answerable.model import Medium
from tests.extract.layouts import text

GUILD = "Lamp Guild\n4 March 2024\n\n"


@pytest.mark.parametrize(
    ("head", "reader"),
    [
        (
            GUILD + "Councillor Joan Hale\nLeader, Selby Council\n\nDear Councillor Hale,",
            "Joan Hale, Leader, Selby Council",
        ),
        (GUILD + "Peter Lowe\nMinister for Ports\n\nDear Minister,", "Peter Lowe, Minister for Ports"),
        (GUILD + "Dear Mary Lowe,", "Mary Lowe"),
        (GUILD + "Dear residents,", None),
        ("Peter Lowe lit the lamps.", None),
    ],
)
def test_whom_the_address_names(head: str, reader: str | None) -> None:
    found = recipient(text(f"{head}\n\nWe write about the lamps.", Medium.LETTER))
    assert (found.name if found else None) == reader
