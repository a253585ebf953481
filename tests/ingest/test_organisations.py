import pytest

from tests.ingest.actors import entities_of


def organisations_in(text: str) -> list[str]:
    return [one.name for one in entities_of(text).organisations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Ostalb Mobil GmbH fährt.", ["Ostalb Mobil GmbH"]),
        ("Geschäftsführer der Ostalb Mobil GmbH ist er.", ["Ostalb Mobil GmbH"]),
        ("Der Verein Hilfe im Dorf e. V. hilft.", ["Hilfe im Dorf e. V."]),
        ("das Angebot des Kommunalen Rechenzentrums Franken", ["Kommunales Rechenzentrum Franken"]),
        ("beim Wasserverband Saale", ["Wasserverband Saale"]),
        ("von der Universität Kassel", ["Universität Kassel"]),
        ("die Bezirksregierung Köln", ["Bezirksregierung Köln"]),
        ("mit der Sparkasse Aalen", ["Sparkasse Aalen"]),
        ("das Ministerium für Verkehr und Umwelt", ["Ministerium für Verkehr und Umwelt"]),
        ("im Bundesumweltministerium", ["Bundesumweltministerium"]),
        ("die Südwestfalen Agentur", ["Südwestfalen Agentur"]),
        ("das Amt Nordsee-Treene", ["Amt Nordsee-Treene"]),
        ("der Sächsische Städte- und Gemeindetag", ["Sächsischer Städte- und Gemeindetag"]),
        ("mit dem Georg Huber Klinikum", ["Georg Huber Klinikum"]),
        ("beim Westerwald-Klinikum", ["Westerwald-Klinikum"]),
        ("das Innenministerium", ["Innenministerium"]),
        ("mit der TU Ilmenau und der AWO Nordhessen", ["TU Ilmenau", "AWO Nordhessen"]),
        ("die Sparkassenstiftung Oberhessen", ["Sparkassenstiftung Oberhessen"]),
        ("der Regionalverband Hochrhein-Bodensee", ["Regionalverband Hochrhein-Bodensee"]),
        ("die Volkshochschule Oberes Vogtland", ["Volkshochschule Oberes Vogtland"]),
        ("die Thüringer Aufbaubank", ["Thüringer Aufbaubank"]),
        ("die Berliner Firma Waldlicht", ["Waldlicht"]),
        ("der Verein „Dorf mit Zukunft“", ["Dorf mit Zukunft"]),
        ("Das Ministerium schweigt, die Agentur auch.", []),
        ("Das Personalamt Aalen und das Landratsamt Bautzen prüfen.", []),
        ("Jan Wolters (Ausbildungsleitung) lacht.", []),
        ("Der Verein und die Gesellschaft warten.", []),
        ("Die Pressestelle des Kreises Unna antwortet.", []),
    ],
)
def test_organisations_stand_in_their_base_form(text: str, expected: list[str]) -> None:
    assert organisations_in(text) == expected


def test_the_short_form_given_once_is_known_afterwards() -> None:
    text = "Das Kommunale Rechenzentrum Franken (KRF) hilft. Später prüfte das KRF die Daten."
    organisation = entities_of(text).organisations[0]
    assert organisation.short_names == ("KRF",)
    assert [one.quote for one in organisation.evidence][-1] == "KRF"


def test_a_law_explained_by_a_short_form_is_no_organisation() -> None:
    assert organisations_in("Das Onlinezugangsgesetz (OZG) verlangt es.") == []
