"""Places in pictures."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from answerable.web.charts import ACROSS, LEFT, WIDTH, Arrow, Mark, bar, column, graph, line

counts = st.lists(st.tuples(st.text(max_size=3), st.integers(1, 500)), max_size=8)
days = st.none() | st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(counts, st.integers(0, 50))
def test_stretches_fill_the_bar_but_for_the_rest(parts: list[tuple[str, int]], rest: int) -> None:
    made = bar(parts, rest)
    assert made.total == sum(n for _, n in parts) + rest
    if made.total:
        filled = sum(s.width for s in made.stretches)
        assert abs(filled - WIDTH * (made.total - rest) / made.total) < 1


@given(st.lists(st.tuples(days, days), max_size=20))
def test_every_dated_mark_is_drawn_inside_the_picture(pairs: list[tuple[date | None, date | None]]) -> None:
    marks = [Mark(str(n), "a", "", "", *sorted((s, e)) if s and e else (s, e)) for n, (s, e) in enumerate(pairs)]
    made = line(marks, ("a",))
    assert len(made.drawn) + sum(m.count for m in made.more) == sum(bool(s or e) for s, e in pairs)
    for d in made.drawn:
        assert LEFT <= d.x <= d.to <= ACROSS
        assert d.open_left == (d.mark.start is None)
        assert d.open_right == (d.mark.end is None)


def test_only_a_known_day_is_a_dot() -> None:
    march, day = date(2025, 3, 1), date(2025, 3, 20)
    marks = [
        Mark("day", "a", "", "", day, day),
        Mark("month", "a", "", "", march, date(2025, 3, 31)),
        Mark("before", "a", "", "", None, march),
        Mark("after", "a", "", "", date(2025, 3, 31), None),
    ]
    drawn = {d.mark.id: d for d in line(marks, ("a",)).drawn}
    assert drawn["day"].x == drawn["day"].to
    assert all(drawn[name].x < drawn[name].to for name in ("month", "before", "after"))
    assert drawn["before"].open_left and drawn["after"].open_right


def test_what_is_too_much_for_one_day_is_counted() -> None:
    first, next_to, last = date(2025, 3, 20), date(2025, 3, 21), date(2025, 12, 2)
    marks = [Mark(f"{n} {day}", "a", "", "", day, day) for day in (first, next_to, last) for n in range(9)]
    made = line(marks, ("a",))
    assert [m.count for m in made.more] == [10, 5]  # one number where two would cover each other
    assert len(made.drawn) == 12
    assert made.more[-1].x == made.drawn[-1].x and made.more[0].y == max(d.y for d in made.drawn)


def test_what_reaches_beyond_the_days_shown_is_cut_off_and_open() -> None:
    year = Mark("year", "a", "", "", date(2025, 1, 1), date(2025, 12, 31))
    (drawn,) = line([year], ("a",), date(2025, 3, 1), date(2025, 3, 31)).drawn
    assert (drawn.open_left, drawn.open_right, drawn.x, drawn.to) == (True, True, LEFT, ACROSS)
    assert line([year], ("a",), date(2026, 1, 1), date(2026, 12, 31)).drawn == ()


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
def test_few_days_are_named_below(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert len(line([Mark("m", "a", "", "", first, last)], ("a",)).ticks) <= 20


TWO = [("a", "Ann"), ("b", "Ben")]
ARROWS: list[Arrow] = [
    ("a", "b", 1, "claim", "x", "/"),
    ("b", "a", 9, "ask", "y", "/"),
    ("a", "b", 4, "deed", "z", "/"),
]


def test_curves_between_the_same_two_are_bent_apart() -> None:
    for made in (graph(TWO, ARROWS), column(TWO, ARROWS)):
        assert len({e.path for e in made.edges}) == 3
        assert [e.width for e in made.edges] == [2.5, 4.5, 3.5]


def test_the_one_whom_a_picture_is_of_stands_in_its_middle() -> None:
    ann, ben = sorted(graph(TWO, ARROWS, "a").nodes, key=lambda n: n.id)
    assert (ann.x, ann.y, ann.anchor) == (540, 270, "middle")
    assert (ben.x, ben.y) == (540, 50)


def test_on_a_narrow_screen_names_stand_below_each_other_and_curves_inside() -> None:
    people = [(str(n), f"Name {n}") for n in range(14)]
    made = column(people, [("0", "13", 2, "ask", "x", "/"), ("5", "6", 1, "claim", "y", "/")])
    assert len({n.x for n in made.nodes}) == 1 and [n.y for n in made.nodes] == sorted(n.y for n in made.nodes)
    assert made.height == 14 * 36
