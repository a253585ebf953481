"""Tells the towns that act from those that are only where something happened or has its seat."""

import re

from ingest.municipalities import TownMention

__all__ = ["is_scene"]

_WHERE = re.compile(r"(?<!\w)(?:in|nach|bei|aus)\s$", re.IGNORECASE)
_SEAT = re.compile(
    r"(?:(?:[Bb]üro\s[A-ZÄÖÜ][\w-]+|GmbH|mbH|AG|KG|e\.\s?V\.|eG|AöR|UG),?\s(?:\(|aus\s|in\s|"
    r"mit\sSitz\sin\s)?|(?:[Ss]itz|Hauptsitz|Geschäftssitz|Firmensitz|Unternehmen|Firma|"
    r"Anbieter|Dienstleister)\s(?:in|aus)\s)$"
)
_BUILDING = re.compile(
    r"(?:[Kk]reishaus|[Rr]athaus|[Hh]otel|[Hh]alle|[Hh]aus|[Zz]entrum|[Ff]orum|[Kk]linikum|"
    r"[Ss]chloss|[Mm]useum|[Ss]tadthalle|[Mm]esse|[Kk]ongress\w*|[Aa]kademie|[Ll]andtag|"
    r"[Bb]undestag|[Mm]inisterium|[Vv]ertretung)s?(?:,|\sin|\sin\sder)?\s$"
)
_CEREMONY = re.compile(
    r"(?:[Vv]erleih|[Pp]reis|[Ww]ettbewerb|[Uu]rkunde|[Kk]onferenz|[Kk]ongress|[Ff]eierstunde|"
    r"[Mm]esse|[Gg]ala|[Tt]agung|[Gg]ipfel|"
    r"[Aa]usgezeichnet|[Üü]berreich|[Üü]bergab|[Üü]bergeb|entgegen|[Pp]latz\s|[Bb]esuch|"
    r"zu\sGast|reiste?|Fachtag|Forum|Workshop|Ministeri|empfang|Auszeichnung|geehrt|"
    r"[Tt]reffen|trafen|tagte)"
)
_VENUE_ROW = re.compile(
    r"(?:^|\n)(?:Ort|Tagungsort|Veranstaltungsort|Wo|Sitzungsort)\s?[:|][^\n]*$"
)
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
    if _SEAT.search(before) or _BUILDING.search(before):
        return True
    line_start = flat.rfind("\n", 0, town.start)
    if _VENUE_ROW.search(flat[max(0, line_start) : town.start]):
        return True
    if town.is_named_with_kind:
        return False
    if town.name in _CAPITALS:
        return bool(_WHERE.search(before)) or _is_second_in_dateline(flat, town)
    return bool(_WHERE.search(before)) and bool(_CEREMONY.search(_sentence(flat, town)))


def _is_second_in_dateline(flat: str, town: TownMention) -> bool:
    return (
        flat[max(0, town.start - 1) : town.start] == "/" and flat[town.end : town.end + 1] in ".:"
    )


def _sentence(flat: str, town: TownMention) -> str:
    starts = (flat.rfind(mark, 0, town.start) for mark in (". ", "\n", ": ", "? ", "! "))
    start = max(starts)
    ends = [at for mark in (". ", "\n") if (at := flat.find(mark, town.end)) >= 0]
    return flat[max(0, start) : min(ends, default=len(flat))]
