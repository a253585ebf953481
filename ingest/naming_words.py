"""The patterns and word groups by which names of undertakings are told from other words."""

import json
import re
from functools import cache
from importlib.resources import files

__all__ = ["MAX_ACRONYM_CHARS", "NO_UNDERTAKING", "QUOTED", "WORD", "word_group"]

# Bounded: else a line without blanks (a key, a picture in letters) costs its length squared.
WORD = r"[A-ZÄÖÜ][\wäöüß³²]{0,60}(?:-[\wäöüßÄÖÜ]{1,60}){0,8}"
QUOTED = re.compile(r"[„“\"»‚](?P<name>[^„“”\"»«\n]{3,70}?)[“”\"«‘](?P<after>-?\w*)")
# Longer words in capitals are a headline's, not an abbreviation.
MAX_ACRONYM_CHARS = 5
NO_UNDERTAKING = re.compile(
    r"meet-?up|workshop|treffen|sitzung|schulung|projektbüro|stichwort|öffentlichkeitsarbeit"
    r"|fortbildung|veranstaltung|^weitere|^erste",
    re.I,
)


@cache
def word_group(name: str) -> frozenset[str]:
    """Return a group of words of `ingest/data/naming-words.json` for membership tests."""
    source = files("ingest") / "data" / "naming-words.json"
    return frozenset(json.loads(source.read_text(encoding="utf-8"))[name])
