from pathlib import Path

import numpy as np

from search.index import SearchIndex
from search.memory import PassageMemory
from search.products import ROW_ZERO
from tests.search.models import TopicEncoder, a_reading

READING = a_reading(
    "zwei.txt",
    "Der Bauhof hat seit dem Frühjahr eine neue Kehrmaschine.",
    "Das Archiv im Keller ist leer, jede Bauakte liegt am Bildschirm.",
)


def test_passages_are_remembered_and_the_oldest_is_forgotten(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, TopicEncoder())
    index.add(READING)
    index.commit()
    store = index.readers.store
    one, other = store.vectors().keys
    roomy, narrow = PassageMemory(store), PassageMemory(store, limit_bytes=1)
    assert list(roomy.get([other, one, 99])) == [one, other]
    assert roomy.get([one])[one] is roomy.get([one])[one]
    first = narrow.get([one])[one]
    narrow.get([other])
    again = narrow.get([one])[one]
    assert again is not first
    np.testing.assert_array_equal(again.rows, first.rows)
    vectors = (first.rows.astype(np.float32) - ROW_ZERO) * first.scale
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=0.01)


def test_documents_are_named_by_number(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, TopicEncoder())
    index.add(READING)
    index.commit()
    memory = index.readers.memory
    assert memory.document_ids([1, 99]) == memory.document_ids([1]) == {1: READING.document.id}
