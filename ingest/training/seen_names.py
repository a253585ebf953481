"""Fits the decisions on names where a network saw them: its vectors beside the signals."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ingest.decisions import Decision
from ingest.training.folds import folds
from ingest.training.lessons import Lesson
from ingest.training.pairs import name_rows
from ingest.training.regression import Row, Seen, Vectors, fit, fit_seen

__all__ = ["SeenNames", "fit_seen_names"]

# Of .001, .002 and .005 the best two with one author's documents at a time left out are alike.
VECTOR_FREEDOM = 0.003


@dataclass(frozen=True, slots=True)
class SeenNames:
    """Names by themselves, with what makes the network's opinion, and among the others."""

    alone: Seen
    among: Decision


def fit_seen_names(lessons: Sequence[Lesson], freedom: float, among_freedom: float) -> SeenNames:
    """Return both decisions, learnt from these documents; the second on folds of the first."""
    rows = [row for rest, part in folds(lessons) for row in _ranked(part, _alone(rest, freedom))]
    return SeenNames(_alone(lessons, freedom), fit(rows, among_freedom))


def _alone(lessons: Sequence[Lesson], freedom: float) -> Seen:
    vectors = np.vstack([_vectors(lesson) for lesson in lessons if lesson.names])
    known = vectors[~np.isnan(vectors).any(axis=1)]
    filled = np.where(np.isnan(vectors), known.mean(axis=0), vectors)
    return fit_seen(list(name_rows(lessons)), filled, freedom, VECTOR_FREEDOM)


def _ranked(lessons: Sequence[Lesson], alone: Seen) -> list[Row]:
    found: list[Row] = []
    for lesson in lessons:
        rows = list(name_rows([lesson]))
        odds = [
            alone.decision.odds(alone.signals(row, vector))
            for row, vector in zip(rows, _vectors(lesson), strict=True)
        ]
        signals = lesson.company(odds)
        found += [Row(one, row.holds) for one, row in zip(signals, rows, strict=True)]
    return found


def _vectors(lesson: Lesson) -> Vectors:
    """Return a row for each name, of no numbers where the network did not read it."""
    width = max((len(one) for one in lesson.vectors if one is not None), default=1)
    rows = [np.full(width, np.nan) if one is None else one for one in lesson.vectors]
    return np.array(rows, np.float64)
