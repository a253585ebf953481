"""Says how far a search went: documents, passages, municipalities, years."""

import re

from search.answer import Catalogue, Searched
from search.index import SearchIndex

__all__ = ["extent"]

_YEAR = re.compile(r"\d{4}")


def extent(index: SearchIndex, catalogue: Catalogue) -> Searched:
    """Return what every question over this index and catalogue is asked of."""
    documents = index.document_ids()
    cards = [card for each in documents if (card := catalogue.document(each)) is not None]
    years = sorted(int(year.group()) for card in cards if (year := _YEAR.match(card.date or "")))
    towns = {ags for each in documents for ags in catalogue.municipality_spans(each)}
    return Searched(
        documents=len(documents),
        passages=len(index.readers.dense),
        municipalities=len(towns),
        since=years[0] if years else None,
        until=years[-1] if years else None,
    )
