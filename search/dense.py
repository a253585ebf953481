"""Nearest passages by meaning in FAISS: compared one by one, from a size on in quantised lists."""

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from search.fusion import Scores

__all__ = ["EXACT_LIMIT", "DenseIndex"]

# Up to here every vector is compared (30 ms at most). Beyond, the vectors lie in lists around
# centres, one byte a number, and only the nearest lists are looked through.
EXACT_LIMIT = 50_000
# Four centres for each root of the size, and a third of the lists looked through: of 100,000
# made-up passages that finds .985 of the ten nearest, an eighth .949 (`make bench-search`).
CENTRES_PER_ROOT = 4
LOOKED_THROUGH = 3
# No more lists than that: of a million 421 find .987 (6.5 ms of processor time), 700 .996 (9.9 ms),
# a third of them all (17.3 ms).
MOST_LISTS = 450
TRAINING_PER_CENTRE = 40
# So many vectors are copied at a time: a million would take a gigabyte and a half once more.
BLOCK = 50_000
# A condition that leaves so many passages or fewer is answered by comparing them all: lists lose
# what lies in none of the nearest ones.
FILTERED_EXACT_LIMIT = 50_000
# What the library returns in place of a passage when there are no more.
NOTHING_FOUND = -1


class DenseIndex:
    """Vectors by passage number; derived from the passage store and rebuilt from it at any time.

    Above `exact_limit` vectors, saving turns the index into quantised lists.
    """

    def __init__(self, dimension: int, *, exact_limit: int = EXACT_LIMIT) -> None:
        self._dimension = dimension
        self._exact_limit = exact_limit
        self._faiss: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))

    def __len__(self) -> int:
        return int(self._faiss.ntotal)

    @property
    def is_exact(self) -> bool:
        """True while every vector is compared."""
        return isinstance(self._faiss, faiss.IndexIDMap2)

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
        if self.is_exact and len(self) > self._exact_limit:
            self._quantise()
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
            numbers = np.array(keys, np.int64)
            selector = faiss.IDSelectorBatch if self.is_exact else faiss.IDSelectorArray
            self._faiss.remove_ids(selector(numbers))

    def search(
        self, vector: NDArray[np.float32], *, limit: int, among: Sequence[int] | None = None
    ) -> Scores:
        """Return the cosine of the `limit` nearest passages, only of those `among` if given."""
        limit = min(limit, len(self) if among is None else len(among))
        if not limit:
            return {}
        if among is not None and not self.is_exact and len(among) <= FILTERED_EXACT_LIMIT:
            cosines = self.cosines(vector, among)
            nearest = sorted(cosines, key=lambda key: (-cosines[key], key))[:limit]
            return {key: cosines[key] for key in nearest}
        return self._nearest(vector, limit, among)

    def cosines(self, vector: NDArray[np.float32], keys: Sequence[int]) -> Scores:
        """Return the cosine of each of these passages."""
        if not keys:
            return {}
        rows = self._faiss.reconstruct_batch(np.array(keys, np.int64))
        return dict(zip(keys, (rows @ vector).tolist(), strict=True))

    def _nearest(
        self, vector: NDArray[np.float32], limit: int, among: Sequence[int] | None
    ) -> Scores:
        options = None
        if among is not None:
            selector = faiss.IDSelectorBatch(np.array(among, np.int64))
            options = self._options(selector)
        cosines, keys = self._faiss.search(vector[None, :], limit, params=options)
        found = dict(zip(keys[0].tolist(), cosines[0].tolist(), strict=True))
        found.pop(NOTHING_FOUND, None)
        return found

    def _options(self, selector: object) -> object:
        if self.is_exact:
            return faiss.SearchParameters(sel=selector)  # type: ignore[call-arg]  # its stubs miss the keyword
        # Of many allowed passages the nearest may lie in any list: all lists are looked through.
        return faiss.SearchParametersIVF(sel=selector, nprobe=self._faiss.nlist)  # type: ignore[call-arg]  # as above

    def _quantise(self) -> None:
        keys = faiss.vector_to_array(self._faiss.id_map)
        exact = self._faiss.index
        centres = CENTRES_PER_ROOT * math.isqrt(len(keys))
        lists = faiss.IndexIVFScalarQuantizer(
            faiss.IndexFlatIP(self._dimension),
            self._dimension,
            centres,
            faiss.ScalarQuantizer.QT_8bit,
            faiss.METRIC_INNER_PRODUCT,
        )
        lists.cp.min_points_per_centroid = 1
        step = max(1, len(keys) // (TRAINING_PER_CENTRE * centres))
        lists.train(exact.reconstruct_batch(np.arange(0, len(keys), step)))
        lists.set_direct_map_type(faiss.DirectMap.Hashtable)  # type: ignore[attr-defined]  # its stubs miss the class
        for start in range(0, len(keys), BLOCK):
            block = keys[start : start + BLOCK]
            lists.add_with_ids(exact.reconstruct_n(start, len(block)), block)
        lists.nprobe = max(1, min(centres // LOOKED_THROUGH, MOST_LISTS))
        self._faiss = lists
