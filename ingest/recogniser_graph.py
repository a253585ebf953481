"""Writes the recogniser as an int8 graph for onnxruntime: the changed layers and a head."""

import logging
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from ingest.recogniser_deltas import Learnt, applied
from ingest.recogniser_embedder import EPSILON, MAPS, NORMS, Embedder

__all__ = ["FORM", "graph_bytes"]

# The form of what is written here; a graph of another form is written anew.
FORM = 3

# What onnxruntime 1.23 and later read; the fused operators come from com.microsoft.
OPSET = 17
IR_VERSION = 9
FUSED = "com.microsoft"
FUSED_KINDS = {"BiasGelu", "MultiHeadAttention", "SkipLayerNormalization"}


def graph_bytes(embedder: Embedder, learnt: Learnt) -> bytes:
    """Return the graph `embedded [1, n, hidden] -> scores [1, n, tags and places]`, in int8.

    The second matrix of each feed-forward part stays float32, because what comes in there has
    outliers that eight bits cannot hold; so does the classifier, which is tiny.
    """
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        onnx.save(_Graph(embedder, learnt).model(), str(plain))
        # The library advises a preprocessing step that this graph, fused by hand, has no use for.
        logging.disable(logging.WARNING)
        try:
            quantize_dynamic(
                plain,
                small,
                op_types_to_quantize=["MatMul"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                nodes_to_exclude=["head", *(f"{layer}.wide.out" for layer in range(learnt.depth))],
                # Shapes and types cannot be inferred through the fused operators.
                extra_options={"DefaultTensorType": TensorProto.FLOAT},
            )
        finally:
            logging.disable(logging.NOTSET)
        return small.read_bytes()


class _Graph:
    """Collects the nodes and constants of all layers."""

    def __init__(self, embedder: Embedder, learnt: Learnt) -> None:
        self._embedder = embedder
        self._learnt = learnt
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def model(self) -> onnx.ModelProto:
        """Return the whole graph in float32."""
        flow = "embedded"
        for layer in range(self._learnt.depth):
            flow = self._layer(layer, flow)
        head = self._learnt.head
        plain = self._node("MatMul", [flow, self._constant("head.w", head[:, :-1].T)], "head")
        self._node("Add", [plain, self._constant("head.b", head[:, -1])], "scores")
        hidden = head.shape[1] - 1
        graph = helper.make_graph(
            self._nodes,
            "recogniser",
            [_described("embedded", hidden)],
            [_described("scores", len(head))],
            self._constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)

    def _layer(self, layer: int, flow: str) -> str:
        weights, biases = self._maps(layer)
        parts = [self._matmul(f"{layer}.{MAPS[at]}", flow, weights[at]) for at in range(3)]
        together = self._constant(f"{layer}.qkv", np.concatenate(biases[:3]))
        seen = self._node(
            "MultiHeadAttention",
            [*parts, together],
            f"{layer}.seen",
            num_heads=self._embedder.heads,
        )
        attended = self._matmul(f"{layer}.{MAPS[3]}", seen, weights[3])
        middle = self._norm(layer, 0, [attended, flow], biases[3])
        wide = self._matmul(f"{layer}.{MAPS[4]}", middle, weights[4])
        lift = self._constant(f"{layer}.lift", biases[4])
        active = self._node("BiasGelu", [wide, lift], f"{layer}.active")
        narrow = self._matmul(f"{layer}.wide.out", active, weights[5])
        return self._norm(layer, 1, [narrow, middle], biases[5])

    def _maps(self, layer: int) -> tuple[list[NDArray[np.float32]], list[NDArray[np.float32]]]:
        names = [f"encoder.layer.{layer}.{name}" for name in MAPS]
        weights = [self._tensor(f"{name}.weight").T for name in names]
        return weights, [self._tensor(f"{name}.bias") for name in names]

    def _norm(self, layer: int, which: int, flows: list[str], bias: NDArray[np.float32]) -> str:
        name = f"encoder.layer.{layer}.{NORMS[which]}"
        inputs = [
            *flows,
            self._constant(f"{name}.gamma", self._tensor(f"{name}.weight")),
            self._constant(f"{name}.beta", self._tensor(f"{name}.bias")),
            self._constant(f"{name}.before", bias),
        ]
        return self._node("SkipLayerNormalization", inputs, f"{name}.out", epsilon=EPSILON)

    def _matmul(self, name: str, flow: str, weight: NDArray[np.float32]) -> str:
        return self._node("MatMul", [flow, self._constant(f"{name}.weight", weight)], name)

    def _tensor(self, name: str) -> NDArray[np.float32]:
        return applied(self._learnt, self._embedder.tensors, name)

    def _constant(self, name: str, values: NDArray[np.float32]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _node(
        self,
        kind: str,
        inputs: list[str],
        output: str,
        **options: Any,  # noqa: ANN401 -- an operator's attributes are of any type
    ) -> str:
        domain = FUSED if kind in FUSED_KINDS else ""
        node = helper.make_node(kind, inputs, [output], name=output, domain=domain, **options)
        self._nodes.append(node)
        return output


def _described(name: str, width: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, "tokens", width])
