"""How well documents are read: nothing lost, nothing doubled, in time and in memory.

    python -m evaluation.reading [FOLDER]        # FOLDER defaults to ../shared/data

For every PDF, HTML page, DOCX, Hansard day and transcript under FOLDER: characters, parts, seconds, peak memory, and
the words that an independent extraction has (pdftotext; the blocks of the page; the text of the XML) against ours. A
word counts once for every time it stands in the text. Each file is read in a process of its own, for a peak of its own.
Running headers and page numbers count as lost for PDFs, navigation for HTML: the worst words are printed to be judged.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from answerable.errors import InputError
from answerable.model import Document, Source
from answerable.read import read_many

SHARED = Path("../shared/data")
SUFFIXES = {".pdf", ".html", ".docx", ".xml", ".rst"}
_WORD = re.compile(r"[^\W_]+")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file came to. `peak` is in MB, `lost` and `doubled` are shares of the independent words."""

    path: Path
    characters: int
    parts: Counter[str]
    seconds: float
    peak: float
    words: int
    lost: Counter[str]
    doubled: Counter[str]
    error: str = ""


def words(text: str) -> Counter[str]:
    """The words of a text, broken and raised ones settled so that two extractions can be compared."""
    text = unicodedata.normalize("NFKC", text.translate(_RAISED)).replace("\u00ad", "")
    return Counter(w for token in text.lower().split() for w in _WORD.findall(token))


def independent(path: Path) -> str:
    """The text of a file as something else than answerable reads it."""
    match path.suffix:
        case ".pdf":
            done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
            return re.sub(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=[a-z])", "", done.stdout.decode())
        case ".html":
            blocks = html.fromstring(path.read_bytes()).body.iter("p", "li", "blockquote", "h1", "h2", "h3", "h4", "td")
            outer = (e for e in blocks if next(e.iterancestors("li", "p", "blockquote", "td"), None) is None)
            return "\n".join(" ".join(e.itertext()) for e in outer)
        case ".docx":
            return "\n".join(_docx(path))
        case ".xml":
            return "\n".join(" ".join(e.itertext()) for e in etree.parse(path).getroot())
        case _:
            return path.read_text()


def _docx(path: Path) -> Iterator[str]:
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            if name in archive.namelist():
                for paragraph in etree.fromstring(archive.read(name)).iter(f"{space}p"):
                    if not any(a.tag.endswith("}Fallback") for a in paragraph.iterancestors()):
                        yield "".join(t.text or "" for t in paragraph.iter(f"{space}t"))


def measure(path: Path) -> Reading:
    """Read one file and compare."""
    started = time.perf_counter()
    try:
        documents: list[Document] = list(read_many(path.read_bytes(), Source(str(path))))
    except InputError as error:
        return Reading(path, 0, Counter(), time.perf_counter() - started, 0, 0, Counter(), Counter(), str(error))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ours = words("\n".join(d.text for d in documents))
    theirs = words(independent(path))
    parts = Counter(str(part.kind) for d in documents for part in d.parts)
    return Reading(
        path, sum(len(d.text) for d in documents), parts, seconds, peak, theirs.total(), theirs - ours, ours - theirs
    )


def main(folder: Path) -> int:
    """Print a table; give 1 if a file could not be read."""
    if not folder.exists():
        print(f"{folder} is absent: nothing to measure")
        return 0
    failed = 0
    for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES and "registry" not in p.parts):
        with ProcessPoolExecutor(1) as pool:
            reading = pool.submit(measure, path).result()
        if reading.error:
            failed += 1
            print(f"{path.relative_to(folder)}: {reading.error}")
            continue
        lost, doubled = reading.lost.total() / reading.words, reading.doubled.total() / reading.words
        print(f"{path.relative_to(folder)}: {reading.characters:,} characters, {reading.seconds:.2f} s, "
              f"{reading.peak:.0f} MB; lost {lost:.2%}, extra {doubled:.2%}")
        print("   parts  ", dict(reading.parts.most_common()))
        print("   lost   ", dict(reading.lost.most_common(14)))
        print("   extra  ", dict(reading.doubled.most_common(14)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED))
