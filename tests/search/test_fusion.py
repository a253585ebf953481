import pytest

from search.fusion import fuse, stretched


def test_values_are_stretched_between_worst_and_best() -> None:
    assert stretched([0.80, 0.85, 0.90]) == pytest.approx([0, 0.5, 1])


@pytest.mark.parametrize("values", [[], [0.7], [0.7, 0.7]])
def test_equal_values_tell_nothing(values: list[float]) -> None:
    assert stretched(values) == [0.0] * len(values)


def test_a_passage_that_was_not_found_has_nothing() -> None:
    assert fuse({"dense": {1: 2.0, 2: 4.0}}, {"dense": 1}, [1, 2, 3]) == {1: 0.0, 2: 1.0, 3: 0.0}


def test_the_heavier_signal_decides_and_weights_need_not_sum_to_one() -> None:
    signals = {"dense": {1: 1.0, 2: 0.0}, "lexical": {1: 0.0, 2: 1.0}}
    fused = fuse(signals, {"dense": 6, "lexical": 2}, [1, 2])
    assert fused == pytest.approx({1: 0.75, 2: 0.25})
