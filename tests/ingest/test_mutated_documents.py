"""Damaged and strange texts are read without error, with true offsets, in bounded time."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import documents_folder
from ingest.facts import extract_facts
from ingest.pipeline import read_document
from ontology.model import Document, Evidence, Facts
from tests.ingest.texts import a_document

# One text of each kind and format; every seed damages it in another way.
NAMES = ("owl-019.html", "owl-022.docx", "owl-025.pdf", "owl-028.docx", "de-011.eml", "owl-013.eml")
SEEDS = range(1)
# A page of text costs a tenth of a second; what is not linear costs many times that on a few pages.
MOST_SECONDS = 4.0


def dropped_lines(text: str, dice: random.Random) -> str:
    return "\n".join(line for line in text.split("\n") if dice.random() > 0.3)


def swapped_paragraphs(text: str, dice: random.Random) -> str:
    paragraphs = text.split("\n\n")
    dice.shuffle(paragraphs)
    return "\n\n".join(paragraphs)


def doubled_characters(text: str, dice: random.Random) -> str:
    return "".join(char * (2 if dice.random() < 0.05 else 1) for char in text)


def lost_characters(text: str, dice: random.Random) -> str:
    return "".join(char for char in text if dice.random() > 0.03)


def broken_encoding(text: str, dice: random.Random) -> str:
    wrong = text.encode("utf-8").decode("cp1252", errors="replace")
    cut = dice.randrange(len(text))
    return text[:cut] + wrong[cut:]


def one_line(text: str, _: random.Random) -> str:
    return " ".join(text.split())


def no_blanks(text: str, _: random.Random) -> str:
    return "".join(text.split())


def shouted(text: str, _: random.Random) -> str:
    return text.upper()


def strange_signs(text: str, dice: random.Random) -> str:
    signs = "\u00ad\u200b\u202e\x00\ufeff\u0301„“()|*#-–:;\t"
    return "".join(char + (dice.choice(signs) if dice.random() < 0.03 else "") for char in text)


def shuffled_words(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    dropped_lines,
    swapped_paragraphs,
    doubled_characters,
    lost_characters,
    broken_encoding,
    one_line,
    no_blanks,
    shouted,
    strange_signs,
    shuffled_words,
)


@pytest.fixture(scope="module")
def texts() -> dict[str, Document]:
    folder = documents_folder()
    return {name: _read(folder / name) for name in NAMES}


def _read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name).document


def evidence_in(thing: object) -> Iterator[Evidence]:
    """Yield every evidence that facts hold, however deep."""
    if isinstance(thing, Evidence):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from evidence_in(each)
    elif hasattr(thing, "__slots__"):
        for name in thing.__slots__:
            yield from evidence_in(getattr(thing, name))


def offsets_hold(text: str, facts: Facts) -> bool:
    return all(text[one.start : one.end] == one.quote for one in evidence_in(facts))


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_a_damaged_text_is_read_with_true_offsets(
    mutate: Callable[[str, random.Random], str], texts: dict[str, Document]
) -> None:
    for name, document in texts.items():
        for seed in SEEDS:
            damaged = mutate(document.text, random.Random(f"{name} {seed}"))  # noqa: S311 — dice
            begun = time.process_time()
            facts = extract_facts(a_document(damaged, kind=document.kind, date="2024-05-23"))
            assert time.process_time() - begun < MOST_SECONDS, (name, seed)
            assert offsets_hold(damaged, facts), (name, seed)
