"""Fits the weights by which dates are taken for days of meetings.

Run as `python -m ingest.training.occasions --help`.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.linear_model import LogisticRegression

from ingest.entities import find_entities
from ingest.layout import read_layout
from ingest.manifest import MANIFEST_NAME, read_manifest
from ingest.occasion_signals import groups_by_date, occasion_signals
from ingest.pipeline import read_file_as_document
from ingest.scopes import read_source
from ingest.training.judged import is_held_out
from ingest.writing_day import dates_by, writing_day
from ontology.model import Document

__all__ = ["Lesson", "fit", "lessons", "main"]

# How strongly weights are held small (inverse strength of the L2 penalty of the regression), and
# from which probability a date is a meeting: with each author's documents left out in turn, F1
# differs by less than .01 for 0.3 to 1 and for .35 to .42.
PENALTY, THRESHOLD = 0.5, 0.38
SHORTEST = len("2020-01")


@dataclass(frozen=True, slots=True)
class Lesson:
    """A date of a document with its signals, and whether the gold has an event then."""

    document: str
    iso: str
    signals: Mapping[str, float]
    is_event: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the documents, fit, print the weights, write them, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="with documents/ and gold/ each")
    parser.add_argument("--out", type=Path, help="where the weights are written")
    options = parser.parse_args(arguments)
    taught = [lesson for folder in options.folders for lesson in lessons(folder)]
    content = json.dumps(fit(taught), indent=1, ensure_ascii=False) + "\n"
    sys.stdout.write(content)
    if options.out:
        options.out.write_text(content, "utf-8")
    return 0


def lessons(folder: Path) -> Iterator[Lesson]:
    """Return the dates of a folder's documents, those held out for measuring left out."""
    documents = {path.stem: path for path in sorted((folder / "documents").iterdir())}
    entries = read_manifest(folder / "documents" / MANIFEST_NAME)
    for path in sorted((folder / "gold").glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if not is_held_out(name):
            file = documents[name]
            document = read_file_as_document(
                file.read_bytes(), file.name, manifest=entries.get(file.name)
            )
            yield from _of_document(name, document, json.loads(path.read_text("utf-8")))


def _of_document(name: str, document: Document, gold: Mapping[str, Any]) -> Iterator[Lesson]:
    layout = read_layout(document)
    written = writing_day(document, layout)
    source = read_source(document, layout, find_entities(document))
    wanted = [event["date"] for event in gold["events"] if event.get("date")]
    dates = [
        (replace(date, start=date.start + sentence.start, end=date.end + sentence.start), sentence)
        for sentence in layout.sentences
        for date in dates_by(layout.cut(sentence), written)
    ]
    for dated in groups_by_date(dates):
        met = any(_agree(dated.iso, date) for date in wanted)
        yield Lesson(name, dated.iso, occasion_signals(source, written, dated), met)


def _agree(iso: str, wanted: str) -> bool:
    return iso == wanted or (len(wanted) <= SHORTEST and iso.startswith(wanted))


def fit(taught: Sequence[Lesson]) -> dict[str, Any]:
    """Return bias, threshold and the weight of every signal, by logistic regression."""
    names = sorted({name for lesson in taught for name in lesson.signals})
    rows = [[lesson.signals.get(name, 0.0) for name in names] for lesson in taught]
    model = LogisticRegression(C=PENALTY, max_iter=2000)
    model.fit(rows, [lesson.is_event for lesson in taught])
    weights = zip(names, model.coef_[0], strict=True)
    return {
        "fitted": f"{len(taught)} dates of {len({one.document for one in taught})} documents, "
        f"{sum(one.is_event for one in taught)} of them events; "
        "python -m ingest.training.occasions corpus tests/quality/written",
        "bias": round(float(model.intercept_[0]), 2),
        "threshold": THRESHOLD,
        "weights": {name: round(float(weight), 2) for name, weight in weights},
    }


if __name__ == "__main__":
    sys.exit(main())
