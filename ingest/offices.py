"""Sorts offices by the kind of body that has them: a town's mayor, a county's Landrat."""

import re
from typing import Literal

__all__ = ["Office", "Sphere", "office_of", "sphere_of"]

Office = Literal[
    "mayor",
    "county",
    "town",
    "staff",
    "project",
    "head",
    "leader",
    "state",
    "scholar",
    "calling",
    "other",
]
Sphere = Literal["public", "body", "rest"]

_PATTERNS: tuple[tuple[Office, re.Pattern[str]], ...] = (
    (
        "state",
        re.compile(
            r"minister(?!ium)|bundes|landtags|mdb|mdl|europaabgeordnet|staatssekretär|regierungs|jury|kanzler",
            re.I,
        ),
    ),
    (
        "scholar",
        re.compile(
            r"professor|prof\.|wissenschaft|forscher|lehrstuhl|dozent|(?<!di)rektor(?!at)", re.I
        ),
    ),
    (
        "calling",
        re.compile(
            r"(?<!amts)arzt|ärzt|lehrer|pädagog|architekt|journalist|dirigent|jurist|musik|unternehmer|berater|schirmherr|"
            r"laudator|gastgeber|sozialarbeiter|schöffe|künstler",
            re.I,
        ),
    ),
    (
        "mayor",
        re.compile(
            r"bürgermeister|stadtoberhaupt|gemeindeoberhaupt|rathauschef|verwaltungschef|stadtchef|(?<!\w)schultes",
            re.I,
        ),
    ),
    (
        "county",
        re.compile(
            r"landr[aä]t|landratsamt|(?<!\w)kreis[a-zäöüß-]{3,}|städteregionsr|regionspräsident",
            re.I,
        ),
    ),
    (
        "town",
        re.compile(
            r"stadt(?!werke)|hauptamt|ordnungsamt|bauamt|kämmer|gemeinde|ortsvorsteh|magistrat|rathaus|ratsherr|"
            r"ratsfrau|ratsmitglied|fraktion|bauhof|wehrführ|wehrleit|marktr[aä]t|personalrat|ausschuss|geschäftsleit|"
            r"bürgerbüro|standesamt|archivar|marktmeister|wasserwart|kassenverwalt",
            re.I,
        ),
    ),
    (
        "project",
        re.compile(r"projekt", re.I),
    ),
    (
        "head",
        re.compile(
            r"geschäftsführ|vorsitz|vorst[aä]nd|direktor|präsident|vorsteher|intendant|prokurist|sprecher|"
            r"kassier|schatzmeister|werkleit",
            re.I,
        ),
    ),
    (
        "staff",
        re.compile(
            r"\wleiter|amt|dezern|referat|referent|it-leit|bereich|dienst|gebiet|beigeordnet|beauftragt|manager|"
            r"chief|cdo|cio|stabsstelle|abteilung|presse|klima|wirtschaftsförder|digitalisierung|verwaltung|"
            r"sachbearbeit|koordinator|gleichstellung|r[aä]t(?:in)?\b|lots|planer|ingenieur|techniker|vermess|"
            r"ansprech|vertretung|verantwort|redaktion|protokoll|schriftführ|(?<!\w)IT(?!\w)|organisation|fachkraft|"
            r"vollzeitkraft|personalchef|stabschef",
            re.I,
        ),
    ),
    ("leader", re.compile(r"leiter|leitung|chef|führung", re.I)),
)
_SPHERES: dict[Office, Sphere] = {
    "mayor": "public",
    "county": "public",
    "town": "public",
    "staff": "public",
    "project": "body",
    "head": "body",
    "leader": "body",
}


def office_of(role: str) -> Office:
    """Return the kind of an office by its words."""
    return next((office for office, pattern in _PATTERNS if pattern.search(role)), "other")


def sphere_of(office: Office) -> Sphere:
    """Return whether an office is a public one, that of a body of its own, or neither."""
    return _SPHERES.get(office, "rest")
