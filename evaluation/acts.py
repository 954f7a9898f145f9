"""How often act, speaker and targets of attributed statements are right, on `../shared/data/statements/acts-dev.json`.

usage: python -m evaluation.acts [--found] [--errors]

Without `--found` the gold spans of the statements are given, so that only this step is measured; with it the whole
`extract` runs, and of the labelled statements those count that it found (at least half of the words of both contents
in common, one to one). Where two labels stand both count. A name is right if its words are among the other's, or the
other way round: the labels are "as printed". Statements labelled with no target count only in `needless`; `shown` is
how many of all targets that are shown are right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from answerable.extract import extract
from answerable.extract.acts import decide_acts
from answerable.extract.speakers import resolve_speakers
from answerable.extract.targets import find_targets
from answerable.extract.weighing import weigh_statements
from answerable.model import Actor, Document, Ref, Source, Statement
from answerable.text import Span, words

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "statements"
_SMALL = {"the", "of", "a", "mr", "ms", "mrs"}


class Labelled(NamedTuple):
    """A document, its gold statements and their labels."""

    document: Document
    statements: tuple[Statement, ...]
    labels: list[dict[str, Any]]


def documents() -> Iterator[Labelled]:
    """The labelled articles, in the order of the corpus."""
    labels = json.loads((DATA / "acts-dev.json").read_text(encoding="utf-8"))
    for line in (DATA / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in labels:
            document = Document.of(row["text"], Source(row["id"]), name=row["id"])
            statements = tuple(_statement(document, entry) for entry in row["statements"])
            yield Labelled(document, statements, labels[row["id"]])


def _statement(document: Document, row: dict[str, list[list[int]]]) -> Statement:
    source, cue, content = (tuple(Span(*pair) for pair in row[role]) for role in ("source", "cue", "content"))
    return Statement(Statement.key(document.id, source, cue, content), document.id, source, cue, content)


def on_gold(item: Labelled) -> tuple[tuple[Actor, ...], list[Statement | None]]:
    """The statements with gold spans, one for each label."""
    actors, mentions, statements = resolve_speakers(item.document, item.statements)
    statements = find_targets(item.document, decide_acts(item.document, statements), actors, mentions)
    statements = weigh_statements(item.document, statements, actors, mentions)
    return actors, [statements[label["n"]] for label in item.labels]


def on_found(item: Labelled, tagger: Any) -> tuple[tuple[Actor, ...], list[Statement | None]]:
    """The statements that extraction found, one or None for each label."""
    found = extract(item.document, tagger)
    gold = [_tokens(s) for s in item.statements]
    mine = [_tokens(s) for s in found.statements]
    pairs = [(len(g & m) / len(g | m), i, j) for i, g in enumerate(gold) for j, m in enumerate(mine) if g & m]
    matched: dict[int, int] = {}
    for share, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if share >= 0.5 and i not in matched and j not in matched.values():
            matched[i] = j
    return found.actors, [
        found.statements[matched[n]] if (n := label["n"]) in matched else None for label in item.labels
    ]


def _tokens(statement: Statement) -> frozenset[int]:
    return frozenset(at for span in statement.content for at in range(span.start, span.end))


def same(one: str, other: str) -> bool:
    """Whether the words of one name are among the other's."""
    a, b = (set(re.findall(r"\w+", name.lower())) - _SMALL for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


class Tally:
    """Counts by act, filled statement by statement."""

    def __init__(self) -> None:
        self.of, self.right, self.said = Counter[str](), Counter[str](), Counter[str]()
        self.aimed, self.hit = Counter[str](), Counter[str]()
        self.speakers = self.needless = self.labelled = self.shown = self.meant = 0

    def add(self, label: dict[str, Any], statement: Statement | None, names: dict[str | None, tuple[str, ...]]) -> bool:
        """Count one statement; whether its act is right."""
        self.labelled += 1
        if statement is None:
            return True
        act = label["acts"][0]
        self.of[act] += 1
        self.said[statement.act] += 1
        self.right[act] += statement.act in label["acts"]
        if label["null_speaker"] and statement.speaker is None:
            self.speakers += 1
        elif statement.speaker:
            self.speakers += _named(statement.speaker, label["speaker"], names)
        meant = [_named(target, label["targets"], names) for target in statement.targets]
        self.shown += len(meant)
        self.meant += sum(meant)
        if label["targets"]:
            self.aimed[act] += 1
            self.hit[act] += any(meant)
        else:
            self.needless += bool(statement.targets)
        return statement.act in label["acts"]

    def print(self) -> None:
        """The table by act."""
        print(f"{'act':17}{'right':>7}{'of':>5}{'%':>7}{'said':>6}   target right of")
        for act, count in self.of.most_common():
            share = 100 * self.right[act] / count
            aim = f"{self.hit[act]:9}{self.aimed[act]:5}"
            print(f"{act:17}{self.right[act]:7}{count:5}{share:7.1f}{self.said[act]:6}{aim}")
        of, aimed = self.of.total(), self.aimed.total()
        print(f"statements {of} of {self.labelled}")
        print(f"act     {self.right.total():4} {100 * self.right.total() / of:5.1f} %")
        print(f"speaker {self.speakers:4} {100 * self.speakers / of:5.1f} %")
        print(
            f"target  {self.hit.total():4} {100 * self.hit.total() / aimed:5.1f} % of {aimed}; needless {self.needless}"
        )
        print(
            f"shown   {self.meant:4} {100 * self.meant / max(1, self.shown):5.1f} % of {self.shown} targets are right"
        )


def _named(ref: Ref, labels: list[Any], names: dict[str | None, tuple[str, ...]]) -> bool:
    return any(same(name, str(label)) for name in names.get(ref.id, (ref.name,)) for label in labels)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--found", action="store_true")
    options.add_argument("--errors", action="store_true")
    args = options.parse_args()
    if not DATA.exists():
        print(f"skipped: no {DATA}")
        return
    tagger: Any = None
    if args.found:
        from answerable.extract.onnx import load_tagger

        tagger = load_tagger()
    tally = Tally()
    for item in documents():
        actors, statements = on_found(item, tagger) if args.found else on_gold(item)
        names: dict[str | None, tuple[str, ...]] = {actor.id: actor.names for actor in actors}
        for label, statement in zip(item.labels, statements, strict=True):
            if not tally.add(label, statement, names) and args.errors and statement:
                show(item.document, statement, label["acts"])
    tally.print()


def show(document: Document, s: Statement, acts: list[str]) -> None:
    """Print one error."""
    source, cue, content, why = (words(document.text, spans) for spans in (s.source, s.cue, s.content, s.act_spans))
    print(f"{'/'.join(acts)} <- {s.act}  ({why})\n    S[{source}] C[{cue}] T[{content[:400]}]")


if __name__ == "__main__":
    main()
