"""Who of those mentioned an act may be aimed at. Marks: S source, C cue, T content, D deciding words, A to E actors."""

from __future__ import annotations

import pytest

from answerable.extract.candidates import Candidates
from answerable.extract.places import Places
from answerable.model import Act, Actor, ActorKind, Mention, Ref, Statement
from tests.marks import marked

CAST = {
    "A": Actor.of("d", "Jane Doe", ActorKind.PERSON),
    "B": Actor.of("d", "Richard Roe", ActorKind.PERSON),
    "E": Actor.of("d", "Anytown Council", ActorKind.ORGANISATION),
}


def read(act: Act, text: str) -> tuple[Candidates, Statement]:
    """The candidates of a text with one statement, by Jane Doe."""
    plain, spans = marked(text)
    source, cue, content = (spans.get(letter, ()) for letter in "SCT")
    speaker = Ref(CAST["A"].id, CAST["A"].name)
    statement = Statement("s", "d", source, cue, content, speaker=speaker, act=act, act_spans=spans.get("D", ()))
    mentions = [Mention(span, span.of(plain), a.id) for letter, a in CAST.items() for span in spans.get(letter, ())]
    mentions += [Mention(span, span.of(plain), None) for span in spans.get("N", ())]
    return Candidates(Places(plain, {a.id: a for a in CAST.values()}, mentions), [statement]), statement


@pytest.mark.parametrize(
    ("act", "text", "names"),
    [
        (Act.PRAISE, "[S:[A:Doe]] [C:[D:praised]] [T:[B:Roe] and [E:the council]]", ["Richard Roe", "Anytown Council"]),
        (Act.PRAISE, "[S:[A:Doe]] [C:[D:praised]] [T:the plan that [B:Roe] wrote]", []),
        (Act.PRAISE, "[S:[A:Doe]] [C:said] [T:[B:Roe] told [A:her] that it is [D:brilliant]]", ["Richard Roe"]),
        (Act.DENY, "[S:[A:Doe]] [C:said] [T:[D:nobody] told [B:Roe]]", []),
        (Act.RECOMMEND, "[S:[A:Doe]] [C:said] [T:[B:Roe] and [E:the council] [D:should] meet]",
         ["Richard Roe", "Anytown Council"]),
    ],
)  # fmt: skip
def test_where_an_act_has_its_targets(act: Act, text: str, names: list[str]) -> None:
    candidates, statement = read(act, text)
    assert [place.actor.name for place in candidates.stated(statement)] == names


def test_nobody_blames_whom_she_speaks_for() -> None:
    aide, blame = read(Act.CRITICISE, "[S:[B:Roe] aide [A:Doe]] [C:said] [T:[B:Roe]'s bridge was a [D:mess]]")
    assert aide.stated(blame) == []
    assert aide.sides == {CAST["A"].id: {CAST["B"].id}}
    rival, _ = read(Act.CRITICISE, "[S:[B:Roe] critic [A:Doe]] [C:said] [T:[B:Roe]'s bridge was a [D:mess]]")
    assert rival.sides == {}


def test_whom_a_judgement_means_that_names_nobody() -> None:
    passive, faced = read(Act.CRITICISE, "[B:Roe] faced [C:[D:criticism] of] [T:the late buses]")
    assert [place.actor.name for place in passive.implied(faced)] == ["Richard Roe"]
    pointing, he = read(Act.CRITICISE, "[B:Roe] won. [S:[A:Doe]] [C:said] [T:the [N:mayor] is a [D:disgrace]]")
    assert [place.actor.name for place in pointing.implied(he)] == ["Richard Roe"]


def test_you_is_whom_the_speaker_tells() -> None:
    told, charge = read(Act.ACCUSE, "[S:[A:Doe]] [C:told] [B:Roe]: [T:“You [D:lied] to [E:the council]”]")
    assert told.spoken_to(charge) == Ref(CAST["B"].id, "Richard Roe")
    said, other = read(Act.ACCUSE, "[S:[A:Doe]] [C:told] [B:Roe]: [T:“[E:The council] [D:lied]”]")
    assert said.spoken_to(other) is None
