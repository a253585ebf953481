"""The twelve competency questions, asked of the demonstration corpus; answers are its texts'."""

from collections import defaultdict

import pytest

from graph.named_queries import competency_names, competency_query
from ontology.gazetteer import gazetteer
from ontology.vocabulary import fields, themes
from tests.graph.corpus_store import CorpusStore, Row

CIO = "Landes-CIO würdigt lippische Zusammenarbeit bei der Digitalisierung"
PROFILE = (
    "Steckbrief: Interkommunale Kooperation der lippischen CDOs und Digitalisierungsbeauftragten"
)
FRAME = "Lippes Kommunen geben ihrer Digitalisierung einen gemeinsamen Rahmen"
STRATEGY = "Lippe lebt Digitalisierung! – Lesefassung zur gemeinsamen Rahmenstrategie"
KREIS_LIPPE = "05766"


def column(rows: list[Row], name: str) -> set[str | None]:
    return {row[name] for row in rows}


def test_there_are_twelve_questions_each_with_its_wording() -> None:
    names = competency_names()
    assert [name[:3] for name in names] == [f"q{number:02}" for number in range(1, 13)]
    for name in names:
        assert competency_query(name).splitlines()[0].endswith("?")


@pytest.mark.parametrize("question", competency_names())
def test_every_answer_comes_with_a_quote_that_stands_in_its_document(
    corpus_store: CorpusStore, question: str
) -> None:
    rows = corpus_store.ask(question)
    assert rows
    for row in rows:
        quote, text = row["quote"] or "", corpus_store.texts[row["title"] or ""]
        assert quote
        assert quote in text or "•" in quote


def test_the_digital_officers_of_lippe_have_their_towns(corpus_store: CorpusStore) -> None:
    rows = corpus_store.ask("q01_digital_officers")
    found = {(row["person"], row["town"]) for row in rows}
    assert found >= {
        ("Lena Sargalski", "Bad Salzuflen"),
        ("Sandra Müller", "Detmold"),
        ("Swen Horstmann", "Schieder-Schwalenberg"),
        ("Torben Klassen", "Leopoldshöhe"),
    }
    assert column(rows, "town") <= {town.name for town in gazetteer().members(KREIS_LIPPE)}


def test_the_cooperation_won_the_egovernment_award_of_2021(corpus_store: CorpusStore) -> None:
    rows = corpus_store.ask("q02_award")
    assert column(rows, "award") == {"eGovernment-Wettbewerb"}
    assert column(rows, "category") == {"Bestes Kooperationsprojekt"}
    assert column(rows, "year") == {"2021"}
    assert any("lippisch" in (recipient or "") for recipient in column(rows, "recipient"))
    assert column(rows, "title") >= {CIO, FRAME, STRATEGY}


def test_the_cooperations_participants_are_towns_of_lippe_and_the_county(
    corpus_store: CorpusStore,
) -> None:
    members = {town.name for town in gazetteer().members(KREIS_LIPPE)}
    found = column(corpus_store.ask("q03_participants"), "municipality")
    # The profile lists all but Augustdorf; other documents speak of all sixteen.
    assert found | {"Augustdorf"} == members | {"Kreis Lippe"}


def test_both_beginnings_stand_with_their_documents(corpus_store: CorpusStore) -> None:
    told: defaultdict[str, set[str]] = defaultdict(set)
    for row in corpus_store.ask("q04_beginning"):
        year = (row["start"] or "")[:4]
        assert year in (row["quote"] or "")
        told[year].add(row["title"] or "")
    assert set(told) == {"2019", "2020"}
    assert told["2019"] >= {FRAME, STRATEGY}
    assert told["2020"] >= {CIO, PROFILE}


def test_what_the_cooperation_does_together_is_told(corpus_store: CorpusStore) -> None:
    told: defaultdict[str | None, str] = defaultdict(str)
    for row in corpus_store.ask("q05_what_they_do"):
        told[row["title"]] += row["what"] or ""
    assert "Fortbildung" in told[PROFILE]
    assert "Serviceportal" in told[CIO]


def test_who_came_to_guetersloh_and_who_was_missing(corpus_store: CorpusStore) -> None:
    rows = corpus_store.ask("q06_meeting")
    presence: defaultdict[str | None, set[str | None]] = defaultdict(set)
    for row in rows:
        presence[row["presence"]].add(row["person"])
    assert presence["anwesend"] == {
        "Thorsten Schmidthuis",
        "Carsten Schlepphorst",
        "Ludmilla Middeke",
        "Jens Edler",
        "Lena Sargalski",
        "Moritz Bodenbenner",
    }
    assert presence["abwesend"] == {"Sandra Müller", "Sandra Causemann"}


def test_whom_to_call_about_the_cooperation(corpus_store: CorpusStore) -> None:
    rows = corpus_store.ask("q07_contact")
    assert column(rows, "person") >= {"Lena Sargalski", "Sandra Müller"}
    organisations = {(row["person"], row["organisation"]) for row in rows}
    assert ("Sandra Müller", "Detmold") in organisations


def test_the_strategy_covers_the_eight_fields_of_life(corpus_store: CorpusStore) -> None:
    rows = [
        row for row in corpus_store.ask("q08_fields_of_life") if row["title"] in (FRAME, STRATEGY)
    ]
    assert column(rows, "field") == {field.label for field in fields()}


def test_the_digitalbuero_funded_the_strategy(corpus_store: CorpusStore) -> None:
    assert "DigitalBüro OWL" in column(corpus_store.ask("q09_funder"), "funder")


def test_five_towns_belong_to_five_for_owl(corpus_store: CorpusStore) -> None:
    assert column(corpus_store.ask("q10_five_for_owl"), "member") == {
        "Bielefeld",
        "Gütersloh",
        "Herford",
        "Bad Salzuflen",
        "Detmold",
    }


def test_rainer_vidal_leads_the_digitalbuero(corpus_store: CorpusStore) -> None:
    rows = corpus_store.ask("q11_digitalbuero_head")
    assert column(rows, "person") == {"Rainer Vidal"}


def test_undertakings_that_share_a_theme_are_of_different_towns(corpus_store: CorpusStore) -> None:
    towns: defaultdict[str | None, set[str | None]] = defaultdict(set)
    projects: defaultdict[str | None, set[str | None]] = defaultdict(set)
    for row in corpus_store.ask("q12_shared_themes"):
        towns[row["theme"]].add(row["town"])
        projects[row["theme"]].add(row["project"])
    assert set(projects) <= {theme.label for theme in themes()}
    assert all(len(towns[theme]) > 1 for theme in projects)
    assert len(projects["Serviceportal/OZG"]) > 1
