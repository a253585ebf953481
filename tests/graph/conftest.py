"""The demonstration corpus, read once for all tests of the graph."""

import pytest

from ontology.model import Reading
from tests.graph.corpus_store import CorpusStore


@pytest.fixture(scope="session")
def corpus_store(corpus_readings: dict[str, Reading]) -> CorpusStore:
    """The corpus in a store of its own."""
    return CorpusStore(corpus_readings)
