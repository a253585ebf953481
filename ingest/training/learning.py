"""Lets the tagger learn from examples, and measures what it has learnt."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from ingest.recogniser_embedder import Embedder
from ingest.recogniser_words import LABELS, PLACES, TAGS, best_tags, spans_of_tags, words
from ingest.training.annotated import Example
from ingest.training.network import Tagger

__all__ = ["Course", "Encoded", "Score", "encode", "evaluate", "learn"]

IGNORED = -100
LONGEST = 192  # tokens; longer sentences are lists that would slow every batch down


@dataclass(frozen=True, slots=True)
class Course:
    """How to learn: rounds over the examples, tokens a step, rates, seed, and what to print.

    Numbers of 16 bits learn faster, on a processor that has instructions for them.
    """

    rounds: int = 3
    tokens: int = 768
    rate: float = 1e-4
    head_rate: float = 1e-3
    seed: int = 1
    is_brief: bool = True
    report: Callable[[str], None] = print


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as numbers: token ids, for each word its first token, its tag and its place."""

    ids: list[int]
    firsts: list[int]
    tags: list[int]
    places: list[int]


@dataclass(frozen=True, slots=True)
class Score:
    """Spans found and gold and the same in both."""

    found: int = 0
    gold: int = 0
    hit: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hit / max(1, self.found + self.gold)


def encode(examples: Sequence[Example], embedder: Embedder) -> list[Encoded]:
    """Return the examples as numbers; words past the longest sequence are left out."""
    batch = embedder.tokenizer.encode_batch([example.text for example in examples])
    return [
        _encoded(example, encoding.ids, encoding.offsets)
        for example, encoding in zip(examples, batch, strict=True)
    ]


def _encoded(example: Example, ids: list[int], offsets: list[tuple[int, int]]) -> Encoded:
    token_of: dict[int, int] = {}
    for token, (start, end) in enumerate(offsets[:LONGEST]):
        for char in range(start, end):
            token_of.setdefault(char, token)
    starts = [start for start, _ in words(example.text) if start in token_of]
    return Encoded(
        ids[:LONGEST],
        [token_of[start] for start in starts],
        [_tag(example, start) for start in starts],
        [_place(example, start) for start in starts],
    )


def _tag(example: Example, start: int) -> int:
    if any(first <= start < after for first, after in example.unknown):
        return IGNORED
    for mark in example.marks:
        if mark.start <= start < mark.end:
            return TAGS.index(("B-" if start == mark.start else "I-") + mark.label)
    return 0


def _place(example: Example, start: int) -> int:
    if example.undertakings is None:
        return IGNORED
    inside = [first for first, after in example.undertakings if first <= start < after]
    return PLACES.index("begins" if start in inside else "continues") if inside else 0


def learn(tagger: Tagger, examples: Sequence[Encoded], embedder: Embedder, course: Course) -> None:
    """Train the tagger in place; the same seed on the same machine gives the same weights."""
    chance = random.Random(course.seed)  # noqa: S311 -- shuffles lessons, keeps no secret
    torch.manual_seed(course.seed)
    steps = course.rounds * sum(1 for _ in _batches(examples, course.tokens, chance))
    optimiser = torch.optim.AdamW(_groups(tagger, course), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        max_lr=[group["lr"] for group in optimiser.param_groups],
        total_steps=steps + course.rounds * 8,
        pct_start=0.1,
        anneal_strategy="linear",
    )
    flows = {id(one): _below(tagger, one, embedder) for one in examples}
    tagger.train()
    for round_ in range(course.rounds):
        losses = []
        for batch in _batches(examples, course.tokens, chance):
            with torch.autocast("cpu", torch.bfloat16, enabled=course.is_brief):
                scores = tagger(*_padded([flows[id(one)] for one in batch]))
            losses.append(_step(tagger, batch, scores, optimiser))
            schedule.step()
        course.report(f"round {round_ + 1}: loss {np.mean(losses):.4f}")


def _groups(tagger: Tagger, course: Course) -> list[dict[str, object]]:
    body = [
        weight for layer in tagger.layers for weight in layer.parameters() if weight.requires_grad
    ]
    head = {"params": list(tagger.head.parameters()), "lr": course.head_rate}
    return [head, {"params": body, "lr": course.rate}] if body else [head]


def _below(tagger: Tagger, one: Encoded, embedder: Embedder) -> Tensor:
    """Return what the layers that do not learn make of an example, in half the room."""
    flow, mask = _padded([torch.from_numpy(embedder.embed(one.ids))])
    return tagger.below(flow, mask)[0].half()


def _step(
    tagger: Tagger, batch: list[Encoded], scores: Tensor, optimiser: torch.optim.Optimizer
) -> float:
    known = torch.cat([scores[row, one.firsts] for row, one in enumerate(batch)]).float()
    tags = torch.tensor([tag for one in batch for tag in one.tags])
    places = torch.tensor([place for one in batch for place in one.places])
    loss = _loss(known[:, : len(TAGS)], tags) + _loss(known[:, len(TAGS) :], places)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call] # torch ships this one method unannotated
    torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


def _loss(scores: Tensor, wanted: Tensor) -> Tensor:
    """Return the loss a word; one that is not known to be anything has none."""
    lost = functional.cross_entropy(scores, wanted, ignore_index=IGNORED, reduction="sum")
    return lost / len(wanted)


def _batches(
    examples: Sequence[Encoded], tokens: int, chance: random.Random
) -> Iterator[list[Encoded]]:
    """Yield batches of sentences of like length, in any order."""
    keys = [(len(one.ids) // 8, chance.random(), at) for at, one in enumerate(examples)]
    batches: list[list[Encoded]] = [[]]
    for _, _, at in sorted(keys):
        one = examples[at]
        if not one.tags:
            continue
        if batches[-1] and len(one.ids) * (len(batches[-1]) + 1) > tokens:
            batches.append([])
        batches[-1].append(one)
    chance.shuffle(batches)
    yield from (batch for batch in batches if batch)


def _padded(flows: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    longest = max(len(flow) for flow in flows)
    padded = torch.zeros(len(flows), longest, flows[0].shape[1])
    mask = torch.zeros(len(flows), longest, dtype=torch.bool)
    for row, flow in enumerate(flows):
        padded[row, : len(flow)] = flow
        mask[row, : len(flow)] = True
    return padded, mask


def evaluate(tagger: Tagger, examples: Sequence[Encoded], embedder: Embedder) -> dict[str, Score]:
    """Return the scores of exact spans, by label and of `all` labels."""
    counts = dict.fromkeys(("all", *LABELS), Score())
    tagger.eval()
    for one in examples:
        if one.tags:
            found = _spans(best_tags(_logits(tagger, one, embedder)))
            gold = _spans([max(0, tag) for tag in one.tags])
            for label in counts:
                counts[label] = _counted(counts[label], found, gold, label)
    return counts


def _logits(tagger: Tagger, one: Encoded, embedder: Embedder) -> NDArray[np.float32]:
    with torch.no_grad():
        scores = tagger(*_padded([_below(tagger, one, embedder)]))[0, one.firsts]
    return np.asarray(scores[:, : len(TAGS)].numpy(), np.float32)


def _spans(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    plain = np.zeros((len(tags), len(TAGS)), np.float32)
    return {(span.first, span.after, span.label) for span in spans_of_tags(tags, plain)}


def _counted(
    score: Score, found: set[tuple[int, int, str]], gold: set[tuple[int, int, str]], label: str
) -> Score:
    ours = {span for span in found if label in ("all", span[2])}
    theirs = {span for span in gold if label in ("all", span[2])}
    return Score(score.found + len(ours), score.gold + len(theirs), score.hit + len(ours & theirs))
