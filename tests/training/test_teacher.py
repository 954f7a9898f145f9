"""A larger network of the same make, that measures distance, says what it thinks of each word. Needs torch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from tests.labelled import PIECES, article  # noqa: E402
from training.corpus import taught, unlabelled  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.teacher import Teacher, buckets, says  # noqa: E402
from training.train import Plan, train  # noqa: E402

TEXT = "It sank, Ada Quill said at once. Nobody else saw it sink, and nobody asked."


def larger() -> Teacher:
    torch.manual_seed(0)
    model = Teacher(Shape(3, 64, 2, 128), torch.randn(30522, 64), torch.randn(512, 64), torch.randn(32, 2))
    model.eval()
    return model


def test_near_distances_have_a_bucket_each_and_far_ones_share() -> None:
    found = buckets(300)
    assert found[10, 10] == 0
    assert found[10, 7:10].tolist() == [3, 2, 1]
    assert found[7, 8:11].tolist() == [17, 18, 19]
    assert found[200, 0] == found[250, 0] == 15
    assert found[0, 299] == 31


def test_distance_counts() -> None:
    mask = torch.ones(1, 5, dtype=torch.bool)
    near = larger().bias(mask)
    assert near.shape == (1, 2, 5, 5)
    mask[0, 4] = False
    absent = larger().bias(mask)
    assert (absent[..., 4] < -9e3).all()
    assert torch.equal(absent[..., :4], near[..., :4])


def test_it_says_how_likely_each_tag_is_whatever_the_window() -> None:
    read = unlabelled("a", TEXT, PIECES)
    for limit in (250, 8):
        said = says(larger(), read, limit, PIECES.ends)
        assert said.shape == (len(read.words), 7)
        assert np.allclose(said.sum(1), 1, atol=1e-5)


def test_a_network_learns_what_a_teacher_says(tmp_path: Path) -> None:
    read = article(tmp_path, "[T:It sank], [S:Ada Quill] [C:said] [T:at once].")
    said = np.roll(read.wanted, 1, axis=1)
    torch.manual_seed(0)
    start = Encoder(Shape(1, 64, 2, 128), torch.randn(30522, 64), torch.randn(512, 64))
    plan = replace(Plan(), epochs=30, rate=3e-3, average=0.5)
    learnt = train(start, [taught(read, said, 1.0)], plan, PIECES.ends)
    assert says(learnt, read, 250, PIECES.ends).argmax(1).tolist() == said.argmax(1).tolist()


def test_what_is_wanted_is_shared_between_label_and_teacher(tmp_path: Path) -> None:
    read = article(tmp_path, "[T:It sank], [S:Ada Quill] [C:said].")
    even = np.full_like(read.wanted, 1 / 7)
    wanted = taught(read, even, 0.7).wanted
    assert np.allclose(wanted.sum(1), 1)
    assert np.allclose(wanted[0, read.tags[0]], 0.3 + 0.7 / 7)
