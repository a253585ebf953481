from dataclasses import replace

import numpy as np
import pytest

from search.late import compare, telling
from search.memory import ReadyPassage, made_ready
from search.passage_store import StoredPassage, packed
from tests.search.models import TopicEncoder


def ready(text: str) -> ReadyPassage:
    (encoded,) = TopicEncoder().encode_passages([text])
    passage = StoredPassage(1, "d", 0, 0, len(text), text, None, None)
    return made_ready(passage, packed(encoded))


def test_each_word_of_the_question_finds_its_like_and_its_place() -> None:
    question = TopicEncoder().encode_query("Bauhof Archiv")
    text = "Im Keller liegt die Bauakte neben der Kehrmaschine"
    match = compare(question, {7: ready(text)})[7]
    places = [text[place:].split()[0] for place in match.places]
    assert places == ["Kehrmaschine", "Bauakte"]
    assert match.score == pytest.approx(1.0, abs=0.01)


def test_a_passage_about_something_else_scores_lower() -> None:
    question = TopicEncoder().encode_query("Rufbus")
    matches = compare(question, {1: ready("Kleinbus"), 2: ready("Formulare im Portal")})
    assert matches[1].score > matches[2].score + 0.5


def test_nothing_to_compare_gives_no_match() -> None:
    assert compare(TopicEncoder().encode_query("Rufbus"), {}) == {}


def test_tokens_that_weigh_nothing_are_not_looked_for() -> None:
    question = TopicEncoder().encode_query("Bauhof Archiv")
    half = replace(question, weights=np.array([1.0, 0.0], np.float32))
    assert telling(half).tokens.shape == (1, question.tokens.shape[1])
    mute = replace(question, weights=np.zeros(2, np.float32))
    assert telling(mute) is mute
