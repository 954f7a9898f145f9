"""Scores the attributed statements against hand-labelled articles, and fails below the pinned floors.

    python -m evaluation.statements [--data ../shared/data/statements]

Runs `answerable extract GOLD.jsonl --format jsonl`, as a user would, and hands what it prints to the corpus' own
score.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

FLOORS = {"content": 79.5, "content+source": 71.0, "full": 69.0, "direct": 82.0}
"""F1 on the dev part below which the gate fails."""

DATA = Path("../shared/data/statements")


def table(data: Path, predicted: Path, *options: str) -> dict[str, list[float]]:
    """score.py's figures: {measure: [precision, recall, F1]}."""
    gold = str(data / "polnear-dev.jsonl")
    command = [sys.executable, str(data / "score.py"), gold, str(predicted), "--json", *options]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scored: dict[str, list[float]] = json.loads(printed)
    return scored


def measured(data: Path, predicted: Path) -> dict[str, float]:
    """The four figures that have floors."""
    whole = table(data, predicted)
    found = {name: whole[f"attribution {name}"][2] for name in ("content", "content+source", "full")}
    return found | {"direct": table(data, predicted, "--direct-only")["attribution content+source"][2]}


def main() -> int:
    """Runs, prints the table, and says which floors were missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--out", type=Path, default=Path("out/statements.jsonl"), help="where the predictions go")
    args = parser.parse_args()
    if not args.data.is_dir():
        print(f"skipped: {args.data} is not there")
        return 0
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        gold = str(args.data / "polnear-dev.jsonl")
        subprocess.run(["answerable", "extract", gold, "--format", "jsonl"], check=True, stdout=out)
    reported(args.out)
    subprocess.run([sys.executable, str(args.data / "score.py"), gold, str(args.out)], check=True)
    found = measured(args.data, args.out)
    missed = {name: floor for name, floor in FLOORS.items() if found[name] < floor}
    for name, figure in found.items():
        print(f"{name:16}{figure:6.1f}   floor {FLOORS[name]:.1f}{'   MISSED' if name in missed else ''}")
    return 1 if missed else 0


def reported(path: Path) -> None:
    """Keeps only what a document reports: the corpus does not label what articles say in their own voice."""
    documents = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for document in documents:
        document["statements"] = [s for s in document["statements"] if s.get("voice") != "authorial"]
    path.write_text("".join(json.dumps(d) + "\n" for d in documents), encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
