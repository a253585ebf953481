"""Texts of the pages in German and English; a key that is missing raises."""

from collections.abc import Callable

from api.editor_texts import EDITOR_TEXTS
from api.message_texts import LABELS, TEXTS
from api.overview_texts import OVERVIEW_TEXTS
from api.page_texts import PAGE_TEXTS
from api.sparql_texts import SPARQL_TEXTS

__all__ = ["LANGUAGES", "Translate", "label", "translator"]

LANGUAGES = ("de", "en")

Translate = Callable[..., str]


def translator(language: str) -> Translate:
    """Return the function that gives a text by key, its named gaps filled."""
    place = LANGUAGES.index(language)
    texts = {**TEXTS, **PAGE_TEXTS, **OVERVIEW_TEXTS, **EDITOR_TEXTS, **SPARQL_TEXTS}

    def translate(key: str, **gaps: object) -> str:
        return texts[key][place].format(**gaps)

    return translate


def label(code: str | None, language: str) -> str:
    """Return how a code of the model (`pressemitteilung`, `laufend`) reads; unknown ones stay."""
    if code is None:
        return ""
    known = LABELS.get(code)
    return known[LANGUAGES.index(language)] if known else code
