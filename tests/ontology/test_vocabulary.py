from importlib.resources import files

import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SKOS

from ontology.iris import ONTOLOGY, slug
from ontology.terms import NW
from ontology.vocabulary import concept, fields, role_concept, roles, themes

CORPUS_THEMES = 24
FIELDS_OF_LIFE = {
    "Verwaltung",
    "Mobilität",
    "Gesellschaft und Soziales",
    "Energie und Umwelt",
    "Wirtschaft und Tourismus",
    "Gesundheit und Pflege",
    "Bildung und Lernen",
    "Städtebau",
}


def core() -> Graph:
    text = (files("ontology") / "core.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def own_terms(graph: Graph) -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    return {
        term
        for kind in kinds
        for term in graph.subjects(RDF.type, kind)
        if isinstance(term, URIRef) and term.startswith(ONTOLOGY)
    }


def test_python_names_and_vocabulary_file_define_the_same_terms() -> None:
    names = {URIRef(f"{ONTOLOGY}{name}") for name in NW.__annotations__ if name[0] != "_"}
    assert names == own_terms(core())


def test_a_misspelt_term_raises() -> None:
    with pytest.raises(AttributeError, match="particpant"):
        NW.particpant  # noqa: B018 - the access itself is what raises


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_own_term_is_labelled_and_defined(predicate: URIRef, language: str) -> None:
    graph = core()
    bare = {
        term
        for term in own_terms(graph)
        if language
        not in {getattr(text, "language", "") for text in graph.objects(term, predicate)}
    }
    assert not bare


def test_every_super_class_and_property_leads_out_of_the_vocabulary() -> None:
    graph = core()
    for term in graph.subjects(RDF.type, OWL.Class):
        supers = graph.transitive_objects(term, RDFS.subClassOf)
        assert any(not str(each).startswith(ONTOLOGY) for each in supers), term


def test_the_scheme_has_the_themes_and_the_eight_fields_of_life() -> None:
    assert len(themes()) == CORPUS_THEMES
    assert {field.label for field in fields()} == FIELDS_OF_LIFE
    for theme in themes():
        assert theme.label in FIELDS_OF_LIFE or theme.broader in FIELDS_OF_LIFE


@pytest.mark.parametrize(
    ("word", "theme"),
    [
        ("OZG", "Serviceportal/OZG"),
        ("DMS", "E-Akte/DMS"),
        ("IKZ", "Wissensmanagement"),
        ("CDO", "Verwaltungsdigitalisierung"),
        ("BIM", "Bauen und Planen"),
        ("MIV", "Mobilität"),
        ("ISB", "IT-Sicherheit"),
        ("ISMS", "IT-Sicherheit"),
        ("GIS", "Geodaten"),
        ("ÖPNV", "Mobilität"),
        ("VHS", "Bildung und Schule"),
        ("KRITIS", "Katastrophenschutz"),
        ("LoRaWAN", "Smart City"),
    ],
)
def test_an_officers_abbreviation_leads_to_exactly_one_theme(word: str, theme: str) -> None:
    assert [each.label for each in themes() if word in each.alternatives] == [theme]


def test_labels_give_distinct_iris() -> None:
    labels = {each.label for each in (*themes(), *fields())}
    assert len({slug(label) for label in labels}) == len(labels)
    assert len({slug(role.label) for role in roles()}) == len(roles())


def test_a_concept_is_found_by_its_label_only() -> None:
    found = concept("Geodaten")
    assert found is not None
    assert found.english == "Geodata"
    assert found.broader == "Verwaltung"
    assert concept("Geo") is None


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Bürgermeisterin", "Bürgermeister/in"),
        ("Oberbürgermeister", "Oberbürgermeister/in"),
        ("Erster Beigeordneter", "Beigeordnete/r"),
        ("Stadtkämmerin", "Kämmerer/in"),
        ("Chief Digital Officer (CDO)", "Chief Digital Officer"),
        ("Stabsstelle Digitales / Chief Digital Officer", "Chief Digital Officer"),
        ("Leiterin des Fachdienstes Soziales", "Leiter/in"),
        ("Fachbereichsleiter Bauen", "Fachbereichsleiter/in"),
        ("Umweltdezernentin", "Dezernent/in"),
        ("Landrätin", "Landrat/rätin"),
        ("Klimaschutzmanagerin", "Klimaschutzmanager/in"),
        ("Hausmeister", None),
        ("", None),
    ],
)
def test_a_role_as_written_is_recognised_in_all_its_forms(words: str, role: str | None) -> None:
    assert role_concept(words) == role


def test_no_word_form_belongs_to_two_roles() -> None:
    forms = [form.casefold() for role in roles() for form in role.alternatives]
    assert len(forms) == len(set(forms))
