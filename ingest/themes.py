"""Finds the themes and the fields of life of an undertaking by the words of its field."""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from ingest.layout import Layout, Span
from ontology.model import Claim

__all__ = ["FIELDS", "find_fields", "find_themes", "theme_labels"]

FIELDS: Mapping[str, str] = {
    "Verwaltung": r"Verwaltung",
    "Mobilität": r"Mobilität",
    "Gesellschaft und Soziales": r"Gesellschaft\s+(?:und|&)\s+Soziales",
    "Energie und Umwelt": r"Energie\s+(?:und|&)\s+Umwelt",
    "Wirtschaft und Tourismus": r"Wirtschaft\s+(?:und|&)\s+Tourismus",
    "Gesundheit und Pflege": r"Gesundheit\s+(?:und|&)\s+Pflege",
    "Bildung und Lernen": r"Bildung\s+(?:und|&)\s+Lernen",
    "Städtebau": r"Städtebau|Stadtentwicklung",
}
# A strategy names its areas in one sentence or list; fewer than this are chance words.
MIN_FIELDS = 4
# What a name says counts as much as this many words of the sentences around it.
NAME_WEIGHT = 3
# A theme needs this much: its word in the name, or two words in what is said of it.
MIN_SUPPORT = 2
MAX_THEMES = 4


def theme_labels() -> tuple[str, ...]:
    """Return the labels of all themes that can be found, in the order of the lexicon."""
    return tuple(_lexicon())


def find_themes(layout: Layout, name: str, spans: Iterable[Span]) -> tuple[Claim, ...]:
    """Return the best supported themes of an undertaking, each with the sentence that shows it."""
    stretches = tuple(spans)
    support: dict[str, float] = {}
    proof: dict[str, Span] = {}
    for label, pattern in _lexicon().items():
        words: set[str] = set()
        for span in stretches:
            hits = _hits(pattern, layout.cut(span))
            if hits:
                proof.setdefault(label, span)
                words |= hits
        if label in proof:
            support[label] = len(words) + NAME_WEIGHT * bool(pattern.search(name))
    ranked = sorted(support, key=lambda label: (-support[label], label))
    kept = [label for label in ranked if support[label] >= MIN_SUPPORT] or ranked[:1]
    return tuple(
        Claim(label, layout.quote(proof[label], confidence=0.7, inferred=True))
        for label in kept[:MAX_THEMES]
    )


# The undertakings of a document share most sentences; a document has some hundred.
@lru_cache(maxsize=8192)
def _hits(pattern: re.Pattern[str], said: str) -> frozenset[str]:
    return frozenset(hit.group().lower() for hit in pattern.finditer(said))


def find_fields(layout: Layout) -> tuple[Claim, ...]:
    """Return the fields of life that a strategy enumerates, in a sentence or by its headings."""
    for sentence in layout.paragraphs:
        claims = _fields_in(layout, (sentence,))
        if len(claims) >= MIN_FIELDS and _AREAS.search(layout.cut(sentence)):
            return claims
    headings = tuple(section.heading for section in layout.sections if section.heading)
    claims = _fields_in(layout, headings)
    return claims if len(claims) >= MIN_FIELDS else ()


_AREAS = re.compile(r"[Bb]ereiche|[Ff]elder|Lebensbereiche|Themen|Schwerpunkte|Säulen")


def _fields_in(layout: Layout, spans: tuple[Span, ...]) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for label, pattern in FIELDS.items():
        for span in spans:
            if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", layout.cut(span)):
                found.append(Claim(label, layout.quote(span, confidence=0.9)))
                break
    return tuple(found)


@cache
def _lexicon() -> dict[str, re.Pattern[str]]:
    raw = json.loads((files("ingest") / "data" / "themes.json").read_text(encoding="utf-8"))
    return {label: _pattern(stems) for label, stems in raw.items()}


def _pattern(stems: Iterable[str]) -> re.Pattern[str]:
    """Stems begin or continue a word; a closing `_` ends it, an inner one is a space."""
    parts: list[str] = []
    for stem in stems:
        words = re.escape(stem.rstrip("_")).replace("_", r"\s+")
        short = len(stem) < SHORT_STEM_CHARS
        begin = r"(?<![\wäöüß])" if short else ""
        parts.append(begin + words + (r"(?![\wäöüß])" if stem.endswith("_") or short else r"\w*"))
    return re.compile("|".join(parts), re.I)


# "gis" stands in "Register" and "bim" in "bimmeln": short stems count as whole words only.
SHORT_STEM_CHARS = 5
