import pytest

from tests.ingest.actors import roles_in

AALEN = "Stadt Aalen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Petra Kruse leitet den Arbeitskreis.",
            [("Leiterin des Arbeitskreises", "Arbeitskreis")],
        ),
        (
            "Petra Kruse leitet das Kommunale Rechenzentrum Ostalb.",
            [("Leiterin", "Kommunales Rechenzentrum Ostalb")],
        ),
        (
            "Das Bauamt der Stadt Aalen leitet Petra Kruse.",
            [("Leiterin des Bauamts", AALEN)],
        ),
        (
            "Petra Kruse, die in Aalen das Bauamt leitet, kam.",
            [("Leiterin des Bauamts", AALEN)],
        ),
        (
            "Petra Kruse, die das Bauamt der Stadt Aalen seit 2018 leitet, kam.",
            [("Leiterin des Bauamts", AALEN)],
        ),
        (
            "Petra Kruse, die seit drei Jahren Kämmerin von Aalen ist, kam.",
            [("Kämmerin", AALEN)],
        ),
        (
            "Petra Kruse, die als Bauamtsleiterin der Stadt Aalen die Planung verantwortet, kam.",
            [("Bauamtsleiterin", AALEN)],
        ),
        (
            "Petra Kruse, in Aalen für die Schulen verantwortlich, kam.",
            [("Verantwortliche für die Schulen", AALEN)],
        ),
        ("Petra Kruse, bei der Stadt Aalen zuständig für Schulen, kam.", [("Schulen", AALEN)]),
        (
            "Petra Kruse steht seit Mai der Volkshochschule Ostalb vor.",
            [("Leiterin", "Volkshochschule Ostalb")],
        ),
        (
            "Petra Kruse ist bei der Stadt Aalen als Klimamanagerin beschäftigt.",
            [("Klimamanagerin", AALEN)],
        ),
        (
            "Die Stadt Aalen stellt mit Petra Kruse die Projektleiterin.",
            [("Projektleiterin", AALEN)],
        ),
        (
            "Mit Petra Kruse hat die Stadt Aalen seit Mai eine Klimamanagerin.",
            [("Klimamanagerin", AALEN)],
        ),
        (
            "Die Stadt Aalen hat den Posten einer Klimamanagerin mit Petra Kruse besetzt.",
            [("Klimamanagerin", AALEN)],
        ),
        ("Betreut wird das Netz in Aalen von Petra Kruse.", [("Betreuerin", AALEN)]),
        ("Das Netz der Stadt Aalen wird von Petra Kruse geleitet.", [("Leiterin", AALEN)]),
        (
            "Petra Kruse, seit Mai im Amt der Bürgermeisterin von Aalen, kam.",
            [("Bürgermeisterin", AALEN)],
        ),
        (
            "Bei der Stadt Aalen ist Petra Kruse für die Schulen verantwortlich.",
            [("Verantwortliche für die Schulen", AALEN)],
        ),
        ("Durch den Abend führte Petra Kruse.", []),
        ("Das Gespräch führte Petra Kruse.", None),
    ],
)
def test_verbs_tell_who_leads_and_who_answers_for_what(
    text: str, expected: list[tuple[str | None, str | None]] | None
) -> None:
    if expected is None:
        with pytest.raises(StopIteration):
            roles_in(text, "Petra Kruse")
    else:
        assert roles_in(text, "Petra Kruse") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Petra Kruse kam dazu. Sie ist Kämmerin der Stadt Aalen.",
            [("Kämmerin", AALEN)],
        ),
        (
            "Jan Wolters geht. Petra Kruse lobte ihn. Bisher war sie Kämmerin der Stadt Aalen.",
            [("Kämmerin", AALEN)],
        ),
        (
            "Petra Kruse packt an. Die 58-Jährige ist Kämmerin der Stadt Aalen.",
            [("Kämmerin", AALEN)],
        ),
        (
            "Petra Kruse zählt. „Sieben“, sagt die Kämmerin. Aalen zahlt.",
            [("Kämmerin", AALEN)],
        ),
        ("Petra Kruse kam mit Jan Wolters. Er ist Kämmerer der Stadt Aalen.", []),
    ],
)
def test_a_pronoun_takes_up_the_last_person_of_its_gender(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    found = roles_in(text, "Petra Kruse")
    assert [one for one in found if one[0]] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kämmerer der Stadt Aalen ist Jan Wolters; seine Vorgängerin Petra Kruse dankte.",
        "Jan Wolters wird Kämmerer der Stadt Aalen. Er folgt auf Petra Kruse.",
        "Jan Wolters ist Kämmerer der Stadt Aalen; er hat das Amt 2023 von Petra Kruse übernommen.",
        "Jan Wolters war Kämmerer der Stadt Aalen. Nun hat Petra Kruse seinen Posten inne.",
    ],
)
def test_who_follows_or_went_before_held_the_same_office(text: str) -> None:
    assert ("Kämmerin", AALEN) in roles_in(text, "Petra Kruse")


@pytest.mark.parametrize(
    "text",
    [
        "Kämmerer Jan Wolters (Aalen) und seine Kollegin aus Bopfingen, Petra Kruse, kamen.",
        "Kämmerer Jan Wolters (Aalen) und sein Pendant in Bopfingen, Petra Kruse, kamen.",
        "Kämmerer Jan Wolters (Aalen) und dessen Bopfinger Amtskollegin Petra Kruse kamen.",
    ],
)
def test_a_colleague_elsewhere_holds_the_office_in_the_form_for_her_gender(text: str) -> None:
    assert roles_in(text, "Petra Kruse") == [("Kämmerin", "Stadt Bopfingen")]


def test_an_office_before_a_bare_surname_belongs_to_the_person_named_in_full_later() -> None:
    text = "Es kam Bürgermeister Wolters (Aalen). Idee von Jan Wolters: ein Plan."
    assert roles_in(text, "Jan Wolters") == [("Bürgermeister", AALEN)]


def test_what_is_said_of_a_bare_surname_later_belongs_to_the_person() -> None:
    text = "Vorn steht Jan Wolters. Wolters, bis 2023 Kämmerer der Stadt Aalen, lacht."
    assert ("Kämmerer", AALEN) in roles_in(text, "Jan Wolters")
