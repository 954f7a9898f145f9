"""Dispositions of responses to real recommendations, against labels read off the documents' own words.

    python -m evaluation.responses [--data ../shared/data]

The figure that counts is the number of false `accepted`; it must be nought. Exits 1 where a floor is missed.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from answerable.extract.numbering import number_key
from answerable.extract.recommendations import find_asks
from answerable.extract.repeats import overlap
from answerable.extract.responses import find_responses
from answerable.model import Disposition, Response
from evaluation.recommendations import DATA, READINGS, document

FLOOR = 54
"""Of the 58 dispositions of the Grenfell response that must be right."""

SUPPORTED = {Disposition.ACCEPTED, Disposition.SUPPORTED, Disposition.ALREADY}
POSITIONS = 97.0
"""Positions of the periodic reviews that must be right, in per cent."""


def responses(path: Path) -> tuple[Response, ...]:
    """The responses of a file."""
    found = document(path)
    return find_responses(found, (), find_asks(found))


def by_number(found: tuple[Response, ...]) -> dict[str, list[Response]]:
    grouped: dict[str, list[Response]] = {}
    for response in found:
        if response.ask and response.ask.number:
            grouped.setdefault(number_key(response.ask.number), []).append(response)
    return grouped


def compared(title: str, wanted: Mapping[str, str], found: tuple[Response, ...]) -> tuple[int, int]:
    """Print reading and program side by side where they differ; how many are right and how many false `accepted`."""
    grouped = by_number(found)
    said = {n: grouped[number_key(n)][0].disposition.value if number_key(n) in grouped else "none" for n in wanted}
    right = sum(said[n] == disposition for n, disposition in wanted.items())
    false = [n for n, disposition in wanted.items() if said[n] == "accepted" != disposition]
    print(f"{title}: {right} of {len(wanted)} dispositions right, {len(false)} false accepted {false}")
    for number, disposition in wanted.items():
        if said[number] != disposition:
            print(f"    {number}: read {disposition}, program {said[number]}")
    return right, len(false)


def inquiries(data: Path) -> bool:
    """Two inquiries with labels, and how the responses of two committees match their reports."""
    folder = data / "inquiries"
    with (folder / "grenfell_phase2" / "gold.csv").open() as file:
        gold = {row["rec"]: row["disposition"] for row in csv.DictReader(file)}
    grenfell, false = compared("grenfell_phase2", gold, responses(folder / "grenfell_phase2" / "response.pdf"))
    with (READINGS / "covid_module_1.csv").open() as file:
        reading = {row["number"]: row["disposition"] for row in csv.DictReader(file)}
    _, wrong = compared("covid_module_1", reading, responses(folder / "covid_module_1" / "response.pdf"))
    for name in ("behaviour_change_2011", "space_economy"):
        matched(name, folder)
    print(f"waspi: {len(responses(folder / 'waspi' / 'response.pdf'))} numbered responses invented")
    return grenfell >= FLOOR and not false and not wrong


def matched(name: str, folder: Path) -> None:
    """Print how many responses quote words that a recommendation of the report has, and the dispositions."""
    asks = find_asks(document(folder / name / "report.pdf"))
    found = responses(folder / name / "response.pdf")
    quoting = [r for r in found if r.ask and any(overlap(r.ask.words, a.text) >= 0.6 for a in asks)]
    said = Counter(response.disposition.value for response in found)
    print(
        f"{name}: {len(found)} responses, {len(quoting)} of them quote one of {len(asks)} recommendations; {dict(said)}"
    )


def reviews(data: Path) -> bool:
    """Supported or noted, from the report of the working group and the state's addendum."""
    good = True
    for cycle, stem, names in ((2, "115.", ("g1423930", "g1504261")), (3, "", ("g1934994", "g2004192"))):
        folder = data / "upr" / "docs" / f"cycle{cycle}" / "extracted"
        said: dict[str, Disposition] = {}
        for response in (r for name in names for r in responses(folder / f"{name}.txt")):
            number = response.ask.number if response.ask and response.ask.number else ""
            said.setdefault(number if "." in number else stem + number, response.disposition)
        with (data / "upr" / "gold" / f"cycle{cycle}.csv").open() as file:
            rows = list(csv.DictReader(file))
        right = sum(position(said.get(row["id"])) == row["position"] for row in rows)
        print(f"upr cycle {cycle}: {right} of {len(rows)} positions right ({100 * right / len(rows):.1f} per cent)")
        good &= 100 * right / len(rows) >= POSITIONS
    return good


def position(disposition: Disposition | None) -> str:
    """Our disposition in the words of the review."""
    if disposition in SUPPORTED:
        return "Supported"
    return "Noted" if disposition is Disposition.NOTED else str(disposition)


def main() -> int:
    """Runs all and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    if not data.exists():
        print(f"skipped: no {data}")
        return 0
    return 0 if all([inquiries(data), reviews(data)]) else 1


if __name__ == "__main__":
    sys.exit(main())
