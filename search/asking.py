"""Reads a question: who asks, which conditions it sets, and its words with those of the office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice

import numpy as np

from ontology.gazetteer import Gazetteer, Place
from ontology.vocabulary import themes
from search.abbreviations import spelt_out
from search.analysis import is_english, stem_of
from search.answer import Condition, Question
from search.conditions import ALL_KINDS, Wanted, read_wanted
from search.encoder import Encoded, Encoder
from search.english import english_words, german_words
from search.everyday import everyday_beginnings, official_words
from search.filters import find_place
from search.index import Readers
from search.spelling import SPELLING, Speller, Vocabulary, corrected

__all__ = ["Asked", "QuestionReader", "joined"]

# Official words come from glossaries of a few hundred entries: each is encoded once.
REMEMBERED = 2_000
# Typing errors are corrected by the words of so many documents: a second to read them once. What
# stands only in others is no typing error either.
KNOWN_DOCUMENTS = 2_000
# A condition set beside the question outweighs the same kind read from its words.
SETTABLE = ("county", "since", "until", "max_population")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is searched: its words, their vectors, who asks, what was read from it.

    Typing errors are corrected in it, `spelling` says which; `text` begins with the question's own
    words; official ones follow.
    """

    question: Question
    text: str
    encoded: Encoded
    asker: Place | None
    wanted: Wanted
    spelling: tuple[Condition, ...] = ()


class QuestionReader:
    """Reads questions with one encoder and one gazetteer.

    `readers` lead to the collection: a word that stands there is no typing error.
    """

    def __init__(self, encoder: Encoder, gazetteer: Gazetteer, readers: Readers) -> None:
        self._encoder = encoder
        self._gazetteer = gazetteer
        self._readers = readers
        self._encoded = lru_cache(REMEMBERED)(encoder.encode_query)
        self._speller = Speller(self._vocabulary, self._pieces)

    def read(self, question: Question) -> Asked:
        """Return what is asked.

        Official words are encoded apart from the question, once for all questions: that costs
        nothing later, and nDCG@10 over the corpus is .925 instead of .917 with all in one text.
        """
        question, spelling = self._as_meant(question)
        asker = find_place(question.asker, self._gazetteer)
        set_beside = [name for name in SETTABLE if getattr(question, name) is not None]
        ignored = {*question.ignored, *set_beside}
        wanted = read_wanted(question.text, self._gazetteer, asker=asker, ignored=ignored)
        added = _official(question.text)
        text = question.text
        parts = []
        for each in added:
            text += " "
            parts.append(_placed(self._encoded(each), len(text)))
            text += each
        encoded = joined(self._encoder.encode_query(question.text), parts)
        return Asked(question, text, encoded, asker, wanted, spelling)

    def _as_meant(self, question: Question) -> tuple[Question, tuple[Condition, ...]]:
        if not {SPELLING, ALL_KINDS}.isdisjoint(question.ignored):
            return question, ()
        found = [
            each
            for each in self._speller.corrections(question.text)
            if not self._readers.passages.has_stem(stem_of(each.typed))
        ]
        if not found:
            return question, ()
        label = ", ".join(f"„{each.meant}“ statt „{each.typed}“" for each in found)
        words = ", ".join(each.typed for each in found)
        text = corrected(question.text, found)
        return replace(question, text=text), (Condition(SPELLING, label, words),)

    def _vocabulary(self) -> Vocabulary:
        documents = islice(self._readers.store.documents(), KNOWN_DOCUMENTS)
        texts = (f"{document.title} {document.text}" for document in documents)
        places = (place.name for place in self._gazetteer.places())
        names = chain(places, everyday_beginnings())
        return Vocabulary.of(chain(texts, _glossary_words()), names=names)

    def _pieces(self, word: str) -> list[float]:
        return [float(weight) for weight in self._encoded(word).weights]


def joined(first: Encoded, others: Sequence[Encoded]) -> Encoded:
    """Return several texts as one: all their tokens, and the mean of their vectors by length."""
    if not others:
        return first
    parts = [first, *others]
    vector = sum(len(part.tokens) * part.vector for part in parts)
    return Encoded(
        vector=np.asarray(vector / np.linalg.norm(vector), np.float32),
        tokens=np.concatenate([part.tokens for part in parts]),
        weights=np.concatenate([part.weights for part in parts]),
        starts=np.concatenate([part.starts for part in parts]),
    )


def _official(text: str) -> list[str]:
    english = german_words(text) if is_english(text) else ()
    return list(dict.fromkeys([*english, *spelt_out(text), *official_words(text)]))


def _placed(encoded: Encoded, offset: int) -> Encoded:
    return replace(
        encoded, starts=np.where(encoded.starts < 0, encoded.starts, encoded.starts + offset)
    )


def _glossary_words() -> Iterator[str]:
    yield from english_words()
    for theme in themes():
        yield from (theme.label, *theme.alternatives)
