"""Words are common that stand in lower case in several texts, and more often so than with a capital."""

from __future__ import annotations

from training.common_words import TEXTS, common


def test_common_words() -> None:
    text = "The ledger was cold. Nobody at the Harbour asked the Harbour for a ledger, and the harbour was shut."
    assert common([text] * TEXTS, {"nobody"}) == ["and", "asked", "cold", "for", "ledger", "shut", "the", "was"]
    assert common([text] * (TEXTS - 1), set()) == []
