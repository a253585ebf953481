"""Trains the recogniser's weights; run as `python -m ingest.training.recogniser --help`."""

import argparse
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch

from ingest.recogniser_deltas import Learnt, applied, read_learnt, write_learnt
from ingest.recogniser_embedder import Embedder, layer_names, open_embedder
from ingest.training.annotated import Example, germeval, legal, mobie
from ingest.training.invented import invent
from ingest.training.judged import from_gold, is_held_out
from ingest.training.learning import Course, Score, encode, evaluate, learn
from ingest.training.network import Tagger
from ontology.errors import ModelError

__all__ = ["Lessons", "embedder_for", "learnt_by", "lessons", "main", "report", "restore", "say"]

# Sentences of each kind; the gold is little but knows best what town halls call an organisation.
HELD_FOR_CHOICE = 600
INVENTED = 6000
LEGAL_SENTENCES = 1500
MOBILITY_SENTENCES = 1200
GOLD_REPEATED = 3


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from, and what the choice among courses and the final figures rest on."""

    train: list[Example]
    choice: list[Example]
    test: list[Example]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, measure, write the weights, and return the exit status."""
    options = _options().parse_args(arguments)
    embedder = embedder_for(options)
    given = lessons(options.data, options.corpus)
    say(f"lessons {len(given.train)}, choice {len(given.choice)}, test {len(given.test)}")
    tagger = Tagger(embedder, depth=options.depth, trained_from=options.trained_from)
    course = Course(rounds=options.rounds, rate=options.rate, report=say)
    learn(tagger, encode(given.train, embedder), embedder, course)
    content = write_learnt(learnt_by(tagger, embedder))
    options.out.write_bytes(content)
    restore(tagger, read_learnt(content), embedder)
    for name, examples in (("choice", given.choice), ("test", given.test)):
        report(name, evaluate(tagger, encode(examples, embedder), embedder))
    return 0


def embedder_for(options: argparse.Namespace) -> Embedder:
    """Return the embedder of the options, and use as many cores as they say."""
    torch.set_num_threads(options.threads)
    embedder = open_embedder(options.model_dir)
    if embedder is None:
        raise ModelError(f"{options.model_dir} holds no embedder of BERT's form; build it first.")
    return embedder


def lessons(data: Path, corpus: Path | None) -> Lessons:
    """Return the sentences of all sources, mixed in a fixed order."""
    chance = random.Random(0)  # noqa: S311 -- mixes lessons, keeps no secret
    news = germeval(data / "germeval_test.tsv")
    courts = legal(data / "ler_dev.conll")
    mobility = mobie(data / "mobie_train.iob")
    for source in (news, courts, mobility):
        chance.shuffle(source)
    # Court decisions are long citations for the most part: those with a name teach most.
    named = [example for example in courts if example.marks]
    first_names = json.loads((files("ingest") / "data" / "first-names.json").read_text("utf-8"))
    train = [*news[HELD_FOR_CHOICE:], *named[:LEGAL_SENTENCES], *mobility[:MOBILITY_SENTENCES]]
    train += invent(INVENTED, first_names=first_names)
    if corpus:
        judged = from_gold(corpus, wanted=lambda name: not is_held_out(name))
        train += judged * GOLD_REPEATED
    return Lessons(train, news[:HELD_FOR_CHOICE], germeval(data / "germeval_dev.tsv"))


def learnt_by(tagger: Tagger, embedder: Embedder) -> Learnt:
    """Return what a tagger has learnt beside the embedder."""
    state = {name: weight.detach().numpy() for name, weight in tagger.weights().items()}
    changed = [
        name
        for layer in range(tagger.trained_from, len(tagger.layers))
        for name in layer_names(layer)
    ]
    return Learnt(
        depth=len(tagger.layers),
        fingerprint=embedder.fingerprint(),
        differences={name: state[name] - embedder.tensors[name] for name in changed},
        head=np.concatenate([state["head.weight"], state["head.bias"][:, None]], axis=1),
    )


def restore(tagger: Tagger, learnt: Learnt, embedder: Embedder) -> None:
    """Put the weights as they ship into the tagger, so that those are measured."""
    weights = tagger.weights()
    with torch.no_grad():
        for name in learnt.differences:
            weights[name].copy_(torch.from_numpy(applied(learnt, embedder.tensors, name)))
        weights["head.weight"].copy_(torch.from_numpy(learnt.head[:, :-1].copy()))
        weights["head.bias"].copy_(torch.from_numpy(learnt.head[:, -1].copy()))


def report(name: str, scores: dict[str, Score]) -> None:
    """Print F1 by label."""
    say(f"{name}: " + " ".join(f"{label} {score.f1:.3f}" for label, score in scores.items()))


def say(text: str) -> None:
    """Print a line at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the collections")
    parser.add_argument("--model-dir", type=Path, required=True, help="the built embedder")
    parser.add_argument("--out", type=Path, required=True, help="where the weights are written")
    parser.add_argument("--corpus", type=Path, help="folder with documents and their gold")
    parser.add_argument("--depth", type=int, default=9, help="layers of the network")
    parser.add_argument("--trained-from", type=int, default=3, help="first layer that learns")
    parser.add_argument("--rounds", type=int, default=3, help="times every sentence is seen")
    parser.add_argument("--rate", type=float, default=2e-4, help="highest learning rate")
    parser.add_argument("--threads", type=int, default=1, help="processor cores to use")
    return parser


if __name__ == "__main__":
    sys.exit(main())
