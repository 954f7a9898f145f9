"""How fast documents are read, and in how much memory.

    python -m benchmarks.reading [PAGES]       # a made report of so many pages (400), then what ../shared/data holds

Each file is read in a process of its own: seconds of the wall and of the processor, peak memory of that process.
"""

from __future__ import annotations

import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path

from answerable.model import Source
from answerable.read import read

SHARED = Path("../shared/data")
WORDS = "the board should run one boat on every day of the year between the harbour and the island so nobody waits "


def report(pages: int) -> bytes:
    """A PDF of numbered paragraphs, forty lines a page."""
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    for page in range(pages):
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 800, "The Ferry Review")
        for line in range(40):
            number = f"{page + 1}.{line // 8 + 1}. " if line % 8 == 0 else ""
            shift = (page * 7 + line * 3) % 40
            canvas.drawString(72 if number else 90, 760 - 17 * line, number + (WORDS * 2)[shift : shift + 82])
        canvas.drawString(290, 40, str(page + 1))
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def measure(data: bytes, name: str) -> tuple[int, float, float, float]:
    """Characters, wall seconds, processor seconds, peak MB of reading a file."""
    wall, processor = time.perf_counter(), time.process_time()
    document = read(data, Source(name))
    spent = time.perf_counter() - wall, time.process_time() - processor
    return len(document.text), *spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(pages: int) -> None:
    """Print a line a file."""
    files = [(f"a made report of {pages} pages.pdf", report(pages))]
    kinds = ("inquiries/*/*.pdf", "leveson/K/chapter4/index.html", "taic/*.docx", "hansard/*.xml", "transcripts/*.rst")
    files += [(str(path), path.read_bytes()) for kind in kinds for path in sorted(SHARED.glob(kind))]
    for name, data in files:
        with ProcessPoolExecutor(1) as pool:
            characters, wall, processor, peak = pool.submit(measure, data, name).result()
        print(f"{name}: {characters:,} characters, {wall:.2f} s ({processor:.2f} s of processor), {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
