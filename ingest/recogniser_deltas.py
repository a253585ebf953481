"""What the recogniser learnt, as small differences to the embedder's own layers."""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ontology.errors import ModelError

__all__ = ["Learnt", "applied", "read_learnt", "write_learnt"]

FORMAT = 2
# 4 bits a weight: differences are small, so their rounding is too (see the model card).
LEVELS = 7
BLOCK = 64  # weights that share a scale
MATRIX = 2


@dataclass(frozen=True, slots=True)
class Learnt:
    """The depth of the network, whose layers it changes, the differences, and the classifier."""

    depth: int
    fingerprint: str
    differences: Mapping[str, NDArray[np.float32]]
    head: NDArray[np.float32]
    """One row a tag, then one a place: its weights, then its bias."""


def write_learnt(learnt: Learnt) -> bytes:
    """Return the file's content: the same bytes for the same numbers."""
    facts = {"format": FORMAT, "depth": learnt.depth, "fingerprint": learnt.fingerprint}
    parts: dict[str, NDArray[np.generic]] = {"head": learnt.head.astype(np.float16)}
    for name, values in learnt.differences.items():
        if values.ndim == MATRIX:
            parts[f"{name}:levels"], parts[f"{name}:scales"] = _packed(values)
        else:
            parts[f"{name}:plain"] = values.astype(np.float16)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, "facts.json", json.dumps(facts, sort_keys=True).encode())
        for name, part in sorted(parts.items()):
            content = io.BytesIO()
            np.save(content, part, allow_pickle=False)
            _add(archive, f"{name}.npy", content.getvalue())
    return target.getvalue()


def read_learnt(content: bytes) -> Learnt:
    """Return what such a file holds; anything else is an error that says so."""
    try:
        facts, parts = _unzipped(content)
        head = parts["head"].astype(np.float32)
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        message = "The recogniser's weights are damaged; install the project again."
        raise ModelError(message) from error
    if facts.get("format") != FORMAT:
        message = f"The recogniser's weights have format {facts.get('format')}, expected {FORMAT}."
        raise ModelError(message)
    differences = {}
    for name, part in parts.items():
        tensor, _, kind = name.partition(":")
        if kind == "plain":
            differences[tensor] = part.astype(np.float32)
        elif kind == "levels":
            differences[tensor] = _unpacked(part, parts[f"{tensor}:scales"])
    return Learnt(facts["depth"], facts["fingerprint"], differences, head)


def _unzipped(content: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        facts = json.loads(archive.read("facts.json"))
        for name in archive.namelist():
            if name.endswith(".npy"):
                array = np.load(io.BytesIO(archive.read(name)), allow_pickle=False)
                parts[name.removesuffix(".npy")] = array
    return facts, parts


def applied(
    learnt: Learnt, tensors: Mapping[str, NDArray[np.float32]], name: str
) -> NDArray[np.float32]:
    """Return a tensor of the embedder with what was learnt added."""
    values = np.asarray(tensors[name])
    return values + learnt.differences[name] if name in learnt.differences else values


def _packed(values: NDArray[np.float32]) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
    blocks = values.reshape(len(values), -1, BLOCK)
    scales = (np.abs(blocks).max(axis=2, keepdims=True) / LEVELS).astype(np.float16)
    steps = np.maximum(scales.astype(np.float32), np.finfo(np.float16).tiny)
    levels = (np.clip(np.rint(blocks / steps), -LEVELS, LEVELS) + 8).astype(np.uint8)
    levels = levels.reshape(len(values), -1)
    return levels[:, 0::2] | levels[:, 1::2] << 4, scales[:, :, 0]


def _unpacked(packed: NDArray[np.uint8], scales: NDArray[np.float16]) -> NDArray[np.float32]:
    levels = np.stack([packed & 15, packed >> 4], axis=2).astype(np.float32) - 8
    blocks = levels.reshape(len(packed), -1, BLOCK) * scales.astype(np.float32)[:, :, None]
    return np.asarray(blocks.reshape(len(packed), -1), np.float32)


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    # A fixed date: the same training gives the same file.
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    archive.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED, compresslevel=9)
