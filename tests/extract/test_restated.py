"""Whose words a numbered recommendation is, in its own report and where a response restates it."""

from answerable.extract.restated import recommended
from answerable.model import Act, Actor, ActorKind, Ask, AskKind, AskRef, Ref, Statement, Voice
from answerable.text import Span

WORDS = "The Guild should light the pier. We accept this."
PIER = Span(0, 32)
INQUIRY = Actor("i", "Lamplight Inquiry", ActorKind.ORGANISATION)
RESTATED = Statement("s", "d", (), (), (PIER,), Ref("m", "Ann Lee"), Act.CALL_FOR, voice=Voice.AUTHORIAL)
NOISE = Statement("n", "d", (Span(0, 9),), (Span(10, 16),), (Span(17, 31),), Ref("g", "The Guild"))
ANSWER = Statement("a", "d", (), (), (Span(33, 48),), Ref("m", "Ann Lee"), Act.ACCEPT, voice=Voice.AUTHORIAL)


def ask(*, quoted: bool) -> Ask:
    ref = AskRef("1", "Lamplight Inquiry", PIER, PIER.of(WORDS)) if quoted else None
    by = Ref(None, "Lamplight Inquiry")
    return Ask("k", "d", AskKind.RECOMMENDATION, PIER, PIER.of(WORDS), by, number="1", quoted_from=ref)


def test_a_restated_recommendation_is_the_inquirys_and_not_the_ministers_call() -> None:
    said, answer = recommended((RESTATED, NOISE, ANSWER), (ask(quoted=True),), (INQUIRY,))
    assert (said.act, said.voice, said.speaker) == (Act.RECOMMEND, Voice.REPORTED, Ref("i", "Lamplight Inquiry"))
    assert answer == ANSWER


def test_a_reports_own_recommendation_stays_its_authors() -> None:
    said, noise = recommended((RESTATED, NOISE), (ask(quoted=False),), (INQUIRY,))
    assert (said.act, said.voice, said.speaker) == (Act.RECOMMEND, Voice.AUTHORIAL, Ref("m", "Ann Lee"))
    assert noise == NOISE
