"""Numbered recommendations found in real reports, against careful readings and the documents' own numbers.

    python -m evaluation.recommendations [--data ../shared/data]

Prints recall and precision of the numbers for each report, the recommending states of two periodic reviews, the
verbatim text of one response, and what is invented in ordinary news. Exits 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from answerable.extract.numbering import number_key
from answerable.extract.recommendations import find_asks
from answerable.extract.responses import find_responses
from answerable.model import Ask, Document, Source
from answerable.read import read

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
READINGS = Path(__file__).parent / "readings"
FLOOR = 95.0
"""Recall and precision, in per cent, below which the gate fails."""

STATES = re.compile(r"; |, ?(?![^(]*\))")
NO_STATE = re.compile(r"(?:No\. \d+|[A-Z]{4,}|)")
"""Pieces of the gold that are no states: the number of a convention, an acronym in brackets."""


def document(path: Path) -> Document:
    """A file as a user would read it."""
    return read(path.read_bytes(), Source(path.as_posix()))


def asked(path: Path) -> tuple[Document, tuple[Ask, ...]]:
    """The document of a file and its asks; prints how long they took."""
    found = document(path)
    start = time.perf_counter()
    asks = find_asks(found)
    print(f"  {path.parent.name}/{path.name}: {len(found.text):,} characters, {time.perf_counter() - start:.2f} s")
    return found, asks


def recommending(name: str) -> set[str]:
    """The numbers that a reading says recommend."""
    with (READINGS / f"{name}.csv").open() as file:
        return {number_key(row["number"]) for row in csv.DictReader(file) if row["recommends"] == "yes"}


def numbers(asks: Iterable[Ask]) -> set[str]:
    return {number_key(ask.number) for ask in asks if ask.number}


def scored(title: str, wanted: set[str], found: set[str]) -> bool:
    """Print recall and precision in per cent; whether both reach the floor."""
    right = len(wanted & found)
    recall, precision = 100 * right / len(wanted), 100 * right / max(1, len(found))
    missed, extra = sorted(wanted - found), sorted(found - wanted)
    print(f"{title}: recall {recall:.1f}, precision {precision:.1f} ({right} of {len(wanted)})", *missed, *extra)
    return recall >= FLOOR and precision >= FLOOR


def reports(data: Path) -> bool:
    """Reports with a reading."""
    good = True
    for name in ("covid_module_1", "behaviour_change_2011", "space_economy"):
        _, asks = asked(data / "inquiries" / name / "report.pdf")
        good &= scored(f"{name} report", recommending(name), numbers(asks))
        if name == "covid_module_1":
            first = next(ask for ask in asks if ask.number == "1")
            for when in first.due:
                print(f"    deadline: {when.words!r} from {when.base_words!r} ({when.base}) to {when.end}")
    _, asks = asked(data / "leveson" / "L" / "index.html")
    good &= scored("leveson", {str(n) for n in range(1, 93)}, numbers(asks))
    _, asks = asked(data / "inquiries" / "waspi" / "response.pdf")
    print(f"waspi: {len(asks)} recommendations invented")
    return good and not asks


def quoted(data: Path) -> bool:
    """The recommendations that a response quotes: numbers and verbatim words."""
    folder = data / "inquiries" / "grenfell_phase2"
    _, asks = asked(folder / "response.pdf")
    with (folder / "gold.csv").open() as file:
        gold = {row["rec"]: row["recommendation_text"] for row in csv.DictReader(file)}
    same = [ask.number for ask in asks if ask.number in gold and plain(ask.text) == plain(gold[ask.number])]
    print(f"grenfell_phase2: the words of {len(same)} of {len(gold)} are the source's", *sorted(set(gold) - set(same)))
    return scored("grenfell_phase2", set(gold), numbers(asks))


def plain(words: str) -> str:
    """Words without blanks, note marks and the hyphens of line breaks."""
    return re.sub(r"[\s\u00ad\u2010-\u2011⁰¹²³⁴-⁹-]", "", words)


def states(data: Path) -> bool:
    """Who recommends what in two periodic reviews: F1 over pairs of recommendation and state."""
    good = True
    for cycle, name in ((2, "g1423930"), (3, "g1934994")):
        _, asks = asked(data / "upr" / "docs" / f"cycle{cycle}" / "extracted" / f"{name}.txt")
        found = {(a.number, s.casefold()) for a in asks if a.number and a.by for s in a.by.name.split("; ")}
        with (data / "upr" / "gold" / f"cycle{cycle}.csv").open() as file:
            rows = list(csv.DictReader(file))
        gold = {
            (row["id"], state.strip().casefold())
            for row in rows
            for state in STATES.split(row["recommending_states"])
            if not NO_STATE.fullmatch(state.strip())
        }
        f1 = 100 * 2 * len(gold & found) / (len(gold) + len(found))
        print(f"upr cycle {cycle}: {len(asks)} of {len(rows)} recommendations, states F1 {f1:.1f}")
        good &= f1 >= FLOOR and len(asks) == len(rows)
    return good


def news(data: Path) -> bool:
    """Numbered recommendations and responses in ordinary news, of which there are none."""
    lines = (data / "statements" / "polnear-dev.jsonl").read_text("utf-8").splitlines()
    articles = [Document.of(json.loads(line)["text"], Source("")) for line in lines]
    invented = sum(bool(find_asks(article) or find_responses(article)) for article in articles)
    print(f"news: {invented} of {len(articles)} articles with an invented recommendation or response")
    return not invented


def main() -> int:
    """Runs all and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    if not data.exists():
        print(f"skipped: no {data}")
        return 0
    return 0 if all([reports(data), quoted(data), states(data), news(data)]) else 1


if __name__ == "__main__":
    sys.exit(main())
