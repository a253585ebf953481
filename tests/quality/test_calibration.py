"""Confidences mean what they say, on documents that no table was made from."""

import json
import math
from pathlib import Path

import pytest

from api.archive import Archive
from api.layout import Layout
from api.settings import Settings
from ingest.training.judged import is_held_out
from ontology.model import Evidence
from tests.quality.calibration import SURE, Sample, expected_error, sure_share
from tests.quality.judgement import Judged, judge

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
# Measured .05 on the held-out documents of the corpus; a band of few statements moves it.
MAX_ERROR = 0.1


@pytest.fixture(scope="module")
def held_out(corpus_settings: Settings) -> list[Sample]:
    """Every statement of the held-out documents of the corpus, as it went into the graph."""
    archive = Archive(Layout(corpus_settings.home).archive)
    found: list[Sample] = []
    for document_id in archive.ids():
        reading = archive.load(document_id)
        name = Path(reading.document.source_file).stem
        gold = GOLD / f"{name}.gold.json"
        if gold.is_file() and is_held_out(name):
            judged = judge(reading.facts, json.loads(gold.read_text("utf-8")))
            found += [Sample(one, one.evidence.confidence, name) for one in judged]
    return found


@pytest.mark.slow
def test_of_the_statements_given_nine_of_ten_nine_of_ten_hold(held_out: list[Sample]) -> None:
    held, of = sure_share(held_out)
    # Two standard deviations of so many throws that succeed nine times of ten.
    margin = 2 * math.sqrt(SURE * (1 - SURE) / of)
    assert of > 100
    assert held / of >= SURE - margin


@pytest.mark.slow
def test_promises_and_what_holds_lie_close_together_over_all_bands(held_out: list[Sample]) -> None:
    assert expected_error(held_out) < MAX_ERROR


def test_the_error_is_how_far_promise_and_truth_lie_apart() -> None:
    quote = Evidence(0, 4, "Lage")
    right, wrong = (Judged("municipality", "", quote, holds) for holds in (True, False))
    kept = [Sample(one, 0.75, "owl-003") for one in (right, right, right, wrong)]
    broken = [Sample(one, 0.95, "owl-003") for one in (right, wrong)]
    assert expected_error(kept) == 0
    assert expected_error(broken) == pytest.approx(0.45)
    assert sure_share([*kept, *broken]) == (1, 2)
