"""Weighs the scores of several retrievers into one."""

from collections.abc import Iterable, Mapping

__all__ = ["Scores", "fuse", "normalised"]

Scores = Mapping[int, float]
"""What a retriever gave each passage, by the passage's number; higher is better."""


def normalised(scores: Scores, keys: Iterable[int]) -> dict[int, float]:
    """Return the scores of these passages stretched to 0 (worst) to 1 (best).

    A passage that the retriever did not find has 0, as has every passage when all are equal.
    """
    wanted = list(keys)
    found = [scores[key] for key in wanted if key in scores]
    low, high = min(found, default=0.0), max(found, default=0.0)
    if high <= low:
        return dict.fromkeys(wanted, 0.0)
    return {key: max(0.0, (scores.get(key, low) - low) / (high - low)) for key in wanted}


def fuse(
    signals: Mapping[str, Scores], weights: Mapping[str, float], keys: Iterable[int]
) -> dict[int, float]:
    """Return one score a passage, from 0 to 1: the weighted mean of its normalised signals."""
    wanted = list(keys)
    fused = dict.fromkeys(wanted, 0.0)
    total = sum(weights[name] for name in signals)
    for name, scores in signals.items():
        for key, share in normalised(scores, wanted).items():
            fused[key] += weights[name] / total * share
    return fused
