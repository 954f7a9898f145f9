"""Whom an act is aimed at. Marks: S source, C cue, T content, D deciding words, A to F actors."""

from __future__ import annotations

import pytest

from answerable.extract.targets import find_targets
from answerable.model import Act, Actor, ActorKind, Document, Medium, Mention, Ref, Source, Statement
from answerable.text import Spans
from tests.marks import marked

CAST = {
    "A": ("Jane Doe", ActorKind.PERSON),
    "B": ("Richard Roe", ActorKind.PERSON),
    "E": ("Anytown Council", ActorKind.ORGANISATION),
    "F": ("residents", ActorKind.GROUP),
}


def aimed(*texts: tuple[Act, str, str], medium: Medium = Medium.NEWS) -> list[list[str]]:
    """The targets of statements given as act, letter of the speaker and marked text, all in one document."""
    whole = " ".join(f"[X:{text}]" for _, _, text in texts)
    plain, spans = marked(whole)
    document = Document.of(plain, Source("x", medium=medium))
    actors = {letter: Actor.of(document.id, name, kind) for letter, (name, kind) in CAST.items()}
    mentions = [Mention(span, span.of(plain), a.id) for letter, a in actors.items() for span in spans.get(letter, ())]
    statements = []
    for (act, speaker, _), place in zip(texts, spans["X"], strict=True):
        inside = {k: tuple(s for s in v if place.contains(s)) for k, v in spans.items()}
        statements.append(_statement(document, inside, act, actors[speaker] if speaker else None))
    return [[ref.name for ref in s.targets] for s in find_targets(document, statements, actors.values(), mentions)]


def _statement(document: Document, spans: dict[str, Spans], act: Act, speaker: Actor | None) -> Statement:
    source, cue, content = (spans.get(letter, ()) for letter in "SCT")
    ref = Ref(speaker.id, speaker.name) if speaker else None
    key = Statement.key(document.id, source, cue, content)
    return Statement(key, document.id, source, cue, content, speaker=ref, act=act, act_spans=spans.get("D", ()))


@pytest.mark.parametrize(
    ("act", "text", "targets"),
    [
        (Act.ACCUSE, "[S:[A:Doe]] [C:[D:accused]] [T:[B:Roe] of misleading [F:residents]]", ["Richard Roe"]),
        (Act.CRITICISE, "[S:[A:Doe]] [C:[D:faulted]] [T:[E:the council]'s handling of the fire]", ["Anytown Council"]),
        (
            Act.CRITICISE,
            "[S:[A:Doe]] [C:said] [T:[E:the council] was a [D:disgrace] to [F:residents]]",
            ["Anytown Council"],
        ),
        (Act.CALL_FOR, "[S:[A:Doe]] [C:said] [T:[B:Roe] [D:must] resign]", ["Richard Roe"]),
        (Act.REQUEST, "[S:[A:Doe]] [C:[D:asked]] [E:the council] [T:to publish the letters]", ["Anytown Council"]),
        (Act.PRAISE, "[S:[A:Doe]] [C:[D:praised]] [T:[B:Roe] and [E:the council]]", ["Richard Roe", "Anytown Council"]),
        (Act.ACCUSE, "[S:[A:Doe]] [C:said] [T:[A:she] was [D:betrayed] by [B:Roe]]", ["Richard Roe"]),
        (Act.PRAISE, "[S:[A:Doe]] [C:[D:backs]] [T:[E:the council]'s [B:Richard Roe]]", ["Richard Roe"]),
        (Act.ACCUSE, "[S:[A:Doe]] [C:[D:accused]] [T:those who spread the tale of forgetting [F:residents]]", []),
        (Act.ACCUSE, "[S:[A:Doe]] [C:has [D:accused]] [T:two ministers of failing [F:residents]]", []),
        (Act.STATE, "[S:[A:Doe]] [C:said] [T:[B:Roe] was in Anytown]", []),
        (Act.ACCEPT, "[S:[E:The council]] [C:said] [T:it [D:accepts] the plan, subject to [B:Roe]]", []),
        (Act.PRAISE, "[S:[A:Doe]] [C:[D:backs]] [T:[B:Roe] over [E:the council]]", ["Richard Roe"]),
        (Act.ORDER, "[S:[A:Doe]] [C:[D:ordered]] [T:[B:[E:council] clerk] to come]", ["Richard Roe"]),
        (Act.ACCUSE, "[S:[A:Doe]] [C:said] [T:the [D:hacking] of [E:the council] was by [B:Roe]]", ["Richard Roe"]),
        (Act.CRITICISE, "[S:[A:Doe]] [C:said] [T:the plan was an [D:insult] to [E:Anytown Council]]", []),
        (Act.CRITICISE, "[S:[A:Doe]] [C:said] [T:the fires in [E:Anytown] were a [D:disgrace]]", []),
        (Act.PROMISE, "[S:[A:Doe]] [C:[D:vowed]] [T:to rebuild the school]", []),
        (Act.REJECT, "[S:[A:Doe]] [C:[D:rejected]] [T:calls from [E:the council] to resign]", ["Anytown Council"]),
        (Act.CRITICISE, "[S:[A:Doe]] [C:said] [T:the minister [D:has failed] [E:Anytown]]", []),
        (Act.ACCUSE, "[S:[A:Doe]] [C:told] [B:Roe]: [T:“You have [D:betrayed] us”]", ["Richard Roe"]),
        (
            Act.PRAISE,
            "[T:“The best [D:leader] since [E:the council]’s first”], [S:[A:Doe]] [C:said] of [B:Roe]",
            ["Richard Roe"],
        ),
        (Act.ANNOUNCE, "[S:[A:Doe]] [C:[D:nominated]] [T:[B:Roe] as clerk of [E:the council]]", ["Richard Roe"]),
        (Act.ANNOUNCE, "[S:[A:Doe]] [C:[D:announced]] [T:that the town sues [B:Roe]]", ["Richard Roe"]),
        (Act.ANNOUNCE, "[S:[A:Doe]] [C:[D:announced]] [T:a fund for [B:Roe]]", []),
        (Act.PROMISE, "[S:[A:Doe]] [C:[D:vowed]] [T:to sue [B:Roe] over the school]", ["Richard Roe"]),
        (Act.PROMISE, "[S:[A:Doe]] [C:[D:vowed]] [T:to rebuild the school of [B:Roe]]", []),
        (Act.REJECT, "[S:[A:Doe]] [C:[D:rejected]] [T:a request to open the file on [B:Roe]]", []),
        (Act.CRITICISE, "[S:[A:Doe]] [C:was [D:mocking]] [T:the fact that [B:Roe] sings]", ["Richard Roe"]),
        (Act.CALL_FOR, "[S:[A:Doe]] [C:[D:demanded]] [T:more speed from [E:the council]]", ["Anytown Council"]),
        (Act.QUESTION, "[S:[A:Doe]] [C:[D:asked] [B:Roe]] [T:if [E:the council] was told]", ["Richard Roe"]),
        (Act.CALL_FOR, "[S:[A:Doe]] [C:said] [T:[F:residents] [D:must] help [B:Richard Roe]]", ["residents"]),
        (Act.CALL_FOR, "[S:[A:Doe]] [C:said] [T:the taxes [B:Roe] likes [D:should] go]", []),
        (Act.CALL_FOR, "[S:[A:Doe]] [C:said] [T:[A:she] [D:should] not have to pay [B:Roe]]", []),
        (
            Act.ACCUSE,
            "[S:[A:Doe]] [C:said] [T:[B:Roe] met the panel. [E:Anytown Council] had [D:lied] to it]",
            ["Anytown Council"],
        ),
        (Act.FIND, "[S:[A:Doe]] [C:said] [T:the [D:report] in which [B:Roe] is named is long]", []),
        (Act.CRITICISE, "[S:[A:Doe] of [B:Roe]'s office] [C:said] [T:[B:Roe]'s bridge was a [D:disgrace]]", []),
        (Act.CRITICISE, "[S:[A:Doe], a critic of [B:Roe],] [C:said] [T:[B:Roe] was a [D:disgrace]]", ["Richard Roe"]),
    ],
)
def test_targets_that_the_statement_names(act: Act, text: str, targets: list[str]) -> None:
    assert aimed((act, "A", text)) == [targets]


def test_an_answer_is_aimed_at_whoever_asked() -> None:
    ask = (Act.CALL_FOR, "A", "[S:[A:Doe]] [C:said] [T:[B:Roe] [D:must] resign].")
    answer = (Act.REFUSE, "B", "[S:[B:He]] [C:[D:refused]] [T:to go].")
    assert aimed(ask, answer) == [["Richard Roe"], ["Jane Doe"]]


def test_a_response_answers_what_is_asked_elsewhere() -> None:
    asked = (Act.CALL_FOR, "B", "[S:[B:Roe]] [C:[D:called for]] [T:a survey]")
    accepted = (Act.ACCEPT, "A", "[S:[A:Doe]] [C:[D:accepted]] [T:the plan]")
    assert aimed(asked, accepted)[1] == ["Richard Roe"]
    assert aimed(asked, accepted, medium=Medium.RESPONSE)[1] == []


def test_blame_without_a_name_is_aimed_at_whom_its_speaker_blames() -> None:
    named = (Act.ACCUSE, "A", "[S:[A:Doe]] [C:[D:accused]] [T:[B:Roe] of lying].")
    unnamed = (Act.CRITICISE, "A", "[C:called it] [T:a [D:disgrace]], [S:[A:she]] said.")
    assert aimed(named, unnamed) == [["Richard Roe"], ["Richard Roe"]]


def test_a_wrong_without_its_doer_is_aimed_at_whom_its_speaker_blames() -> None:
    named = (Act.ACCUSE, "A", "[S:[A:Doe]] [C:[D:accused]] [T:[B:Roe] of lying].")
    unnamed = (Act.ACCUSE, "A", "[S:[A:She]] [C:said] [T:the [D:lies] were meant to please [E:the council]].")
    assert aimed(named, unnamed) == [["Richard Roe"], ["Richard Roe"]]


def test_a_question_in_a_dialogue_is_aimed_at_the_one_who_answers() -> None:
    question = (Act.QUESTION, "A", "[S:[A:Doe]][C::] [T:Why was [E:the council] told so late?]")
    answer = (Act.STATE, "B", "[S:[B:Roe]][C::] [T:Nobody knew.]")
    assert aimed(question, answer) == [["Richard Roe"], []]


def test_a_question_to_you_is_aimed_at_the_other_who_speaks() -> None:
    question = (Act.QUESTION, "A", "[S:[A:Doe]][C::] [T:Did you read it?]")
    answer = (Act.STATE, "B", "[S:[B:Roe]][C::] [T:Every page.]")
    assert aimed(question, answer) == [["Richard Roe"], []]


def test_he_in_a_quotation_is_never_the_speaker() -> None:
    text = "[B:Richard Roe] won. [S:[A:Doe]] [C:said] [T:“[A:He] is a [D:marvel]”]"
    assert aimed((Act.PRAISE, "A", text)) == [["Richard Roe"]]


def test_in_a_letter_you_is_whom_it_greets() -> None:
    ask = (Act.REQUEST, "A", "Dear [B:Mr Roe],\n\n[S:[A:I]] [C:[D:ask]] [T:you to open [E:the council]'s books]")
    tell = (Act.ACCUSE, "A", "[S:[A:I]] [C:say] [T:[E:the council] has [D:lied]]")
    assert aimed(ask) == [["Richard Roe"]]
    assert aimed(ask, tell) == [["Richard Roe"], ["Anytown Council"]]


def test_a_judgement_in_the_passive_falls_on_its_subject() -> None:
    faced = (Act.CRITICISE, "", "[B:Roe] faced [C:[D:criticism] for] [T:late buses].")
    assert aimed(faced) == [["Richard Roe"]]


def test_in_a_dialogue_you_is_the_other_one() -> None:
    answer = (Act.STATE, "B", "[S:[B:ROE]][C::] [T:I had no money.]")
    charge = (Act.ACCUSE, "A", "[S:[A:DOE]][C::] [T:You [D:misled] us.]")
    assert aimed(answer, charge) == [[], ["Richard Roe"]]


def test_nobody_is_aimed_at_where_nobody_is_named() -> None:
    assert aimed((Act.CRITICISE, "A", "[S:[A:Doe]] [C:said] [T:the plan was a [D:disgrace]]")) == [[]]
