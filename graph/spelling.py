"""How the names of two things stand to each other: the same, longer, abbreviated, misspelt."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, Protocol

import snowballstemmer
from rapidfuzz import fuzz

from ontology.gazetteer import gazetteer
from ontology.iris import slug

__all__ = [
    "EMPTY_WORDS",
    "Grade",
    "initials_of",
    "is_place_word",
    "legal_forms",
    "normalised_name",
    "organisation_grade",
    "person_grade",
    "person_words",
    "undertaking_grade",
    "words_of",
]

Grade = Literal["same", "longer", "abbreviation", "initials", "initial", "spelling"]

# Words that distinguish no two names: articles and prepositions.
EMPTY_WORDS = frozenset(
    [
        *("am", "an", "auf", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine"),
        *("einer", "eines", "für", "im", "in", "mit", "und", "vom", "von", "zu", "zum", "zur"),
    ]
)
# What every cooperation is.
EMPTY_STEMS = ("interkommunal", "gemeinsam", "gemeinschaft")
# Particles of surnames: written or left out at will.
PARTICLES = frozenset(["de", "den", "der", "van", "vom", "von", "zu", "zum", "zur"])
# Abbreviated names of federal states that bodies carry in their names.
LAND_SHORT = {"nrw": "Nordrhein-Westfalen", "rlp": "Rheinland-Pfalz"}

# Two spellings of one word differ in a letter or two of many; Meier and Meyer (80) are two names,
# Sargalski and Sargalsky (89) may be one. Below six letters one letter makes another word.
MIN_WORD_RATIO = 85
MIN_WORD_CHARS = 6
# Two letters abbreviate too much.
MIN_INITIALS = 3

_LEGAL = re.compile(
    r"(?<!\w)(?:g?GmbH|mbH|gAG|AG|e\.\s?V\.|eV|e\.\s?G\.|eG|AöR|KG|KGaA|UG|GbR|Co\.)(?!\w)"
)
_PARTS = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])|\d+")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


def normalised_name(name: str) -> str:
    """Return a name without case, quotes, hyphens, articles, legal form and inflection."""
    # Joined without blanks, so that `Aue-Weser` and `Aue Weser` are one.
    return "".join(words_of(name))


def words_of(name: str) -> tuple[str, ...]:
    """Return the stems of a name's words that tell something; all of them where none does."""
    # Hyphens go before stemming: the s of `Wissens-Netzwerk` is no ending.
    words = re.findall(r"\w+", _LEGAL.sub(" ", name).casefold().replace("-", ""))
    kept = [
        stem
        for word in words
        if word not in EMPTY_WORDS and not (stem := _stem(word)).startswith(EMPTY_STEMS)
    ]
    return tuple(kept or words)


def is_place_word(stem: str) -> bool:
    """Tell whether a stem as `words_of` gives it is the name of a municipality."""
    return stem in _place_stems()


def person_words(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name in ASCII, hyphens parted, without particles."""
    words = [word for word in slug(name).split("-") if word not in PARTICLES]
    return tuple(words) or (slug(name),)


def legal_forms(name: str) -> frozenset[str]:
    """Return the legal forms that a name carries."""
    return frozenset(re.sub(r"[\s.]", "", form).casefold() for form in _LEGAL.findall(name))


def initials_of(name: str) -> str:
    """Return the initials of a name's capitalised words, camel case parted."""
    parts = _PARTS.findall(_LEGAL.sub(" ", name))
    return "".join(part[0] for part in parts if part[0].isupper()).casefold()


def person_grade(one: str, other: str) -> Grade | None:
    """Return how two names of persons stand to each other; a mere surname says nothing."""
    first, second = person_words(one), person_words(other)
    if first == second:
        return "same"
    short, long = sorted((first, second), key=lambda words: (len(words), words))
    if len(short) < 2:
        return None
    if len(short) < len(long):
        is_part = short[0] == long[0] and _is_subsequence(short[1:], long[1:])
        return "longer" if is_part else None
    if short[1:] == long[1:]:
        return "initial" if _is_initial(short[0], long[0]) else None
    return "spelling" if short[0] == long[0] and _differ_in_spelling(short, long) else None


def organisation_grade(
    one: str, other: str, *, short_names: Iterable[str] = (), other_shorts: Iterable[str] = ()
) -> Grade | None:
    """Return how two names of organisations stand to each other, with their short forms."""
    first, second = _organisation_words(one), _organisation_words(other)
    if "".join(first) == "".join(second):
        return "same"
    shorts, others = set(map(_folded, short_names)), set(map(_folded, other_shorts))
    if _is_abbreviated(first, second, others) or _is_abbreviated(second, first, shorts):
        return "abbreviation"
    if shorts & others and (set(first) <= set(second) or set(second) <= set(first)):
        return "abbreviation"
    if _are_initials(one, other) or _are_initials(other, one):
        return "initials"
    return _words_grade(first, second)


def undertaking_grade(one: str, other: str) -> Grade | None:
    """Return how two names of undertakings stand to each other."""
    first, second = words_of(one), words_of(other)
    if "".join(first) == "".join(second):
        return "same"
    return _words_grade(first, second)


def _words_grade(first: Sequence[str], second: Sequence[str]) -> Grade | None:
    short, long = sorted((first, second), key=lambda words: (len(words), words))
    if len(short) < len(long):
        return "longer" if _is_subsequence(short, long) else None
    return "spelling" if _differ_in_spelling(short, long) else None


def _differ_in_spelling(first: Sequence[str], second: Sequence[str]) -> bool:
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(pairs) != 1:
        return False
    ((a, b),) = pairs
    if min(len(a), len(b)) < MIN_WORD_CHARS or any(char.isdigit() for char in a + b):
        return False
    # Neuenkirchen and Neunkirchen are two towns and no misspelling.
    if is_place_word(a) and is_place_word(b):
        return False
    return a[0] == b[0] and fuzz.ratio(a, b) >= MIN_WORD_RATIO


def _is_subsequence(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and len(long) > 1 and long.startswith(short)


def _is_abbreviated(words: Sequence[str], long: Sequence[str], shorts: set[str]) -> bool:
    """Tell whether words are a declared short form, with nothing besides that is not in `long`."""
    found = [word for word in words if word in shorts]
    joined = "".join(words) in shorts
    return joined or (bool(found) and set(words) - set(found) <= set(long))


def _are_initials(one: str, other: str) -> bool:
    bare = _LEGAL.sub(" ", one).strip(" &")
    if not re.fullmatch(r"[A-ZÄÖÜ]+", bare) or len(bare) < MIN_INITIALS:
        return False
    forms = legal_forms(one), legal_forms(other)
    is_one_form = not (all(forms) and forms[0] != forms[1])
    return is_one_form and bare.casefold() == initials_of(other)


def _organisation_words(name: str) -> tuple[str, ...]:
    # `des Landes Nordrhein-Westfalen` says no more than the name of the state.
    words = (normalised_name(LAND_SHORT.get(word, word)) for word in words_of(name))
    kept = tuple(word for word in words if word not in {"land", "landes"})
    return kept or words_of(name)


def _folded(name: str) -> str:
    return "".join(words_of(name))


@cache
def _place_stems() -> frozenset[str]:
    return frozenset(
        words[0]
        for place in gazetteer().places()
        if not place.is_county and len(words := words_of(place.name)) == 1
    )


@cache
def _stem(word: str) -> str:
    return str(_german().stemWord(word))


@cache
def _german() -> _Stemmer:
    stemmer: _Stemmer = snowballstemmer.stemmer("german")
    return stemmer
