"""Finds names in front of paragraphs: `Schwammwege. Wege werden ...`, `LP 2 – Sensornetz. ...`."""

import re
from collections.abc import Iterator

from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate, kind_of
from ingest.naming_words import NO_UNDERTAKING, QUOTED

__all__ = ["runin_names"]

_BULLET = r"[ \t>*•▸►→◆■□☐☑☒✓✔○–-]*"
_BOX = r"\[[ xX✓–-]?\]"
_RUN_IN = re.compile(
    rf"^{_BULLET}(?:{_BOX})?[ \t]*"
    r"(?:[A-Z]{1,3}[ ]?\d{1,2}(?:\.\d{1,2})?|\d{1,2}(?:\.\d{1,2})*\.?\)?"
    r"|[a-z]\)|(?:TOP|[A-ZÄÖÜ][a-zäöüß]{3,14})[ ](?:\d{1,2}|[A-Z])\b)?"
    r"[ \t.:|)–-]*(?P<name>[A-ZÄÖÜ„a-z][^.:?!\n|]{2,60}?)(?P<close>[.:])[ \t]+(?=[A-ZÄÖÜ„0-9])",
    re.M,
)
# Chapters have plain numbers; measures have codes ("LP 2", "M1", "4.3").
_CODE = re.compile(
    rf"{_BULLET}(?:[A-Z]{{1,3}}[ ]?\d|\d{{1,2}}\.\d{{1,2}}\b"
    r"|(?:Maßnahme|Projekt|Vorhaben|Baustein)[ ]\d)"
)
# Less surely those with boxes to tick, or a number behind the word for a part ("Ergebnis 3");
# behind the word for a place on an agenda or a page it counts topics.
_COUNT = re.compile(
    rf"{_BULLET}(?:{_BOX}"
    r"|(?!TOP|Punkt|Thema|Frage|Seite|Blatt|Karte|Tisch|Gruppe|Anlage|Kapitel|Abschnitt|Teil|Tag"
    r"|Folie|Block)[A-ZÄÖÜ][a-zäöüß]{3,14}[ ]\d)"
)
MAX_WORDS = 7
# One paragraph that opens so is a sentence; several are a list.
MIN_RUN_INS = 2


def runin_names(layout: Layout) -> Iterator[Candidate]:
    """Return the short openings of paragraphs, apart by the mark that closes them."""
    hits = [
        hit
        for hit in _RUN_IN.finditer(layout.text)
        if len(hit["name"].split()) <= MAX_WORDS
        and not NO_UNDERTAKING.search(hit["name"])
        and not _quotes_name(layout, hit.end())
    ]
    for mark, source in ((".", "opening"), (":", "label")):
        found = [hit for hit in hits if hit["close"] == mark]
        if len(found) < MIN_RUN_INS:
            continue
        coded = [hit for hit in found if _CODE.match(hit.group())]
        counted = [hit for hit in found if hit not in coded and _COUNT.match(hit.group())]
        for hit in found:
            name = hit["name"].strip(" *„“–-")
            start = hit.start("name") + hit["name"].find(name)
            way, weight = source, 1.0
            if len(coded) >= MIN_RUN_INS and hit in coded:
                way, weight = "coded", 4.0
            elif len(counted) >= MIN_RUN_INS and hit in counted:
                way, weight = "counted", 1.0
            yield Candidate(name, Span(start, start + len(name)), kind_of(name), way, weight)


def _quotes_name(layout: Layout, start: int) -> bool:
    """Return whether the sentence behind an opening quotes a name: then that is the name."""
    sentence = layout.sentence_at(start)
    return bool(QUOTED.search(layout.text, start, max(start, sentence.end)))
