"""Chooses, among possible names, those of the undertakings that a document really tells of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.layout import Layout, Section, Span
from ingest.name_candidates import Candidate
from ingest.undertakings import read_noun
from ontology.model import Document, ProjectKind

__all__ = ["Named", "choose"]

# Measured on the development half of the corpus: the sum at which a candidate is more often
# right than wrong; below it only the best one of a document counts.
THRESHOLD = 3.3
FALLBACK = 2.2
# Weight of each further mention, and of how many at most: what a text is about, it repeats.
PER_MENTION, MAX_MENTIONS = 0.5, 3
IN_TITLE, IN_LEAD, WITH_ACTION, OF_OTHERS = 1.8, 0.8, 1.0, -1.0
IS_ORGANISATION, SEVERAL_SOURCES, SHARED_SENTENCE = -2.0, 1.0, 0.6
# A profile tells of one undertaking; another has to be named as clearly.
PROFILE_THRESHOLD = 5.5
# No document of a kind tells of more than so many undertakings in their own right.
MAX_NAMED = {"strategiepapier": 14, "newsletter": 20, "projektsteckbrief": 3}
MAX_NAMED_ELSEWHERE = 4

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
_SHARED = re.compile(
    r"\b(?:gemeinsam|zusammen|interkommunal|miteinander|beide[rn]?\s+Kommunen|Seite an Seite)", re.I
)
_OF_OTHERS = re.compile(
    r"zum\s+Vergleich|anders\s+als\b|woanders|anderswo|Verwechslung|nicht\s+zu\s+verwechseln"
    r"|Lesen\s+Sie|Mehr\s+zum\s+Thema|Vorbild\s+war|Weitere\s+Meldungen"
    r"|Auch\s+interessant|nach\s+dem\s+Vorbild|Das\s+könnte\s+Sie",
    re.I,
)
_GENERIC_NAME = re.compile(
    r"^(?:interkommunale[rns]?|gemeinsame[rns]?|regionale[rns]?)\s+(?:Zusammenarbeit|Projekte?"
    r"|Leitprojekte?|Vorhaben|Plattform(?:en)?|Anlagen?|Kooperation(?:en)?|Konzepte?|Strategien?"
    r"|Vereinbarung|Projekten|Koordinierungsstelle)$"
    r"|^(?:öffentlich-rechtliche[rs]?)\s+Vereinbarung|^Verwaltungsvereinbarung$"
    r"|^Kooperationsvereinbarung$|^Kooperationsprojekt$|^Zuwendungsbescheid|ordnung$|^"
    r"(?:Smart Cit(?:y|ies)|Open Data|Digitalisierung|E-Government)$"
    r"|^Kooperationsvereinbarung|^(?:gemeinsam|zentral|zuständig|eigen)\w*\s(?:Stelle|Verwaltung"
    r"|Datenbank|System|App|Portal|Agentur|Büro)$",
    re.I,
)
_ENDING = re.compile(r"(?<=\w{3})(?:ern|en|er|es|em|e|n|s)$")
_SHARING = re.compile(
    r"^(?:gemeinsam|interkommunal|regional|kommunal|neu|digital|geplant|einheitlich)\w*(?:e|er|es"
    r"|en|em)",
    re.I,
)
_SMALL = frozenset(
    (
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "und",
        "von",
        "für",
        "im",
        "in",
        "an",
        "am",
        "zu",
        "zum",
        "zur",
        "mit",
    )
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
    document: Document,
    layout: Layout,
    candidates: Iterable[Candidate],
    organisations: tuple[Span, ...],
) -> tuple[Named, ...]:
    """Return the undertakings of a document, the main one first."""
    groups = _joined(_groups(_possible(candidates)))
    named = [_named(document, layout, group, organisations) for group in groups]
    ranked = sorted(named, key=lambda n: (-n.score, n.mentions[0]))
    ranked = [n for n in ranked if not _GENERIC_NAME.search(n.name)]
    ranked = [n for n in ranked if n.score >= THRESHOLD or not _is_within(n, organisations)]
    if document.kind == "newsletter":
        return _one_a_section(layout, ranked)
    limit = MAX_NAMED.get(document.kind, MAX_NAMED_ELSEWHERE)
    floor = PROFILE_THRESHOLD if document.kind == "projektsteckbrief" else THRESHOLD
    chosen = [n for n in ranked if n.score >= floor][:limit]
    if not chosen:
        chosen = [n for n in ranked if n.score >= FALLBACK][:1]
    return tuple(chosen)


def _possible(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those inside a quoted name of something else."""
    known = list(candidates)
    barred = [c.span for c in known if c.weight < 0]
    return [c for c in known if c.weight < 0 or not any(b.holds(*_ends(c)) for b in barred)]


def _tokens(name: str) -> frozenset[str]:
    words = re.findall(r"[\wäöüß]+", name.lower())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _SMALL)


def _core(name: str) -> frozenset[str]:
    words = [word for word in name.split() if not _SHARING.fullmatch(word)]
    return _tokens(" ".join(words)) or _tokens(name)


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


def _named(
    document: Document, layout: Layout, group: list[Candidate], organisations: tuple[Span, ...]
) -> Named:
    best = max(group, key=lambda c: (c.weight, -c.span.start))
    spans = tuple(sorted({c.span for c in group}))
    score = best.weight + PER_MENTION * min(len(spans) - 1, MAX_MENTIONS)
    score += IN_TITLE * _in_title(document, layout, best, spans)
    score += IN_LEAD * (spans[0].start < _lead_end(layout))
    score += SEVERAL_SOURCES * (
        len({c.source for c in group if c.weight > 0} - {"shared", "founded"}) > 1
    )
    # A mention after the first in a sentence tells nothing new, and a run-on text has thousands.
    stretches = dict.fromkeys(layout.sentence_at(span.start) for span in spans)
    sentences = [layout.cut(stretch) for stretch in stretches]
    score += SHARED_SENTENCE * any(_SHARED.search(sentence) for sentence in sentences)
    score += WITH_ACTION * any(_ACTION.search(sentence) for sentence in sentences)
    others = [bool(_OF_OTHERS.search(_context(layout, span))) for span in stretches]
    score += OF_OTHERS * all(others)
    is_body = any(o.holds(*_ends(best)) for o in organisations) and not _is_joint_body(best)
    score += IS_ORGANISATION * is_body
    return Named(best.name, best.kind, spans, score, best.source)


def _is_joint_body(candidate: Candidate) -> bool:
    """Return whether a body is one that towns found to act together (`Zweckverband`)."""
    nouns = [read_noun(word) for word in candidate.name.split() if word[:1].isupper()]
    return any(
        n and n.head.kind in {"kooperation", "netzwerk"} and n.head.strength > 2 for n in nouns
    )


def _is_within(named: Named, organisations: tuple[Span, ...]) -> bool:
    first = named.mentions[0]
    return any(o.start <= first.end and first.start <= o.end for o in organisations)


def _ends(candidate: Candidate) -> tuple[int, int]:
    return candidate.span.start, candidate.span.end


def _context(layout: Layout, span: Span) -> str:
    sentence = layout.sentence_at(span.start)
    paragraph = layout.paragraph_at(span.start)
    return layout.text[paragraph.start : sentence.end][:40] + layout.cut(sentence)


def _in_title(document: Document, layout: Layout, best: Candidate, spans: tuple[Span, ...]) -> bool:
    if _core(best.name) <= _tokens(document.title):
        return True
    first = layout.sections[1].heading if len(layout.sections) > 1 else None
    return bool(first) and any(first.holds(span.start, span.end) for span in spans if first)


def _lead_end(layout: Layout) -> int:
    """Return the end of the first paragraph that is long enough to be prose."""
    prose = (p for p in layout.paragraphs if p.end - p.start > LEAD_CHARS)
    first = next(prose, None)
    return first.end if first else 0


# Headlines and captions stay below, a paragraph of two sentences lies above.
LEAD_CHARS = 180


def _one_a_section(layout: Layout, ranked: list[Named]) -> tuple[Named, ...]:
    chosen: list[Named] = []
    taken: dict[Section, float] = {}
    for named in ranked:
        sections = [layout.section_at(span.start) for span in named.mentions]
        section = next((s for s in sections if s.heading), sections[0])
        if section.heading is None or named.score < NEWSLETTER_FLOOR:
            continue
        if section in taken and named.score < THRESHOLD:
            continue
        taken[section] = named.score
        chosen.append(named)
    return tuple(chosen)


# In a newsletter every section has its own subject, so its best name needs little support.
NEWSLETTER_FLOOR = 1.5
