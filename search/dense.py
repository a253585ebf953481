"""Nearest passages by meaning: exact inner products over unit vectors in FAISS."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from search.fusion import Scores

__all__ = ["DenseIndex"]


class DenseIndex:
    """Vectors by passage number; derived from the passage store and rebuilt from it at any time."""

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension
        self._faiss: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    def __len__(self) -> int:
        return int(self._faiss.ntotal)

    @classmethod
    def load(cls, path: Path, dimension: int) -> "DenseIndex | None":
        """Return the index a file holds, or None where there is no whole one."""
        if not path.is_file():
            return None
        index = cls(dimension)
        try:
            index._faiss = faiss.read_index(str(path))
        except RuntimeError:
            return None
        return index

    def save(self, path: Path) -> None:
        """Write the file so that it is whole at every moment: beside it, synced, then renamed."""
        unfinished = path.with_suffix(".unfinished")
        faiss.write_index(self._faiss, str(unfinished))
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def add(self, keys: Sequence[int], vectors: NDArray[np.float32]) -> None:
        """Take in the vectors of these passages."""
        if len(keys):
            self._faiss.add_with_ids(np.ascontiguousarray(vectors), np.array(keys, np.int64))

    def remove(self, keys: Sequence[int]) -> None:
        """Forget these passages."""
        if len(keys):
            self._faiss.remove_ids(np.array(keys, np.int64))

    def search(
        self, vector: NDArray[np.float32], *, limit: int, among: Sequence[int] | None = None
    ) -> Scores:
        """Return the cosine of the `limit` nearest passages, only of those `among` if given."""
        limit = min(limit, len(self) if among is None else len(among))
        if not limit:
            return {}
        options = None
        if among is not None:
            selector = faiss.IDSelectorBatch(np.array(among, np.int64))
            options = faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # its stubs miss the keyword
        cosines, keys = self._faiss.search(vector[None, :], limit, params=options)
        return {
            int(key): float(cosine)
            for key, cosine in zip(keys[0], cosines[0], strict=True)
            if key >= 0
        }

    def cosines(self, vector: NDArray[np.float32], keys: Sequence[int]) -> Scores:
        """Return the cosine of each of these passages."""
        if not keys:
            return {}
        rows = self._faiss.reconstruct_batch(np.array(keys, np.int64))
        return {key: float(cosine) for key, cosine in zip(keys, rows @ vector, strict=True)}
