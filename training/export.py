"""The trained network as an ONNX file with 8-bit weights, written node by node.

Activations are quantised a window at a time as it runs, weights a column at a time here, so a window's scores depend on
that window alone. Weights use seven of their eight bits: processors without VNNI add two products in sixteen bits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from answerable.extract.words import LOOKS
from training.encoder import Encoder

LONGEST = 512
_RANGE = 63


class Graph:
    """A graph in the making: nodes and the arrays they refer to. Each method adds nodes and returns a name."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.arrays: list[onnx.TensorProto] = []

    def const(self, name: str, array: NDArray[np.generic]) -> str:
        """A constant."""
        self.arrays.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def add(self, op: str, inputs: list[str], out: str, domain: str = "", **attributes: object) -> str:
        """One node with one output."""
        self.nodes.append(helper.make_node(op, inputs, [out], name=out, domain=domain, **attributes))
        return out

    def linear(self, x: str, layer: torch.nn.Linear, out: str, *, bits8: bool = True) -> str:
        """`x` times a layer's weights plus its bias."""
        weight, bias = layer.weight.detach().numpy().T, layer.bias.detach().numpy()
        if not bits8:
            return self.add(
                "Add",
                [self.add("MatMul", [x, self.const(f"{out}.w", weight)], f"{out}.mm"), self.const(f"{out}.b", bias)],
                out,
            )
        scale = np.abs(weight).max(0) / _RANGE
        whole = np.rint(weight / scale).astype(np.int8)
        return self.add(
            "DynamicQuantizeMatMul",
            [
                x,
                self.const(f"{out}.w", whole),
                self.const(f"{out}.s", scale.astype(np.float32)),
                self.const(f"{out}.z", np.zeros(len(scale), np.int8)),
                self.const(f"{out}.b", bias),
            ],
            out,
            "com.microsoft",
        )

    def norm(self, x: str, skip: str, layer: torch.nn.LayerNorm, out: str) -> str:
        """The sum of two inputs, normalised: in two nodes, as onnxruntime's fused one is eight times slower here."""
        total = self.add("Add", [x, skip], f"{out}.sum")
        scale = self.const(f"{out}.g", layer.weight.detach().numpy())
        shift = self.const(f"{out}.b", layer.bias.detach().numpy())
        return self.add("LayerNormalization", [total, scale, shift], out, epsilon=1e-12)


def graph_of(model: Encoder, *, bits8: bool = True) -> onnx.ModelProto:
    """The network for one window: pieces, looks [1, n] and firsts [w] in; tags [w, 7] and links [w, 512] out."""
    g = Graph()
    x = _embedded(g, model)
    for i, layer in enumerate(model.layers):
        at = f"layer{i}"
        qkv = g.linear(x, layer.qkv, f"{at}.qkv", bits8=bits8)
        g.nodes.append(helper.make_node("Split", [qkv], [f"{at}.q", f"{at}.k", f"{at}.v"], axis=2, num_outputs=3))
        heads = {"q_num_heads": layer.heads, "kv_num_heads": layer.heads}
        seen = g.add("Attention", [f"{at}.q", f"{at}.k", f"{at}.v"], f"{at}.seen", **heads)
        x = g.norm(x, g.linear(seen, layer.out, f"{at}.out", bits8=bits8), layer.norm1, f"{at}.norm1")
        up = g.add("Gelu", [g.linear(x, layer.up, f"{at}.up", bits8=bits8)], f"{at}.gelu")
        x = g.norm(x, g.linear(up, layer.down, f"{at}.down", bits8=bits8), layer.norm2, f"{at}.norm2")
    rows = g.add("Gather", [g.add("Squeeze", [x, g.const("zero", np.array([0]))], "flat"), "firsts"], "rows")
    g.add("LogSoftmax", [g.linear(rows, model.tags, "logits", bits8=False)], "tags", axis=-1)
    g.linear(rows, model.links, "links", bits8=False)
    return helper.make_model(
        helper.make_graph(
            g.nodes,
            "answerable",
            [
                helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "n"]),
                helper.make_tensor_value_info("looks", TensorProto.INT64, [1, "n"]),
                helper.make_tensor_value_info("firsts", TensorProto.INT64, ["w"]),
            ],
            [
                helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["w", 7]),
                helper.make_tensor_value_info("links", TensorProto.FLOAT, ["w", model.links.out_features]),
            ],
            g.arrays,
        ),
        opset_imports=[helper.make_opsetid("", 23), helper.make_opsetid("com.microsoft", 1)],
        ir_version=11,
    )


def _embedded(g: Graph, model: Encoder) -> str:
    """The sum of the embeddings, normalised. Piece embeddings are kept in 8 bits a row."""
    table = model.table.numpy()
    scale = np.abs(table).max(1, keepdims=True) / 127
    whole = np.rint(table / np.maximum(scale, 1e-12)).astype(np.int8)
    rows8 = g.add("Gather", [g.const("table", whole), "pieces"], "rows8")
    rows = g.add("Cast", [rows8], "rows32", to=TensorProto.FLOAT)
    scales = g.add("Gather", [g.const("table.s", scale.astype(np.float32)), "pieces"], "rows.s")
    looks = model.looks(torch.arange(LOOKS)).detach().numpy()
    size = g.add("Shape", ["pieces"], "size", start=1)
    positions, axis = g.const("positions", model.positions[:LONGEST].numpy()), g.const("axis", np.array([0]))
    places = g.add("Slice", [positions, g.const("from", np.array([0])), size, axis], "places")
    extra = g.add("Add", [g.add("Gather", [g.const("looks.t", looks), "looks"], "looks.e"), places], "extra")
    return g.norm(g.add("Mul", [rows, scales], "words"), extra, model.norm, "embedded")


def export(model: Encoder, path: Path, *, bits8: bool = True) -> None:
    """Writes the network to `path`."""
    onnx.save(graph_of(model, bits8=bits8), str(path))
