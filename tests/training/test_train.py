"""The network learns, the same way twice, and the exported file says what the network says. Needs torch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra train")

from tests.labelled import PIECES, article  # noqa: E402
from training.corpus import examples  # noqa: E402
from training.encoder import Encoder, Shape  # noqa: E402
from training.export import export  # noqa: E402
from training.train import Plan, collate, loss_of, train  # noqa: E402

STRING = "[T:It sank], [S:Ada Quill] [C:said] [T:at once]."


def small() -> Encoder:
    torch.manual_seed(0)
    return Encoder(Shape(1, 64, 2, 128), torch.randn(30522, 64), torch.randn(512, 64))


def test_it_learns_and_a_seed_gives_the_same_again(tmp_path: Path) -> None:
    read = article(tmp_path, STRING)
    plan = replace(Plan(), epochs=30, rate=3e-3, average=0.5)
    batch = collate(list(examples(read, 250, PIECES.ends)))
    before = loss_of(small().eval(), batch, plan).item()
    once, again = (train(small(), [read], plan, PIECES.ends) for _ in range(2))
    assert loss_of(once, batch, plan).item() < before / 2
    assert all(torch.equal(a, b) for a, b in zip(once.parameters(), again.parameters(), strict=True))


def test_the_file_says_what_the_network_says(tmp_path: Path) -> None:
    from onnxruntime import InferenceSession

    read = article(tmp_path, STRING)
    (example,) = examples(read, 250, PIECES.ends)
    model = small().eval()
    export(model, tmp_path / "m.onnx", bits8=False)
    session = InferenceSession(str(tmp_path / "m.onnx"), providers=["CPUExecutionProvider"])
    feed = {"pieces": example.pieces[None], "looks": example.looks[None], "firsts": example.firsts}
    tags, _ = session.run(("tags", "links"), feed)
    batch = collate([example])
    with torch.no_grad():
        expected = model(batch.pieces, batch.looks, batch.firsts, batch.mask)[0].log_softmax(-1)[0].numpy()
    assert np.abs(tags - expected).max() < 0.05  # the table of pieces has 8 bits
