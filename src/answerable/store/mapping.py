"""A noun is a row: how the frozen values of `model` become columns and come back equal.

One rule for each type, applied to the fields of a dataclass in their order:

    str, int, float, bool, date, datetime, closed list   one column
    Span                                                 one column, JSON [start, end]
    another dataclass (Ref, When, AskRef)                its columns, prefixed with the name of the field
    tuple[X, ...]                                        one column, JSON list of X
    X | None                                             the column of X, empty for None
    A | B, two closed lists                              one column

A nested dataclass is None where all its columns are empty.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Dialect, Double, Integer, RowMapping, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeEngine

from answerable.text import Span

N = TypeVar("N")
Row = dict[str, Any]
Cells = Mapping[str, Any] | RowMapping


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC and given back with its time zone. One without a zone is taken as UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; without a zone where the database keeps none."""
        if value is None:
            return None
        moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment with its zone, UTC."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

_COLUMN_TYPES: tuple[tuple[type, TypeEngine[Any]], ...] = (
    (bool, Boolean()),
    (int, Integer()),
    (float, Double()),
    (datetime, Instant()),
    (date, Date()),
    (str, Text()),
    (Span, Json),
    (tuple, Json),
)


class _Field(NamedTuple):
    name: str
    type: Any
    optional: bool


@cache
def _fields(noun: type) -> tuple[_Field, ...]:
    hints = get_type_hints(noun)
    return tuple(_Field(f.name, *_unwrapped(hints[f.name])) for f in fields(noun))


@cache
def _unwrapped(hint: Any) -> tuple[Any, bool]:
    """X and whether the hint was X | None. Of two closed lists, A | B, X is the pair (A, B)."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    inner = tuple(a for a in get_args(hint) if a is not type(None))
    return inner[0] if len(inner) == 1 else inner, type(None) in get_args(hint)


@cache
def _nested(kind: Any) -> bool:
    return is_dataclass(kind) and kind is not Span


def columns(
    noun: type, *, without: tuple[str, ...] = (), prefix: str = "", nullable: bool = False
) -> list[Column[Any]]:
    """The columns of a noun, in the order of its fields; `without` names fields kept elsewhere."""
    made: list[Column[Any]] = []
    for name, kind, optional in _fields(noun):
        if name in without:
            continue
        if _nested(kind):
            made += columns(kind, prefix=f"{prefix}{name}_", nullable=nullable or optional)
        else:
            column_type = _column_type(str if isinstance(kind, tuple) else get_origin(kind) or kind)
            made.append(Column(prefix + name, column_type, nullable=nullable or optional))
    return made


def _column_type(kind: type) -> TypeEngine[Any]:
    return next(made_of for known, made_of in _COLUMN_TYPES if issubclass(kind, known))


def row(value: object, *, without: tuple[str, ...] = (), prefix: str = "") -> Row:
    """The columns of a noun with their values."""
    return dict(_cells(type(value), value, without, prefix))


def _cells(noun: type, value: object, without: tuple[str, ...], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, kind, _ in _fields(noun):
        if name in without:
            continue
        inner = None if value is None else getattr(value, name)
        if _nested(kind):
            yield from _cells(kind, inner, (), f"{prefix}{name}_")
        else:
            yield prefix + name, plain(inner) if isinstance(inner, Span | tuple | StrEnum) else inner


def plain(value: Any) -> Any:
    """A value as JSON holds it: a span as [start, end], a dataclass as an object, a date as ISO 8601."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    return value


def noun(kind: type[N], cells: Cells, *, prefix: str = "", **given: Any) -> N:
    """The noun that `row` turned into these cells; `given` are the fields kept elsewhere."""
    values: dict[str, object] = dict(given)
    for name, inner, _ in _fields(cast(type, kind)):
        if name in given:
            continue
        if not _nested(inner):
            values[name] = value_of(inner, cells[prefix + name])
        elif _present(inner, cells, f"{prefix}{name}_"):
            values[name] = noun(inner, cells, prefix=f"{prefix}{name}_")
        else:
            values[name] = None
    return kind(**values)


def _present(kind: type, cells: Cells, prefix: str) -> bool:
    return any(
        _present(inner, cells, f"{prefix}{name}_") if _nested(inner) else cells[prefix + name] is not None
        for name, inner, _ in _fields(kind)
    )


_PLAIN = frozenset((str, int, float, bool))
"""What a cell holds as it is."""


def value_of(hint: Any, held: Any) -> Any:
    """The value that `plain` turned into `held`, read back as the type `hint`."""
    if held is None:
        return None
    kind, _ = _unwrapped(hint)
    if kind in _PLAIN:
        return held
    if isinstance(kind, tuple):
        return next(closed(held) for closed in kind if held in set(closed))
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        item_types = [inner[0]] * len(held) if inner[1:] == (Ellipsis,) else inner
        return tuple(value_of(item, cell) for item, cell in zip(item_types, held, strict=True))
    if kind is Span:
        return Span(*held)
    if is_dataclass(kind):
        return cast(type, kind)(**{f.name: value_of(f.type, held[f.name]) for f in _fields(cast(type, kind))})
    if issubclass(kind, StrEnum):
        return kind(held)
    if issubclass(kind, date) and isinstance(held, str):
        return kind.fromisoformat(held)
    return held
