"""Weighs the scores of several retrievers into one."""

from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Scores", "fuse", "stretched"]

Scores = Mapping[int, float]
"""What a retriever gave each passage, by the passage's number; higher is better."""


def stretched(values: Sequence[float]) -> list[float]:
    """Return values stretched to 0 (worst) to 1 (best); 0 for all when all are equal."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if high <= low:
        return [0.0] * len(values)
    width = high - low
    return [(value - low) / width for value in values]


def fuse(
    signals: Mapping[str, Scores], weights: Mapping[str, float], keys: Iterable[int]
) -> dict[int, float]:
    """Return one score a passage, from 0 to 1: the weighted mean of its stretched signals.

    A passage that a retriever did not find counts as the worst one that it found.
    """
    wanted = list(keys)
    fused = [0.0] * len(wanted)
    total = sum(weights[name] for name in signals)
    for name, scores in signals.items():
        weight = weights[name] / total
        worst = min([scores[key] for key in wanted if key in scores], default=0.0)
        shares = stretched([scores.get(key, worst) for key in wanted])
        fused = [before + weight * share for before, share in zip(fused, shares, strict=True)]
    return dict(zip(wanted, fused, strict=True))
