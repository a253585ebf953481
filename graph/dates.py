"""Dates as the graph writes them where a foreign term expects a date."""

import re

from rdflib import XSD, Literal, URIRef

__all__ = ["date_literal"]


def date_literal(text: str | None) -> Literal | None:
    """Return an ISO 8601 date of any precision as xsd:date, xsd:gYearMonth or xsd:gYear.

    Anything else stays a plain string, for the shapes to refuse.
    """
    if not text:
        return None
    for pattern, datatype in DATATYPES.items():
        if re.fullmatch(pattern, text):
            # Not normalised: rdflib would turn 2020 into a full date.
            return Literal(text, datatype=datatype, normalize=False)
    return Literal(text)


DATATYPES: dict[str, URIRef] = {
    r"\d{4}-\d{2}-\d{2}": XSD.date,
    r"\d{4}-\d{2}": XSD.gYearMonth,
    r"\d{4}": XSD.gYear,
}
