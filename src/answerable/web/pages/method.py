"""How entries are made, what the scores mean, what is known to go wrong, and how to ask for a correction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files

from answerable.web.acts import ACTS, FAMILIES, Family
from answerable.web.pages.entry import DOUBTFUL


@dataclass(frozen=True, slots=True)
class Score:
    """A measured figure of the model in use: what was measured, on what, and the figure."""

    what: str
    on: str
    value: str


@dataclass(frozen=True, slots=True)
class MethodPage:
    """How this record is made.

    title: heading of the page
    version: the version of the program
    doubtful: entries that score lower are shown as unsure
    families: the speech acts, by family, in the words that readers see
    scores: the measured figures of the model in use, empty where it ships without them
    failures: what is known to go wrong
    """

    title: str
    version: str
    doubtful: float
    families: dict[str, tuple[str, ...]]
    scores: tuple[Score, ...]
    failures: tuple[str, ...]


def method_page(version: str) -> MethodPage:
    """The page, with the figures that ship beside the model (`data/model/scores.json`), if they do."""
    held = files("answerable") / "data" / "model" / "scores.json"
    told = json.loads(held.read_text("utf-8")) if held.is_file() else {}
    return MethodPage(
        title="Method",
        version=version,
        doubtful=DOUBTFUL,
        families={FAMILIES[f]: _verbs(f) for f in Family},
        scores=tuple(Score(s["what"], s["on"], str(s["value"])) for s in told.get("scores", ())),
        failures=tuple(told.get("failures", ())),
    )


def _verbs(wanted: Family) -> tuple[str, ...]:
    return tuple(alone for family, alone, _ in ACTS.values() if family is wanted)
