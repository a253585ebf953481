"""Knows the heads of profiles that name the sheet and not its subject (`Datenblatt Nr. 7`)."""

import re

__all__ = ["is_masthead"]

_SHEET = re.compile(
    r"\b(?:(?:Projekt|Daten|Merk|Info|Maßnahmen|Kurz)?-?\s?(?:Steckbriefe?|Blatt|Bogen|Skizze|Profil)"
    r"|Gute[s]?\s(?:Praxis|Beispiele?)|Praxisbeispiele?|Best\sPractice|Interkommunale\s(?:Zusammenarbeit"
    r"|Kooperation)|Kooperationen|Maßnahmen?|Nr|Nummer|Ausgabe|Lfd|Stand)\b",
    re.I,
)
_CODE = re.compile(r"\b[A-Z]{0,4}[ -]?\d[\w./-]*")
_LETTER = re.compile(r"[A-Za-zÄÖÜäöüß]")


def is_masthead(line: str) -> bool:
    """Return whether a line says only what sheet this is, or does so at both of its ends."""
    parts = [part for part in re.split(r"\s*\|\s*", line.strip()) if part]
    if len(parts) > 2 and _is_sheet(parts[0]) and _is_sheet(parts[-1]):
        return True
    return all(_is_sheet(part) for part in parts)


def _is_sheet(words: str) -> bool:
    return not _LETTER.search(_CODE.sub("", _SHEET.sub("", words)))
