"""Puts the variants and short forms of one name together, and says which of them names it best."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.name_candidates import Candidate
from ingest.name_contexts import tokens_of
from ingest.name_tails import read_tail
from ingest.undertakings import read_noun

__all__ = ["best_of", "grouped"]

_SHARING = re.compile(
    r"^(?:gemeinsam|interkommunal|regional|kommunal|neu|digital|geplant|einheitlich)\w*(?:e|er|es"
    r"|en|em)",
    re.I,
)
_PROPER_BEGIN = re.compile(r"[A-ZÄÖÜ0-9]|[a-zäöü]+[A-ZÄÖÜ.]")
_COINED = re.compile(
    r"^(?:[\wäöüß]+\.[\wäöüß]{2,}|[A-ZÄÖÜ]?[a-zäöüß]+[A-ZÄÖÜ]\w+|[A-ZÄÖÜ]{3,}[\w-]*|[\w-]+ [IVX]+)$"
)
_PART = re.compile(r"[A-ZÄÖÜ][a-zäöüß]*")
# A quote that weighs less may be what somebody says.
MIN_QUOTED = 2.6
# Abbreviations are short, and one letter a word says little unless there are several.
MAX_SHORT_CHARS = 12
MIN_LETTERS = 3
_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]+(?:e|er|es|en|em)")
# These ways of naming give a name as a whole.
_WHOLE = frozenset(
    {"coded", "counted", "item", "label", "opening", "point", "quoted", "tabled", "titled"}
)


def grouped(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Return the candidates by the thing that they name."""
    return _shortened(_joined(_groups(_possible(candidates))))


def best_of(group: Sequence[Candidate]) -> Candidate:
    """Return the surest candidate, with the adjective or region that belongs to its name."""
    best = max(group, key=lambda c: (c.weight, -c.span.start))
    quoted = [c for c in group if c.source == "quoted" and c.weight >= MIN_QUOTED]
    if quoted and best.source in {"described", "shared"}:
        # What is between quotation marks is the name, the noun in front of it says what it is.
        best = max(quoted, key=lambda c: (c.weight, -c.span.start))
    wider = [c for c in group if c.span != best.span and _widens(c, best)]
    if not wider and best.source not in _WHOLE and not _PROPER_BEGIN.match(best.name):
        wider = [c for c in group if _is_proper_form(c, best)]
    fullest = max(wider, key=lambda c: (c.span.end - c.span.start, -c.span.start), default=best)
    short = next((c.name for c in group if c.source == "short" and c.name not in best.name), "")
    name = f"{fullest.name} ({short})" if short else fullest.name
    return replace(fullest, name=name, kind=best.kind, source=best.source, weight=best.weight)


def _is_proper_form(candidate: Candidate, best: Candidate) -> bool:
    """Return whether a candidate is the same noun with a region: `Bauportal Osnabrücker Land`."""
    noun = next((word for word in best.name.split() if word[0].isupper()), "")
    head, _, rest = candidate.name.partition(" ")
    tail = read_tail(f" {rest}", 0) if rest else None
    return (
        candidate.source in {"phrase", "described"}
        and head == noun
        and bool(tail and (tail.kind == "landscape" or _COINED.search(rest)))
    )


def _widens(candidate: Candidate, best: Candidate) -> bool:
    if candidate.source not in {"phrase", "capitalised", "described"} or best.source in _WHOLE:
        return False
    holds = candidate.span.holds(best.span.start, best.span.end)
    if not holds or best.name not in candidate.name:
        return False
    before, _, behind = candidate.name.partition(best.name)
    tail = read_tail(behind, 0) if behind else None
    is_named = not behind or bool(tail and tail.kind != "other")
    return is_named and all(_ADJECTIVE.fullmatch(word) for word in before.split())


def _possible(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates without those inside a quoted name of something else."""
    known = list(candidates)
    barred = [c.span for c in known if c.weight < 0]
    return [
        c
        for c in known
        if c.weight < 0 or not any(b.holds(c.span.start, c.span.end) for b in barred)
    ]


def _core(name: str) -> frozenset[str]:
    words = [word for word in name.split() if not _SHARING.fullmatch(word)]
    return tokens_of(" ".join(words)) or tokens_of(name)


def _groups(candidates: Iterable[Candidate]) -> list[list[Candidate]]:
    """Put variants and short forms of one name together, longest core first."""
    groups: list[list[Candidate]] = []
    cores: list[frozenset[str]] = []
    ordered = sorted(
        ((_core(c.name), c) for c in candidates), key=lambda pair: (-len(pair[0]), pair[1].span)
    )
    homes: dict[frozenset[str], int] = {}
    for core, candidate in ordered:
        if core not in homes:
            home = next((i for i, known in enumerate(cores) if _is_short_for(core, known)), None)
            if home is None:
                home = len(groups)
                groups.append([])
                cores.append(core)
            homes[core] = home
        groups[homes[core]].append(candidate)
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


def _shortened(groups: list[list[Candidate]]) -> list[list[Candidate]]:
    """Put an abbreviation to the name whose words it begins (`KiKo` to `Kinder Kompass`)."""
    shorts = [_abbreviation(group) for group in groups]
    kept: list[list[Candidate]] = []
    for group, short in zip(groups, shorts, strict=True):
        pattern = _spelled_out(short) if short else None
        home = next(
            (g for g in groups if pattern and g is not group and _any_match(pattern, g)), None
        )
        if home is None:
            kept.append(group)
        else:
            home.extend(replace(c, source="short", weight=0.0) for c in group)
    return kept


def _abbreviation(group: Sequence[Candidate]) -> str:
    names = {c.name for c in group}
    name = next(iter(names)) if len(names) == 1 else ""
    parts = _PART.findall(name)
    is_one = len(parts) > 1 and "".join(parts) == name and len(name) <= MAX_SHORT_CHARS
    return name if is_one and (len(name) > len(parts) or len(parts) >= MIN_LETTERS) else ""


def _spelled_out(short: str) -> re.Pattern[str]:
    parts = [rf"{re.escape(part)}[\wäöüß]*" for part in _PART.findall(short)]
    return re.compile(r"[ -](?:(?:der|des|für|und|im|in|am|zum)[ ])?".join(parts), re.I)


def _any_match(pattern: re.Pattern[str], group: Sequence[Candidate]) -> bool:
    return any(c.weight > 0 and pattern.fullmatch(c.name) for c in group)
