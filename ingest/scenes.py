"""Tells the towns that act from those that are only where something happened or has its seat."""

import re

from ingest.municipalities import TownMention
from ingest.offices import office_of
from ingest.place_names import town_spellings
from ingest.seats import is_seat_of_body

__all__ = ["is_scene", "is_venue"]

_WHERE = re.compile(r"(?<!\w)(?:in|nach|bei|aus)\s$", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)(?:in|nach|bei)\s$", re.IGNORECASE)
# "Lemgo, den 3. Mai 2021": where a paper was signed.
_SIGNED_AT = re.compile(r",\s(?:den\s|im\s)?\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zä]+\s)\s?\d{4}")
_SEAT = re.compile(
    r"(?:(?:[Bb]üro\s[A-ZÄÖÜ][\w-]+|GmbH|mbH|AG|KG|e\.\s?V\.|eG|AöR|UG),?\s(?:\(|aus\s|in\s|"
    r"mit\sSitz\sin\s)?|(?:[Ss]itz|Hauptsitz|Geschäftssitz|Firmensitz|Unternehmen|Firma|"
    r"Anbieter|Dienstleister|Büro|Planungsbüro|Ingenieurbüro|Agentur|Hersteller|Dienst|Verlag|Institut)\s(?:in|aus)\s)$"
)
_BUILDING = re.compile(
    r"(?:[Kk]reishaus|[Rr]athaus|[Hh]otel|[Hh]alle|[Hh]aus|[Zz]entrum|[Ff]orum|[Kk]linikum|"
    r"[Ss]chloss|[Mm]useum|[Ss]tadthalle|[Mm]esse|[Kk]ongress\w*|[Aa]kademie|[Ll]andtag|"
    r"[Bb]undestag|[Mm]inisterium|[Vv]ertretung)s?(?:,|\sin|\sin\sder)?\s$"
)
_CEREMONY = re.compile(
    r"(?:[Vv]erleih|[Pp]reis|[Ww]ettbewerb|[Uu]rkunde|[Kk]onferenz|[Kk]ongress|[Ff]eierstunde|"
    r"Messe\b|[Gg]ala|[Tt]agung|[Gg]ipfel|"
    r"[Aa]usgezeichnet|[Üü]berreich|[Üü]bergab|[Üü]bergeb|entgegen|[Pp]latz\s|[Bb]esuch|"
    r"zu\sGast|(?<!\w)(?:an|ab)?ge?reist|(?<!\w)reiste?n?\b|Fachtag|Forum|Workshop|Ministeri|empfang|Auszeichnung|geehrt|"
    r"[Tt]reffen|trafen|tagte)"
)
_VENUE_ROW = re.compile(
    r"(?:^|\n)(?:Ort|Tagungsort|Veranstaltungsort|Wo|Sitzungsort)\s?[:|][^\n]*$"
)
# Where somebody comes from or goes to says nothing about the undertaking.
_LIFE = re.compile(
    r"(?<!\w)(?:geboren|aufgewachsen|studiert\w*|stammt|gebürtig|wohnhaft|lebt|wohnt|ging|gegangen|wechselt\w*|"
    r"gewechselt|zog|umgezogen|\d{4})\s(?:\w+\s){0,2}(?:in|aus|nach)\s$|rund\sum\s$"
)
# "aus Ulm", "nach Ulm": where a thing or somebody comes from, unless an office or a name stands
# before it ("Bürgermeister A B aus Ulm", "die Kollegen aus Ulm").
_COMES_FROM = re.compile(r"(?<!\w)(?:aus|nach)\s$")
_PERSONAL = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]+|(?:unter\sanderem|darunter)|(?:^|[.:;,(–]\s?)|\bund)\s?aus\s$|(?:^|[.:;,(–]\s?|\bund)\s?nach\s$"
    r"|(?:^|\n)(?:Aus|Nach)\s$"
)
# A name before the second of a dateline.
MAX_PLACE_CHARS = 40
_BETWEEN = re.compile(
    r"(?<!\w)[Zz]wischen\s(?P<first>[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)?\sund\s)?$"
)
_NEWS_FROM = re.compile(
    r"(?:Antwort|Nachricht|Post|Brief|Kritik|Hilfe|Lob|Glückwünsche?|Glückwunsch)(?:en)?\saus\s$"
)
# Who is hired comes from where he comes from, a body from where it has its seat.
_HIRED = re.compile(
    r"(?:[Aa]rchitekt|[Mm]ediator|[Bb]erater|[Pp]laner|[Gg]utachter|[Ii]ngenieur|[Hh]andwerker|[Ff]achanwält|[Aa]nwalt|[Kk]anzlei"
    r"|[Ff]irma|[Uu]nternehmen|[Bb]etrieb|[Tt]räger|[Ss]ocietät|[Ss]ozietät|[Bb]üro|[Hh]err|[Dd]ame|[Tt]ourist|[Gg]ast"
    r"|[Ff]orscher|[Ee]xpert|[Kk]ünstler|[Jj]ournalist|[Mm]oderator|[Dd]esigner|[Aa]gentur)(?:in|innen|en|n|s)?(?:\s[A-ZÄÖÜ][\w-]+)?\saus\s$"
)
_SITS = re.compile(r"(?<!\w)(?:sitzt|sitzen|saß|angesiedelt|besetzt|ansässig|stationiert)(?!\w)")
_FIRM_AT = re.compile(
    r"(?:Ingenieure|Planungsbüro|Architekten|Consult\w*|Büro\s\w+|Rechenzentrum[\w\s]*(?:\([A-Z]+\))?|GmbH|AG|\([A-Z]{2,5}\))"
    r"(?:,|\sin|\saus)\s$"
)
# Roads and lines run past towns.
_TRAFFIC = re.compile(
    r"(?:Bahnstrecke|Bahnlinie|Autobahn|Ausfahrt|(?<!\w)[AB] ?\d{1,3}(?!\w)|Radweg|Buslinie|"
    r"Staus?(?!\w)|staut|Zug(?!\w)|pendel)"
)
_ON_THE_WAY = re.compile(r"(?<!\w)(?:von|nach|zwischen|und|Richtung|Ausfahrt|Bahnstrecke)\s$|[–-]$")
_AREA = re.compile(
    r"(?<!\w)(?:Raum|Großraum|Richtung|Ausfahrt|[A-ZÄÖÜ]?\w*[Gg]ericht|[Rr]eise\snach|"
    r"(?:[A-ZÄÖÜ]\w*\s)?(?:Presse|Zeitung|Gericht|Redaktion|Gedruckt|Druck|Druckerei)\s(?:in|aus))\s$"
)
_OFFICE_AT = re.compile(r"(?<![\w-])(?P<role>[A-ZÄÖÜ][\w-]+)\s(?:in|von)\s$")
_BIOGRAPHY = re.compile(r"(?:Zur|Die)\sPerson\b|Vita\b|Lebenslauf\b")
_CONFUSED = re.compile(r"verwechsel|Namensvetter", re.IGNORECASE)
# "am 30. August in Daun": where something took place on a day.
_DAY_IN = re.compile(
    r"\d{1,2}\.\s?(?:\d{1,2}\.|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)(?:\s?\d{4})?\s(?:auch\s)?in\s$"
)
_WHEN_HEADER = re.compile(r"(?:Wann|Termin|Datum|Zeit|Tag)$")
_WHERE_HEADER = re.compile(r"(?:Wo|Ort|Veranstaltungsort|Tagungsort|Treffpunkt)$")

# Seats of governments and parliaments, where deeds are done that are not the city's own.
_CAPITALS = frozenset(
    [
        "Berlin",
        "Bonn",
        "Düsseldorf",
        "München",
        "Stuttgart",
        "Wiesbaden",
        "Mainz",
        "Saarbrücken",
        "Hannover",
        "Hamburg",
        "Bremen",
        "Kiel",
        "Schwerin",
        "Potsdam",
        "Magdeburg",
        "Dresden",
        "Erfurt",
    ]
)


def is_scene(flat: str, town: TownMention) -> bool:
    """Return whether a mention tells where something was, not who did it."""
    before = flat[max(0, town.start - 40) : town.start]
    if _SEAT.search(before) or _is_in_building(before) or _HIRED.search(before):
        return True
    if not town.is_named_with_kind and (
        _FIRM_AT.search(before) or _is_lone_seat(flat, town, before)
    ):
        return True
    line_start = flat.rfind("\n", 0, town.start)
    if _VENUE_ROW.search(flat[max(0, line_start) : town.start]):
        return True
    if _CONFUSED.search(_sentence(flat, town)) or _is_in_calendar(flat, town):
        return True
    if is_seat_of_body(flat, town, _sentence(flat, town)):
        return True
    return not town.is_named_with_kind and _is_mere_place(flat, town, before)


def _is_in_building(before: str) -> bool:
    """Return whether a house stands before the name, and not a town as in "Ahaus, Gronau"."""
    house = _BUILDING.search(before)
    word = re.search(r"[\w-]+$", before[: house.end()].rstrip(", ")) if house else None
    return house is not None and not (word and word.group() in town_spellings())


def _is_lone_seat(flat: str, town: TownMention, before: str) -> bool:
    """Return whether something sits in a town that is only its place: "der in Trier sitzt"."""
    behind = re.match(r"[^.,;:\n]{0,30}", flat[town.end :])
    near = re.split(r"[.;:\n]", before)[-1] + (behind.group() if behind else "")
    return bool(re.search(r"(?<!\w)in\s$", before) and _SITS.search(near))


# Houses in which others meet, and what stands before where something takes place.
_HOUSE = re.compile(
    r"(?:zentrum|museum|forum|akademie|schule|theater|bibliothek|milchwerk|werk|kulturhaus|archiv)(?:s|es|n)?(?:\s|$)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?:(?:\d{4}|\d\.\d{1,2}\.|Uhr|\d{1,2}[.:]\d{2}(?:\sUhr)?)(?:,|\s\||\s–)\s(?:im\s|in\sder\s)?|"
    r"(?:^|\n)(?:Ort|Wo|Tagungsort|Zeit\sund\sOrt)[^\n]{0,40}[:|,]\s)$"
)


def is_venue(flat: str, start: int, name: str) -> bool:
    """Return whether a house stands behind a date or time, as the place of a meeting."""
    return bool(_HOUSE.search(name)) and bool(_MEETING.search(flat[max(0, start - 60) : start]))


def _is_mere_place(flat: str, town: TownMention, before: str) -> bool:
    """Return whether a bare name stands where places do: on the way, of a life, of an event."""
    if _is_office_at(before):
        return False
    if (
        _is_end_of_way(flat, town, before)
        or _NEWS_FROM.search(before)
        or _is_pair_in_dateline(flat, town)
    ):
        return True
    if _LIFE.search(before) or _DAY_IN.search(before) or _is_biography(flat, town):
        return True
    if _AREA.search(before) or _is_passed(flat, town, before):
        return True
    if _COMES_FROM.search(before) and not _PERSONAL.search(before):
        return True
    if town.name in _CAPITALS:
        return bool(_WHERE.search(before)) or _is_second_in_dateline(flat, town)
    if _SIGNED_AT.match(flat, town.end) and flat[town.start - 1 : town.start] in ("", "\n"):
        return True
    return bool(_AT.search(before)) and bool(_CEREMONY.search(_sentence(flat, town)))


def _is_end_of_way(flat: str, town: TownMention, before: str) -> bool:
    """Return whether a way runs between two towns; more than two are connected by it."""
    between = _BETWEEN.search(before)
    return between is not None and (
        between["first"] is not None or not flat.startswith(", ", town.end)
    )


def _is_office_at(before: str) -> bool:
    """Return whether an office of towns or counties leads to the name: "Bürgermeisterin in X"."""
    office = _OFFICE_AT.search(before)
    return office is not None and office_of(office["role"]) in ("mayor", "county")


_DATELINE_BEHIND = re.compile(r"/[A-ZÄÖÜ][\w -]{2,30}\.\s")


def _is_pair_in_dateline(flat: str, town: TownMention) -> bool:
    """Return whether two names at the head of a paragraph say from where is written."""
    opens = flat[max(0, town.start - 1) : town.start] in ("", "\n")
    is_first = opens and _DATELINE_BEHIND.match(flat, town.end) is not None
    line = flat[flat.rfind("\n", 0, town.start) + 1 : town.start]
    return is_first or (_is_second_in_dateline(flat, town) and len(line) <= MAX_PLACE_CHARS)


def _is_second_in_dateline(flat: str, town: TownMention) -> bool:
    return (
        flat[max(0, town.start - 1) : town.start] == "/" and flat[town.end : town.end + 1] in ".:"
    )


def _is_passed(flat: str, town: TownMention, before: str) -> bool:
    """Return whether a sentence on roads or lines names the town as one end of them."""
    is_end = _ON_THE_WAY.search(before) or flat[town.end : town.end + 1] in ("–", "-")
    return bool(is_end) and _TRAFFIC.search(_sentence(flat, town)) is not None


def _is_biography(flat: str, town: TownMention) -> bool:
    line_start = flat.rfind("\n", 0, town.start) + 1
    return _BIOGRAPHY.match(flat, line_start) is not None


def _is_in_calendar(flat: str, town: TownMention) -> bool:
    """Return whether a table of dates names the town as the place of an event."""
    start = flat.rfind("\n", 0, town.start) + 1
    column = flat.count(" | ", start, town.start)
    if not column:
        return False
    while start > 0:
        above = flat.rfind("\n", 0, start - 1) + 1
        if " | " not in flat[above : start - 1]:
            break
        start = above
    header = [cell.strip() for cell in flat[start : flat.find("\n", start)].split(" | ")]
    is_calendar = any(_WHEN_HEADER.match(cell) for cell in header)
    return is_calendar and column < len(header) and bool(_WHERE_HEADER.match(header[column]))


def _sentence(flat: str, town: TownMention) -> str:
    starts = (flat.rfind(mark, 0, town.start) for mark in (". ", "\n", ": ", "? ", "! "))
    start = max(starts)
    ends = [at for mark in (". ", "\n") if (at := flat.find(mark, town.end)) >= 0]
    return flat[max(0, start) : min(ends, default=len(flat))]
