"""The learned decisions: they can be fitted, missing signals count nothing, the table explains."""

import json
from importlib.resources import files

import pytest

from ingest.decisions import Decision, Trees, decision, probability
from ingest.training.regression import Row, fit

WEIGHTED = [
    "name",
    "name_seen",
    "name_among_names",
    "name_among_names_seen",
    "takes_part_among_others",
]
GROWN = ["town_takes_part", "body_takes_part"]


def test_what_holds_more_often_with_a_signal_gets_a_positive_weight() -> None:
    rows = [Row({"quoted": 1.0}, holds=True)] * 8 + [Row({"quoted": 1.0}, holds=False)] * 2
    rows += [Row({"late": 1.0}, holds=True)] + [Row({"late": 1.0}, holds=False)] * 9
    learnt = fit(rows, freedom=1.0)
    assert learnt.weights["quoted"] > 0 > learnt.weights["late"]
    assert fit(rows, freedom=1.0) == learnt


def test_without_a_price_on_weights_the_frequencies_come_back() -> None:
    rows = [Row({"quoted": 1.0}, holds=True)] * 3 + [Row({"quoted": 1.0}, holds=False)]
    rows += [Row({}, holds=True)] + [Row({}, holds=False)] * 3
    learnt = fit(rows, freedom=1e9)
    assert probability(learnt.odds({"quoted": 1.0})) == pytest.approx(0.75)
    assert probability(learnt.odds({})) == pytest.approx(0.25)


def test_a_signal_that_is_missing_or_unknown_counts_nothing() -> None:
    known = Decision(-1.0, {"quoted": 2.0})
    assert known.odds({}) == -1.0
    assert known.odds({"quoted": 1.0, "network": 5.0}) == 1.0


@pytest.mark.parametrize("name", WEIGHTED)
def test_a_decision_has_a_table_of_weights(name: str) -> None:
    known = decision(name)
    assert isinstance(known, Decision)
    assert known.weights


@pytest.mark.parametrize("name", GROWN)
def test_a_decision_has_trees(name: str) -> None:
    known = decision(name)
    assert isinstance(known, Trees)
    assert known.trees


@pytest.mark.parametrize("file", ["decisions.json", "decision-trees.json"])
def test_a_file_says_how_it_was_made(file: str) -> None:
    source = files("ingest") / "data" / file
    about = json.loads(source.read_text(encoding="utf-8"))["about"]
    assert "ingest.training.decisions" in about["command"]
    assert about["documents"] > 100
