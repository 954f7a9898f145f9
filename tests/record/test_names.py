import pytest

from answerable.model import Ref
from answerable.record.names import Titles, label, same_actor, same_side, without_office


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Dame Ida Lind", "Ida Lind", True),
        ("Lind", "Ida Lind", True),
        ("Ida Lind", "Bo Lind", False),
        ("the Ministry of Ports", "Ministry of Ports", True),
        ("the board", "the union", False),
    ],
)
def test_same_actor(first: str, second: str, same: bool) -> None:
    assert same_actor(Ref(None, first), Ref(None, second)) is same


def test_one_government_is_one_side() -> None:
    assert same_side(Ref(None, "Ministry of Ports"), Ref(None, "Bo Ray, Secretary of State for Ports"))
    assert not same_side(Ref(None, "the Government"), Ref(None, "the Scottish Government"))
    assert not same_side(Ref(None, "the Government"), Ref(None, "Dame Ida Lind"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Bo Ray, Secretary of State for Ports", "Bo Ray"),
        ("Department for Ports, Piers and Minister's Aides", "Department for Ports, Piers and Minister's Aides"),
        ("Joan Petrel, Leader of the Council", "Joan Petrel, Leader of the Council"),
        ("Lind", "Lind"),
    ],
)
def test_a_minister_is_named_without_the_office(name: str, shown: str) -> None:
    assert without_office(name) == shown


def test_titles_of_one_inquiry_share_a_key() -> None:
    titles = Titles(["The Lind Inquiry", "Lind Inquiry into the Loss of the Ferry", "Cass Review"])
    assert titles.key("the Lind inquiry") == titles.key("Lind Inquiry into the Loss of the Ferry") == "lind"
    assert titles.key("the inquiry") is None
    assert titles.of_person("Dame Ida Lind") == "lind"
    assert label("national inquiry into ferries") == {"ferries"}
