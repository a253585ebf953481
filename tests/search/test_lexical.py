"""Words are searched exactly, until a question would look through too much of a large index."""

import pytest

from search.analysis import analyse
from search.lexical import MOST_POSTINGS, REMEMBERED_LIMIT, LexicalIndex, Unit

SIZE = REMEMBERED_LIMIT + 200
QUESTION = analyse("Stadt mit Bauhof")


def an_index(*, most_postings: int = MOST_POSTINGS) -> LexicalIndex:
    """Return an index of towns, of which every hundredth has a Bauhof."""
    index = LexicalIndex(None, most_postings=most_postings)
    texts = ["Stadt mit Bauhof" if not key % 100 else "Stadt mit Rathaus" for key in range(SIZE)]
    index.replace_all((Unit(key, f"d{key}", text) for key, text in enumerate(texts)), generation=1)
    return index


def test_nothing_is_left_out_of_a_question_while_all_can_be_looked_through() -> None:
    exact, usual = an_index(most_postings=10**9), an_index()
    assert usual.search(QUESTION, limit=SIZE) == exact.search(QUESTION, limit=SIZE)
    assert len(usual.search(QUESTION, limit=SIZE)) == SIZE


@pytest.mark.parametrize("most", [1, 100])
def test_what_stands_everywhere_is_left_out_first_where_all_is_too_much(most: int) -> None:
    found = an_index(most_postings=most).search(QUESTION, limit=SIZE)
    assert set(found) == set(range(0, SIZE, 100))


def test_a_question_of_stop_words_finds_nothing_in_a_large_index() -> None:
    assert an_index(most_postings=1).search(analyse("und oder mit"), limit=10) == {}
