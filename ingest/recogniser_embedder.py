"""Reads the installed embedder's weights straight from its file, mapped into memory."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ontology.errors import ModelError

__all__ = ["Embedder", "layer_names", "open_embedder"]

WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
MAPS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
NORMS = ("attention.output.LayerNorm", "output.LayerNorm")
EPSILON = 1e-12  # of BERT's layer normalisation


@dataclass(frozen=True, slots=True)
class Embedder:
    """A BERT of the embedder's form: tokenizer, heads, layers, and every tensor by its name."""

    tokenizer: Tokenizer
    heads: int
    layers: int
    tensors: Mapping[str, NDArray[np.float32]]

    def embed(self, ids: list[int]) -> NDArray[np.float32]:
        """Return the vectors that enter the first layer, one a token."""
        found = self.tensors["embeddings.word_embeddings.weight"][ids]
        places = self.tensors["embeddings.position_embeddings.weight"][: len(ids)]
        flow = found + places + self.tensors["embeddings.token_type_embeddings.weight"][0]
        flow = flow - flow.mean(axis=1, keepdims=True)
        flow /= np.sqrt((flow * flow).mean(axis=1, keepdims=True) + EPSILON)
        gamma = self.tensors["embeddings.LayerNorm.weight"]
        return np.asarray(flow * gamma + self.tensors["embeddings.LayerNorm.bias"], np.float32)

    def fingerprint(self) -> str:
        """Return the SHA-256 of a first and a last matrix: enough to tell models apart."""
        digest = hashlib.sha256()
        for layer in (0, self.layers - 1):
            weights = self.tensors[f"encoder.layer.{layer}.{MAPS[0]}.weight"]
            digest.update(np.ascontiguousarray(weights).tobytes())
        return digest.hexdigest()


def layer_names(layer: int) -> list[str]:
    """Return the names of all tensors of one layer: matrices and biases, then norms."""
    parts = [f"encoder.layer.{layer}.{part}" for part in (*MAPS, *NORMS)]
    return [f"{part}.{kind}" for part in parts for kind in ("weight", "bias")]


def open_embedder(model_dir: Path) -> Embedder | None:
    """Return the embedder of this folder, or None where there is none of BERT's form."""
    path, tokenizer = model_dir / WEIGHTS_FILE, model_dir / TOKENIZER_FILE
    config = model_dir / "config.json"
    if not (path.is_file() and tokenizer.is_file() and config.is_file()):
        return None
    try:
        facts = json.loads(config.read_text(encoding="utf-8"))
        if facts.get("model_type") != "bert":
            return None
        return Embedder(
            tokenizer=Tokenizer.from_file(str(tokenizer)),
            heads=facts["num_attention_heads"],
            layers=facts["num_hidden_layers"],
            tensors=_tensors(path),
        )
    except (KeyError, ValueError, IndexError) as error:
        message = f"The embedder in {model_dir} is damaged; remove the folder and build it again."
        raise ModelError(message) from error


def _tensors(path: Path) -> dict[str, NDArray[np.float32]]:
    # A safetensors file is the length of a JSON header, the header, and the bare numbers.
    content = np.memmap(path, dtype=np.uint8, mode="r")
    length = int(content[:8].view("<u8")[0])
    header = json.loads(bytes(content[8 : 8 + length]))
    found = {}
    for name, facts in header.items():
        if name != "__metadata__" and facts["dtype"] == "F32":
            start, end = (8 + length + offset for offset in facts["data_offsets"])
            found[name] = content[start:end].view("<f4").reshape(facts["shape"])
    return found
