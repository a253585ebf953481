"""Finds the awards that somebody in a document won, each once however often it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.award_words import (
    AWARD_LABEL,
    NEVER_WON,
    NOT_WON,
    SURELY_WON,
    WON,
    WON_THERE,
    category,
    competition,
    listed_name,
    rank,
)
from ingest.dates import find_dates
from ingest.entities import Entities
from ingest.layout import Layout, Span, read_layout
from ingest.scopes import Source, read_source
from ontology.model import Award, Document, Project

__all__ = ["find_awards"]

# Below this likeness two names mean two competitions (rapidfuzz's token set, 0 to 100).
SAME_NAME = 85
# News items open with their day; our choice.
DAY_CHARS = 25


# How long something holds is not when it won: "bis 2030", "ab 2024".
_LASTS = re.compile(r"\b(?:[Bb]is|[Aa]b)\s(?:zum\s|Ende\s)?$")


def find_awards(
    document: Document, entities: Entities, projects: tuple[Project, ...]
) -> tuple[Award, ...]:
    """Return the awards won, in order of first mention."""
    layout = read_layout(document)
    source = read_source(document, layout, entities)
    merged: list[Award] = []
    stretches = zip(layout.sentences, (*layout.sentences[1:], None), strict=False)
    lists = _lists(layout)
    for listed in lists:
        merged.extend(_listed(source, listed, projects))
    for sentence, following in stretches:
        if any(sentence.start < each.end and each.start < sentence.end for each in lists):
            continue
        for award in _read(source, sentence, following, projects):
            _put(merged, award)
    place = rank(document.title)
    if place and len(merged) == 1 and merged[0].rank is None:
        merged[0] = replace(merged[0], rank=place)
    return tuple(
        award if award.award else replace(award, award=award.category or "") for award in merged
    )


def _put(merged: list[Award], award: Award) -> None:
    """Add an award, or join it to what is known of it.

    A sentence that names a category alone speaks of the competition named last.
    """
    if not award.award and merged:
        last = merged[-1]
        if last.category in {None, award.category}:
            merged[-1] = _merge(last, award)
        else:
            merged.append(replace(award, award=last.award, year=last.year or award.year))
        return
    same = next((i for i, known in enumerate(merged) if _is_same(known, award)), None)
    if same is None:
        merged.append(award)
    else:
        merged[same] = _merge(merged[same], award)


def _read(
    source: Source, sentence: Span, following: Span | None, projects: tuple[Project, ...]
) -> Iterator[Award]:
    words = source.layout.cut(sentence)
    behind = source.layout.cut(following) if following else ""
    if not WON.search(words) and competition(words)[0] and WON_THERE.match(behind):
        words = f"{words} {behind}"
    if not _is_won(words):
        return
    won_in, category_year = category(words)
    name, name_year = competition(words)
    if not name and not won_in:
        return
    yield Award(
        award=name or "",
        evidence=(source.layout.quote(sentence, confidence=0.8),),
        category=won_in,
        year=name_year or category_year or _year_of(source, words, sentence),
        rank=rank(words),
        recipient=_recipient(source, sentence),
        project=_project(sentence, projects),
    )


def _is_won(words: str) -> bool:
    if not WON.search(words) or NEVER_WON.search(words):
        return False
    return not NOT_WON.search(words) or bool(SURELY_WON.search(words))


def _lists(layout: Layout) -> tuple[Span, ...]:
    """Return the stretches under a label or heading of awards."""
    fields = [Span(f.start, f.end) for f in layout.fields if AWARD_LABEL.match(_bare(f.label))]
    bodies = [
        section.body
        for section in layout.sections
        if section.heading and AWARD_LABEL.match(_bare(layout.cut(section.heading)))
    ]
    return (*fields, *bodies)


def _bare(label: str) -> str:
    return label.strip(" *#:")


def _listed(source: Source, listed: Span, projects: tuple[Project, ...]) -> Iterator[Award]:
    for start, end in _entries(source.layout.cut(listed)):
        span = Span(listed.start + start, listed.start + end)
        entry = source.layout.cut(span)
        if NEVER_WON.search(entry) or NOT_WON.search(entry):
            continue
        won_in, category_year = category(entry)
        name, year = competition(entry)
        if not name:
            name, year = listed_name(entry)
        if name and not _NOTHING.match(name):
            yield Award(
                award=name,
                evidence=(source.layout.quote(span, confidence=0.7),),
                category=won_in,
                year=year or category_year or _year_of(source, entry, span),
                rank=rank(entry),
                recipient=_recipient(source, span),
                project=_project(span, projects),
            )


def _entries(listed: str) -> Iterator[tuple[int, int]]:
    """Yield the entries of a list: by semicolon, line, or comma behind a year."""
    start = 0
    for found in (*_BETWEEN_ENTRIES.finditer(listed), None):
        end = found.start() if found else len(listed)
        if listed[start:end].strip():
            yield start, end
        start = found.end() if found else end


_BETWEEN_ENTRIES = re.compile(
    r"\s*[;\n]\s*|(?:(?<=\d{4})|(?<=\d{4}\))),\s(?!Kategorie|Sparte|Rubrik|Platz|Rang)(?=[A-ZÄÖÜ„])"
)
_NOTHING = re.compile(r"(?:noch\s+)?keine?|entfällt|–|-", re.I)


def _year_of(source: Source, words: str, span: Span) -> str | None:
    """Return the year a sentence names, else that of the day its paragraph opens with."""
    paragraph = source.layout.paragraph_at(span.start)
    opening = source.layout.text[paragraph.start : min(span.start, paragraph.start + DAY_CHARS)]
    told = [date for date in find_dates(words) if not _LASTS.search(words[: date.start])]
    dates = (*told, *find_dates(opening))
    if dates:
        return dates[0].iso[:4]
    return source.document.date[:4] if source.document.date else None


def _recipient(source: Source, sentence: Span) -> str | None:
    words = source.layout.cut(sentence)
    group = re.search(
        r"\b(?:die|der|den)\s+(?P<name>[a-zäöüß]+(?:ischen|er)\s+(?:Kommunen|Städte|Gemeinden"
        r"|Rathäuser|Digitalisierungsbeauftragten))",
        words,
    )
    if group:
        return group["name"]
    won = WON.search(words)
    inside = source.actors_in(sentence)
    if not inside or won is None:
        return None
    at = sentence.start + won.start()
    return min(inside, key=lambda m: (abs(m.span.start - at), m.span)).actor.name


def _project(sentence: Span, projects: Sequence[Project]) -> str | None:
    for project in projects:
        if any(sentence.holds(e.start, e.end) for e in project.evidence):
            return project.name
    return projects[0].name if projects else None


def _names(award: Award) -> Iterator[str]:
    yield from (name for name in (award.award, award.category) if name)


def _is_same(known: Award, other: Award) -> bool:
    years = {known.year, other.year} - {None}
    alike = any(
        fuzz.token_set_ratio(one.casefold(), two.casefold()) >= SAME_NAME
        for one in _names(known)
        for two in _names(other)
    )
    complement = not known.award or not other.award or not known.category
    return alike and (len(years) < 2 or complement)


def _merge(known: Award, other: Award) -> Award:
    return replace(
        known,
        award=known.award or other.award,
        evidence=(*known.evidence, *other.evidence),
        category=known.category or other.category,
        year=known.year or other.year,
        rank=known.rank or other.rank,
        recipient=known.recipient or other.recipient,
        project=known.project or other.project,
    )
