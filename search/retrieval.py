"""Finds the passages that answer a question: first by whole vectors and words, then by tokens."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from search.analysis import analyse, is_english
from search.encoder import Encoded
from search.fusion import Scores, fuse
from search.index import Readers
from search.late import TokenMatch, compare
from search.passage_store import StoredPassage

__all__ = ["RankedPassage", "Retrieved", "retrieve"]

# How many passages the first stage hands on. From 45 and 15 to this nDCG@10 rose by .01, by no more
# with all 376; to compare the tokens of one costs less than 0.1 ms.
DENSE_CANDIDATES = 100
LEXICAL_CANDIDATES = 30
DOCUMENT_CANDIDATES = 50

# Round numbers on a plateau: of 286 mixes in steps of 0.1 the dozens that leave about a third to
# words (passage and document) lie within .01 nDCG@10 of each other (.87). A mix chosen without the
# question it is judged on reaches .85.
WEIGHTS = {"dense": 0.3, "lexical": 0.1, "late": 0.4, "document": 0.2}
# An English question shares few letters with German documents, and those mislead: words count half.
# (4 English questions: nDCG@10 .77 without this, .83 with it.)
ENGLISH_WEIGHTS = {"dense": 0.3, "lexical": 0.05, "late": 0.4, "document": 0.1}


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A passage, its fused score between 0 and 1, and the signals that made it."""

    passage: StoredPassage
    score: float
    cosine: float
    lexical: float
    match: TokenMatch


@dataclass(frozen=True, slots=True)
class Retrieved:
    """The passages, best first, with what was asked as vectors and as tokens."""

    passages: tuple[RankedPassage, ...]
    question: Encoded
    tokens: str


def retrieve(
    text: str, question: Encoded, readers: Readers, *, within: Collection[str] | None = None
) -> Retrieved:
    """Return the passages that fit a question best, of all documents or only `within` some.

    A condition is applied exactly: the vectors of the allowed passages are all compared.
    """
    tokens = analyse(text)
    allowed = None if within is None else readers.store.keys_of(within)
    lexical = _allowed(readers.passages.search(tokens, limit=_depth(allowed, readers)), allowed)
    nearest = readers.dense.search(question.vector, limit=DENSE_CANDIDATES, among=allowed)
    strongest = sorted(lexical, key=lambda key: (-lexical[key], key))[:LEXICAL_CANDIDATES]
    known = readers.store.by_key({*nearest, *strongest})
    passages = {key: known[key] for key in sorted(known)}
    cosines = readers.dense.cosines(question.vector, list(passages))
    matches = compare(question, readers.store.tokens(passages))
    signals = {
        "dense": cosines,
        "lexical": {key: lexical.get(key, 0.0) for key in passages},
        "late": {key: match.score for key, match in matches.items()},
        "document": _document_scores(tokens, readers, passages),
    }
    fused = fuse(signals, ENGLISH_WEIGHTS if is_english(text) else WEIGHTS, passages)
    ranked = [
        RankedPassage(passages[key], fused[key], cosines[key], lexical.get(key, 0.0), match)
        for key, match in matches.items()
    ]
    return Retrieved(tuple(sorted(ranked, key=_order)), question, tokens)


def _document_scores(
    tokens: str, readers: Readers, passages: Mapping[int, StoredPassage]
) -> dict[int, float]:
    found = readers.documents.search(tokens, limit=DOCUMENT_CANDIDATES)
    names = readers.store.document_ids_by_key(found)
    by_id = {names[key]: score for key, score in found.items() if key in names}
    return {key: by_id.get(passage.document_id, 0.0) for key, passage in passages.items()}


def _depth(allowed: Collection[int] | None, readers: Readers) -> int:
    """Under a condition the best of all may be forbidden: then every passage is asked for."""
    return DENSE_CANDIDATES if allowed is None else max(1, len(readers.dense))


def _allowed(scores: Scores, allowed: Collection[int] | None) -> Scores:
    if allowed is None:
        return scores
    keys = set(allowed)
    return {key: score for key, score in scores.items() if key in keys}


def _order(ranked: RankedPassage) -> tuple[float, str, int]:
    return (-ranked.score, ranked.passage.document_id, ranked.passage.ordinal)
