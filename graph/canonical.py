"""The canonical graph: what reconciling found and what people decided.

The document graphs follow it: a name of several bearers leads to the one a document means, and
what people refused stands in none of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from rdflib import OWL, RDF, XSD, Literal, URIRef
from rdflib.namespace import SKOS

from graph.amendments import Amendments
from graph.convert import to_statements
from graph.decisions import (
    Decision,
    corrections,
    decision_statements,
    read_decisions,
    refused_keys,
)
from graph.mentions import kind_of, read_mentions
from graph.reconciling import Outcome, Pair, reconcile
from graph.statement_keys import StatementKey
from graph.statements import Statement
from graph.store import Store
from ontology.iris import Iris, plain_iri
from ontology.model import Reading
from ontology.terms import NW

__all__ = ["Readings", "amendments_for", "canonical_graph", "keep_decisions", "refresh_canonical"]


class Readings(Protocol):
    """Where the readings of stored documents are kept."""

    def load(self, document_id: str) -> Reading:
        """Return the reading of a document."""


def canonical_graph(iris: Iris) -> str:
    """Return the name of the graph that holds findings and decisions."""
    return iris.graph("canonical")


def amendments_for(store: Store) -> Amendments:
    """Return what people refused and corrected; `refresh_canonical` parts namesakes afterwards."""
    return _of_people(read_decisions(store))


def _of_people(decisions: Sequence[Decision]) -> Amendments:
    return Amendments(refused=refused_keys(decisions), corrected=corrections(decisions))


def refresh_canonical(store: Store, readings: Readings) -> Outcome:
    """Bring the canonical graph and all document graphs to what documents and people say now.

    Documents that change are written anew from their readings. The canonical graph is written
    last, so that an interrupted run is completed by the next.
    """
    decisions = read_decisions(store)
    amendments = _of_people(decisions)
    _apply_decisions(store, readings, amendments)
    outcome = reconcile(read_mentions(store), decisions)
    _apply_parts(store, readings, outcome)
    statements = [
        *decision_statements(decisions, store.iris),
        *_findings(outcome, store.iris),
    ]
    graph = URIRef(canonical_graph(store.iris))
    statements += [Statement(graph, NW.refusals, Literal(mark)) for mark in _marks(amendments)]
    _write(store, statements)
    return outcome


def keep_decisions(store: Store, decisions: Sequence[Decision]) -> None:
    """Make these all that people decided; `refresh_canonical` then draws the consequences."""
    others = [
        statement
        for statement in store.statements(canonical_graph(store.iris))
        if not str(statement.subject).startswith(store.iris.base + "id/decision/")
    ]
    _write(store, [*others, *decision_statements(decisions, store.iris)])


def _write(store: Store, statements: Sequence[Statement]) -> None:
    graph = canonical_graph(store.iris)
    wanted = set(statements)
    # A graph that says it all already is left alone: most publications change nothing here.
    if wanted != set(store.statements(graph)):
        store.replace_graph(graph, sorted(wanted, key=Statement.n3))


def _marks(amendments: Amendments) -> dict[str, StatementKey]:
    """Return the statements that people changed, by a name that says how."""
    corrected = amendments.corrected.items()
    return {key.digest: key for key in amendments.refused} | {
        f"{key.digest} {right}": key for key, right in corrected
    }


def _apply_decisions(store: Store, readings: Readings, amendments: Amendments) -> None:
    graph = canonical_graph(store.iris)
    applied = {str(each.object) for each in store.about(graph) if each.predicate == NW.refusals}
    marks = _marks(amendments)
    if applied - marks.keys():
        # Where a statement stood before it was changed the graph does not say any more.
        documents = set(store.document_ids())
    else:
        new = {key.subject for mark, key in marks.items() if mark not in applied}
        documents = _documents_about(store, new) if new else set()
    for document_id in sorted(documents):
        _rewrite(store, readings, document_id, amendments)


def _documents_about(store: Store, subjects: set[str]) -> set[str]:
    """Return the documents that speak of these things; of nodes without a name any may speak."""
    every = set(store.document_ids())
    if any(kind_of(subject) in {"evidence", "membership"} for subject in subjects):
        return every
    mentioning = {
        _document_id(row)
        for row in store.rows("mentions")
        if plain_iri(row["thing"] or "") in subjects
    }
    return mentioning | (every & {subject.rpartition("/")[2] for subject in subjects})


def _apply_parts(store: Store, readings: Readings, outcome: Outcome) -> None:
    wanted = outcome.amendments()
    present = _present_parts(store)
    for document_id in store.document_ids():
        amendments = wanted.get(document_id, outcome.by_people)
        if dict(amendments.parts) != present.get(document_id, {}):
            _rewrite(store, readings, document_id, amendments)


def _present_parts(store: Store) -> dict[str, dict[str, str]]:
    parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in store.rows("mentions"):
        iri = row["thing"] or ""
        if plain_iri(iri) != iri:
            parts[_document_id(row)][plain_iri(iri)] = iri
    return dict(parts)


def _rewrite(store: Store, readings: Readings, document_id: str, amendments: Amendments) -> None:
    statements = to_statements(readings.load(document_id), store.iris, amendments=amendments)
    # Writing costs ten times what comparing costs, and most documents stay as they are.
    if set(statements) != set(store.statements(store.iris.document_graph(document_id))):
        store.replace(document_id, statements)


def _findings(outcome: Outcome, iris: Iris) -> Iterator[Statement]:
    for iri, chief in outcome.canonical.items():
        yield Statement(URIRef(iri), OWL.sameAs, URIRef(chief))
    for iri, label in outcome.labels.items():
        yield Statement(URIRef(iri), SKOS.prefLabel, Literal(label))
    for parting in outcome.partings.values():
        for part in parting.parts:
            name, bearer = URIRef(parting.name_iri), URIRef(part.iri)
            yield Statement(bearer, NW.namesakeOf, name)
            yield Statement(name, NW.namesakeOf, bearer)
    for pair in outcome.pairs:
        yield from _comparison(pair, iris)


def _comparison(pair: Pair, iris: Iris) -> Iterator[Statement]:
    node = URIRef(iris.hashed("comparison", pair.one, pair.other))
    score = Literal(f"{pair.score:.2f}", datatype=XSD.decimal, normalize=False)
    yield Statement(node, RDF.type, NW.Comparison)
    yield Statement(node, NW.compares, URIRef(pair.one))
    yield Statement(node, NW.compares, URIRef(pair.other))
    yield Statement(node, NW.outcome, Literal(pair.outcome))
    yield Statement(node, NW.score, score)
    for signal in pair.signals:
        yield Statement(node, NW.signal, Literal(signal))


def _document_id(row: Mapping[str, str | None]) -> str:
    return (row["document"] or "").rpartition("/")[2]
