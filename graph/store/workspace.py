"""A dataset that may be written through SPARQL Update and the Graph Store Protocol.

It is apart from the graph of the documents, where every statement has its evidence. Readers see
copies of it, made when the first query comes after a change.
"""

import io
import shutil
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple

from graph.federation import guard_services
from graph.store.results import GRAPH_FORMATS
from graph.update_text import prepare_update
from ontology.errors import InUseError, NotFoundError, QueryError, StoreError

__all__ = ["Workspace", "read_as_ntriples"]


@dataclass(frozen=True, slots=True)
class _Settings:
    services: tuple[str, ...] = ()
    documents: Mapping[str, str] = field(default_factory=dict)


class Workspace:
    """A writable dataset in a folder; `documents` are what LOAD may name, as N-Triples."""

    def __init__(
        self,
        folder: Path,
        *,
        services: Sequence[str] = (),
        documents: Mapping[str, str] | None = None,
    ) -> None:
        self._folder = folder
        self._settings = _Settings(tuple(services), dict(documents or {}))
        self._lock = threading.Lock()
        self._copy: Path | None = None
        self._number = 0
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob("snapshot-*"):
            shutil.rmtree(left)
        self._open: pyoxigraph.Store | None = _opened(folder / "live")

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
        """Make all changes durable and release the lock; everything later raises."""
        if self._open is not None:
            self._open.flush()
            self._open = None

    @property
    def _engine(self) -> pyoxigraph.Store:
        if self._open is None:
            msg = "The workspace is closed; open it again"
            raise StoreError(msg)
        return self._open

    def snapshot(self) -> Path:
        """Return the folder of a copy that holds all changes made so far."""
        with self._lock:
            if self._copy is None:
                self._number += 1
                self._copy = self._folder / f"snapshot-{self._number}"
                self._engine.backup(str(self._copy))
                shutil.rmtree(self._folder / f"snapshot-{self._number - 2}", ignore_errors=True)
            return self._copy

    def update(
        self,
        text: str,
        *,
        using: Sequence[str] = (),
        using_named: Sequence[str] = (),
        base_iri: str = "",
    ) -> None:
        """Carry out an update, whole or not at all."""
        guarded = guard_services(text, self._settings.services, base=base_iri)
        prepared = prepare_update(
            guarded.text,
            using=using,
            using_named=using_named,
            documents=self._settings.documents,
            base=base_iri,
        )
        with self._lock:
            self._copy = None
            try:
                self._engine.update(prepared, base_iri=base_iri or None)
            except SyntaxError as error:
                msg = f"The update does not parse, {error}"
                raise QueryError(msg) from error
            except (ValueError, RuntimeError, OSError) as error:
                msg = f"The update cannot be carried out, nothing was changed: {error}"
                raise QueryError(msg) from error

    def has(self, graph_iri: str | None) -> bool:
        """Tell whether a graph is there; the default graph (None) always is."""
        return graph_iri is None or self._engine.contains_named_graph(NamedNode(graph_iri))

    def graph(self, graph_iri: str | None, *, format_name: str) -> bytes:
        """Return what a graph says, in one of `GRAPH_FORMATS`."""
        self._require(graph_iri)
        output = io.BytesIO()
        quads = self._engine.quads_for_pattern(None, None, None, _name(graph_iri))
        pyoxigraph.serialize((quad.triple for quad in quads), output, GRAPH_FORMATS[format_name])
        return output.getvalue()

    def put(
        self, graph_iri: str | None, parts: Sequence[tuple[bytes, str]], *, base_iri: str
    ) -> bool:
        """Make documents (content, media type) all that a graph says; tell whether it is new."""
        return self._write(graph_iri, parts, base_iri=base_iri, is_whole=True)

    def post(
        self, graph_iri: str | None, parts: Sequence[tuple[bytes, str]], *, base_iri: str
    ) -> bool:
        """Add documents to what a graph says; tell whether the graph is new."""
        return self._write(graph_iri, parts, base_iri=base_iri, is_whole=False)

    def delete(self, graph_iri: str | None) -> None:
        """Remove a graph; the default graph is emptied."""
        self._require(graph_iri)
        with self._lock:
            self._copy = None
            self._engine.update(
                "DROP DEFAULT" if graph_iri is None else f"DROP GRAPH <{graph_iri}>"
            )

    def _write(
        self,
        graph_iri: str | None,
        parts: Sequence[tuple[bytes, str]],
        *,
        base_iri: str,
        is_whole: bool,
    ) -> bool:
        triples = [triple for part in parts for triple in _parsed(part, base_iri)]
        lines = " .\n".join(str(triple) for triple in triples)
        graph = "DEFAULT" if graph_iri is None else f"GRAPH <{graph_iri}>"
        # One update, so that the change is made whole or not at all.
        operations = [f"CLEAR SILENT {graph}"] if is_whole else []
        operations += [] if graph_iri is None else [f"CREATE SILENT {graph}"]
        operations.append(
            f"INSERT DATA {{ {lines} }}"
            if graph_iri is None
            else f"INSERT DATA {{ {graph} {{ {lines} }} }}"
        )
        with self._lock:
            self._copy = None
            is_new = not self.has(graph_iri)
            self._engine.update(";\n".join(operations))
        return is_new

    def _require(self, graph_iri: str | None) -> None:
        if not self.has(graph_iri):
            msg = f"There is no graph {graph_iri}"
            raise NotFoundError(msg)


def read_as_ntriples(path: Path, *, base_iri: str) -> str:
    """Return the statements of an RDF file as lines, whatever its format."""
    quads = pyoxigraph.parse(
        path=path, base_iri=base_iri, without_named_graphs=True, rename_blank_nodes=True
    )
    return "".join(f"{quad.triple} .\n" for quad in quads)


def _name(graph_iri: str | None) -> NamedNode | DefaultGraph:
    return DefaultGraph() if graph_iri is None else NamedNode(graph_iri)


def _parsed(part: tuple[bytes, str], base_iri: str) -> list[Triple]:
    content, media_type = part
    rdf_format = RdfFormat.from_media_type(media_type)
    if rdf_format is None:
        msg = f"{media_type!r} is no RDF format that can be read; send text/turtle"
        raise QueryError(msg)
    try:
        quads = pyoxigraph.parse(
            content,
            rdf_format,
            base_iri=base_iri,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        return [quad.triple for quad in quads]
    except (SyntaxError, ValueError) as error:
        msg = f"The data does not parse, nothing was changed: {error}"
        raise QueryError(msg) from error


def _opened(path: Path) -> pyoxigraph.Store:
    try:
        return pyoxigraph.Store(str(path))
    except OSError as error:
        msg = f"The workspace in {path} cannot be opened; is another server running? {error}"
        raise InUseError(msg) from error
