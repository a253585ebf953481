"""Finds Länder as actors and bodies called after regions: `Land Hessen`, `Südwestfalen-IT`."""

import re
from collections.abc import Iterator

from ingest.organisation_spans import OrganisationSpan, named_span

__all__ = ["state_bodies"]

_LAENDER = (
    "Baden-Württemberg|Brandenburg|Bremen|Hessen|Mecklenburg-Vorpommern|MV|Niedersachsen|"
    "Nordrhein-Westfalen|NRW|Rheinland-Pfalz|Saarland|Sachsen-Anhalt|Sachsen|Schleswig-Holstein|Thüringen"
)
# "im Land Hessen" is where, "das Land Hessen" who; "vom Land Hessen" only where money is from.
_LAND = re.compile(
    rf"(?<!im\s)(?<!Im\s)(?<!vom\s)(?<!förderung\s)(?<![\w-])(?P<name>(?:Land\s(?:{_LAENDER})|Freistaat\s(?:Bayern|Sachsen|Thüringen)))(?![\w-])"
    r"(?! \d[\d,.]* (?:Millionen|Mio|Prozent))"
)
_DISTRICT = re.compile(
    r"(?<![\w-])Regierung von (?:(?:Ober|Nieder|Mittel|Unter)(?:bayern|franken)|Oberpfalz|Schwaben)"
)
# The third tier of Bavaria's self-government.
_BEZIRK = re.compile(
    r"(?<![\w-])Bezirk (?:(?:Ober|Nieder|Mittel|Unter)(?:bayern|franken)|Oberpfalz|Schwaben)(?!\w)"
)
# Data centres of municipalities are called after their landscape: "Südwestfalen-IT".
_CENTRE = re.compile(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{4,}-IT(?![\w-])")
# Offices of a Land that are called as parts of a town hall are.
_STATE_OFFICE = re.compile(
    r"(?<![\w-])(?:Staatliche[sn]? )?(?:Amt(?:e?s)?|Ämtern?) für (?:regionale Landesentwicklung|"
    r"[Ll]ändliche Entwicklung|Landwirtschaft und (?:Umwelt|Forsten)|Bodenmanagement|"
    r"Ernährung, Landwirtschaft und Forsten|Digitalisierung, Breitband und Vermessung)"
    r"(?: [A-ZÄÖÜ][\w-]+)?"
)
# Whose name needs no more, as there is one for every county; and who sits there together.
_OF_COUNTY = re.compile(
    r"(?<![\w-])(?:Staatliche[ns]? Schulamt(?:e?s)?(?: [A-ZÄÖÜ][a-zäöüß]+(?![\w-]))?|"
    r"(?<!/ )Kreismedienzentrums?(?![\w-])|"
    r"(?:Bürgermeister|Hauptverwaltungsbeamten)(?:dienstversammlung|konferenz|dienstbesprechung)"
    r"(?: [A-ZÄÖÜ][a-zäöüß]+(?:land|kreis))?(?!\w)(?!,)|"
    r"Konferenz der (?:Hauptverwaltungsbeamten|Bürgermeister)(?!\w))"
)
# "der „Anwenderkreis Finanzen“": those who work something out together.
_CIRCLE = re.compile(
    r"[„\"](?P<name>(?:Anwenderkreis|Projektgruppe|Fachgruppe|Fachausschuss|Arbeitskreis|Arbeitsgruppe)"
    r" [A-ZÄÖÜ][\w-]+)[“”\"]"
)


def state_bodies(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the Länder that act, the district governments and the data centres of a landscape."""
    for found in _LAND.finditer(flat):
        yield OrganisationSpan(found.start("name"), found.end("name"), found["name"])
    for found in _CIRCLE.finditer(flat):
        yield OrganisationSpan(*found.span("name"), found["name"])
    for found in (*_STATE_OFFICE.finditer(flat), *_OF_COUNTY.finditer(flat)):
        yield named_span(flat, found.start(), found.end())
    for pattern in (_DISTRICT, _BEZIRK, _CENTRE):
        for found in pattern.finditer(flat):
            yield OrganisationSpan(found.start(), found.end(), found.group())
