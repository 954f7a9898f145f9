"""Counts the words of `data/names/common_words.txt`, which name nobody though a headline gives them a capital.

python -m training.common_words --data ../shared/data
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from answerable.extract import gazetteer

FILE = Path(gazetteer.__file__).parent.parent / "data" / "names" / "common_words.txt"
TEXTS = 5
"""In how many texts a word must stand in lower case."""

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z][a-z]+(?![\w'’])")
_INSIDE = re.compile(r"[a-z,] ")
_MARKUP = re.compile(r"<[^>]+>")
_PIECE = 6000


def texts(folder: Path) -> Iterator[str]:
    """The articles of the train part and the Hansard days, these in pieces of an article's length."""
    with (folder / "statements" / "polnear-train.jsonl").open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
    for path in sorted(folder.glob("hansard/*.xml")):
        text = _MARKUP.sub(" ", path.read_text(encoding="latin-1"))
        yield from (text[i : i + _PIECE] for i in range(0, len(text), _PIECE))


def common(found: Iterable[str], known: set[str]) -> list[str]:
    """Words of at least three letters, none of `known`, that stand in lower case in `TEXTS` texts or more, and more
    often so than with a capital inside a sentence."""
    low: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for text in found:
        lower = [m[0] for m in _WORD.finditer(text) if m[0].islower()]
        low.update(lower)
        held.update(set(lower))
        capital.update(
            m[0].lower()
            for m in _WORD.finditer(text)
            if not m[0].islower() and _INSIDE.match(text, max(0, m.start() - 2))
        )
    return sorted(w for w, n in held.items() if n >= TEXTS and len(w) > 2 and low[w] > capital[w] and w not in known)


def main() -> None:
    """Writes the file anew under its heading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    names = {*gazetteer.first_names(), *gazetteer.peoples(), *gazetteer.words("places")}
    found = common(texts(args.data), names | set(gazetteer.words("function_words")))
    heading = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    FILE.write_text("\n".join([*heading, *found]) + "\n", encoding="utf-8")
    print(f"{len(found)} words")


if __name__ == "__main__":
    main()
