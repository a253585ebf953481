"""Open questions: what was kept and nobody has answered yet, told without a word on who asks."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from api.standing import Standing
from ontology.iris import slug
from ontology.privacy import mask_contacts

__all__ = ["OpenQuestion", "open_questions", "remove_naming", "remove_open", "wording"]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that waits for its first answer: its words, and how often it was kept."""

    key: str
    text: str
    count: int


def wording(text: str) -> str:
    """Return what two questions share that differ in blanks, case and final marks alone."""
    return " ".join(text.casefold().split()).rstrip(" ?!.")


def open_questions(standing: Standing) -> list[OpenQuestion]:
    """Return the open questions, those that most people keep first."""
    texts: dict[str, list[str]] = {}
    for one in standing.questions():
        if one.is_open:
            texts.setdefault(wording(one.text), []).append(one.text)
    found = [
        OpenQuestion(_key(words), mask_contacts(same[0]), len(same))
        for words, same in texts.items()
    ]
    return sorted(found, key=lambda one: (-one.count, one.text.casefold()))


def remove_open(standing: Standing, key: str) -> int:
    """Remove an open question wherever it is kept; return how often it was."""
    same = [one for one in standing.questions() if one.is_open and _key(wording(one.text)) == key]
    for one in same:
        standing.remove(one.id)
    return len(same)


def remove_naming(standing: Standing, names: Collection[str]) -> int:
    """Remove every kept question, open or not, that names a person; return how many."""
    named = [one for one in standing.questions() if any(_names(one.text, name) for name in names)]
    for one in named:
        standing.remove(one.id)
    return len(named)


def _key(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:24]


def _names(text: str, name: str) -> bool:
    return f"-{_words(name)}-" in f"-{_words(text)}-"


def _words(text: str) -> str:
    return "-".join(slug(word) for word in re.findall(r"\w+", text))
