from itertools import pairwise

from ontology.ordering import german_order

EXPECTED = [
    "5 für OWL",
    "anderes",
    "Änderung",
    "„Das digitale Dorf“",
    "digital.interkommunal",
    "DIGITALBÜRO OWL",
    "Holibri",
    "Höxter",
    "Straßenbau",
    "Streusalz",
    "Überland",
    "Zellingen",
]


def test_names_stand_where_a_dictionary_has_them() -> None:
    assert [
        pair for pair in pairwise(EXPECTED) if not german_order(pair[0]) < german_order(pair[1])
    ] == []


def test_names_that_differ_by_capitals_alone_have_one_order() -> None:
    assert sorted(["portal", "Portal"], key=german_order) == ["Portal", "portal"]
