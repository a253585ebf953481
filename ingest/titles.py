"""Finds a text's title in its first lines and writes capitals the way the text does."""

import re
from itertools import islice

from ingest.sentences import sentences

__all__ = ["as_written", "opening_of", "title_in"]

# Longer first lines are the beginning of the text, not its title.
MAX_TITLE_CHARS = 160

# A title stands among the first lines, below letterhead and kind.
HEAD_LINES = 8

# These say what the paper is, not what it is about: the title goes on in the next line.
_FORM = re.compile(
    r"(?:kurz|ergebnis|verlaufs|wort|sitzungs)?protokoll|niederschrift|(?:ergebnis|gesprächs)?vermerk|"
    r"dokumentation|(?:projekt)?steckbrief|(?:beschluss|mitteilungs|informations|sitzungs)vorlage",
    re.IGNORECASE,
)
# These only say through which door it came.
_DOOR = re.compile(
    r"(?:gemeinsame )?(?:presse|medien)-?(?:mitteilung|information|meldung|info|dienst)(?: \S+)?|"
    r"newsletter|(?:von|an|datum|betreff|gesendet):.*|[\d.\s:,]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")


def title_in(text: str) -> str | None:
    """Return the title a text gives itself, or nothing when it begins with prose."""
    lines = list(islice((line for line in text.split("\n") if line.strip()), HEAD_LINES))
    for index, line in enumerate(lines):
        if _DOOR.fullmatch(line) or _is_head(lines, index):
            continue
        if _FORM.fullmatch(line) and index + 1 < len(lines) and _fits(lines[index + 1]):
            return f"{as_written(line, text)}: {as_written(lines[index + 1], text)}"
        return as_written(line, text) if _fits(line) else None
    return None


def opening_of(text: str) -> str:
    """Return the first sentence of a text, or as many of its words as make a line."""
    start, end = next(iter(sentences(text)), (0, 0))
    first = text[start:end].rstrip(".")
    if len(first) <= MAX_TITLE_CHARS:
        return first
    return f"{first[:MAX_TITLE_CHARS].rsplit(' ', 1)[0]} …"


def _is_head(lines: list[str], index: int) -> bool:
    """Tell the sender's name: a short first line with a title of its own below."""
    following = lines[index + 1 : index + 2]
    if not following or len(lines[index].split()) > 6 or not _fits(following[0]):
        return False
    is_section = re.search(r"\s[-–|·]\s[^\s]+$", lines[index]) is not None
    after_door = index > 0 and _DOOR.fullmatch(lines[index - 1]) is not None
    return is_section or (after_door and following[0].isupper())


def _fits(line: str) -> bool:
    return len(line) <= MAX_TITLE_CHARS and line[-1] not in ".:,;"


def as_written(words: str, text: str) -> str:
    """Return a line of capitals in the letters the rest of the text uses for the same words."""
    if not words.isupper():
        return words
    seen: dict[str, str] = {}
    for word in _WORD.findall(text):
        if not word.isupper():
            known = seen.get(word.casefold())
            # A sentence begins with a capital whatever the word: the small form tells more.
            seen[word.casefold()] = word if known is None or word.islower() else known
    return _calm(words, seen)


def _calm(words: str, seen: dict[str, str]) -> str:
    def written(found: re.Match[str]) -> str:
        word = found.group()
        calm = seen.get(word.casefold(), word.capitalize())
        return calm[:1].upper() + calm[1:] if found.start() == 0 else calm

    return _WORD.sub(written, words)
