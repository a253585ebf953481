"""Scores that are added up token by token are those of one search for all of them."""

import random

import pytest

from search.lexical import LexicalIndex, Unit
from search.term_scores import TermScores

WORDS = ("Bauhof", "Rufbus", "Freibad", "Kita", "Vergabe", "Radweg", "Klimaschutz", "Archiv")


def an_index(monkeypatch: pytest.MonkeyPatch, *, limit: int) -> LexicalIndex:
    monkeypatch.setattr("search.lexical.REMEMBERED_LIMIT", limit)
    chance, index = random.Random(5), LexicalIndex(None)  # noqa: S311 - the same texts each time
    texts = [" ".join(chance.choices(WORDS, k=chance.randint(3, 40))) for _ in range(60)]
    index.replace_all([Unit(7 * n, f"d{n}", text) for n, text in enumerate(texts)], generation=1)
    return index


@pytest.mark.parametrize("tokens", ["=bauhof", "=rufbus rufb =kita", "=kita =kita gabe", "=nichts"])
def test_remembered_scores_are_those_of_the_engine(
    monkeypatch: pytest.MonkeyPatch, tokens: str
) -> None:
    engine = an_index(monkeypatch, limit=0).search(tokens, limit=20)
    remembered = an_index(monkeypatch, limit=1_000).search(tokens, limit=20)
    assert list(remembered.values()) == pytest.approx(list(engine.values()), rel=1e-6)
    assert remembered == pytest.approx(engine, rel=1e-6)
    assert bool(engine) == (tokens != "=nichts")


def test_a_change_of_the_index_is_seen() -> None:
    index = LexicalIndex(None)
    index.replace_all([Unit(1, "a", "Bauhof")], generation=1)
    assert set(index.search("=bauhof", limit=5)) == {1}
    index.change(["a"], [Unit(2, "b", "Bauhof und Archiv")], generation=2)
    assert set(index.search("=bauhof", limit=5)) == {2}


def test_a_token_is_asked_for_once() -> None:
    asked: list[str] = []

    def ask(word: str) -> dict[int, float]:
        asked.append(word)
        return {3: 1.0, 9: 0.5} if word == "a" else {9: 2.0}

    scores = TermScores(ask, [9, 3, 5])
    assert scores.best("a b", limit=5) == {9: 2.5, 3: 1.0}
    assert scores.best("a a b c", limit=1) == {9: 5.0}
    assert asked == ["a", "b", "c"]
    assert scores.best("", limit=5) == {}
