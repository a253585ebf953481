"""Holds confidences against gold: of the statements given 0.9, do nine of ten hold?

usage: python -m tests.quality.calibration [--fit FIRST SECOND THIRD] [--grounds] [--held-out]

Reads every document that has gold, the corpus's and the written ones, and prints for each kind of
statement how many there are in each band of confidence and how many of them hold, for documents
the rules were written on and for the held-out ones apart. `--fit` first makes the table of
confidences (`ingest/data/confidence.json`) anew, from the development documents alone, each read
with a recogniser that did not learn from it (`ingest.training.further`): run it whenever extractors
changed. `--grounds` prints that table beside what holds on held-out documents.
"""

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from api.items import Item, items_of
from api.models import build_model, open_aids
from api.settings import read_settings
from api.sources import find_sources
from ingest.confidence import ANY, TABLE, confidence_of, vouched_for
from ingest.facts import find_facts
from ingest.pipeline import read_file_as_document
from ingest.training.judged import is_held_out
from ingest.training.parts import PARTS, Parts
from tests.quality import transfer_score
from tests.quality.judgement import Judged, judge

__all__ = [
    "PLACES",
    "SURE",
    "Sample",
    "expected_error",
    "main",
    "print_tables",
    "samples",
    "sure_share",
]

ROOT = Path(__file__).parents[2]
PLACES = (ROOT / "corpus", Path(__file__).with_name("written"))
TARGET = ROOT / "ingest" / "data" / TABLE
BANDS = 5
SURE = 0.9


@dataclass(frozen=True, slots=True)
class Sample:
    """A judged statement, with the confidence that it is given and the document it is from."""

    judged: Judged
    confidence: float
    document: str

    @property
    def is_held_out(self) -> bool:
        return is_held_out(self.document)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit where asked to, then print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", nargs=PARTS, type=Path, help="weights without each of the parts")
    parser.add_argument("--grounds", action="store_true")
    parser.add_argument("--held-out", action="store_true", help="read the held-out ones only")
    options = parser.parse_args(arguments)
    parts = Parts.open(build_model(read_settings()), *options.fit) if options.fit else None
    found = samples(held_out_only=options.held_out and not options.fit, parts=parts)
    if options.fit:
        _fit([sample.judged for sample in found if not sample.is_held_out])
        print(f"{TARGET.relative_to(ROOT)} is written; run again to see what it is worth.")
        return 0
    if options.grounds:
        _print_grounds(found)
    print_tables(found)
    return 0


@cache
def samples(
    *, held_out_only: bool = False, parts: Parts | None = None, share: tuple[int, int] = (0, 1)
) -> tuple[Sample, ...]:
    """Return every statement of every document with gold, judged.

    `share` says which of how many equal shares of the documents is read: (1, 2) is the second half.
    """
    aids = open_aids(read_settings())
    found: list[Sample] = []
    for folder in PLACES:
        for path in sorted((folder / "gold").glob("*.json"))[share[0] :: share[1]]:
            name = path.name.removesuffix(".gold.json")
            if held_out_only and not is_held_out(name):
                continue
            source = next((folder / "documents").glob(f"{name}.*"))
            for item in items_of(find_sources([source]).found[0], max_bytes=2**30):
                assert isinstance(item, Item)
                document = read_file_as_document(item.content, item.name, manifest=item.manifest)
                recogniser = aids.recogniser
                if parts and not is_held_out(name):
                    recogniser = parts.of(name)
                facts = find_facts(document, recogniser=recogniser)
                gold = json.loads(path.read_text("utf-8"))
                found += [_sample(each, name) for each in judge(facts, gold)]
    return tuple(found)


def expected_error(found: Sequence[Sample]) -> float:
    """Return the expected calibration error: how far the bands' promises are from what holds."""
    off = [
        abs(sum(one.confidence for one in band) - sum(one.judged.holds for one in band))
        for band in _banded(found).values()
    ]
    return sum(off) / len(found)


def sure_share(found: Iterable[Sample]) -> tuple[int, int]:
    """Return how many of the statements given 0.9 or more hold, and how many there are."""
    sure = [one.judged.holds for one in found if one.confidence >= SURE]
    return sum(sure), len(sure)


def print_tables(found: Sequence[Sample]) -> dict[str, float]:
    """Print the reliability of every kind of statement; return what the gate holds."""
    figures: dict[str, float] = {}
    for title, held_out in (("development", False), ("held out", True)):
        part = [one for one in found if one.is_held_out == held_out]
        if not part:
            continue
        _print_reliability(title, part)
        held, of = sure_share(part)
        error = expected_error(part)
        print(
            f"{title}: {held} of {of} statements given {SURE} or more hold ({held / of:.3f}); "
            f"expected calibration error {error:.3f}\n"
        )
        if held_out:
            figures = {"sure statements that hold": held / of, "calibration": 1 - error}
    return figures


def _sample(judged: Judged, name: str) -> Sample:
    told = confidence_of(judged.kind, judged.ground)
    confidence = judged.evidence.confidence if told is None else told
    return Sample(judged, confidence, name)


def _banded(found: Iterable[Sample]) -> Mapping[int, list[Sample]]:
    bands: defaultdict[int, list[Sample]] = defaultdict(list)
    for one in found:
        bands[min(9, int(one.confidence * 10))].append(one)
    return bands


def _print_reliability(title: str, found: Sequence[Sample]) -> None:
    """A cell says: so many of so many held (their mean confidence)."""
    heads = [f"{low / BANDS:.1f} to {(low + 1) / BANDS:.1f}" for low in range(BANDS)]
    print(f"{title + ', by confidence':28}" + "".join(f"{head:>20}" for head in heads))
    for kind in dict.fromkeys(one.judged.kind for one in found):
        bands: list[list[Sample]] = [[] for _ in heads]
        for one in found:
            if one.judged.kind == kind:
                bands[min(BANDS - 1, int(one.confidence * BANDS))].append(one)
        print(f"{kind:28}" + "".join(f"{_cell(band):>20}" for band in bands))


def _cell(band: Sequence[Sample]) -> str:
    if not band:
        return "-"
    held = sum(one.judged.holds for one in band)
    mean = sum(one.confidence for one in band) / len(band)
    return f"{held}/{len(band)} ={held / len(band):.2f} ({mean:.2f})"


def _print_grounds(found: Sequence[Sample]) -> None:
    rows: defaultdict[tuple[str, str, float], list[Sample]] = defaultdict(list)
    for one in found:
        rows[one.judged.kind, one.judged.ground, one.confidence].append(one)
    print(f"{'kind':15}{'ground':60}{'given':>6}{'development':>20}{'held out':>20}")
    for (kind, ground, confidence), row in sorted(rows.items()):
        parts = [[o for o in row if o.is_held_out == held_out] for held_out in (False, True)]
        cells = "".join(f"{_cell(part).partition(' (')[0]:>20}" for part in parts)
        print(f"{kind:15}{ground:60}{confidence:6.2f}{cells}")
    print()


def _fit(judged: Sequence[Judged]) -> None:
    by_kind: defaultdict[str, defaultdict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one in judged:
        by_kind[one.kind][one.ground].append(one.holds)
    for feature, holds in transfer_score.judged().items():
        by_kind[feature][ANY] = holds
    kinds = {kind: _rows(grounds) for kind, grounds in sorted(by_kind.items())}
    content = {
        "made by": "python -m tests.quality.calibration --fit",
        "from": "the documents that are not held out (see tests/quality/gate.py)",
        "kinds": kinds,
    }
    TARGET.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _rows(grounds: Mapping[str, Sequence[bool]]) -> dict[str, dict[str, float]]:
    every = [holds for ground in grounds.values() for holds in ground]
    usual = sum(every) / len(every)
    rows = {ANY: every, **{ground: grounds[ground] for ground in sorted(grounds)}}
    return {
        ground: {
            "held": sum(row),
            "of": len(row),
            # Cut, not rounded: 0.899 does not promise nine of ten.
            "confidence": math.floor(vouched_for(sum(row), len(row), usual=usual) * 100) / 100,
        }
        for ground, row in rows.items()
    }


if __name__ == "__main__":
    sys.exit(main())
