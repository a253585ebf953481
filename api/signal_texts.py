"""What speaks for and against two names meaning one thing, in the reader's words."""

import re
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["SIGNALS", "signal_text"]

# The graph keeps signals as English names with a weight; these are the names.
SIGNALS: Mapping[str, str] = MappingProxyType(
    {
        "a town in common": "eine gemeinsame Kommune",
        "another head word": "anderes Hauptwort",
        "another part or stage": "anderer Teil oder andere Stufe",
        "begun at about the same time": "etwa zur gleichen Zeit begonnen",
        "begun at different times": "zu verschiedenen Zeiten begonnen",
        "common surroundings": "gleiches Umfeld",
        "different legal form": "andere Rechtsform",
        "frequent name": "häufiger Name",
        "kept apart by affiliation": "nach der Dienststelle auseinandergehalten",
        "name: abbreviation": "ein Name kürzt den anderen ab",
        "name: initial": "ein Vorname ist abgekürzt",
        "name: initials": "ein Name besteht aus den Anfangsbuchstaben des anderen",
        "name: longer": "ein Name ist länger",
        "name: same": "der Name ist im Grunde gleich",
        "name: spelling": "die Schreibung ist ähnlich",
        "named in one document": "in einem Dokument zusammen genannt",
        "named with the same persons": "mit denselben Menschen genannt",
        "named with the same undertaking": "mit demselben Vorhaben genannt",
        "no town in common": "keine gemeinsame Kommune",
        "one office in two places": "ein Amt an zwei Orten",
        "organisation named beside the other": "die Dienststelle steht beim anderen Namen",
        "same county": "gleicher Kreis",
        "same name": "gleicher Name",
        "same organisation": "gleiche Dienststelle",
        "same role": "gleiches Amt",
        "same surroundings": "gleiches Umfeld",
        "same theme": "gleiches Thema",
        "same town": "gleiche Kommune",
        "same towns": "gleiche Kommunen",
        "several names fit": "mehrere Namen passen",
    }
)
_WEIGHED = re.compile(r"(.+) ([+-]\d\.\d\d)")


def signal_text(signal: str, language: str) -> str:
    """Return a signal with its weight as people read it; an unknown one stays as it is."""
    found = _WEIGHED.fullmatch(signal)
    if language != "de" or found is None or found.group(1) not in SIGNALS:
        return signal
    weight = found.group(2).replace(".", ",").replace("-", "−")
    return f"{SIGNALS[found.group(1)]} ({weight})"
