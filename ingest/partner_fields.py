"""Says in what part of a page somebody stands: a field of partners, a table, a line of towns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ingest.layout import Field, Span
from ingest.scopes import ActorMention, Scope, Source

__all__ = ["LEAD_LABEL", "PARTNER_LABEL", "Place", "own_fields", "place_of"]

PARTNER_LABEL = re.compile(
    r"^(?:(?:sonstige|weitere|alle|die)\s+)?(?:Beteiligte|Teilnehmende|Kooperierende"
    r"|Mitwirkende)?\s*(?:Kommunen|Städte|Partner\w*|Kooperationspartner|Projektpartner|Beteiligte?"
    r"|Mitglieder|Mitgliedskommunen|Verbandsmitglieder|Verbundpartner|Partnerkommunen"
    r"|Wer\s+(?:ist\s+dabei|macht\s+mit|gehört\s+dazu)|Gemeinden?|Kommunen?|Dabei|Mit\s+dabei|Teilnehmer"
    r"|Gebietskörperschaften|Städte und Gemeinden|Träger|Gesellschafter|Zuständig"
    r"|Dienstleister|Betreiber|Auftragnehmer|Umsetzung\s+durch|(?:Wissenschaftliche\s+)?Begleitung)(?!\w)",
    re.I,
)
LEAD_LABEL = re.compile(
    r"^(?:Hauptverantwortlich\w*|Feder\w+|Leitkommune|Träger(?!\w*\s*:.*,)|Projektträger|Leitung"
    r"|Koordination|Konsortial\w+|Antragsteller\w*|Verantwortlich\w*)",
    re.I,
)
_LOCATION = re.compile(
    r"\((?:im\s+)?(?:Land)?[Kk]reis\s[^)]*\)|Geschäftssitz\s\S+|mit\s+(?:Haupt)?[Ss]itz\s+in\s\S+"
    r"|Regierungsbezirk\s\S+|\b(?:aus|in)\s+den\s+Kreisen\s[^,.]{0,60}(?=,\s*(?:nämlich"
    r"|darunter))|\bim\s+(?:\w+\s+)?(?:Land)?[Kk]reis\s\S+|\bKreise?s?\s\S+(?=\s+gelegen)"
)
_DATELINE = re.compile(
    r"\A[*_\s]*[A-ZÄÖÜ][\w()./ –-]{2,60}?(?:[.:]|,\s\d[^.]{3,20}[.–-]|\s[–-])(?=\s)"
)
_BULLET = re.compile(r"^\s*(?:[-•*▸>]|\d{1,2}[.)])\s")
# A paragraph of names is a list when towns fill this part of it.
LIST_COVER = 0.6

PlaceKind = Literal[
    "partners",
    "leads",
    "fields",
    "row",
    "first_cell",
    "line",
    "dateline",
    "location",
    "name",
    "heading",
    "bullet",
    "prose",
]


@dataclass(frozen=True, slots=True)
class Place:
    """What part of a page a mention stands in, and the label of its field."""

    kind: PlaceKind
    field: str = ""


def place_of(source: Source, mention: ActorMention) -> Place:
    """Return the part of the page in which a mention stands."""
    layout, span = source.layout, mention.span
    row = layout.row_at(span.start)
    if row:
        return Place("first_cell" if row.cells[0].holds(span.start, span.end) else "row")
    field = next((f for f in layout.fields if f.start <= span.start < f.end), None)
    if field and PARTNER_LABEL.match(field.label):
        return Place("partners", field.label)
    if field and LEAD_LABEL.match(field.label):
        return Place("leads", field.label)
    return Place(_kind_in_text(source, span), field.label if field else "")


def _kind_in_text(source: Source, span: Span) -> PlaceKind:
    layout = source.layout
    line, paragraph = layout.line_at(span.start), layout.paragraph_at(span.start)
    words = layout.cut(line)
    dateline = _DATELINE.match(words)
    if dateline and line.start + dateline.end() >= span.end and line.start == paragraph.start:
        return "dateline"
    if any(start <= span.start < end for start, end in source.document.headings):
        return "heading"
    if any(
        line.start + hit.start() <= span.start and span.end <= line.start + hit.end()
        for hit in _LOCATION.finditer(words)
    ):
        return "location"
    if _is_list_of_towns(source, line):
        return "line"
    return "bullet" if _BULLET.match(words) else "prose"


def _is_list_of_towns(source: Source, line: Span) -> bool:
    inside = source.actors_in(line)
    covered = sum(m.span.end - m.span.start for m in inside)
    return len(inside) > 1 and covered > LIST_COVER * (line.end - line.start)


def own_fields(source: Source, scope: Scope, label: re.Pattern[str]) -> Iterator[Field]:
    """Yield labelled values of the main undertaking; others have theirs in their table row."""
    for field in source.layout.fields:
        if scope.is_main and label.match(field.label) and source.layout.row_at(field.start) is None:
            yield field
    spans = [row.span for row in source.layout.rows if row.span in scope.near]
    for row in source.layout.rows:
        if row.span in spans:
            for head, cell in zip(row.header, row.cells, strict=True):
                if label.match(head):
                    yield Field(head, source.layout.cut(cell), cell.start, cell.end)
        elif scope.is_main and len(row.cells) == 2 and label.match(source.layout.cut(row.cells[0])):
            cell = row.cells[1]
            yield Field("", source.layout.cut(cell), cell.start, cell.end)
