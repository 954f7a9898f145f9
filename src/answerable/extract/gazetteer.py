"""The word lists that tell names, titles, roles and groups apart: tables in `data/names/`, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Title:
    """What a word before a name tells of its bearer: gender ("m", "f" or "") and families of roles."""

    gender: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Role:
    """What a noun for one person tells: the family of roles that it points back to, and gender."""

    family: str
    gender: str


def _lines(name: str) -> Iterator[str]:
    """The entries of a table, without comments and blank lines."""
    for line in (files("answerable") / "data" / "names" / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@cache
def words(name: str) -> frozenset[str]:
    """The entries, lower case, of the list `data/names/{name}.txt`."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def first_names() -> MappingProxyType[str, str]:
    """{given name, lower case: "m", "f" or "b" for both}."""
    return MappingProxyType(dict(line.split("\t") for line in _lines("first_names.tsv")))


@cache
def states_by_people() -> MappingProxyType[str, str]:
    """{what the government of a state is called by, lower case: the state}: "russian" to "russia"."""
    return MappingProxyType(dict(line.split("\t") for line in _lines("states_peoples.tsv")))


@cache
def titles() -> MappingProxyType[str, Title]:
    """{title, lower case, without its full stop: what it tells}."""
    rows = (line.split("\t") for line in _lines("titles.tsv"))
    return MappingProxyType(
        {
            word: Title(
                gender.strip("-"),
                frozenset(role_nouns()[r].family if r in role_nouns() else r for r in roles.split(",") if r != "-"),
            )
            for word, gender, roles in rows
        }
    )


@cache
def role_nouns() -> MappingProxyType[str, Role]:
    """{noun for one person, lower case: what it tells}."""
    rows = (line.split("\t") for line in _lines("role_nouns.tsv"))
    return MappingProxyType({noun: Role(family, gender.strip("-")) for noun, family, gender in rows})


@cache
def peoples() -> frozenset[str]:
    """Words for peoples, parties and faiths, lower case, singular and plural."""
    singular = words("peoples")
    return singular | {_plural(word) for word in singular} | words("peoples_irregular")


def _plural(word: str) -> str:
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word[:-3]}men" if word.endswith("man") else f"{word}s"
