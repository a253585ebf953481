"""The demonstration corpus, read once for all tests of the graph."""

import pytest

from tests.graph.corpus_store import CorpusStore


@pytest.fixture(scope="session")
def corpus_store() -> CorpusStore:
    """The corpus in a store of its own."""
    return CorpusStore()
