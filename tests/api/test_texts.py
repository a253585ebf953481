"""The pages' texts: every one in German and in English, with the same gaps, and every one used."""

import re
from pathlib import Path
from string import Formatter

import pytest

import api
from api.messages import LANGUAGES, label, texts, translator

SOURCES = [
    path
    for path in Path(api.__file__).parent.rglob("*")
    if path.suffix in {".html", ".py"} and not path.stem.endswith("_texts")
]
# Said in both languages alike: names and formats.
SAME = {"name", "as_pdf", "sparql_docs"}
# Said to English readers of the handbook alone.
GERMAN_ONLY = {"german_only"}


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(texts()))
def test_a_text_has_both_languages_and_the_same_gaps(key: str) -> None:
    german, english = texts()[key]
    assert english
    assert german or key in GERMAN_ONLY
    assert gaps(german) == gaps(english) or not german
    if len(german.split()) > 3:
        assert german != english


def test_every_text_that_a_template_names_is_there() -> None:
    named = set()
    for path in SOURCES:
        named |= set(re.findall(r'\bt\("(\w+)(?<!_)"', path.read_text("utf-8")))
    assert named - set(texts()) == set()


def test_no_text_stands_unused() -> None:
    everything = "\n".join(path.read_text("utf-8") for path in SOURCES)
    joined = tuple(set(re.findall(r'\bt\(\(?"(\w+_)"', everything)))
    unused = [key for key in texts() if f'"{key}"' not in everything and not key.startswith(joined)]
    assert unused == []


def test_sentences_end_as_sentences_do() -> None:
    for key, both in texts().items():
        for text in both:
            if len(text.split()) > 12:
                assert text.rstrip()[-1] in ".?!:)}", f"{key}: {text}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_codes_are_said_in_words(language: str) -> None:
    assert label("laufend", language) in {"läuft", "running"}
    assert translator(language)("name") == "Nachbarwissen"
