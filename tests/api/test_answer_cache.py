import pytest

from api.answer_cache import AnswerCache, is_repeatable
from graph.store import Reading


def answer(size: int) -> Reading:
    return Reading("table", size, b"x" * size)


def test_the_answer_unused_for_longest_makes_room() -> None:
    cache = AnswerCache(max_bytes=100, max_answer_bytes=60)
    cache.keep("a", answer(40))
    cache.keep("b", answer(40))
    assert cache.get("a") is not None
    cache.keep("c", answer(40))
    assert cache.get("b") is None
    assert cache.get("a") is not None
    assert cache.get("c") is not None


def test_a_large_answer_is_not_kept() -> None:
    cache = AnswerCache(max_bytes=100, max_answer_bytes=60)
    cache.keep("a", answer(61))
    assert cache.get("a") is None


@pytest.mark.parametrize(
    ("query", "repeatable"),
    [
        ("SELECT ?s { ?s ?p ?o }", True),
        ("SELECT (NOW() AS ?t) {}", False),
        ("SELECT (struuid() AS ?t) {}", False),
        ("SELECT * { SERVICE <urn:x:y> {} }", False),
        ("SELECT (\\u004eOW() AS ?t) {}", False),
    ],
)
def test_only_what_stays_true_is_repeated(query: str, *, repeatable: bool) -> None:
    assert is_repeatable(query) is repeatable
