from collections.abc import Callable
from decimal import Decimal
from importlib.resources import files

import pyshacl
import pytest
from rdflib import RDF, RDFS, SH, XSD, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG

from graph.convert import to_statements
from graph.decisions import Decision, decision_statements
from graph.statements import Statement
from graph.store import Store
from graph.validation import require_valid, validate, validate_store
from ontology.errors import InvalidGraphError
from ontology.iris import Iris
from ontology.terms import NW
from tests.graph.readings import a_reading

IRIS = Iris()
READING = a_reading()
DOCUMENT = IRIS.document(READING.document.id)
PROJECT = IRIS.project("Bauhof Aue-Weser")
EVENT = IRIS.event("Netzwerktreffen", "2022-05-04", "Hille")
AWARD = IRIS.award("Gute Nachbarn", "Technik", "2023", "Hille")
PERSON = IRIS.person("Dirk Breves")


def node_of(kind: URIRef) -> str:
    statements = to_statements(READING, IRIS)
    return next(str(each.subject) for each in statements if each.object == kind)


def adding(subject: str, predicate: URIRef, value: URIRef | Literal) -> list[Statement]:
    new = Statement(URIRef(subject), predicate, value)
    return [*to_statements(READING, IRIS), new]


def without(subject: str, predicate: URIRef) -> list[Statement]:
    return [
        each
        for each in to_statements(READING, IRIS)
        if not (str(each.subject) == subject and each.predicate == predicate)
    ]


SEEDED: dict[str, Callable[[], list[Statement]]] = {
    "DocumentShape": lambda: without(DOCUMENT, NW.sha256),
    "PassageShape": lambda: adding(node_of(NW.Passage), NW.ordinal, Literal(-1)),
    "PersonShape": lambda: without(PERSON, FOAF.name),
    "MembershipShape": lambda: without(node_of(ORG.Membership), ORG.member),
    "MunicipalityShape": lambda: adding(
        IRIS.municipality("05770012"), NW.ags, Literal(5770012, datatype=XSD.integer)
    ),
    "CountyShape": lambda: adding(IRIS.municipality("05770"), RDF.type, NW.County),
    "OrganizationShape": lambda: without(
        IRIS.organisation("Servicegesellschaft Nord GmbH"), RDFS.label
    ),
    "UndertakingShape": lambda: adding(PROJECT, NW.startDate, Literal("Frühjahr")),
    "AwardGrantShape": lambda: adding(AWARD, NW.rank, Literal(0)),
    "EventShape": lambda: adding(EVENT, NW.eventKind, Literal("stammtisch")),
    "DecisionShape": lambda: decision_statements(
        [Decision(1, "same", who="", when="2026-11-23T09:00:00Z", things=(PROJECT, EVENT))], IRIS
    ),
    "EvidenceShape": lambda: adding(node_of(NW.Evidence), NW.confidence, Literal(Decimal("1.5"))),
}


def test_a_reading_keeps_to_every_shape() -> None:
    assert validate(to_statements(READING, IRIS)).violations == ()


@pytest.mark.parametrize("shape", sorted(SEEDED))
def test_a_seeded_violation_of_each_shape_is_found_and_named(shape: str) -> None:
    report = validate(SEEDED[shape]())
    assert not report.conforms
    assert {violation.shape for violation in report.violations} == {shape}
    assert all(violation.message and violation.focus for violation in report.violations)


def test_every_shape_has_a_seeded_violation() -> None:
    text = (files("ontology") / "shapes.ttl").read_text(encoding="utf-8")
    shapes = {line.split()[0][3:] for line in text.splitlines() if "a sh:NodeShape" in line}
    assert shapes == set(SEEDED)


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        (NW.status, Literal("bald")),
        (NW.participant, Literal("Lemgo")),
        (NW.endDate, Literal("2021-13")),
        (DCTERMS.subject, Literal("Mobilität")),
    ],
)
def test_an_undertaking_takes_only_what_its_properties_allow(
    predicate: URIRef, value: Literal
) -> None:
    (violation,) = {
        (each.path, each.value) for each in validate(adding(PROJECT, predicate, value)).violations
    }
    assert violation == (str(predicate), str(value))


def test_what_is_found_is_what_the_shapes_as_they_are_written_find() -> None:
    shapes = (files("ontology") / "shapes.ttl").read_text("utf-8")
    broken = {statement for make in SEEDED.values() for statement in make()}
    graph = Graph()
    for each in broken:
        graph.add((each.subject, each.predicate, each.object))
    _, results, _ = pyshacl.validate(graph, shacl_graph=Graph().parse(data=shapes, format="turtle"))
    expected = {
        (str(results.value(node, SH.focusNode)), str(results.value(node, SH.resultPath) or ""))
        for node in results.subjects(SH.resultSeverity)
    }
    found = validate(broken).violations
    assert len(expected) >= 8
    assert {(each.focus, each.path) for each in found} == expected
    assert len(found) == len(set(results.subjects(SH.resultSeverity)))


def test_an_address_in_a_quote_is_a_violation() -> None:
    node = node_of(NW.Evidence)
    report = validate(
        [*without(node, NW.quote), Statement(URIRef(node), NW.quote, Literal("an rat@stadt.de"))]
    )
    assert {(each.shape, each.path) for each in report.violations} == {
        ("EvidenceShape", str(NW.quote))
    }


def test_a_programme_whose_name_has_an_at_sign_is_no_address() -> None:
    node = node_of(NW.Evidence)
    quote = Literal("gefördert vom Land („Digitalakademie@bw“).")
    statements = [*without(node, NW.quote), Statement(URIRef(node), NW.quote, quote)]
    assert validate(statements).violations == ()


def test_the_error_names_document_shape_and_value() -> None:
    broken = adding(PROJECT, NW.startDate, Literal("Frühjahr"))
    with pytest.raises(InvalidGraphError, match=r"bauhof\.txt.*UndertakingShape.*'Frühjahr'"):
        require_valid(broken, source_file="bauhof.txt")


def test_a_whole_store_is_checked_over_all_graphs() -> None:
    store = Store()
    store.replace(READING.document.id, to_statements(READING, IRIS))
    assert validate_store(store).conforms
    store.replace("b" * 16, [Statement(URIRef(PERSON), FOAF.mbox, URIRef("mailto:a@b.de"))])
    assert [each.focus for each in validate_store(store).violations] == [PERSON]
