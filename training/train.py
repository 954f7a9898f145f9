"""The training loop: seeded, one process, bf16 weights with fp32 masters."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from torch import Tensor
from torch.nn import functional as F

from answerable.extract.decode import TAGS
from training.corpus import Article, Example, examples
from training.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: as the network learns from the labels alone, unless said otherwise.

    Rates are the highest, reached after `warm` of the steps, then falling to nothing by a cosine. `average` is the
    pace of the running average.
    """

    epochs: int = 6
    batch: int = 8
    limit: int = 250
    rate: float = 3e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    decay: float = 0.01
    owner: float = 0.7
    origin: float = 0.3
    average: float = 0.995
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded examples as tensors; links are rows of (example, row, row). `words` [b, w] tells rows that are words."""

    pieces: Tensor
    looks: Tensor
    firsts: Tensor
    mask: Tensor
    wanted: Tensor
    words: Tensor
    owners: Tensor
    origins: Tensor


def collate(chosen: Sequence[Example]) -> Batch:
    """Examples padded to one size."""
    size, rows = max(len(e.pieces) for e in chosen), max(len(e.firsts) for e in chosen)

    def pad(arrays: Sequence[np.ndarray], length: int, value: int) -> Tensor:
        out = np.full((len(arrays), length), value, np.int64)
        for i, a in enumerate(arrays):
            out[i, : len(a)] = a
        return torch.from_numpy(out)

    def links(pairs: Sequence[np.ndarray]) -> Tensor:
        return torch.from_numpy(np.concatenate([np.c_[np.full(len(p), i), p] for i, p in enumerate(pairs)]))

    wanted, words = torch.zeros(len(chosen), rows, TAGS), torch.zeros(len(chosen), rows, dtype=torch.bool)
    for i, e in enumerate(chosen):
        wanted[i, : len(e.wanted)] = torch.from_numpy(e.wanted)
        words[i, 1 : len(e.wanted)] = True
    lengths = torch.tensor([len(e.pieces) for e in chosen])
    return Batch(
        pad([e.pieces for e in chosen], size, 0),
        pad([e.looks for e in chosen], size, 0),
        pad([e.firsts for e in chosen], rows, 0),
        torch.arange(size)[None] < lengths[:, None],
        wanted,
        words,
        links([e.owners for e in chosen]),
        links([e.origins for e in chosen]),
    )


def batches(articles: Sequence[Article], plan: Plan, ends: tuple[int, int], epoch: int) -> Iterator[Batch]:
    """One epoch in a random order: windows cut anew each time, batched by length."""
    luck = random.Random(plan.seed * 1000 + epoch)
    found: list[Example] = []
    for article in articles:
        found += examples(article, plan.limit, ends, luck.randrange(60, plan.limit))
    luck.shuffle(found)
    found.sort(key=lambda e: len(e.pieces) // 8)
    groups = [found[i : i + plan.batch] for i in range(0, len(found), plan.batch)]
    luck.shuffle(groups)
    for group in groups:
        yield collate(group)


def loss_of(model: Encoder, batch: Batch, plan: Plan) -> Tensor:
    """The weighted sum of the three cross entropies."""
    tags, owner, origin = model(batch.pieces, batch.looks, batch.firsts, batch.mask)
    absent = ~batch.words
    absent[:, 0] = False
    owner = owner.masked_fill(absent[:, None, :], -1e4)
    origin = origin.masked_fill(absent[:, None, :], -1e4)
    loss = F.cross_entropy(tags[batch.words], batch.wanted[batch.words])
    for logits, links, weight in ((owner, batch.owners, plan.owner), (origin, batch.origins, plan.origin)):
        if len(links):
            loss = loss + weight * F.cross_entropy(logits[links[:, 0], links[:, 1]], links[:, 2])
    return loss


def train(
    model: Encoder, articles: Sequence[Article], plan: Plan, ends: tuple[int, int], keep: Path | None = None
) -> Encoder:
    """Trains `model` and returns it holding the running average of its weights, in fp32.

    The average is also written to the file `keep` after each epoch.
    """
    torch.manual_seed(plan.seed)
    torch.set_flush_denormal(True)
    masters = {n: p.detach().clone().float() for n, p in model.named_parameters()}
    mean = {n: p.clone() for n, p in masters.items()}
    heads = [p for n, p in masters.items() if n.split(".")[0] in ("tags", "links", "shapes", "quoting", "places")]
    body = [p for n, p in masters.items() if n.split(".")[0] in ("norm", "layers")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": plan.rate}, {"params": heads, "lr": plan.head_rate}],
        weight_decay=plan.decay,
        betas=(0.9, 0.98),
        fused=True,
    )
    steps = plan.epochs * sum(1 for _ in batches(articles, plan, ends, 0))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: _rate(s, steps, plan.warm))
    model.bfloat16().train()
    step, began, total, seen = 0, time.time(), 0.0, 0
    for epoch in range(plan.epochs):
        for batch in batches(articles, plan, ends, epoch):
            loss = loss_of(model, batch, plan)
            loss.backward()
            for name, p in model.named_parameters():
                masters[name].grad = None if p.grad is None else p.grad.float()
                p.grad = None
            torch.nn.utils.clip_grad_norm_(masters.values(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            old = min(plan.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, p in model.named_parameters():
                    p.copy_(masters[name])
                    mean[name].lerp_(masters[name], 1 - old)
            total, seen = total + loss.item(), seen + batch.mask.sum().item()
            if step % 50 == 0:
                print(
                    f"epoch {epoch} step {step}/{steps} loss {total / 50:.4f} "
                    f"{seen / (time.time() - began):.0f} pieces/s",
                    flush=True,
                )
                total = 0.0
        if keep:
            save_file(mean, keep)
    model.float()
    model.load_state_dict(mean, strict=False)
    model.eval()
    return model


def _rate(step: int, steps: int, warm: float) -> float:
    """The share of the highest rate at a step."""
    if step < warm * steps:
        return step / max(1, warm * steps)
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (step - warm * steps) / ((1 - warm) * steps))))
