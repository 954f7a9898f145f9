"""Whatever overlaps, the text stays as it is and every layer covers exactly its characters."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.text import Span
from answerable.web.highlight import Layer, Role, segments
from tests.marks import marked


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 40))
    return Span(start, start + draw(st.integers(1, 20)))


layers = st.lists(st.builds(Layer, spans(), st.sampled_from(Role), st.sampled_from(["a", "b", "c"])), max_size=12)


@given(st.text(max_size=50), layers, st.none() | spans())
def test_the_text_is_never_changed_and_every_span_is_covered(
    text: str, layers: list[Layer], within: Span | None
) -> None:
    row = segments(text, layers, within)
    first, last = (within.start, within.end) if within else (0, len(text))
    assert "".join(s.text for s in row) == text[first:last]
    for segment in row:
        for at in range(segment.start, segment.start + len(segment.text)):
            covering = {a for a in layers if a.span.start <= at < a.span.end}
            assert set(segment.layers) == covering
    for layer in layers:
        if first <= layer.span.start < min(last, len(text)):
            assert any(layer in s.starts and s.start == layer.span.start for s in row)


def test_a_report_inside_a_report() -> None:
    text, at = marked("[T:The minister [C:said] that [U:she had been told]] by the board")
    row = segments(
        text,
        [
            Layer(at["T"][0], Role.CONTENT, "outer"),
            Layer(at["C"][0], Role.CUE, "inner"),
            Layer(at["U"][0], Role.CONTENT, "inner"),
        ],
    )
    assert [(s.text, [a.entry for a in s.layers]) for s in row] == [
        ("The minister ", ["outer"]),
        ("said", ["outer", "inner"]),
        (" that ", ["outer"]),
        ("she had been told", ["outer", "inner"]),
        (" by the board", []),
    ]


def test_crossing_spans_keep_the_longest_first() -> None:
    row = segments("abcdef", [Layer(Span(0, 4), Role.CONTENT, "x"), Layer(Span(2, 5), Role.CONTENT, "y")])
    assert [(s.text, [a.entry for a in s.layers]) for s in row] == [
        ("ab", ["x"]),
        ("cd", ["x", "y"]),
        ("e", ["y"]),
        ("f", []),
    ]
