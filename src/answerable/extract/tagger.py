"""What a tagger is: something that finds who said what in a document. `onnx.load_tagger` is the one that ships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from answerable.model import Document
from answerable.text import Spans


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution: who (source) says (cue) what (content); source and cue may be empty. `score` is 0 to 1."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


class Tagger(Protocol):
    """Finds attributions. One document gives the same answer alone, among others, and in any process."""

    def tag(self, document: Document) -> tuple[Tagged, ...]:
        """The attributions of `document`, in order of their first content."""
        ...
