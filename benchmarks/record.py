"""How joining many documents into one record grows with their number.

    python -m benchmarks.record [REPORTS]      # 50 made reports with 40 recommendations each, their responses, updates

Prints seconds for links and for matters at a quarter, a half and the whole: doubling should double them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from datetime import date
from random import Random

from answerable.model import (
    Ask,
    AskKind,
    AskRef,
    Commitment,
    Disposition,
    Extraction,
    Progress,
    Ref,
    Response,
    Source,
    Status,
    When,
)
from answerable.record import build_matters, propose_links
from answerable.text import Span

HEADS = ("har", "lam", "fer", "oil", "wic", "pil", "gul", "mas", "ter", "bou", "quay", "net", "rope", "salt", "tide")
TAILS = (
    "bour",
    "plight",
    "ry",
    "can",
    "ket",
    "ot",
    "ys",
    "mark",
    "ton",
    "field",
    "gate",
    "hand",
    "work",
    "ward",
    "man",
)
WORDS = tuple(f"{a}{b}{c}" for a in HEADS for b in TAILS for c in TAILS[:9])
WEIGHTS = tuple(1 / rank for rank in range(1, len(WORDS) + 1))  # Zipf's law
RECOMMENDATIONS = 40


def made(reports: int) -> tuple[Extraction, ...]:
    """Reports, a response and an update to each, in words drawn with a fixed seed."""
    draw = Random(7)
    return tuple(extraction for n in range(reports) for extraction in _inquiry(n, draw))


def _inquiry(n: int, draw: Random) -> tuple[Extraction, ...]:
    name = f"{WORDS[n % len(WORDS)].title()}{n} Inquiry"
    documents = [f"{kind} {n}" for kind in ("report", "response", "update")]
    days = [When.day(date(2000 + n % 20, month, 1)) for month in (1, 6, 12)]
    asks, responses, commitments, claims = [], [], [], []
    for number in range(1, RECOMMENDATIONS + 1):
        text = f"The board should {' '.join(draw.choices(WORDS, WEIGHTS, k=18))}."
        span, ref, by = Span(number * 300, number * 300 + len(text)), AskRef(str(number), name), Ref(None, "The board")
        id = f"{n} {number}"
        asks.append(
            Ask(f"ask {id}", documents[0], AskKind.RECOMMENDATION, span, text, inquiry=name, number=str(number),
                date=days[0])
        )  # fmt: skip
        responses.append(
            Response(f"response {id}", documents[1], ref, Disposition.ACCEPTED, span, text, by, date=days[1])
        )
        loose = f"We will {' '.join(draw.choices(WORDS, WEIGHTS, k=12))} by spring."
        commitments.append(Commitment(f"promise {id}", documents[1], span, loose, by, date=days[1]))
        claims.append(Progress(f"claim {id}", documents[2], Status.IN_PROGRESS, span, text, ref, by, days[2]))
    report, response, update = (Source(document) for document in documents)
    return (
        Extraction(documents[0], report, asks=tuple(asks)),
        Extraction(documents[1], response, responses=tuple(responses), commitments=tuple(commitments)),
        Extraction(documents[2], update, progress=tuple(claims)),
    )


def measure(extractions: Sequence[Extraction]) -> tuple[int, float, float]:
    """Matters, and the seconds for links and for matters."""
    began = time.perf_counter()
    links = propose_links(extractions)
    linked = time.perf_counter()
    matters = build_matters(extractions, links)
    return len(matters), linked - began, time.perf_counter() - linked


def main(reports: int) -> None:
    """Print a line a size."""
    for size in (reports // 4, reports // 2, reports):
        matters, links, joined = measure(made(size))
        print(f"{size} reports, {matters:,} matters: links {links:.2f} s, matters {joined:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
