"""Finds the words that may name an undertaking, by all ways of naming at once."""

from ingest.described_names import described_names, founded_names, shared_names
from ingest.items import find_items
from ingest.layout import Layout
from ingest.marked_names import (
    called_names,
    capitalised_names,
    headline_names,
    item_names,
    title_names,
)
from ingest.name_candidates import Candidate
from ingest.phrase_names import phrase_names
from ingest.quoted_names import (
    apposed_names,
    coined_names,
    foreign_names,
    motto_names,
    quoted_names,
)
from ingest.runin_names import runin_names
from ingest.titled_names import collapsed_rows, tabled_names, titled_names
from ontology.model import Document

__all__ = ["find_candidates"]


def find_candidates(
    document: Document, layout: Layout, places: frozenset[str]
) -> tuple[Candidate, ...]:
    """Return every possible name in order of the text; `places` are words of town names."""
    found = [
        *titled_names(document, layout),
        *quoted_names(layout),
        *motto_names(layout),
        *apposed_names(layout),
        *foreign_names(layout),
        *coined_names(layout),
        *described_names(layout, places),
        *shared_names(layout),
        *founded_names(layout),
        *tabled_names(layout),
        *collapsed_rows(layout),
        *item_names(find_items(layout), layout),
        *capitalised_names(layout),
        *called_names(layout),
        *headline_names(document, layout),
        *title_names(document, layout),
        *phrase_names(layout),
        *runin_names(layout),
    ]
    return tuple(sorted(found, key=lambda c: (c.span, c.source)))
