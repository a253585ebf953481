"""Says how a possible name is written: marked how, of which words, of which known nouns."""

import re
from collections.abc import Sequence

from ingest.landscapes import is_landscape
from ingest.layout import Layout
from ingest.name_candidates import Candidate
from ingest.name_links import LINK
from ingest.name_tails import read_tail
from ingest.naming_words import word_group
from ingest.roles import is_role_noun
from ingest.undertakings import read_noun

__all__ = ["writing_signals"]

# All ways of finding a name, each a signal of its own.
SOURCES = (
    "apposed",
    "called",
    "capitalised",
    "coded",
    "counted",
    "coined",
    "described",
    "foreign",
    "founded",
    "headline",
    "item",
    "label",
    "opening",
    "phrase",
    "point",
    "quoted",
    "repeated",
    "shared",
    "short",
    "tabled",
    "titled",
)
_WEAK = frozenset(
    {"counted", "founded", "headline", "label", "opening", "point", "shared", "phrase"}
)
_SHARED = re.compile(r"^(?:gemeinsam|interkommunal|kreisweit|regional|überörtlich)", re.I)
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{4,}\b")
_SHORT_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{2,3}\b")
_INNER_CAPITAL = re.compile(r"[a-zäöüß][A-ZÄÖÜ]|\w\.[a-zäöü]{2,}|[A-ZÄÖÜ]{2,}[a-zäöüß]{2,}")
_HYPHENED = re.compile(r"[a-zäöüß]-[A-ZÄÖÜ]")
_YEAR = re.compile(r"\b20\d\d\b|\b\d(?:\.\d)?$")
_FOR = re.compile(r"[ ](?:für|auf|im|am|mit|statt|ohne|in|an|aus|vor|zum|zur)[ ]")
_GENITIVE = re.compile(r"[ ](?:der|des|von)[ ]")
_BODY = re.compile(
    r"\b(?:GmbH|mbH|AG|e\.?\s?V\.?|AöR|KG|eG|gGmbH|Verein|Verband)\b|(?i:verband|verein|werke)\b"
)
_LONG_NOUN = re.compile(r"[\wäöüß]+")
_GOES_ON = re.compile(
    r"[!?]?[“”\"«],?\s(?:sagte?|so\s|meinte?|heißt\ses|betont\w*|erklärt\w*|lobt\w*|freut|fasst|erinner\w*|räumt|antwort\w*|lacht\w*|findet|fragt\w*)"
)
_PRONOUN = re.compile(
    r"\b(?:ich|wir|uns|man|mir|mich|du|ihr|sie|es|er|nicht|bekommt?|geht|macht|kommt|fährt|war|saß|hätten?|maken)\b",
    re.I,
)
_PLACE_WORDS = frozenset(
    [
        "Stadt",
        "Gemeinde",
        "Gemeinden",
        "Städte",
        "Städten",
        "Landkreis",
        "Kreis",
        "Land",
        "Landes",
        "Markt",
        "Verbandsgemeinde",
        "Verbandsgemeinden",
        "Samtgemeinde",
        "Samtgemeinden",
        "Verwaltungsgemeinschaft",
        "Region",
        "Ortsteil",
        "Bundesland",
        "Freistaat",
    ]
)
_STATES = frozenset(
    [
        "Baden-Württemberg",
        "Bayern",
        "Brandenburg",
        "Deutschland",
        "Hessen",
        "Mecklenburg-Vorpommern",
        "NRW",
        "Niedersachsen",
        "Nordrhein-Westfalen",
        "Rheinland-Pfalz",
        "Saarland",
        "Sachsen",
        "Sachsen-Anhalt",
        "Schleswig-Holstein",
        "Thüringen",
    ]
)
# Names of undertakings seldom have more words.
LONG_QUOTE = 5
# Prior weights reach eight; the scale only keeps signals comparable.
PRIOR_SCALE = 5
LENGTH_SCALE = 20


def writing_signals(
    layout: Layout, group: Sequence[Candidate], best: Candidate
) -> dict[str, float]:
    """Return the signals of a name's writing, of which `best` names it, by their names."""
    sources = {c.source for c in group if c.weight > 0 or c.source == "short"}
    return (
        {f"by_{source}": float(source in sources) for source in SOURCES}
        | {
            "prior": best.weight / PRIOR_SCALE,
            "barred": float(any(c.weight < 0 for c in group)),
            "linked": float(any(c.source == LINK for c in group)),
            "several_ways": float(len(sources - _WEAK) > 1),
        }
        | _of_words(best.name)
        | _of_nouns(best.name)
        | _of_tail(best)
        | _of_quote(layout, group)
    )


def _of_tail(best: Candidate) -> dict[str, float]:
    """Return what the first noun of a name carries behind it."""
    words = best.name.split()
    heads = [i for i, word in enumerate(words) if word[:1].isupper()]
    rest = " ".join(words[heads[0] + 1 :]) if heads else ""
    tail = read_tail(" " + rest, 0) if rest else None
    return {
        "tail_landscape": float(bool(tail and tail.kind == "landscape")),
        "tail_number": float(bool(tail and tail.kind == "number")),
        "tail_other": float(bool(tail and tail.kind == "other")),
        "is_landscape": float(is_landscape(words[-1]) and len(words) == 1),
        "landscape": float(any(is_landscape(word) for word in words)),
        "state": float(any(word in _STATES for word in words)),
    }


def _of_quote(layout: Layout, group: Sequence[Candidate]) -> dict[str, float]:
    """Return whether a quote is what somebody says, by its words and by what goes on behind it."""
    quotes = [c for c in group if c.source == "quoted" and c.weight > 0]
    return {
        "speech": float(any(_is_speech(layout, c) for c in quotes)),
        "everyday_quote": float(
            any(c.name.lower().endswith(tuple(word_group("everyday_heads"))) for c in quotes)
        ),
        "long_quote": float(any(len(c.name.split()) > LONG_QUOTE for c in quotes)),
    }


def _is_speech(layout: Layout, quote: Candidate) -> bool:
    behind = layout.text[quote.span.end : quote.span.end + 40]
    return bool(_GOES_ON.match(behind) or _PRONOUN.search(quote.name))


def _of_words(name: str) -> dict[str, float]:
    words = name.split()
    capitalised = [word for word in words if word[:1].isupper() or word[:1].isdigit()]
    longest = max((len(word) for word in _LONG_NOUN.findall(name)), default=0)
    return {
        "one_word": float(len(words) == 1),
        "two_nouns": float(len(capitalised) == 2 and len(words) == 2),
        "many_words": float(len(words) > 3),
        "shared": float(bool(_SHARED.match(name))),
        "capitals": float(bool(_CAPITALS.search(name))),
        "short_capitals": float(bool(_SHORT_CAPITALS.search(name))),
        "inner_capital": float(bool(_INNER_CAPITAL.search(name))),
        "hyphened": float(bool(_HYPHENED.search(name))),
        "numbered": float(bool(_YEAR.search(name))),
        "preposition": float(bool(_FOR.search(name))),
        "genitive": float(bool(_GENITIVE.search(name))),
        "legal_form": float(bool(_BODY.search(name))),
        "length": min(longest, LENGTH_SCALE) / LENGTH_SCALE,
        "lower_start": float(name[:1].islower()),
        "question": float(name.endswith(("?", "!"))),
        "comma": float("," in name or ":" in name),
        "lower_words": sum(word[:1].islower() for word in words) / max(1, len(words)),
        "place": float(words[0] in _PLACE_WORDS if words else False),
    }


def _of_nouns(name: str) -> dict[str, float]:
    words = [word for word in re.findall(r"[\w-]+", name) if word[0].isupper()]
    nouns = [noun for noun in map(read_noun, words) if noun]
    first = nouns[0] if nouns else None
    strength = max((noun.head.strength for noun in nouns), default=0)
    head = words[0].lower() if words else ""
    last = words[-1].lower() if words else ""
    return {
        "head_1": float(strength == 1),
        "head_2": float(strength == 2),
        "head_3": float(strength == 3),
        "compound": float(any(noun.is_compound for noun in nouns)),
        "generic": float(bool(first and first.head.generic and not first.is_compound)),
        "plural": float(bool(first and first.is_plural)),
        "nominal": float(last.endswith(tuple(word_group("event_heads")))),
        "everyday": float(last.endswith(tuple(word_group("everyday_heads")))),
        "office": float(any(w.endswith(tuple(word_group("office_heads"))) for w in (head, last))),
        "programme": float(
            any(w.endswith(tuple(word_group("programme_heads"))) for w in (head, last))
        ),
        "made": float(any(w.endswith(tuple(word_group("made_heads"))) for w in (head, last))),
        "role": float(any(is_role_noun(word) for word in words)),
    }
