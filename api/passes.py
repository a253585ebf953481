"""Passes: a find's address carries proof that the search gave it out, without any stored secret."""

import hashlib
import hmac
from urllib.parse import urlencode

from api.excerpts import is_reserved
from api.view import View
from ontology.cards import DocumentCard

__all__ = ["find_address", "is_valid_pass", "pass_for"]

# 16 hexadecimal digits: nobody guesses one of 2**64 by asking a web server.
PASS_CHARS = 16


def pass_for(text: str, start: int, end: int) -> str:
    """Return the pass that opens this stretch of a text.

    Its key is the text itself: who could forge a pass has the whole text already.
    """
    key = hashlib.sha256(text.encode()).digest()
    return hmac.new(key, f"{start}-{end}".encode(), "sha256").hexdigest()[:PASS_CHARS]


def is_valid_pass(text: str, start: int, end: int, given: str) -> bool:
    """Return whether a pass was given out for this stretch of the text."""
    return hmac.compare_digest(pass_for(text, start, end).encode(), given.encode())


def find_address(view: View, document: DocumentCard, start: int, end: int) -> str:
    """Return where a page shows a document at a find; a reserved text is opened by its pass."""
    values = {"start": str(start), "end": str(end)}
    if is_reserved(document.rights):
        values["pass"] = pass_for(view.archive.text(document.id), start, end)
    path = document.iri.removeprefix(view.iris.base)
    return f"/{path}?{urlencode(values)}#fund"
