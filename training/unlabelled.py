"""Text without labels, for a teacher to label: campaign papers, news sentences, debates and inquiry reports."""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from answerable.model import Source
from answerable.read import read

REPORTS: tuple[tuple[str, int], ...] = (
    ("leveson/K/*/index.html", 12),
    ("hansard/debates2016-05-09b.xml", 20),
    ("hansard/debates2016-05-12a.xml", 20),
    ("inquiries/covid_module_1/report.pdf", 10),
)
"""Files, and how many passages to take of each."""

PASSAGE = 6000
"""Characters after which a passage of a report ends with its paragraph."""

_SHORT = 12
_BLANK = re.compile(r"\n\s*\n")


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The name and the text of each passage below `folder`, the same ones in the same order each time."""
    for path in sorted(folder.glob("speech_acts/*.csv")):
        with path.open(encoding="utf-8", errors="replace") as rows:
            said = [s for row in csv.DictReader(rows) if (s := (row.get("Sentence") or "").strip())]
        if said:
            yield path.stem, in_paragraphs(said, 2)
    with (folder / "relations" / "PLV_train.tsv").open(encoding="utf-8") as rows:
        said = [row["sentence"].strip() for row in csv.DictReader(rows, delimiter="\t")]
    random.Random(1).shuffle(said)
    for i in range(0, len(said), 8):
        yield f"plover{i}", in_paragraphs(said[i : i + 8], 1)
    for pattern, most in REPORTS:
        for path in sorted(folder.glob(pattern)):
            found = passages(read(path.read_bytes(), Source(url=str(path))).text)
            random.Random(2).shuffle(found)
            yield from ((f"{path.parent.name}/{path.stem}{i}", text) for i, text in enumerate(found[:most]))


def in_paragraphs(sentences: Sequence[str], each: int) -> str:
    """Sentences as a text with `each` of them in a paragraph."""
    return "\n\n".join(" ".join(sentences[i : i + each]) for i in range(0, len(sentences), each))


def passages(text: str) -> list[str]:
    """The passages of a text, without its shortest paragraphs: headings, lines of tables."""
    found: list[str] = []
    held: list[str] = []
    for paragraph in _BLANK.split(text):
        if len(paragraph.split()) > _SHORT:
            held.append(paragraph)
            if sum(map(len, held)) > PASSAGE:
                found.append("\n\n".join(held))
                held = []
    return found
