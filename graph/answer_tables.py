"""Answers of queries as tables of cells, for those who show or draw them."""

import json
from dataclasses import dataclass
from typing import Any

from rdflib import XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

__all__ = ["AnswerTable", "Cell", "read_answer"]

_NUMBERS = frozenset(
    str(XSD[name])
    for name in ("integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger")
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of an answer: the address of a thing, or a text with its language or datatype."""

    value: str
    is_iri: bool = False
    language: str | None = None
    datatype: str | None = None

    @property
    def number(self) -> float | None:
        """The value as a number, None where it is none."""
        return float(self.value) if self.datatype in _NUMBERS else None


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """An answer: its rows, of a graph its statements, of a yes or no its truth."""

    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    truth: bool | None = None


def read_answer(kind: str, body: bytes) -> AnswerTable:
    """Return an answer that came as JSON, or where it is a graph as N-Triples."""
    if kind == "graph":
        return _graph(body)
    answer = json.loads(body)
    if kind == "truth":
        return AnswerTable(kind, truth=answer["boolean"])
    columns = tuple(answer["head"]["vars"])
    rows = tuple(
        tuple(_cell(row[name]) if name in row else None for name in columns)
        for row in answer["results"]["bindings"]
    )
    return AnswerTable(kind, columns, rows)


def _graph(body: bytes) -> AnswerTable:
    graph = Graph().parse(data=body.decode(), format="nt")
    rows = sorted((tuple(map(_of_node, triple)) for triple in graph), key=_order)
    return AnswerTable("graph", ("subject", "predicate", "object"), tuple(rows))


def _order(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(cell.value for cell in row)


def _cell(term: dict[str, Any]) -> Cell:
    if term["type"] == "triple":
        parts = term["value"]
        inner = (_cell(parts[name]).value for name in ("subject", "predicate", "object"))
        return Cell(f"<<( {' '.join(inner)} )>>")
    return Cell(term["value"], term["type"] == "uri", term.get("xml:lang"), term.get("datatype"))


def _of_node(node: Node) -> Cell:
    if isinstance(node, URIRef):
        return Cell(str(node), is_iri=True)
    if isinstance(node, Literal):
        datatype = str(node.datatype) if node.datatype else None
        return Cell(str(node), language=node.language, datatype=datatype)
    if isinstance(node, BNode):
        return Cell(f"_:{node}")
    raise TypeError(f"{node!r} is no term of a statement; expected IRI, literal or blank node")
