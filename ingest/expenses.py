"""Finds what an undertaking costs, who works for it, and from which programmes money comes."""

import re
from collections.abc import Iterator

from ingest.layout import Span
from ingest.scopes import Scope, Source
from ontology.model import Claim

__all__ = ["find_costs", "find_programmes", "find_staff"]

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*|eine[rnm]?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    r"|zwanzig|dreißig|anderthalb|eineinhalb|zweieinhalb)"
)
_AMOUNT = re.compile(
    rf"(?:(?:rund|gut|etwa|knapp|circa|ca\.|mehr\s+als|über|bis\s+zu|fast)\s+)?"
    rf"(?<!\w){_NUMBER}\s*(?:Millionen?|Mio\.?|Milliarden?|Mrd\.?|Tausend)?\s*(?:Euro\b|€)"
    r"(?:\s+(?:im\s+(?:Jahr|Monat)|pro\s+(?:Jahr|Monat|Stunde|Kopf)|jährlich|monatlich"
    r"|je\s+(?:Stunde|Einwohner\w*)))?",
    re.I,
)
_COST_LABEL = re.compile(
    r"(?:kosten\b|^Kosten|Volumen|Investition|Aufwand|^Summe|Eigenanteil|Eigenkapital|Budget|Umlage"
    r"|Stundensatz|Kalkulation)",
    re.I,
)
_COST_WORDS = re.compile(
    r"\b(?:\w*[Kk]osten\b|kostet\w*|gekostet|Investition\w*|investier\w+|\w*[Vv]olumen|veranschlagt"
    r"|Aufwand|einsetzen|aufbringen|Eigenanteil\w*|Eigenkapital|Budget|Umlage|umgelegt|Kalkulation"
    r"|Stundensatz)"
)
# Money that is won, saved, owed, or would have been spent is no cost.
_NO_COST = re.compile(
    r"\b(?:spart\w*|gespart|einspar\w*|Preisgeld|dotiert|Forderungen|hätten?|Rede\s+gewesen"
    r"|Ursprünglich|Umsatz|Erlös\w*)"
)
_GIVEN = re.compile(
    r"\b(?:Förder\w*|geförder\w*|Zuschuss|Zuschüsse\w*|bezuschuss\w*|steuerte\w*|Zuwendung\w*)",
    re.I,
)
_ASKED = re.compile(r"(?:kostet|Kosten)[^?\n]{0,60}\?\s*$")
_COST_COLUMN = re.compile(r"jährlich|Kosten|Aufwand|Ausgaben", re.I)
_COST_HEADING = re.compile(r"kostet|Kosten|Finanz|Geld", re.I)

_STAFF_LABEL = re.compile(
    r"^(?:Stellen(?:anteile?|umfang|bedarf)?|Personal(?:bedarf|einsatz|aufwand|ausstattung)?"
    r"|Vollzeit\w*|Team)$",
    re.I,
)
_STAFF = re.compile(
    rf"(?<!\w)(?<![Aa]n\s){_NUMBER}(?:\s+[a-zäöüß]+e[nrs]?){{0,2}}\s+(?:"
    r"Vollzeit\w*|Teilzeit\w*|VZÄ|(?:Plan|Personal|Projekt)?[Ss]telle[n]?(?!\s+(?:der|des|die)\b)"
    r"|Beschäftigten?(?!\w)|Mitarbeit(?:er|erinnen|ende)\w*"
    r"|(?:Fach|Arbeits|Hilfs|Honorar|Leih)?[Kk]räften?(?!\w)|Fahrerinnen\s+und\s+Fahrer"
    r"|[A-ZÄÖÜ]\w+(?:lotsinnen|lotsen|manager|managerinnen|koordinatorinnen|schwestern))"
)
_TEAM = re.compile(r"\w+köpfig\w*\s+[A-ZÄÖÜ]\w+|\bhalben?\s+Stellen?(?!\w)")
_NO_STAFF = re.compile(
    r"\b(?:kaum|kein(?:e[ns]?)?|ohne)\s+(?:eigene[sn]?|zusätzliche[sn]?)\s+Personal"
)
_POST = re.compile(
    r"(?:den\s+Posten|eine\s+(?:neue\s+|eigene\s+)?(?:Plan|Projekt)?[Ss]telle)(?:\s+[\w-]+){0,4}?"
    r"\s+(?:eingerichtet|geschaffen|ausgeschrieben|besetzt)"
)
# "eine Stelle" alone is also a place; with these words it is a post.
_ONE_POST = re.compile(
    r"unbefristet|befristet|eingerichtet|geschaffen|ausgeschrieben|schrieb", re.I
)

_NAME = r"(?:(?:der|des|und|für|zur|zum|im|in|von)|[A-ZÄÖÜ][\w-]*|[a-zäöü]+(?:en|er|es))"
_PROGRAMME_LABEL = re.compile(r"^(?:Förder)?programm", re.I)
_PROGRAMMES = (
    re.compile(
        r"(?:[Pp]rogramms?|Förderaufruf\w*|Förderlinie|Modellprojekte)\s+„(?P<name>[^“\n]{3,80})“"
    ),
    re.compile(r"\b(?:Land|Bund|EU)\w*\s*\(„(?P<name>[^“\n]{3,80})“\)"),
    re.compile(
        r"\b(?P<name>(?:Bundes|Landes|Förder|Sonder|Investitions)?[Pp]rogramm)s?"
        rf"(?P<tail>\s+(?:zur|für)(?:\s+{_NAME}){{1,6}}|(?:\s+[A-ZÄÖÜ][\w-]*)(?:\s+{_NAME}){{0,5}})"
    ),
    re.compile(
        r"\b(?P<name>Richtlinie\s+(?:[A-ZÄÖÜ][\w-]*)(?:\s+[A-ZÄÖÜ][\w-]*){0,3}"
        r"|Modellprojekte\s+„?Smart\s+Cities)"
    ),
)
# What pays under a name of its own, by the heads of such names and the funds of the EU.
_PAYING = re.compile(
    r"\b(?P<name>Städtebauförderung|Dorferneuerung|Gemeinschaftsaufgabe|Regionalisierungsmittel"
    r"|[A-ZÄÖÜ][\w-]*(?:fonds|richtlinie|[Pp]akt)|(?:[A-ZÄÖÜ][a-z]+\s+){1,3}Fund"
    r"|Europäische[rn]?\s+Fonds\s+für\s+regionale\s+Entwicklung"
    r"|LEADER|EFRE|ELER|ESF(?:\s?Plus|\+)?|Interreg(?:\s+[A-Z]+)?|GAK|REACT-EU|OZG-Mittel)n?(?![\w])"
)
_PAID = re.compile(
    r"\b(?:förder\w*|geförder\w*|finanzier\w*|bezahlt|bezuschuss\w*|trägt|übernimmt|gibt|Zuschuss"
    r"|zuschüsse\w*|stammt|aus\s+(?:dem|der|den)|mittel\w*|LEADER-Projekt\w*)",
    re.I,
)
_CLOSING = re.compile(r"(?:\s+(?:der|des|und|für|zur|zum|im|in|von|[a-zäöü]+))+$")


def find_costs(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the amounts that an undertaking costs, in the words of the text."""
    found: dict[str, Claim] = {}
    for span, part in _cost_parts(source, scope):
        for hit in _AMOUNT.finditer(part):
            value = _one_line(hit.group())
            found.setdefault(value, Claim(value, source.layout.quote(span, confidence=0.7)))
    return tuple(found.values())


def _cost_parts(source: Source, scope: Scope) -> Iterator[tuple[Span, str]]:
    """Yield sentences, rows and fields about costs, with the part that the cost stands in."""
    layout = source.layout
    for label, span in _labelled(source, scope):
        words = layout.cut(span)
        if _COST_LABEL.search(label) and not _GIVEN.search(label):
            yield span, words
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        words = layout.cut(span)
        if not _AMOUNT.search(words):
            continue
        if _is_listed_cost(source, span):
            yield span, words
            continue
        line = layout.line_at(span.start)
        asked = _ASKED.search(layout.text[line.start : span.start])
        parts = re.split(r";|, davon", words)
        yield from (
            (span, part)
            for number, part in enumerate(parts)
            if not _NO_COST.search(part) and (_COST_WORDS.search(part) or (asked and number == 0))
        )


def _is_listed_cost(source: Source, span: Span) -> bool:
    """Return whether a stretch is a row of two cells in a table of costs, and no grant."""
    layout = source.layout
    row = layout.row_at(span.start)
    if row is None or len(row.cells) != 2 or _GIVEN.search(layout.cut(row.span)):
        return False
    heading = layout.section_at(span.start).heading
    about = bool(heading and _COST_HEADING.search(layout.cut(heading)))
    return about or bool(_COST_COLUMN.search(row.header[-1]))


def find_staff(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return how many posts or people an undertaking takes, in the words of the text."""
    found: dict[str, Claim] = {}
    for label, span in _labelled(source, scope):
        if _STAFF_LABEL.match(label):
            _add(found, source, span, source.layout.cut(span))
    for span in dict.fromkeys((*scope.near, *scope.wide)):
        words = source.layout.cut(span)
        for pattern in (_STAFF, _TEAM, _NO_STAFF, _POST):
            for hit in pattern.finditer(words):
                is_bare = re.match(r"(?:eine|einer|einen)\s+\w*[Ss]telle", hit.group())
                if pattern is _STAFF and is_bare and not _ONE_POST.search(words):
                    continue
                _add(found, source, span, hit.group())
    return tuple(found.values())


def find_programmes(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the names of the programmes, funds and guidelines that an undertaking is paid from."""
    found: dict[str, Claim] = {}
    for label, span in _labelled(source, scope):
        if _PROGRAMME_LABEL.match(label):
            _add(found, source, span, re.split(r"\s*[(:;\n]", source.layout.cut(span))[0])
    for span in dict.fromkeys((*scope.near, *scope.wide, *_headers(source, scope))):
        words = source.layout.cut(span)
        for pattern in _PROGRAMMES:
            for hit in pattern.finditer(words):
                tail = hit.groupdict().get("tail") or ""
                _add(found, source, span, _CLOSING.sub("", hit["name"] + tail))
        for hit in _PAYING.finditer(words) if _PAID.search(words) else ():
            _add(found, source, span, hit["name"])
    return tuple(found.values())


def _headers(source: Source, scope: Scope) -> Iterator[Span]:
    """Yield the table headers above the rows of an undertaking."""
    for row in source.layout.rows:
        if row.span in scope.near and any("(„" in head for head in row.header):
            above = source.layout.text.rfind(row.header[0], 0, row.span.start)
            if above >= 0:
                yield source.layout.line_at(above)


def _labelled(source: Source, scope: Scope) -> Iterator[tuple[str, Span]]:
    for row in source.layout.rows:
        if row.span in scope.near:
            cells = zip(row.header, row.cells, strict=True)
            yield from ((head, Span(cell.start, cell.end)) for head, cell in cells)
    if scope.is_main:
        fields = (field for field in source.layout.fields if field.value.strip())
        yield from ((field.label, Span(field.start, field.end)) for field in fields)


def _add(found: dict[str, Claim], source: Source, span: Span, words: str) -> None:
    value = _one_line(words)
    known = next((one for one in found if value.casefold() in one.casefold()), None)
    if value and known is None:
        found[value] = Claim(value, source.layout.quote(span, confidence=0.7))


def _one_line(text: str) -> str:
    return " ".join(text.split()).strip(" .;,|")
