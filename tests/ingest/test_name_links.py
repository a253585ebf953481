"""A common noun beside a proper name means the same undertaking; heads of sheets mean none."""

import pytest

from ingest.layout import read_layout
from ingest.name_groups import best_of, grouped
from ingest.name_links import LINK, linked
from ingest.project_names import find_candidates
from ingest.sheet_titles import is_masthead
from tests.ingest.texts import a_document, facts_of


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Am Montag startet „Flitz“, der Rufbus der beiden Städte.", id="name first"),
        pytest.param("Am Montag startet ein Rufbus namens „Flitz“.", id="noun first"),
        pytest.param("„Flitz“ heißt der neue Rufbus von Munster.", id="is called"),
        pytest.param("Alle kennen „Flitz“. So heißt der gemeinsame Rufbus.", id="so is called"),
    ],
)
def test_the_noun_that_explains_a_name_is_put_to_it(text: str) -> None:
    document = a_document(text)
    layout = read_layout(document)
    groups = linked(layout, grouped(find_candidates(document, layout, frozenset())))
    (flitz,) = [group for group in groups if best_of(group).name == "Flitz"]
    assert any("Rufbus" in c.name for c in flitz if c.source in {LINK, "alias"})
    assert not any(best_of(group).name.endswith("Rufbus") for group in groups)


def test_a_noun_in_another_sentence_stays_by_itself() -> None:
    document = a_document("Am Montag startet „Flitz“. Munster hatte schon 2019 den Rufbus geprüft.")
    layout = read_layout(document)
    groups = linked(layout, grouped(find_candidates(document, layout, frozenset())))
    assert any(best_of(group).name == "Rufbus" for group in groups)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("das interkommunale Notfallteam CERT.WEF", "Notfallteam CERT.WEF", id="dot"),
        pytest.param(
            "die Verlängerung des Rufbusses ILSE-Teterow", "Rufbus ILSE-Teterow", id="capitals"
        ),
    ],
)
def test_a_coined_word_behind_the_noun_belongs_to_the_name(text: str, name: str) -> None:
    document = a_document(f"Gestartet ist {text}.")
    layout = read_layout(document)
    names = [best_of(g).name for g in grouped(find_candidates(document, layout, frozenset()))]
    assert any(name in found for found in names)


@pytest.mark.parametrize(
    "line",
    [
        "GUTE PRAXIS Nr. 23",
        "Datenblatt Nr. 2021-008",
        "PROJEKTSTECKBRIEF INTERKOMMUNALE ZUSAMMENARBEIT",
        "Steckbrief | LEADER-Region Heide | Maßnahme 3.12",
    ],
)
def test_the_head_of_a_sheet_names_no_undertaking(line: str) -> None:
    assert is_masthead(line)


@pytest.mark.parametrize("line", ["Steckbrief Rufbus Heide", "Steckbrief | Rufbus Heide"])
def test_a_head_that_holds_the_name_is_kept(line: str) -> None:
    assert not is_masthead(line)


def test_a_profile_is_called_by_the_line_under_its_head() -> None:
    text = (
        "GUTE PRAXIS Nr. 23\n\nDorfmoderation Heide – Menschen vor Ort stärken\n\n"
        "Beteiligte: Soltau, Munster\nBeginn: 2021\n"
    )
    found = facts_of(text, kind="projektsteckbrief", title="GUTE PRAXIS Nr. 23").projects
    assert found[0].name == "Dorfmoderation Heide"
