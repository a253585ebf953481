import pytest

from search.conditions import Wanted
from search.details import Decisive

POOL = "Das Hallenbad wurde ohne Zuschuss gebaut. Die Stadt gab 4 Millionen Euro aus."
TRAINEES = "Die Azubis wechseln reihum. Eine Förderung des Landes gab es dafür nicht."
OFFICE = "Das Landratsamt nimmt alle Anträge an. Für Fahrer gilt der Tarif."


def lacking(question: str, *texts: str, is_funded: bool = False) -> tuple[str, ...]:
    return Decisive.of(question, Wanted(is_funded=is_funded)).lacking(texts)


@pytest.mark.parametrize(
    ("question", "text", "reasons"),
    [
        ("Azubis reihum, Übernahmequoten?", TRAINEES, ("von „Übernahmequoten“ steht dort nichts",)),
        ("Hallenbad, welche Satzung?", POOL, ("von „Satzung“ steht dort nichts",)),
        ("Hallenbad, was waren die Kosten?", POOL, ()),
        ("Hallenbad: Baukosten", "Der Bau kostet vier Millionen.", ()),
        ("Hallenbad: Personalkosten", POOL, ("von „Personalkosten“ steht dort nichts",)),
        (
            "Anträge ohne dass das Landratsamt mitmacht",
            OFFICE,
            ("„ohne Landratsamt“ ist nicht erfüllt",),
        ),
        ("Bus ohne Fahrer", "Der Bus kommt ohne Fahrer aus.", ()),
        ("Bad ohne Zuschuss", POOL, ()),
        (
            "Bad ohne Zuschuss",
            "Der Kreis gab einen Zuschuss.",
            ("„ohne Zuschuss“ ist nicht erfüllt",),
        ),
        ("ein Bauhof für zwei", POOL, ()),
    ],
)
def test_what_is_decisive_must_stand_in_the_text(
    question: str, text: str, reasons: tuple[str, ...]
) -> None:
    assert lacking(question, text) == reasons


def test_money_that_a_text_denies_is_no_money() -> None:
    assert lacking("Azubis mit Förderung", TRAINEES, is_funded=True) == (
        "„mit Förderung“ ist nicht erfüllt",
    )
    assert lacking("Azubis mit Förderung", "Das Land gibt Fördermittel.", is_funded=True) == ()
    assert lacking("am besten mit Förderung", TRAINEES, is_funded=True) == ()


def test_one_of_several_documents_of_an_undertaking_is_enough() -> None:
    assert lacking("Hallenbad: Satzung", POOL, "Die Satzung regelt alles.") == ()


def test_an_undertaking_that_nowhere_names_the_technique_asked_for_is_no_answer() -> None:
    brigade = "Zwei Feuerwehren beschaffen gemeinsam ein Löschfahrzeug."
    assert lacking("Drohnen für die Feuerwehr", brigade) == ("von „Drohnen“ steht dort nichts",)
    assert lacking("Drohnen für die Feuerwehr", "Die Wehr fliegt mit zwei Multicoptern.") == ()


def test_one_of_several_countries_named_in_a_question_is_enough() -> None:
    text = "Die Gemeinde arbeitet mit Echternach in Luxemburg zusammen."
    assert lacking("partners in France, Luxembourg or Switzerland", text) == ()
    assert lacking("Projekte mit Polen", text) == ("von „Polen“ steht dort nichts",)


def test_what_one_wants_to_do_without_or_only_wishes_need_not_be_named() -> None:
    assert lacking("Wärme aus dem Netz, am besten Geothermie", POOL) == ()
    assert lacking("Nahverkehr statt Seilbahn", "Ein Bus fährt.") == ()


def test_who_asks_for_the_theme_alone_misses_nothing() -> None:
    assert Decisive.of("gemeinsamer Bauhof", Wanted()).is_empty
