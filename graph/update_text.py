"""Prepares a SPARQL Update for the engine: the protocol's graphs, `LOAD` off, absent graphs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph.query_text import Piece, Prologue, pieces, replaced
from ontology.errors import ForbiddenError, QueryError

__all__ = ["prepare_update"]

_Change = tuple[int, int, str]


def prepare_update(
    text: str,
    *,
    using: Sequence[str] = (),
    using_named: Sequence[str] = (),
    documents: Mapping[str, str] | None = None,
    base: str = "",
) -> str:
    """Return an update that the engine carries out as the protocol and this endpoint want it.

    `using` and `using_named` are the graphs that the protocol names for every WHERE; `documents`
    maps the addresses that LOAD may name to N-Triples: nothing is ever fetched from the network.
    """
    found = list(pieces(text))
    changes = [
        *_usings(found, using, using_named),
        *_silenced(found),
        *_loads(found, documents or {}, base),
    ]
    return replaced(text, sorted(changes))


def _usings(
    found: Sequence[Piece], using: Sequence[str], using_named: Sequence[str]
) -> Iterator[_Change]:
    if not using and not using_named:
        return
    clauses = [f"USING <{iri}> " for iri in using]
    clauses += [f"USING NAMED <{iri}> " for iri in using_named]
    for before, piece in zip([None, *found], found, strict=False):
        if piece.depth or piece.kind != "word":
            continue
        if piece.is_word("USING", "WITH"):
            msg = "Name the graphs in the update or in the request's parameters, not in both"
            raise QueryError(msg)
        if piece.is_word("WHERE") and not (before and before.is_word("DELETE")):
            yield piece.start, piece.start, "".join(clauses)


def _silenced(found: Sequence[Piece]) -> Iterator[_Change]:
    """Yield a SILENT for every graph that is to be emptied: one that is absent is empty already."""
    for verb, piece in pairwise(found):
        is_outside = verb.depth == 0 and verb.is_word("CLEAR", "DROP")
        if is_outside and piece.is_word("GRAPH"):
            yield piece.start, piece.start, "SILENT "


def _loads(found: Sequence[Piece], documents: Mapping[str, str], base: str) -> Iterator[_Change]:
    prologue = Prologue(base)
    for place, piece in enumerate(found):
        prologue.read(found[max(place - 2, 0) : place], piece)
        if piece.depth or not piece.is_word("LOAD"):
            continue
        rest = found[place + 1 : place + 6]
        is_silent = bool(rest) and rest[0].is_word("SILENT")
        rest = rest[is_silent:]
        address = prologue.iri(rest[0]) if rest else ""
        graph = rest[3] if len(rest) > 3 and rest[1].is_word("INTO") else None
        statements = documents.get(address, "" if is_silent else None)
        if statements is None:
            msg = f"LOAD is off: {address or 'nothing'} was not read; send the data itself"
            raise ForbiddenError(msg)
        if graph is not None:
            statements = f"GRAPH {graph.text} {{ {statements} }}"
        end = graph.end if graph is not None else rest[0].end
        yield piece.start, end, f"INSERT DATA {{ {statements} }}"
