import numpy as np
import pytest

from search.late import compare
from search.passage_store import TokenVectors
from tests.search.models import TopicEncoder


def packed(text: str) -> TokenVectors:
    (encoded,) = TopicEncoder().encode_passages([text])
    peaks = np.abs(encoded.tokens).max(axis=1)
    levels = np.round(encoded.tokens / peaks[:, None] * 127).astype(np.int8)
    return TokenVectors(levels, (peaks / 127).astype(np.float32), encoded.starts)


def test_each_word_of_the_question_finds_its_like_and_its_place() -> None:
    question = TopicEncoder().encode_query("Bauhof Archiv")
    text = "Im Keller liegt die Bauakte neben der Kehrmaschine"
    match = compare(question, {7: packed(text)})[7]
    places = [text[place:].split()[0] for place in match.places]
    assert places == ["Kehrmaschine", "Bauakte"]
    assert match.score == pytest.approx(1.0, abs=0.01)


def test_a_passage_about_something_else_scores_lower() -> None:
    question = TopicEncoder().encode_query("Rufbus")
    matches = compare(question, {1: packed("Kleinbus"), 2: packed("Formulare im Portal")})
    assert matches[1].score > matches[2].score + 0.5


def test_nothing_to_compare_gives_no_match() -> None:
    assert compare(TopicEncoder().encode_query("Rufbus"), {}) == {}
