from dataclasses import replace

import pytest

from graph.canonical import refresh_canonical
from graph.catalogue import Catalogue
from graph.contradictions import Contradiction, contradictions
from graph.convert import to_statements
from graph.store import Store
from ontology.model import Claim, Facts, Reading, Status
from tests.graph.corpus_store import CorpusStore
from tests.graph.readings import TEXT, a_document, a_project, quoted
from tests.graph.test_reconciling import Shelf


def told(
    number: int,
    *,
    starts: tuple[str, ...] = (),
    status: Status = "laufend",
    date: str | None = "2023-06-01",
    results: tuple[str, ...] = (),
    name: str = "Bauhof Aue-Weser",
) -> Reading:
    """Return a document that tells of the yard with other values than its sisters."""
    text = f"{TEXT} {number}"
    proof = quoted(text, "Bauhof")
    project = replace(
        a_project(text, name=name),
        starts=tuple(Claim(start, proof) for start in starts),
        status=Claim(status, proof),
        results=tuple(Claim(result, proof) for result in results),
    )
    return Reading(replace(a_document(text), date=date), Facts(projects=(project,)))


def found_in(*readings: Reading) -> tuple[Contradiction, ...]:
    store = Store()
    for reading in readings:
        store.replace(reading.document.id, to_statements(reading, store.iris))
    refresh_canonical(store, Shelf(readings))
    return contradictions(store, Catalogue(store))


def values(found: Contradiction) -> list[str]:
    return [side.value for side in found.sides]


def test_two_beginnings_are_shown_with_the_proof_of_both() -> None:
    one, other = told(1, starts=("2019",)), told(2, starts=("2020",))
    (found,) = found_in(one, other)
    assert (found.name, values(found), found.is_within) == (
        "Bauhof Aue-Weser",
        ["2019", "2020"],
        False,
    )
    assert [side.evidence[0].document_id for side in found.sides] == [
        one.document.id,
        other.document.id,
    ]
    assert {proof.quote for side in found.sides for proof in side.evidence} == {"Bauhof"}


def test_beginnings_under_two_spellings_of_one_name_are_compared() -> None:
    (found,) = found_in(
        told(1, starts=("2019",)), told(2, starts=("2020",), name="Der Bauhof Aue Weser")
    )
    assert values(found) == ["2019", "2020"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told(1, starts=("2020",)), told(2, starts=("2020-08",)), id="less precise"),
        pytest.param(told(1, starts=("2020",)), told(2, starts=("2020",)), id="the same"),
        pytest.param(told(1, starts=("2020",)), told(2), id="only one says it"),
        pytest.param(
            told(1, status="laufend", date="2020-01-01"),
            told(2, status="abgeschlossen", date="2023-01-01"),
            id="statuses of two times",
        ),
        pytest.param(
            told(1, status="laufend"), told(2, status="unbekannt"), id="nothing known of one"
        ),
        pytest.param(
            told(1, results=("16 Dörfer nahmen teil",)),
            told(2, results=("200 Haushalte sparen",)),
            id="other things counted",
        ),
    ],
)
def test_what_can_both_be_true_is_no_contradiction(one: Reading, other: Reading) -> None:
    assert found_in(one, other) == ()


def test_two_statuses_within_a_month_contradict() -> None:
    (found,) = found_in(
        told(1, status="laufend", date="2023-01-01"),
        told(2, status="eingestellt", date="2023-01-20"),
    )
    assert values(found) == ["eingestellt", "laufend"]


def test_two_counts_of_the_same_thing_contradict() -> None:
    (found,) = found_in(
        told(1, results=("16 Dörfer nahmen teil",)),
        told(2, results=("Am Ende waren es 26 Dorfgemeinschaften",)),
    )
    assert (found.counts, values(found)) == ("Dörfer", ["16 Dörfer", "26 Dörfer"])


def test_several_dates_of_one_document_are_minor_but_two_counts_are_not() -> None:
    dates = found_in(told(1, starts=("2001", "2009")))
    proof = quoted(f"{TEXT} 1", "Bauhof")
    counted = told(1)
    (project,) = counted.facts.projects
    project = replace(project, figures=(Claim("16 Dörfer", proof), Claim("26 Dörfer", proof)))
    counts = found_in(replace(counted, facts=Facts(projects=(project,))))
    assert [each.is_minor for each in (*dates, *counts)] == [True, False]


def test_one_document_against_itself_comes_after_documents_against_each_other() -> None:
    within = told(3, starts=("2001", "2009"), name="Alpenhof Nord")
    between = (told(1, starts=("2019",)), told(2, starts=("2020",)))
    found = found_in(within, *between)
    assert [(each.name, each.is_within) for each in found] == [
        ("Bauhof Aue-Weser", False),
        ("Alpenhof Nord", True),
    ]


def test_the_two_beginnings_of_the_cooperation_in_lippe_are_found(
    corpus_store: CorpusStore,
) -> None:
    store = Store()
    for document_id, statements in corpus_store.statements.items():
        store.replace(document_id, statements)
    refresh_canonical(store, Shelf(corpus_store.readings))
    between = [each for each in contradictions(store, Catalogue(store)) if not each.is_within]
    (lippe,) = [
        each for each in between if "lippischen" in each.name and values(each) == ["2019", "2020"]
    ]
    assert lippe.predicate.endswith("#startDate")
    for side in lippe.sides:
        for proof in side.evidence:
            assert side.value in proof.quote
