"""The parts of a name: what stands behind its noun, its case, openings of paragraphs."""

import pytest

from ingest.described_names import described_names
from ingest.layout import read_layout
from ingest.name_groups import best_of, grouped
from ingest.name_tails import read_tail, without_case
from ingest.phrase_names import phrase_names
from ingest.runin_names import runin_names
from tests.ingest.texts import a_document


@pytest.mark.parametrize(
    ("text", "tail", "kind"),
    [
        pytest.param("Archivverbund Untere Werra zu", " Untere Werra", "landscape", id="adjective"),
        pytest.param("Kassengemeinschaft Ohmtal, 2015", " Ohmtal", "landscape", id="valley"),
        pytest.param("Mobilitätsstrategie 2035 ist", " 2035", "number", id="year"),
        pytest.param("Standesamt Volme zu", " Volme", "other", id="unknown word"),
    ],
)
def test_a_noun_carries_its_region_or_number_behind_it(text: str, tail: str, kind: str) -> None:
    found = read_tail(text, text.index(" "))
    assert found is not None
    assert (found.words, found.kind) == (tail, kind)


@pytest.mark.parametrize("text", ["Portal Bürgermeister Meier", "Wache 410 Euro", "Bus, Hof"])
def test_a_role_an_amount_or_a_new_clause_is_no_tail(text: str) -> None:
    assert read_tail(text, len(text.split(" ", maxsplit=1)[0].rstrip(","))) is None


def test_a_name_behind_des_loses_its_ending() -> None:
    text = "Der zweite Abschnitt des Wendlandnetzes ist fertig."
    start = text.index("Wendland")
    assert without_case(text, start, "Wendlandnetzes") == "Wendlandnetz"
    assert without_case(text, 0, "Heinz") == "Heinz"


def test_every_run_of_capitals_may_be_a_name_but_not_the_first_word_of_a_sentence() -> None:
    layout = read_layout(a_document("Getragen wird die Wache Stedingen von linzgauRAD. Das gilt."))
    assert [c.name for c in phrase_names(layout)] == ["Wache Stedingen", "linzgauRAD"]


def test_paragraphs_that_open_with_a_name_name_what_they_tell_of() -> None:
    layout = read_layout(
        a_document(
            "Schwammwiesen. An der Aller werden Wiesen vernässt.\n\n"
            "LP 2 – Schatten für Schulhöfe. Elf Pausenhöfe werden entsiegelt."
        )
    )
    assert [c.name for c in runin_names(layout)] == ["Schwammwiesen", "Schatten für Schulhöfe"]


def test_a_short_form_and_the_words_that_it_begins_are_one_name() -> None:
    layout = read_layout(a_document("Der Kinder Kompass, kurz KiKo, hilft. Der KiKo ist neu."))
    (group,) = grouped(c for c in phrase_names(layout) if c.name in {"Kinder Kompass", "KiKo"})
    assert best_of(group).name == "Kinder Kompass (KiKo)"


def test_a_common_noun_is_called_by_its_form_with_a_region() -> None:
    text = "Vier Städte planen ein gemeinsames Bauportal. Das Bauportal Osnabrücker Land startet."
    layout = read_layout(a_document(text))
    found = [*described_names(layout, frozenset()), *phrase_names(layout)]
    names = [best_of(group).name for group in grouped(found)]
    assert "Bauportal Osnabrücker Land" in names
    assert "gemeinsames Bauportal" not in names


def test_parts_with_a_code_are_told_from_chapters() -> None:
    layout = read_layout(
        a_document("M1 Wärme vom Acker. Ein Netz entsteht.\n\nM2 Mitreden. Alle sammeln Ideen.")
    )
    assert {(c.name, c.source) for c in runin_names(layout)} == {
        ("Wärme vom Acker", "coded"),
        ("Mitreden", "coded"),
    }
