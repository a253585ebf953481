"""The many ways in which German says what somebody does and for whom."""

import pytest

from ingest.leaders import with_leaders
from ingest.recogniser import Span
from ingest.recogniser_join import doubtful_organisations, likely_organisations
from ontology.model import Evidence, Project
from tests.ingest.actors import entities_of, roles_in, town_names

AALEN = "Stadt Aalen"
ULM = "Stadt Ulm"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Jan Wolters sitzt dem Zweckverband Abfallwirtschaft Ostalb vor.",
            [("Vorsitzender", "Zweckverband Abfallwirtschaft Ostalb")],
            id="presides",
        ),
        pytest.param(
            "Jan Wolters (38) leitet ab sofort das Kulturamt.",
            [("Leiter des Kulturamts", None)],
            id="an age before the verb",
        ),
        pytest.param(
            "Jan Wolters, Verwaltungswirt aus Aalen, führt künftig die Geschäfte der Regionalwerke "
            "Ostalb GmbH.",
            [("Geschäftsführer", "Regionalwerke Ostalb GmbH")],
            id="runs the business",
        ),
        pytest.param(
            "Dem Netzwerk gehört auch Aalen an, wo Jan Wolters das Jugendamt leitet.",
            [("Leiter des Jugendamts", AALEN)],
            id="a clause with its verb last",
        ),
        pytest.param(
            "In Aalen koordiniert Jan Wolters das Projekt.",
            [("Koordinator", AALEN)],
            id="a verb before the name",
        ),
        pytest.param(
            "In Aalen übernimmt Jan Wolters die Stabsstelle Klima.",
            [("Stabsstelle Klima", AALEN)],
            id="takes over a unit",
        ),
        pytest.param(
            "Es gibt nur noch die Stadtwerke Aalen GmbH, und Jan Wolters leitet sie.",
            [("Leiter", "Stadtwerke Aalen GmbH")],
            id="leads it",
        ),
        pytest.param(
            "Das Buch führt Jan Wolters, Bauhofleiter in Aalen.",
            [("Bauhofleiter", AALEN)],
            id="keeping a book is no office",
        ),
        pytest.param(
            "Die Stadt Aalen stellt mit Jan Wolters einen Manager.",
            [("Manager", AALEN)],
            id="a town provides somebody",
        ),
        pytest.param(
            "Die Stadt Aalen hat Jan Wolters zum Ortsvorsteher bestellt.",
            [("Ortsvorsteher", AALEN)],
            id="somebody is made something",
        ),
        pytest.param(
            "Zuständig ist Jan Wolters. Der 43-Jährige leitet seit 2020 die Stabsstelle Klima der "
            "Stadt Aalen.",
            [("Leiter der Stabsstelle Klima", AALEN)],
            id="taken up by age",
        ),
        pytest.param(
            "Es klingelte bei Jan Wolters. Der Leiter der Volkshochschule Aalen drehte sich um.",
            [("Leiter", "Volkshochschule Aalen")],
            id="taken up by office",
        ),
    ],
)
def test_verbs_and_later_sentences_tell_an_office(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Jan Wolters") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Aalens neue Kämmerin Petra Kruse kam.",
            [("Kämmerin", AALEN)],
            id="an adjective between town and office",
        ),
        pytest.param(
            "Planerin Petra Kruse von der BTU sprach. Aalen hörte zu.",
            [("Planerin", "BTU")],
            id="from a body without a telling noun",
        ),
        pytest.param(
            "Die Regio Aalen GmbH baut. Regio-Chefin Petra Kruse kam.",
            [("Chefin", "Regio Aalen GmbH")],
            id="the body's name in the office",
        ),
        pytest.param(
            "Kurse gibt es in Aalen. Dort hat Archivarin Petra Kruse begonnen. Ulm wartet.",
            [("Archivarin", AALEN)],
            id="there",
        ),
        pytest.param(
            "In Aalen hilft Petra Kruse, dort Archivarin, in Ulm niemand.",
            [("Archivarin", AALEN)],
            id="there, behind the name",
        ),
        pytest.param(
            "Aus Aalen kamen Stadtrat Jan Wolters und Kämmerin Petra Kruse, aus Ulm niemand.",
            [("Kämmerin", AALEN)],
            id="who came from where",
        ),
        pytest.param(
            "Verbandsvorsteher ist Jan Wolters, Bürgermeister von Aalen. Seine Stellvertreterin "
            "ist Petra Kruse. Der Wasserverband Ostalb tagt.",
            [("Stellvertreterin", "Wasserverband Ostalb")],
            id="a deputy serves the body of the first office",
        ),
        pytest.param(
            "Die Leiterin der Volkshochschule Aalen, Oberstudienrätin Petra Kruse, kam.",
            [("Leiterin", "Volkshochschule Aalen")],
            id="an office before the rank",
        ),
        pytest.param(
            "Zur Vorsitzenden wählte der Wasserverband Ostalb die Aalener Kämmerin Petra Kruse.",
            [("Vorsitzende", "Wasserverband Ostalb"), ("Kämmerin", AALEN)],
            id="chosen for a second office",
        ),
        pytest.param(
            "Petra Kruse, früher Kämmerin in Ulm und heute Geschäftsführerin der Regionalwerke "
            "Ostalb GmbH, kam.",
            [("Geschäftsführerin", "Regionalwerke Ostalb GmbH")],
            id="then and now",
        ),
        pytest.param(
            "Die Bürgermeisterinnen der Mitglieder, Anna Vogt (Aalen), Petra Kruse (Ulm), kamen.",
            [("Bürgermeisterin", ULM)],
            id="one office of all in a list",
        ),
        pytest.param(
            "Das Institut für Verkehr unter Prof. Dr. Petra Kruse zählt.",
            [(None, "Institut für Verkehr")],
            id="a body under somebody",
        ),
        pytest.param(
            "Gastgeberin: Petra Kruse, Bürgermeisterin der Stadt Aalen",
            [("Bürgermeisterin", AALEN)],
            id="who was host has a real office",
        ),
        pytest.param(
            "Name | Funktion | Haus\nPetra Kruse | Vertrieb | Regiosoft GmbH\n",
            [("Vertrieb", "Regiosoft GmbH")],
            id="the heads of columns",
        ),
        pytest.param(
            "Kommune | Ansprechpartner\nAalen | Petra Kruse, Hauptamt\n",
            [("Hauptamt", AALEN)],
            id="a unit in the cell of the name",
        ),
        pytest.param(
            "Mit freundlichen Grüßen\nPetra Kruse\nStadt Aalen\nLeiterin Hauptamt",
            [("Leiterin Hauptamt", AALEN)],
            id="a signature of three lines",
        ),
        pytest.param(
            "Mit freundlichen Grüßen\ni. A. Petra Kruse, Leiterin Hauptamt\nStadt Aalen",
            [("Leiterin Hauptamt", AALEN)],
            id="the employer in the line below",
        ),
        pytest.param(
            "Petra Kruse ist bei der Stadt Aalen als Referentin für Ausbildung tätig und baut auf.",
            [("Referentin für Ausbildung", AALEN)],
            id="an office ends where the sentence goes on",
        ),
        pytest.param(
            "Vorsitz: Bürgermeisterin Petra Kruse aus Aalen",
            [("Bürgermeisterin", AALEN)],
            id="chairing a meeting is no office beside a real one",
        ),
        pytest.param(
            "Der Beirat tagt vierteljährlich. Sprecherin ist Petra Kruse. Ulm zahlt.",
            [("Sprecherin", "Beirat")],
            id="an office of the body that the sentence before names",
        ),
        pytest.param(
            "Den Vorsitz im Lenkungskreis führt Aalens Kämmerin Petra Kruse.",
            [("Vorsitz", "Lenkungskreis"), ("Kämmerin", AALEN)],
            id="the chair of a committee",
        ),
        pytest.param(
            "Der Rat schuf einen Beirat. Petra Kruse, die dem Beirat vorsitzt, kam.",
            [("Vorsitzende", "Beirat")],
            id="who presides over it",
        ),
        pytest.param(
            "Koordiniert wird das „Kulturkarussell“ von Aalens Kämmerin Petra Kruse.",
            [("Koordinatorin", "Kulturkarussell"), ("Kämmerin", AALEN)],
            id="led by somebody with an office",
        ),
        pytest.param(
            "Petra Kruse koordiniert das „Kulturkarussell“ von Aalen aus.",
            [("Koordinatorin", "Kulturkarussell")],
            id="leads what stands in quotation marks",
        ),
        pytest.param(
            "Petra Kruse (parteilos), seit 2019 Bürgermeisterin in Essingen, kam.",
            [("Bürgermeisterin", "Gemeinde Essingen")],
            id="an office in a town is no mere place",
        ),
        pytest.param(
            "Geplant hat das Petra Kruse (Büro Stadtraum, Ulm).",
            [(None, "Stadtraum")],
            id="a word for a business is no office",
        ),
        pytest.param(
            "Die Rechnungen prüft Revisorin Petra Kruse von der Kreisverwaltung Göppingen.",
            [("Revisorin", "Landkreis Göppingen")],
            id="the county by its administration",
        ),
        pytest.param(
            "Es kamen: Petra Kruse, IHK zu Leipzig; Jan Wolters, Stadt Aalen.",
            [(None, "IHK zu Leipzig")],
            id="an entry between semicolons",
        ),
        pytest.param(
            "Zuständig ist das Büro der Kämmerin Petra Kruse. Ulm zahlt.",
            [("Kämmerin", ULM)],
            id="somebody's own office",
        ),
    ],
)
def test_the_words_around_a_name_tell_where_somebody_works(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Petra Kruse") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amtsvorsteher der Wilstermarsch ist Jan Wolters.", ["Amt Wilstermarsch"]),
        ("Für das Amt Horst-Herzhorn kam niemand.", ["Amt Horst-Herzhorn"]),
        (
            "Die Ämter Büsum-Wesselburen und Eider aus Schleswig-Holstein kommen.",
            ["Amt Büsum-Wesselburen", "Amt Eider"],
        ),
        ("Mit dabei ist die VG Hanstein-Rusteberg aus Thüringen.", ["VG Hanstein-Rusteberg"]),
        ("Die badenovaNETZE GmbH liefert.", ["badenovaNETZE GmbH"]),
        ("Träger ist die Station Gütersloh/Bielefeld e. V.", ["Station Gütersloh/Bielefeld e. V."]),
        ("Das Bildungswerk der Wirtschaft gGmbH schult.", ["Bildungswerk der Wirtschaft gGmbH"]),
        ("Die Kommunale IT-Union eG hilft.", ["Kommunale IT-Union eG"]),
        ("Das krz hilft, inexio baut.", ["krz", "inexio"]),
        ("Es schreibt das Bau- und Ordnungsamt.", []),
        ("Das Netz betreiben wir mit den Stadtwerken Göppingen.", ["Stadtwerke Göppingen"]),
        ("Der Bezirk Schwaben zahlt.", ["Bezirk Schwaben"]),
        ("Der Nationalpark Harz hilft.", ["Nationalpark Harz"]),
        ("Es hilft die AktivRegion Schlei-Ostsee.", ["AktivRegion Schlei-Ostsee"]),
        ("Es fährt die Albtal-Verkehrs-Gesellschaft.", ["Albtal-Verkehrs-Gesellschaft"]),
        ("Verbandsgemeindeverwaltung Dahner Felsenland", ["Verbandsgemeinde Dahner Felsenland"]),
        ("Der Archivverbund Untere Werra wächst.", []),
        ("Am 3. Mai, 18 Uhr, Medienzentrum Stade: Treffen.", []),
        ("Das Amt Finanzen zahlt.", []),
    ],
)
def test_unions_brands_and_houses(text: str, expected: list[str]) -> None:
    assert [one.name for one in entities_of(text).organisations] == expected


def test_a_landgemeinde_is_named_with_its_kind() -> None:
    assert town_names("Die Landgemeinde Niederorschel tritt bei.") == ["Niederorschel"]


def test_a_known_body_is_not_doubted_though_the_network_did_not_see_it() -> None:
    entities = entities_of("Das krz hilft der Sparkasse Lemgo.")
    assert [one.name for one in doubtful_organisations(entities, ())] == ["Sparkasse Lemgo"]


@pytest.mark.parametrize(
    "name", ["Bayerischer Digitalpreis", "PflegeKompass WAF", "AG", "Amt für Innere Dienste"]
)
def test_what_nobody_is_stays_out_however_sure_the_network_is(name: str) -> None:
    text = f"Wir loben {name} sehr."
    span = Span(10, 10 + len(name), "ORG", 0.99)
    assert likely_organisations(text, [span], entities_of(text)) == ()


def test_a_bare_leader_leads_what_the_paragraph_has_just_named() -> None:
    text = "Der Pflegefunk wächst. Teamleiterin ist Petra Kruse.\n\nLeiterin ist Anna Vogt."
    quote = Evidence(4, 14, "Pflegefunk")
    project = Project(name="Pflegefunk", kind="projekt", evidence=(quote,))
    found = with_leaders(text, entities_of(text), (project,)).persons
    roles = {one.name: one.roles[0] for one in found}
    led = roles["Petra Kruse"].organisation
    assert led is not None
    assert led.name == "Pflegefunk"
    assert roles["Petra Kruse"].evidence.inferred
    assert roles["Anna Vogt"].organisation is None
