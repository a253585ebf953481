"""Figures in a text: how many of what it speaks of."""

import re
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Figure", "figures_in"]

# Numbers that German texts write as words.
NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
        start=2,
    )
}
# What takes part in or is reached by an undertaking, so that two counts of it are one fact.
COUNTED = {
    "dorfgemeinschaft": "dorf",
    "dörfer": "dorf",
    "euro": "euro",
    "gemeinden": "gemeinde",
    "haushalte": "haushalt",
    "kommunen": "kommune",
    "kreise": "kreis",
    "landkreise": "kreis",
    "mitglieder": "mitglied",
    "orte": "ort",
    "ortschaften": "ort",
    "ortsteile": "ortsteil",
    "stadtteile": "ortsteil",
    "städte": "stadt",
    "verwaltungen": "verwaltung",
}
# How a unit is called for readers.
LABELS = {
    "dorf": "Dörfer",
    "euro": "Euro",
    "gemeinde": "Gemeinden",
    "haushalt": "Haushalte",
    "kommune": "Kommunen",
    "kreis": "Kreise",
    "mitglied": "Mitglieder",
    "ort": "Orte",
    "ortsteil": "Ortsteile",
    "stadt": "Städte",
    "verwaltung": "Verwaltungen",
}
SCALES = {"mio": 10**6, "million": 10**6, "millionen": 10**6, "milliarden": 10**9, "mrd": 10**9}

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|[a-zäöü]{3,6})\s+"
    r"(?:(?P<scale>Mio|Million|Millionen|Mrd|Milliarden)\b\.?\s*)?"
    # At most two adjectives stand between a number and what it counts.
    r"(?:[a-zäöüß]+e[nrs]?\s+){0,2}(?P<noun>€|[A-ZÄÖÜ][\wäöüß]+)",
    re.UNICODE,
)


@dataclass(frozen=True, slots=True, order=True)
class Figure:
    """A number and what it counts; `unit` is a key of `LABELS`."""

    unit: str
    number: Decimal

    def __str__(self) -> str:
        """Return number and unit as a text in which `figures_in` finds the figure again."""
        return f"{self.number.normalize():f}".replace(".", ",") + f" {LABELS[self.unit]}"


def figures_in(text: str) -> tuple[Figure, ...]:
    """Return the figures of a text that count parties, places, households or euros, in order."""
    found = (_figure(match) for match in _FIGURE.finditer(text))
    return tuple(figure for figure in found if figure)


def _figure(match: re.Match[str]) -> Figure | None:
    noun = "euro" if match["noun"] == "€" else match["noun"].casefold()
    unit = next((unit for word, unit in COUNTED.items() if noun.startswith(word)), None)
    number = _number(match["number"])
    if unit is None or number is None:
        return None
    return Figure(unit, number * SCALES.get((match["scale"] or "").casefold(), 1))


def _number(text: str) -> Decimal | None:
    if text[0].isdigit():
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(NUMBER_WORDS[text]) if text in NUMBER_WORDS else None
