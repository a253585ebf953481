"""The demonstration corpus in a store of its own, without an installation around it."""

from collections.abc import Mapping

from graph.convert import to_statements
from graph.named_queries import competency_query
from graph.reference import load_reference
from graph.statements import Statement
from graph.store import Store
from ontology.iris import Iris
from ontology.model import Reading

__all__ = ["CorpusStore", "Row"]

Row = dict[str, str | None]


class CorpusStore:
    """What the corpus says, by document, and the texts of its documents by title."""

    def __init__(self, readings: Mapping[str, Reading]) -> None:
        self.store = Store()
        self.readings = [reading for _, reading in sorted(readings.items())]
        self.statements: dict[str, list[Statement]] = {}
        self.source_files: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        load_reference(self.store)
        for reading in self.readings:
            document = reading.document
            self.statements[document.id] = to_statements(reading, Iris())
            self.source_files[document.id] = document.source_file
            self.texts[document.title] = document.text
            self.store.replace(document.id, self.statements[document.id])

    def ask(self, question: str) -> list[Row]:
        """Return the answer to a competency question."""
        return list(self.store.query(competency_query(question)).rows())
