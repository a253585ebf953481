"""Says what speaks for and against a possible name: how it is written, where, and among what."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate
from ontology.model import Document

__all__ = ["Setting", "signals_of", "tokens_of"]

_ENDING = re.compile(r"(?<=\w{3})(?:ern|en|er|es|em|e|n|s)$")
_SMALL = frozenset("der die das des dem den und von für im in an am zu zum zur mit".split())  # noqa: SIM905 - a line of words reads better than a list of them
_ACTION = re.compile(
    r"\b(?:(?:ein|auf|aus|um|vor|mit|bei|her|an)?ge(?:führt|baut|gründet|startet|richtet"
    r"|schlossen|treten|setzt|fördert|plant|stellt|nutzt)\w*"
    r"|gründe\w*|start\w*|eröffne\w*|freigeschaltet|freigegeben|betreib\w*|betrieben|erarbeite\w*"
    r"|erstell\w*|entwickel\w*|entwickelt|beschlossen"
    r"|plan(?:t|en)|nutz(?:t|en)|beteilig\w*|teil(?:nehmen)?|läuft|besteht|bestehen|beendet"
    r"|verlängert|fortgesetzt|entsteh\w*|entstanden|schaffen|geschaffen"
    r"|übernimmt|unterzeichne\w*|vereinbar\w*|bau(?:t|en)\s|richtet|führ(?:t|en)\s|leg(?:t|en)\s"
    r"|setz(?:t|en)\s|schließ(?:t|en)|bilde\w*|entstand|teil(?:t|en)\s+sich"
    r"|arbeite(?:t|n)|ausgezeichnet|fördert|aufbau\w*|einführ\w*|Aufbau|Einführung|Gründung|Start"
    r"|gibt\s+es|Anstoß|Beitritt|kauf(?:t|en)|beschaff(?:t|en)|hat\s+ein)\b",
    re.I,
)
_OF_OTHERS = re.compile(
    r"zum\s+Vergleich|anders\s+als\b|woanders|anderswo|Verwechslung|nicht\s+zu\s+verwechseln"
    r"|Lesen\s+Sie|Mehr\s+zum\s+Thema|Vorbild\s+war|Weitere\s+Meldungen|gehört\s+nicht\s+hierher"
    r"|Auch\s+interessant|nach\s+dem\s+Vorbild|Das\s+könnte\s+Sie|Redaktion|Was\s+andere|aus\s+ander",
    re.I,
)
_MONEY_GIVER = re.compile(
    r"\b(?:aus(?:\s+dem|\s+der)?|Bund|Land|Mittel\w*|Förder\w+|Programm\w*)\W{1,3}$"
)
# Ways of finding a name that say little where another way found it, too.
WEAK_SOURCES = frozenset({"founded", "headline", "point", "shared"})
# The giver of money stands right before the name of its programme.
BEFORE_CHARS = 25


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document is and who is named in it, as the signals need it."""

    document: Document
    layout: Layout
    organisations: tuple[Span, ...]
    towns: tuple[Span, ...]


def tokens_of(text: str) -> frozenset[str]:
    """Return the telling words of a name without their endings."""
    words = re.findall(r"[\wäöüß]+", text.lower())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _SMALL)


def signals_of(setting: Setting, group: Sequence[Candidate], best: Candidate) -> dict[str, float]:
    """Return the signals of a name's candidates, of which `best` names it, by their names."""
    layout = setting.layout
    sources = {c.source for c in group if c.weight > 0}
    spans = sorted({c.span for c in group})
    # A mention after the first in a sentence tells nothing new, and a run-on text has thousands.
    stretches = list(dict.fromkeys(layout.sentence_at(span.start) for span in spans))
    sentences = [layout.cut(stretch) for stretch in stretches]
    towns = (sum(s.holds(t.start, t.end) for t in setting.towns) for s in stretches)
    return {
        "prior": best.weight,
        "is_quoted": float("quoted" in sources),
        "is_foreign": float("foreign" in sources),
        "is_coined": float("coined" in sources),
        "several_sources": float(len(sources - WEAK_SOURCES) > 1),
        "mentions": math.log(len(stretches)),
        "action": float(any(_ACTION.search(s) for s in sentences)),
        "dated": float(any(find_dates(s) for s in sentences)),
        "towns": float(max(towns) > 1),
        "is_body": float(any(o.holds(*_ends(best)) for o in setting.organisations)),
        "of_others": float(all(_OF_OTHERS.search(_context(layout, s)) for s in stretches)),
        "pays": float(any(_MONEY_GIVER.search(_before(layout, span)) for span in spans)),
    }


def _ends(candidate: Candidate) -> tuple[int, int]:
    return candidate.span.start, candidate.span.end


def _before(layout: Layout, span: Span) -> str:
    return layout.text[max(0, span.start - BEFORE_CHARS) : span.start].rstrip('(„“"» ') + " "


def _context(layout: Layout, span: Span) -> str:
    """Return a sentence with what its paragraph opens with."""
    paragraph = layout.paragraph_at(span.start)
    return layout.text[paragraph.start : span.end][:40] + layout.cut(span)
