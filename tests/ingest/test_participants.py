"""Who takes part in an undertaking, who only stands by, and whom `die drei Städte` means."""

import pytest

from ingest.facts import find_actors
from ingest.layout import Span, read_layout
from ingest.participants import find_partners
from ingest.project_choice import Named
from ingest.scopes import read_source, scope_of
from ontology.model import Project
from tests.ingest.texts import a_document, facts_of

BUS = "Der Rufbus „Heideflitz“ fährt seit 2022. Beteiligt sind Soltau, Munster und Walsrode. "


def of(text: str, name: str) -> Project:
    return next(project for project in facts_of(text).projects if project.name == name)


def towns(project: Project) -> set[str]:
    return {claim.actor.name for claim in project.participants}


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Nicht mit dabei ist Bispingen.", id="not in it"),
        pytest.param("Bispingen prüft, ob es im Herbst dazustößt.", id="considers"),
        pytest.param("Bispingen hat inzwischen angefragt.", id="asked"),
        pytest.param("Bispingen baut auf ein eigenes Angebot.", id="has its own"),
        pytest.param("Das hatte Bispingen vorgemacht.", id="was the model"),
        pytest.param("Die Projektleiterin wurde in Bispingen geboren.", id="home town"),
    ],
)
def test_who_stands_apart_takes_no_part(sentence: str) -> None:
    assert towns(of(BUS + sentence, "Heideflitz")) == {"Soltau", "Munster", "Walsrode"}


def test_a_town_named_once_in_passing_is_none_of_a_circle_that_is_known() -> None:
    text = BUS + "Fahrer suchte das Unternehmen wochenlang und fand sie in Celle."
    assert "Celle" not in towns(of(text, "Heideflitz"))


def test_the_last_list_of_so_many_towns_is_meant_by_their_number() -> None:
    text = BUS + "\n\nDaneben gibt es den „Bücherkoffer“, den die drei Städte 2021 gegründet haben."
    assert towns(of(text, "Bücherkoffer")) == {"Soltau", "Munster", "Walsrode"}


def test_a_company_takes_part_by_what_it_does() -> None:
    text = BUS + "Den Betrieb hat die Verkehrsgesellschaft Heidekreis mbH übernommen."
    assert "Verkehrsgesellschaft Heidekreis mbH" in towns(of(text, "Heideflitz"))
    assert of(text, "Heideflitz").participants[0].evidence.quote in text


@pytest.mark.parametrize("sureness", [0.9, 0.3])
def test_an_undertaking_keeps_who_surely_takes_part_however_doubtful_its_name(
    sureness: float,
) -> None:
    document = a_document(BUS + "Bispingen hat inzwischen angefragt.")
    layout = read_layout(document)
    source = read_source(document, layout, find_actors(document, None))
    start = document.text.index("Heideflitz")
    spans = (Span(start, start + len("Heideflitz")),)
    named = Named("Heideflitz", "projekt", spans, sureness, "quoted")
    (partners,) = find_partners(source, (scope_of(source, named, [named]),))
    found = {claim.actor.name for claim in partners.participants}
    assert found == {"Soltau", "Munster", "Walsrode"}


def test_a_year_belongs_to_the_undertaking_named_before_it() -> None:
    text = (
        "Aus dem Netzwerk „Heide hilft“, das 2017 begonnen hat, ging die Plattform „HeideNetz“ "
        "hervor. Soltau und Munster tragen die Plattform „HeideNetz“. Soltau und Munster arbeiten "
        "im Netzwerk „Heide hilft“ zusammen."
    )
    assert [claim.value for claim in of(text, "Heide hilft").starts] == ["2017"]
    assert of(text, "HeideNetz").starts == ()


def test_a_verb_of_beginning_at_the_front_dates_a_long_name() -> None:
    text = (
        "Begonnen hat die interkommunale Kooperation der niedersächsischen Klimaschutzbeauftragten "
        "im Jahr 2018. Soltau und Munster arbeiten seither gemeinsam."
    )
    (project, *_) = facts_of(text).projects
    assert [claim.value for claim in project.starts] == ["2018"]
