"""What people decided about things and statements, kept as nodes of the canonical graph.

Decisions name things by the IRIs of their names and documents also by their files, so they hold
when a document is read again, replaced by a newer version or lost from the index.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal as OneOf
from typing import cast

from rdflib import DCTERMS, RDF, RDFS, XSD, Literal, URIRef
from rdflib.namespace import SDO

from graph.statement_keys import StatementKey
from graph.statements import Statement
from graph.store import Store
from ontology.iris import Iris, plain_iri
from ontology.terms import NW

__all__ = [
    "Decision",
    "Verdict",
    "corrections",
    "decision_statements",
    "read_decisions",
    "refused_keys",
    "reviewers_about",
]

Verdict = OneOf["same", "different", "split", "confirmed", "refused", "corrected"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on two things (`same`, `different`), a name (`split`) or a statement.

    Of a corrected statement `replacement` is the right value.

    `number` counts up; of two decisions on one matter the later holds. `documents` are the ids of
    the documents split off, `source_files` their files' names.
    """

    number: int
    verdict: Verdict
    who: str
    when: str
    things: tuple[str, ...] = ()
    statement: StatementKey | None = None
    documents: tuple[str, ...] = ()
    source_files: tuple[str, ...] = ()
    reason: str | None = None
    replacement: str | None = None

    @property
    def matter(self) -> tuple[str, ...]:
        """What was decided on: a later decision on the same matter replaces this one."""
        if self.statement:
            return ("statement", self.statement.digest)
        if self.verdict == "split":
            return ("split", *self.things, *self.documents)
        return ("pair", *sorted(self.things))

    @property
    def vouched(self) -> StatementKey | None:
        """The statement that holds by this decision, as confirmed or as corrected."""
        if self.statement and self.verdict == "confirmed":
            return self.statement
        if self.statement and self.verdict == "corrected" and self.replacement:
            return replace(self.statement, value=self.replacement)
        return None

    def iri(self, iris: Iris) -> str:
        """Return the IRI of the decision's node, the same for every decision on its matter."""
        return iris.hashed("decision", *self.matter)


def decision_statements(decisions: Iterable[Decision], iris: Iris) -> list[Statement]:
    """Return the nodes of decisions; `read_decisions` makes equal decisions of them."""
    return [each for decision in decisions for each in _node(decision, iris)]


def read_decisions(store: Store) -> tuple[Decision, ...]:
    """Return all decisions of the canonical graph, earliest first."""
    nodes: defaultdict[str, list[Mapping[str, str | None]]] = defaultdict(list)
    for row in store.rows("decisions"):
        nodes[row["decision"] or ""].append(row)
    return tuple(sorted((_decision(rows) for rows in nodes.values()), key=lambda each: each.number))


def reviewers_about(store: Store, iris: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return who vouches for which statements about these things, by property and plain value."""
    subjects = {plain_iri(iri) for iri in iris}
    return {
        (key.predicate, key.value): decision.who
        for decision in read_decisions(store)
        if (key := decision.vouched) and key.subject in subjects
    }


def refused_keys(decisions: Iterable[Decision]) -> frozenset[StatementKey]:
    """Return the statements that people refused and nobody confirmed later."""
    latest = {decision.matter: decision for decision in decisions}
    return frozenset(
        each.statement for each in latest.values() if each.verdict == "refused" and each.statement
    )


def corrections(decisions: Iterable[Decision]) -> dict[StatementKey, str]:
    """Return the right values of the statements that people corrected."""
    latest = {decision.matter: decision for decision in decisions}
    return {
        each.statement: each.replacement
        for each in latest.values()
        if each.verdict == "corrected" and each.statement and each.replacement
    }


def _node(decision: Decision, iris: Iris) -> Iterable[Statement]:
    node = URIRef(decision.iri(iris))
    documents = (URIRef(iris.document(each)) for each in decision.documents)
    values: list[tuple[URIRef, URIRef | Literal]] = [
        (RDF.type, NW.Decision),
        (SDO.position, Literal(decision.number)),
        (NW.verdict, Literal(decision.verdict)),
        (DCTERMS.creator, Literal(decision.who)),
        (DCTERMS.created, Literal(decision.when, datatype=XSD.dateTime, normalize=False)),
        *((NW.concerns, URIRef(iri)) for iri in decision.things),
        *((NW.onDocument, document) for document in documents),
        *((DCTERMS.identifier, Literal(name)) for name in decision.source_files),
    ]
    if decision.reason:
        values.append((RDFS.comment, Literal(decision.reason)))
    if decision.statement:
        key = decision.statement
        values += [
            (NW.concerns, URIRef(key.subject)),
            (NW.onProperty, URIRef(key.predicate)),
            (NW.onValue, Literal(key.value)),
        ]
    if decision.replacement:
        values.append((NW.replacement, Literal(decision.replacement)))
    return (Statement(node, predicate, value) for predicate, value in values)


def _decision(rows: Iterable[Mapping[str, str | None]]) -> Decision:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        values[row["property"] or ""].append(row["value"] or "")
    for found in values.values():
        found.sort()
    things = tuple(values[str(NW.concerns)])
    statement = None
    if str(NW.onProperty) in values:
        (subject,), things = things, ()
        statement = StatementKey(subject, values[str(NW.onProperty)][0], values[str(NW.onValue)][0])
    documents = (iri.rpartition("/")[2] for iri in values[str(NW.onDocument)])
    return Decision(
        number=int(values[str(SDO.position)][0]),
        verdict=cast("Verdict", values[str(NW.verdict)][0]),
        who=values[str(DCTERMS.creator)][0],
        when=values[str(DCTERMS.created)][0],
        things=things,
        statement=statement,
        documents=tuple(documents),
        source_files=tuple(values[str(DCTERMS.identifier)]),
        reason=next(iter(values[str(RDFS.comment)]), None),
        replacement=next(iter(values[str(NW.replacement)]), None),
    )
