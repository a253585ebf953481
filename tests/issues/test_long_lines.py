"""Lines without blanks or ends, as broken conversions leave them, took the square of their length.

A key of 6,000 letters took 2.5 s and one of 60,000 would have taken four minutes: patterns began
anew at every letter of a word. A list of 460 names in one sentence took 10 s: each name's sentence
was read whole again.
"""

import time

import pytest

from ingest.facts import extract_facts
from tests.ingest.texts import a_document

CHARS = 12_000
# What was repaired took 10 to 20 s at this length, now 0.2 to 3 s.
MOST_SECONDS = 8.0


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("A", id="one word of capitals"),
        pytest.param("äÖ", id="one word of umlauts"),
        pytest.param("a-b-", id="one word of hyphens"),
        pytest.param("Ab-Cd-", id="one compound"),
        pytest.param("Anna Müller, ", id="a sentence of names"),
        pytest.param("Prof. Dr. Dr. ", id="a sentence of titles"),
        pytest.param("„Projekt ", id="quotes never closed"),
        pytest.param("Stadt | ", id="one row of cells"),
        pytest.param("12 Millionen Euro Kosten ", id="a sentence of amounts"),
        pytest.param("Programm zur Förderung der Stadt ", id="a sentence of programmes"),
    ],
)
def test_a_line_without_end_is_read_in_time_that_grows_with_its_length(unit: str) -> None:
    text = (unit * CHARS)[:CHARS]
    begun = time.process_time()
    extract_facts(a_document(text, date="2024-05-23"))
    assert time.process_time() - begun < MOST_SECONDS
