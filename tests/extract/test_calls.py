"""The asks that statements make, and whom they ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answerable.extract.agents import Agents
from answerable.extract.calls import find_calls
from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Ask,
    AskKind,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Medium,
    Mention,
    Ref,
    Statement,
)
from answerable.text import Span
from tests.extract.layouts import text
from tests.marks import marked


def made(string: str, act: Act = Act.CALL_FOR, speaker: str = "Ms Wick") -> tuple[str, Statement]:
    """A text and its statement: C the cue, T the content, A the words that decided the act."""
    words, at = marked(string)
    cue, content, decided = at.get("C", ()), at["T"], at["A"]
    return words, Statement("s", "d", (), cue, content, Ref(None, speaker), act, decided)


def test_a_sentence_gives_way_to_the_ask_inside_it() -> None:
    words, inner = made("[C:We [A:ask] you] [T:to light the pier].", Act.REQUEST)
    whole = Statement("w", "d", (), (), (Span(0, len(words)),), Ref(None, "Ms Wick"), Act.REQUEST)
    (ask,) = find_calls(text(words, Medium.LETTER), (whole, inner), (), (), Agents(words))
    assert (ask.kind, ask.text, ask.statement) == (AskKind.REQUEST, "to light the pier", "s")


def test_what_you_asked_is_somebody_elses_ask() -> None:
    words, said = made("Thank you for your letter, in which you [C:[A:asked] us] [T:to light the pier].", speaker="you")
    (ask,) = find_calls(text(words, Medium.LETTER), (said,), (), (), Agents(words))
    assert ask.quoted_from
    assert ask.by is None


ADDRESS = "4 March 2024\n\nJoan Hale\nLeader, Selby Council\n\nDear Ms Hale,\n\n"


def test_you_in_a_letter_are_whom_it_is_written_to() -> None:
    words, said = made(ADDRESS + "In your letter you [C:[A:asked] us] [T:to light the pier].", speaker="you")
    (ask,) = find_calls(text(words, Medium.LETTER), (said,), (), (), Agents(words))
    assert ask.by == Ref(None, "Joan Hale, Leader, Selby Council")
    words, said = made(ADDRESS + "We therefore [C:[A:ask you] to] [T:light the pier].", Act.REQUEST)
    (ask,) = find_calls(text(words, Medium.LETTER), (said,), (), (), Agents(words))
    assert ask.addressees == (Ref(None, "Joan Hale, Leader, Selby Council"),)


def test_who_has_no_name_asks_for_no_inquiry_where_the_sentence_names_who_does() -> None:
    words, said = made("The row began with a letter that the parish sent, [C:[A:asking for]] [T:an inquiry].")
    row, parish = Actor.of("d", "the row", ActorKind.GROUP), Actor.of("d", "the parish", ActorKind.ORGANISATION)
    agents = Agents(words, (row, parish))
    by, whole = Ref(parish.id, "the parish"), Span(0, len(words))
    event = InquiryEvent("e", "d", InquiryEventKind.REQUESTED, whole, words, by=by)
    wanted = Inquiry("i", "inquiry", InquiryKind.UNKNOWN, events=(event,))
    told = replace(said, speaker=Ref(row.id, "the row"))
    (ask,) = find_calls(text(words, Medium.NEWS), (told,), (wanted,), (), agents)
    assert ask.by == by


def test_an_inquiry_that_is_requested_is_asked_for() -> None:
    document = text("The parish resolved to ask for an inquiry into the lamps.", Medium.LETTER)
    place = Span(0, len(document.text))
    event = InquiryEvent(
        "e", document.id, InquiryEventKind.REQUESTED, place, place.of(document.text), by=Ref(None, "the parish")
    )
    wanted = Inquiry("i", "inquiry into the lamps", InquiryKind.UNKNOWN, events=(event,))
    (ask,) = find_calls(document, (), (wanted,), (), Agents(document.text))
    assert (ask.kind, ask.by, ask.span) == (AskKind.REQUEST, Ref(None, "the parish"), place)


def asked(string: str, act: Act = Act.CALL_FOR, targets: tuple[Ref, ...] = ()) -> list[Ask]:
    """The asks of a marked text in which P marks where Ada Plum is named and G where the Guild is."""
    words, at = marked(string)
    plum = Actor.of("d", "Ada Plum", ActorKind.PERSON)
    guild = Actor.of("d", "Lamplighters’ Guild", ActorKind.ORGANISATION)
    named = [(span, actor) for mark, actor in (("P", plum), ("G", guild)) for span in at.get(mark, ())]
    mentions = [Mention(span, span.of(words), actor.id) for span, actor in named]
    said = Statement("s", "d", (), at.get("C", ()), at["T"], Ref(None, "Ms Wick"), act, at["A"], targets)
    document = text(words)
    assert document.text == words
    return list(find_calls(document, (said,), (), (), Agents(words, (plum, guild), mentions)))


@pytest.mark.parametrize(
    ("string", "names"),
    [
        (
            "Ms Wick [C:[A:urged]] [T:[P:Plum] and the [G:Guild] to light the pier].",
            ["Ada Plum", "Lamplighters’ Guild"],
        ),
        ("Ms Wick [C:[A:urged]] [T:[P:Plum] and the harbour board to light it].", ["Ada Plum", "the harbour board"]),
        ("Ms Wick [C:said] [T:that the [G:Guild] [A:should] light the pier].", ["Lamplighters’ Guild"]),
        ("Ms Wick [C:[A:demanded that]] [T:[P:Plum] make an apology].", ["Ada Plum"]),
        ("Ms Wick [C:[A:called] Friday [A:for]] [T:[P:Plum] to resign].", ["Ada Plum"]),
        ("Ms Wick [C:[A:told] her [A:deputies to]] [T:find out how the [G:Guild] works].", []),
        ("Ms Wick [C:[A:called for]] [T:an apology from [P:Plum]].", ["Ada Plum"]),
        ("Mr Tarn decried [C:Ms Wick’s repeated [A:calls]] [T:to stop the board from lighting it].", []),
        ("Ms Wick [C:[A:appealed to]] [T:the [G:Guild] to light the pier].", ["Lamplighters’ Guild"]),
        ("Ms Wick [C:[A:called for]] [T:new lamps in the [G:Guild]].", []),
        ("Ms Wick [C:[A:called for]] [T:[P:her] dismissal].", []),
        ("Ms Wick [C:[A:demanded that]] [T:the [G:Guild] be wound up].", ["Lamplighters’ Guild"]),
        ("Ms Wick [C:[A:demanded that]] [T:the [G:Guild] be closed].", []),
        ("Ms Wick [C:said] [T:the lamps of the [G:Guild] [A:should] be replaced].", []),
        ("[T:“You [A:should] resign,”] Ms Wick [C:told] [P:Plum] on Monday.", ["Ada Plum"]),
    ],
)
def test_whom_it_asks(string: str, names: list[str]) -> None:
    (ask,) = asked(string)
    assert [addressee.name for addressee in ask.addressees] == names


def test_a_pronoun_asks_whom_the_statement_is_aimed_at() -> None:
    (ask,) = asked("Ms Wick [C:[A:implored]] [T:her to light the pier].", targets=(Ref("p", "Ada Plum"),))
    assert ask.addressees == (Ref("p", "Ada Plum"),)
    assert not asked("Ms Wick [C:[A:implored]] [T:them to light it].", targets=(Ref(None, "her supporters"),))


def test_a_deadline_is_that_of_the_words_asked_not_of_those_between() -> None:
    (ask,) = asked("[T:“The pier [A:should] be lit,”] [C:said] Ms Wick, harbour master by 1995, [T:“on 4 May 2031.”]")
    assert [due.words for due in ask.due] == ["on 4 May 2031"]
