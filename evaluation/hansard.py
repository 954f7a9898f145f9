"""Whom a mention in Hansard means, against `../shared/data/hansard/gold` (two annotators, three excerpts).

Run: python -m evaluation.hansard

The gold gives offsets into excerpts that are not there. They are stretches of the day's turns, each with its name line
before it, which is how `read` writes them: so one number for each excerpt carries its offsets into `Document.text`. It
is the one at which most labels lie on words that can mean a member at all; a label then counts for the mention whose
ends are nearest, three characters off at the most.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from answerable.extract.speakers import resolve_speakers
from answerable.model import Actor, Document, Mention, Source
from answerable.read import read
from answerable.registry import Registry
from answerable.text import Span
from evaluation.registry import load

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "hansard"
DAYS = {
    "2016-03-11": "debates2016-03-11b.xml",
    "2016-05-10": "debates2016-05-10a.xml",
    "2016-05-12": "debates2016-05-12a.xml",
}
RIGHT, WRONG = 0.75, 0.10
NEAR = 3
_MEANS = re.compile(
    r"(?:I|[Mm]y|me|[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|(?:[Tt]he|[Mm]y) (?:right )?(?:hon|Min|Sec|Prime)[^\n]*)$"
)

Label = tuple[int, int, str]


def main() -> int:
    """Print the share of labels right, wrong and undecided; 1 if a floor is missed."""
    if not DATA.exists():
        print(f"skipped: {DATA} is not here")
        return 0
    registry = load()
    right = wrong = total = 0
    for day, name in DAYS.items():
        document = read((DATA / name).read_bytes(), Source(name))
        labels = _labels(DATA / "gold" / f"{day}_annotated.json")
        good, bad = _score(document, labels, registry)
        print(f"{day}: right {good}, wrong {bad}, of {len(labels)}")
        right, wrong, total = right + good, wrong + bad, total + len(labels)
    print(f"right {right / total:.1%}, wrong {wrong / total:.1%}, of {total}")
    return 0 if right / total >= RIGHT and wrong / total < WRONG else 1


def _labels(path: Path) -> list[Label]:
    """(start, end, person id) of each linked mention of the excerpt."""
    return [
        (label["start"], label["end"], label["labels"][0].split("/")[4])
        for task in json.loads(path.read_text("utf-8"))
        for label in task["label"]
    ]


def _shift(text: str, labels: list[Label]) -> int:
    """What to add to the gold's offsets to stand in `text`."""
    short = [(s, e) for s, e, _ in labels]

    def fits(shift: int) -> int:
        return sum(bool(_MEANS.match(text[shift + s : shift + e])) and not text[shift + e].isalpha() for s, e in short)

    return max(range(len(text) - max(e for _, e in short)), key=fits)


def _score(document: Document, labels: list[Label], registry: Registry) -> tuple[int, int]:
    actors, mentions, _ = resolve_speakers(document, (), registry)
    by_id = {a.id: a for a in actors}
    shift = _shift(document.text, labels)
    good = bad = 0
    for start, end, person in labels:
        place = Span(shift + start, shift + end)
        mention = _nearest(mentions, place)
        told = _person(by_id.get(mention.actor or "")) if mention else None
        good += told == person
        bad += told not in (None, person)
        if told != person:
            print(
                f"  {place.of(document.text)!r} at {place.start}: {person}, got {told} ({mention and mention.name!r})"
            )
    return good, bad


def _nearest(mentions: tuple[Mention, ...], place: Span) -> Mention | None:
    def off(m: Mention) -> int:
        return max(abs(m.span.start - place.start), abs(m.span.end - place.end))

    best = min(mentions, key=off)
    return best if off(best) <= NEAR else None


def _person(actor: Actor | None) -> str | None:
    """The number of the actor's person id; its name where it has none; None for no actor."""
    if actor is None:
        return None
    return next((value.rpartition("/")[2] for scheme, value in actor.identifiers if scheme == "person"), actor.name)


if __name__ == "__main__":
    sys.exit(main())
