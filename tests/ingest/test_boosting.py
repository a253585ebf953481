"""Boosted trees learn what no sum of weights can say, and are read as they were written."""

import json
import math
from pathlib import Path

import pytest

from ingest.decisions import Decision, Judge, Trees, decision, read_decisions
from ingest.training.boosting import grow
from ingest.training.decisions import write_decisions
from ingest.training.regression import Row, fit

# Someone in a list takes part, and so does someone who speaks; who speaks in a list is a guest.
EITHER = [
    Row({"list": float(a), "speaks": float(b)}, holds=a != b)
    for a in (True, False)
    for b in (True, False)
] * 40


def test_trees_learn_that_signals_count_differently_beside_each_other() -> None:
    grown, weighted = grow(EITHER), fit(EITHER, freedom=10.0)
    for row in EITHER[:4]:
        assert (grown.odds(row.signals) > 1) is row.holds
        assert weighted.odds(row.signals) == pytest.approx(0, abs=0.01)


def test_the_same_rows_give_the_same_trees() -> None:
    assert grow(EITHER) == grow(EITHER)


def test_a_row_that_counts_more_moves_the_odds_further() -> None:
    rows = [Row({"list": 1.0}, holds=True, weight=3.0), Row({"list": 1.0}, holds=False)] * 40
    assert grow(rows).odds({"list": 1.0}) == pytest.approx(math.log(3), abs=0.2)


def test_a_leaf_is_reached_by_the_questions_on_the_way() -> None:
    trees = Trees(0.5, ("list", "share"), ((1, 0.25, -1.0, (0, 0.5, 2.0, 3.0)), 0.1))
    assert trees.odds({}) == pytest.approx(0.5 - 1.0 + 0.1)
    assert trees.odds({"share": 0.25}) == pytest.approx(-0.4)
    assert trees.odds({"share": 0.5}) == pytest.approx(0.5 + 2.0 + 0.1)
    assert trees.odds({"share": 0.5, "list": 1.0, "unknown": 9.0}) == pytest.approx(3.6)


def test_what_was_fitted_is_read_again(tmp_path: Path) -> None:
    weighted, grown = Decision(-1.5, {"list": 2.25}), grow(EITHER)
    made: dict[str, Judge] = {"name": weighted, "town_takes_part": grown, "body_takes_part": grown}
    write_decisions(tmp_path, made, {"documents": 4})
    found = read_decisions(tmp_path)
    assert found.keys() == made.keys()
    assert found["name"] == weighted
    for row in EITHER[:4]:
        assert found["town_takes_part"].odds(row.signals) == grown.odds(row.signals)
    about = json.loads((tmp_path / "decision-trees.json").read_text("utf-8"))["about"]
    assert about["documents"] == 4


def test_the_shipped_trees_know_that_who_declines_takes_no_part() -> None:
    towns = decision("town_takes_part")
    listed = {"inside": 1.0, "near": 1.0, "list": 1.0, "list_near": 1.0, "main": 1.0}
    declined = listed | {"says_declines": 1.0, "near_says_declines": 1.0}
    assert towns.odds(listed) > towns.odds(declined)
