"""How alike two names are spelt."""

from __future__ import annotations

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import token_sort_ratio


def name_likeness(one: str, other: str) -> float:
    """0 to 1: how alike two names are, their words in any order, slips of the pen forgiven.

    The greater of Jaro-Winkler similarity (Winkler 1990), which suits names of persons, and the normalised indel
    distance of the sorted words. A name that holds all words of another is not thereby the same name.
    """
    a, b = one.casefold(), other.casefold()
    return max(JaroWinkler.normalized_similarity(a, b), token_sort_ratio(a, b) / 100)
