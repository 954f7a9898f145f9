from __future__ import annotations

import json
from datetime import date

import pytest

from answerable.errors import UnreadableError, UnsupportedError
from answerable.read.partial_dates import first_day, last_day
from answerable.read.registry import everyday_aliases, read_registry
from answerable.registry import Membership

POPOLO = {
    "persons": [
        {"id": "p1", "name": "Sir Ada Hale", "identifiers": [{"scheme": "pier", "identifier": "7"}]},
        {"id": "p2", "other_names": [{"note": "Main", "given_name": "Jon", "family_name": "Reva"}]},
        {"id": "p3", "other_names": [{"note": "Main", "honorific_prefix": "Baroness", "lordname": "Osk"}]},
    ],
    "organizations": [{"id": "ferries", "name": "Ferries Committee"}],
    "posts": [{"id": "seat1", "label": "MP for Tarn", "organization_id": "ferries"}],
    "memberships": [
        {"person_id": "p1", "role": "Chair", "organization_id": "ferries", "start_date": "2030-02", "end_date": "2031"},
        {"person_id": "p2", "post_id": "seat1", "start_date": "2030-03-04"},
    ],
}


def test_popolo_with_partial_dates_vouches_for_no_day_too_many() -> None:
    registry = read_registry(json.dumps(POPOLO).encode(), "people.json")
    assert [p.name for p in registry.persons] == ["Ada Hale", "Jon Reva", "Baroness Osk"]
    assert registry.persons[0].identifiers == (("pier", "7"),)
    assert registry.memberships == (
        Membership("p1", "Chair", "Ferries Committee", date(2030, 2, 28), date(2031, 1, 1), date(2031, 1, 1)),
        Membership("p2", "MP for Tarn", "Ferries Committee", date(2030, 3, 4), None, date(2031, 1, 1)),
    )


def test_the_older_xml_gives_persons_and_other_names() -> None:
    people = b'<?xml version="1.0" encoding="ISO-8859-1"?><x><person id="p1" latestname="Zo\xeb Hale"/></x>'
    assert [p.name for p in read_registry(people, "people.xml").persons] == ["Zoë Hale"]
    aliases = b'<publicwhip><alias fullname="Jonathan Reva" alternate="Jon Reva" from="2001-01-01"/></publicwhip>'
    (other,) = read_registry(aliases, "member-aliases.xml").others
    assert (other.name, other.other, other.start, other.end) == ("Jonathan Reva", "Jon Reva", date(2001, 1, 1), None)


def test_names_by_id_and_csv() -> None:
    assert read_registry(b'{"p1": "Ada Hale"}', "names.json").persons[0].id == "p1"
    posts = b"id,name,role,organisation,from,to\np1,Ada Hale,Chair,Tarn Board,2030-01-01,\n"
    registry = read_registry(posts, "posts.csv", date(2031, 1, 1))
    assert registry.memberships == (Membership("p1", "Chair", "Tarn Board", date(2030, 1, 1), None, date(2031, 1, 1)),)
    (alias,) = read_registry(b"Alias,Role,From\nPier boss,Chair,2030\n", "aliases.csv").aliases
    assert (alias.alias, alias.role, alias.start) == ("Pier boss", "Chair", date(2030, 12, 31))


@pytest.mark.parametrize(
    "data,error,reason",
    [
        (b"{", UnreadableError, "broken JSON"),
        (b"<a", UnreadableError, "broken XML"),
        (b"<a/>", UnsupportedError, "without persons"),
        (b"[]", UnsupportedError, "neither Popolo"),
        (b"a,b\n1,2\n", UnsupportedError, "header"),
        (b"name,role\n,Chair\n", UnreadableError, "posts:2: no name"),
        (b"name,role,from\nAda,Chair,soon\n", UnreadableError, "posts:2: not a day: soon"),
        (b"\xff\xfe\x00", UnreadableError, "not UTF-8"),
        (b'{"memberships": [{"person_id": "p", "start_date": "soon"}]}', UnreadableError, "not a day"),
    ],
)
def test_what_is_no_registry_is_named(data: bytes, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=reason):
        read_registry(data, "posts")


def test_the_everyday_names_of_offices_come_along() -> None:
    aliases = {a.alias for a in everyday_aliases().aliases}
    assert {"Home Secretary", "Policing Minister", "Labour leader"} <= aliases


def test_partial_dates() -> None:
    assert (first_day("2030-02"), last_day("2030-02"), last_day("2030"), first_day(None)) == (
        date(2030, 2, 1),
        date(2030, 2, 28),
        date(2030, 12, 31),
        None,
    )
    with pytest.raises(ValueError, match="not a day"):
        first_day("spring")
