"""Where a document mentions its actors. Marks: A to C persons, N a pronoun or noun for nobody known, Q a content."""

from __future__ import annotations

from answerable.extract.places import Places
from answerable.model import Actor, ActorKind, Mention, Post
from answerable.text import Spans
from tests.marks import marked

NAMES = {"A": "Jane Doe", "B": "Richard Roe", "C": "Ada Orme"}
DOE, ROE, ORME = (Actor.of("d", name, ActorKind.PERSON) for name in NAMES.values())


def read(text: str) -> tuple[Places, dict[str, Spans]]:
    plain, spans = marked(text)
    actors = dict(zip(NAMES, (DOE, ROE, ORME), strict=True))
    mentions = [Mention(s, s.of(plain), a.id) for letter, a in actors.items() for s in spans.get(letter, ())]
    mentions += [Mention(s, s.of(plain), None) for s in spans.get("N", ())]
    return Places(plain, {a.id: a for a in actors.values()}, mentions), dict(spans)


def test_of_a_name_in_a_phrase_the_phrase_is_meant_and_both_are_named() -> None:
    places, spans = read("[Q:[A:[B:Roe] Aide]] left")
    assert [p.actor for p in places.inside(spans["Q"])] == [DOE]
    assert places.named_in(spans["Q"]) == {DOE.id, ROE.id}


def test_nobody_calls_himself_he_in_his_own_words() -> None:
    places, spans = read("[B:Roe] met [A:Doe]. [A:She] smiled. Doe said [Q:“[A:he] is kind”]")
    (he,) = places.inside(spans["Q"])
    assert places.understood(he, DOE.id, spans["Q"]).actor == ROE
    assert places.understood(he, ORME.id, spans["Q"]).actor == DOE


def test_in_reported_words_he_may_be_the_speaker() -> None:
    places, spans = read("[B:Roe] met [A:Doe], who said [Q:that [A:she] is kind]")
    (she,) = places.inside(spans["Q"])
    assert places.understood(she, DOE.id, spans["Q"]).actor == DOE


def test_of_whom_a_document_speaks_most() -> None:
    places, _ = read("[B:Roe], [B:Roe] and [A:Doe]; [B:Roe] and [A:Doe] met [C:Orme]")
    assert places.foremost(None) == ROE
    assert places.foremost(ROE.id) == DOE
    undecided, _ = read("[B:Roe] met [A:Doe]")
    assert undecided.foremost(None) is None


def test_whom_nobody_introduced_is_pointed_to_by_a_pronoun_or_the_noun_for_a_role() -> None:
    places, spans = read("[Q:[N:a lawyer], [N:the garden] and the old [N:developer]]")
    first = places.first_pointing(spans["Q"])
    assert first is not None
    assert first.of(places.text) == "developer"


def test_whom_a_letter_greets_by_name_or_by_post() -> None:
    clerk = Actor.of("d", "Ben Pell", ActorKind.PERSON, posts=(Post("Town Clerk"),))
    actors = {a.id: a for a in (DOE, clerk)}
    assert Places("Dear Ms Doe,\n", actors, ()).addressee() == DOE
    assert Places("Dear Town Clerk\n", actors, ()).addressee() == clerk
    assert Places("Dear colleagues,\n", actors, ()).addressee() is None
    assert Places("Oh dear Doe\n", actors, ()).addressee() is None
