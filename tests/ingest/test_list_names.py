"""The parts of lists and tables of measures are possible names, however a list is marked."""

import pytest

from ingest.layout import read_layout
from ingest.project_names import find_candidates
from tests.ingest.texts import a_document

CODED_TABLE = (
    "# Maßnahmenliste\n\nNr. | Was | Wo | Wer führt\n"
    "A1 | Ladenwechsel | alle drei Städte | Stadt Celle\n"
    "A2 | Vermieterfibel | Soltau, Munster | Stadt Soltau\n"
    "C1 | Ringbus Samstag | Soltau, Celle | Kreis Celle\n"
)
BOXES = (
    "# In Arbeit\n\n[ ] Sanierungslotse. Eine halbe Stelle, bezahlt von Soltau und Munster.\n"
    "[ ] Baukultur-Radtour. Durch die Ortskerne, geführt vom Heimatverein.\n"
    "[x] Bauherrensprechstunde. Soltau und Munster bieten sie seit 2022 an.\n"
)
RESULTS = (
    "# Ergebnisse\n\nErgebnis 1: Ausflugsticker Heide. Er zeigt freie Parkplätze.\n\n"
    "Ergebnis 2: Rangerdienst. Vier Ranger von Soltau und Munster sprechen Gäste an.\n\n"
    "Ergebnis 3: Heide-Loipe. Soltau und Bispingen spuren zusammen.\n"
)
AGENDA = (
    "# Protokoll\n\nPunkt 1: Begrüßung. Herr Frings begrüßt alle.\n\n"
    "Punkt 2: Haushalt. Die Zahlen liegen vor.\n\nPunkt 3: Termine. Es gibt keine.\n"
)
DATES = (
    "# Termine\n\nWann | Was | Wo\n12.10. | Runder Tisch Medibus | Celle\n"
    "07.11. | Fachtag Glasfaser | Soltau\n"
)


def sources(text: str) -> dict[str, set[str]]:
    document = a_document(text, kind="strategiepapier", title="Heide 2035")
    found: dict[str, set[str]] = {}
    for candidate in find_candidates(document, read_layout(document), frozenset()):
        found.setdefault(candidate.name, set()).add(candidate.source)
    return found


@pytest.mark.parametrize(
    ("text", "source", "names"),
    [
        (CODED_TABLE, "counted", ["Ladenwechsel", "Vermieterfibel", "Ringbus Samstag"]),
        (BOXES, "counted", ["Sanierungslotse", "Baukultur-Radtour", "Bauherrensprechstunde"]),
        (RESULTS, "counted", ["Ausflugsticker Heide", "Rangerdienst", "Heide-Loipe"]),
    ],
    ids=["codes in a table", "boxes to tick", "a word with a number"],
)
def test_parts_of_a_list_of_measures(text: str, source: str, names: list[str]) -> None:
    found = sources(text)
    assert [name for name in names if source not in found.get(name, set())] == []


def test_topics_of_an_agenda_are_no_measures() -> None:
    found = sources(AGENDA)
    assert [
        n
        for n in ("Begrüßung", "Haushalt", "Termine")
        if found.get(n, set()) & {"coded", "counted"}
    ] == []


def test_rows_that_begin_with_dates_are_no_measures() -> None:
    assert [name for name, ways in sources(DATES).items() if ways & {"tabled", "counted"}] == []
