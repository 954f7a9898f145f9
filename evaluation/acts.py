"""How often the acts and targets of attributed statements are right, on `../shared/data/statements/acts-dev.json`.

usage: python -m evaluation.acts [--found] [--half 0|1] [--errors]

Without `--found` the statements' gold spans and gold speakers are given; with it, the whole `extract` runs and only
the statements that it found count (content overlap of at least half, one to one).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from answerable.extract.acts import decide_acts
from answerable.model import Document, Source, Statement
from answerable.text import Span, words

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "statements"


def documents() -> Iterator[tuple[Document, tuple[Statement, ...], list[dict[str, Any]]]]:
    """Each labelled article with its gold statements, in the order of the corpus, and its labels."""
    labels = json.loads((DATA / "acts-dev.json").read_text(encoding="utf-8"))
    for line in (DATA / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in labels:
            document = Document.of(row["text"], Source(row["id"]), name=row["id"])
            statements = tuple(_statement(document, entry) for entry in row["statements"])
            yield document, statements, labels[row["id"]]


def _statement(document: Document, row: dict[str, list[list[int]]]) -> Statement:
    source, cue, content = (tuple(Span(*pair) for pair in row[role]) for role in ("source", "cue", "content"))
    return Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)


def main() -> None:
    """Print the table by act."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--half", type=int, choices=(0, 1))
    options.add_argument("--errors", action="store_true")
    args = options.parse_args()
    right, of, predicted, confused = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for number, (document, statements, labels) in enumerate(documents()):
        if args.half is not None and number % 2 != args.half:
            continue
        decided = decide_acts(document, statements)
        for label in labels:
            statement, acts = decided[label["n"]], label["acts"]
            hit = statement.act in acts
            right[acts[0]] += hit
            of[acts[0]] += 1
            predicted[statement.act] += 1
            if not hit:
                confused[acts[0], statement.act] += 1
                if args.errors:
                    show(document, statement, acts)
    for act, count in of.most_common():
        print(f"{act:16}{right[act]:5}/{count:<5}{100 * right[act] / count:6.1f}   predicted {predicted[act]}")
    print(f"{'all':16}{right.total():5}/{of.total():<5}{100 * right.total() / of.total():6.1f}")
    print(confused.most_common(20))


def show(document: Document, s: Statement, acts: list[str]) -> None:
    """Print one error."""
    source, cue, content, why = (words(document.text, spans) for spans in (s.source, s.cue, s.content, s.act_spans))
    print(f"{'/'.join(acts)} <- {s.act}  ({why})\n    S[{source}] C[{cue}] T[{content[:400]}]")


if __name__ == "__main__":
    main()
