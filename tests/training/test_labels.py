"""Labels of statements: what is read of them, what is refused, and that those that ship can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from answerable.model import Act
from training.labels import Label, read_labels


def test_a_line_tells_acts_speaker_and_targets(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(
        "# ferry_1\n0 | accuse/criticise | Ada Quill | the council; Tom Roe\n3 | state | null |\n"
    )
    assert read_labels(tmp_path) == {
        "ferry_1": {
            0: Label((Act.ACCUSE, Act.CRITICISE), "Ada Quill", ("the council", "Tom Roe")),
            3: Label((Act.STATE,), None, ()),
        }
    }


@pytest.mark.parametrize("line", ["0 | shout | Ada Quill |", "x | state | Ada Quill |", "0 | state"])
def test_a_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.tsv").write_text(f"# ferry_1\n{line}\n")
    with pytest.raises(ValueError, match=r"a\.tsv, line 2"):
        read_labels(tmp_path)


def test_those_that_ship_are_as_many_as_their_card_says() -> None:
    labels = read_labels()
    assert (len(labels), sum(map(len, labels.values()))) == (808, 18198)
    assert not [
        n for told in labels.values() for n, label in told.items() if label.acts == (Act.STATE,) and label.targets
    ]
