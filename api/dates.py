"""Dates as people write them."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["day"]

_MONTHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "de": (
            *("Januar", "Februar", "März", "April", "Mai", "Juni"),
            *("Juli", "August", "September", "Oktober", "November", "Dezember"),
        ),
        "en": (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
    }
)


def day(date: str, language: str) -> str:
    """Return an ISO date of any precision as people write it: `1. September 2022`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[language][int(rest[0]) - 1]
    if len(rest) == 1:
        return f"{month} {year}"
    number = int(rest[1])
    return f"{number}. {month} {year}" if language == "de" else f"{number} {month} {year}"
