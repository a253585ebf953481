import pytest

from ingest.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 1. Januar 2020 begann die Arbeit.",
        "Im 21. Jahrhundert geht das, z. B. mit Dr. Anna Beispiel aus der Bahnhofstr. 5.",
        "Der Verein Bürgerbus e. V. hilft, bzw. berät, ca. 20 Orte (i. d. R. kostenlos).",
        "Auf dem Bild (v. l.): Prof. Dr. A. Muster und St. Augustins Bürgermeister.",
        "Nach Vorlage Nr. 17 und § 5 Abs. 2 S. 1 gilt das u. a. für Schulen.",
        "Die 3. Sitzung fand am 4. 5. 2021 statt.",
        "Sie sagte: „Das schaffen wir.“",
        "Die Kosten liegen bei 1.250.000 Euro, d. h. bei 3,5 Mio. Euro je Kreis.",
    ],
)
def test_abbreviations_ordinals_and_dates_end_no_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Das Netz steht. Nun kommt der Betrieb.", 2),
        ("Wer führt? Wer zahlt! Alle tragen es.", 3),
        ("„Das schaffen wir.“ So sah es der Rat.", 2),
        ("Das gilt seit 2020. Der Kreis zahlt.", 2),
        ("Es gibt Busse, Bahnen usw. Der Kreis zahlt.", 2),
        ("Die Stadt (etwa Lage.) Die Kreise.", 2),
    ],
)
def test_a_full_stop_before_a_new_beginning_ends_a_sentence(text: str, count: int) -> None:
    assert len(cut(text)) == count


def test_lines_are_never_joined() -> None:
    assert cut("Überschrift ohne Punkt\n\nEin Satz.\n- erster Punkt\n- zweiter\nA | B") == [
        "Überschrift ohne Punkt",
        "Ein Satz.",
        "- erster Punkt",
        "- zweiter",
        "A | B",
    ]


def test_a_stretch_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Erster Satz. Zweiter Satz. Dritter Satz."
    assert sentences(text, 13, 26) == ((13, 26),)
    assert text[13:26] == "Zweiter Satz."
