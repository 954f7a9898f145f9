"""How alike two wordings are, by the words they share and how telling each of those is.

The measure is the cosine of binary word vectors weighted with inverse document frequency (Spärck Jones 1972), over
roughly stemmed words. It is symmetric, 0 to 1, and the same on any machine.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from math import log, sqrt

_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ions?|ies|ed|es|s|ly)$")
_STOPS = frozenset(
    re.findall(
        r"\w+",
        """
        a about above after again all also an and any are as at be because been before being below between both
        but by can could did do does down during each every few for from further had has have he her here him
        his how i if in into is it its itself just may me might more most must my no nor not now of off on once
        only or other our out over own same she should so some such than that the their them then there these
        they this those through to too under until up upon us very was we were what when where which while who
        whom whose why will with within would you your government recommend recommends recommendation
        recommendations recommended ensure shall year years month months end january february march april june
        july august september october november december spring summer autumn winter
        """,
    )
)


_SLACK = 1 - 1e-9  # for sums that rounding makes a little too small


@cache
def stems(text: str) -> frozenset[str]:
    """The telling words of a text, roughly stemmed; no numbers, dates or words of every ask."""
    words = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(_ENDINGS.sub("", w) if len(w) > 5 else w.rstrip("s") for w in words if w not in _STOPS)


class Likeness:
    """Wordings that can be compared with each other and searched."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._stems = {id: stems(text) for id, text in texts.items()}
        frequency = Counter(stem for found in self._stems.values() for stem in found)
        total = len(texts) + 1
        self._squares = {stem: log(1 + total / count) ** 2 for stem, count in frequency.items()}
        self._unseen = log(1 + total) ** 2
        self._norms = {id: self._norm(found) for id, found in self._stems.items()}
        self._lengths = {id: sqrt(norm) * _SLACK for id, norm in self._norms.items()}
        self._places: dict[str, list[str]] = defaultdict(list)
        for id, found in self._stems.items():
            for stem in found:
                self._places[stem].append(id)

    def between(self, first: str, second: str) -> float:
        """The likeness of two texts."""
        a, b = stems(first), stems(second)
        both = self._norm(a & b)
        return both / sqrt(self._norm(a) * self._norm(b)) if both else 0.0

    def nearest(
        self, text: str, allowed: Callable[[str], bool] = bool, *, least: float = 0.0
    ) -> tuple[str, float] | None:
        """The id of the wording most like `text` of those allowed, and the likeness; of equals the first id.

        None where no likeness is at least `least`. The commonest words are looked up only in wordings that share rarer
        ones, and enough of them: what shares less than `least` squared of the weight of `text` cannot be like enough
        (prefix filtering: Bayardo, Ma and Srikant 2007).
        """
        wanted = sorted(stems(text), key=lambda stem: (-self._squares.get(stem, self._unseen), stem))
        whole = left = self._norm(wanted)
        shared: dict[str, float] = {}
        common = len(wanted)
        for n, stem in enumerate(wanted):
            if left < least * least * whole:
                common = n
                break
            square = self._squares.get(stem, self._unseen)
            for id in self._places.get(stem, ()):
                shared[id] = shared.get(id, 0.0) + square
            left -= square
        rest, need = frozenset(wanted[common:]), least * sqrt(whole)
        scored = (
            ((weight + self._norm(rest & self._stems[id])) / sqrt(whole * self._norms[id]), id)
            for id, weight in shared.items()
            if weight + left >= need * self._lengths[id]
        )
        likely = sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: (-pair[0], pair[1]))
        return next(((id, score) for score, id in likely if allowed(id)), None)

    def _norm(self, found: Iterable[str]) -> float:
        return sum(self._squares.get(stem, self._unseen) for stem in sorted(found))


def contained(first: str, second: str) -> float:
    """The share of the words of the shorter text that stand in the other, 0 to 1."""
    a, b = stems(first), stems(second)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
