"""The SPARQL page: editor, examples, and the answer as a table and as a picture."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from api.answer_pictures import picture, views_of
from api.sparql_examples import all_examples
from api.sparql_request import Asked
from graph.answer_tables import AnswerTable, read_answer
from graph.named_queries import example_query
from graph.store import Reading

__all__ = ["PAGE_FORMATS", "form_values", "result_values"]

# The formats in which the page reads an answer.
PAGE_FORMATS: Mapping[str, str] = {"table": "json", "truth": "json", "graph": "ntriples"}
# Beyond this a page takes seconds to read and to show.
MAX_PAGE_BYTES = 4 * 2**20
MAX_SHOWN_ROWS = 1000
_DOWNLOADS = {
    "table": (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"), ("xml", "XML"), ("tsv", "TSV")),
    "truth": (("json", "JSON"), ("xml", "XML")),
    "graph": (
        ("turtle", "Turtle"),
        ("jsonld", "JSON-LD"),
        ("ntriples", "N-Triples"),
        ("rdfxml", "RDF/XML"),
    ),
}


def form_values(query: str | None, example: str | None) -> dict[str, Any]:
    """Return what the form shows: the query asked, else that of an example."""
    examples = all_examples()
    text = query if query is not None else example_query(example or examples[0].name)
    return {
        "query": text,
        "examples": examples,
        "is_first": query is None,
        "view": "table",
        "error": None,
        "table": None,
    }


def result_values(reading: Reading, asked: Asked, view: str) -> dict[str, Any]:
    """Return what the page shows of an answer in one of the ways to show it."""
    values = {
        "kind": reading.kind,
        "view": view,
        "downloads": [
            (label, _address(asked, "format", name)) for name, label in _DOWNLOADS[reading.kind]
        ],
        "link": _address(asked, "view", view),
        "size": round(reading.size / 1e6, 1),
    }
    if reading.size > MAX_PAGE_BYTES:
        if reading.file is not None:
            reading.file.close()
        return {**values, "table": AnswerTable("large"), "views": [], "picture": None}
    table = read_answer(reading.kind, _body(reading))
    return {
        **values,
        "table": table,
        "shown": table.rows[:MAX_SHOWN_ROWS],
        "views": [(name, _address(asked, "view", name)) for name in views_of(table)],
        "picture": picture(table, view),
    }


def _body(reading: Reading) -> bytes:
    if reading.file is None:
        return reading.body
    with reading.file as file:
        return file.read()


def _address(asked: Asked, name: str, value: str) -> str:
    parameters = [
        ("query", asked.query),
        *(("default-graph-uri", graph) for graph in asked.default_graphs),
        *(("named-graph-uri", graph) for graph in asked.named_graphs or ()),
        (name, value),
    ]
    return f"/sparql?{urlencode(parameters)}"
