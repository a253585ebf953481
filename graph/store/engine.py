"""The graph store: documents are replaced and forgotten as one act, queries see the union.

Every statement stands in its named graph and once more in the default graph, so that queries
never run over the union of thousands of graphs. A copy goes when the last named graph that says
it goes; both change in the same update, which the engine applies whole or not at all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple, Variable
from rdflib.term import Node

from graph.named_queries import named_query
from graph.statements import Statement
from graph.store.evaluation import evaluate
from graph.store.results import QueryResult
from graph.store.terms import quads_of, statement_of, to_engine
from ontology.errors import InUseError, NotFoundError, QueryError, StoreError
from ontology.iris import Iris

__all__ = ["Store"]


class Store:
    """One graph store on disk, or in memory where no path is given; one writer at a time."""

    def __init__(
        self, path: Path | None = None, *, iris: Iris | None = None, read_only: bool = False
    ) -> None:
        self.iris = iris or Iris()
        self._read_only = read_only
        self._engine = _open(path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the lock; everything later raises."""
        self._engine = None

    # -- writing ---------------------------------------------------------------------------

    def replace(
        self,
        document_id: str,
        statements: Iterable[Statement],
        *,
        superseded: Sequence[str] = (),
    ) -> None:
        """Make these statements all that the document says, and forget the superseded ones."""
        self._swap(
            self.iris.document_graph(document_id),
            statements,
            dropped=[self.iris.document_graph(old) for old in superseded],
        )

    def forget(self, document_id: str) -> None:
        """Remove all that only this document says."""
        graph = self.iris.document_graph(document_id)
        if not self.has_graph(graph):
            msg = f"There is no document {document_id!r} in the graph; see `status` for what is"
            raise NotFoundError(msg)
        self._swap(graph, ())

    def replace_graph(self, graph_iri: str, statements: Iterable[Statement]) -> None:
        """Make these statements all that a named graph says (canonical, a partner's)."""
        self._swap(graph_iri, statements)

    def bulk_replace_graph(self, graph_iri: str, statements: Iterable[Statement]) -> None:
        """Replace a big graph quickly: its old content goes first, then the new comes whole.

        A crash between the two leaves the graph absent, never in parts.
        """
        if self.has_graph(graph_iri):
            self._swap(graph_iri, ())
        graph = NamedNode(graph_iri)
        quads = (quad for statement in statements for quad in quads_of(statement, graph))
        self._writer().bulk_extend(quads)

    def _swap(
        self, graph_iri: str, statements: Iterable[Statement], *, dropped: Sequence[str] = ()
    ) -> None:
        engine = self._writer()
        target = NamedNode(graph_iri)
        old = [target, *(NamedNode(iri) for iri in dropped if iri != graph_iri)]
        new = dict.fromkeys(quads_of(statement, target)[0].triple for statement in statements)
        gone = self._said_only_in(old)
        # Order matters: a literal that the engine rewrites (1.10 to 1.1) can stand in both parts.
        operations = [f"DELETE DATA {{ {_lines(sorted(gone, key=str))} }}"] if gone else []
        operations += [f"DROP SILENT GRAPH {graph}" for graph in old]
        if new:
            lines = _lines(new)
            operations.append(f"INSERT DATA {{ {lines} GRAPH {target} {{ {lines} }} }}")
        engine.update(";\n".join(operations))

    def _said_only_in(self, graphs: Sequence[NamedNode]) -> set[Triple]:
        engine = self._reader()
        inside: set[object] = {*graphs, DefaultGraph()}
        said = {
            quad.triple
            for graph in graphs
            for quad in engine.quads_for_pattern(None, None, None, graph)
        }
        return {
            triple
            for triple in said
            if all(
                quad.graph_name in inside
                for quad in engine.quads_for_pattern(
                    triple.subject, triple.predicate, triple.object, None
                )
            )
        }

    # -- reading ---------------------------------------------------------------------------

    def query(
        self,
        sparql: str,
        *,
        bindings: Mapping[str, Node] | None = None,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] | None = None,
        base_iri: str | None = None,
    ) -> QueryResult:
        """Return the answer of a SPARQL query; `bindings` give values to its variables.

        Without `default_graphs` the query sees the union of all that is stored; where only
        `named_graphs` are given, its default graph is empty, as SPARQL has it.
        """
        engine = self._reader()
        substitutions: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): to_engine(to) for name, to in (bindings or {}).items()
        }
        try:
            answer = evaluate(
                lambda functions: engine.query(
                    sparql,
                    base_iri=base_iri,
                    substitutions=substitutions,
                    default_graph=_default(default_graphs, named_graphs),
                    named_graphs=_named(default_graphs, named_graphs),
                    custom_functions=functions,
                )
            )
        except SyntaxError as error:
            msg = f"The query does not parse, {error}"
            raise QueryError(msg) from error
        except (ValueError, RuntimeError, OSError) as error:
            msg = f"The query cannot be evaluated: {error}"
            raise QueryError(msg) from error
        return QueryResult(answer)

    def rows(self, name: str, **bindings: Node) -> Iterator[dict[str, str | None]]:
        """Yield the rows of a named query; only variables that it selects can be bound."""
        return self.query(named_query(name), bindings=bindings).rows()

    def statements(self, graph_iri: str | None = None) -> Iterator[Statement]:
        """Yield what a named graph says, or without a name what all of them say together."""
        return (statement_of(quad) for quad in self._quads(graph_iri))

    def _quads(self, graph_iri: str | None) -> Iterator[Quad]:
        graph = NamedNode(graph_iri) if graph_iri else DefaultGraph()
        return self._reader().quads_for_pattern(None, None, None, graph)

    def lines(self, graph_iri: str) -> tuple[str, ...]:
        """Return what a named graph says as N-Triples, in order."""
        return tuple(sorted(f"{quad.triple} ." for quad in self._quads(graph_iri)))

    def about(self, iri: str) -> Iterator[Statement]:
        """Yield every statement whose subject is this thing."""
        quads = self._reader().quads_for_pattern(NamedNode(iri), None, None, DefaultGraph())
        return (statement_of(quad) for quad in quads)

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all named graphs, in order."""
        return tuple(sorted(str(graph.value) for graph in self._reader().named_graphs()))

    def has_graph(self, graph_iri: str) -> bool:
        """Tell whether a named graph is there."""
        return self._reader().contains_named_graph(NamedNode(graph_iri))

    def document_ids(self) -> tuple[str, ...]:
        """Return the ids of all documents that have a graph, in order."""
        prefix = self.iris.document_graph("")
        return tuple(name[len(prefix) :] for name in self.graphs() if name.startswith(prefix))

    def __len__(self) -> int:
        """Return the number of distinct statements over all graphs."""
        return sum(1 for _ in self._reader().quads_for_pattern(None, None, None, DefaultGraph()))

    def agrees(self) -> bool:
        """Tell whether the default graph is exactly the union of the named graphs."""
        union: set[Triple] = set()
        copies: set[Triple] = set()
        for quad in self._reader():
            (copies if isinstance(quad.graph_name, DefaultGraph) else union).add(quad.triple)
        return union == copies

    # -- whole stores ----------------------------------------------------------------------

    def dump(self, output: IO[bytes], *, without: Sequence[str] = ()) -> None:
        """Write the named graphs as sorted N-Quads: the same content gives the same bytes.

        The default graph is their union and is left out; `without` leaves out graphs by name.
        """
        left_out = {NamedNode(iri) for iri in without}
        lines = (
            f"{quad} .\n"
            for quad in self._reader()
            if not isinstance(quad.graph_name, DefaultGraph) and quad.graph_name not in left_out
        )
        output.writelines(line.encode() for line in sorted(lines))

    def load_dump(self, source: IO[bytes]) -> None:
        """Add the graphs of a dump, each with its copy in the default graph."""
        quads = pyoxigraph.parse(source, pyoxigraph.RdfFormat.N_QUADS)
        try:
            self._writer().bulk_extend(both for quad in quads for both in _with_copy(quad))
        except SyntaxError as error:
            msg = f"The dump is damaged: {error}"
            raise StoreError(msg) from error

    def write_anew(self, directory: Path) -> bool:
        """Write all there is into new files without what was removed; False for no own files."""
        fresh = pyoxigraph.Store(str(directory))
        fresh.bulk_extend(iter(self._reader()))
        fresh.flush()
        return True

    def snapshot(self, directory: Path) -> None:
        """Write a copy that others may open for reading while this store goes on writing."""
        engine = self._writer()
        engine.flush()
        try:
            engine.backup(str(directory))
        except (OSError, RuntimeError) as error:
            msg = f"No snapshot could be written to {directory}: {error}"
            raise StoreError(msg) from error

    def _reader(self) -> pyoxigraph.Store:
        if self._engine is None:
            msg = "The store is closed; open it again"
            raise StoreError(msg)
        return self._engine

    def _writer(self) -> pyoxigraph.Store:
        if self._read_only:
            msg = "The store was opened for reading only; open the live store to write"
            raise StoreError(msg)
        return self._reader()


def _open(path: Path | None, *, read_only: bool) -> pyoxigraph.Store | None:
    if path is None:
        return pyoxigraph.Store()
    try:
        return pyoxigraph.Store.read_only(str(path)) if read_only else pyoxigraph.Store(str(path))
    except OSError as error:
        if "lock" in str(error).casefold():
            msg = f"Another process is writing to {path}; wait for it to end, then try again"
            raise InUseError(msg) from error
        msg = f"The graph in {path} cannot be opened: {error}"
        raise StoreError(msg) from error


def _lines(triples: Iterable[Triple]) -> str:
    return " .\n".join(str(triple) for triple in triples)


def _default(
    default: Sequence[str], named: Sequence[str] | None
) -> list[NamedNode | BlankNode | DefaultGraph] | None:
    return None if not default and named is None else [NamedNode(iri) for iri in default]


def _named(
    default: Sequence[str], named: Sequence[str] | None
) -> list[NamedNode | BlankNode] | None:
    # A dataset that the protocol describes holds nothing but what it names.
    return [NamedNode(iri) for iri in named or ()] if default or named is not None else None


def _with_copy(quad: Quad) -> tuple[Quad, Quad]:
    if isinstance(quad.graph_name, DefaultGraph):
        msg = f"The dump is damaged: {quad} stands in no named graph"
        raise StoreError(msg)
    return quad, Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())
