"""A statement's value as people read it: dates and codes in words."""

import re

from api.dates import day
from api.messages import label

__all__ = ["said"]

_DATES = frozenset({"startDate", "endDate", "issued"})
_CODES = frozenset({"status", "eventKind"})
_ISO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def said(predicate: str, value: str, language: str) -> str:
    """Return the value of a statement with this predicate in words."""
    term = predicate.rpartition("#")[2].rpartition("/")[2]
    if term in _DATES and _ISO_DATE.fullmatch(value):
        return day(value, language)
    return label(value, language) if term in _CODES else value
