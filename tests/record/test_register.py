from dataclasses import replace

from answerable.model import AskRef
from answerable.record.register import Register, number_key
from tests.entries import LIND, ask, extraction


def test_printings_of_one_number() -> None:
    assert number_key("4(a)(iii)") == number_key("4a iii") == "4.a.iii"
    assert number_key("R12") == "12"


def test_a_part_belongs_to_its_recommendation() -> None:
    register = Register([extraction("report", asks=(ask("4", "Lights."),)), extraction("other")])
    found = register.find(AskRef("4(b)", LIND), "other")
    assert found and found.ask.number == "4" and found.score < 0.9


def test_an_ask_quoted_elsewhere_is_one_ask() -> None:
    quoted = ask("4", "Lights.", None, "response", quoted_from=AskRef("4", LIND))
    register = Register([extraction("response", asks=(quoted,)), extraction("report", asks=(ask("4", "Lights."),))])
    assert [a.document for _, a in register] == ["report"]
    assert [a.document for a in register.same(quoted.id)] == ["report", "response"]


def test_a_response_that_numbers_anew_is_joined_by_its_words() -> None:
    lamps, boats = "The Board should light every lamp at dusk.", "The Guild must paint its boats each spring."
    quoted = [
        replace(ask(n, t, document="reply"), quoted_from=AskRef(n, LIND)) for n, t in (("1", boats), ("2", lamps))
    ]
    asked = (ask("1", "Nobody should row alone at night."), ask("2", boats), ask("5", lamps))
    register = Register((extraction("report", asks=asked), extraction("reply", asks=tuple(quoted))))
    assert {key: first.number for key, first in register} == {"lind 1": "1", "lind 2": "2", "lind 5": "5"}
    found = register.find(AskRef("2", LIND), "reply")
    assert found
    assert found.ask.text == lamps
    elsewhere = register.find(AskRef("2", LIND), "update")
    assert elsewhere
    assert elsewhere.ask.text == boats
