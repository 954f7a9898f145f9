"""How long one long report takes, and in how much memory.

    python -m benchmarks.long_report [PAGES] [--seed 1] [--keep FILE.pdf]

A PDF of 400 pages is made of the sentences of the demonstration's fictional documents, drawn by a seed and with other
names and numbers in them: numbered paragraphs under headings, notes, tables, a running head, and recommendations, in
the measure of a real inquiry's report (a statement reported for every hundred words or so). It is then read by
`answerable extract` with one worker and with two. Prints what it holds, beside a real report of ../shared where that is
at hand, and the seconds of the clock and of the processor and the most memory of each run.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from answerable.demo import DOSSIER, names
from answerable.extract.sentences import sentences
from answerable.model import Source
from answerable.read import read
from benchmarks.extract import cost

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

REAL = Path("../shared/data/inquiries/covid_module_1/report.pdf")
PEOPLE = (
    "Ada Quill,Bram Tarn,Cora Pike,Dov Lund,Edith Marl,Finn Oake,Gwen Sallow,Hal Brae,Iris Fenn,Jory Weld,"
    "Kit Arden,Lena Stroud,Moss Hale,Nell Crane,Otto Vane,Pia Thorn,Rufus Loam,Sela Birch,Tobias Wick,Una Reed"
).split(",")
PLACES = "Wickford,Tarnmouth,Lundby,Oakhaven,Brae Head,Fennmoor,Sallow Quay,Marlstone".split(",")
BODIES = "Harbour Commission,Lamp Council,Ferry Board,Coast Department,Tide Office,Pilots’ Trust".split(",")
PLAIN = (
    "In {place} the {thing} was {done} in {year}, {n} months after the plan for it had been laid before the {body}.",
    "Between {year} and {later} there were {n} cases in which the {thing} was {done} without a record of the reasons.",
    "The {thing} in {place} served {n},000 households and was {done} twice a year under the rules then in force.",
    "The {thing} was a matter for the {body} and four other bodies, none of which held the budget for all of it.",
    "There was no single plan for the {thing}, and the parts of it that existed had last been {done} in {year}.",
    "By the end of {year} the number of staff who worked on the {thing} had fallen from {n}0 to {n}.",
)
THINGS = "north pier,sea wall,night ferry,lamp register,tide gauge,warning line,stock of sandbags,harbour light".split(
    ","
)
DONE = "inspected,repaired,tested,replaced,reviewed,closed,moved,rebuilt".split(",")
TALKED = 0.45  # of the sentences; the rest are plain, so that as much is said on a page as in a real report
_NAME = re.compile(r"\b(?:[A-Z][a-z]+ )+[A-Z][a-z]+\b")
_NUMBER = re.compile(r"\b\d{2,}\b")
_WIDTH, _LEFT, _TOP, _FOOT = 440, 75, 770, 110  # points


@dataclass(frozen=True, slots=True)
class Text:
    """Where the words of the made report come from."""

    rng: random.Random
    said: tuple[str, ...]

    def sentence(self) -> str:
        """One sentence, of the demonstration with other names, or plain."""
        if self.rng.random() < TALKED:
            told = _NAME.sub(lambda m: self._other(m[0]), self.rng.choice(self.said))
            return _NUMBER.sub(lambda m: str(self.rng.randrange(11, 10 ** len(m[0]))), told)
        pick = self.rng.choice
        return pick(PLAIN).format(
            place=pick(PLACES),
            thing=pick(THINGS),
            done=pick(DONE),
            body=pick(BODIES),
            year=self.rng.randrange(1999, 2012),
            later=self.rng.randrange(2012, 2024),
            n=self.rng.randrange(2, 99),
        )

    def _other(self, name: str) -> str:
        return self.rng.choice(PEOPLE if len(name.split()) == 2 else BODIES)

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """A few sentences."""
        return " ".join(self.sentence() for _ in range(self.rng.randint(least, most)))


def said() -> tuple[str, ...]:
    """The sentences of the demonstration's documents that run over a dozen words."""
    found = []
    for name in names():
        text = read((DOSSIER / name).read_bytes(), Source(name)).text
        found += [" ".join(span.of(text).split()) for span in sentences(text)]
    return tuple(s for s in found if len(s.split()) > 12 and s.endswith((".", "”")))


def made(pages: int, seed: int, file: Path) -> None:
    """Writes the report."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(file))
    text = Text(random.Random(seed), said())
    blocks = _blocks(text)
    for page in range(1, pages + 1):
        _page(canvas, text, blocks, page)
        canvas.showPage()
    canvas.save()


def _blocks(text: Text) -> Iterator[tuple[str, str]]:
    """The kinds and words of what follows on each other without end: headings, paragraphs, recommendations."""
    chapter = recommendation = 0
    while True:
        chapter += 1
        yield "title", f"Chapter {chapter}: The {text.rng.choice(THINGS)} in {text.rng.choice(PLACES)}"
        for number in range(1, 90):
            if number % 11 == 0:
                yield "heading", f"The {text.rng.choice(THINGS)} and the {text.rng.choice(BODIES)}"
            yield "paragraph", f"{chapter}.{number}. {text.paragraph()}"
            if number % 45 == 0:
                recommendation += 1
                body = text.rng.choice(BODIES)
                yield "heading", f"Recommendation {recommendation}: {text.rng.choice(THINGS).capitalize()}"
                yield (
                    "paragraph",
                    (
                        f"The {body} should review the {text.rng.choice(THINGS)} in {text.rng.choice(PLACES)} within "
                        f"{text.rng.randrange(3, 24)} months of the publication of this Report. This should include:"
                    ),
                )
                yield "paragraph", f"(a) {text.rng.choice(THINGS)}s that were never inspected; and"
                yield "paragraph", f"(b) the cost of the {text.rng.choice(THINGS)}."


_STYLES = {"title": ("Times-Bold", 18, 24), "heading": ("Times-Bold", 13, 19), "paragraph": ("Times-Roman", 12, 19)}


def _page(canvas: Canvas, text: Text, blocks: Iterator[tuple[str, str]], page: int) -> None:
    """One page: its head, what fits of the blocks, a table on every fifth, four notes, its number."""
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(_LEFT, 805, "The Harbour Lights Inquiry: Report")
    canvas.drawCentredString(297, 40, str(page))
    y = _table(canvas, text, _TOP) if page % 5 == 0 else _TOP
    note = 0
    while y > _FOOT + 140:
        kind, words = next(blocks)
        if kind == "paragraph" and note < 4:
            note += 1
        y = _flow(canvas, words, y, *_STYLES[kind], note=note if kind == "paragraph" else 0) - 7
    y = _FOOT - 5
    for number in range(1, note + 1):
        words = (
            f"{number}  {text.rng.choice(PEOPLE)}, INQ{text.rng.randrange(10**6):06}, page {number}, paragraph {page}"
        )
        y = _flow(canvas, words, y, "Times-Roman", 8, 10)


def _flow(canvas: Canvas, words: str, y: float, font: str, size: float, leading: float, note: int = 0) -> float:
    """Writes words in lines from `y` downwards, with the mark of a note behind them; where the next line begins."""
    from reportlab.lib.utils import simpleSplit

    for line in simpleSplit(words, font, size, _WIDTH):
        canvas.setFont(font, size)
        canvas.drawString(_LEFT, y, line)
        end = _LEFT + canvas.stringWidth(line, font, size)
        y -= leading
    if note:
        canvas.setFont(font, size * 0.6)
        canvas.drawString(end, y + leading + size * 0.4, str(note))
    return y


def _table(canvas: Canvas, text: Text, y: float) -> float:
    """A ruled table of nine rows; where the next line begins."""
    rows = [("Place", "Work", "Year")]
    rows += [
        (
            text.rng.choice(PLACES),
            f"{text.rng.choice(THINGS)} {text.rng.choice(DONE)}",
            str(text.rng.randrange(1999, 2024)),
        )
        for _ in range(8)
    ]
    canvas.setFont("Times-Roman", 10)
    for row in rows:
        for column, cell in enumerate(row):
            canvas.rect(_LEFT + 146 * column, y - 5, 146, 16)
            canvas.drawString(_LEFT + 146 * column + 4, y, cell)
        y -= 16
    return y - 16


def density(file: Path) -> str:
    """What a report holds: pages, words, and what is found for every thousand words."""
    command = [sys.executable, "-m", "answerable", "extract", str(file), "--workers", "1"]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    document = read(file.read_bytes(), Source(str(file)))
    words = len(document.text.split())
    kinds = [part.kind.value for part in document.parts]
    counts = {
        "reported statements": sum(s["voice"] == "reported" for s in found["statements"]),
        "actors": len(found["actors"]),
        "asks": len(found["asks"]),
        **{f"{kind}s": kinds.count(kind) for kind in ("item", "heading", "row", "footnote")},
    }
    told = ", ".join(f"{1000 * n / words:.1f} {what}" for what, n in counts.items())
    return f"{words:,} words; a thousand words hold {told}"


def main() -> None:
    """Makes, measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=int, nargs="?", default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where to leave the report")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = args.keep or Path(folder) / "report.pdf"
        made(args.pages, args.seed, file)
        print(f"made, {args.pages} pages: {density(file)}")
        if REAL.exists():
            print(f"{REAL.parent.name}: {density(REAL)}")
        for workers in (1, 2):
            taken = cost("extract", str(file), "--workers", str(workers))
            print(f"{workers} worker(s): {taken.clock:.1f} s, {taken.processor:.1f} CPU-s, {taken.memory:.0f} MB")


if __name__ == "__main__":
    main()
