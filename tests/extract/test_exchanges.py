"""Whom a statement means that names nobody, by the statements before and after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract import exchanges
from answerable.model import Act, Document, Quoted, Ref, Source, Statement
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
    assert exchanges.answered([*before, said(act, PELL)], 3, "one said so") == (whom,)


def test_nobody_answers_itself() -> None:
    assert exchanges.answered([said(Act.ACCUSE, PELL, ORME), said(Act.DENY, PELL)], 1, "one said so") == ()


@pytest.mark.parametrize(("said_of", "whom"), [("the claim", (ORME,)), ("claims of fraud", ())])
def test_only_what_was_said_before_is_answered(said_of: str, whom: tuple[Ref, ...]) -> None:
    text = f"[S:Mr Pell] [C:disputed] [T:{said_of}]"
    plain, spans = marked(text)
    answer = replace(said(Act.DISPUTE, PELL, text=text), act_spans=spans["C"])
    assert exchanges.answered([said(Act.ACCUSE, ORME, PELL), answer], 1, plain) == whom


def test_nobody_speaking_answers_nobody() -> None:
    assert exchanges.answered([said(Act.ACCUSE, ORME, PELL), said(Act.DENY, None)], 1, "one said so") == ()


def test_who_is_said_to_ask_asks_whoever_answers() -> None:
    text = "[S:Ms Orme] [C:asked] [T:why the bridge was shut]"
    plain, spans = marked(text)
    question = replace(said(Act.QUESTION, ORME, text=text), act_spans=spans["C"])
    reply = replace(said(Act.STATE, PELL), quoted=Quoted.DIRECT)
    assert exchanges.replied([question, reply], 0, plain) == (PELL,)
    assert exchanges.replied([question, said(Act.STATE, PELL)], 0, plain) == ()


def test_him_is_whom_the_statement_before_is_aimed_at_and_never_the_speaker() -> None:
    text = "[S:Ms Orme] [C:defended] [T:him]"
    plain, _ = marked(text)
    first, second = said(Act.DEFEND, CLERK, PELL), said(Act.DEFEND, ORME, text=text)
    assert exchanges.meant([first, second], 1, plain) == (PELL,)
    assert exchanges.meant([said(Act.DEFEND, CLERK, ORME), second], 1, plain) == ()


def test_a_cue_that_governs_its_object_leaves_nobody_to_be_guessed() -> None:
    _, spans = marked("[S:Ms Orme] [C:condemned] [T:the delay]")
    governed = replace(said(Act.CRITICISE, ORME), cue=spans["C"], act_spans=spans["C"])
    assert exchanges.blamed([said(Act.ACCUSE, ORME, PELL)], {})(governed) == ()


def test_blame_without_a_name_is_for_whom_its_speaker_blames_most() -> None:
    named = [said(Act.ACCUSE, ORME, PELL), said(Act.CRITICISE, ORME, PELL)]
    most = exchanges.blamed(named, {})
    assert most(said(Act.CRITICISE, ORME)) == (PELL,)
    assert most(said(Act.CRITICISE, CLERK)) == most(said(Act.CRITICISE, PELL)) == most(said(Act.STATE, ORME)) == ()


def test_blame_without_a_name_is_never_for_whom_its_speaker_speaks() -> None:
    most = exchanges.blamed([said(Act.ACCUSE, ORME, PELL)], {"1": {"2"}})
    assert most(said(Act.CRITICISE, ORME)) == ()
