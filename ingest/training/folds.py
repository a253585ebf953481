"""Splits lessons, so that a second decision learns from what the first one had not seen."""

from collections.abc import Iterator, Sequence

from ingest.training.lessons import Lesson

__all__ = ["folds"]

# What a second decision learns from must not know the first one's lessons by heart.
FOLDS = 4


def folds(lessons: Sequence[Lesson]) -> Iterator[tuple[list[Lesson], list[Lesson]]]:
    """Yield the lessons without a part, and that part, for each part."""
    for fold in range(FOLDS):
        rest = [one for i, one in enumerate(lessons) if i % FOLDS != fold]
        yield rest, [one for i, one in enumerate(lessons) if i % FOLDS == fold]
