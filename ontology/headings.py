"""Names as headings write them."""

import re

__all__ = ["as_heading"]

# An adjective before a noun, as a sentence writes it; "digital.interkommunal" is a name of its own.
_ADJECTIVE_FIRST = re.compile(r"[a-zäöüß]{2,}(?:e|er|es|en|em) (?=\S)")


def as_heading(name: str) -> str:
    """Return a name with a capital where it begins with an adjective taken from a sentence.

    >>> as_heading("digitale Bauakte"), as_heading("moBiel App")
    ('Digitale Bauakte', 'moBiel App')
    """
    return name[:1].upper() + name[1:] if _ADJECTIVE_FIRST.match(name) else name
