from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from search.dense import DenseIndex

RANDOM = np.random.default_rng(7)


def vectors(count: int) -> NDArray[np.float32]:
    rows = RANDOM.standard_normal((count, 16))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


@pytest.fixture
def rows() -> NDArray[np.float32]:
    return vectors(2000)


@pytest.fixture
def quantised(tmp_path: Path, rows: NDArray[np.float32]) -> DenseIndex:
    index = DenseIndex(16, exact_limit=1000)
    index.add(range(1, 2001), rows)
    index.save(tmp_path / "dense.faiss")
    loaded = DenseIndex.load(tmp_path / "dense.faiss", 16)
    assert loaded is not None
    return loaded


def test_a_small_index_compares_every_vector(tmp_path: Path, rows: NDArray[np.float32]) -> None:
    index = DenseIndex(16, exact_limit=2000)
    index.add(range(1, 2001), rows)
    index.save(tmp_path / "dense.faiss")
    assert index.is_exact
    assert next(iter(index.search(rows[41], limit=1))) == 42


def test_a_large_index_is_quantised_on_saving_and_finds_the_nearest(
    quantised: DenseIndex, rows: NDArray[np.float32]
) -> None:
    assert not quantised.is_exact
    assert len(quantised) == 2000
    hits = 0
    for asked in vectors(40):
        exact = set((np.argsort(-(rows @ asked))[:10] + 1).tolist())
        hits += len(exact & set(quantised.search(asked, limit=100)))
    assert hits >= 0.8 * 400  # random vectors have no clusters: the worst case for lists


def test_a_condition_loses_nothing_in_a_quantised_index(
    quantised: DenseIndex, rows: NDArray[np.float32]
) -> None:
    among = list(range(5, 2000, 97))
    asked = vectors(1)[0]
    found = list(quantised.search(asked, limit=5, among=among))
    exact = sorted(among, key=lambda key: -float(rows[key - 1] @ asked))[:5]
    assert len(set(found) & set(exact)) >= 4  # one byte a number may swap near equals
    assert set(found) <= set(among)


def test_a_quantised_index_takes_in_and_forgets(
    quantised: DenseIndex, rows: NDArray[np.float32]
) -> None:
    quantised.remove([42])
    assert 42 not in quantised.search(rows[41], limit=5)
    quantised.add([5000], rows[41:42])
    assert next(iter(quantised.search(rows[41], limit=1))) == 5000
    assert quantised.cosines(rows[41], [5000])[5000] == pytest.approx(1.0, abs=0.02)
