"""Writes multilingual-e5-small as an int8 graph for onnxruntime: the fast path without torch."""

import logging
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from search.e5_weights import BLOCK, E5Weights

__all__ = ["write_int8_graph"]

# What onnxruntime 1.23 and later read; the fused operators come from com.microsoft.
OPSET = 17
IR_VERSION = 9
FUSED = "com.microsoft"


def write_int8_graph(weights: E5Weights, rows: tuple[int, ...], target: Path) -> None:
    """Write the graph `input_ids [1, n] -> token_vectors [1, n, hidden]` to `target`.

    It takes one sequence at a time, without padding, so that no vector depends on its
    neighbours in a batch. The second matrix of each feed-forward part stays float32: its inputs
    have outliers, and with it the cosine to float32 rises from .996 to .999.
    """
    plain = target.with_suffix(".float.onnx")
    graph = _Graph(weights)
    onnx.save(graph.build(rows), str(plain))
    # The library advises a preprocessing step that this graph, fused by hand, has no use for.
    logging.disable(logging.WARNING)
    try:
        quantize_dynamic(
            plain,
            target,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[f"l{layer}.fo" for layer in range(weights.layers)],
            # Shapes and types cannot be inferred through the fused operators.
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    finally:
        logging.disable(logging.NOTSET)
        plain.unlink()


class _Graph:
    """Collects nodes and constants of the graph, layer by layer."""

    def __init__(self, weights: E5Weights) -> None:
        self._weights = weights
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def build(self, rows: tuple[int, ...]) -> onnx.ModelProto:
        """Return the whole model in float32, its embedding rows as whole numbers with scales."""
        flow = self._embed(rows)
        for layer in range(self._weights.layers):
            flow = self._layer(layer, flow)
        self._add("Identity", [flow], "token_vectors")
        hidden = self._weights.hidden
        graph = helper.make_graph(
            self._nodes,
            "multilingual-e5-small",
            [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])],
            [
                helper.make_tensor_value_info(
                    "token_vectors", TensorProto.FLOAT, [1, "tokens", hidden]
                )
            ],
            self._constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION)

    def _embed(self, rows: tuple[int, ...]) -> str:
        words = self._weights.matrices["emb.word"]
        hidden = self._weights.hidden
        positions = self._vector("emb.pos").reshape(-1, hidden)
        types = self._vector("emb.type").reshape(-1, hidden)
        kept = np.array(rows)
        levels = self._constant("emb.levels", words.levels[kept])
        scales = self._constant("emb.scales", words.scales[kept][:, :, None])
        table = self._constant("emb.positions", positions + types[0])
        found = self._add("Gather", [levels, "input_ids"], "emb.found")
        floats = self._add("Cast", [found], "emb.floats", to=TensorProto.FLOAT)
        blocks = self._constant("emb.blocks", np.array([0, 0, hidden // BLOCK, BLOCK], np.int64))
        split = self._add("Reshape", [floats, blocks], "emb.split")
        factor = self._add("Gather", [scales, "input_ids"], "emb.factor")
        factors = self._add("Cast", [factor], "emb.factors", to=TensorProto.FLOAT)
        scaled = self._add("Mul", [split, factors], "emb.scaled")
        joined = self._constant("emb.joined", np.array([0, 0, hidden], np.int64))
        vectors = self._add("Reshape", [scaled, joined], "emb.vectors")
        return self._norm("emb.ln", vectors, self._positions(table), None)

    def _positions(self, table: str) -> str:
        shape = self._add("Shape", ["input_ids"], "emb.shape", start=1)
        zero = self._constant("emb.zero", np.array([0], np.int64))
        rows = self._add("Slice", [table, zero, shape, zero], "emb.slice")
        return self._add("Unsqueeze", [rows, zero], "emb.place")

    def _layer(self, layer: int, flow: str) -> str:
        name = f"l{layer}"
        query, key, value = (self._matmul(f"{name}.{part}", flow) for part in "qkv")
        bias = np.concatenate([self._vector(f"{name}.{part}.b") for part in "qkv"])
        together = self._constant(f"{name}.qkv.b", bias)
        seen = self._add(
            "MultiHeadAttention",
            [query, key, value, together],
            f"{name}.seen",
            num_heads=self._weights.heads,
        )
        attended = self._matmul(f"{name}.ao", seen)
        middle = self._norm(f"{name}.aln", attended, flow, f"{name}.ao.b")
        wide = self._matmul(f"{name}.fi", middle)
        lifted = self._constant(f"{name}.fi.b", self._vector(f"{name}.fi.b"))
        active = self._add("BiasGelu", [wide, lifted], f"{name}.active")
        narrow = self._matmul(f"{name}.fo", active)
        return self._norm(f"{name}.oln", narrow, middle, f"{name}.fo.b")

    def _matmul(self, name: str, flow: str) -> str:
        values = self._weights.matrices[f"{name}.w"].values()
        weight = self._constant(f"{name}.w", np.ascontiguousarray(values.T))
        return self._add("MatMul", [flow, weight], f"{name}.out", name=name)

    def _norm(self, name: str, flow: str, skip: str, bias: str | None) -> str:
        gamma = self._constant(f"{name}.w", self._vector(f"{name}.w"))
        beta = self._constant(f"{name}.b", self._vector(f"{name}.b"))
        inputs = [flow, skip, gamma, beta]
        if bias is not None:
            inputs.append(self._constant(bias, self._vector(bias)))
        epsilon = self._weights.epsilon
        return self._add("SkipLayerNormalization", inputs, f"{name}.out", epsilon=epsilon)

    def _vector(self, name: str) -> NDArray[np.float32]:
        return self._weights.vectors[name]

    def _constant(self, name: str, values: NDArray[np.generic]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _add(self, kind: str, inputs: list[str], output: str, **options: Any) -> str:  # noqa: ANN401 - as make_node
        name = str(options.pop("name", output))
        domain = FUSED if kind in FUSED_KINDS else ""
        node = helper.make_node(kind, inputs, [output], name=name, domain=domain, **options)
        self._nodes.append(node)
        return output


FUSED_KINDS = {"BiasGelu", "MultiHeadAttention", "SkipLayerNormalization"}
