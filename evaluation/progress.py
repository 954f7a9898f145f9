"""Status claims read from the tables of `../shared/data/taic`, against the cells as Word holds them.

usage: python -m evaluation.progress
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from answerable.extract.progress import find_progress
from answerable.extract.sentences import sentences
from answerable.extract.topics import Topics
from answerable.model import Source
from answerable.read import read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "taic"
_MEANING = {  # our own reading of the seven wordings
    "being implemented": "in_progress",
    "being implememented": "in_progress",
    "implemented": "complete",
    "no further action": "closed_not_done",
    "rejected": "closed_not_done",
    "under consideration": "proposed",
}
Row = tuple[str, str, str, str]


def expected(path: Path) -> Counter[Row]:
    """(inquiry, number, year, status) of every status cell of a row with a number."""
    from docx import Document

    found: Counter[Row] = Counter()
    for table in Document(str(path)).tables:
        header = [cell.text.strip() for cell in table.rows[0].cells]
        columns = [n for n, name in enumerate(header) if name.startswith("Status at")]
        for row in table.rows[1:]:
            cells = [cell.text.strip() for cell in row.cells]
            if len(set(cells)) > 1:
                found.update((cells[0], cells[1], header[n][-2:], _MEANING[cells[n].lower()]) for n in columns)
    return found


def read_off(path: Path) -> Counter[Row]:
    """The same of what is found."""
    document = read(path.read_bytes(), Source(str(path)))
    claims = find_progress(document, (), sentences(document.text), Topics(document))
    return Counter(
        (c.ask.inquiry, c.ask.number, str(c.as_of.start.year)[2:], c.status.value)
        for c in claims
        if c.ask and c.ask.inquiry and c.ask.number and c.as_of and c.as_of.start
    )


def main() -> None:
    """Prints how many cells were read rightly, and those that were not."""
    if not DATA.exists():
        sys.exit("no ../shared/data/taic: nothing to measure")
    for path in sorted(DATA.glob("*.docx")):
        gold, found = expected(path), read_off(path)
        print(f"{path.name}: {(gold & found).total()} right of {gold.total()}, {(found - gold).total()} too many")
        for row in sorted((gold - found) | (found - gold)):
            print("   ", "missed" if row in gold - found else "wrong", row)


if __name__ == "__main__":
    main()
