"""What inquiries, promises, progress claims and counts are found in ordinary political news, and how fast.

usage: python -m evaluation.inquiries [--statements]

On `../shared/data/statements/polnear-dev.jsonl` next to nothing should be found of recommendations and their progress.
With `--statements` the whole pass runs, so that promises told of in the news are found too.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from answerable.extract import extract
from answerable.extract.commitments import find_commitments
from answerable.extract.counts import find_counts
from answerable.extract.inquiries import find_inquiries
from answerable.extract.progress import find_progress
from answerable.extract.sentences import sentences
from answerable.extract.tagger import Tagger
from answerable.extract.topics import Topics
from answerable.ingest import load_tagger
from answerable.model import Document, Extraction, Medium, Source

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "statements" / "polnear-dev.jsonl"


def found_in(document: Document, tagger: Tagger | None) -> Extraction:
    """What is found by the whole pass, or without statements where there is no tagger."""
    if tagger:
        return extract(document, tagger)
    places, topics = sentences(document.text), Topics(document)
    return Extraction(
        document.id,
        document.source,
        inquiries=find_inquiries(document, (), places),
        commitments=find_commitments(document, (), (), places, topics),
        progress=find_progress(document, (), places, topics),
        counts=find_counts(document, (), places),
    )


def main() -> None:
    """Prints how much of each kind, every inquiry, claim and count, and words a second."""
    if not DATA.exists():
        sys.exit("no ../shared/data/statements: nothing to measure")
    lines = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    documents = [Document.of(line["text"], Source(line["id"], medium=Medium.NEWS)) for line in lines]
    tagger = load_tagger() if "--statements" in sys.argv else None
    start, kinds = time.process_time(), Counter[str]()
    for document in documents:
        found = found_in(document, tagger)
        for name in ("inquiries", "asks", "responses", "commitments", "progress", "counts"):
            kinds[name] += len(getattr(found, name))
        for inquiry in found.inquiries:
            print(f"inquiry: {inquiry.name}")
        for claim in found.progress:
            print(f"{claim.status}: {claim.text}")
        for count in found.counts:
            print(f"{count.done} of {count.total} {count.status}: {count.text}")
        for commitment in found.commitments:
            print(f"promise: {' '.join(commitment.text.split())}")
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} articles, {words} words: {dict(kinds)}")
    print(f"{words / (time.process_time() - start):,.0f} words a CPU-second")


if __name__ == "__main__":
    main()
