"""German analysis of our own: the same tokens for index and question, whatever the engine."""

import re
import unicodedata
from functools import cache, lru_cache

import snowballstemmer

__all__ = [
    "ANALYSIS_VERSION",
    "MIN_GRAM_WORD",
    "STEM_MARK",
    "analyse",
    "content_words",
    "fold",
    "fold_word",
    "folded_words",
    "inner_grams",
    "is_english",
    "stem_of",
    "stems",
]

# Raise it with every change of the tokens: an index of another version is rebuilt.
ANALYSIS_VERSION = "1"

# Compounds ("Bauhofkooperation", "gemeinsamer Bauhof") meet in their letters, not in their words:
# BM25 over 4-grams within words was the best of stems, splitters and lengths 3 to 5 measured; the
# stem beside them adds weight to whole words.
GRAM_LENGTH = 4
# A shorter word has no 4-gram of its own: within longer words it says nothing ("KI" in "Kita").
MIN_GRAM_WORD = GRAM_LENGTH
EDGE = "_"
STEM_MARK = "="

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
# "Buende" is how "Bünde" is typed without an umlaut; after a vowel or q the e is a letter of its
# own ("neue", "Steuer", "Quelle").
_WRITTEN_OUT = re.compile(r"(\b|[bcdfghjklmnprstvwxyz])([aou])e")

# Words that say that something is asked, not what: articles, pronouns, auxiliaries, question
# words, prepositions, in German and English.
_GERMAN_TEXT = """
aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus
außer bei beim bereits bin bis bist bitte da dabei dafür damit dann daran darauf das dass davon dazu
dein deine dem den denn der des deshalb dich die dies diese diesem diesen dieser dieses dir doch
dort du durch eher ein eine einem einen einer eines einfach einmal er es etwas euch euer für gab gar
gegen geht gemacht gern gibt gut habe haben hab hat hatte hatten hier hin ich ihm ihn ihr ihre ihrem
ihren ihrer im immer in ins ist ja je jede jedem jeden jeder jedes jemand jetzt kam kann kaum kein
keine keinem keinen keiner kommt können könnte lassen lässt machen macht mal man manche mehr mein
meine mich mir mit muss müssen nach nicht nichts niemand noch nun nur ob oder ohne schon sehr sein
seine seinem seinen seiner seit selbst sich sie sind so solche soll sollen sollte sondern sonst
statt über um und uns unser unsere unserem unseren unserer unter viel viele vom von vor wann war
waren warum was weil weiter welche welchem welchen welcher welches wem wen wenn wer werden wie
wieder will wir wird wo woher wohl wollen worden wurde wurden würde zu zum zur zwar zwischen
"""
_ENGLISH_TEXT = """
a an and are as at be been by can could did do does for from had has have how i if in is it its no
not of on or our shall should that the their them there they this to was we were what when where
which who whose why will with would you your
"""
_GERMAN = frozenset(_GERMAN_TEXT.split())
_ENGLISH = frozenset(_ENGLISH_TEXT.split())
_STOP_WORDS = _GERMAN | _ENGLISH


def analyse(text: str) -> str:
    """Return the tokens of a text joined by spaces, ready for a whitespace tokeniser.

    Each word gives its stem and the 4-grams of its folded form, edges marked; stop words give
    nothing.
    """
    return " ".join([_tokens_of(word) for word in _words(text) if word not in _STOP_WORDS])


def inner_grams(stem: str) -> list[str]:
    """Return the 4-grams that every word with this stem in it has among its tokens."""
    last = len(stem) - GRAM_LENGTH + 1
    return [stem[start : start + GRAM_LENGTH] for start in range(max(0, last))]


def content_words(text: str) -> tuple[str, ...]:
    """Return the words that carry meaning as they are written, without repetition, in order."""
    found = dict.fromkeys(word for word in _WORD.findall(unicodedata.normalize("NFC", text)))
    return tuple(word for word in found if word.casefold() not in _STOP_WORDS)


def is_english(text: str) -> bool:
    """Return whether a question has more English function words than German ones."""
    words = _words(text)
    return sum(word in _ENGLISH for word in words) > sum(word in _GERMAN for word in words)


def stem_of(word: str) -> str:
    """Return the folded stem of a word."""
    return _stem(word.lower())


def stems(text: str) -> dict[str, str]:
    """Return the content words of a text as written, each with its folded stem."""
    return {word: _stem(word.lower()) for word in content_words(text)}


def folded_words(text: str) -> list[str]:
    """Return the words of a text, folded, stop words and repetitions and all."""
    return _WORD.findall(fold(text))


def fold(word: str) -> str:
    """Return a word or text in lower case with umlauts, their spelt-out forms and ß made alike."""
    lowered = unicodedata.normalize("NFC", word).casefold().translate(_UMLAUTS)
    return _WRITTEN_OUT.sub(r"\1\2", lowered)


@lru_cache(maxsize=50_000)
def fold_word(word: str) -> str:
    """Return what `fold` makes of a word, looked up the second time it is met."""
    return fold(word)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


# As with stems: what a word gives is looked up, the second time it is met.
@lru_cache(maxsize=50_000)
def _tokens_of(word: str) -> str:
    return " ".join([STEM_MARK + _stem(word), *_grams(fold_word(word))])


def _grams(word: str) -> list[str]:
    edged = f"{EDGE}{word}{EDGE}"
    last = max(1, len(edged) - GRAM_LENGTH + 1)
    return [edged[start : start + GRAM_LENGTH] for start in range(last)]


# Most words of a text are met again soon; the stemmer is pure Python and ten times slower.
@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return fold(_stemmer().stemWord(word))


@cache
def _stemmer() -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer("german")
