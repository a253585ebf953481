import pytest

from api.excerpts import Piece, marked_pieces, paragraphs, shown_span

TEXT = "Wort " * 400


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param(0, 4, id="at the beginning"),
        pytest.param(1000, 1040, id="in the middle"),
        pytest.param(1990, 2000, id="at the end"),
        pytest.param(500, 1500, id="longer than may be shown"),
    ],
)
def test_at_most_three_hundred_characters_around_a_find_are_shown(start: int, end: int) -> None:
    first, last = shown_span(TEXT, start, end)
    assert 0 < last - first <= 300
    assert first <= start
    assert first == 0 or TEXT[first - 1] == " "
    assert last in {len(TEXT), end} or TEXT[last] == " " or last == first + 300


def test_a_short_text_is_shown_whole() -> None:
    assert shown_span("Kurz.", 0, 4) == (0, 5)


def test_finds_are_marked_and_nothing_is_lost() -> None:
    pieces = marked_pieces("eins zwei drei", (0, 14), [(5, 9)])
    assert pieces == (Piece("eins "), Piece("zwei", is_marked=True), Piece(" drei"))


def test_overlapping_finds_become_neighbours() -> None:
    pieces = marked_pieces("abcdef", (0, 6), [(1, 4), (3, 5)])
    assert "".join(piece.text for piece in pieces) == "abcdef"
    assert [piece.text for piece in pieces if piece.is_marked] == ["bcd", "e"]


def test_addresses_and_numbers_are_covered() -> None:
    text = "Rufen Sie 05222 9523 12 an oder schreiben Sie p.muster@musterau.de bitte."
    shown = "".join(piece.text for piece in marked_pieces(text, (0, len(text)), [(10, 14)]))
    assert len(shown) == len(text)
    assert "9523" not in shown
    assert "muster@" not in shown


def test_empty_lines_part_paragraphs_inside_a_mark_too() -> None:
    grouped = paragraphs(marked_pieces("a b\n\nc d", (0, 8), [(2, 6)]))
    assert [[piece.text for piece in group] for group in grouped] == [["a ", "b"], ["c", " d"]]
