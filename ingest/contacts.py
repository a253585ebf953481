"""Finds the e-mail address and telephone number that stand beside a person's name."""

import re

from ontology.model import Contact

__all__ = ["contact_near"]

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PHONE = re.compile(
    r"(?:(?:Tel(?:efon)?|Fon|Ruf|Durchwahl|Mobil)\.?:?\s?)?((?:\+49|0049|0)[\s(/-]*\d(?:[\s()/.-]{0,3}\d){5,})"
)
_AT = re.compile(r"\s?(?:\(at\)|\[at\]|\(ät\))\s?", re.IGNORECASE)
# Name, function, office and street fit before the address in the blocks of press offices.
REACH_CHARS = 220


def contact_near(text: str, end: int, until: int) -> Contact:
    """Return the address and number that follow a name ending at `end`, before `until`.

    `until` is where the next person is named.
    """
    behind = text[end : min(len(text), end + REACH_CHARS, until)]
    blank = re.search(r"\n\s*\n", behind)
    block = behind[: blank.start()] if blank else behind
    email = _EMAIL.search(block)
    phone = _PHONE.search(block)
    return Contact(
        email=_AT.sub("@", email.group()) if email else None,
        phone=phone.group(1).strip() if phone else None,
    )
