"""What a query answers: rows, a truth or a graph, in every format of the SPARQL protocol."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from types import MappingProxyType
from typing import IO, Literal, TypeVar

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from graph.store.terms import lexical
from ontology.errors import QueryError
from ontology.terms import PREFIXES

__all__ = ["GRAPH_FORMATS", "TABLE_FORMATS", "QueryResult"]

Format = TypeVar("Format")

# Some 20 MB of terms: what is sorted must be held.
SORTED_TRIPLES = 50_000

TABLE_FORMATS: Mapping[str, QueryResultsFormat] = MappingProxyType(
    {
        "csv": QueryResultsFormat.CSV,
        "json": QueryResultsFormat.JSON,
        "tsv": QueryResultsFormat.TSV,
        "xml": QueryResultsFormat.XML,
    }
)
GRAPH_FORMATS: Mapping[str, RdfFormat] = MappingProxyType(
    {
        "jsonld": RdfFormat.JSON_LD,
        "nquads": RdfFormat.N_QUADS,
        "ntriples": RdfFormat.N_TRIPLES,
        "rdfxml": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
        "turtle": RdfFormat.TURTLE,
    }
)


@dataclass(frozen=True)
class QueryResult:
    """The answer of one query, to be read once: by `rows`, as a truth, or by `write`."""

    answer: QuerySolutions | QueryBoolean | QueryTriples | Iterator[Triple]

    @property
    def kind(self) -> Literal["table", "truth", "graph"]:
        """Which of the three a query asked for: SELECT, ASK, or CONSTRUCT and DESCRIBE."""
        if isinstance(self.answer, QuerySolutions):
            return "table"
        return "truth" if isinstance(self.answer, QueryBoolean) else "graph"

    @property
    def variables(self) -> tuple[str, ...]:
        """The column names of a table, in order; empty for the other kinds."""
        if isinstance(self.answer, QuerySolutions):
            return tuple(variable.value for variable in self.answer.variables)
        return ()

    def __bool__(self) -> bool:
        """Return the answer of an ASK query."""
        if isinstance(self.answer, QueryBoolean):
            return bool(self.answer)
        msg = f"A {self.kind} is neither true nor false; only ASK queries answer so"
        raise QueryError(msg)

    def rows(self) -> Iterator[dict[str, str | None]]:
        """Yield a table's rows as the bare texts of their terms, None where unbound."""
        if not isinstance(self.answer, QuerySolutions):
            msg = f"A {self.kind} has no rows; only SELECT queries answer with a table"
            raise QueryError(msg)
        names = self.variables
        try:
            for solution in self.answer:
                yield {name: lexical(solution[name]) for name in names}
        except (OSError, RuntimeError, SyntaxError) as error:
            raise _failure(error) from error

    def write(
        self, output: IO[bytes], *, format_name: str, on_triple: Callable[[], None] | None = None
    ) -> None:
        """Write the whole answer to a stream in one of `TABLE_FORMATS` or `GRAPH_FORMATS`.

        `on_triple` is called for every triple that a graph takes from the engine.
        """
        try:
            if isinstance(self.answer, QuerySolutions | QueryBoolean):
                self.answer.serialize(output, _known(format_name, TABLE_FORMATS))
            else:
                triples = _counted(self.answer, on_triple) if on_triple else self.answer
                _write_graph(triples, output, _known(format_name, GRAPH_FORMATS))
        except (OSError, RuntimeError, SyntaxError) as error:
            raise _failure(error) from error

    def text(self, *, format_name: str) -> str:
        """Return the whole answer as text in one of the formats of `write`."""
        output = io.BytesIO()
        self.write(output, format_name=format_name)
        return output.getvalue().decode()


def _write_graph(triples: Iterable[Triple], output: IO[bytes], rdf_format: RdfFormat) -> None:
    # The engine may yield a triple twice and in any order; a graph is a set, so it is sorted.
    # A large one is written as it comes: repeating a triple says nothing new.
    remaining = iter(triples)
    first = list(islice(remaining, SORTED_TRIPLES))
    following = next(remaining, None)
    if following is None:
        ordered: Iterable[Triple] = sorted(set(first), key=str)
    else:
        ordered = chain(first, (following,), remaining)
    serialize(ordered, output, rdf_format, prefixes=PREFIXES)


def _counted(triples: Iterable[Triple], on_triple: Callable[[], None]) -> Iterator[Triple]:
    for triple in triples:
        on_triple()
        yield triple


def _known(name: str, formats: Mapping[str, Format]) -> Format:
    if name in formats:
        return formats[name]
    msg = f"{name!r} cannot hold this answer; expected one of {', '.join(sorted(formats))}"
    raise QueryError(msg)


def _failure(error: Exception) -> QueryError:
    return QueryError(f"The query could not be evaluated to its end: {error}")
