"""Finds names that their place or their capitals mark: numbered parts, titles, headlines."""

import re
from collections.abc import Iterator

from ingest.items import Item
from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate, kind_of
from ingest.naming_words import NO_UNDERTAKING, QUOTED, WORD, word_group
from ingest.undertakings import read_noun
from ontology.model import Document

__all__ = [
    "called_names",
    "capitalised_names",
    "headline_names",
    "item_names",
    "title_names",
]

# Inside a sentence German writes an adjective with a capital only in a name. Offices and
# institutions are names, too, and no undertakings.
_CAPITALISED = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine[nmrs]?|[Ii]hre?[nmrs]?|[Uu]nsere?[nmrs]?|[Bb]eim"
    r"|[Zz]u[mr]|[Ii]m) (?P<adjective>(?!Kommunal|Staatlich|Evangelisch|Katholisch|Öffentlich"
    r"|Technisch|Europäisch|Ärztlich|Leitend)[A-ZÄÖÜ][a-zäöüß]*(?:[^e]ig|lich|isch|[^n]al|sam|iv|il|bar|end|iert|ffen|mart|rün)"
    rf"(?:e|er|es|en|em)) (?P<noun>{WORD}(?: {WORD})?)"
)
# "X heißt der neue Bus", "X ist kein Mensch, sondern ein Kataster".
_CALLED = re.compile(
    rf"(?P<name>{WORD}(?: [A-Za-zÄÖÜäöü][\w-]+)?) (?:heißt|nennt sich|ist) (?:der|die|das|ein|eine"
    r"|(?:kein|keine) \w+, sondern (?:ein|eine|der|die|das)) (?:[a-zäöüß]+(?:e|er|es) )?"
    rf"(?P<noun>{WORD})"
)
_GIVEN = re.compile(
    r"\b(?:Modell|Konzept|Idee|Prinzip|Angebot|Dienst) (?:der|des) "
    rf"(?P<name>{WORD}(?: plus| Plus)?)\b"
)
# Where the text behind a heading soon quotes a name, that is the name and not the heading.
OPENING_CHARS = 220
_MEASURES = re.compile(r"maßnahme|vorhaben|projekt|bausteine", re.I)
# Names by which a title opens are short.
MAX_TITLE_PART = 45
# Shorter words of a headline are those of everyday.
MIN_HEADLINE_CHARS = 9
_WORD = re.compile(rf"(?<![\w„-]){WORD}(?![\w“-])")


def item_names(items: tuple[Item, ...], layout: Layout) -> Iterator[Candidate]:
    """Return the names in front of numbered parts, surer in a chapter of measures."""
    for item in items:
        words = layout.cut(item.name)
        opening = layout.cut(item.body)[:OPENING_CHARS]
        if QUOTED.search(opening) or NO_UNDERTAKING.search(words):
            continue
        heading = layout.section_at(item.body.start).heading
        is_measure = bool(heading and _MEASURES.search(layout.cut(heading))) and item.is_run_in
        source, weight = ("item", 5.0) if is_measure else ("point", 1.0)
        yield Candidate(words, item.name, kind_of(words), source, weight)


def capitalised_names(layout: Layout) -> Iterator[Candidate]:
    """Return adjective and noun where the adjective has a capital inside a sentence."""
    for hit in _CAPITALISED.finditer(layout.text):
        noun = hit["noun"].split()[0]
        if noun.lower().endswith(tuple(word_group("offices"))) or NO_UNDERTAKING.search(noun):
            continue
        name = f"{_nominative(hit['adjective'], noun)} {hit['noun']}"
        yield Candidate(
            name, Span(hit.start("adjective"), hit.end()), kind_of(name), "capitalised", 1.5
        )


def _nominative(adjective: str, noun: str) -> str:
    known = read_noun(noun)
    if adjective.endswith("e") or known is None or known.is_plural:
        return adjective
    stem = re.sub(r"(?:er|es|en|em)$", "", adjective)
    return stem + {"n": "es", "f": "e", "m": "er"}[known.head.gender]


def called_names(layout: Layout) -> Iterator[Candidate]:
    """Return what a sentence says is called so, where it says what it is."""
    for hit in _CALLED.finditer(layout.text):
        noun = read_noun(hit["noun"])
        if noun and noun.head.strength > 1 and not read_noun(hit["name"]):
            yield Candidate(hit["name"], Span(*hit.span("name")), noun.head.kind, "called", 2.0)
    for hit in _GIVEN.finditer(layout.text):
        yield Candidate(hit["name"], Span(*hit.span("name")), kind_of(hit["name"]), "called", 1.5)


def title_names(document: Document, layout: Layout) -> Iterator[Candidate]:
    """Return the part of a title before or after a colon or dash that the text repeats."""
    for part in re.split(r"\s*[:|]\s+|\s+[–-]\s+", document.title):
        name = part.strip(' „“"?!.')
        spans = (
            [Span(*hit.span()) for hit in re.finditer(re.escape(name), layout.text)] if name else []
        )
        is_name = name[:1].isupper() and len(name) <= MAX_TITLE_PART and not QUOTED.search(part)
        if is_name and len(spans) > 1 and not NO_UNDERTAKING.search(name):
            yield from (Candidate(name, span, kind_of(name), "repeated", 2.0) for span in spans)


def headline_names(document: Document, layout: Layout) -> Iterator[Candidate]:
    """Return the long nouns of a newsletter's headlines that the text below takes up."""
    if document.kind != "newsletter":
        return
    for section in layout.sections:
        line = layout.cut(section.heading) if section.heading else ""
        words = {
            hit.group().lower() for hit in _WORD.finditer(line.title() if line.isupper() else line)
        }
        for hit in _WORD.finditer(layout.text, section.body.start, section.body.end):
            word = hit.group()
            if len(word) < MIN_HEADLINE_CHARS or word.lower() not in words:
                continue
            if not read_noun(word) and word not in word_group("not_shared"):
                yield Candidate(word, Span(*hit.span()), kind_of(word), "headline", 1.0)
