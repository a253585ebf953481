"""How search grows: 10,000, 100,000 and, when asked for, 1,000,000 passages.

usage: python -m tests.bench.scale [--write] [--million]

The recipe, from the demonstration corpus alone and always with the same result: a passage of the
larger collection is two passages of the corpus mixed, six of them are a document. Its vector is
theirs in random shares with noise, its words are a random half of the sentences of each. The second
stage compares as many passages whatever the size, so that only the first one grows: `ask` is a
whole question over the corpus, followed by the first stage over the larger collection (which
counts that stage twice). `--write` keeps the figures for docs/search.md; a size that was not
measured this time keeps its row. Fails where fewer than .98 of the nearest are found, or where a
question over a million passages takes more than three times one over ten thousand (95th
percentile).
"""

import argparse
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from api.settings import read_settings
from api.view import View, open_for_reading
from search.analysis import analyse
from search.answer import Question
from search.dense import DenseIndex
from search.lexical import LexicalIndex, Unit
from search.retrieval import DENSE_CANDIDATES, DOCUMENT_CANDIDATES
from search.threads import use_one_thread
from tests.bench.machine import ROOT, machine

__all__ = ["FIGURES", "failures_of", "main", "measured"]

FIGURES = Path(__file__).with_name("scale-figures.json")
QUESTIONS = ROOT / "corpus" / "questions.jsonl"
SIZES = (10_000, 100_000)
MILLION = 1_000_000
PASSAGES_A_DOCUMENT = 6
NOISE = 0.35
CHUNK = 50_000
NEAREST, HANDED_ON = 10, 100
RECALL = f"recall@{NEAREST} in {HANDED_ON}"
LEAST_RECALL, MOST_GROWTH = 0.98, 3.0


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, keep the table when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures for the docs")
    parser.add_argument("--million", action="store_true", help="half an hour and 4 GB more")
    options = parser.parse_args(arguments)
    sizes = (*SIZES, MILLION) if options.million else SIZES
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "api", "--home", scratch, "ingest"]
        subprocess.run([*command, str(ROOT / "corpus" / "documents")], cwd=ROOT, check=True)
        view = open_for_reading(read_settings(home=Path(scratch)))
        rows = measured(view, sizes, Path(scratch))
    if options.write:
        before = json.loads(FIGURES.read_text("utf-8"))["rows"] if FIGURES.exists() else []
        kept = {row["passages"]: row for row in (*before, *rows)}
        content = {"machine": machine(), "rows": [kept[size] for size in sorted(kept)]}
        FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    failures = failures_of(rows)
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


def failures_of(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return at which sizes too few of the nearest are found, and whether questions grow slow."""
    found = [
        f"at {row['passages']:,} passages {row[RECALL]} of the nearest are found"
        for row in rows
        if row[RECALL] < LEAST_RECALL
    ]
    slowest = {row["passages"]: row["ask p95 ms"] for row in rows}
    if MILLION in slowest and slowest[MILLION] > MOST_GROWTH * slowest[SIZES[0]]:
        ratio = slowest[MILLION] / slowest[SIZES[0]]
        found.append(f"a million passages take {ratio:.2f} times as long as {SIZES[0]:,}")
    return found


def measured(view: View, sizes: Sequence[int], scratch: Path) -> list[dict[str, Any]]:
    """Return a row of figures for each size, printed as they come."""
    use_one_thread()
    store = view.engine.readers.store
    known = store.vectors().rows
    texts = [passage.text for passage in store.passages()]
    questions = [json.loads(line)["query"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    asked = [view.encoder.encode_query(question).vector for question in questions]
    rows = []
    for size in sizes:
        dense, row = _dense(known, asked, size, scratch)
        words, of_words = _lexical("words", _units(texts, size), questions, scratch)
        documents, of_documents = _lexical(
            "documents", _documents(_units(texts, size)), questions, scratch
        )
        calls = [
            partial(_asked, view, question, vector, (dense, words, documents))
            for question, vector in zip(questions, asked, strict=True)
        ]
        row = {"passages": size, **row, **of_words, **of_documents, **_latency("ask", calls)}
        row["peak memory MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
        print(row, flush=True)
        rows.append(row)
    return rows


def _asked(
    view: View,
    question: str,
    vector: NDArray[np.float32],
    larger: tuple[DenseIndex, LexicalIndex, LexicalIndex],
) -> None:
    dense, words, documents = larger
    view.engine.ask(Question(question))
    dense.search(vector, limit=DENSE_CANDIDATES)
    tokens = analyse(question)
    words.search(tokens, limit=DENSE_CANDIDATES)
    documents.search(tokens, limit=DOCUMENT_CANDIDATES)


def _dense(
    known: NDArray[np.float32], asked: Sequence[NDArray[np.float32]], size: int, scratch: Path
) -> tuple[DenseIndex, dict[str, Any]]:
    began = time.perf_counter()
    index = DenseIndex(known.shape[1])
    best = [(np.zeros(0, np.float32), np.zeros(0, np.int64)) for _ in asked]
    for start, rows in _vectors(known, size):
        keys = np.arange(start, start + len(rows))
        index.add(keys.tolist(), rows)
        best = [_merged(one, rows @ vector, keys) for one, vector in zip(best, asked, strict=True)]
    path = scratch / f"dense-{size}.faiss"
    index.save(path)
    built = time.perf_counter() - began
    loaded = DenseIndex.load(path, known.shape[1])
    assert loaded is not None
    hits = [
        len(set(keys.tolist()) & set(loaded.search(vector, limit=HANDED_ON)))
        for (_, keys), vector in zip(best, asked, strict=True)
    ]
    return loaded, {
        "vectors": "exact" if loaded.is_exact else "quantised lists",
        "vectors build s": round(built, 1),
        "vectors MB": round(path.stat().st_size / 1e6, 1),
        RECALL: round(statistics.fmean(hits) / NEAREST, 3),
        **_latency("vectors", [partial(loaded.search, each, limit=HANDED_ON) for each in asked]),
    }


def _merged(
    one: tuple[NDArray[np.float32], NDArray[np.int64]],
    cosines: NDArray[np.float32],
    keys: NDArray[np.int64],
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    together = np.concatenate([one[0], cosines])
    numbers = np.concatenate([one[1], keys])
    kept = np.argsort(-together, kind="stable")[:NEAREST]
    return together[kept], numbers[kept]


def _lexical(
    name: str, units: Iterable[Unit], questions: Sequence[str], scratch: Path
) -> tuple[LexicalIndex, dict[str, Any]]:
    folder = Path(tempfile.mkdtemp(dir=scratch))
    index = LexicalIndex(folder)
    began = time.perf_counter()
    index.replace_all(units, generation=1)
    built = time.perf_counter() - began
    tokens = [analyse(question) for question in questions]
    return index, {
        f"{name} build s": round(built, 1),
        f"{name} MB": round(sum(path.stat().st_size for path in folder.iterdir()) / 1e6, 1),
        **_latency(name, [partial(index.search, each, limit=HANDED_ON) for each in tokens]),
    }


def _latency(name: str, calls: Sequence[Callable[[], object]]) -> dict[str, float]:
    times = []
    for call in (*calls, *calls, *calls):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(times[len(calls) :], n=100)
    return {
        f"{name} p50 ms": round(cuts[49], 2),
        f"{name} p95 ms": round(cuts[94], 2),
        f"{name} p99 ms": round(cuts[98], 2),
    }


def _vectors(known: NDArray[np.float32], size: int) -> Iterator[tuple[int, NDArray[np.float32]]]:
    random = np.random.default_rng(size)
    deviation = NOISE / np.sqrt(known.shape[1])
    for start in range(0, size, CHUNK):
        count = min(CHUNK, size - start)
        one, other = random.integers(0, len(known), (2, count))
        shares = random.random((count, 1), np.float32)
        rows = shares * known[one] + (1 - shares) * known[other]
        rows += deviation * random.standard_normal(rows.shape, np.float32)
        yield start, rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _units(texts: Sequence[str], size: int) -> Iterator[Unit]:
    random = np.random.default_rng(size)
    sentences = [re.split(r"(?<=[.!?])\s+", text) for text in texts]
    for number in range(size):
        pair = [sentences[place] for place in random.integers(0, len(texts), 2)]
        kept = [one for text in pair for one in text if random.random() < 0.5]
        yield Unit(number, f"d{number // PASSAGES_A_DOCUMENT}", " ".join(kept or pair[0]))


def _documents(passages: Iterable[Unit]) -> Iterator[Unit]:
    for key, (name, own) in enumerate(groupby(passages, attrgetter("document_id"))):
        yield Unit(key, name, " ".join(passage.text for passage in own))


if __name__ == "__main__":
    sys.exit(main())
