"""Other ways to search the same passages: BM25 over stems, the bi-encoder alone, txtai's hybrid."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import snowballstemmer

from search.encoder import Encoder
from search.index import Readers

__all__ = ["Answerer", "Corpus", "bm25_ranker", "corpus_of", "dense_ranker", "txtai_ranker"]

# Every rival hands on as many passages as ours looks at first.
DEPTH = 100

Answerer = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The passages with the number and the file that each belongs to, title and heading first."""

    keys: tuple[int, ...]
    texts: tuple[str, ...]
    files: dict[int, str]


def corpus_of(readers: Readers, file_of: Callable[[str], str]) -> Corpus:
    """Return what the index holds, as the rivals read it."""
    titles = {each.document_id: each.title for each in readers.store.documents()}
    passages = list(readers.store.passages())
    return Corpus(
        tuple(each.key for each in passages),
        tuple(f"{titles[each.document_id]}. {each.text}" for each in passages),
        {each.key: file_of(each.document_id) for each in passages},
    )


def bm25_ranker(corpus: Corpus) -> Answerer:
    """Return BM25 as bm25s computes it over German stems."""
    bm25s = import_module("bm25s")
    stemmer = snowballstemmer.stemmer("german")

    def stems(text: str) -> list[str]:
        return [stemmer.stemWord(word) for word in re.findall(r"\w+", text.lower())]

    index = bm25s.BM25()
    index.index([stems(text) for text in corpus.texts], show_progress=False)

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        found, _ = index.retrieve([stems(question["query"])], k=DEPTH, show_progress=False)
        return _answered(corpus, [corpus.keys[int(number)] for number in found[0]])

    return answer


def dense_ranker(corpus: Corpus, readers: Readers, encoder: Encoder) -> Answerer:
    """Return the bi-encoder's order of the passages alone."""

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        vector = encoder.encode_query(question["query"]).vector
        nearest = readers.dense.search(vector, limit=DEPTH)
        return _answered(corpus, sorted(nearest, key=lambda key: -nearest[key]))

    return answer


def txtai_ranker(corpus: Corpus, model_dir: Path) -> Answerer:
    """Return txtai's hybrid of the same model and BM25, as its documentation sets it up."""
    embeddings = import_module("txtai").Embeddings(
        path=str(model_dir),
        method="sentence-transformers",
        hybrid=True,
        gpu=False,
        instructions={"query": "query: ", "data": "passage: "},
    )
    embeddings.index(zip(corpus.keys, corpus.texts, strict=True))

    def answer(question: dict[str, Any]) -> dict[str, Any]:
        found = embeddings.search(question["query"], DEPTH)
        return _answered(corpus, [int(key) for key, _ in found])

    return answer


def _answered(corpus: Corpus, keys: Sequence[int]) -> dict[str, Any]:
    files = dict.fromkeys(corpus.files[key] for key in keys)
    results = [
        {"municipalities": [], "evidence": [{"document": {"source_file": file}}]} for file in files
    ]
    return {"answered": True, "results": results}
