"""How far an undertaking's stretches lie from what is quoted."""

import random

import pytest

from ontology.cards import ProjectCard, Span
from search.surroundings import Told


@pytest.mark.parametrize("seed", range(20))
def test_the_gap_is_that_of_the_nearest_stretch(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same stretches each time
    starts = sorted(chance.sample(range(300), chance.randint(1, 8)))
    spans = tuple(Span("d", start, start + chance.randint(1, 120)) for start in starts)
    told = Told.of(ProjectCard("p", "P", "projekt", spans=(*spans, Span("other", 0, 9))), "d")
    for start in range(0, 400, 7):
        end = start + chance.randint(0, 60)
        nearest = min(max(0, span.start - end, start - span.end) for span in spans)
        assert told.gap(start, end) == nearest
