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
        ("Azubis reihum, Übernahmequoten?", TRAINEES, ("nichts zu: Übernahmequoten",)),
        ("Hallenbad, welche Satzung?", POOL, ("nichts zu: Satzung",)),
        ("Hallenbad, was waren die Kosten?", POOL, ()),
        ("Hallenbad: Baukosten", "Der Bau kostet vier Millionen.", ()),
        ("Hallenbad: Personalkosten", POOL, ("nichts zu: Personalkosten",)),
        (
            "Anträge ohne dass das Landratsamt mitmacht",
            OFFICE,
            ("nicht erfüllt: ohne Landratsamt",),
        ),
        ("Bus ohne Fahrer", "Der Bus kommt ohne Fahrer aus.", ()),
        ("Bad ohne Zuschuss", POOL, ()),
        ("Bad ohne Zuschuss", "Der Kreis gab einen Zuschuss.", ("nicht erfüllt: ohne Zuschuss",)),
        ("ein Bauhof für zwei", POOL, ()),
    ],
)
def test_what_is_decisive_must_stand_in_the_text(
    question: str, text: str, reasons: tuple[str, ...]
) -> None:
    assert lacking(question, text) == reasons


def test_money_that_a_text_denies_is_no_money() -> None:
    assert lacking("Azubis mit Förderung", TRAINEES, is_funded=True) == (
        "nicht erfüllt: mit Förderung",
    )
    assert lacking("Azubis mit Förderung", "Das Land gibt Fördermittel.", is_funded=True) == ()
    assert lacking("am besten mit Förderung", TRAINEES, is_funded=True) == ()


def test_one_of_several_documents_of_an_undertaking_is_enough() -> None:
    assert lacking("Hallenbad: Satzung", POOL, "Die Satzung regelt alles.") == ()


def test_who_asks_for_the_theme_alone_misses_nothing() -> None:
    assert Decisive.of("gemeinsamer Bauhof", Wanted()).is_empty
