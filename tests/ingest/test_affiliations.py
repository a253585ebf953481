import pytest

from tests.ingest.actors import person_in, roles_in

AALEN = "Stadt Aalen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Aalens Oberbürgermeisterin Petra Kruse kam.", [("Oberbürgermeisterin", AALEN)]),
        ("Die Aalener Kämmerin Petra Kruse kam.", [("Kämmerin", AALEN)]),
        ("Petra Kruse (Stadt Aalen) kam.", [(None, AALEN)]),
        ("Petra Kruse (Bürgermeisterin Aalen) kam.", [("Bürgermeisterin", AALEN)]),
        ("Bürgermeisterin Petra Kruse (Aalen) kam.", [("Bürgermeisterin", AALEN)]),
        ("Petra Kruse von der Stadt Aalen kam.", [(None, AALEN)]),
        ("Petra Kruse aus Aalen kam.", [(None, AALEN)]),
        ("Petra Kruse, Bürgermeisterin von Aalen, kam.", [("Bürgermeisterin", AALEN)]),
        (
            "Petra Kruse, Erste Beigeordnete und Kämmerin der Stadt Aalen, kam.",
            [("Erste Beigeordnete", AALEN), ("Kämmerin", AALEN)],
        ),
        (
            "Petra Kruse, Leiterin der Stabsstelle Klima, Energie und Umwelt der Stadt Aalen, kam.",
            [("Leiterin der Stabsstelle Klima, Energie und Umwelt", AALEN)],
        ),
        (
            "Petra Kruse (Erste Beigeordnete der Stadt Aalen, von links) kam.",
            [("Erste Beigeordnete", AALEN)],
        ),
        (
            "Die Leiterin des Zweckverbands Ostalb, Petra Kruse, kam nach Aalen.",
            [("Leiterin", "Zweckverband Ostalb")],
        ),
        ("Die Stadt Aalen ist dabei. Ihre Kämmerin Petra Kruse kam.", [("Kämmerin", AALEN)]),
        (
            "Petra Kruse leitet das Innovationszentrum Aalen.",
            [("Leiterin", "Innovationszentrum Aalen")],
        ),
        ("Projektleiterin bei der Stadt Aalen ist Petra Kruse.", [("Projektleiterin", AALEN)]),
        ("Als Projektleiterin der Stadt Aalen wirkt Petra Kruse.", [("Projektleiterin", AALEN)]),
        ("Petra Kruse ist Kämmerin der Stadt Aalen.", [("Kämmerin", AALEN)]),
        ("Ansprechpartnerin: Stadt Aalen, Petra Kruse", [("Ansprechpartnerin", AALEN)]),
        ("Stadt Aalen | Petra Kruse | Kämmerin", [("Kämmerin", AALEN)]),
        ("Petra Kruse | Kämmerin | Stadt Aalen", [("Kämmerin", AALEN)]),
        ("Kruse, Petra | Kämmerin | Stadt Aalen", [("Kämmerin", AALEN)]),
        ("2021 | Petra Kruse | Kämmerin der Stadt Aalen", [("Kämmerin", AALEN)]),
        ("- Petra Kruse, Stadt Aalen, Kämmerin", [("Kämmerin", AALEN)]),
        ("Stadt Aalen:\n- Jan Wolters\n- Petra Kruse", [(None, AALEN)]),
        ("Petra Kruse (Innovationsforum Ostalb) kam.", [(None, "Innovationsforum Ostalb")]),
        ("Chief Digital Officer (CDO) Petra Kruse kam.", [("Chief Digital Officer (CDO)", None)]),
        ("Bundesministerin Petra Kruse kam nach Aalen.", [("Bundesministerin", None)]),
        ("Die Moderation übernahm Petra Kruse.", [("Moderation", None)]),
    ],
)
def test_role_and_holder_are_read_wherever_german_puts_them(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert roles_in(text, "Petra Kruse") == expected


def test_a_plural_role_is_shared_out() -> None:
    text = "Die Bürgermeister Jan Wolters (Aalen) und Karl Huber (Bopfingen) unterschrieben."
    assert roles_in(text, "Jan Wolters") == [("Bürgermeister", "Stadt Aalen")]
    assert roles_in(text, "Karl Huber") == [("Bürgermeister", "Stadt Bopfingen")]


def test_beide_covers_two_names() -> None:
    text = "Im Bild: Jan Wolters und Petra Kruse (beide Stadt Aalen)."
    assert roles_in(text, "Jan Wolters") == roles_in(text, "Petra Kruse") == [(None, "Stadt Aalen")]


def test_a_colleague_holds_the_same_office_elsewhere() -> None:
    text = "Aalens Oberbürgermeister Jan Wolters und sein Kollege Karl Huber aus Bopfingen kamen."
    assert roles_in(text, "Karl Huber") == [("Oberbürgermeister", "Stadt Bopfingen")]


def test_dessen_takes_up_the_organisation_not_the_town_where_it_sits() -> None:
    text = "Das Institut für Verkehr begleitete es in Aalen; dessen Direktor Jan Wolters kam."
    assert roles_in(text, "Jan Wolters") == [("Direktor", "Institut für Verkehr")]


def test_the_role_after_a_comma_can_belong_to_the_next_name() -> None:
    text = "Es kamen Landrat Jan Wolters, Bürgermeisterin Petra Kruse und Karl Huber."
    assert roles_in(text, "Jan Wolters") == [("Landrat", None)]
    assert roles_in(text, "Petra Kruse") == [("Bürgermeisterin", None)]
    assert roles_in(text, "Karl Huber") == []


def test_der_gemeinde_means_the_one_spoken_of() -> None:
    text = "Die Gemeinde Hüttlingen baut. Petra Kruse, Kämmerin der Gemeinde, freut sich."
    assert roles_in(text, "Petra Kruse") == [("Kämmerin", "Gemeinde Hüttlingen")]


def test_the_issuers_mayor_is_inferred_and_marked() -> None:
    person = person_in("Bürgermeisterin Petra Kruse kam.", "Petra Kruse", publisher="Stadt Aalen")
    role = person.roles[0]
    assert role.organisation is not None
    assert role.organisation.ags == "08136088"
    assert role.evidence.inferred
    assert role.evidence.confidence < 1


def test_no_town_is_guessed_for_many_mayors_of_one_list() -> None:
    text = "Bürgermeister Jan Wolters, Bürgermeister Karl Huber, Bürgermeister Uwe Kern"
    assert roles_in(text, "Uwe Kern", publisher="Stadt Aalen") == [("Bürgermeister", None)]


def test_a_landrat_serves_the_county_not_its_town() -> None:
    text = "Göppingens Landrat Jan Wolters kam."
    assert roles_in(text, "Jan Wolters") == [("Landrat", "Landkreis Göppingen")]


def test_a_column_heading_gives_the_role_of_the_names_below() -> None:
    text = "Kommune | Kämmerin\nAalen | Petra Kruse\nBopfingen | Jana Wolters"
    assert roles_in(text, "Petra Kruse") == [("Kämmerin", "Stadt Aalen")]
    assert roles_in(text, "Jana Wolters") == [("Kämmerin", "Stadt Bopfingen")]


def test_the_line_below_a_name_describes_it() -> None:
    text = "Kontakt:\n\nPetra Kruse\nPressesprecherin der Stadt Aalen\nTelefon 07361 52-0"
    assert roles_in(text, "Petra Kruse") == [("Pressesprecherin", "Stadt Aalen")]


def test_the_publishing_body_is_where_its_managing_director_works() -> None:
    text = "Geschäftsführerin Petra Kruse freut sich."
    assert roles_in(text, "Petra Kruse", publisher="Ostalb Mobil GmbH") == [
        ("Geschäftsführerin", "Ostalb Mobil GmbH")
    ]


def test_a_newspapers_dateline_says_whose_mayor_is_meant() -> None:
    text = "Aalen. Der Rat tagte.\n\nBürgermeisterin Petra Kruse lud ein, auch Ulm und Bopfingen."
    assert roles_in(text, "Petra Kruse", publisher="Ostalb-Bote")[0][0] == "Bürgermeisterin"


def test_a_label_holds_for_the_whole_list_behind_it() -> None:
    text = "Digitalisierungsbeauftragte der Kommunen: Jan Wolters (Aalen), Petra Kruse (Bopfingen)"
    assert roles_in(text, "Petra Kruse") == [("Digitalisierungsbeauftragte", "Stadt Bopfingen")]
