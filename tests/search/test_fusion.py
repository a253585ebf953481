import pytest

from search.fusion import fuse, normalised


def test_scores_are_stretched_between_worst_and_best() -> None:
    assert normalised({1: 0.80, 2: 0.85, 3: 0.90}, [1, 2, 3]) == pytest.approx({1: 0, 2: 0.5, 3: 1})


def test_a_passage_that_was_not_found_has_nothing() -> None:
    assert normalised({1: 2.0, 2: 4.0}, [1, 2, 3]) == {1: 0.0, 2: 1.0, 3: 0.0}


@pytest.mark.parametrize("scores", [{}, {1: 0.7}, {1: 0.7, 2: 0.7}])
def test_equal_scores_tell_nothing(scores: dict[int, float]) -> None:
    assert set(normalised(scores, [1, 2]).values()) == {0.0}


def test_the_heavier_signal_decides_and_weights_need_not_sum_to_one() -> None:
    signals = {"dense": {1: 1.0, 2: 0.0}, "lexical": {1: 0.0, 2: 1.0}}
    fused = fuse(signals, {"dense": 6, "lexical": 2}, [1, 2])
    assert fused == pytest.approx({1: 0.75, 2: 0.25})
