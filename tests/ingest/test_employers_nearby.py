import pytest

from tests.ingest.actors import person_in, roles_in

AALEN = "Stadt Aalen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Für Aalen unterschrieb Kämmerin Petra Kruse.", [("Kämmerin", AALEN)]),
        ("In Aalen ist Kämmerin Petra Kruse zuständig, in Ulm niemand.", [("Kämmerin", AALEN)]),
        ("Im Aalener Rathaus prüft Kämmerin Petra Kruse den Plan.", [("Kämmerin", AALEN)]),
        ("Auskunft gibt das Landratsamt Ostalbkreis (Frau Kruse).", [(None, "Ostalbkreis")]),
        (
            "Datenmodell | Stadt Aalen, Sachgebiet Vermessung (Petra Kruse)",
            [("Sachgebiet Vermessung", AALEN)],
        ),
        ("Im Einsatz: Jan Wolters und Petra Kruse, beide Stadt Aalen.", [(None, AALEN)]),
        ("Petra Kruse für Aalen, Jan Wolters für Ulm.", [(None, AALEN)]),
        ("OB Petra Kruse (Aalen) kam.", [("Oberbürgermeisterin", AALEN)]),
        (
            "Petra Kruse, Stabsstelle Klima, Energie und Umwelt / Klimamanagerin, Stadt Aalen",
            [("Stabsstelle Klima, Energie und Umwelt", AALEN), ("Klimamanagerin", AALEN)],
        ),
        ("Plan | Bauhof Aalen, Frau Petra Kruse", [("Bauhof", AALEN)]),
        ("Petra Kruse (bisher Stadt Ulm) ist Kämmerin in Aalen.", [("Kämmerin", AALEN)]),
        ("Petra Kruse packt an. Angestellt ist sie bei der Stadt Aalen.", [(None, AALEN)]),
        ("Es kamen OB Jan Wolters, die Kämmerin von Aalen, Petra Kruse.", [("Kämmerin", AALEN)]),
        ("Ansprechpartnerinnen\n\nAalen: Petra Kruse", [("Ansprechpartnerin", AALEN)]),
    ],
)
def test_the_clause_the_row_or_the_heading_gives_the_employer(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    name = "Kruse" if "Frau Kruse" in text else "Petra Kruse"
    assert roles_in(text, name) == expected


def test_dort_takes_up_the_town_named_last() -> None:
    text = (
        "Ulm baut für Aalen, die Zentrale steht in Bopfingen. Dort hat Bürgermeisterin Petra Kruse"
    )
    assert roles_in(f"{text} einen Raum gefunden.", "Petra Kruse") == [
        ("Bürgermeisterin", "Stadt Bopfingen")
    ]


def test_a_letterhead_names_whose_mayor_is_meant() -> None:
    text = (
        "Magistrat der Stadt Alsfeld\n\nVorlage 7\n\nGießen und Fulda zahlen.\n\ngez. Petra Kruse"
    )
    role = person_in(f"{text}\nBürgermeisterin", "Petra Kruse").roles[0]
    assert role.organisation is not None
    assert role.organisation.name == "Stadt Alsfeld"
    assert role.evidence.inferred


def test_the_leader_named_in_a_profiles_table_leads_what_the_profile_is_about() -> None:
    text = "Steckbrief Zweckverband Ostalb\n\nLeitung | Petra Kruse, Beschäftigte der Stadt Aalen"
    assert roles_in(text, "Petra Kruse") == [("Leitung", "Zweckverband Ostalb"), (None, AALEN)]


def test_a_steering_group_gives_a_role_and_is_no_organisation() -> None:
    text = "Der Lenkungskreis tagte in Aalen. Dessen Sprecherin Petra Kruse kam."
    assert roles_in(text, "Petra Kruse") == [("Sprecherin", "Lenkungskreis")]


def test_a_section_is_about_the_town_of_its_heading() -> None:
    text = "Bopfingen lässt Drohnen fliegen\n\nDie Geräte sind leise und seit Jahren beliebt."
    text = f"{text} Zur Vorführung im Stadtpark kam Bürgermeisterin Petra Kruse mit dem ganzen Amt."
    text = f"{text}\n\nUlm spart\n\nUlm und Aalen sparen."
    assert roles_in(text, "Petra Kruse") == [("Bürgermeisterin", "Stadt Bopfingen")]


def test_a_degree_makes_a_person_of_a_surname() -> None:
    text = "Berichterstatter: Herr Dezernent Dr. Wolters-Wendt, Stadt Aalen"
    assert ("Dezernent", AALEN) in roles_in(text, "Wolters-Wendt")
