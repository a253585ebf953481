"""Chooses, among possible names, those of the undertakings that a document really tells of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.layout import Layout, Section, Span
from ingest.name_candidates import Candidate
from ingest.project_signals import Setting, signals_of, tokens_of
from ingest.undertakings import read_noun
from ontology.model import ProjectKind

__all__ = ["Named", "choose"]

# How much each signal speaks for a name. Fitted by logistic regression on 387 possible names of 51
# documents and rounded; leaving out one document at a time, F1 is 0.77. The last two weights are
# chosen: what a teaser names and the programme that pays are no undertakings of the document.
WEIGHTS = {
    "prior": 0.75,
    "first": 0.6,
    "rank": -0.55,
    "action": 0.5,
    "is_quoted": 0.3,
    "dated": 0.2,
    "first_here": 0.45,
    "is_foreign": -0.3,
    "several_sources": 0.2,
    "towns": 0.3,
    "is_body": -0.3,
    "is_coined": 0.2,
    "mentions": 0.1,
    "of_others": -1.5,
    "pays": -1.0,
}
BIAS = -2.8
# The logarithm of the odds at a probability of 0.3: from there to 0.45 F1 differs by 0.03 at most,
# and new documents show fewer signals than those the weights were fitted on.
# A document of which no name reaches it keeps its best one from 0.15 on.
THRESHOLD = -0.85
FALLBACK = -1.7
# The number of surer names from which their count says nothing more.
MAX_RANK = 8
# A name that its writing makes sure is one even where a person's name is found in it.
SURE_PRIOR = 4.0

_GENERIC_NAME = re.compile(
    r"^(?:Letter of Intent|Memorandum|Quick Wins?|Arbeitsgruppe)\b|\bwww\b"
    r"|(?:einzig|erst|nächst|weiter|neu)es\b.*Projekt$"
    r"|^(?:interkommunale[rns]?|gemeinsame[rns]?|regionale[rns]?)\s+(?:Zusammenarbeit|Projekte?"
    r"|Leitprojekte?|Vorhaben|Plattform(?:en)?|Anlagen?|Kooperation(?:en)?|Konzepte?|Strategien?"
    r"|Vereinbarung|Projekten|Koordinierungsstelle)$"
    r"|^(?:öffentlich-rechtliche[rs]?)\s+Vereinbarung|^Verwaltungsvereinbarung$"
    r"|^Kooperationsvereinbarung$|^Kooperationsprojekt$|^Zuwendungsbescheid|ordnung$|^"
    r"(?:Smart Cit(?:y|ies)|Open Data|Digitalisierung|E-Government)$"
    r"|^Kooperationsvereinbarung|^(?:gemeinsam|zentral|zuständig|eigen)\w*\s(?:Stelle|Verwaltung"
    r"|Datenbank|System|App|Portal|Agentur|Büro)$",
    re.I,
)
_SHARING = re.compile(
    r"^(?:gemeinsam|interkommunal|regional|kommunal|neu|digital|geplant|einheitlich)\w*(?:e|er|es"
    r"|en|em)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An undertaking's name with everything that named it in the text."""

    name: str
    kind: ProjectKind
    mentions: tuple[Span, ...]
    score: float
    source: str


def choose(
    setting: Setting, candidates: Iterable[Candidate], persons: tuple[Span, ...]
) -> tuple[Named, ...]:
    """Return the undertakings of a document, the main one first."""
    groups = _joined(_groups(_possible(candidates)))
    found = _scored(
        setting, [g for g in groups if not _is_ruled_out(_best(g), persons, setting.organisations)]
    )
    if setting.document.kind == "newsletter":
        found = [n for n in found if _section(setting.layout, n).heading]
    ranked = sorted(found, key=lambda n: (-n.score, n.mentions[0]))
    chosen = [n for n in ranked if n.score >= THRESHOLD]
    if setting.document.kind == "newsletter":
        return (*chosen, *_subjects(setting, ranked, chosen))
    return tuple(chosen or [n for n in ranked if n.score >= FALLBACK][:1])


def _subjects(setting: Setting, ranked: list[Named], chosen: list[Named]) -> Iterator[Named]:
    """Return the best name of each section that has none: it has a subject of its own."""
    told = {_section(setting.layout, named) for named in chosen}
    for named in ranked:
        section = _section(setting.layout, named)
        first = named.mentions[0]
        is_body = any(o.start < first.end and first.start < o.end for o in setting.organisations)
        if section not in told and named.score >= FALLBACK and not is_body:
            told.add(section)
            yield named


def _is_ruled_out(best: Candidate, persons: tuple[Span, ...], bodies: tuple[Span, ...]) -> bool:
    is_person = any(p.start < best.span.end and best.span.start < p.end for p in persons)
    is_part = best.source == "coined" and any(
        o.holds(best.span.start, best.span.end) for o in bodies
    )
    generic = bool(_GENERIC_NAME.search(best.name))
    return generic or is_part or (is_person and best.weight < SURE_PRIOR)


def _best(group: Sequence[Candidate]) -> Candidate:
    return max(group, key=lambda c: (c.weight, -c.span.start))


def _section(layout: Layout, named: Named) -> Section:
    sections = [layout.section_at(span.start) for span in named.mentions]
    return next((s for s in sections if s.heading), sections[0])


def _scored(setting: Setting, groups: list[list[Candidate]]) -> list[Named]:
    """Return the groups as names with their scores, each seen among the others."""
    ordered = sorted(groups, key=lambda g: (-_best(g).weight, _best(g).span))
    seen: set[Section] = set()
    found: list[Named] = []
    for rank, group in enumerate(ordered):
        best = _best(group)
        section = setting.layout.section_at(best.span.start)
        is_digest = setting.document.kind == "newsletter" and section.heading is not None
        signals = signals_of(setting, group, best) | {
            "first": float(rank == 0),
            "rank": min(rank, MAX_RANK) / MAX_RANK,
            "first_here": float(is_digest and section not in seen),
        }
        seen.add(section)
        score = BIAS + sum(weight * signals.get(name, 0) for name, weight in WEIGHTS.items())
        spans = tuple(sorted({c.span for c in group}))
        found.append(Named(best.name, best.kind, spans, round(score, 3), best.source))
    return found


def _possible(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those inside a quoted name of something else."""
    known = list(candidates)
    barred = [c.span for c in known if c.weight < 0]
    return [c for c in known if c.weight < 0 or not any(b.holds(*_ends(c)) for b in barred)]


def _core(name: str) -> frozenset[str]:
    words = [word for word in name.split() if not _SHARING.fullmatch(word)]
    return tokens_of(" ".join(words)) or tokens_of(name)


def _groups(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Put variants and short forms of one name together, longest core first."""
    groups: list[list[Candidate]] = []
    cores: list[frozenset[str]] = []
    ordered = sorted(candidates, key=lambda c: (-len(_core(c.name)), c.span))
    for candidate in ordered:
        core = _core(candidate.name)
        home = next((i for i, known in enumerate(cores) if _is_short_for(core, known)), None)
        if home is None:
            groups.append([candidate])
            cores.append(core)
        else:
            groups[home].append(candidate)
    return groups


def _is_short_for(core: frozenset[str], known: frozenset[str]) -> bool:
    """Return whether a name is part of another, or the bare head of its compound (`Stelle`)."""
    if core <= known:
        return True
    word = next(iter(core)) if len(core) == 1 else ""
    noun = read_noun(word.capitalize()) if word else None
    is_bare = bool(noun and noun.head.generic and not noun.is_compound)
    return is_bare and any(other.endswith(word) for other in known)


def _joined(groups: list[list[Candidate]]) -> list[list[Candidate]]:
    """Put a noun to the quoted name that it introduces (`Rufbus „Holibri“`)."""
    quoted = {c.span.start: i for i, g in enumerate(groups) for c in g if c.source == "quoted"}
    joined: list[list[Candidate]] = []
    for group in groups:
        ends = [c.span.end for c in group if c.source == "described" and len(_core(c.name)) == 1]
        homes = [quoted[end + gap] for end in ends for gap in (1, 2) if end + gap in quoted]
        if homes and groups[homes[0]] is not group:
            groups[homes[0]].extend(Candidate(c.name, c.span, c.kind, "alias", 0.0) for c in group)
        else:
            joined.append(group)
    return joined


def _ends(candidate: Candidate) -> tuple[int, int]:
    return candidate.span.start, candidate.span.end
