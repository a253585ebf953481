"""Tells the towns whose name only says where a body sits, or stands for a government."""

import re
from collections.abc import Collection, Sequence

from ingest.municipalities import TownMention
from ontology.gazetteer import Place

__all__ = ["is_seat_of_body", "stands_for_county"]

_BARE = re.compile(r"^(?:Landkreis|Kreis)\s")
_WHERE = re.compile(r"(?<!\w)(?:[Ii]n|nach)\s$")

_LIST = r"(?:[A-ZÄÖÜ][\w-]+(?:,\s|\sund\s(?:in\s)?|\soder\s(?:in\s)?)){0,3}"
# "die Kreistage in Jever und Brake": counties and their offices, named by where they sit.
_BODY_IN = re.compile(
    r"(?<![\w-])(?:Landratsamt|Kreistag|Kreisverwaltung|Kreishaus|Kreisarchiv|Jugendamt|Gesundheitsamt|Leitstelle|Landtag|"
    r"Landesregierung|Staatskanzlei|Ministerium|Bezirksregierung|Regierungspräsidium|Finanzamt|[Ff]achhochschule|[Uu]niversität|"
    rf"Hochschule)(?:e?s|en?|e?n)?\s(?:in|zu)\s{_LIST}$"
)
# "am Standort Höxter", "mit Standorten in Soest und Unna", "Hochschule Anhalt (Köthen, Dessau)".
_SITE = re.compile(
    rf"(?:(?:am\sStandort|Standorten?\sin|Außenstellen?\sin|Sitz\sin|Niederlassung(?:en)?\sin)\s{_LIST}|"
    rf"[Hh]ochschule(?:\s[A-ZÄÖÜ][\w-]+){{0,3}}\s\({_LIST}|(?:^|\n)(?:Sitz|Außenstellen?|Standorte?)\s?[:|]\s{_LIST}|"
    r"-Gruppe\saus\s)$"
)
# "von Kiel aus gesehen", but what "ging von Kiel aus" is Kiel's own doing.
_SEEN_FROM = re.compile(r"(?<!\w)(?<!ging\s)(?<!geht\s)(?<!gingen\s)[Vv]on\s$")
_APPROVAL = re.compile(
    r"genehmig|gebilligt|zustimm|Einvernehmen|[Rr]echtsaufsicht|[Kk]ommunalaufsicht|beanstande"
)
_COLLEAGUE = re.compile(r"er\s(?:Amts)?[Kk]olleg(?:e|en|in)(?!\w)")


def is_seat_of_body(flat: str, town: TownMention, sentence: str) -> bool:
    """Return whether a name says only where a body sits, or is that of a county's authority."""
    before = flat[max(0, town.start - 80) : town.start]
    if flat.startswith("Landratsamt", town.start):
        return _APPROVAL.search(sentence) is not None
    if town.is_named_with_kind:
        return _is_county_seat(flat, town, sentence)
    if _BODY_IN.search(before) or _SITE.search(before):
        return True
    if re.search(r"(?:Brüssel|Straßburg)\s(?:und|wie)\s$", before):
        return True
    return bool(_SEEN_FROM.search(before)) and flat.startswith(" aus", town.end)


def stands_for_county(flat: str, town: TownMention, counties: Sequence[Place]) -> bool:
    """Return whether the short name of a county that the text names means the county.

    "Wie Cham und Regen mobil blieben", "in Cham gibt es sie seit 2018", "ihre Chamer Kollegin".
    """
    names = {_BARE.sub("", one.name) for one in counties}
    if town.place.is_county or town.name not in names:
        return False
    if town.is_named_with_kind:
        return _COLLEAGUE.search(flat[town.start : town.end + 20]) is not None
    before = flat[max(0, town.start - 40) : town.start]
    return bool(_WHERE.search(before)) or _is_pair(flat, town, names)


def _is_pair(flat: str, town: TownMention, names: Collection[str]) -> bool:
    before = re.search(
        r"([A-ZÄÖÜ][\w-]+)(?:\sund\s|/)$", flat[max(0, town.start - 40) : town.start]
    )
    behind = re.match(r"(?:\sund\s|/)([A-ZÄÖÜ][\w-]+)", flat[town.end :][:40])
    return any(found is not None and found.group(1) in names for found in (before, behind))


def _is_county_seat(flat: str, town: TownMention, sentence: str) -> bool:
    """Return whether the seat of a county is meant: "Landrat A und seine Wismarer Kollegin"."""
    stretch = flat[town.start : town.end + 20]
    is_colleague = _COLLEAGUE.search(stretch) is not None and not town.place.is_county
    return is_colleague and "Landr" in sentence and "ürgermeister" not in sentence
