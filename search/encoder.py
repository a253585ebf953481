"""Turns texts into vectors: a fast int8 path, and sentence-transformers for any other model."""

import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ontology.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = [
    "Encoded",
    "Encoder",
    "OnnxEncoder",
    "SentenceTransformerEncoder",
    "model_identity",
    "open_encoder",
]

Backend = Literal["auto", "onnx", "sentence-transformers"]
Kind = Literal["query", "passage"]

ONNX_FILE = Path("onnx") / "model_qint8.onnx"
# Both prompts are part of how E5 was trained; other models bring theirs in their configuration.
E5_PROMPTS = {"query": "query: ", "passage": "passage: "}
# "<s> que ry :" and "<s> passage :" open a sequence, </s> ends it: no text of the user's.
PROMPT_TOKENS = {"query": 4, "passage": 3}
# A Unigram tokenizer knows how rare each piece is (its score is a log probability): that weighs
# the tokens of a question without any count of the collection. Pieces likelier than e^-5 (articles,
# commas) weigh nothing. Measured (late interaction alone, nDCG@10): unweighted .823, so .846, with
# the collection's own counts .855.
COMMON_PIECE = 5.0
UNKNOWN_START = -1
TINY = 1e-12
# 64 blocks of 64 KB tell two trainings of a model apart.
SAMPLES = 64
SAMPLE_BYTES = 65536


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's own vector and one for each of its tokens, all of length one.

    `weights` say how much each token tells, `starts` at which character of the text it begins
    (-1 where the model's tokenizer does not say).
    """

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    weights: NDArray[np.float32]
    starts: NDArray[np.int32]


class Encoder(Protocol):
    """Whatever turns questions and passages into vectors of one space.

    `identity` names the model so that different weights never share an index; `dimension` is the
    length of every vector.
    """

    identity: str
    dimension: int

    def encode_query(self, text: str) -> Encoded:
        """Return the vectors of a question."""

    def encode_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """Return the vectors of passages; none depends on the others."""


class OnnxEncoder:
    """The fast path: a model's int8 graph, one sequence at a time, in one thread."""

    def __init__(self, model_dir: Path) -> None:
        self._model_dir = model_dir
        self.identity = model_identity(model_dir, backend="onnx")
        self.dimension = _configured_dimension(model_dir)
        self._loaded: _OnnxModel | None = None
        self._loading = threading.Lock()

    def encode_query(self, text: str) -> Encoded:
        """Return the vectors of a question."""
        return self._model().encode(text, kind="query")

    def encode_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """Return the vectors of passages; each is computed alone, so none depends on another."""
        model = self._model()
        return [model.encode(text, kind="passage") for text in texts]

    def _model(self) -> "_OnnxModel":
        with self._loading:
            if self._loaded is None:
                self._loaded = _OnnxModel(self._model_dir)
            return self._loaded


class _OnnxModel:
    """Tokenizer, graph and token weights in memory."""

    def __init__(self, model_dir: Path) -> None:
        options = onnxruntime.SessionOptions()
        # Two busy threads on two shared cores were 20 to 70 times slower than one.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        path = str(model_dir / ONNX_FILE)
        try:
            self._session = onnxruntime.InferenceSession(
                path, options, providers=["CPUExecutionProvider"]
            )
            content = (model_dir / "tokenizer.json").read_text(encoding="utf-8")
            self._tokenizer = Tokenizer.from_str(content)
        except Exception as error:
            message = f"The model in {model_dir} cannot be loaded ({error}); build it again."
            raise ModelError(message) from error
        self._weights = _piece_weights(json.loads(content))

    def encode(self, text: str, *, kind: Kind) -> Encoded:
        pieces = self._tokenizer.encode(E5_PROMPTS[kind] + text)
        ids = np.array(pieces.ids, np.int64)
        vectors = self._session.run(None, {"input_ids": ids[None, :]})[0][0]
        own = slice(PROMPT_TOKENS[kind], -1)
        starts = np.array([start for start, _ in pieces.offsets[own]], np.int32)
        return Encoded(
            vector=_unit(vectors.mean(axis=0)),
            tokens=_unit(vectors[own]),
            weights=self._weights[ids[own]],
            starts=starts - len(E5_PROMPTS[kind]),
        )


class SentenceTransformerEncoder:
    """Any model that sentence-transformers reads; slower to load, since it brings torch."""

    def __init__(self, model_dir: Path) -> None:
        self._model_dir = model_dir
        self.identity = model_identity(model_dir, backend="sentence-transformers")
        self.dimension = _configured_dimension(model_dir)
        self._loaded: SentenceTransformer | None = None
        self._loading = threading.Lock()

    def encode_query(self, text: str) -> Encoded:
        """Return the vectors of a question."""
        return self._encode(text, kind="query")

    def encode_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """Return the vectors of passages; each is computed alone, so none depends on another."""
        return [self._encode(text, kind="passage") for text in texts]

    def _encode(self, text: str, *, kind: Kind) -> Encoded:
        model = self._model()
        prompt = kind if kind in model.prompts else None
        found: Any = model.encode([text], prompt_name=prompt, output_value=None)
        vector = found[0]["sentence_embedding"].numpy().astype(np.float32)
        tokens = found[0]["token_embeddings"].numpy().astype(np.float32)
        return Encoded(
            vector=_unit(vector),
            tokens=_unit(tokens),
            weights=np.ones(len(tokens), np.float32),
            starts=np.full(len(tokens), UNKNOWN_START, np.int32),
        )

    def _model(self) -> "SentenceTransformer":
        with self._loading:
            if self._loaded is None:
                self._loaded = _load_sentence_transformer(self._model_dir)
            return self._loaded


def open_encoder(model_dir: Path, *, backend: Backend = "auto") -> Encoder:
    """Return the encoder of a model directory; its weights are loaded with the first text.

    `auto` takes the int8 graph where the directory has one, else sentence-transformers.
    """
    if not (model_dir / "modules.json").is_file():
        message = f"There is no sentence-transformers model in {model_dir}; build or name another."
        raise ModelError(message)
    has_graph = (model_dir / ONNX_FILE).is_file()
    if backend == "auto":
        backend = "onnx" if has_graph else "sentence-transformers"
    return BACKENDS[backend](model_dir)


def model_identity(model_dir: Path, *, backend: str) -> str:
    """Return a name for the model that changes with its weights, tokenizer and back end.

    Of large files the length and 64 evenly spread blocks are read: other training changes weights
    everywhere, and opening an index must not read hundreds of megabytes.
    """
    digest = hashlib.sha256(backend.encode())
    names = IDENTITY_FILES[backend]
    for path in sorted(path for name in names for path in model_dir.glob(name)):
        digest.update(path.relative_to(model_dir).as_posix().encode())
        digest.update(_sampled(path))
    return f"{model_dir.name}-{digest.hexdigest()[:16]}"


def _sampled(path: Path) -> bytes:
    size = path.stat().st_size
    if size <= SAMPLES * SAMPLE_BYTES:
        return path.read_bytes()
    blocks = [size.to_bytes(8, "little")]
    with path.open("rb") as content:
        for sample in range(SAMPLES):
            content.seek((size - SAMPLE_BYTES) * sample // (SAMPLES - 1))
            blocks.append(content.read(SAMPLE_BYTES))
    return b"".join(blocks)


def _configured_dimension(model_dir: Path) -> int:
    for name in ("1_Pooling/config.json", "config.json"):
        path = model_dir / name
        if path.is_file():
            settings = json.loads(path.read_text(encoding="utf-8"))
            found = settings.get("word_embedding_dimension", settings.get("hidden_size"))
            if found:
                return int(found)
    raise ModelError(f"The model in {model_dir} does not say how long its vectors are.")


def _piece_weights(tokenizer: dict[str, Any]) -> NDArray[np.float32]:
    if tokenizer["model"]["type"] != "Unigram":
        return np.ones(1 + max(tokenizer["model"]["vocab"].values()), np.float32)
    scores = np.array([score for _, score in tokenizer["model"]["vocab"]], np.float32)
    weights: NDArray[np.float32] = np.maximum(0, -scores - COMMON_PIECE)
    return weights


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, TINY), np.float32)


def _load_sentence_transformer(model_dir: Path) -> "SentenceTransformer":
    # Imported here, not above: torch takes 8 to 19 s, and the fast path has no use for it.
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(model_dir), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        message = f"The model in {model_dir} cannot be loaded ({error}); name another."
        raise ModelError(message) from error


BACKENDS: dict[str, Callable[[Path], Encoder]] = {
    "onnx": OnnxEncoder,
    "sentence-transformers": SentenceTransformerEncoder,
}
IDENTITY_FILES = {
    "onnx": ("tokenizer.json", ONNX_FILE.as_posix()),
    "sentence-transformers": (
        "*.json",
        "*.safetensors",
        "*.bin",
        "*/config.json",
        "*/*.safetensors",
    ),
}
