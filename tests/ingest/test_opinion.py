"""What the network says of a name: odds of its words, and nothing where it is mute."""

import math
from pathlib import Path

import numpy as np
import pytest

from ingest.decisions import Decision, decision
from ingest.layout import Span
from ingest.opinion import OPINION, Opinions, Reading
from ingest.stretches import MOST_CHARS, stretches
from ingest.training.holders import main as learn_holders
from ingest.training.judged import is_held_out
from ingest.training.parts import PARTS, Parts, part_of
from ontology.errors import ModelError

WORDS = (Span(0, 5), Span(6, 9), Span(10, 15), Span(16, 20))
# The second word begins a name, the third continues it, the others stand outside.
SCORES = np.log(
    np.array([[0.8, 0.1, 0.1], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.9, 0.05, 0.05]], np.float32)
)
OPINIONS = Opinions([Reading(WORDS, SCORES)])


def test_a_name_has_the_mean_odds_of_its_words() -> None:
    found = OPINIONS.of([Span(6, 15)])
    odds = [math.log(0.9 / 0.1), math.log(0.8 / 0.2)]
    assert found[f"{OPINION}best"] == pytest.approx(sum(odds) / 2 / 3, abs=0.01)
    assert found[f"{OPINION}least"] == pytest.approx(min(odds) / 3, abs=0.01)
    assert found[f"{OPINION}begins"] == pytest.approx(math.log(0.8 / 0.2) / 3, abs=0.01)
    # What follows goes on with the name in one of twenty cases.
    assert found[f"{OPINION}ends"] == pytest.approx(math.log(0.95), abs=0.01)


def test_part_of_a_name_ends_worse_and_what_stands_beside_it_is_none() -> None:
    whole, part, beside = (OPINIONS.of([s]) for s in (Span(6, 15), Span(6, 9), Span(0, 5)))
    assert part[f"{OPINION}ends"] < whole[f"{OPINION}ends"]
    assert beside[f"{OPINION}best"] < 0 < whole[f"{OPINION}best"]


def test_of_several_places_the_best_one_speaks_and_the_mean_beside_it() -> None:
    both = OPINIONS.of([Span(0, 5), Span(6, 15)])
    assert both[f"{OPINION}best"] == OPINIONS.of([Span(6, 15)])[f"{OPINION}best"]
    assert both[f"{OPINION}mean"] < both[f"{OPINION}best"]


def test_what_the_network_did_not_read_has_no_opinion() -> None:
    assert OPINIONS.of([Span(40, 50)]) == {}
    assert Opinions([]).of([Span(0, 8)]) == {}
    assert Opinions([Reading((), np.zeros((0, 3), np.float32))]).of([Span(0, 8)]) == {}


def test_readings_count_by_their_place_and_not_by_their_order() -> None:
    halves = [Reading(WORDS[2:], SCORES[2:]), Reading(WORDS[:2], SCORES[:2])]
    assert Opinions(halves).of([Span(6, 9)]) == Opinions(halves[::-1]).of([Span(6, 9)])


def test_only_a_decision_with_a_network_counts_its_opinion() -> None:
    seen, unseen = decision("name_seen"), decision("name")
    assert isinstance(seen, Decision)
    assert isinstance(unseen, Decision)
    assert seen.weights[f"{OPINION}best"] > 0
    assert not [signal for signal in unseen.weights if signal.startswith(OPINION)]


def test_stretches_are_runs_of_sentences_that_lose_no_word() -> None:
    text = "\n".join(
        f"Die Gemeinde Nummer {i} baut einen Bauhof. Er kostet Geld." for i in range(40)
    )
    found = stretches(text)
    assert all(end - start <= MOST_CHARS for start, end in found)
    assert " ".join(text[start:end] for start, end in found).split() == text.split()
    assert sum(text[start:end].count("Bauhof") for start, end in found) == 40
    assert len(found) < 10


def test_a_gap_parts_stretches() -> None:
    assert len(stretches("Bauhof Aue.\nErster Satz.")) == 1
    assert len(stretches("Bauhof Aue.\n\n\n\n\nErster Satz.")) == 2


def test_the_parts_of_the_lessons_are_alike_in_size() -> None:
    gold = Path(__file__).parents[1] / "quality" / "written" / "gold"
    names = [path.name.removesuffix(".gold.json") for path in gold.glob("*.gold.json")]
    parts = [part_of(name) for name in names if not is_held_out(name)]
    assert all(0.25 < parts.count(part) / len(parts) < 0.4 for part in range(PARTS))


def test_weights_over_another_embedder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"first\.bin does not fit"):
        Parts.open(tmp_path, tmp_path / "first.bin", tmp_path / "second.bin")


def test_an_embedder_without_parts_is_refused_and_not_passed_over(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with pytest.raises(SystemExit):
        learn_holders([str(tmp_path), "--model", str(tmp_path)])
    assert "--parts" in capsys.readouterr().err
