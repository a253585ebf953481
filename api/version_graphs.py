"""The history as a data set for SPARQL: one graph for each earlier version of a document."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rdflib import DCTERMS, PROV, RDF, XSD, Literal, URIRef

from api.history import History, Version
from api.layout import Layout
from api.settings import Settings
from graph.statements import Statement
from graph.store.version_store import write_versions
from ontology.iris import Iris
from ontology.terms import NW

__all__ = ["version_store"]


def version_store(settings: Settings) -> Path:
    """Return the folder of a store that holds the history as it is now, made where it must be.

    Whoever asks first after a change writes it; the stores of earlier states are removed.
    """
    layout = Layout(settings.home)
    history = History(layout.history)
    try:
        folder = layout.history.parent / f"versions-{history.stamp()}"
        if not folder.is_dir():
            _write(folder, history.versions(), Iris(settings.base_iri))
    finally:
        history.close()
    return folder


def _write(folder: Path, versions: Sequence[Version], iris: Iris) -> None:
    for older in folder.parent.glob("versions-*"):
        shutil.rmtree(older, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="new-") as scratch:
        beside = Path(scratch) / "store"
        graphs = {_graph(version, iris): version.lines for version in versions}
        described = (one for version in versions for one in _described(version, iris))
        write_versions(beside, graphs, described)
        if not folder.is_dir():
            beside.rename(folder)


def _graph(version: Version, iris: Iris) -> str:
    return iris.graph(f"history/{version.document_id}/{version.number}")


def _described(version: Version, iris: Iris) -> Iterator[Statement]:
    graph = URIRef(_graph(version, iris))
    yield Statement(graph, RDF.type, PROV.Entity)
    yield Statement(graph, DCTERMS.title, Literal(version.title))
    yield Statement(graph, NW.sourceFile, Literal(version.source_file))
    yield Statement(graph, DCTERMS.isVersionOf, URIRef(iris.document(version.document_id)))
    yield Statement(graph, DCTERMS.isReplacedBy, URIRef(iris.document(version.successor)))
    replaced = Literal(version.replaced_at, datatype=XSD.dateTime)
    yield Statement(graph, PROV.invalidatedAtTime, replaced)
