"""The order of names in German lists: umlauts like their vowels, without regard to capitals."""

import re
import unicodedata

__all__ = ["german_order"]

_MARKS = re.compile(r"[\W_]+")


def german_order(name: str) -> tuple[str, str]:
    """Return a key that sorts names as German dictionaries do (DIN 5007, variant 1)."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _MARKS.sub(" ", bare).strip(), name
