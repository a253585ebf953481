import pytest

from ontology.model import Project
from tests.ingest.texts import facts_of

BUS = (
    "Seit August 2022 fährt im Landkreis Wittmund der Rufbus „Harlinger Flitzer“. Beteiligt sind "
    "die Gemeinde Holtgast, die Samtgemeinde Esens und die Stadt Wittmund."
)


def main_project(text: str, title: str = "Neues aus dem Rathaus") -> Project:
    return facts_of(text, title=title).projects[0]


def towns(project: Project) -> set[str]:
    return {claim.actor.name for claim in project.participants}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(BUS, "Harlinger Flitzer", id="quoted behind its kind"),
        pytest.param(
            "Soltau und Munster haben die Plattform „HeideNetz“ gestartet.",
            "HeideNetz",
            id="coined",
        ),
        pytest.param(
            "Die Kooperation der ostfriesischen Klimaschutzbeauftragten besteht seit 2018. Aurich "
            "und Norden arbeiten darin gemeinsam an Gebäuden.",
            "Kooperation der ostfriesischen Klimaschutzbeauftragten",
            id="described",
        ),
        pytest.param(
            "Die Stadt Celle erstellt einen Wärmeplan. Der Wärmeplan soll 2026 fertig sein.",
            "Wärmeplan",
            id="kind of undertaking",
        ),
    ],
)
def test_undertakings_are_named_as_the_text_names_them(text: str, name: str) -> None:
    assert name in [project.name for project in facts_of(text).projects]


def test_a_noun_and_the_name_it_introduces_are_one_undertaking() -> None:
    facts = facts_of(BUS + " Der Rufbus ist beliebt.", title="Der Rufbus fährt")
    assert [project.name for project in facts.projects] == ["Harlinger Flitzer"]


@pytest.mark.parametrize(
    "paper", ["Mitteilungsvorlage", "Beschlussvorlage", "Sitzungsvorlage", "Drucksache 12/2023"]
)
def test_a_paper_of_the_council_is_no_undertaking(paper: str) -> None:
    said = f"Die {paper} der Gemeinde Holtgast und der Stadt Esens läuft seit 2018."
    called = f"Holtgast und Esens haben das Vorhaben {paper} beschlossen."
    for text in (said, called):
        facts = facts_of(text, kind="ratsvorlage", title=f"{paper}: Zusammenarbeit in der Vergabe")
        assert [one.name for one in facts.projects if one.name.startswith(paper[:9])] == []


def test_officers_are_no_undertaking_and_what_they_do_together_is_one() -> None:
    text = "Die Klimaschutzbeauftragten aus Aurich und Norden arbeiten seit 2019 im „Klimanetz“."
    names = [project.name for project in facts_of(text, title="Klimaschutzbeauftragte").projects]
    assert names == ["Klimanetz"]


def test_an_undertaking_may_be_about_papers() -> None:
    text = "Aurich und Norden haben das Projekt „Digitale Sitzungsvorlage Nordsee“ gestartet."
    names = [project.name for project in facts_of(text).projects]
    assert names == ["Digitale Sitzungsvorlage Nordsee"]


def test_a_programme_that_pays_is_no_undertaking() -> None:
    facts = facts_of("Geld kommt aus dem Bundesprogramm „Kluge Städte“, gemeinsam beantragt.")
    assert facts.projects == ()


def test_a_profile_carries_its_name_as_its_title() -> None:
    text = (
        "# Steckbrief: Gemeinsame Vollstreckungsstelle Borken\n\n"
        "Beteiligte: Borken (Hessen), Jesberg, Wabern\n"
        "Leitkommune: Borken (Hessen)\n"
        "Zusammenarbeit seit: 2009\n"
        "Rechtsform: Zweckverband\n"
        "Finanzierung: Landesprogramm IKZ, 100.000 Euro\n"
        "Ansprechpartnerin: Marion Henkel, Stadt Borken (Hessen)\n"
    )
    title = "Steckbrief: Gemeinsame Vollstreckungsstelle Borken"
    (project,) = facts_of(text, kind="projektsteckbrief", title=title).projects
    assert project.name == "Gemeinsame Vollstreckungsstelle Borken"
    assert towns(project) == {"Borken (Hessen)", "Jesberg", "Wabern"}
    assert project.lead is not None
    assert project.lead.actor.name == "Borken (Hessen)"
    assert [claim.value for claim in project.starts] == ["2009"]
    assert project.legal_form is not None
    assert project.legal_form.value == "Zweckverband"
    assert project.funding is not None
    assert project.funding.value == "Landesprogramm IKZ, 100.000 Euro"
    assert [claim.value for claim in project.contacts] == ["Marion Henkel"]


def test_rows_of_a_table_of_measures_are_undertakings_with_their_own_partner_and_time() -> None:
    text = (
        "# Pflegestrategie\n\n"
        "Nr. | Maßnahme | Zuständig | Zeitraum | Stand\n"
        "P1 | Pflegelotsen | Stadt Remagen | seit 2019 | laufend\n"
        "P2 | Haus der Pflege | Stadt Sinzig | 2022 bis 2024 | geplant\n"
    )
    facts = facts_of(text, kind="strategiepapier", title="Pflegestrategie")
    rows = {project.name: project for project in facts.projects}
    assert towns(rows["Pflegelotsen"]) == {"Remagen"}
    assert [claim.value for claim in rows["Pflegelotsen"].starts] == ["2019"]
    assert [claim.value for claim in rows["Haus der Pflege"].ends] == ["2024"]
    status = rows["Haus der Pflege"].status
    assert status is not None
    assert status.value == "geplant"


def test_every_section_of_a_newsletter_has_its_own_undertaking_and_towns() -> None:
    text = (
        "*** APP GESTARTET ***\n\nTangermünde und Stendal haben die Bürger-App „Altmark mobil“ "
        "gestartet.\n\n*** BAUHOF ***\n\nGardelegen und Kalbe (Milde) gründen einen gemeinsamen "
        "Bauhof.\n"
    )
    facts = facts_of(text, kind="newsletter", title="Rundbrief")
    found = {project.name: towns(project) for project in facts.projects}
    assert found == {
        "Altmark mobil": {"Tangermünde", "Stendal"},
        "gemeinsamer Bauhof": {"Gardelegen", "Kalbe (Milde)"},
    }


def test_towns_that_stayed_out_are_no_participants() -> None:
    project = main_project(
        "Celle und Bergen gründen den Zweckverband „Bauhof Südheide“. Soltau ist nicht mehr dabei."
    )
    assert towns(project) == {"Celle", "Bergen"}


def test_a_town_that_stands_only_in_the_name_does_not_take_part() -> None:
    project = main_project("Celle und Bergen betreiben das Portal „Südheide digital“.")
    assert towns(project) == {"Celle", "Bergen"}


def test_a_comparison_adds_no_participant() -> None:
    project = main_project(
        "Celle und Bergen betreiben das Portal „Südheide digital“.\n\n"
        "Zum Vergleich: Soltau hat kein solches Angebot."
    )
    assert towns(project) == {"Celle", "Bergen"}


def test_the_federfuehrung_leads() -> None:
    project = main_project(
        "Celle und Bergen betreiben das Portal „Südheide digital“. "
        "Die Federführung liegt bei der Stadt Bergen."
    )
    assert project.lead is not None
    assert project.lead.actor.name == "Bergen"


def test_two_beginnings_are_both_kept_with_their_sentences() -> None:
    project = main_project(
        "Die Kooperation der Heider Archivare begann 2019 in Celle. Für die Kooperation der Heider "
        "Archivare nennt die Stadt Bergen als Beginn den Januar 2020."
    )
    assert [claim.value for claim in project.starts] == ["2019", "2020-01"]
    assert "begann 2019" in project.starts[0].evidence.quote


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Der Kreis Celle hat den Rufbus „Heideblitz“ eingestellt.", "eingestellt"),
        ("Der Kreis Celle hat das Projekt „Heideblitz“ abgeschlossen.", "abgeschlossen"),
        ("Celle und Bergen wollen das Portal „Heideblitz“ aufbauen.", "geplant"),
        ("Celle und Bergen betreiben seit 2020 das Portal „Heideblitz“.", "laufend"),
    ],
)
def test_status_follows_wording_and_tense(sentence: str, status: str) -> None:
    project = main_project(sentence)
    assert project.status is not None
    assert project.status.value == status


def test_who_pays_and_how_much_stand_with_the_sentence() -> None:
    project = main_project(
        "Celle und Bergen betreiben das Portal „Südheide digital“. "
        "Gefördert wird es vom Land mit 90.000 Euro."
    )
    assert project.funding is not None
    assert project.funding.value == "90.000 Euro (Land)"
    assert [claim.actor.name for claim in project.funders] == ["Land"]


def test_fields_of_life_are_taken_where_a_strategy_enumerates_them() -> None:
    text = (
        "# Gemeinsam digital\n\nDie Strategie von Celle blickt auf fünf Bereiche: Verwaltung, "
        "Mobilität, Energie und Umwelt, Bildung und Lernen sowie Städtebau."
    )
    facts = facts_of(text, kind="strategiepapier", title="Gemeinsam digital")
    assert [claim.value for claim in facts.projects[0].fields] == [
        "Verwaltung",
        "Mobilität",
        "Energie und Umwelt",
        "Bildung und Lernen",
        "Städtebau",
    ]
