"""Fits the decisions on names and partners; run as `python -m ingest.training.decisions --help`."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from ingest.decisions import Decision, Judge, Trees
from ingest.training.boosting import grow
from ingest.training.folds import folds
from ingest.training.judged import is_alike, is_held_out, is_of_corpus
from ingest.training.lessons import Lesson, read_lessons
from ingest.training.pairs import name_rows, pair_rows, ranked_rows, taken_rows
from ingest.training.parts import PARTS, Parts
from ingest.training.regression import fit

__all__ = ["fit_all", "main", "write_decisions"]

# How strongly weights are held near zero: the best of 0.1, 0.2 and 0.3 when one author's documents
# at a time were left out; differences were below 0.01.
NAME_FREEDOM, AMONG_FREEDOM = 0.2, 1.0
ABOUT_WEIGHTS = (
    "Weights of logistic regressions: the logarithm of the odds is the bias and the weighted "
    "signals; a signal that is missing counts nothing. The signals are made in name_writing, "
    "name_words, name_contexts, opinion, project_choice and participants."
)
ABOUT_TREES = (
    "Boosted trees: the logarithm of the odds is the bias and what a leaf of each tree adds. A "
    "question is the number of a signal, a threshold, the tree for values up to it and the tree "
    "for values above; a signal that is missing is 0. The signals are made in partner_signals."
)

About: TypeAlias = Mapping[str, object]


def fit_all(lessons: Sequence[Lesson]) -> dict[str, Judge]:
    """Return all decisions, learnt from these documents."""
    names, among = _names(lessons, is_seen=False)
    seen_names, seen_among = _names(lessons, is_seen=True)
    towns, bodies = _pairs(lessons)
    taken = [row for rest, part in folds(lessons) for row in taken_rows(part, *_pairs(rest))]
    return {
        "name": names,
        "name_among_names": among,
        "name_seen": seen_names,
        "name_among_names_seen": seen_among,
        "town_takes_part": towns,
        "body_takes_part": bodies,
        "takes_part_among_others": fit(taken, AMONG_FREEDOM),
    }


def _names(lessons: Sequence[Lesson], *, is_seen: bool) -> tuple[Judge, Judge]:
    rows = [
        row
        for rest, part in folds(lessons)
        for row in ranked_rows(part, fit(name_rows(rest, is_seen=is_seen), NAME_FREEDOM))
    ]
    return fit(name_rows(lessons, is_seen=is_seen), NAME_FREEDOM), fit(rows, AMONG_FREEDOM)


def _pairs(lessons: Sequence[Lesson]) -> tuple[Judge, Judge]:
    rows = pair_rows(lessons)
    return grow(row for row in rows if row.is_town), grow(row for row in rows if not row.is_town)


def write_decisions(folder: Path, decisions: Mapping[str, Judge], about: About) -> None:
    """Write weights and trees into the two files that `ingest.decisions` reads."""
    tables = {n: _weights(one) for n, one in decisions.items() if isinstance(one, Decision)}
    weighted = {"about": {"what": ABOUT_WEIGHTS, **about}, "decisions": tables}
    text = json.dumps(weighted, ensure_ascii=False, indent=1) + "\n"
    (folder / "decisions.json").write_text(text, encoding="utf-8")
    grown = [_trees(n, one) for n, one in decisions.items() if isinstance(one, Trees)]
    head = json.dumps({"what": ABOUT_TREES, **about}, ensure_ascii=False, indent=1)
    text = f'{{"about": {head},\n"decisions": {{\n' + ",\n".join(grown) + "}}\n"
    (folder / "decision-trees.json").write_text(text, encoding="utf-8")


def _trees(name: str, decision: Trees) -> str:
    """Return a decision as an entry of a JSON object with a line for each tree."""
    signals = json.dumps(decision.signals, ensure_ascii=False)
    trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in decision.trees)
    return f'"{name}": {{"bias": {decision.bias}, "signals": {signals}, "trees": [\n{trees}]}}'


def _weights(decision: Decision) -> dict[str, object]:
    weights = {
        signal: round(weight, 3)
        for signal, weight in sorted(decision.weights.items())
        if round(weight, 2)
    }
    return {"bias": round(decision.bias, 3), "weights": weights}


def _weight(document: str, corpus_counts: float, alike_counts: float) -> float:
    if is_alike(document):
        return alike_counts
    return corpus_counts if is_of_corpus(document) else 1.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit all decisions on folders of documents and gold, and write the data files."""
    options = _options().parse_args(arguments)
    parts = Parts.open(options.model, *options.parts)
    lessons = [
        lesson
        for folder in options.folders
        for lesson in read_lessons(
            folder,
            parts.of,
            lambda name: not is_held_out(name),
            lambda name: _weight(name, options.corpus_counts, options.alike_counts),
        )
    ]
    about = {
        "command": "python -m ingest.training.decisions corpus tests/quality/written "
        "--model FOLDER_OF_THE_EMBEDDER --parts WITHOUT_FIRST WITHOUT_SECOND WITHOUT_THIRD "
        f"--corpus-counts {options.corpus_counts:g} --alike-counts {options.alike_counts:g}",
        "documents": len(lessons),
    }
    write_decisions(options.out, fit_all(lessons), about)
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folders", nargs="+", type=Path, help="Folders that hold documents/ and gold/."
    )
    parser.add_argument(
        "--model", type=Path, required=True, help="Folder of the embedder the recogniser needs."
    )
    parser.add_argument(
        "--parts",
        nargs=PARTS,
        type=Path,
        required=True,
        help="Weights of recognisers that did not learn from the first, second, third part.",
    )
    parser.add_argument(
        "--corpus-counts",
        type=float,
        default=1.0,
        help="How much a document of the corpus counts.",
    )
    parser.add_argument(
        "--alike-counts",
        type=float,
        default=1.0,
        help="How much a document written like the corpus counts.",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(str(files("ingest") / "data")),
        help="Folder for decisions.json and decision-trees.json.",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
