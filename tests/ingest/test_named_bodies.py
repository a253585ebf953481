"""Authorities, ministries and bodies that are spoken of in full once and in short afterwards."""

import pytest

from ingest.recogniser_join import doubtful_organisations
from tests.ingest.actors import entities_of


def organisations_in(text: str) -> list[str]:
    return [one.name for one in entities_of(text).organisations]


def doubted_in(text: str) -> list[str]:
    return [one.name for one in doubtful_organisations(entities_of(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Geld kam vom Ministerium für Bauen, digitale Infrastruktur und Verkehr, Aurich hilft.",
            ["Ministerium für Bauen, digitale Infrastruktur und Verkehr"],
        ),
        (
            "Förderung | Ministerium für Familie, Soziales\nund Pflege\nLeitung | Aurich",
            ["Ministerium für Familie, Soziales und Pflege"],
        ),
        ("Das Ministerium für Verkehr, Aurich und Leer zahlen.", ["Ministerium für Verkehr"]),
        ("das Ministerium der Finanzen", ["Ministerium der Finanzen"]),
        (
            "das Ministerium der Justiz und für Heimat, Sport und Kultur",
            ["Ministerium der Justiz und für Heimat, Sport und Kultur"],
        ),
        (
            "die Landesfachstelle für Museen und nichtstaatliche Archive",
            ["Landesfachstelle für Museen und nichtstaatliche Archive"],
        ),
        (
            "der Zweckverband Wasser- und Bodenpflege Obermoor",
            ["Zweckverband Wasser- und Bodenpflege Obermoor"],
        ),
    ],
)
def test_a_name_goes_on_behind_its_commas_as_long_as_its_list(
    text: str, expected: list[str]
) -> None:
    assert organisations_in(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zahlen des Umweltbundesamtes liegen vor.", "Umweltbundesamt"),
        ("Das Landesjugendamt stimmte zu.", "Landesjugendamt"),
        ("Quelle: Statistisches Landesamt", "Statistisches Landesamt"),
        ("gemessen vom Deutschen Wetterdienst", "Deutscher Wetterdienst"),
        ("von der Bundeszentrale für politische Bildung", "Bundeszentrale für politische Bildung"),
        ("im Thüringer Landesverwaltungsamt", "Thüringer Landesverwaltungsamt"),
        ("Dank galt dem Kulturraum Oberheide.", "Kulturraum Oberheide"),
    ],
)
def test_an_authority_of_bund_or_land_is_nobody_to_doubt(text: str, name: str) -> None:
    assert organisations_in(text) == [name]
    assert doubted_in(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("beim Deutschen Roten Kreuz", "Deutsches Rotes Kreuz"),
        ("Hilfe des Technischen Hilfswerks", "Technisches Hilfswerk"),
        ("vom Diakonischen Werk bezahlt", "Diakonisches Werk"),
        ("im Preis des Deutschen Städte- und Gemeindebundes", "Deutscher Städte- und Gemeindebund"),
        ("beim Deutschen Landkreistag", "Deutscher Landkreistag"),
        ("bei den Badischen Versorgungskassen", "Badische Versorgungskassen"),
    ],
)
def test_a_known_body_is_found_in_any_case(text: str, name: str) -> None:
    assert organisations_in(text) == [name]


def test_what_is_named_in_full_once_is_the_same_body_in_short() -> None:
    text = (
        "Sie gründeten die Glasnetz Oberheide GmbH. Geschäftsführerin der GmbH ist Ute Behn. "
        "Der ADFC Kreisverband Leer fragte nach; dem ADFC fehlten Zahlen."
    )
    assert organisations_in(text) == ["Glasnetz Oberheide GmbH", "ADFC Kreisverband Leer"]


def test_of_two_longer_names_neither_is_meant_by_the_short_one() -> None:
    text = "Der ADFC Kreisverband Leer und der ADFC Kreisverband Emden streiten. Der ADFC wartet."
    assert "ADFC" in organisations_in(text)


def test_a_body_that_somebody_works_for_is_not_doubted() -> None:
    text = "Teilnehmende:\n- Ute Behn (Moorbahn-Allianz)\n- Jan Wolters, Stadt Leer\n"
    assert "Moorbahn-Allianz" in organisations_in(text)
    assert doubted_in(text) == []


def test_a_bare_kind_of_body_is_doubted_though_somebody_works_for_it() -> None:
    text = "Vorsitzende der Genossenschaft ist Ute Behn."
    assert set(organisations_in(text)) <= set(doubted_in(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bewilligt hat es das Amt für regionale Landesentwicklung Oberheide.",
            ["Amt für regionale Landesentwicklung Oberheide"],
        ),
        (
            "vom Staatlichen Amt für Landwirtschaft und Umwelt Warnow",
            ["Staatliches Amt für Landwirtschaft und Umwelt Warnow"],
        ),
        (
            "im Protokoll: Jan Wolters Sächsisches Staatsarchiv Chemnitz",
            ["Sächsisches Staatsarchiv Chemnitz"],
        ),
        ("Die Wirtschaftsförderung Kreis Unna lädt ein.", ["Wirtschaftsförderung Kreis Unna"]),
        ("Struktur- und Genehmigungsdirektion Nord", ["Struktur- und Genehmigungsdirektion Nord"]),
        ("Gutachten: Mohn Ingenieure, Leer", ["Mohn Ingenieure"]),
        ("Das Amt für Kultur und Sport prüft.", []),
        ("Die Pressestelle Oberheide und ein Medizinisches Versorgungszentrum helfen.", []),
    ],
)
def test_offices_of_a_land_are_told_from_parts_of_a_town_hall(
    text: str, expected: list[str]
) -> None:
    assert organisations_in(text) == expected
