"""Learns which body holds an office left open; `python -m ingest.training.holders --help`."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz

from ingest.entities import find_entities
from ingest.holder_signs import View
from ingest.implied import WEIGHTS
from ingest.manifest import read_manifest
from ingest.pipeline import read_file_as_document
from ingest.recogniser import Recogniser
from ingest.recogniser_bodies import likely_bodies
from ingest.recogniser_join import likely_names
from ingest.stretches import stretches
from ingest.training.judged import is_held_out
from ingest.training.parts import PARTS, Parts
from ontology.model import Document

__all__ = ["Example", "examples_of", "fit", "main"]

# As the scorer has it: names this alike are one.
ALIKE = 85
ALIKE_WORDS = 92
ALIKE_ROLE = 80
# Keeps signs that few documents show from mattering much.
PENALTY = 1.0
LEAST_WEIGHT = 0.01
ROUNDS = 400


@dataclass(frozen=True, slots=True)
class Example:
    """An office left open: the signs of each option, nobody last, and which options are right."""

    options: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


def examples_of(
    document: Document, gold: Mapping[str, Any], recogniser: Recogniser | None = None
) -> list[Example]:
    """Return the offices that a document leaves open, with what the gold says of them."""
    views: list[View] = []
    text = document.text
    spans = recogniser.spans(text, stretches(text)) if recogniser else ()
    names, bodies = likely_names(text, spans), likely_bodies(text, spans)
    find_entities(document, names, bodies=bodies, watch=views.append)
    persons = {str(one["name"]).casefold(): one.get("roles") or [] for one in gold["persons"]}
    found: list[Example] = []
    for view in views:
        roles = _roles_meant(view, persons.get(view.name.name.casefold(), []))
        if roles:
            held = [str(role["organisation"]) for role in roles if role.get("organisation")]
            found.append(_example(view, held))
    return found


def _roles_meant(view: View, roles: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    alike = [
        role
        for role in roles
        if role.get("role") and fuzz.token_set_ratio(str(role["role"]), view.role) >= ALIKE_ROLE
    ]
    return alike or (roles if len(roles) == 1 else [])


def _example(view: View, bodies: Sequence[str]) -> Example:
    options = view.options()
    right = [
        at
        for at, (candidate, _) in enumerate(options)
        if any(_is_same(candidate.actor.name, body) for body in bodies)
    ]
    signs = (*(tuple(some) for _, some in options), tuple(view.nobody()))
    return Example(signs, tuple(right) or (len(options),))


def _is_same(one: str, other: str) -> bool:
    bare, wanted = one.partition(" ")[2].casefold(), other.casefold()
    name = one.casefold()
    alike = fuzz.ratio(name, wanted) >= ALIKE or fuzz.token_set_ratio(name, wanted) >= ALIKE_WORDS
    return bare == wanted or alike


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each sign under which the right options are likeliest."""
    signs = sorted({sign for one in examples for option in one.options for sign in option})
    place = {sign: at for at, sign in enumerate(signs)}
    rows = [_row(one, place) for one in examples]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = 0.5 * PENALTY * float(weights @ weights), PENALTY * weights
        for matrix, right in rows:
            score = matrix @ weights
            share = np.exp(score - score.max())
            total += float(np.log(share.sum()) - np.log(share[right].sum()))
            slope = slope + matrix.T @ (share / share.sum())
            slope = slope - matrix[right].T @ (share[right] / share[right].sum())
        return total, slope

    weights = np.zeros(len(signs))
    step, (now, slope) = 0.1, loss(weights)
    for _ in range(ROUNDS):
        further = weights - step * slope
        then, steeper = loss(further)
        if then < now:
            weights, now, slope, step = further, then, steeper, step * 1.2
        else:
            step *= 0.5
    return {
        sign: round(float(weight), 3)
        for sign, weight in zip(signs, weights, strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }


def _row(example: Example, place: Mapping[str, int]) -> tuple[np.ndarray, list[int]]:
    matrix = np.zeros((len(example.options), len(place)))
    for at, option in enumerate(example.options):
        matrix[at, [place[sign] for sign in option]] = 1.0
    return matrix, list(example.right)


def _folder(folder: Path, parts: Parts | None) -> Iterator[Example]:
    """Yield the examples of a folder with `documents/` and `gold/`; held-out ones are no lesson.

    Each document is read twice, as most people have none to tell them who issued what.
    """
    about = folder / "documents" / "manifest.jsonl"
    manifest = read_manifest(about) if about.is_file() else {}
    for path in sorted((folder / "gold").glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        source = next(iter(sorted((folder / "documents").glob(f"{name}.*"))), None)
        if source is None or is_held_out(name):
            continue
        document = read_file_as_document(
            source.read_bytes(), source.name, manifest=manifest.get(source.name)
        )
        gold = json.loads(path.read_text(encoding="utf-8"))
        recogniser = parts.of(name) if parts else None
        for publisher in dict.fromkeys((document.publisher, None)):
            yield from examples_of(replace(document, publisher=publisher), gold, recogniser)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights learnt from folders of documents with gold; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="each with documents/ and gold/")
    parser.add_argument("--model", type=Path, help="the embedder of the recogniser")
    parser.add_argument(
        "--parts", nargs=PARTS, type=Path, help="weights without the first, second, third part"
    )
    parser.add_argument("--output", type=Path, default=Path("ingest/data") / WEIGHTS)
    given = parser.parse_args(arguments)
    if bool(given.model) != bool(given.parts):
        parser.error("--model and --parts are given together, or neither of them.")
    parts = Parts.open(given.model, *given.parts) if given.model else None
    examples = [one for folder in given.folders for one in _folder(folder, parts)]
    weights = fit(examples)
    text = json.dumps(weights, ensure_ascii=False, indent=0)
    given.output.write_text(f"{text}\n", encoding="utf-8")
    sys.stdout.write(f"{len(examples)} open offices, {len(weights)} signs\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
