"""Offices as minutes and captions shorten them: "OB", "HAL", "RF"."""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["SHORT_OFFICE", "office_in_full"]

# Capitals; most have a form for women with "in" behind.
_CAPITALS: Mapping[str, str] = MappingProxyType(
    {
        r"OBM?": "Oberbürgermeister",
        r"BM": "Bürgermeister",
        r"HAL": "Hauptamtsleiter",
        r"FBL(?:in)?": "Fachbereichsleiter",
        r"FDL(?:in)?": "Fachdienstleiter",
        r"SGL(?:in)?": "Sachgebietsleiter",
        r"StBR(?:in)?": "Stadtbaurat",
        r"RH": "Ratsherr",
        r"RF": "Ratsfrau",
        r"GR(?:in)?": "Gemeinderat",
        r"StR(?:in)?": "Stadtrat",
        r"KR(?:in)?": "Kreisrat",
        r"KBM": "Kreisbrandmeister",
        r"KBI": "Kreisbrandinspektor",
    }
)
_CUT = {r"OBgm\.?": "Oberbürgermeister", r"(?:Bgm|Bürgerm)\.?": "Bürgermeister"}
_IN_FULL = tuple(
    (re.compile(short), office) for short, office in (*_CAPITALS.items(), *_CUT.items())
)

# As a part of other patterns.
SHORT_OFFICE = rf"(?:{'|'.join(_CAPITALS)})"


def office_in_full(short: str) -> str | None:
    """Return the office that is meant, in its male form; None for what is no short form."""
    return next((office for pattern, office in _IN_FULL if pattern.fullmatch(short)), None)
