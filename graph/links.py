"""Links to other catalogues (`owl:sameAs`), each source in a named graph of its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rdflib import DCTERMS, OWL, Literal, URIRef

from graph.statements import Statement
from graph.store import Store
from ontology.iris import Iris, slug

__all__ = ["Link", "drop_links", "keep_links", "link_sources", "links_graph"]


@dataclass(frozen=True, slots=True)
class Link:
    """A thing of ours, what another catalogue calls it, and who says that they are one."""

    thing: str
    same_as: str
    source: str
    licence: str = ""


def links_graph(iris: Iris, source: str) -> str:
    """Return the name of the graph that holds the links of a source."""
    return iris.graph(f"links/{slug(source)}")


def keep_links(store: Store, links: Iterable[Link]) -> dict[str, int]:
    """Make these all the links of their sources; return how many each has."""
    by_source: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_source[link.source].append(link)
    for source, found in by_source.items():
        graph = links_graph(store.iris, source)
        statements = [Statement(URIRef(graph), DCTERMS.source, Literal(source))]
        for link in found:
            statements.append(Statement(URIRef(link.thing), OWL.sameAs, URIRef(link.same_as)))
            if link.licence:
                statements.append(Statement(URIRef(graph), DCTERMS.license, Literal(link.licence)))
        store.bulk_replace_graph(graph, dict.fromkeys(statements))
    return {source: len(found) for source, found in sorted(by_source.items())}


def drop_links(store: Store, source: str) -> None:
    """Remove the links of a source."""
    store.replace_graph(links_graph(store.iris, source), ())


def link_sources(store: Store) -> tuple[str, ...]:
    """Return the sources of all links, in order."""
    prefix = store.iris.graph("links/")
    graphs = [graph for graph in store.graphs() if graph.startswith(prefix)]
    return tuple(
        str(one.object)
        for graph in graphs
        for one in store.about(graph)
        if one.predicate == DCTERMS.source
    )
