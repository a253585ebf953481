"""Texts of the pages in German and English; a key that is missing raises."""

from collections.abc import Callable, Mapping

from api.bringing_texts import BRINGING_TEXTS
from api.editor_texts import EDITOR_TEXTS
from api.interface_texts import INTERFACE_TEXTS
from api.message_texts import LABELS, TEXTS
from api.overview_texts import OVERVIEW_TEXTS
from api.page_texts import PAGE_TEXTS
from api.problem_texts import PROBLEM_TEXTS
from api.sparql_texts import SPARQL_TEXTS
from api.standing_texts import STANDING_TEXTS
from api.tour_texts import TOUR_TEXTS

__all__ = ["LANGUAGES", "Translate", "knows", "label", "texts", "translator"]

LANGUAGES = ("de", "en")

Translate = Callable[..., str]


def texts() -> Mapping[str, tuple[str, str]]:
    """Return every text by its key, German first."""
    return _ALL


def knows(key: str) -> bool:
    """Return whether there is a text for a key."""
    return key in _ALL


def translator(language: str) -> Translate:
    """Return the function that gives a text by key, its named gaps filled."""
    place = LANGUAGES.index(language)

    def translate(key: str, **gaps: object) -> str:
        return _ALL[key][place].format(**gaps)

    return translate


def label(code: str | None, language: str) -> str:
    """Return how a code of the model (`pressemitteilung`, `laufend`) reads; unknown ones stay."""
    if code is None:
        return ""
    known = LABELS.get(code)
    return known[LANGUAGES.index(language)] if known else code


_ALL = {
    **TEXTS,
    **PAGE_TEXTS,
    **OVERVIEW_TEXTS,
    **EDITOR_TEXTS,
    **BRINGING_TEXTS,
    **INTERFACE_TEXTS,
    **PROBLEM_TEXTS,
    **SPARQL_TEXTS,
    **STANDING_TEXTS,
    **TOUR_TEXTS,
}
