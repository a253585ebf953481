"""Scores the features of transfer against a small gold: what a town that copies must know.

usage: python -m tests.quality.transfer_score [--errors]

`transfer.jsonl` names, for 21 documents that the rules were written on, the words that state each
feature; who they belong to is not judged. A find is right when it holds such words or is held by
them; words are found when some find holds them.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from api.items import Item, items_of
from api.sources import find_sources
from ingest.pipeline import read_document
from ontology.model import Claim, Project
from tests.quality.extraction_score import Score

__all__ = ["FEATURES", "judged", "main", "print_table", "scores"]

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).with_name("transfer.jsonl")
FOLDERS = (ROOT / "corpus" / "documents", Path(__file__).with_name("written") / "documents")
# The name in the gold, and the field of a project that holds the finds.
FEATURES = {
    "cost": "costs",
    "staff": "staff",
    "legal_form": "legal_form",
    "programme": "programmes",
    "obstacle": "obstacles",
    "stopped": "stops",
    "problem": "problems",
    "result": "results",
    "contact": "contacts",
}


def main(arguments: Sequence[str]) -> int:
    """Print a line for each feature, and with `--errors` what was missed and what was wrong."""
    print_table()
    if "--errors" in arguments:
        for name, feature, missed, wrong in _compared():
            for words in missed:
                print(f"{name} {feature} missed: {words}")
            for words in wrong:
                print(f"{name} {feature} wrong: {words}")
    return 0


def print_table() -> float:
    """Print the scores; return the mean F1 of the features."""
    print(f"{'features of transfer':24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    found = scores()
    for feature, (precise, recalled) in found.items():
        f1 = _f1(precise.precision, recalled.recall)
        cells = f"{precise.precision:7.3f}{recalled.recall:7.3f}{f1:7.3f}"
        print(f"{feature:24}{cells}{recalled.gold:7}{precise.found:7}")
    every = [_f1(precise.precision, recalled.recall) for precise, recalled in found.values()]
    return sum(every) / len(every)


def scores() -> Mapping[str, tuple[Score, Score]]:
    """Return for each feature how many finds are right, and how many words of gold were found."""
    precise = dict.fromkeys(FEATURES, Score(0, 0, 0))
    recalled = dict.fromkeys(FEATURES, Score(0, 0, 0))
    golden, given = _golden(), _given()
    for name, feature, missed, wrong in _compared():
        gold, found = len(golden[name].get(feature, [])), len(given[name][feature])
        one, other = precise[feature], recalled[feature]
        hits = one.hits + found - len(wrong)
        precise[feature] = Score(hits, one.gold + gold, one.found + found)
        hits = other.hits + gold - len(missed)
        recalled[feature] = Score(hits, other.gold + gold, other.found + found)
    return {feature: (precise[feature], recalled[feature]) for feature in FEATURES}


def judged() -> Mapping[str, list[bool]]:
    """Return for each feature of every find whether it is right."""
    return {
        feature: [number < precise.hits for number in range(precise.found)]
        for feature, (precise, _) in scores().items()
    }


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _compared() -> Iterator[tuple[str, str, list[str], list[str]]]:
    for name, gold in _golden().items():
        for feature in FEATURES:
            wanted: list[str] = gold.get(feature, [])
            found = _given()[name][feature]
            missed = [words for words in wanted if not any(_agree(words, one) for one in found)]
            wrong = [one for one in found if not any(_agree(words, one) for words in wanted)]
            yield name, feature, missed, wrong


def _agree(wanted: str, found: str) -> bool:
    one, other = (" ".join(words.split()).casefold() for words in (wanted, found))
    return one in other or other in one


def _golden() -> dict[str, dict[str, Any]]:
    lines = GOLD.read_text("utf-8").splitlines()
    return {entry.pop("document"): entry for entry in map(json.loads, lines)}


@cache
def _given() -> dict[str, dict[str, list[str]]]:
    given = {}
    for name in _golden():
        (path,) = (path for folder in FOLDERS for path in folder.glob(f"{name}.*"))
        (item,) = items_of(find_sources([path]).found[0], max_bytes=2**30)
        assert isinstance(item, Item)
        reading = read_document(item.content, item.name, manifest=item.manifest)
        given[name] = _features(reading.facts.projects)
    return given


def _features(projects: Sequence[Project]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for feature, field in FEATURES.items():
        told = [getattr(project, field) for project in projects]
        claims: list[Claim] = []
        for one in told:
            claims += one if isinstance(one, tuple) else [one] if one else []
        found[feature] = list(dict.fromkeys(claim.value for claim in claims))
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
