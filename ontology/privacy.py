"""Covers what only signed-in partners may see: e-mail addresses and telephone numbers in a text."""

import re

__all__ = ["MASK", "mask_contacts"]

MASK = "•"

_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
# A German number: a leading 0 or +49, then at least six more digits with the usual separators.
_PHONE = re.compile(r"(?<![\w.,-])(?:\+49|0049|0)[\s(/-]*\d(?:[\s()/-]{0,3}\d){5,}(?![\w])")
# With a point behind the area code; dates have shorter parts.
_POINTED = re.compile(r"(?<![\w.,-])(?:\+49\s?|0049\s?|0)\d{2,5}\.\d{3,}(?:[\s/-]?\d)*(?![\w])")


def mask_contacts(text: str) -> str:
    """Return the text with every address and number covered; its length and offsets stay."""
    for pattern in (_EMAIL, _PHONE, _POINTED):
        text = pattern.sub(lambda found: MASK * len(found.group()), text)
    return text
