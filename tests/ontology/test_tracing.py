import itertools
import json

import numpy as np

from ontology.tracing import OUTLINES, lines_between, simplified, trace


def test_a_line_runs_where_two_labels_meet() -> None:
    (line,) = lines_between(np.array([[1, 2], [1, 2], [1, 2]]))
    assert sorted((line[0], line[-1])) == [(0, 1), (3, 1)]


def test_three_labels_meet_in_a_crossing_and_nothing_is_drawn_twice() -> None:
    lines = lines_between(np.array([[1, 1, 1, 1], [1, 1, 1, 1], [2, 2, 3, 3], [2, 2, 3, 3]]))
    edges = [frozenset(pair) for line in lines for pair in itertools.pairwise(line)]
    assert len(edges) == len(set(edges)) == 4 + 2


def test_a_wood_between_municipalities_is_no_outline() -> None:
    labels = np.ones((9, 9), dtype=np.int64)
    labels[4, 4] = -1
    assert lines_between(labels) == []


def test_a_straight_line_needs_two_nodes_and_a_corner_three() -> None:
    assert simplified([(0, 0), (0, 1), (0, 2)], tolerance=0.5) == [(0, 0), (0, 2)]
    assert len(simplified([(0, 0), (0, 5), (5, 5)], tolerance=0.5)) == 3


def test_the_stored_outlines_are_those_of_the_gazetteer() -> None:
    assert json.loads(OUTLINES.read_text("utf-8")) == trace()
