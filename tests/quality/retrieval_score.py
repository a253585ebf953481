"""Scores answers to officers' questions against graded judgements of documents.

nDCG uses the gain 2^grade - 1 and the discount 1 / log2(rank + 1) (Burges et al., ICML 2005).
Recall and MRR count documents judged 2 or better. A question that nothing answers counts for the
abstention figures alone.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from statistics import fmean
from typing import Any

__all__ = ["RetrievalScore", "score"]

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RetrievalScore:
    """Means over the answerable questions, and how well the unanswerable ones were refused."""

    ndcg_10: float
    recall_5: float
    mrr_10: float
    town_3: float
    abstention_f1: float
    wrongly_refused: float


def score(questions: Sequence[Json], answers: Mapping[str, Json]) -> RetrievalScore:
    """Return the figures for the answers, keyed by question id."""
    answerable = [q for q in questions if not q.get("unanswered")]
    unanswerable = [q for q in questions if q.get("unanswered")]
    order = {q["id"]: _documents(answers.get(q["id"], {})) for q in questions}
    refused = {q["id"] for q in questions if answers.get(q["id"], {}).get("answered") is False}
    right = len(refused & {q["id"] for q in unanswerable})
    with_town = [q for q in answerable if _wanted_towns(q)]
    return RetrievalScore(
        ndcg_10=fmean(_ndcg(order[q["id"]], q["relevant"], 10) for q in answerable),
        recall_5=fmean(_recall(order[q["id"]], q["relevant"], 5) for q in answerable),
        mrr_10=fmean(_reciprocal_rank(order[q["id"]], q["relevant"], 10) for q in answerable),
        town_3=fmean(_names_town(q, answers.get(q["id"], {})) for q in with_town),
        abstention_f1=2 * right / (len(unanswerable) + len(refused)) if refused else 0.0,
        wrongly_refused=(len(refused) - right) / len(answerable),
    )


def _documents(answer: Json) -> list[str]:
    seen = dict.fromkeys(
        PurePath(evidence["document"]["source_file"]).stem
        for result in answer.get("results", [])
        for evidence in result.get("evidence", [])
    )
    return list(seen)


def _ndcg(order: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    return _gain([grades.get(document, 0) for document in order[:k]]) / ideal if ideal else 0.0


def _gain(grades: Sequence[int]) -> float:
    return math.fsum((2.0**grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def _good(grades: Mapping[str, int]) -> set[str]:
    return {document for document, grade in grades.items() if grade >= 2} or set(grades)


def _recall(order: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    good = _good(grades)
    return len(good.intersection(order[:k])) / min(len(good), k)


def _reciprocal_rank(order: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    good = _good(grades)
    return next((1 / (rank + 1) for rank, name in enumerate(order[:k]) if name in good), 0.0)


def _wanted_towns(question: Json) -> set[str]:
    answers = question.get("answer") or []
    return {one["municipality"].casefold() for one in answers if one.get("municipality")}


def _names_town(question: Json, answer: Json) -> bool:
    named = {
        town["name"].casefold()
        for result in answer.get("results", [])[:3]
        for town in result.get("municipalities", [])
    }
    return bool(named & _wanted_towns(question))
