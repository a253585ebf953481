"""A hand-made embedding model: thirty words with vectors of eight numbers, built in a moment."""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers, processors

DIMENSION = 8
WORDS = [
    "<unk>",
    "<s>",
    "</s>",
    "query",
    "passage",
    ":",
    "bauhof",
    "bauamt",
    "bauakte",
    "archiv",
    "eingescannt",
    "digital",
    "kooperation",
    "stadt",
    "kreis",
    "gemeinde",
    "bürgermeisterin",
    "portal",
    "bus",
    "wärme",
    "schule",
    "zweckverband",
    "wissen",
    "rente",
]


def build_tiny_model(folder: Path) -> Path:
    """Write a model directory that `open_encoder` reads by its fast path."""
    (folder / "onnx").mkdir(parents=True)
    tokenizer = Tokenizer(
        models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="<unk>")  # noqa: S106 - the name of the unknown word, no password
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> <s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    vectors = np.random.default_rng(7).normal(size=(len(WORDS), DIMENSION)).astype(np.float32)
    graph = helper.make_graph(
        [helper.make_node("Gather", ["vectors", "input_ids"], ["tokens"], axis=0)],
        "tiny",
        [helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, None])],
        [helper.make_tensor_value_info("tokens", TensorProto.FLOAT, [1, None, DIMENSION])],
        [numpy_helper.from_array(vectors, "vectors")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.save(model, folder / "onnx" / "model_qint8.onnx")
    (folder / "modules.json").write_text("[]", "utf-8")
    (folder / "config.json").write_text(json.dumps({"hidden_size": DIMENSION}), "utf-8")
    return folder
