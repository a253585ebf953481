"""`make bench-search`: our answers beside BM25, the bi-encoder and txtai, quality and speed in one.

usage: python -m tests.bench.search [--write] [--without-txtai]

Every system searches the same passages of the demonstration corpus on the same machine with one
thread; documents are ranked by their best passage. `--write` keeps the table for the docs.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import Any

from api.models import model_folder
from api.settings import read_settings
from api.view import View, open_for_reading
from search.answer import Question
from search.retrieval import WEIGHTS
from tests.bench.machine import ROOT, machine
from tests.bench.rivals import Answerer, bm25_ranker, corpus_of, dense_ranker, txtai_ranker
from tests.quality import retrieval_score

__all__ = ["FIGURES", "Row", "failures_of", "main"]

FIGURES = Path(__file__).with_name("search-figures.json")
QUESTIONS = ROOT / "corpus" / "questions.jsonl"
OFFICERS = ROOT / "tests" / "quality" / "officers.jsonl"
OURS, EMBEDDING = "ours", "(embedding the question)"
# What asking may cost, in embeddings of the question: what is aimed at, and what is held today.
AIMED_RATIO, HELD_RATIO = 1.3, 1.6
ROUNDS = 3
FOLDS = 5
# What each signal may weigh in the mixes that cross-validation chooses from.
STEPS = {"dense": (0.2, 0.3, 0.4), "lexical": (0.0, 0.1, 0.2), "late": (0.3, 0.4, 0.5)}


@dataclass(frozen=True, slots=True)
class Row:
    """One system's quality over the questions and its warm latency."""

    name: str
    ndcg_10: float
    recall_5: float
    mrr_10: float
    p50_ms: float
    p95_ms: float


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, keep it when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures for the docs")
    parser.add_argument("--without-txtai", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        command = [sys.executable, "-m", "api", "--home", scratch, "ingest"]
        subprocess.run([*command, str(ROOT / "corpus" / "documents")], cwd=ROOT, check=True)
        view = open_for_reading(read_settings(home=Path(scratch)))
        rows = _rows(view, with_txtai=not options.without_txtai)
        validated = _cross_validated(view)
        held_out = _held_out(view)
    content = {
        "machine": machine(),
        "rows": [asdict(row) for row in rows],
        "cross_validated_ndcg_10": validated,
        "held_out": held_out,
    }
    _print(rows, content)
    if options.write:
        FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    failures = failures_of(rows)
    for failure in failures:
        print(f"FAILED: {failure}")
    return 1 if failures else 0


def failures_of(rows: Sequence[Row]) -> list[str]:
    """Return in what ours is not better than the others, or slower than is held."""
    by_name = {row.name: row for row in rows}
    ours, embedding = by_name[OURS], by_name[EMBEDDING]
    ratio = ours.p50_ms / embedding.p50_ms
    print(f"asking costs {ratio:.2f} times the embedding of the question (aim {AIMED_RATIO})")
    found = [
        f"{row.name} reaches nDCG@10 {row.ndcg_10:.3f}, ours {ours.ndcg_10:.3f}"
        for row in rows
        if row.name not in (OURS, EMBEDDING) and "ours" not in row.name
        if row.ndcg_10 >= ours.ndcg_10
    ]
    if ratio > HELD_RATIO:
        found.append(f"asking costs {ratio:.2f} times the embedding, more than {HELD_RATIO}")
    return found


def _rows(view: View, *, with_txtai: bool) -> list[Row]:
    questions = _lines(QUESTIONS)
    readers = view.engine.readers
    files = {card.id: card.source_file for card in view.catalogue.documents()}
    corpus = corpus_of(readers, files.__getitem__)
    systems: list[tuple[str, Answerer]] = [
        ("BM25 (bm25s, stems)", bm25_ranker(corpus)),
        ("bi-encoder alone", dense_ranker(corpus, readers, view.encoder)),
    ]
    if with_txtai:
        systems.append(("txtai (hybrid)", txtai_ranker(corpus, model_folder(read_settings()))))
    for left_out in WEIGHTS:
        rest = {name: weight for name, weight in WEIGHTS.items() if name != left_out}
        systems.append((f"ours without {left_out}", _ours(view, rest)))
    systems.append((OURS, _ours(view, WEIGHTS)))
    times = _times([*(call for _, call in systems), _embedding(view)], questions)
    rows = [
        _measured(name, answer, questions, each)
        for (name, answer), each in zip(systems, times, strict=False)
    ]
    median, slowest = _cuts(times[-1])
    return [*rows, Row(EMBEDDING, 0.0, 0.0, 0.0, median, slowest)]


def _measured(
    name: str, answer: Answerer, questions: Sequence[dict[str, Any]], times: Sequence[float]
) -> Row:
    answers = {question["id"]: answer(question) for question in questions}
    found = retrieval_score.score(questions, answers)
    median, slowest = _cuts(times)
    return Row(name, found.ndcg_10, found.recall_5, found.mrr_10, median, slowest)


def _embedding(view: View) -> Answerer:
    def embed(question: dict[str, Any]) -> dict[str, Any]:
        return {"vector": view.encoder.encode_query(question["query"])}

    return embed


def _cuts(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[18]


def _times(calls: Sequence[Answerer], questions: Sequence[dict[str, Any]]) -> list[list[float]]:
    """Ask question by question, every system in turn, so that a busy moment meets them all."""
    times: list[list[float]] = [[] for _ in calls]
    for number in range(ROUNDS + 1):
        for question, (place, call) in product(questions, enumerate(calls)):
            began = time.perf_counter()
            call(question)
            if number:
                times[place].append((time.perf_counter() - began) * 1000)
    return times


def _cross_validated(view: View) -> float:
    """Return nDCG@10 where each fifth is answered with the mix that was best on the others."""
    questions = [each for each in _lines(QUESTIONS) if not each["unanswered"]]
    scores: list[list[float]] = []
    for dense, lexical, late in product(*STEPS.values()):
        document = round(1 - dense - lexical - late, 1)
        if document >= 0:
            mix = {"dense": dense, "lexical": lexical, "late": late, "document": document}
            answer = _ours(view, mix)
            scores.append([_ndcg(each, answer(each)) for each in questions])
    chosen = []
    for fold in range(FOLDS):
        training = [n for n in range(len(questions)) if n % FOLDS != fold]
        best = max(scores, key=lambda mix: sum(mix[n] for n in training))
        chosen += [best[n] for n in range(len(questions)) if n % FOLDS == fold]
    return statistics.fmean(chosen)


def _ndcg(question: dict[str, Any], answer: dict[str, Any]) -> float:
    return retrieval_score.score([question], {question["id"]: answer}).ndcg_10


def _held_out(view: View) -> dict[str, float]:
    """Return the figures over the officers' questions that only the bar of refusals was set on."""
    questions = [each for each in _lines(OFFICERS) if each["part"] == "report"]
    answer = _ours(view, WEIGHTS)
    answers = {each["id"]: answer(each) for each in questions}
    figures = dict(asdict(retrieval_score.score(questions, answers)))
    for kind in ("theme", "condition"):
        asked = [each for each in questions if each["kind"] == kind]
        refused = sum(not answers[each["id"]]["answered"] for each in asked)
        figures[f"refused {kind}"] = refused / len(asked)
    return figures


def _ours(view: View, weights: Mapping[str, float]) -> Answerer:
    engine = view.engine.reweighed(weights)

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        found = engine.ask(Question(question["query"], asker=question.get("asker")))
        results = [
            {
                "municipalities": [{"name": town.name} for town in result.municipalities],
                "evidence": [
                    {"document": {"source_file": find.document.source_file}}
                    for find in result.evidence
                ],
            }
            for result in found.results
        ]
        return {"answered": found.answered, "results": results}

    return answer


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _print(rows: Sequence[Row], content: Mapping[str, Any]) -> None:
    print(f"{'':26}{'nDCG@10':>9}{'R@5':>7}{'MRR':>7}{'p50 ms':>9}{'p95 ms':>9}")
    for row in rows:
        quality = f"{row.ndcg_10:9.3f}{row.recall_5:7.3f}{row.mrr_10:7.3f}"
        print(f"{row.name:26}{quality}{row.p50_ms:9.1f}{row.p95_ms:9.1f}")
    print(f"cross-validated nDCG@10 of ours: {content['cross_validated_ndcg_10']:.3f}")
    for name, value in content["held_out"].items():
        print(f"held out {name:20}{value:7.3f}")


if __name__ == "__main__":
    sys.exit(main())
