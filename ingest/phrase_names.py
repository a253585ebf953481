"""Finds nouns with what stands behind them: two nouns in a row are a name (`Standesamt Illtal`)."""

import re
from collections.abc import Iterator

from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate, kind_of
from ingest.name_tails import TailKind, read_tail, without_case
from ingest.naming_words import word_group
from ingest.undertakings import read_noun

__all__ = ["phrase_names"]

_TOKEN = re.compile(r"[A-Za-zÄÖÜäöüß0-9³²][\wäöüß³²]*(?:[-–.:&+/][\wäöüßÄÖÜ³²]+)*")
_NAME_WORD = re.compile(
    r"\d*[A-ZÄÖÜ]|[a-zäöü]{2,}(?:[A-ZÄÖÜ][a-zäöüß]+|[A-ZÄÖÜ]{2,}|\.[a-zäöüß]{2,})+$"
)
_NUMBER = re.compile(r"(?:20\d\d|\d(?:\.\d)?)$")
# Shorter nouns are those of everyday ("Jahr", "Haus", "Rat").
MIN_NOUN_CHARS = 3
MAX_WORDS = 5
# A run that fills its line is a heading, where the first word has its capital as a noun.
LINE_SHARE = 0.8
TAIL_WEIGHTS: dict[TailKind, float] = {"landscape": 1.5, "number": 1.0, "other": 0.8}


def phrase_names(layout: Layout) -> Iterator[Candidate]:
    """Return each run of capitalised words that may name something, in order of the text."""
    inside = _words_inside(layout)
    for sentence in layout.sentences:
        for run in _runs(layout, sentence):
            words = run
            is_line = words[-1].end() - words[0].start() > LINE_SHARE * (
                sentence.end - sentence.start
            )
            while words and not is_line and _opens_only(words[0], sentence, inside):
                words = words[1:]
            if words and len(words) <= MAX_WORDS:
                yield from _candidate(
                    layout, Span(words[0].start(), words[-1].end()), words[0].end()
                )


def _candidate(layout: Layout, span: Span, first_end: int) -> Iterator[Candidate]:
    name = without_case(layout.text, span.start, layout.cut(span).replace("\n", " "))
    if len(name) >= MIN_NOUN_CHARS:
        tail = read_tail(layout.text, first_end) if span.end > first_end else None
        yield Candidate(
            name, span, kind_of(name), "phrase", TAIL_WEIGHTS[tail.kind] if tail else 0.5
        )


def _runs(layout: Layout, sentence: Span) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(layout.text, sentence.start, sentence.end):
        if run and layout.text[run[-1].end() : token.start()] not in {" ", "\n"}:
            yield run
            run = []
        if _belongs(token.group(), is_behind=bool(run)):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _belongs(word: str, *, is_behind: bool) -> bool:
    """Return whether a word is written as part of a name; numbers are behind others only."""
    if _NUMBER.match(word):
        return is_behind
    return word.lower() not in word_group("small_words") and bool(_NAME_WORD.match(word))


def _opens_only(token: re.Match[str], sentence: Span, inside: frozenset[str]) -> bool:
    """Return whether a word has its capital from the beginning of the sentence only."""
    word = token.group()
    if token.start() > sentence.start + 2 or (len(word) > 1 and not word[1:].islower()):
        return False
    return word not in inside and read_noun(word) is None


def _words_inside(layout: Layout) -> frozenset[str]:
    """Return the capitalised words that stand somewhere behind the first of a sentence."""
    return frozenset(
        token.group()
        for sentence in layout.sentences
        for token in _TOKEN.finditer(layout.text, sentence.start + 1, sentence.end)
        if token.group()[0].isupper()
    )
