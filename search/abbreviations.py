"""What the abbreviations of German administrations stand for, and the themes they belong to."""

import re
from functools import cache

from ontology.vocabulary import themes

__all__ = ["spelt_out"]

# In everyday use in town halls all over Germany; a theme's own label is added where it has one.
_GLOSSARY_TEXT = """
AST: Anrufsammeltaxi | BGM: Gesundheitsmanagement | BIM: Bauwerksdatenmodell
CDO: Chief Digital Officer Digitalisierungsbeauftragte | CIO: Leitung Informationstechnik
DMS: Dokumentenmanagement elektronische Akte | DSB: Datenschutzbeauftragter
DSGVO: Datenschutz | EfA: Einer für alle | FNP: Flächennutzungsplan | FTTH: Glasfaser
GIS: Geoinformation | GkG: Gemeinschaftsarbeit | HSK: Haushaltssicherung
IKZ: interkommunale Zusammenarbeit | ILE: ländliche Entwicklung
ISB: Informationssicherheitsbeauftragter | ISEK: Stadtentwicklungskonzept
ISMS: Informationssicherheitsmanagement | KI: künstliche Intelligenz
KRITIS: kritische Infrastruktur | KWP: kommunale Wärmeplanung | MEP: Medienentwicklungsplan
MVZ: Versorgungszentrum Ärzte | NKF: Haushalt Buchführung | OGS: Ganztagsschule
OZG: Onlinezugangsgesetz Verwaltungsleistungen online | PV: Photovoltaik
RIS: Ratsinformationssystem | SGB: Sozialgesetzbuch | SUMP: Mobilitätsplan
TUIV: Informationstechnik | VG: Verwaltungsgemeinschaft | VHS: Volkshochschule
WLAN: drahtloses Internet | ÖD: öffentlicher Dienst | ÖGD: Gesundheitsamt
ÖPNV: Nahverkehr Bus Bahn | ÖRV: öffentlich-rechtliche Vereinbarung
"""
_ABBREVIATION = re.compile(r"\b[A-ZÄÖÜ][A-Za-zÄÖÜ]{0,5}[A-ZÄÖÜ]\b")


def spelt_out(text: str) -> tuple[str, ...]:
    """Return the meanings of the abbreviations in a text, in order, once each."""
    found: list[str] = []
    for short in dict.fromkeys(_ABBREVIATION.findall(text)):
        found.extend(_glossary().get(short, ()))
        found.extend(_themes_by_abbreviation().get(short, ()))
    return tuple(dict.fromkeys(found))


@cache
def _glossary() -> dict[str, tuple[str, ...]]:
    pairs = (entry.split(":") for line in _GLOSSARY_TEXT.splitlines() for entry in line.split("|"))
    return {pair[0].strip(): (pair[1].strip(),) for pair in pairs if len(pair) > 1}


@cache
def _themes_by_abbreviation() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for theme in themes():
        for form in theme.alternatives:
            if _ABBREVIATION.fullmatch(form):
                found[form] = (*found.get(form, ()), theme.label)
    return found
