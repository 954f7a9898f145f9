"""Registries of persons, posts and memberships: Popolo JSON, the files of parlparse, and a small CSV.

Popolo      https://www.popoloproject.com/specs/ ; parlparse's people.json and ministers-2010.json among it
XML         parlparse's people.xml (`<person id latestname>`) and member-aliases.xml (`<alias fullname alternate>`)
JSON names  {person id: name}
CSV         a header with `name` and `role`, and if known `id`, `organisation`, `from`, `to`; or with `alias` and `role`
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from typing import Any, TypeVar

from answerable.errors import UnreadableError, UnsupportedError
from answerable.read.partial_dates import first_day, last_day
from answerable.registry import Alias, Membership, Person, Registry
from answerable.text import key

Row = Mapping[str, Any]
Made = TypeVar("Made")


def read_registry(data: bytes, name: str, as_of: date | None = None) -> Registry:
    """The registry in a file; `name` is its path or address, for errors.

    `as_of` is the day up to which the file is right: memberships without an end are taken to last until then, and no
    longer. For Popolo it defaults to the latest day in the file, for CSV an open end is open.
    Raises UnreadableError for broken files, UnsupportedError for a file that is no registry.
    """
    text = _decoded(data, name)
    first = text.lstrip()[:1]
    if first == "<":
        from answerable.read.registry_xml import read_people_xml

        return read_people_xml(data, name)
    if first in ("{", "["):
        try:
            return _of_json(json.loads(text), name, as_of)
        except json.JSONDecodeError as error:
            raise UnreadableError(name, f"broken JSON in line {error.lineno}: {error.msg}") from None
        except ValueError as error:
            raise UnreadableError(name, str(error)) from None
    return _of_csv(text, name, as_of)


def everyday_aliases() -> Registry:
    """The everyday names of offices that come with the program."""
    return _of_csv((files("answerable") / "data" / "office_aliases.csv").read_text("utf-8"), "office_aliases.csv", None)


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if data.lstrip()[:5] == b"<?xml":
            return "<"
        raise UnreadableError(name, "not UTF-8") from None


# ---------------------------------------------------------------- JSON


def _of_json(data: Any, name: str, as_of: date | None) -> Registry:
    if isinstance(data, dict) and any(k in data for k in ("persons", "memberships", "posts")):
        return _popolo(data, as_of)
    if isinstance(data, dict) and data and all(isinstance(v, str) for v in data.values()):
        return Registry(tuple(Person(id, _untitled(n), (n,)) for id, n in data.items()))
    raise UnsupportedError(name, "neither Popolo nor a list of names by id")


def _popolo(data: dict[str, Any], as_of: date | None) -> Registry:
    persons = tuple(p for row in data.get("persons", ()) if (p := _person(row)))
    posts = {row["id"]: row for row in data.get("posts", ()) if "id" in row}
    bodies = {row["id"]: row.get("name", "") for row in data.get("organizations", ()) if "id" in row}
    rows = [row for row in data.get("memberships", ()) if "person_id" in row]
    days = [d for row in rows for field in ("start_date", "end_date") if (d := first_day(row.get(field)))]
    vouched = as_of or max(days, default=None)
    return Registry(persons, tuple(_membership(row, posts, bodies, vouched) for row in rows))


def _membership(row: Row, posts: Mapping[str, Row], bodies: Mapping[str, str], vouched: date | None) -> Membership:
    post = posts.get(row.get("post_id", ""), {})
    body = row.get("organization_id") or post.get("organization_id") or ""
    role = row.get("role") or post.get("label") or post.get("role") or ""
    return Membership(
        str(row["person_id"]), " ".join(str(role).split()), bodies.get(body) or body or None,
        last_day(row.get("start_date")), first_day(row.get("end_date")), vouched,
    )  # fmt: skip


def _person(row: Row) -> Person | None:
    """A Popolo person, whose names stand in `name`, or as parlparse has them in `other_names` with dates."""
    listed = [n for other in row.get("other_names", ()) if (n := _popolo_name(other))]
    main = [_popolo_name(o) for o in row.get("other_names", ()) if o.get("note") == "Main" and not o.get("end_date")]
    name = row.get("name") or next(filter(None, main), "") or next(iter(listed), "")
    if "id" not in row or not name:
        return None
    identifiers = tuple((i["scheme"], str(i["identifier"])) for i in row.get("identifiers", ()) if "scheme" in i)
    return Person(str(row["id"]), _untitled(name), tuple(dict.fromkeys([name, *listed])), identifiers)


def _popolo_name(other: Row) -> str:
    if other.get("name"):
        return str(other["name"])
    if other.get("lordname") or other.get("lordofname"):
        told = [
            other.get("honorific_prefix"),
            other.get("lordname"),
            other.get("lordofname") and f"of {other['lordofname']}",
        ]
        return " ".join(filter(None, told))
    return " ".join(filter(None, [other.get("given_name"), other.get("family_name")]))


def _untitled(name: str) -> str:
    """A name without a knight's or a courtesy title, which the text may or may not use."""
    first, _, rest = name.partition(" ")
    return rest if first in ("Sir", "Dame", "Mr", "Mrs", "Ms", "Miss", "Dr", "Rev") and " " in rest else name


# ---------------------------------------------------------------- CSV


def _of_csv(text: str, name: str, as_of: date | None) -> Registry:
    rows = csv.DictReader(io.StringIO(text))
    header = {h.strip().lower() for h in rows.fieldnames or ()}
    if {"alias", "role"} <= header:
        return Registry(aliases=tuple(_rows(rows, name, _alias)))
    if {"name", "role"} <= header:
        held = list(_rows(rows, name, lambda row: _held(row, as_of)))
        return Registry(tuple(dict.fromkeys(p for p, _ in held)), tuple(m for _, m in held))
    raise UnsupportedError(name, "its header has neither name and role nor alias and role")


def _rows(rows: Iterable[dict[str, str]], name: str, make: Callable[[dict[str, str]], Made]) -> Iterator[Made]:
    for number, row in enumerate(rows, 2):
        clean = {(k or "").strip().lower(): (v or "").strip() for k, v in row.items() if isinstance(v, str)}
        try:
            yield make(clean)
        except ValueError as error:
            raise UnreadableError(f"{name}:{number}", str(error)) from None


def _alias(row: dict[str, str]) -> Alias:
    return Alias(_told(row, "alias"), _told(row, "role"), last_day(row.get("from")), first_day(row.get("to")))


def _held(row: dict[str, str], as_of: date | None) -> tuple[Person, Membership]:
    name = _told(row, "name")
    person = Person(row.get("id") or key("person", name), name, (name,))
    body = row.get("organisation") or row.get("organization") or None
    return person, Membership(
        person.id, _told(row, "role"), body, last_day(row.get("from")), first_day(row.get("to")), as_of
    )


def _told(row: dict[str, str], column: str) -> str:
    if not row.get(column):
        raise ValueError(f"no {column}")
    return row[column]
