from ingest.figures import with_figures
from ontology.model import Document, Evidence, Project
from tests.factories import a_document

TEXT = (
    "Das Vorhaben „Dorfnetz“ lief drei Jahre. Frühe Berichte zählen 16 Dörfer. Am Ende ist von "
    "26 Dorfgemeinschaften die Rede. Es kostete zwei Millionen Euro.\n\n"
    "Das Vorhaben „Rathaus mobil“ umfasst fünf Gemeinden."
)


def named(name: str, text: str) -> Project:
    start = text.index(name)
    return Project(name, "projekt", (Evidence(start, start + len(name), name),))


def figures(document: Document, *names: str) -> list[list[str]]:
    projects = with_figures(document, tuple(named(name, document.text) for name in names))
    for project in projects:
        for claim in project.figures:
            evidence = claim.evidence
            assert document.text[evidence.start : evidence.end] == evidence.quote
    return [[claim.value for claim in project.figures] for project in projects]


def test_counts_belong_to_the_undertaking_named_last() -> None:
    found = figures(a_document(TEXT), "Dorfnetz", "Rathaus mobil")
    assert found == [["16 Dörfer", "26 Dörfer"], ["5 Gemeinden"]]


def test_a_count_before_any_undertaking_or_far_behind_it_belongs_to_none() -> None:
    early = "Dem Kreis gehören 16 Gemeinden an. Das Dorfnetz kam später."
    assert figures(a_document(early), "Dorfnetz") == [[]]
    late = f"Das Dorfnetz kam. {'Es regnete lange. ' * 60}Dem Kreis gehören 16 Gemeinden an."
    assert figures(a_document(late), "Dorfnetz") == [[]]


def test_a_number_of_what_takes_no_part_is_no_count() -> None:
    text = "Das Dorfnetz läuft. In 16 Dörfern schien die Sonne."
    assert figures(a_document(text), "Dorfnetz") == [[]]
