"""Whom a statement means that names nobody, by the statements before and after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract import exchanges
from answerable.model import Act, Document, Ref, Source, Statement
from tests.marks import marked

ORME, PELL, CLERK = Ref("1", "Ada Orme"), Ref("2", "Ben Pell"), Ref("3", "the clerk")


def said(act: Act, speaker: Ref | None, *targets: Ref, text: str = "[S:one] [C:said] [T:so]") -> Statement:
    plain, spans = marked(text)
    document = Document.of(plain, Source("x"))
    source, cue, content = (spans.get(letter, ()) for letter in "SCT")
    return Statement(
        Statement.key(document.id, source, cue, content),
        document.id,
        source,
        cue,
        content,
        speaker=speaker,
        targets=targets,
        act=act,
    )


@pytest.mark.parametrize(
    ("act", "whom"),
    [(Act.REFUSE, ORME), (Act.REJECT, ORME), (Act.DENY, CLERK), (Act.DISPUTE, CLERK)],
)
def test_a_refusal_answers_who_asked_and_a_denial_who_accused(act: Act, whom: Ref) -> None:
    before = [said(Act.ACCUSE, CLERK, PELL), said(Act.REQUEST, ORME, PELL), said(Act.STATE, ORME)]
    assert exchanges.answered([*before, said(act, PELL)], 3) == (whom,)


def test_nobody_answers_itself() -> None:
    assert exchanges.answered([said(Act.ACCUSE, PELL, ORME), said(Act.DENY, PELL)], 1) == ()


def test_him_is_whom_the_statement_before_is_aimed_at_and_never_the_speaker() -> None:
    text = "[S:Ms Orme] [C:defended] [T:him]"
    plain, _ = marked(text)
    first, second = said(Act.DEFEND, CLERK, PELL), said(Act.DEFEND, ORME, text=text)
    assert exchanges.meant([first, second], 1, plain) == (PELL,)
    assert exchanges.meant([said(Act.DEFEND, CLERK, ORME), second], 1, plain) == ()


def test_a_cue_that_governs_its_object_leaves_nobody_to_be_guessed() -> None:
    _, spans = marked("[S:Ms Orme] [C:condemned] [T:the delay]")
    governed = replace(said(Act.CRITICISE, ORME), cue=spans["C"], act_spans=spans["C"])
    assert exchanges.blamed([said(Act.ACCUSE, ORME, PELL)])(governed) == ()


def test_blame_without_a_name_is_for_whom_its_speaker_or_else_the_document_blames_most() -> None:
    most = exchanges.blamed([said(Act.ACCUSE, ORME, PELL), said(Act.CRITICISE, ORME, PELL)])
    assert most(said(Act.CRITICISE, ORME)) == most(said(Act.CRITICISE, CLERK)) == (PELL,)
    assert most(said(Act.CRITICISE, PELL)) == most(said(Act.STATE, ORME)) == ()
