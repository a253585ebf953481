"""Reads what a server answers to a query, whatever it makes of yes and no."""

import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import IO, Any

import pyoxigraph
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse_query_results,
)

from ontology.errors import StoreError

__all__ = ["ACCEPT", "parsed_answer"]

# What every server writes the same way. Virtuoso's JSON types literals as no standard has it, so
# tables come as XML.
ACCEPT: Mapping[str, str] = MappingProxyType(
    {
        "": "application/sparql-results+xml",
        "ASK": "application/sparql-results+json",
        "CONSTRUCT": "application/n-triples",
        "DESCRIBE": "application/n-triples",
        "SELECT": "application/sparql-results+xml",
    }
)


def parsed_answer(
    content: IO[bytes], form: str
) -> QuerySolutions | QueryBoolean | Iterator[Triple]:
    """Return the answer of a query of this form."""
    try:
        if form in {"CONSTRUCT", "DESCRIBE"}:
            quads = pyoxigraph.parse(content, RdfFormat.N_TRIPLES, rename_blank_nodes=True)
            return (quad.triple for quad in quads)
        if form == "ASK":
            return _truth(json.load(content))
        return parse_query_results(content, QueryResultsFormat.XML)
    except (SyntaxError, ValueError) as error:
        msg = f"The store's answer cannot be read ({error}); is it a SPARQL 1.1 endpoint?"
        raise StoreError(msg) from error


def _truth(answer: dict[str, Any]) -> QueryBoolean:
    """Return a truth; Virtuoso 7 answers ASK with a table of one number to those who may write."""
    said = answer.get("boolean")
    if said is None:
        rows = answer["results"]["bindings"]
        said = bool(rows) and next(iter(rows[0].values()))["value"] not in {"0", "false"}
    written = json.dumps({"head": {}, "boolean": bool(said)}).encode()
    truth = parse_query_results(written, QueryResultsFormat.JSON)
    if not isinstance(truth, QueryBoolean):
        msg = f"{answer!r} is no answer to ASK"
        raise TypeError(msg)
    return truth
