"""Compounds, word forms, everyday words and abbreviations: what each step of the analysis finds.

usage: python -m tests.bench.compounds [--write]

200 pairs of a query and a sentence that says the same in another form, written from how
administrations write, not from the corpus; a bar marks where a compound has its joints. Every query
is asked of all sentences.
"""

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from api.models import open_model
from api.settings import read_settings
from search.abbreviations import spelt_out
from search.analysis import STEM_MARK, analyse, fold, folded_words, stems
from search.encoder import Encoder
from search.everyday import official_words
from search.fusion import fuse
from search.late import compare
from search.memory import made_ready
from search.passage_store import StoredPassage, packed
from search.spelling import Vocabulary

__all__ = ["FIGURES", "Pair", "main", "pairs"]

PAIRS = Path(__file__).with_name("compounds.tsv")
FIGURES = Path(__file__).with_name("compounds-figures.json")
NEAREST = 10
MIN_PART = 4
# BM25 as everybody sets it.
K1, B = 1.2, 0.75

Tokens = Callable[[str], Sequence[str]]
Scores = dict[int, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A query with the joints of its compounds, and the sentence that says the same."""

    marked: str
    sentence: str

    @property
    def query(self) -> str:
        """The query as it is typed."""
        return self.marked.replace("|", "")


def main(arguments: list[str] | None = None) -> int:
    """Print recall@10 of each step and the wrong splits, keep them when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures for the docs")
    options = parser.parse_args(arguments)
    known = pairs()
    vocabulary = Vocabulary.of(pair.sentence for pair in known)
    rows = {name: _recall(known, scores) for name, scores in _steps(known, vocabulary).items()}
    whole, wrong = _splits(known, vocabulary)
    for name, found in rows.items():
        print(f"{name:42}{found:7.3f}")
    print(f"left whole: {whole}; wrong splits, {len(wrong)}: {', '.join(wrong)}")
    if options.write:
        content = {"rows": rows, "left whole": whole, "wrong splits": wrong}
        FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


def pairs() -> tuple[Pair, ...]:
    """Return the pairs."""
    return tuple(Pair(*line.split("\t")) for line in PAIRS.read_text("utf-8").splitlines())


def _steps(known: Sequence[Pair], vocabulary: Vocabulary) -> dict[str, list[Scores]]:
    def split(text: str) -> list[str]:
        return [part for word in folded_words(text) for part in _split(word, vocabulary)]

    def by_stem(text: str) -> list[str]:
        return [f"{STEM_MARK}{stem}" for stem in stems(text).values()]

    def by_parts(text: str) -> list[str]:
        return by_stem(" ".join([text, *split(text)]))

    def by_grams(text: str) -> list[str]:
        return [each for each in _tokens(text) if not each.startswith(STEM_MARK)]

    plain = [pair.query for pair in known]
    widened = [" ".join([q, *spelt_out(q), *official_words(q)]) for q in plain]
    sentences = [pair.sentence for pair in known]
    encoder = open_model(read_settings())
    ours = _bm25(_tokens, sentences, widened)
    near, late = _vectors(encoder, sentences, plain), _late(encoder, sentences, plain)
    return {
        "words": _bm25(folded_words, sentences, plain),
        "stems": _bm25(by_stem, sentences, plain),
        "stems and split compounds": _bm25(by_parts, sentences, plain),
        "4-grams": _bm25(by_grams, sentences, plain),
        "4-grams and stems": _bm25(_tokens, sentences, plain),
        "4-grams, stems and glossaries": ours,
        "vectors": near,
        "tokens (late interaction)": late,
        "vectors, 4-grams, stems": _mixed(near, _bm25(_tokens, sentences, plain)),
        "vectors, 4-grams, stems and glossaries": _mixed(near, ours),
        "all of it": _mixed(_mixed(near, ours), late),
    }


def _tokens(text: str) -> list[str]:
    return analyse(text).split()


def _bm25(tokens: Tokens, sentences: Sequence[str], queries: Sequence[str]) -> list[Scores]:
    counts = [Counter(tokens(sentence)) for sentence in sentences]
    sizes = [sum(count.values()) for count in counts]
    mean = sum(sizes) / len(sizes)
    having = Counter(token for count in counts for token in count)
    rare = {t: math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) for t, n in having.items()}

    def score(asked: Counter[str], number: int) -> float:
        length = K1 * (1 - B + B * sizes[number] / mean)
        held = counts[number]
        return sum(
            times * rare[token] * held[token] * (K1 + 1) / (held[token] + length)
            for token, times in asked.items()
            if token in held
        )

    asked = [Counter(tokens(query)) for query in queries]
    return [
        {n: value for n in range(len(counts)) if (value := score(each, n)) > 0} for each in asked
    ]


def _vectors(encoder: Encoder, sentences: Sequence[str], queries: Sequence[str]) -> list[Scores]:
    rows = np.array([each.vector for each in encoder.encode_passages(sentences)])
    asked = [encoder.encode_query(query).vector for query in queries]
    return [dict(enumerate((rows @ vector).tolist())) for vector in asked]


def _late(encoder: Encoder, sentences: Sequence[str], queries: Sequence[str]) -> list[Scores]:
    ready = {
        number: made_ready(StoredPassage(number, "", number, 0, 0, "", None, None), packed(each))
        for number, each in enumerate(encoder.encode_passages(sentences))
    }
    asked = [compare(encoder.encode_query(query), ready) for query in queries]
    return [{number: match.score for number, match in found.items()} for found in asked]


def _mixed(one: list[Scores], other: list[Scores]) -> list[Scores]:
    keys = range(len(one))
    weights = {"one": 0.65, "other": 0.35}
    return [
        fuse({"one": first, "other": second}, weights, keys)
        for first, second in zip(one, other, strict=True)
    ]


def _recall(known: Sequence[Pair], scores: list[Scores]) -> float:
    found = 0
    for number, each in enumerate(scores):
        nearest = sorted(each, key=lambda key: (-each[key], key))[:NEAREST]
        found += number in nearest
    return round(found / len(known), 3)


def _split(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return the parts of a folded word: the longest known one first, the rest likewise."""
    for end in range(len(word) - MIN_PART, MIN_PART - 1, -1):
        if vocabulary.is_first_part(word[:end]):
            return [word[:end], *_split(word[end:], vocabulary)]
    return [word]


def _splits(known: Sequence[Pair], vocabulary: Vocabulary) -> tuple[int, list[str]]:
    """Return how many compounds are left whole, and which are cut at a wrong place."""
    whole, wrong = 0, []
    for pair in known:
        parts = _split(fold(pair.query), vocabulary)
        right = fold(pair.marked).split("|")
        if len(right) > 1 and len(parts) == 1:
            whole += 1
        elif len(right) > 1 and not _joints(parts) <= _joints(right):
            wrong.append(f"{'|'.join(parts)} ({'|'.join(right)})")
    return whole, wrong


def _joints(parts: Sequence[str]) -> set[int]:
    return {sum(map(len, parts[:number])) for number in range(1, len(parts))}


if __name__ == "__main__":
    sys.exit(main())
