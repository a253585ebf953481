"""The German names of months and weekdays, long and short."""

__all__ = ["MONTHS", "SHORT_MONTHS", "WEEKDAYS", "month_number"]

MONTHS = (
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
)
WEEKDAYS = ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
SHORT_MONTHS = {
    "jan": 1,
    "jän": 1,
    "jänner": 1,
    "feb": 2,
    "mär": 3,
    "mrz": 3,
    "maerz": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dez": 12,
}


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name, its short form or its number."""
    lowered = word.lower().rstrip(".")
    if lowered.isdigit():
        return int(lowered)
    return MONTHS.index(lowered) + 1 if lowered in MONTHS else SHORT_MONTHS[lowered]
