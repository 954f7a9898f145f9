"""Targets as they are weighed: what the rules miss, what they keep, what is left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract.acts import decide_acts
from answerable.extract.speakers import resolve_speakers
from answerable.extract.targets import find_targets
from answerable.extract.weighing import load_weights, weigh_statements
from answerable.model import Act, Document, Source, Statement, Voice
from tests.marks import marked

MISSED = "[S:Quill] [C:said] [T:the man in charge of the ferries, Tom Roe, “should be sacked”]."
BEFORE = "Tom Roe runs the ferry company. Ada Quill leads the council. Roe has asked the council for money. "


def weighed(string: str, voice: Voice = Voice.REPORTED) -> tuple[str, Statement, Statement]:
    """The text, and its statement as the rules read it and as it is weighed."""
    text, marks = marked(string)
    document = Document.of(text, Source("a"))
    given = Statement("s", document.id, marks["S"], marks["C"], marks["T"])
    actors, mentions, statements = resolve_speakers(document, (given,))
    ruled = find_targets(document, decide_acts(document, statements), actors, mentions)
    ruled = tuple(replace(s, voice=voice) for s in ruled)
    (found,) = weigh_statements(document, ruled, actors, mentions)
    return text, ruled[0], found


def test_what_the_rules_name_plainly_stands() -> None:
    _, ruled, found = weighed(BEFORE + "[S:Quill] [C:accused] [T:Tom Roe of lying to the council].")
    assert found == ruled
    assert [ref.name for ref in found.targets] == ["Tom Roe"]


def test_one_who_is_clearly_aimed_at_is_found_where_the_rules_name_nobody() -> None:
    _, ruled, found = weighed(BEFORE + MISSED)
    assert (ruled.act, ruled.targets) == (Act.CALL_FOR, ())
    assert (found.act, [ref.name for ref in found.targets]) == (Act.CALL_FOR, ["Tom Roe"])
    assert found.act_spans == ruled.act_spans


def test_what_a_document_says_in_its_own_voice_is_left_alone() -> None:
    _, ruled, found = weighed(
        BEFORE + "[S:Quill] [C:said] [T:“Tom Roe is a clown and everybody knows it”].", Voice.AUTHORIAL
    )
    assert found is ruled


@pytest.mark.parametrize("string", ["[S:Quill] [C:said] [T:it rained].", "[S:She] [C:said] [T:so]."])
def test_nobody_is_aimed_at_by_the_weather(string: str) -> None:
    _, _, found = weighed(string)
    assert (found.act, found.targets) == (Act.STATE, ())


def test_the_models_that_ship_know_what_contenders_are_told() -> None:
    weights = load_weights()
    assert {"first target", "inside", "speaker"} <= set(weights.told)
    assert int(weights.trees.feature.max()) < len(weights.told)
