"""Finds names that describe: `gemeinsame Vergabestelle`, `Kooperation der ...`, `Wärmeplan`."""

import re
from collections.abc import Iterator

from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate
from ingest.name_tails import read_tail
from ingest.naming_words import MAX_ACRONYM_CHARS, WORD, word_group
from ingest.undertakings import Noun, read_noun

__all__ = ["described_names", "founded_names", "shared_names"]

_CAPITAL = re.compile(rf"(?<![\w.@/-]){WORD}")
_ADJECTIVES = re.compile(r"(?:(?<![\wäöüß])[A-ZÄÖÜa-zäöüß-]{3,}(?:e|er|es|en|em)\s+){1,3}$")
_JOINED_BEFORE = re.compile(
    r"(?:(?<![\wäöüß„-])(?:Open|Smart|Data|City|Cities|Digital|E|Green|Co|Social|Online|Mobile?)"
    r"\s){1,3}$"
)
_TAIL = re.compile(
    r"[ ](?:der|des|von|zwischen|im(?=[ ]Amt)|in[ ]der|an[ ]der)[ ](?:(?:dem|der|den|die|das)[ ])?"
    rf"(?:[a-zäöüß]{{3,}}(?:en|er|ischen)[ ])?{WORD}(?:[ /]+(?:und[ ])?{WORD}){{0,3}}"
)
_PROPER_TAIL = re.compile(rf"[ ][A-ZÄÖÜ][a-zäöüß]+(?:es|er|e|en)[ ]{WORD}(?=[ ]\(|[“”,.]|$)")
_NUMBER_TAIL = re.compile(r"[ ]\d{1,3}\b(?!\.|\s*(?:Prozent|Euro|Jahre))")
# Compounds begin here; shorter nouns are those of everyday ("Arbeit", "Gemeinde").
MIN_NOUN_CHARS = 10
_FOUNDING = re.compile(
    r"\b(?:gegründet|gründe\w*|eingeführt|führ(?:t|en)\b.{5,90}\bein\b|gestartet|starte\w*"
    r"|eröffne\w*"
    r"|aufgebaut|betreib\w*|angeschafft|kauf(?:t|en|ten)|beschaff\w*|entsteh(?:t|en)|eingerichtet"
    r"|richte(?:t|n)\b.{5,90}\bein\b|erprob\w*|teste(?:t|n|te)|in\s+Betrieb|ins\s+Leben|geschaffen"
    r"|freigeschaltet|an\s+den\s+Start|gibt\s+es|teilen\s+sich|teilt\s+sich|bau(?:t"
    r"|en)\b.{5,90}\bauf\b)"
)
_OBJECT = re.compile(
    rf"\b(?:ein|eine|einen|einer|einem|der|die|das|den|dem)[ ](?P<name>(?:[a-zäöüß]{{4,}}(?:e|en"
    rf"|er|es|em)[ ])?(?P<noun>{WORD}))"
    r"(?![ ](?:der|des|von|[A-ZÄÖÜ]))"
)
_SHARED_NOUN = re.compile(
    r"(?:[Gg]emeinsam|[Ii]nterkommunal|[Üü]berörtlich|[Kk]reisweit|[Ll]andkreisweit)e[nrsm]?[ ]"
    rf"(?:[a-zäöüß]{{4,}}(?:e|er|es|en|em)[ ])?(?P<noun>{WORD})"
)
_STRONG_ENDING = {"n": "es", "f": "e", "m": "er"}


def described_names(layout: Layout, places: frozenset[str]) -> Iterator[Candidate]:
    """Return the nouns that German town halls use for undertakings, with what describes them."""
    text = layout.text
    for hit in _CAPITAL.finditer(text):
        noun = read_noun(hit.group())
        if noun is None or (hit.group().isupper() and len(hit.group()) > MAX_ACRONYM_CHARS):
            continue
        adjectives = _adjectives_before(text, hit.start())
        joined = _JOINED_BEFORE.search(text[max(0, hit.start() - 30) : hit.start()])
        start = hit.start() - len(joined.group().lstrip()) if joined else hit.start()
        shared = any(_is_sharing(word) for word in adjectives)
        tail = _tail(text, hit.end(), noun, places)
        specific = noun.is_compound or bool(joined) or shared or not noun.head.generic
        if not specific and not (tail and noun.head.kind in {"kooperation", "netzwerk"}):
            continue
        first = start - len(" ".join(adjectives)) - 1 if adjectives else start
        stem = (
            text[start : hit.start()] + noun.base if not noun.is_plural else text[start : hit.end()]
        )
        name = " ".join([*(_nominative(a, noun) for a in adjectives), stem]) + tail
        weight = _described_weight(noun, shared=shared, tail=bool(tail), described=bool(adjectives))
        yield Candidate(
            name, Span(first, hit.end() + len(tail)), noun.head.kind, "described", weight
        )


def founded_names(layout: Layout) -> Iterator[Candidate]:
    """Return long nouns that a sentence says are founded, bought, tried or opened."""
    for sentence in layout.sentences:
        words = layout.cut(sentence)
        if not _FOUNDING.search(words):
            continue
        for hit in _OBJECT.finditer(words):
            noun = hit["noun"]
            if len(noun) < MIN_NOUN_CHARS or read_noun(noun) or _is_everyday(noun):
                continue
            span = Span(sentence.start + hit.start("name"), sentence.start + hit.end("name"))
            yield Candidate(hit["name"], span, "projekt", "founded", 0.6)


def _is_everyday(noun: str) -> bool:
    """Return whether what is common here is a goal, a talk or a text, and no undertaking."""
    stems = word_group("not_shared_stems")
    return noun in word_group("not_shared") or any(stem in noun.lower() for stem in stems)


def _described_weight(noun: Noun, *, shared: bool, tail: bool, described: bool) -> float:
    weight = noun.head.strength * 0.8
    weight += 1.5 * shared + 1.2 * tail + 0.3 * described
    weight -= 1.2 * noun.is_plural
    return weight


def _adjectives_before(text: str, start: int) -> list[str]:
    hit = _ADJECTIVES.search(text[max(0, start - 60) : start])
    if hit is None or "\n\n" in hit.group():
        return []
    kept: list[str] = []
    for word in reversed(hit.group().split()):
        starts_sentence = word[0].isupper() and not _is_sharing(word)
        if word.lower() in word_group("stop_adjectives") | word_group("small_words") or read_noun(
            word
        ):
            break
        if starts_sentence and not re.match(
            r"(?:Digital|Offen|Lippisch|[A-ZÄÖÜ]\w+isch|Redundant|Mobil|Smart|Kommunal|Regional)",
            word,
        ):
            break
        kept.insert(0, word)
    return kept


def _is_sharing(adjective: str) -> bool:
    lowered = adjective.lower()
    return lowered.startswith(
        (
            "gemeinsam",
            "interkommunal",
            "kreisweit",
            "regional",
            "landkreisübergreifend",
            "überörtlich",
            "kommunenübergreifend",
            "städteübergreifend",
        )
    )


def _nominative(adjective: str, noun: Noun) -> str:
    stem = re.sub(r"(?:e|er|es|en|em)$", "", adjective)
    return stem + ("e" if noun.is_plural else _STRONG_ENDING[noun.head.gender])


def _tail(text: str, end: int, noun: Noun, places: frozenset[str]) -> str:
    number = _NUMBER_TAIL.match(text, end)
    if number and noun.head.kind == "projekt":
        return number.group()
    follow = re.match(rf"\s({WORD})(?:\s?[/–]\s?{WORD})?", text[end:])
    if follow and (_is_place(follow[1], places) or _is_acronym(follow[1])):
        return follow.group()
    double = re.match(rf"\s({WORD})\s?[-/]\s?({WORD})", text[end:])
    if double and (double[1] in places or double[1].split("-")[0] in places):
        return double.group()
    region = read_tail(text, end)
    if region and region.kind == "landscape" and not noun.is_plural:
        return region.words
    # Towns in a pair after a noun are its bearers ("Volkshochschule Ahausen-Bekum").
    proper = _PROPER_TAIL.match(text, end)
    if proper:
        return proper.group()
    long = _TAIL.match(text, end)
    if (
        long
        and not re.match(r",\s[A-ZÄÖÜ]", text[long.end() :])
        and (noun.head.kind in {"kooperation", "netzwerk"})
    ):
        return re.sub(r"\s+", " ", long.group())
    return ""


def _is_place(word: str, places: frozenset[str]) -> bool:
    """Return whether a word is a town's name or a pair of them (`Ahausen-Bekum`)."""
    return word in places or all(part in places for part in word.split("-"))


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= MAX_ACRONYM_CHARS


def shared_names(layout: Layout) -> Iterator[Candidate]:
    """Return what towns call common or intermunicipal, whatever the noun."""
    for hit in _SHARED_NOUN.finditer(layout.text):
        noun = hit["noun"]
        if read_noun(noun) or _is_everyday(noun):
            continue
        name = re.sub(r"e[nrsm]\b", "e", hit.group().removesuffix(noun)) + noun
        yield Candidate(name, Span(*hit.span()), "kooperation", "shared", 1.2)
