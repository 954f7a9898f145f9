from __future__ import annotations

import pytest

from answerable.extract.agreement import agrees, described_only
from answerable.extract.cast import Member
from answerable.extract.mentions import Form, Found, find_mentions
from answerable.model import ActorKind


def pronoun(word: str) -> Found:
    return next(f for f in find_mentions(f"Then {word} left.") if f.form is Form.PRONOUN)


@pytest.mark.parametrize(
    "word,kind,agree",
    [
        ("she", ActorKind.PERSON, True),
        ("she", ActorKind.ORGANISATION, False),
        ("it", ActorKind.ORGANISATION, True),
        ("they", ActorKind.GROUP, True),
    ],
)
def test_a_pronoun_suits_its_sort(word: str, kind: ActorKind, agree: bool) -> None:
    assert agrees(pronoun(word), Member(kind, 0, ["Hale Lind"], sure=True)) is agree


def test_only_a_subject_with_an_article_is_somebody_new() -> None:
    text = "A spokesman left. We thanked a lawyer."
    described = [described_only(f) for f in find_mentions(text) if f.form is Form.NOUN]
    assert [m.name if m else None for m in described] == ["A spokesman", None]
