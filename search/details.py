"""What a question wants to know of a solution besides that there is one: costs, figures, statutes.

An undertaking on the very theme is no answer to "Baukosten?" where its documents name none. Only
words are checked that documents repeat literally when they have something to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from search.analysis import fold, fold_word, stem_of
from search.conditions import Wanted
from search.literals import Named, named_things

__all__ = ["Decisive"]

# How a word of a question ends, and by what a document shows that it speaks of it; folded.
_CUES = {
    "kosten": r"kosten|kostet|euro|€",
    "gebuhr(?:en)?": r"gebuhr|euro|€",
    "quoten?": r"quote|prozent|%|anteil",
    "zahlen": r"\d",
    "umsatze?": r"umsatz",
    "einsparung(?:en)?": r"einspar|spart|sparen|gespart",
    "satzung(?:en)?": r"satzung",
    "rechtsform(?:en)?": r"rechtsform|zweckverband|gmbh|vereinbarung|anstalt|verein\b|vertrag",
    "mustervertrag": r"vertrag",
    "steuern?": r"steuer",
    "gutscheine?": r"gutschein",
    "ausschuss": r"ausschuss",
    "pauschalen?": r"pauschal",
    "umlagen?": r"umlage",
    "kennzahl(?:en)?": r"kennzahl|\d",
    "personalschlussel": r"schlussel",
    "stellenanteile?": r"stelle",
    "auslastung": r"auslast|fahrgast|nutz",
    "tarife?": r"tarif|euro|€",
    "haftung": r"haft",
    r"steuerlich\w*": r"steuer",
    "ruckabwicklung": r"ruckabwick",
}
_DETAIL = re.compile(rf"\b(?P<before>\w*?)(?P<head>{'|'.join(_CUES)})\b")
_SENTENCE = re.compile(r"[^.!?\n]+")
# What links two parts of a compound is no letter of the first.
_LINKING = re.compile(r"(?:s|en|n)$")
SHORTEST_PART = 3

_MONEY = (
    r"\w*(?:forder(?:ung|mittel|geld|programm|t\b)|gefordert|landesmittel|bundesmittel|zuschuss|"
    r"zuschusse|zuwendung)\w*"
)
_MONEY_WORD = re.compile(rf"\b{_MONEY}")
_WITHOUT_MONEY = re.compile(
    rf"\b(?:ohne|kein\w*|nicht|weder|noch|statt|lehnte\w*|abgelehnt\w*)\b[^.!?\n]{{0,60}}?\b{_MONEY}|"
    rf"\b{_MONEY}[^.!?\n]{{0,60}}?\b(?:kein\w*|nicht|lehnte\w*|abgelehnt\w*)\b"
)


# "Am besten mit Landesmitteln" may also be without.
_WISH = re.compile(r"\b(?:am besten|am liebsten|möglichst|bevorzugt|gerne?)\b", re.IGNORECASE)
_NEGATION = r"(?:ohne|kein\w*|nicht|statt|anstelle|weder|verzicht\w*|brauch\w* es)"
_WITHOUT = re.compile(
    r"\b(?:ohne|without)\s+(?:dass\s+)?(?:(?:das|der|die|den|einen?|neue[nrs]?|a|the)\s+)?"
    r"([A-ZÄÖÜ]\w{3,})"
)


@dataclass(frozen=True, slots=True)
class _Detail:
    """A word of the question that a document must speak of to answer it, and how that shows."""

    word: str
    first: str
    cue: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Decisive:
    """What a find on the theme must have beside it: details, things named, money, doing without."""

    details: tuple[_Detail, ...]
    named: tuple[Named, ...]
    unwanted: tuple[str, ...]
    is_funded: bool

    @classmethod
    def of(cls, text: str, wanted: Wanted) -> "Decisive":
        """Return what is decisive in a question."""
        words = {fold_word(word): word for word in re.findall(r"\w+", text)}
        unwanted = tuple(dict.fromkeys(_WITHOUT.findall(text)))
        is_funded = wanted.is_funded and _WISH.search(text) is None
        return cls(tuple(_details(words)), named_things(text), unwanted, is_funded)

    @property
    def is_empty(self) -> bool:
        """True when the theme is all that is asked for."""
        return not (self.details or self.named or self.unwanted or self.is_funded)

    def lacking(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return in German what the texts of one undertaking lack of it."""
        folded = [_folded(text) for text in texts]
        silent = [each.word for each in self.details if not any(_speaks(t, each) for t in folded)]
        silent += [each.words for each in self.named if not any(map(each.cue.search, folded))]
        unmet = [
            f"ohne {word}" for word in self.unwanted if all(_goes_with(t, word) for t in folded)
        ]
        if self.is_funded and not any(_has_money(t) for t in folded):
            unmet.append("mit Förderung")
        return (
            *(f"von „{word}“ steht dort nichts" for word in dict.fromkeys(silent)),
            *(f"„{words}“ ist nicht erfüllt" for words in unmet),
        )


def _details(words: dict[str, str]) -> Iterator[_Detail]:
    for folded, word in words.items():
        found = _DETAIL.fullmatch(folded)
        if found:
            cue = next(cue for head, cue in _CUES.items() if re.fullmatch(head, found["head"]))
            first = _LINKING.sub("", found["before"])
            yield _Detail(word, first if len(first) >= SHORTEST_PART else "", re.compile(cue))


@lru_cache(maxsize=1_000)
def _folded(text: str) -> str:
    return fold(text)


def _speaks(text: str, detail: _Detail) -> bool:
    if not detail.first:
        return detail.cue.search(text) is not None
    first = re.compile(rf"\b\w*{re.escape(detail.first)}")
    return any(
        first.search(sentence) and detail.cue.search(sentence)
        for sentence in _SENTENCE.findall(text)
    )


def _goes_with(text: str, word: str) -> bool:
    """Return whether a text speaks of a thing and nowhere of doing without it."""
    if _MONEY_WORD.search(fold_word(word)):
        return _has_money(text) and not _WITHOUT_MONEY.search(text)
    stem = re.escape(stem_of(word))
    return (
        re.search(stem, text) is not None
        and re.search(rf"\b{_NEGATION}\b[^.!?\n]{{0,60}}?{stem}", text) is None
    )


# As with `_folded`: the documents that questions about money lead to are few.
@lru_cache(maxsize=1_000)
def _has_money(text: str) -> bool:
    return _MONEY_WORD.search(_WITHOUT_MONEY.sub(" ", text)) is not None
