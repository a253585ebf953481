"""Reads who has the post told of before: `eine Managerin ... Die Stelle hat A B angetreten`."""

import re

from ingest.descriptions import Claimed
from ingest.duty_nouns import Clause
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import agrees, is_plural, nominative, role_phrases

__all__ = ["fills_post"]

_POST = r"(?:Stelle|Posten|Amt)"
_HAS = re.compile(
    rf"(?:(?<!\w)(?:[Dd]ie|[Dd]en|[Dd]as|[Dd]iese[nrs]?)\s(?:neue\s)?{_POST}\s(?:hat|übernahm|übernimmt|bekam|erhielt|besetzt)|"
    r"(?<!\w)[Bb]esetzt\s(?:hat|wird|wurde|ist)\s(?:sie|die\sStelle|er|es)(?:\s(?:seit|mit|durch|von)(?:\s\w+\s\d{4}(?:\smit)?)?)?|"
    r"(?<!\w)Stelleninhaber(?:in)?\s(?:ist|wurde|wird))\s(?P<office>[^.,;:\n]{0,50})$"
)
_ARTICLE = re.compile(r"(?<!\w)(?:[Ee]ine[rsn]?|[Ee]in|des|der)\s$")
# How far back the post is told; our choice.
_WITHIN = 360


def fills_post(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Return the office of the post that the words before a name say its bearer has."""
    flat = text.flat
    found = _HAS.search(flat, start, name.start)
    if found is None:
        return None
    line = flat.rfind("\n", 0, found.start()) + 1
    is_female = is_woman(name.name)
    for phrase in reversed(
        list(role_phrases(flat, max(line, found.start() - _WITHIN), found.start()))
    ):
        noun = flat[phrase.noun_start : phrase.end]
        is_told = _ARTICLE.search(flat[: phrase.start][-8:])
        if is_told and not is_plural(noun) and agrees(noun, is_female=is_female):
            role = nominative(flat[phrase.start : phrase.end], is_female=is_female)
            return Claimed(role, None, found.start(), name.end)
    return None
