"""Passages by their words or by their meaning, each search on its own: what SPARQL joins with."""

from collections.abc import Sequence
from dataclasses import dataclass

from ontology.errors import QueryError
from search.analysis import MIN_GRAM_WORD, fold, folded_words, inner_grams, stems
from search.encoder import Encoder
from search.fusion import Scores
from search.index import Readers, SearchIndex
from search.lexical import Sought
from search.passage_store import StoredPassage

__all__ = ["FoundPassage", "PassageSearch"]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage by its document and its number there, with its score."""

    document_id: str
    ordinal: int
    score: float


class PassageSearch:
    """Searches the passages of one state of the index."""

    def __init__(self, index: SearchIndex, encoder: Encoder) -> None:
        self._index = index
        self._encoder = encoder

    def matching(self, text: str, *, limit: int, is_limited: bool) -> tuple[FoundPassage, ...]:
        """Return the passages that hold every word of a text, inflected or within longer words.

        The score is that of BM25, highest first. All of them are returned; where there are more
        than the limit, it must have been named, and the best are.
        """
        words = dict.fromkeys(stems(text).values())
        if not words:
            raise QueryError(
                f"nw:matches looks for words that carry meaning; {text!r} has none of them"
            )
        readers = self._index.readers
        sought = [Sought(word, tuple(inner_grams(word))) for word in words]
        scores = readers.passages.holding(sought, limit=max(1, len(readers.dense)))
        found = _found(readers, scores, words=tuple(words))
        if len(found) > limit and not is_limited:
            raise QueryError(
                f"nw:matches {text!r} finds {len(found):,} passages, more than {limit:,}: add "
                f'words, or name how many of the best you want: nw:matches ("{text}" 100)'
            )
        return found[:limit]

    def similar(self, text: str, *, limit: int) -> tuple[FoundPassage, ...]:
        """Return the passages nearest in meaning to a text; the score is the cosine."""
        readers = self._index.readers
        vector = self._encoder.encode_query(text).vector
        return _found(readers, readers.dense.search(vector, limit=limit))


def _found(
    readers: Readers, scores: Scores, *, words: Sequence[str] = ()
) -> tuple[FoundPassage, ...]:
    passages = readers.store.by_key(scores)
    found = [
        FoundPassage(passage.document_id, passage.ordinal, scores[key])
        for key, passage in passages.items()
        if _holds(passage, words)
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, one.document_id, one.ordinal)))


def _holds(passage: StoredPassage, words: Sequence[str]) -> bool:
    """Tell whether a passage holds all words: the index knows parts of words and the title too."""
    if not words:
        return True
    said = folded_words(f"{passage.heading or ''} {passage.text}")
    own = set(stems(f"{passage.heading or ''} {passage.text}").values()) | set(said)
    joined = f" {' '.join(said)} "
    return all(word in own if len(word) < MIN_GRAM_WORD else fold(word) in joined for word in words)
