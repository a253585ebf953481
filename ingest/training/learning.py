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
from ingest.recogniser_words import LABELS, TAGS, best_tags, spans_of_tags, words
from ingest.training.annotated import Example
from ingest.training.network import Tagger

__all__ = ["Course", "Encoded", "Score", "encode", "evaluate", "learn"]

IGNORED = -100
LONGEST = 192  # tokens; longer sentences are lists that would slow every batch down


@dataclass(frozen=True, slots=True)
class Course:
    """How to learn: rounds over the examples, tokens a step, rates, seed, and what to print."""

    rounds: int = 3
    tokens: int = 768
    rate: float = 1e-4
    head_rate: float = 1e-3
    seed: int = 1
    report: Callable[[str], None] = print


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example as numbers: token ids, for each word its first token, and its tag."""

    ids: list[int]
    firsts: list[int]
    tags: list[int]


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
    places = [place for place in words(example.text) if place[0] in token_of]
    tags = [_tag(example, start) for start, _ in places]
    return Encoded(ids[:LONGEST], [token_of[start] for start, _ in places], tags)


def _tag(example: Example, start: int) -> int:
    for mark in example.marks:
        if mark.start <= start < mark.end:
            return TAGS.index(("B-" if start == mark.start else "I-") + mark.label)
    return 0


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
    tagger.train()
    for round_ in range(course.rounds):
        losses = []
        for batch in _batches(examples, course.tokens, chance):
            losses.append(_step(tagger, batch, embedder, optimiser))
            schedule.step()
        course.report(f"round {round_ + 1}: loss {np.mean(losses):.4f}")


def _groups(tagger: Tagger, course: Course) -> list[dict[str, object]]:
    body = [
        weight for layer in tagger.layers for weight in layer.parameters() if weight.requires_grad
    ]
    head = {"params": list(tagger.head.parameters()), "lr": course.head_rate}
    return [head, {"params": body, "lr": course.rate}] if body else [head]


def _step(
    tagger: Tagger, batch: list[Encoded], embedder: Embedder, optimiser: torch.optim.Optimizer
) -> float:
    embedded, mask = _padded(batch, embedder)
    with torch.autocast("cpu", torch.bfloat16):
        scores = tagger(embedded, mask)
    picked = [scores[row, one.firsts] for row, one in enumerate(batch)]
    wanted = torch.tensor([tag for one in batch for tag in one.tags])
    loss = functional.cross_entropy(torch.cat(picked).float(), wanted)
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call] # torch ships this one method unannotated
    torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
    optimiser.step()
    return float(loss.detach())


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


def _padded(batch: Sequence[Encoded], embedder: Embedder) -> tuple[Tensor, Tensor]:
    longest = max(len(one.ids) for one in batch)
    vectors = [embedder.embed(one.ids) for one in batch]
    width = vectors[0].shape[1]
    embedded = np.zeros((len(batch), longest, width), np.float32)
    mask = np.zeros((len(batch), longest), np.bool_)
    for row, vector in enumerate(vectors):
        embedded[row, : len(vector)] = vector
        mask[row, : len(vector)] = True
    return torch.from_numpy(embedded), torch.from_numpy(mask)


def evaluate(tagger: Tagger, examples: Sequence[Encoded], embedder: Embedder) -> dict[str, Score]:
    """Return the scores of exact spans, by label and of `all` labels."""
    counts = dict.fromkeys(("all", *LABELS), Score())
    tagger.eval()
    for one in examples:
        if one.tags:
            found = _spans(best_tags(_logits(tagger, one, embedder)))
            gold = _spans(one.tags)
            for label in counts:
                counts[label] = _counted(counts[label], found, gold, label)
    return counts


def _logits(tagger: Tagger, one: Encoded, embedder: Embedder) -> NDArray[np.float32]:
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        scores = tagger(*_padded([one], embedder))[0, one.firsts]
    return np.asarray(scores.float().numpy(), np.float32)


def _spans(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    plain = np.zeros((len(tags), len(TAGS)), np.float32)
    return {(span.first, span.after, span.label) for span in spans_of_tags(tags, plain)}


def _counted(
    score: Score, found: set[tuple[int, int, str]], gold: set[tuple[int, int, str]], label: str
) -> Score:
    ours = {span for span in found if label in ("all", span[2])}
    theirs = {span for span in gold if label in ("all", span[2])}
    return Score(score.found + len(ours), score.gold + len(theirs), score.hit + len(ours & theirs))
