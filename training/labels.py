"""Labels of what statements of polnear-train do and whom they are aimed at: `training/labels/*.tsv`, see README there.

A line `# ID` opens an article; each line after it is `n | act[/act] | speaker | target; target` of its n-th statement.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from answerable.model import Act

FOLDER = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True)
class Label:
    """The acts that stand, the likelier first; who speaks, None where nobody is named; whom it is aimed at."""

    acts: tuple[Act, ...]
    speaker: str | None
    targets: tuple[str, ...]


def read_labels(folder: Path = FOLDER) -> dict[str, dict[int, Label]]:
    """The labels by article and number of the statement.

    Raises ValueError with file and line where one is malformed.
    """
    found: dict[str, dict[int, Label]] = {}
    for path in sorted(folder.glob("*.tsv")):
        article: dict[int, Label] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("# "):
                article = found.setdefault(line[2:].strip(), {})
            elif line.strip():
                try:
                    at, label = _label(line)
                except ValueError as error:
                    raise ValueError(f"{path}, line {number}: {error}") from None
                article[at] = label
    return found


def _label(line: str) -> tuple[int, Label]:
    n, acts, speaker, targets = (field.strip() for field in f"{line} ".split("|"))
    named = tuple(t for target in targets.split(";") if (t := target.strip()))
    return int(n), Label(tuple(map(Act, acts.split("/"))), None if speaker == "null" else speaker, named)
