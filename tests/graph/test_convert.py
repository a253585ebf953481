from dataclasses import replace

import pytest
from rdflib import RDF, RDFS, Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG

from graph.convert import to_statements
from graph.statements import Statement
from ontology.iris import Iris
from ontology.model import Claim, Evidence, Facts, MunicipalityMention, Project, Reading
from ontology.terms import NW
from tests.graph.readings import TEXT, a_document, a_project, a_reading, quoted

IRIS = Iris()
THINGS = tuple(
    f"{IRIS.base}id/{kind}/"
    for kind in ("person", "municipality", "county", "organisation", "project", "award", "event")
)


def values(statements: list[Statement], subject: str, predicate: URIRef) -> set[str]:
    return {
        str(each.object)
        for each in statements
        if str(each.subject) == subject and each.predicate == predicate
    }


def evidence_nodes(statements: list[Statement]) -> list[dict[URIRef, URIRef | Literal]]:
    nodes: dict[URIRef, dict[URIRef, URIRef | Literal]] = {}
    for each in statements:
        nodes.setdefault(each.subject, {})[each.predicate] = each.object
    return [node for node in nodes.values() if node.get(RDF.type) == NW.Evidence]


def test_every_statement_about_a_thing_has_evidence() -> None:
    statements = to_statements(a_reading(), IRIS)
    proven = {
        (node[RDF.subject], node[RDF.predicate], node[RDF.object])
        for node in evidence_nodes(statements)
    }
    about_things = {
        (each.subject, each.predicate, each.object)
        for each in statements
        if str(each.subject).startswith(THINGS)
    }
    assert about_things
    assert about_things <= proven


def test_every_quote_stands_in_the_text_at_its_offsets() -> None:
    for node in evidence_nodes(to_statements(a_reading(), IRIS)):
        start, end = int(node[NW.start]), int(node[NW.end])
        quote = str(node[NW.quote])
        assert len(quote) == end - start
        assert all(a in (b, "•") for a, b in zip(quote, TEXT[start:end], strict=True))


def test_addresses_and_numbers_enter_no_statement() -> None:
    reading = a_reading(title="Fragen an i.kramp@example.org")
    everything = "\n".join(each.n3() for each in to_statements(reading, IRIS))
    assert 'example.org"' not in everything
    assert "@example" not in everything
    assert "05702" not in everything
    assert "•" in everything


def test_a_reserved_document_is_quoted_with_at_most_300_characters() -> None:
    text = f"Der Bauhof {'arbeitet und ' * 40}ruht."
    long = Evidence(0, len(text), text)
    project = Project("Bauhof Nordwest 2", "projekt", (long,), problems=(Claim(text, long),))
    for rights, whole in (("all-rights-reserved", False), ("cc-by-4.0", True)):
        reading = Reading(a_document(text, rights=rights), Facts(projects=(project,)))
        for node in evidence_nodes(to_statements(reading, IRIS)):
            quote = str(node[NW.quote])
            assert (len(quote) > 300) is whole
            assert text.startswith(quote)
            assert text[len(quote) :][:1] in ("", " ")
            assert int(node[NW.end]) == len(quote)


def test_the_same_reading_gives_the_same_statements_in_the_same_order() -> None:
    first, second = to_statements(a_reading(), IRIS), to_statements(a_reading(), IRIS)
    assert first == second
    assert len(first) == len(set(first))


def test_two_beginnings_stand_side_by_side_each_with_its_evidence() -> None:
    project = replace(
        a_project(),
        starts=(Claim("2021", quoted(TEXT, "2021")), Claim("2022-05", quoted(TEXT, "Mai 2022"))),
    )
    statements = to_statements(Reading(a_document(), Facts(projects=(project,))), IRIS)
    iri = IRIS.project("Bauhof Aue-Weser")
    assert values(statements, iri, NW.startDate) == {"2021", "2022-05"}
    quotes = {
        str(node[NW.quote])
        for node in evidence_nodes(statements)
        if node[RDF.predicate] == NW.startDate
    }
    assert quotes == {"2021", "Mai 2022"}


def test_a_person_holds_a_membership_with_role_concept_and_place() -> None:
    statements = to_statements(a_reading(), IRIS)
    person = IRIS.person("Dirk Breves")
    (membership,) = values(statements, person, ORG.hasMembership)
    assert values(statements, person, FOAF.name) == {"Dirk Breves"}
    assert values(statements, membership, NW.roleName) == {"Bürgermeister"}
    assert values(statements, membership, ORG.role) == {IRIS.role("Bürgermeister/in")}
    assert values(statements, membership, ORG.organization) == {IRIS.municipality("05770028")}


def test_an_event_keeps_who_came_and_who_was_missing_apart() -> None:
    statements = to_statements(a_reading(), IRIS)
    event = IRIS.event("Netzwerktreffen", "2022-05-04", "Hille")
    assert values(statements, event, NW.attendee) == {IRIS.person("Dirk Breves")}
    assert values(statements, event, NW.absentee) == {IRIS.person("Jan Rode")}
    assert values(statements, event, NW.about) == {IRIS.project("Bauhof Aue-Weser")}


def test_an_award_knows_its_undertaking_and_its_recipient() -> None:
    statements = to_statements(a_reading(), IRIS)
    award = IRIS.award("Gute Nachbarn", "Technik", "2023", "Hille")
    assert values(statements, award, NW.forUndertaking) == {IRIS.project("Bauhof Aue-Weser")}
    assert values(statements, award, NW.recipient) == {IRIS.municipality("05770012")}


def test_one_place_carries_a_statement_once_with_the_surest_find() -> None:
    doubtful = quoted(TEXT, "seit 2021", confidence=0.4)
    project = replace(
        a_project(), starts=(Claim("2021", doubtful), Claim("2021", quoted(TEXT, "seit 2021")))
    )
    statements = to_statements(Reading(a_document(), Facts(projects=(project,))), IRIS)
    (node,) = (node for node in evidence_nodes(statements) if node[RDF.predicate] == NW.startDate)
    assert str(node[NW.confidence]) == "0.9"


def test_a_generic_name_is_anchored_to_the_lead() -> None:
    reading = Reading(a_document(), Facts(projects=(a_project(name="Serviceportal"),)))
    statements = to_statements(reading, IRIS)
    assert values(statements, IRIS.project("Serviceportal", "Petershagen"), RDFS.label)
    assert not values(statements, IRIS.project("Serviceportal"), RDFS.label)


def test_events_without_a_date_are_not_merged_over_documents() -> None:
    reading = a_reading()
    undated = replace(reading.facts.events[0], date=None)
    subjects = {
        each.subject
        for text in (TEXT, TEXT + " Ende.")
        for each in to_statements(Reading(a_document(text), Facts(events=(undated,))), IRIS)
        if each.predicate == RDF.type and each.object == NW.Event
    }
    assert len(subjects) == 2


@pytest.mark.parametrize(
    ("publisher", "iri"),
    [
        ("Stadt Petershagen", IRIS.municipality("05770028")),
        ("Kreis Lippe", IRIS.municipality("05766")),
        ("Servicegesellschaft Nord GmbH", IRIS.organisation("Servicegesellschaft Nord GmbH")),
        ("Stadt Neustadt", None),
        ("Essen", None),
        ("Tageblatt", None),
    ],
)
def test_a_publisher_is_an_actor_only_where_that_is_sure(publisher: str, iri: str | None) -> None:
    reading = a_reading()
    reading = replace(reading, document=replace(reading.document, publisher=publisher))
    statements = to_statements(reading, IRIS)
    document = IRIS.document(reading.document.id)
    assert values(statements, document, DCTERMS.publisher) == ({iri} if iri else set())
    assert values(statements, document, NW.publisherName) == {publisher}


@pytest.mark.parametrize("url", ["kein Link", "javascript:alert(1)", "https://a.de/<b>"])
def test_a_source_that_is_no_web_address_is_left_out(url: str) -> None:
    document = replace(a_document(), source_url=url)
    statements = to_statements(Reading(document), IRIS)
    assert not values(statements, IRIS.document(document.id), DCTERMS.source)


def test_a_page_is_given_where_the_format_has_pages() -> None:
    document = replace(a_document(), page_starts=(0, TEXT.index("Das Land")))
    town = MunicipalityMention("Hille", "Gemeinde", "05770012", (quoted(TEXT, "in Hille"),))
    statements = to_statements(Reading(document, Facts(municipalities=(town,))), IRIS)
    assert {int(node[NW.page]) for node in evidence_nodes(statements)} == {2}


def test_a_county_is_written_as_a_county() -> None:
    mention = MunicipalityMention("Kreis Lippe", "Kreis", "05766", (quoted(TEXT, "Hille"),))
    statements = to_statements(Reading(a_document(), Facts(municipalities=(mention,))), IRIS)
    assert values(statements, IRIS.municipality("05766"), RDF.type) == {str(NW.County)}
