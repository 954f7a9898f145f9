"""Write docs/reference/ from the program itself.

    python docs/make_reference.py            write
    python docs/make_reference.py --check    exit 1 if what is written differs from the program

`tests/test_docs.py` runs the check, so that no command, setting, page, table or noun stays undocumented.
"""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from types import ModuleType

REFERENCE = Path(__file__).parent / "reference"


def nouns() -> Iterator[str]:
    """The dataclasses and closed lists of `text`, `model` and `registry`."""
    from answerable import model, registry, text

    yield "# Nouns\n"
    yield "Frozen dataclasses and closed lists. Positions are half-open character offsets into `Document.text`.\n"
    for module in (text, *parts_of(model), registry):
        yield from values(module)


def pages() -> Iterator[str]:
    """The values that the site's pages are made of."""
    from answerable.web import pages as package

    yield "# Pages\n"
    yield "Every page is a frozen dataclass; its HTML and its `.json` are two views of the same value.\n"
    for module in parts_of(package):
        yield from values(module)


def parts_of(package: ModuleType) -> Iterator[ModuleType]:
    """The modules of a package, by name."""
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def values(module: ModuleType) -> Iterator[str]:
    """The public dataclasses and closed lists that a module defines: name, docstring, fields or members."""
    for name, value in vars(module).items():
        if not inspect.isclass(value) or value.__module__ != module.__name__ or name.startswith("_"):
            continue
        if dataclasses.is_dataclass(value):
            yield f"## {name}\n\n{inspect.cleandoc(value.__doc__ or '')}\n"
            yield "".join(f"- `{field.name}`: `{field.type}`\n" for field in dataclasses.fields(value))
        elif issubclass(value, StrEnum):
            yield f"## {name}\n\n{inspect.cleandoc(value.__doc__ or '')}\n"
            yield " · ".join(f"`{member.value}`" for member in value) + "\n"


def commands() -> Iterator[str]:
    """The help of every command."""
    from typer.testing import CliRunner

    from answerable.cli import COMMANDS, app

    runner = CliRunner(env={"COLUMNS": "100", "TERM": "dumb"})
    yield "# Commands\n"
    for command in COMMANDS:
        name = command.__name__
        yield f"## answerable {name}\n\n```text\n{runner.invoke(app, [name, '--help']).output.strip()}\n```\n"


def settings() -> Iterator[str]:
    """What can be set in the environment."""
    from answerable.config import Config

    yield f"# Settings\n\n```text\n{inspect.cleandoc(Config.__doc__ or '')}\n```\n"


def tables() -> Iterator[str]:
    """The tables of the database and their columns."""
    from answerable.store import schema

    yield f"# Tables\n\n```text\n{inspect.cleandoc(schema.__doc__ or '')}\n```\n"
    for group in (schema.KEPT, schema.FOUND):
        for table in group.sorted_tables:
            columns = (f"`{column.name}` {str(column.type).lower()}" for column in table.columns)
            yield f"## {table.name}\n\n{' · '.join(columns)}\n"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "settings.md": settings,
    "nouns.md": nouns,
    "pages.md": pages,
    "tables.md": tables,
}


def written() -> dict[Path, str]:
    """Every reference page: where it belongs and what it should say."""
    return {REFERENCE / name: "\n".join(make()) for name, make in PAGES.items()}


def main(arguments: list[str]) -> int:
    """Writes the pages, or with --check only compares them. Gives the exit status."""
    reference = written()
    if "--check" not in arguments:
        REFERENCE.mkdir(exist_ok=True)
        for path, content in reference.items():
            path.write_text(content, "utf-8")
        return 0
    stale = [p.name for p, content in reference.items() if not p.exists() or p.read_text("utf-8") != content]
    if stale:
        sys.stderr.write(f"stale: {', '.join(stale)}; run python docs/make_reference.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
