"""The speaker of each statement, against `../shared/data/statements/acts-dev.json` (17 articles, labelled twice).

Run: python -m evaluation.speakers [--gold]

A labelled statement counts as found where a statement of ours shares at least half of its content; of those, the
speaker is right if its name is one of the labelled ones, articles and case aside. `--gold` takes the corpus's own spans
for ours: that measures the speakers alone.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from answerable.extract import extract
from answerable.extract.onnx import load_tagger
from answerable.extract.speakers import resolve_speakers
from answerable.model import Document, Source, Statement
from answerable.text import Span, Spans

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "statements"
FLOORS = {"gold": 0.90, "found": 0.86}
SHARED = 0.5


def main() -> int:
    """Print how many speakers are right, in all and by article; 1 if a floor is missed."""
    if not DATA.exists():
        print(f"skipped: {DATA} is not here")
        return 0
    gold = "--gold" in sys.argv
    labels = json.loads((DATA / "acts-dev.json").read_text("utf-8"))
    articles = [
        a for line in (DATA / "polnear-dev.jsonl").open(encoding="utf-8") if (a := json.loads(line))["id"] in labels
    ]
    tagger = None if gold else load_tagger()
    right = found = total = 0
    for article in articles:
        document = Document.of(article["text"], Source(article["id"]))
        own = extract(document, tagger).statements if tagger else _corpus(document, article)
        n, good = _score(article, labels[article["id"]], own)
        print(f"{good:4} of {n:3} found of {len(labels[article['id']]):3}  {article['id']}")
        right, found, total = right + good, found + n, total + len(labels[article["id"]])
    print(f"speaker right {right / found:.1%} of {found} found, of {total}")
    return 0 if right / found >= FLOORS["gold" if gold else "found"] else 1


def _spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def _corpus(document: Document, article: dict[str, Any]) -> tuple[Statement, ...]:
    statements = (
        Statement(str(n), document.id, _spans(s["source"]), _spans(s["cue"]), _spans(s["content"]))
        for n, s in enumerate(article["statements"])
    )
    return resolve_speakers(document, tuple(statements))[2]


def _score(article: dict[str, Any], labels: list[dict[str, Any]], own: tuple[Statement, ...]) -> tuple[int, int]:
    """How many labelled statements are found, and how many of those have the right speaker."""
    places = [(s, _characters(s.content)) for s in own]
    found = good = 0
    for label in labels:
        wanted = _characters(_spans(article["statements"][label["n"]]["content"]))
        share, best = max(
            ((len(wanted & p) / len(wanted | p), i) for i, (_, p) in enumerate(places)), default=(0.0, -1)
        )
        if share < SHARED:
            continue
        found += 1
        speaker = places[best][0].speaker
        good += (
            label["null_speaker"] if speaker is None else _bare(speaker.name) in {_bare(n) for n in label["speaker"]}
        )
    return found, good


def _characters(spans: Spans) -> set[int]:
    return {c for span in spans for c in range(span.start, span.end)}


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", " ".join(name.replace("’", "'").lower().split()))


if __name__ == "__main__":
    sys.exit(main())
