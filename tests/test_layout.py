"""The rules of the house: stages know the nouns, never each other; each outside library has one room."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "answerable"
STAGES = ("read", "extract", "record", "fetch", "store", "export")
NOUNS = {"text", "model", "errors", "registry"}
SHARED = {"days"}  # a room that several stages need: the only one of its library
FORBIDDEN = {"utils", "helpers", "common", "core", "services", "base"}

# Libraries that a layer is written in: they belong to that layer, not to one file of it.
LAYERS = {
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "fastapi": {"web"},
    "starlette": {"web"},
    "pydantic": {"web", "config", "cli"},
    "typer": {"cli"},
    "rich": {"cli"},
    "click": {"cli"},
    "lxml": {"read"},
    "docx": {"read", "export"},  # Word files are read in one room and written in the other
    "numpy": {"extract"},
}


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Dotted names of all modules that a file imports, at the top or inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_stages_know_the_nouns_never_each_other(path: Path) -> None:
    if room(path) not in STAGES:
        return
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "answerable" and rest:
            other = rest.split(".")[0]
            assert other in NOUNS | SHARED | {room(path), "data", "__version__"}, f"{path.name} imports {name}"


def test_nouns_import_only_nouns_and_the_standard_library() -> None:
    nouns = [path for path in modules() if room(path) in NOUNS]
    assert {room(path) for path in nouns} == NOUNS
    for path in nouns:
        for name in imports(path):
            top, _, rest = name.partition(".")
            assert top in sys.stdlib_module_names or (top == "answerable" and rest.split(".")[0] in NOUNS), name


def test_nouns_are_imported_by_one_name() -> None:
    parts = {f"answerable.model.{path.stem}" for path in (SOURCE / "model").glob("*.py")}
    for path in modules():
        if room(path) != "model":
            assert not parts & set(imports(path)), f"{path.relative_to(SOURCE)}: import it from answerable.model"


def test_each_outside_library_has_one_room() -> None:
    rooms = defaultdict(set)
    for path in modules():
        for name in imports(path):
            top = name.split(".")[0]
            if top != "answerable" and top not in sys.stdlib_module_names:
                rooms[top].add(path.relative_to(SOURCE))
    for library, paths in sorted(rooms.items()):
        if library in LAYERS:
            assert {p.parts[0].removesuffix(".py") for p in paths} <= LAYERS[library], f"{library}: {paths}"
        else:
            assert len(paths) == 1, f"{library} is imported in {sorted(map(str, paths))}"


def test_no_room_without_a_name() -> None:
    for path in SOURCE.rglob("*"):
        assert path.stem not in FORBIDDEN, path
