"""Finds names by their place: titles of profiles, labelled fields, rows of a table of measures."""

import re
from collections.abc import Iterator

from ingest.base_forms import base_form
from ingest.layout import Layout, Row, Span
from ingest.name_candidates import Candidate, kind_of
from ingest.naming_words import NO_UNDERTAKING, QUOTED
from ingest.sheet_titles import is_masthead
from ontology.model import Document, ProjectKind

__all__ = ["collapsed_rows", "tabled_names", "titled_names"]

# A title that names something stays on one line; longer ones tell a story.
MAX_TITLE_CHARS = 110
_AGREED = re.compile(
    r"^(?:Absprache|Vereinbarung|Art der Zusammenarbeit|Form der Zusammenarbeit)$", re.I
)
_ROW_HEADER = re.compile(
    r"^(?:Vorhaben|Maßnahmen?|Projekte?|Projektname|Teilprojekte?|Kooperation(?:en)?"
    r"|Leitprojekte?|Bezeichnung|Teilvorhaben|Angebote?|Aktion(?:en)?)$",
    re.I,
)
# What stands in the first column of a list of measures, the names in the second.
_CODE = re.compile(r"^(?:[A-ZÄÖÜ]{1,3}[ .-]?\d{1,2}\.?|\d{1,2}\.\d{1,2})$")
# A table of measures rarely has more rows than this many characters hold.
HEADER_REACH_CHARS = 1500
# Two columns are labels and values; a list of undertakings says who and when.
MIN_COLUMNS = 3
_COLLAPSED_HEADER = re.compile(
    r"^(?:Nr\.?\s\W*)?(?:Vorhaben|Maßnahme|Projekt)\b.{0,80}(?:Zuständig|Zeitraum|Stand"
    r"|Verantwortlich)",
    re.M,
)
_COLLAPSED = re.compile(
    r"^[A-Z]{1,2}\d{1,2}\s(?P<name>[A-ZÄÖÜ][^|\n]{4,80}?)\s(?=Fachbereich|Fachdienst|Stadt\b|Amt\b"
    r"|Kreis\b|Gemeinde\b|Landratsamt|Volkshochschule|Stabsstelle|Team|alle\b|bis\b|seit\b|ab\b"
    r"|20\d\d)",
    re.M,
)
_NAME_LABEL = re.compile(
    r"(?:Projekt(?:name|titel)?|Bezeichnung|Name des Projekts|Vorhaben|Kooperation)$"
)
_TITLE_FIELDS = {
    "projektsteckbrief": re.compile(
        r"(?:Projekt(?:name|titel)?|Bezeichnung|Name des Projekts|Vorhaben|Titel|Name"
        r"|Kooperation)$"
    )
}


_SHORT_LABEL = re.compile(r"(?:Abgekürzt|Abkürzung|Kurz(?:name|titel|form|bezeichnung)|Akronym)$")
# A name that stands on a line of its own is no sentence.
MAX_NAME_CHARS = 60
# The head of a profile takes no more of it.
EARLY_CHARS = 400
# What a short name is for: it fits on a door sign.
MAX_SHORT_CHARS = 25
# What stands above the name of a profile: its number, its series, the office that issues it.
_MASTHEAD = re.compile(
    r"^\W*(?:(?:Nr|Nummer|Ausgabe|Blatt)\b\W*)?\d*\W*$|·|\bFachbereich\b|\bDatenbank\b|^Steckbriefe?\b"
)

# "gemeinsamen Digitalen" before a noun
_ADJECTIVES = re.compile(r"^(?:[\w-]{3,}en )+(?=[A-ZÄÖÜ])")


def titled_names(document: Document, layout: Layout) -> Iterator[Candidate]:
    """Return the names that a profile or strategy carries as its title or names in a field."""
    wanted = _TITLE_FIELDS.get(document.kind, _NAME_LABEL)
    short = next((f.value.strip() for f in layout.fields if _SHORT_LABEL.match(f.label)), "")
    for field in layout.fields:
        if wanted.match(field.label) and 3 < len(field.value) <= MAX_TITLE_CHARS:
            name = _title_name(" ".join(field.value.split()))
            if short and len(short) <= MAX_SHORT_CHARS and short not in name:
                name = f"{name} ({short})"
            yield Candidate(name, Span(field.start, field.end), kind_of(name), "titled", 6.0)
    if document.kind in {"projektsteckbrief", "strategiepapier"}:
        line = _title_line(document, layout)
        name = _title_name(layout.cut(line)) if line else ""
        if document.kind == "projektsteckbrief" and _heads(line, name, layout):
            line = _first_heading(layout) or _first_line(layout)
            name = _title_name(layout.cut(line)) if line else ""
        if name and not _MASTHEAD.search(name):
            kind: ProjectKind = "strategie" if document.kind == "strategiepapier" else kind_of(name)
            yield Candidate(name, line or Span(0, 0), kind, "titled", 8.0)


def _title_line(document: Document, layout: Layout) -> Span | None:
    """Return the heading or early line that agrees best with the document's title."""
    words = _long_words(document.title)
    lines = [section.heading for section in layout.sections if section.heading]
    lines += [layout.line_at(paragraph.start) for paragraph in layout.paragraphs[:6]]
    fitting = [
        line
        for line in lines
        if len(layout.cut(line)) <= MAX_TITLE_CHARS and words & _long_words(layout.cut(line))
    ]

    def agreement(line: Span) -> tuple[float, int]:
        other = _long_words(layout.cut(line))
        return len(words & other) / len(words | other), -line.start

    return max(fitting, key=agreement, default=None)


def _first_heading(layout: Layout) -> Span | None:
    """Return the first heading that is no masthead (`Steckbrief Nr. 5`)."""
    lines = [section.heading for section in layout.sections if section.heading]
    early = [x for x in lines if x.start < EARLY_CHARS]
    return next((x for x in early if not _heads(x, _title_name(layout.cut(x)), layout)), None)


def _first_line(layout: Layout) -> Span | None:
    """Return the name with which the first line behind the masthead begins."""
    for paragraph in layout.paragraphs[:3]:
        line = layout.line_at(paragraph.start)
        words = layout.cut(line)
        name = re.split(r"\s+[–-]\s+", words)[0]
        is_field = any(line.holds(field.start, field.end) for field in layout.fields)
        is_name = len(name) <= MAX_NAME_CHARS and name[-1:] not in ".:"
        if is_name and not is_field and not _heads(line, words, layout):
            return Span(line.start, line.start + len(name))
    return None


def _heads(line: Span | None, name: str, layout: Layout) -> bool:
    """Return whether a line stands above the name of a profile and is none itself."""
    return bool(_MASTHEAD.search(name)) or (line is not None and is_masthead(layout.cut(line)))


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[\wäöüß]{4,}", text.lower()))


def _title_name(title: str) -> str:
    name = re.sub(
        r"^\W*(?:Projekt-?\s?[Ss]teckbrief|Steckbrief|Projekt(?:blatt|bogen|skizze)?|Lesefassung|Kurzprofil"
        r"|Projektprofil)\b\s*[:–-]?\s*",
        "",
        title.strip(" *#|"),
    )
    name = _without_preposition(name)
    name = re.sub(r"\s+[|–·-]\s+(?:Projekt)?[Ss]teckbrief\b.*$|, Stand\b.*$", "", name)
    name = next((part for part in re.split(r"\s*\|\s*", name) if part), name)
    quoted = QUOTED.search(name)
    named = quoted and not re.search(
        r"(?:\b(?:der|des|von|im|zum|zur|für)|[:,–-])\s*$", name[: quoted.start()]
    )
    if quoted and named and len(quoted["name"]) < len(name) - 4:
        return quoted["name"]
    name = re.split(r"\s+[–-]?\s*(?:Lesefassung|Kurzfassung|Entwurf|Zusammenfassung)\b", name)[0]
    return re.split(
        r"\s+(?:[–-]\s+)?(?:Beteiligung|Beitritt|Teilnahme|Sachstand)\b",
        _unquoted(name.strip(" *")),
    )[0].strip(" –-:")


def _without_preposition(name: str) -> str:
    """Return what a version to read belongs to: "Lesefassung zur interkommunalen Strategie"."""
    found = re.match(r"(zu[mr]|de[rs]) (?=\S)", name)
    if found is None:
        return name
    rest = name[found.end() :]
    if found.group(1) in ("zur", "der"):
        return _ADJECTIVES.sub(lambda some: some.group().replace("en ", "e "), rest)
    nominative = base_form(rest[0].upper() + rest[1:], found.group(1))
    return rest[0] + nominative[1:]


def _unquoted(name: str) -> str:
    """Return a name without the quotation marks that enclose all of it."""
    inner = name.strip('„“”"')
    return inner if name[:1] in '„“"' and not set(inner) & set('„“”"') else name


def tabled_names(layout: Layout) -> Iterator[Candidate]:
    """Return the cells of the columns that list undertakings."""
    for row in layout.rows:
        column = next(
            (i for i, cell in enumerate(row.header) if _ROW_HEADER.match(cell.strip(" *"))), None
        )
        if len(row.header) < MIN_COLUMNS:
            column = None
        if column is None and any(_AGREED.match(cell.strip(" *")) for cell in row.header[1:]):
            column = 0
        way, weight = "tabled", 6.0
        if column is None and _is_coded(layout, row):
            column, way, weight = 1, "counted", 1.0
        if column is None:
            continue
        cell = row.cells[column]
        name = re.sub(r"\s*\(.*?\)$", "", _unquoted(layout.cut(cell).strip(" *")))
        if NO_UNDERTAKING.search(layout.cut(cell)) or _is_only_announced(layout, row):
            continue
        span = Span(cell.start, cell.start + len(layout.cut(cell)))
        yield Candidate(name, span, kind_of(name), way, weight)


def _is_coded(layout: Layout, row: Row) -> bool:
    is_list = len(row.header) >= MIN_COLUMNS
    return is_list and bool(_CODE.match(layout.cut(row.cells[0]).strip(" *")))


def collapsed_rows(layout: Layout) -> Iterator[Candidate]:
    """Return the names in rows whose columns a PDF ran together: number, name, who, when."""
    for line in _COLLAPSED.finditer(layout.text):
        name = line["name"].strip()
        header = layout.text[max(0, line.start() - HEADER_REACH_CHARS) : line.start()]
        if _COLLAPSED_HEADER.search(header) and not NO_UNDERTAKING.search(name):
            span = Span(line.start("name"), line.start("name") + len(name))
            yield Candidate(
                re.sub(r"[\u2010-] (?=[a-z])", "", name), span, kind_of(name), "tabled", 6.0
            )


def _is_only_announced(layout: Layout, row: Row) -> bool:
    return bool(re.search(r"angekündigt|Idee|verworfen|zurückgestellt", layout.cut(row.cells[-1])))
