"""The graph on a SPARQL 1.1 server elsewhere, with the same promises as the embedded store.

Servers differ in their default graph: one of its own (Oxigraph, Fuseki), or the union of all
graphs in which a statement of two documents counts twice (Virtuoso). Ours is a set, so a copy of
every statement stands in the server's default graph, or else in a graph of ours that every query
names. A document is written by whole graphs, so that writing it again completes what was stopped.
"""

import io
import mmap
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple
from rdflib.term import Node

from graph.statements import Statement
from graph.store.engine import Store
from graph.store.remote_answer import ACCEPT, parsed_answer
from graph.store.remote_server import RemoteAddress, RemoteServer
from graph.store.remote_text import form_of, with_values, within_graphs
from graph.store.results import QueryResult
from graph.store.terms import quads_of, statement_of, to_engine
from ontology.errors import StoreError
from ontology.iris import Iris

__all__ = ["RemoteStore", "is_marked"]

# Requests of a few megabytes: large enough to be quick, small enough for every server's limits.
BATCH = 10_000
DELETED_AT_ONCE = 500
MARK_FILE = "remote"
# Answers up to here are held in memory while they are read.
IN_MEMORY_BYTES = 8 * 2**20


class RemoteStore(Store):
    """One installation's graph on a server; other graphs there are neither seen nor touched."""

    def __init__(
        self,
        address: RemoteAddress,
        *,
        iris: Iris | None = None,
        published: Path | None = None,
        bounds: tuple[float, int] | None = None,
    ) -> None:
        super().__init__(iris=iris)
        self._server = RemoteServer(address)
        self._bounds = bounds
        self._union_graph = self.iris.graph("union")
        self._is_published = published is not None
        self._has_default = _marked(published) if published else self._keeps_a_default_graph()

    def close(self) -> None:
        """Close all connections."""
        self._server.close()

    # -- writing ---------------------------------------------------------------------------

    def bulk_replace_graph(self, graph_iri: str, statements: Iterable[Statement]) -> None:
        """Replace a big graph in parts; a crash leaves a part, and replacing it again mends it."""
        if self.has_graph(graph_iri):
            self._swap(graph_iri, ())
        graph = NamedNode(graph_iri)
        lines = (f"{quads_of(one, graph)[0].triple} .\n" for one in statements)
        self._post_copied(graph_iri, lines)

    def _swap(
        self, graph_iri: str, statements: Iterable[Statement], *, dropped: Sequence[str] = ()
    ) -> None:
        self._require_writable()
        old = [graph_iri, *(iri for iri in dropped if iri != graph_iri)]
        target = NamedNode(graph_iri)
        new = dict.fromkeys(quads_of(one, target)[0].triple for one in statements)
        # In this order each step can be done again: copies go, graphs change, copies come.
        gone = [triple for triple in self._said_only_here(old) if triple not in new]
        self._delete_copies(sorted(gone, key=str))
        lines = "".join(f"{triple} .\n" for triple in new).encode()
        if new:
            self._server.put(graph_iri, lines)
        for iri in old[1:] if new else old:
            self._server.delete(iri)
        if new:
            self._server.post(self._copies, lines)

    def _said_only_here(self, graphs: Sequence[str]) -> Iterator[Triple]:
        ours = ", ".join(f"<{iri}>" for iri in (*graphs, self._union_graph))
        for iri in graphs:
            inside = f"GRAPH <{iri}> {{ ?s ?p ?o }}"
            said = self._triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inside} }}")
            elsewhere = set(
                self._triples(
                    f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inside} GRAPH ?g {{ ?s ?p ?o }} "
                    f"FILTER(?g NOT IN ({ours})) }}"
                )
            )
            yield from (triple for triple in said if triple not in elsewhere)

    def _delete_copies(self, triples: Sequence[Triple]) -> None:
        for start in range(0, len(triples), DELETED_AT_ONCE):
            lines = "".join(f"{one} .\n" for one in triples[start : start + DELETED_AT_ONCE])
            inside = f"GRAPH <{self._copies}> {{ {lines} }}" if self._copies else lines
            self._server.update(f"DELETE DATA {{ {inside} }}")

    def _post_copied(self, graph_iri: str, lines: Iterable[str]) -> None:
        self._require_writable()
        remaining = iter(lines)
        while batch := "".join(islice(remaining, BATCH)).encode():
            self._server.post(graph_iri, batch)
            self._server.post(self._copies, batch)

    @property
    def _copies(self) -> str | None:
        """The graph that holds a copy of every statement; None is the default graph."""
        return None if self._has_default else self._union_graph

    def _require_writable(self) -> None:
        if self._is_published:
            msg = "The store was opened for reading only; open it for writing to change it"
            raise StoreError(msg)

    def _keeps_a_default_graph(self) -> bool:
        """Tell whether the server keeps its default graph apart from the named ones."""
        probe = self.iris.graph("probe")
        self._server.put(probe, f"<{probe}> <{probe}> <{probe}> .\n".encode())
        is_seen = bool(self._answer(f"ASK {{ <{probe}> <{probe}> <{probe}> }}", ()))
        self._server.delete(probe)
        return not is_seen

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
        """Return the answer of a SPARQL query; see the embedded store for its parameters."""
        text = with_values(sparql, {k: str(to_engine(v)) for k, v in (bindings or {}).items()})
        if base_iri:
            text = f"BASE <{base_iri}>\n{text}"
        dataset = [("default-graph-uri", iri) for iri in default_graphs]
        dataset += [("named-graph-uri", iri) for iri in named_graphs or ()]
        if not dataset and self._copies:
            dataset = [("default-graph-uri", self._copies)]
            text = within_graphs(text, beginning=self.iris.graph(""), without=(self._union_graph,))
        return self._answer(text, dataset)

    def _answer(self, text: str, dataset: Sequence[tuple[str, str]]) -> QueryResult:
        form = form_of(text)
        with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY_BYTES) as output:
            self._server.query(
                text, output, accept=ACCEPT[form], dataset=dataset, bounds=self._bounds
            )
            return QueryResult(parsed_answer(_readable(output), form))

    def _triples(self, text: str) -> Iterator[Triple]:
        answer = self._answer(text, ()).answer
        yield from answer  # type: ignore[misc] # a graph, as every CONSTRUCT gives

    def _quads(self, graph_iri: str | None) -> Iterator[Quad]:
        named = graph_iri or self._copies
        inside = f"GRAPH <{named}> {{ ?s ?p ?o }}" if named else "?s ?p ?o"
        graph = NamedNode(graph_iri) if graph_iri else DefaultGraph()
        for triple in self._triples(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inside} }}"):
            yield Quad(triple.subject, triple.predicate, triple.object, graph)

    def about(self, iri: str) -> Iterator[Statement]:
        """Yield every statement whose subject is this thing."""
        inside = f"<{iri}> ?p ?o"
        inside = f"GRAPH <{self._copies}> {{ {inside} }}" if self._copies else inside
        for triple in self._triples(f"CONSTRUCT {{ <{iri}> ?p ?o }} WHERE {{ {inside} }}"):
            yield statement_of(Quad(triple.subject, triple.predicate, triple.object))

    def graphs(self) -> tuple[str, ...]:
        """Return the names of all named graphs of this installation, in order."""
        answer = self._answer("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", ())
        names = {str(row["g"]) for row in answer.rows()} - {self._union_graph}
        return tuple(sorted(name for name in names if name.startswith(self.iris.graph(""))))

    def has_graph(self, graph_iri: str) -> bool:
        """Tell whether a named graph is there."""
        return bool(self._answer(f"ASK {{ GRAPH <{graph_iri}> {{ ?s ?p ?o }} }}", ()))

    def __len__(self) -> int:
        """Return the number of distinct statements over all graphs."""
        (row,) = self.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows()
        return int(row["n"] or 0)

    def agrees(self) -> bool:
        """Tell whether the copies are exactly the union of the named graphs."""
        copies = {quad.triple for quad in self._quads(None)}
        union: set[Triple] = set()
        for graph in self.graphs():
            union.update(quad.triple for quad in self._quads(graph))
        return union == copies

    # -- whole stores ----------------------------------------------------------------------

    def dump(self, output: IO[bytes], *, without: Sequence[str] = ()) -> None:
        """Write the named graphs as sorted N-Quads: the same content gives the same bytes."""
        graphs = (graph for graph in self.graphs() if graph not in without)
        lines = (f"{quad} .\n" for graph in graphs for quad in self._quads(graph))
        output.writelines(line.encode() for line in sorted(lines))

    def load_dump(self, source: IO[bytes]) -> None:
        """Add the graphs of a dump, each with its copy."""
        graphs: dict[str, list[str]] = {}
        try:
            for quad in pyoxigraph.parse(source, RdfFormat.N_QUADS):
                if not isinstance(quad.graph_name, NamedNode):
                    msg = f"The dump is damaged: {quad} stands in no named graph"
                    raise StoreError(msg)
                graphs.setdefault(quad.graph_name.value, []).append(f"{quad.triple} .\n")
        except SyntaxError as error:
            msg = f"The dump is damaged: {error}"
            raise StoreError(msg) from error
        for name, lines in graphs.items():
            self._post_copied(name, lines)

    def write_anew(self, directory: Path) -> bool:  # noqa: ARG002 - as the local store has it
        """Leave it to the server what its files hold."""
        return False

    def snapshot(self, directory: Path) -> None:
        """Mark a state as published; readers see the server as it is, which this folder says."""
        directory.mkdir(parents=True)
        (directory / MARK_FILE).write_text("default" if self._has_default else "union", "utf-8")


def _readable(output: "tempfile.SpooledTemporaryFile[bytes]") -> IO[bytes]:
    """Return what was written, to be read later: from memory, or mapped where it is large."""
    size = output.tell()
    output.seek(0)
    if size <= IN_MEMORY_BYTES:
        return io.BytesIO(output.read())
    return cast("IO[bytes]", mmap.mmap(output.fileno(), size, access=mmap.ACCESS_READ))


def is_marked(published: Path) -> bool:
    """Tell whether a folder marks a published state of a server."""
    return (published / MARK_FILE).is_file()


def _marked(published: Path) -> bool:
    mark = published / MARK_FILE
    if not is_marked(published):
        msg = (
            "This installation was published from the embedded store; bring its graph to the "
            "server: `export`, then ingest again with the store's settings"
        )
        raise StoreError(msg)
    return mark.read_text("utf-8") == "default"
