"""Corrects typing errors: a word that nobody knows, with one near neighbour among those known."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import OSA

from search.analysis import content_words, fold, fold_word, stem_of

__all__ = ["SPELLING", "Correction", "Speller", "Vocabulary", "corrected"]

SPELLING = "spelling"

# Shorter words have neighbours by chance ("Hasen", "Phasen").
SHORTEST = 6
MIN_NEAR = 5
# From this length on two wrong letters still leave no doubt about what was meant.
LONG = 10
# So much rarer (in powers of e) must a word of as many pieces be than the one that was meant.
ODDER = 2.0
# Parts of a compound that are words of their own.
MIN_PART = 4
# No letter of a folded word comes after it.
LAST = "\uffff"
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDINGS = frozenset(
    ["e", "n", "s", "r", "m", "t", "en", "er", "es", "em", "st", "in", "nen", "innen"]
)
_LINKS = ("", "s", "n", "en", "es", "e")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word as it was typed and as it was meant."""

    typed: str
    meant: str


@dataclass(frozen=True)
class Vocabulary:
    """The words that are known: those that a correction may lead to, and names beside them."""

    spellings: dict[str, str]
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, texts: Iterable[str], *, names: Iterable[str] = ()) -> "Vocabulary":
        """Return the words of texts, each in its most frequent spelling, and those of names."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(_LETTERS.findall(text))
        spellings: dict[str, str] = {}
        for word, _ in counts.most_common():
            spellings.setdefault(fold(word), word)
        known = frozenset(fold(word) for name in names for word in _LETTERS.findall(name))
        return cls(spellings, known)

    def knows(self, word: str) -> bool:
        """Return whether a folded word is known: itself, inflected, in or as a compound."""
        return (
            self._is_word(word)
            or word in self.names
            or word in self._joined
            or self._is_compound(word)
        )

    def near(self, word: str, distance: int) -> Iterator[str]:
        """Return the folded words within a distance that begin alike."""
        for length in range(max(MIN_NEAR, len(word) - distance), len(word) + distance + 1):
            for other in self._by_beginning.get((word[0], length), ()):
                if OSA.distance(word, other, score_cutoff=distance) <= distance:
                    yield other

    def _is_word(self, word: str) -> bool:
        """Return whether a word stands in the texts, in whatever form."""
        if word in self.spellings:
            return True
        stem = stem_of(word)
        first = bisect_left(self._sorted, stem)
        last = bisect_left(self._sorted, stem + LAST)
        return any(stem_of(each) == stem for each in self._sorted[first:last])

    def _is_compound(self, word: str) -> bool:
        return any(
            self.is_first_part(word[:end]) and self._is_word(word[end:])
            for end in range(MIN_PART, len(word) - MIN_PART + 1)
        )

    def is_first_part(self, part: str) -> bool:
        """Return whether a beginning of a word is a known one, maybe with a linking letter."""
        return any(
            part.endswith(link) and part.removesuffix(link) in self.spellings for link in _LINKS
        )

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.spellings)

    @cached_property
    def _joined(self) -> str:
        return f" {' '.join(self.spellings)} "

    @cached_property
    def _by_beginning(self) -> dict[tuple[str, int], list[str]]:
        found: dict[tuple[str, int], list[str]] = {}
        for word in self.spellings:
            found.setdefault((word[0], len(word)), []).append(word)
        return found


class Speller:
    """Corrects questions by the words of one collection.

    `pieces` gives how rare each piece of a word is to the model that reads it: a word it knows is
    made of few and frequent ones, also where the collection does not know it.
    """

    def __init__(
        self, vocabulary: Callable[[], Vocabulary], pieces: Callable[[str], Sequence[float]]
    ) -> None:
        self._open = vocabulary
        self._pieces = pieces

    def corrections(self, text: str) -> tuple[Correction, ...]:
        """Return what was meant by the words of a question that nobody knows."""
        found = []
        for typed in content_words(text):
            if len(typed) >= SHORTEST and typed.isalpha() and not typed.isupper():
                meant = self._meant(typed)
                if meant is not None:
                    found.append(Correction(typed, meant))
        return tuple(found)

    def _meant(self, typed: str) -> str | None:
        word = fold_word(typed)
        if self._vocabulary.knows(word):
            return None
        for distance in range(1, 3 if len(word) >= LONG else 2):
            near = list(self._vocabulary.near(word, distance))
            if near:
                return self._one_of(typed, word, near)
        return None

    def _one_of(self, typed: str, word: str, near: list[str]) -> str | None:
        if len({stem_of(each) for each in near}) > 1 or any(_is_inflected(word, n) for n in near):
            return None
        meant = self._vocabulary.spellings[min(near)]
        ours, theirs = self._pieces(typed), self._pieces(meant)
        is_odd = sum(ours) >= sum(theirs) + (0 if len(ours) > len(theirs) else ODDER)
        return meant if is_odd else None

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return self._open()


def _is_inflected(one: str, other: str) -> bool:
    """Return whether two words differ in their endings only."""
    short, long = sorted((one, other), key=len)
    same = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1),
        len(short),
    )
    rests = (short[same:], long[same:])
    return all(not rest or rest in _ENDINGS for rest in rests)


def corrected(text: str, corrections: Iterable[Correction]) -> str:
    """Return a text with each word as it was meant."""
    meant = {each.typed: each.meant for each in corrections}
    return _LETTERS.sub(lambda found: meant.get(found.group(), found.group()), text)
