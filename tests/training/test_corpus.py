"""Labelled texts become tags and links by words, cut into windows that agree with the tagger's."""

from __future__ import annotations

from pathlib import Path

from tests.labelled import PIECES, article
from training.corpus import examples


def test_tags_and_links(tmp_path: Path) -> None:
    read = article(tmp_path, "[T:It sank], [S:Ada Quill] [C:said] [T:at once].")
    assert read.tags.tolist() == [5, 6, 0, 1, 2, 3, 5, 6, 0]
    assert sorted(read.owners) == [(0, 5), (1, 5), (3, 5), (4, 5), (6, 5), (7, 5)]
    assert read.origins == ((5, 3),)


def test_a_statement_without_a_source_points_at_nothing(tmp_path: Path) -> None:
    read = article(tmp_path, "It is [C:said] [T:that it sank].")
    assert read.origins == ((2, -1),)
    (example,) = examples(read, 250, PIECES.ends)
    assert example.origins.tolist() == [[3, 0]]


def test_a_link_out_of_the_window_points_at_row_0(tmp_path: Path) -> None:
    read = article(tmp_path, "[S:Quill] [C:said] [T:it sank. All sank. No more].")
    windows = list(examples(read, 5, PIECES.ends))
    assert len(windows) > 1
    assert {int(owner) for _, owner in windows[0].owners} == {2}
    assert {int(owner) for _, owner in windows[-1].owners} == {0}
