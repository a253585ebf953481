"""Says which stretches of a text speak of which undertaking, and who is named in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.entities import Entities
from ingest.items import find_items
from ingest.layout import Layout, Span
from ingest.project_choice import Named
from ontology.model import Actor, Document

__all__ = ["ActorMention", "Scope", "Source", "is_elsewhere", "read_source", "scope_of"]

_BELONGS_ELSEWHERE = re.compile(
    r"zum\s+Vergleich|anders\s+als\b|woanders|anderswo|Verwechslung|zu\s+verwechseln|Lesen\s+Sie"
    r"|Vorbild\s+war|Über\s+die\s+Region"
    r"|Kurzprofil|weiteren?\s+Platzierten|Opfer\s+von|Mehr\s+aus\b|Weitere\s+Meldungen"
    r"|Kurz\s+gemeldet|Was\s+andere|Aus\s+anderen|Stellenmarkt|Redaktion:|Zur\s+Person|^\s*Fotos?\b",
    re.I,
)


# A sentence that begins so goes on about what the one before it named.
_RESUMES = re.compile(
    r"(?:\w+\s+)?(?:[Ii]hre?[nmrs]?|[Ss]eine?[nmrs]?|[Ss]ie|[Ee]r|[Dd]iese[rsnm]?|[Dd]ort|[Dd]arin"
    r"|[Dd]avon|[Ss]either|[Dd]eren|[Dd]essen)\b"
)


@dataclass(frozen=True, slots=True, order=True)
class ActorMention:
    """Where a municipality, county or other organisation is named."""

    span: Span
    actor: Actor


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its layout and everyone it names, as the fact finders read it."""

    document: Document
    layout: Layout
    entities: Entities
    actors: tuple[ActorMention, ...]

    def actors_in(self, span: Span) -> tuple[ActorMention, ...]:
        """Return who is named in a stretch, in order."""
        return tuple(m for m in self.actors if span.holds(m.span.start, m.span.end))

    @property
    def place_words(self) -> frozenset[str]:
        """The words of which the names of the document's municipalities consist."""
        names = [mention.name for mention in self.entities.municipalities]
        names += [place.name for place in self.entities.places if hasattr(place, "name")]
        return frozenset(word for name in names for word in re.findall(r"[\w-]{3,}", name))


@dataclass(frozen=True, slots=True)
class Scope:
    """The stretches that speak of one undertaking: named in them, or about nothing else."""

    named: Named
    is_main: bool
    near: tuple[Span, ...]
    wide: tuple[Span, ...]
    others: tuple[Span, ...] = ()
    """Where the other undertakings of the document are named."""


def read_source(document: Document, layout: Layout, entities: Entities) -> Source:
    """Return the document with all mentions of actors in order of the text."""
    found = [
        ActorMention(Span(e.start, e.end), Actor(m.name, m.ags))
        for m in entities.municipalities
        for e in m.evidence
    ]
    found += [
        ActorMention(Span(e.start, e.end), Actor(o.name))
        for o in entities.organisations
        for e in o.evidence
    ]
    found.sort(key=lambda m: (m.span, m.actor.name))
    return Source(document, layout, entities, tuple(found))


def scope_of(source: Source, named: Named, everyone: Sequence[Named]) -> Scope:
    """Return where a document speaks of an undertaking; the first of `everyone` is the main one."""
    layout = source.layout
    is_main = named is everyone[0] and source.document.kind != "newsletter"
    near = tuple(dict.fromkeys(_sentence_or_row(layout, span) for span in named.mentions))
    others = [span for other in everyone if other is not named for span in other.mentions]
    if is_main:
        items = tuple(item.body for item in find_items(layout) if item.is_run_in)
        wide = tuple(_main_sentences(layout, named, others, items))
    elif source.document.kind == "newsletter":
        bodies = _sections(layout, named)
        wide = tuple(
            sentence
            for sentence in layout.sentences
            if any(body.holds(sentence.start, sentence.end) for body in bodies)
            and not is_elsewhere(layout, sentence)
        )
    else:
        wide = (*_around(layout, near, others), *_own_item(layout, named))
    return Scope(named, is_main, near, wide, tuple(others))


def _sentence_or_row(layout: Layout, span: Span) -> Span:
    row = layout.row_at(span.start)
    return row.span if row else layout.sentence_at(span.start)


def _own_item(layout: Layout, named: Named) -> Iterator[Span]:
    """Return the sentences of the numbered part that has its text behind this name."""
    for item in find_items(layout):
        first = any(item.body.holds(span.start, span.end) for span in named.mentions)
        if item.is_run_in and first:
            yield from (s for s in layout.sentences if item.body.holds(s.start, s.end))


def _sections(layout: Layout, named: Named) -> tuple[Span, ...]:
    sections = [layout.section_at(span.start) for span in named.mentions]
    return tuple(dict.fromkeys(s.body for s in sections if s.heading))


def _main_sentences(
    layout: Layout, named: Named, others: list[Span], items: tuple[Span, ...]
) -> Iterator[Span]:
    """All sentences but those that speak only of another undertaking or of somebody else."""
    is_about_other = False
    last = Span(0, 0)
    for sentence in layout.sentences:
        names_other = any(sentence.holds(o.start, o.end) for o in others)
        names_own = any(sentence.holds(o.start, o.end) for o in named.mentions)
        goes_on = layout.paragraph_at(sentence.start) == last and bool(
            _RESUMES.match(layout.cut(sentence))
        )
        is_about_other = not names_own and (names_other or (is_about_other and goes_on))
        last = layout.paragraph_at(sentence.start)
        in_item = any(item.holds(sentence.start, sentence.end) for item in items)
        is_own = names_own or not (is_about_other or in_item)
        if is_own and not is_elsewhere(layout, sentence):
            yield sentence


def is_elsewhere(layout: Layout, sentence: Span) -> bool:
    """Return whether a sentence or its paragraph says that it speaks of somebody else."""
    paragraph = layout.paragraph_at(sentence.start)
    opening = layout.text[paragraph.start : paragraph.start + 60]
    return bool(
        _BELONGS_ELSEWHERE.search(layout.cut(sentence)) or _BELONGS_ELSEWHERE.search(opening)
    )


def _around(layout: Layout, near: tuple[Span, ...], others: list[Span]) -> Iterator[Span]:
    """Return naming sentences with what follows them, up to another undertaking's name."""
    for span in near:
        yield span
        if layout.row_at(span.start):
            continue
        paragraph = layout.paragraph_at(span.start)
        for sentence in layout.sentences:
            if sentence.start < span.end or sentence.start >= paragraph.end:
                continue
            if any(sentence.holds(o.start, o.end) for o in others):
                break
            yield sentence
