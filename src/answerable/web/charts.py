"""The geometry of pictures: numbers in, places in a drawing out. Templates draw them; a table stands behind each.

All lengths are in units of the drawing's own box.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

WIDTH = 640.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a bar: its name and count, where it begins and how long it is; `shade` numbers its colour."""

    name: str
    count: int
    x: float
    width: float
    shade: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of stretches that together stand for `total`; `rest` is what no stretch stands for."""

    total: int
    rest: int
    stretches: tuple[Stretch, ...]


def bar(parts: Sequence[tuple[str, int]], rest: int = 0, shades: Sequence[int] = ()) -> Bar:
    """Parts of a whole side by side, in the order given, over the full width; what is left over is `rest`.

    `shades` are the numbers of their colours, so that one thing has one colour in every bar; else they are counted up.
    """
    total = sum(count for _, count in parts) + rest
    made, x = [], 0.0
    for (name, count), shade in zip(parts, shades or range(len(parts)), strict=True):
        width = WIDTH * count / total if total else 0.0
        made.append(Stretch(name, count, round(x, 1), round(width, 1), shade))
        x += width
    return Bar(total, rest, tuple(made))


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to draw on a line of time.

    `start` and `end` are the first and last day that it can have happened on, both inclusive; None is open.
    """

    id: str
    lane: str
    label: str
    path: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark in the drawing: a dot where `x` is `to`, else a bar.

    Open at the left or right where no day is known, or where it reaches beyond the days that are drawn.
    """

    mark: Mark
    x: float
    to: float
    y: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across the drawing at the first day of a year or month."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class More:
    """How many marks of one place have no room in their lane, and where that is said."""

    x: float
    y: float
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of time: its size, its lanes with their height in the drawing, its ticks and marks, what is too many."""

    width: float
    height: float
    lanes: tuple[tuple[str, float], ...]
    ticks: tuple[Tick, ...]
    drawn: tuple[Drawn, ...]
    more: tuple[More, ...] = ()


STEPS = 4
"""Marks that stand below each other in a lane."""
ROOM = 30.0
"""What a number of those that do not needs, along the line."""
LANE, LEFT, EDGE, TOP, ACROSS = 44.0, 90.0, 30.0, 14.0, 1000.0


def line(marks: Sequence[Mark], lanes: Sequence[str], since: date | None = None, until: date | None = None) -> Line:
    """Marks in their lanes between two days, else from the first day of any to the last.

    Those that would cover each other are stepped down; of more than four at one place it is said how many more there
    are. What is open, or reaches beyond the days, is drawn over the edge. A mark without any day, or outside, is left
    out: the table behind the picture holds it.
    """
    days = [day for m in marks for day in (m.start, m.end) if day]
    if not days:
        return Line(ACROSS, TOP, (), (), ())
    first, last = since or min(days), until or max(days)
    inside = [m for m in marks if (m.start or m.end) and (m.start or first) <= last and (m.end or last) >= first]
    used = [lane for lane in lanes if any(m.lane == lane for m in inside)]
    scale = (ACROSS - LEFT - 2 * EDGE) / max(1, (last - first).days)

    def at(day: date) -> float:
        return round(LEFT + EDGE + (day - first).days * scale, 1)

    drawn: list[Drawn] = []
    at_place: Counter[tuple[int, float, float]] = Counter()
    for number, lane in enumerate(used):
        free = [0.0] * STEPS
        for m in sorted((m for m in inside if m.lane == lane), key=lambda m: (m.start or first, m.end or last, m.id)):
            open_left, open_right = m.start is None or m.start < first, m.end is None or m.end > last
            x = LEFT if open_left or not m.start else at(m.start)
            to = ACROSS if open_right or not m.end else at(m.end)
            at_place[number, x, to] += 1
            if at_place[number, x, to] > STEPS:
                continue
            step = next((i for i, until in enumerate(free) if until <= x), STEPS - 1)
            free[step] = to + 8
            y = TOP + number * LANE + 6 + step * 9
            drawn.append(Drawn(m, x, to, y, open_left, open_right))
    height = TOP + len(used) * LANE + 22
    named = tuple((lane, TOP + n * LANE + 10) for n, lane in enumerate(used))  # on the line of its first marks
    ticks = tuple(Tick(at(d), label) for d, label in _ticks(first, last))
    return Line(ACROSS, height, named, ticks, tuple(drawn), tuple(_more(at_place)))


def _more(at_place: Mapping[tuple[int, float, float], int]) -> Iterator[More]:
    """What has no room, by lane; where two such numbers would cover each other, one for both, after the later."""
    crowded = sorted((number, to, count - STEPS) for (number, _, to), count in at_place.items() if count > STEPS)
    for n, (number, to, count) in enumerate(crowded):
        after = crowded[n + 1 : n + 2]
        if after and after[0][0] == number and after[0][1] - to < ROOM:
            crowded[n + 1] = (number, after[0][1], after[0][2] + count)
        else:
            yield More(to, TOP + number * LANE + 6 + (STEPS - 1) * 9, count)


TICKS = 10
"""About so many days are named below a line of time."""


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """The first days of some years between two days, of months where there are few years, or days of few months."""
    if (last - first).days > 900:
        every = next(n for n in (1, 2, 5, 10, 20, 50, 100, 1000) if (last.year - first.year) / n <= TICKS)
        return [(date(y, 1, 1), str(y)) for y in range(first.year + 1, last.year + 1) if y % every == 0]
    if (last - first).days <= 70:
        days = [first + timedelta(n) for n in range((last - first).days + 1)]
        every = max(1, round(len(days) / TICKS))
        return [(d, f"{d.day} {d:%b} {d.year}" if n == 0 else f"{d.day} {d:%b}") for n, d in enumerate(days[::every])]
    months = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    inside = [date(y, m, 1) for y, m in months if first <= date(y, m, 1) <= last]
    every = max(1, len(inside) // 8)
    return [(d, f"{d:%b} {d.year}") for d in inside[::every]]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in a picture of who says what of whom: a place, and on which side of it the name stands."""

    id: str
    name: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A curve from one to another: the path's data, how thick, what it says, and where the statements are."""

    path: str
    width: float
    family: str
    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the curves between them."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Arrow = tuple[str, str, int, str, str, str]
"""From whom, to whom, how often, the family of the act, what it says, where the statements are."""


def graph(names: Sequence[tuple[str, str]], arrows: Sequence[Arrow], centre: str | None = None) -> Graph:
    """(id, name) pairs on a circle, one of them in its `centre` if it is named, and arrows as curves, bent apart."""
    width, height, radius = 1080.0, 540.0, 220.0
    around = [(id, name) for id, name in names if id != centre]
    places = {}
    nodes = []
    for n, (id, name) in enumerate(around):
        angle = 2 * pi * n / max(1, len(around)) - pi / 2
        x, y = width / 2 + radius * 1.15 * cos(angle), height / 2 + radius * sin(angle)
        places[id] = (x, y)
        side = "middle" if abs(cos(angle)) < 0.25 else "start" if cos(angle) > 0 else "end"
        nodes.append(Node(id, name, round(x, 1), round(y, 1), side))
    for id, name in (pair for pair in names if pair[0] == centre):
        places[id] = (width / 2, height / 2)
        nodes.append(Node(id, name, *places[id], "middle"))
    seen: Counter[frozenset[str]] = Counter()
    edges = []
    for arrow in arrows:
        by, of = arrow[:2]
        bend = 0.12 + 0.12 * seen[frozenset((by, of))]
        seen[frozenset((by, of))] += 1
        (x1, y1), (x2, y2) = places[by], places[of]
        mx, my = (x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend
        edges.append(_edge(f"M{x1:.1f},{y1:.1f} Q{mx:.1f},{my:.1f} {x2:.1f},{y2:.1f}", arrow))
    return Graph(width, height, tuple(nodes), tuple(edges))


def column(names: Sequence[tuple[str, str]], arrows: Sequence[Arrow]) -> Graph:
    """The same for a narrow screen: the names below each other, and beside them the curves, the wider the further."""
    width, row, x, room, spread = 360.0, 36.0, 176.0, 126.0, 11.0
    at = {id: n for n, (id, _) in enumerate(names)}
    nodes = tuple(Node(id, name, x, row * (n + 0.5), "end") for n, (id, name) in enumerate(names))
    ends: dict[str, list[int]] = {id: [] for id in at}
    for n, (by, of, *_) in enumerate(arrows):
        ends[by].append(n)
        ends[of].append(n)

    def other(end: str, n: int) -> int:
        by, of, *_ = arrows[n]
        return at[of if end == by else by] - at[end]

    def height_of(end: str, n: int) -> float:
        """Where an arrow touches somebody: the ends are spread, those that come from above on top."""
        order = sorted(ends[end], key=lambda k: (other(end, k) > 0, -abs(other(end, k)), k))
        return row * (at[end] + 0.5) + spread * ((order.index(n) + 0.5) / len(order) * 2 - 1)

    edges = []
    for n, arrow in enumerate(arrows):
        by, of = arrow[:2]
        y1, y2 = height_of(by, n), height_of(of, n)
        far = x + 24 + room * abs(at[by] - at[of]) / max(1, len(names) - 1) * 4 / 3
        edges.append(_edge(f"M{x + 8:.1f},{y1:.1f} C{far:.1f},{y1:.1f} {far:.1f},{y2:.1f} {x + 8:.1f},{y2:.1f}", arrow))
    return Graph(width, row * len(names), nodes, tuple(edges))


def _edge(path: str, arrow: Arrow) -> Edge:
    _, _, count, family, label, address = arrow
    return Edge(path, round(min(7.0, 1.5 + count**0.5), 1), family, label, address)
