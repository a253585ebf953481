"""Reads out of a text itself who issued it: head, path of a page, dateline, foot, signature."""

import re
from collections.abc import Iterator

from ingest.actor_spans import Actors, ActorSpan, actor_of
from ingest.counties import county_names
from ingest.holder_candidates import Issuer
from ingest.place_names import spelled_places
from ontology.model import Actor

__all__ = ["written_issuers"]

# A letterhead is short and stands at the very top; our choice.
LETTERHEAD_LINES = 6
MAX_LETTERHEAD_CHARS = 80
_AUTHORITY = re.compile(
    r"(?:magistrat|verwaltung|bürgermeister(?:in)?|rat|kreistag|pressestelle|presseamt|landratsamt|·|projektblatt|große|"
    r"alte|steckbrief|große kreisstadt|hansestadt|kreisstadt|bekanntmachung|"
    r"(?:presse|medien)(?:mitteilung|information|info|dienst))(?:\sder|\sdes|\svon)?$"
)
# "Bad Driburg › Leben › Gesundheit": the path to a page begins with whose page it is.
_PATH = re.compile(r"\s[›»>]\s[^\n]*\s[›»>]\s|\s–\sRathaus\s–\s")
# Title, subtitle and caption stand before the dateline.
DATELINE_WITHIN_CHARS = 1500
_BEHIND_PLACE = re.compile(
    r"\.\s[A-ZÄÖÜ„\d]|,\s(?:den\s)?\d{1,2}\.\s?(?:\d{1,2}\.\s?|[A-ZÄÖÜ][a-zäöü]+\s)\d{4}|\s\([a-zA-Z]{2,5}\)\.?\s"
)
# What stands at the end of a text before who put it out.
_IMPRINT = re.compile(
    r"(?:Presse(?:stelle|amt|dienst|kontakt|referat)|Herausgeber(?:in)?|Medien|V\.\s?i\.\s?S\.\s?d\.\s?P\.|"
    r"Impressum|Redaktion|Kontakt|Rückfragen)[^\n]{0,40}$"
)
# "Stadt X, Büro der Bürgermeisterin", "Große Kreisstadt X · Markt 1" as a line by itself.
_OWN_LINE = re.compile(
    r"(?:(?:Große\s|Alte\s)?(?:Kreis|Hanse|Residenz|Universitäts)?[Ss]tadt|Gemeinde|Markt|(?:Land)?[Kk]reis|Landratsamt|"
    r"(?:Stadt|Gemeinde|Kreis)verwaltung)\s?$"
)
IMPRINT_WITHIN_CHARS = 400
FOOT_LINES = 3
# A letter or mail is signed by whom it comes from, and its sender line may say where.
_LETTER = re.compile(
    r"(?:Von|From|An|To|Betreff|Subject|Gesendet):\s|(?:Sehr\sgeehrte|Liebe[rs]?\s|Hallo\s|Guten\s(?:Tag|Morgen)|Moin)|Am\s[\d.]+\sum\s"
)
_SENDER = re.compile(r"(?:Von|From):\s[^\n]*")
SIGNATURE_LINES = 5


def written_issuers(flat: str, actors: Actors) -> tuple[Issuer, ...]:
    """Return who a text by its head, dateline, foot or signature says issued it."""
    for how, read in _READERS.items():
        found = tuple(Issuer(one, how) for one in read(flat, actors))
        if found:
            return found
    return ()


def _letterhead(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield whom the short lines at the head of a text name with its kind: "Stadt X, Presse"."""
    end = 0
    for line in flat.split("\n", LETTERHEAD_LINES)[:LETTERHEAD_LINES]:
        start, end = end, end + len(line) + 1
        heads = [one for one in actors.inside(start, end) if one.kind in ("town", "county")]
        is_head = len(line) <= MAX_LETTERHEAD_CHARS and not line.rstrip().endswith((".", "?", "!"))
        if is_head and len(heads) == 1 and _is_authority(flat, start, heads[0]):
            yield heads[0].actor
            return


def _is_authority(flat: str, start: int, head: ActorSpan) -> bool:
    before = flat[start : head.start].strip(" *#").lower()
    is_kind_named = head.gender == "feminine" or head.kind == "county"
    return (not before and is_kind_named) or _AUTHORITY.search(before) is not None


def _path(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield whose page it is by the path in the first line."""
    line = flat.partition("\n")[0]
    first = next(iter(actors.inside(0, len(line) + 1)), None)
    if first and first.start == 0 and _PATH.match(line, first.end):
        yield first.actor


def _dateline(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield the town or county that opens an article: "Lemgo. Der Rat", "Lemgo, 3. Mai 2020"."""
    for span in actors.inside(0, DATELINE_WITHIN_CHARS):
        is_opening = span.start == 0 or flat[span.start - 1] == "\n"
        if span.kind in ("town", "county") and is_opening and _BEHIND_PLACE.match(flat, span.end):
            yield span.actor
            return


def _imprint(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield whom the last lines name behind "Pressestelle", "Herausgeber", or by themselves."""
    for span in actors.inside(max(0, len(flat) - IMPRINT_WITHIN_CHARS), len(flat)):
        line = flat.rfind("\n", 0, span.start) + 1
        if span.kind in ("town", "county") and _IMPRINT.search(flat, line, span.start):
            yield span.actor
            return
    for last in flat[-IMPRINT_WITHIN_CHARS:].split("\n")[-FOOT_LINES:]:
        actor = _of_line(last)
        if actor:
            yield actor
            return


def _of_line(line: str) -> Actor | None:
    """Return whom a line of the foot names with its kind at its begin, or behind "Impressum"."""
    if line.rstrip().endswith((".", "?", "!")) and not _IMPRINT.match(line):
        return None
    county = next(iter(county_names(line)), None)
    if county and (county.start == 0 or _IMPRINT.search(line, 0, county.start)):
        return actor_of(county.place)
    for name in spelled_places(line):
        before = line[: name.start]
        if _OWN_LINE.fullmatch(before) or (_IMPRINT.search(before) and _OWN_LINE.search(before)):
            largest = max((one.place for one in name.spellings), key=lambda one: one.population)
            return actor_of(largest)
    return None


def _signature(flat: str, actors: Actors) -> Iterator[Actor]:
    """Yield the employer in the last lines of a letter or mail, or in its sender line."""
    if not _LETTER.match(flat):
        return
    sender = _SENDER.match(flat)
    inside = actors.inside(*sender.span()) if sender else []
    if not inside:
        start = len("\n".join(flat.split("\n")[:-SIGNATURE_LINES]))
        inside = [one for one in actors.inside(start, len(flat)) if _is_signed(flat, one)]
    if inside:
        yield inside[-1].actor


def _is_signed(flat: str, span: ActorSpan) -> bool:
    """Return whether an actor stands in a line of a signature, which is no sentence."""
    line = flat[flat.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]
    return len(line) <= MAX_LETTERHEAD_CHARS and not line.endswith((".", "?", "!"))


# The surest first.
_READERS = {
    "letterhead": _letterhead,
    "path": _path,
    "signature": _signature,
    "imprint": _imprint,
    "dateline": _dateline,
}
