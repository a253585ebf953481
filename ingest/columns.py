"""Reads tables of people by the heads of their columns: `Name | Funktion | Haus`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed
from ingest.names import NameMention
from ingest.roles import is_role_noun, is_unit
from ontology.model import Actor

__all__ = ["column_heads", "in_columns"]

_ROLE = re.compile(
    r"(?:Funktion|Rolle|Aufgabe|Amt|Was$|Position|Dienststellung|Zuständig(?:keit)?|Bereich|Tätigkeit|Beruf|"
    r"Fachbereich|Abteilung|Stellung)(?:\s.*)?$"
)
_BODY = re.compile(
    r"(?:Haus|Organisation|Institution|Stelle|Behörde|Kommune|Verwaltung|Einrichtung|Dienststelle|Firma|Unternehmen|"
    r"Stadt|Gemeinde|Mitglied|Herkunft|Ort|Partner|Verband|Arbeitgeber|Vertretene\s\w+|Für|Aus|Von(?!\s(?:[–-]|bis)))"
    r"(?:\s?/\s?\w+|\s.*)?$"
)
_PERSON = re.compile(
    r"(?:Name|Person|Wer|Teilnehm\w+|Vertret\w+|Ansprech\w+|Kontakt|Anwesend\w*|Mitglieder|Vor-?\s?und\s.*)(?:\W.*)?$"
)
# Nothing, or what somebody did that day, stands in such a cell instead of an office.
_EMPTY = re.compile(r"(?:[-–—]|entschuldigt|anwesend|fehlt|Gast|Online|per\s.*)?$", re.IGNORECASE)
MAX_CELL_CHARS = 80
# What a body may be called by one word: "Vereinslotse, Freiwilligenagentur".
_SOLE_BODY = re.compile(
    r"[A-ZÄÖÜ][\w-]+(?:[Aa]gentur|[Vv]erein|[Vv]erband|[Aa]mt|[Ss]telle|[Ss]tiftung|[Zz]entrum|[Bb]und|"
    r"[Ww]erke?|[Bb]etriebe?|[Ss]chule|[Bb]ücherei|[Bb]ibliothek|[Mm]useum|[Aa]rchiv|[Kk]ammer|[Gg]esellschaft)"
)


def in_columns(flat: str, name: NameMention, actors: Actors) -> Iterator[Claimed]:
    """Yield the office and body that the columns of a table give the person of a row."""
    start = flat.rfind("\n", 0, name.start) + 1
    header = column_heads(flat, start)
    column = flat.count(" | ", start, name.start)
    if column >= len(header) or not _PERSON.match(header[column]):
        return
    cells = list(_cells(flat, start))
    role: str | None = None
    actor: Actor | None = None
    for head, (begin, end) in zip(header, cells, strict=False):
        text = flat[begin:end].strip()
        if _EMPTY.match(text) or end - begin > MAX_CELL_CHARS or begin <= name.start < end:
            continue
        inside = actors.inside(begin, end + 1)
        if _BODY.match(head):
            actor = inside[0].actor if inside else Actor(text)
        elif _ROLE.match(head):
            office = _office_in(text, [flat[one.start : one.end] for one in inside])
            role = office.role
            actor = office.body or (inside[0].actor if inside else actor)
    if role or actor:
        yield Claimed(role, actor, start, cells[-1][1])


@dataclass(frozen=True, slots=True)
class _Office:
    role: str | None
    body: Actor | None = None


def _office_in(text: str, bodies: Sequence[str]) -> _Office:
    """Return what a cell says of an office: "Projektleiter, Stabsstelle Digitales"."""
    office, _, rest = text.partition(", ")
    if bodies and rest.startswith(bodies[0]):
        return _Office(office)
    is_body = bool(bodies) and rest.endswith(bodies[-1]) and is_role_noun(office)
    if rest and " " in rest and (is_body or is_unit(rest.split()[0])):
        return _Office(office, Actor(rest))
    if not bodies and is_role_noun(office) and _SOLE_BODY.fullmatch(rest):
        return _Office(office, Actor(rest))
    return _Office(None if bodies else text)


def column_heads(flat: str, row: int) -> list[str]:
    """Return the heads of the columns of the table that a row stands in, none for its first row."""
    top = row
    while top > 0:
        above = flat.rfind("\n", 0, top - 1) + 1
        if " | " not in flat[above : top - 1]:
            break
        top = above
    if top == row:
        return []
    return [cell.strip() for cell in flat[top : flat.find("\n", top)].split(" | ")]


def _cells(flat: str, row: int) -> Iterator[tuple[int, int]]:
    end = flat.find("\n", row)
    at, end = row, len(flat) if end < 0 else end
    while True:
        stop = flat.find(" | ", at, end)
        yield at, stop if stop >= 0 else end
        if stop < 0:
            return
        at = stop + len(" | ")
