"""Fits the decisions on names and partners; run as `python -m ingest.training.decisions --help`."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from ingest.decisions import Decision
from ingest.opinion import LENS_FILE
from ingest.recogniser import Recogniser
from ingest.training.folds import folds
from ingest.training.judged import is_held_out
from ingest.training.lessons import Lesson, read_lessons
from ingest.training.pairs import name_rows, pair_rows, ranked_rows, taken_rows
from ingest.training.regression import Seen, fit
from ingest.training.seen_names import fit_seen_names

__all__ = ["fit_all", "main"]

# How strongly weights are held near zero: the best of 0.1, 0.2 and 0.3 (names) and of 0.03 to 0.1
# (partners) when one author's documents at a time were left out; differences were below 0.01.
NAME_FREEDOM, PAIR_FREEDOM, AMONG_FREEDOM = 0.2, 0.05, 1.0


def fit_all(lessons: Sequence[Lesson]) -> dict[str, Decision]:
    """Return all decisions, learnt from these documents."""
    names = fit(name_rows(lessons), NAME_FREEDOM)
    among = [
        row
        for rest, part in folds(lessons)
        for row in ranked_rows(part, fit(name_rows(rest), NAME_FREEDOM))
    ]
    towns, bodies = _pairs(lessons)
    taken = [row for rest, part in folds(lessons) for row in taken_rows(part, *_pairs(rest))]
    return {
        "name": names,
        "name_among_names": fit(among, AMONG_FREEDOM),
        "town_takes_part": towns,
        "body_takes_part": bodies,
        "takes_part_among_others": fit(taken, AMONG_FREEDOM),
    }


def _pairs(lessons: Sequence[Lesson]) -> tuple[Decision, Decision]:
    rows = pair_rows(lessons)
    towns = fit((row for row in rows if row.is_town), PAIR_FREEDOM)
    return towns, fit((row for row in rows if not row.is_town), PAIR_FREEDOM)


def _written(decisions: Mapping[str, Decision], about: Mapping[str, object]) -> str:
    tables = {
        name: {
            "bias": round(decision.bias, 3),
            "weights": {
                signal: round(weight, 3)
                for signal, weight in sorted(decision.weights.items())
                if round(weight, 2)
            },
        }
        for name, decision in decisions.items()
    }
    return json.dumps({"about": about, "decisions": tables}, ensure_ascii=False, indent=1) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit all decisions on folders of documents and gold, and write the data file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "folders", nargs="+", type=Path, help="Folders that hold documents/ and gold/."
    )
    parser.add_argument(
        "--model", type=Path, required=True, help="Folder of the embedder the recogniser needs."
    )
    parser.add_argument(
        "--out", type=Path, default=Path(str(files("ingest") / "data" / "decisions.json"))
    )
    options = parser.parse_args(arguments)
    recogniser = Recogniser.open(options.model, is_learning=True)
    if recogniser is None:
        parser.error(f"{options.model} holds no embedder that the recogniser fits to.")
    lessons = [
        lesson
        for folder in options.folders
        for lesson in read_lessons(folder, recogniser, lambda name: not is_held_out(name))
    ]
    about = {
        "what": "Weights of logistic regressions: the logarithm of the odds is the bias and the "
        "weighted signals; a signal that is missing counts nothing. The signals are made in "
        "name_writing, name_contexts, project_choice, partner_signals and participants.",
        "command": "python -m ingest.training.decisions corpus tests/quality/written "
        "--model FOLDER_OF_THE_EMBEDDER",
        "documents": len(lessons),
    }
    seen = fit_seen_names(lessons, NAME_FREEDOM, AMONG_FREEDOM)
    decisions = fit_all(lessons) | {
        "name_seen": seen.alone.decision,
        "name_among_names_seen": seen.among,
    }
    options.out.write_text(_written(decisions, about), encoding="utf-8")
    lens = _lens(seen.alone, recogniser.version)
    options.out.with_name(LENS_FILE).write_text(lens, encoding="utf-8")
    return 0


def _lens(seen: Seen, version: str) -> str:
    numbers = [round(float(one), 5) for one in seen.lens]
    half = len(numbers) // 2
    table = {
        "about": "What makes the signal `network` of the decision `name_seen`: weights of the "
        "vectors of a name's words and of its sentences, fitted with its other signals.",
        "recogniser": version,
        "middle": round(seen.middle, 3),
        "word": numbers[:half],
        "sentence": numbers[half:],
    }
    return json.dumps(table) + "\n"


if __name__ == "__main__":
    sys.exit(main())
