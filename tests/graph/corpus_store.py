"""The demonstration corpus in a store of its own, without an installation around it."""

from pathlib import Path

from graph.convert import to_statements
from graph.named_queries import competency_query
from graph.reference import load_reference
from graph.statements import Statement
from graph.store import Store
from ingest.manifest import read_manifest
from ingest.pipeline import read_document
from ontology.iris import Iris
from ontology.model import Reading

__all__ = ["CorpusStore", "Row"]

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"

Row = dict[str, str | None]


class CorpusStore:
    """What the corpus says, by document, and the texts of its documents by title."""

    def __init__(self) -> None:
        self.store = Store()
        self.readings: list[Reading] = []
        self.statements: dict[str, list[Statement]] = {}
        self.source_files: dict[str, str] = {}
        self.texts: dict[str, str] = {}
        load_reference(self.store)
        for name, entry in sorted(read_manifest(DOCUMENTS / "manifest.jsonl").items()):
            reading = read_document((DOCUMENTS / name).read_bytes(), name, manifest=entry)
            self.readings.append(reading)
            document = reading.document
            self.statements[document.id] = to_statements(reading, Iris())
            self.source_files[document.id] = name
            self.texts[document.title] = document.text
            self.store.replace(document.id, self.statements[document.id])

    def ask(self, question: str) -> list[Row]:
        """Return the answer to a competency question."""
        return list(self.store.query(competency_query(question)).rows())
