"""Chooses, among possible names, those of the undertakings that a document really tells of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.decisions import decision, probability
from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate
from ingest.name_contexts import Setting, context_signals
from ingest.name_groups import best_of, grouped
from ingest.name_links import linked
from ingest.name_peers import home_section, peer_signals
from ingest.name_words import word_signals
from ingest.name_writing import writing_signals
from ontology.model import ProjectKind

__all__ = ["Named", "Possible", "choose", "company_signals", "possible_names"]

# The best F1 lies where a name is taken from half that F1 on (Lipton and others 2014).
THRESHOLD = 0.35
# A document begins with its subject: of the names that are so likely the first is the main one.
SURE = 0.5
# A document of which no name reaches it keeps its best one from here on.
FALLBACK = 0.12
# A numbered part of a chapter of measures is one, whatever its words: 7 of 8 are in the documents
# that weights were learnt from, too few for a weight of their own to say so.
ITEM_CHANCE = 0.5
# The number of surer names from which their count says nothing more.
MAX_RANK = 8
# Odds beyond these say nothing more.
MAX_GAP, MAX_BEST = 4.0, 3.0
# What marks a name as somebody's own and no common noun.
_PROPER = (
    "by_apposed",
    "by_coded",
    "by_coined",
    "by_counted",
    "by_item",
    "by_opening",
    "by_quoted",
    "by_tabled",
    "by_titled",
    "capitals",
    "inner_capital",
    "tail_landscape",
)
# A name that its writing makes sure is one even where a person's name is found in it.
SURE_PRIOR = 4.0

_GENERIC_NAME = re.compile(
    r"^(?:Bundes|Landes|Förder|Sonder)?programm\w*$"
    r"|^(?:Letter of Intent|Memorandum|Quick Wins?|Arbeitsgruppe)\b|\bwww\b"
    r"|(?:einzig|erst|nächst|weiter|neu)es\b.*Projekt$"
    r"|^(?:interkommunale[rns]?|gemeinsame[rns]?|regionale[rns]?)\s+(?:Zusammenarbeit|Projekte?"
    r"|Leitprojekte?|Vorhaben|Plattform(?:en)?|Anlagen?|Kooperation(?:en)?|Konzepte?|Strategien?"
    r"|Vereinbarung|Projekten|Koordinierungsstelle)$"
    r"|^(?:öffentlich-rechtliche[rs]?)\s+Vereinbarung|^Verwaltungsvereinbarung$"
    r"|^Kooperationsvereinbarung$|^Kooperationsprojekt$|^Zuwendungsbescheid|ordnung$|^"
    r"(?:Smart Cit(?:y|ies)|Open Data|Digitalisierung|E-Government)$"
    r"|^Kooperationsvereinbarung|^(?:gemeinsam|zentral|zuständig|eigen)\w*\s(?:Stelle|Verwaltung"
    r"|Datenbank|System|App|Portal|Agentur|Büro)$"
    # Officers have undertakings and are none.
    r"|^[\w-]*beauftragte[rn]?$"
    # What a council is handed tells of undertakings and is none, with its number or without.
    r"|^(?:(?:Beschluss|Mitteilungs|Informations|Berichts|Sitzungs|Rats|Kreistags|Ausschuss|Tisch"
    r"|Verwaltungs|Ergänzungs)?-?Vorlagen?|Drucksachen?|Niederschrift(?:en)?|Tagesordnung(?:en)?"
    r"|Sitzungs(?:protokolle?|unterlagen?)|Beschlussvorschl(?:ag|äge))"
    r"(?:\s+(?:Nr\.?\s*)?[\w/.-]*\d[\w/.-]*)?$",
    re.I,
)


# "Naturschutzstation Kreis" before "Unna": part of a body's name.
_CUT_BEFORE_COUNTY = re.compile(r"(?<!\w)(?:Land)?[Kk]reis\s[A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Named:
    """An undertaking's name with everything that named it, and how probably it is one."""

    name: str
    kind: ProjectKind
    mentions: tuple[Span, ...]
    score: float
    source: str


@dataclass(frozen=True, slots=True)
class Possible:
    """All that may name one thing, the best of it, and what speaks for and against it."""

    best: Candidate
    spans: tuple[Span, ...]
    signals: Mapping[str, float]


def possible_names(setting: Setting, candidates: Iterable[Candidate]) -> tuple[Possible, ...]:
    """Return the possible names of a document with their signals, variants put together."""
    found: list[Possible] = []
    groups = grouped(c for c in candidates if not _is_somebody(setting, c))
    for group in linked(setting.layout, groups):
        best = best_of(group)
        if not _is_ruled_out(setting, best):
            signals = writing_signals(setting.layout, group, best)
            signals |= context_signals(setting, group, best)
            spans = tuple(sorted({c.span for c in group}))
            signals |= word_signals(setting.layout, _quoted_within(best), spans)
            signals |= setting.opinions.of(spans) if setting.opinions else {}
            found.append(Possible(best, spans, signals))
    return tuple(found)


def _is_somebody(setting: Setting, candidate: Candidate) -> bool:
    """Return whether a run of capitals is only a person or town."""
    span = candidate.span
    return candidate.source == "phrase" and (
        any(p.start < span.end and span.start < p.end for p in setting.persons)
        or any(t.holds(span.start, span.end) for t in setting.towns)
    )


def _is_ruled_out(setting: Setting, best: Candidate) -> bool:
    span = best.span
    is_person = any(p.start < span.end and span.start < p.end for p in setting.persons)
    return (
        bool(_GENERIC_NAME.search(best.name))
        or _is_cut_short(setting.layout.text, span)
        or (is_person and best.weight < SURE_PRIOR)
    )


def _is_cut_short(text: str, span: Span) -> bool:
    """Return whether a name ends within that of a county."""
    last_word = max(text.rfind(" ", span.start, span.end) + 1, span.start)
    county = _CUT_BEFORE_COUNTY.match(text, last_word)
    return county is not None and county.end() == span.end + 2


def company_signals(
    names: Sequence[Possible], odds: Sequence[float], layout: Layout, *, is_newsletter: bool
) -> list[dict[str, float]]:
    """Return for each name what the others, with their odds by themselves, say of it."""
    peers = peer_signals(
        [name.signals for name in names],
        odds,
        [home_section(layout, name.spans) for name in names],
        is_newsletter=is_newsletter,
    )
    ranks = _rank_signals(names, odds)
    return [one | other for one, other in zip(ranks, peers, strict=True)]


def _rank_signals(names: Sequence[Possible], odds: Sequence[float]) -> list[dict[str, float]]:
    order = sorted(range(len(names)), key=lambda i: (-odds[i], names[i].spans[0]))
    ranks = {index: rank for rank, index in enumerate(order)}
    first = odds[order[0]] if order else 0.0
    second = odds[order[1]] if len(order) > 1 else first - MAX_GAP
    is_led = bool(order) and _is_proper(names[order[0]])
    return [
        {
            "odds": odds[index],
            "first": float(ranks[index] == 0),
            "second": float(ranks[index] == 1),
            "third": float(ranks[index] == 2),
            "rank": min(ranks[index], MAX_RANK) / MAX_RANK,
            "gap": _clip(odds[index] - (first if ranks[index] else second), MAX_GAP) / MAX_GAP,
            "best": _clip(first, MAX_BEST) / MAX_BEST,
            "beside_proper": float(is_led and ranks[index] > 0 and _is_proper(name)),
            "common_beside_proper": float(is_led and ranks[index] > 0 and not _is_proper(name)),
            "common": float(not _is_proper(name)),
        }
        for index, name in enumerate(names)
    ]


def _is_proper(name: Possible) -> bool:
    return any(name.signals.get(signal, 0) > 0 for signal in _PROPER)


def _clip(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


def choose(setting: Setting, candidates: Iterable[Candidate]) -> tuple[Named, ...]:
    """Return the undertakings of a document, the main one first."""
    names = possible_names(setting, candidates)
    # Where the network has no opinion, other weights are right for the other signals.
    sight = "_seen" if setting.opinions else ""
    alone = [decision(f"name{sight}").odds(name.signals) for name in names]
    is_newsletter = setting.document.kind == "newsletter"
    among = company_signals(names, alone, setting.layout, is_newsletter=is_newsletter)
    found = [
        Named(
            _quoted_within(name.best),
            name.best.kind,
            name.spans,
            _chance(name, decision(f"name_among_names{sight}").odds(signals)),
            name.best.source,
        )
        for name, signals in zip(names, among, strict=True)
    ]
    ranked = sorted(found, key=lambda n: (-n.score, n.mentions[0]))
    chosen = [n for n in ranked if n.score >= THRESHOLD]
    if is_newsletter:
        return (*chosen, *_subjects(setting, ranked, chosen))
    main = min(chosen, key=lambda named: _leads(setting, named), default=None)
    if main is None:
        return tuple(n for n in ranked if n.score >= FALLBACK)[:1]
    return (main, *(named for named in chosen if named is not main))


# "Umzug („Projekt Storch“)": the name is what is quoted; of a cell of a table all is the name,
# unless a single noun says what it is ("Modellprojekt „Die kreative Stadt“").
_QUOTED = re.compile(r"(?P<before>[^„»“\"]*)[„»“\"](?P<name>[^„“”»«\"]{4,70})[“”«\"]")
_SAYS_NO_MORE = re.compile(r"[\w-]+\s$|$")


def _quoted_within(best: Candidate) -> str:
    found = _QUOTED.match(best.name)
    if found is None or (best.source == "tabled" and not _SAYS_NO_MORE.match(found["before"])):
        return best.name
    return found["name"]


def _chance(name: Possible, odds: float) -> float:
    least = ITEM_CHANCE if name.signals.get("by_item") else 0.0
    return max(least, probability(odds))


def _leads(setting: Setting, named: Named) -> tuple[bool, bool, Span]:
    """Return what makes an undertaking the document's main one: title, sureness, first mention."""
    is_titled = named.name.casefold() in setting.document.title.casefold()
    return not is_titled, named.score < SURE, named.mentions[0]


def _subjects(setting: Setting, ranked: list[Named], chosen: list[Named]) -> Iterator[Named]:
    """Return the best name of each section that has none: it has a subject of its own."""
    told = {home_section(setting.layout, named.mentions) for named in chosen}
    for named in ranked:
        section = home_section(setting.layout, named.mentions)
        first = named.mentions[0]
        is_body = any(o.start < first.end and first.start < o.end for o in setting.organisations)
        if section.heading and section not in told and named.score >= FALLBACK and not is_body:
            told.add(section)
            yield named
