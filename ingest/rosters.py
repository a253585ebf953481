"""Reads lists and tables in which the employer stands before the name or above it."""

import re
from collections.abc import Sequence

from ingest.actor_spans import Actors
from ingest.columns import column_heads
from ingest.descriptions import Claimed
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import is_role_noun, is_unit, role_phrases, singular_for

__all__ = ["headed_by_role", "headed_list", "listed_under"]

_GAP = re.compile(r"(?::|\s\||\s–|\s-|,)?\s(?:(?:Herrn?|Frau)\s)?|\s\((?:(?:Herrn?|Frau)\s)?")
# A part of the town hall between its town and the name: "Stadt X, Sachgebiet Vermessung (A B)".
_UNIT_GAP = re.compile(r",\s(?P<unit>[A-ZÄÖÜ][^,;:()\n|]{2,60}?)(?:\s\(|,\s)(?:(?:Herrn?|Frau)\s)?")
# A part of the town hall in front of its town: "Bauhof X, Herr B".
_UNIT_BEFORE = re.compile(r"(?:\| |: |- |\n|^)(?P<unit>[A-ZÄÖÜ][\w-]+) $")
# Between a town and a name stands the office: "Lemgo – Kämmerin A B".
_OFFICE_GAP = re.compile(r"\s?[:–|-]\s(?P<office>[^:|–\n]{3,60})\s")
_INTRODUCED = re.compile(
    r"(?:^|\n|[|;:(,–-]|(?<!\w)(?:von|vom|aus|für|der|die|dem|den|beim?|seitens|und)\s?)\s?$",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"(?:[-–•*]\s|\d+[.)]\s)?(?:(?:Herrn?|Frau)\s)?")
# Longer lists under one heading are sections of prose.
_MAX_LINES_UP = 12
_MAX_ENTRY_CHARS = 140
# What a heading over a list of persons says of all of them: "Lotsinnen und Lotsen".
_HEADING = re.compile(
    r"(?:Unsere\s|Ihre\s|Die\s)?(?P<noun>[A-ZÄÖÜ][\w-]*(?:[:*_/]-?innen)?)"
    r"(?:\sund\s[A-ZÄÖÜ][\w-]*)?(?:\s(?:der|in|im|aus|vor)\s[^.:|]{2,40})?:?"
)


def listed_under(
    flat: str, names: Sequence[NameMention], index: int, actors: Actors
) -> list[Claimed]:
    """Return the employer of "Stadt X | A B", "aus X: A B und C D", or of a heading "Stadt X"."""
    return _beside(flat, names, index, actors) or _above(flat, names, index, actors)


def _beside(flat: str, names: Sequence[NameMention], index: int, actors: Actors) -> list[Claimed]:
    name = names[index]
    line_start = flat.rfind("\n", 0, name.start) + 1
    near = [one for one in actors.before(name.start, back_to=line_start) if not one.is_genitive]
    if not near:
        return []
    gap = flat[near[0].end : name.start]
    is_label = gap.lstrip().startswith((":", "|", "–"))
    for other in names[:index]:
        if other.start >= near[0].end and is_label:
            gap = gap.replace(flat[other.start : other.end], "", 1)
    is_row = is_label and re.fullmatch(r"\s?[:|–]\s(?:,\s|\sund\s|;\s)*", gap) is not None
    housed = _UNIT_BEFORE.search(flat, line_start, near[0].start)
    if housed and is_unit(housed["unit"]) and _GAP.fullmatch(gap):
        return [Claimed(housed["unit"], near[0].actor, housed.start("unit"), name.end)]
    is_introduced = _INTRODUCED.search(flat[line_start : near[0].start] or "\n") is not None
    opens_cell = flat[max(0, near[0].start - 2) : near[0].start] in ("| ", "", "- ", "* ", "; ")
    is_comma_pair = gap.startswith(",") and near[0].start > line_start and not opens_cell
    unit = _UNIT_GAP.fullmatch(gap)
    if unit and is_unit(unit["unit"].split()[0]):
        return [Claimed(unit["unit"], near[0].actor, near[0].start, name.end)]
    is_bracketed = gap.startswith(" (") and flat[name.end : name.end + 1] == ")"
    is_beside = (
        ((opens_cell or near[0].start == line_start) and _is_office_gap(gap))
        or (is_bracketed and _GAP.fullmatch(gap))
        or (gap == ": " and near[0].kind == "organisation")
        or (is_introduced and not is_comma_pair and (is_row or _GAP.fullmatch(gap)))
        or (near[0].start == line_start and _is_row_of_offices(gap))
    )
    return [Claimed(None, near[0].actor, near[0].start, name.end)] if is_beside else []


def _is_office_gap(gap: str) -> bool:
    found = _OFFICE_GAP.fullmatch(gap)
    phrase = found and next(role_phrases(gap, *found.span("office")), None)
    return bool(found and phrase and phrase.span == found.span("office"))


def _is_row_of_offices(gap: str) -> bool:
    """Return whether behind a label stand offices, each of a name already left out of the gap."""
    if not gap.startswith(": "):
        return False
    entries = [entry.strip() for entry in re.split(r",|;|\sund\s", gap[1:])]
    phrases = (next(role_phrases(one, 0, len(one)), None) for one in entries if one)
    return all(phrase is not None and phrase.start == 0 for phrase in phrases)


def _above(flat: str, names: Sequence[NameMention], index: int, actors: Actors) -> list[Claimed]:
    """Return the actor that makes up the line over a list of names."""
    name = names[index]
    line_start = flat.rfind("\n", 0, name.start) + 1
    if not _LIST_MARK.fullmatch(flat[line_start : name.start]):
        return []
    for _ in range(_MAX_LINES_UP):
        end = line_start - 1
        line_start = flat.rfind("\n", 0, max(0, end)) + 1
        line = flat[line_start : max(line_start, end)]
        if not line.strip():
            return []
        heading = actors.inside(line_start, end + 1)
        if heading and _is_heading(line.strip(" :"), flat[heading[0].start : heading[0].end]):
            return [Claimed(None, heading[0].actor, heading[0].start, name.end, is_inferred=True)]
        if not _opens_with_name(flat, line_start, end, names):
            return []
    return []


def _is_heading(line: str, actor: str) -> bool:
    """Return whether a line names an actor, or one of its parts, and nothing else."""
    if line == actor:
        return True
    rest = line.removeprefix(f"{actor}, ")
    return rest != line and is_unit(rest.split(" ")[0])


def _opens_with_name(flat: str, start: int, end: int, names: Sequence[NameMention]) -> bool:
    return any(
        start <= one.start < end and _LIST_MARK.fullmatch(flat[start : one.start]) for one in names
    )


def headed_by_role(flat: str, name: NameMention) -> list[Claimed]:
    """Return the role that heads the table column in which the name stands."""
    start = flat.rfind("\n", 0, name.start) + 1
    column = flat.count(" | ", start, name.start)
    heads = column_heads(flat, start)
    heading = heads[column] if column < len(heads) else ""
    phrase = next(role_phrases(heading, 0, len(heading)), None)
    if phrase is None or phrase.start > 0:
        return []
    return [Claimed(heading, None, name.start, name.end)]


def headed_list(flat: str, name: NameMention) -> list[Claimed]:
    """Return the role that a line over a list or table names: "Ansprechpartnerinnen"."""
    start = flat.rfind("\n", 0, name.start) + 1
    for _ in range(_MAX_LINES_UP):
        if start == 0 or not _is_entry(flat, start):
            return []
        end = start - 1
        start = flat.rfind("\n", 0, end) + 1
        noun = _HEADING.fullmatch(flat[start:end].strip())
        if noun and is_role_noun(noun["noun"]):
            role = singular_for(noun["noun"], is_female=is_woman(name.name))
            return [Claimed(role, None, name.start, name.end, is_inferred=True)]
    return []


def _is_entry(flat: str, start: int) -> bool:
    """Return whether a line is one of a list: short, and no sentence."""
    end = flat.find("\n", start)
    line = flat[start : end if end >= 0 else len(flat)].strip()
    return len(line) <= _MAX_ENTRY_CHARS and not line.endswith((".", "!", "?", "“"))
