"""Turns lessons into the rows that the decisions on names and on partners are fitted on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ingest.decisions import Judge
from ingest.name_words import is_word_signal
from ingest.opinion import OPINION
from ingest.participants import Pair, among_signals, pairs_of
from ingest.partner_signals import Company
from ingest.project_choice import Named
from ingest.scopes import scope_of
from ingest.sightings import sightings_of
from ingest.training.lessons import GoldProject, Lesson, bare
from ingest.training.regression import Row

__all__ = ["name_rows", "pair_rows", "ranked_rows", "taken_rows"]

# A word that stands in fewer names is a matter of chance.
LEAST_WORDS = 40
# The partners are learnt from names that are right; this is how sure they are taken to be.
SURE = 0.9


def name_rows(lessons: Sequence[Lesson], *, is_seen: bool) -> Iterator[Row]:
    """Yield each possible name by itself, with the network's opinion or without."""
    names = (name for lesson in lessons for name in lesson.names)
    counts = Counter(signal for name in names for signal in name.signals)
    for lesson in lessons:
        for name, project in zip(lesson.names, lesson.meant, strict=True):
            signals = {
                signal: value
                for signal, value in name.signals.items()
                if (is_seen or not signal.startswith(OPINION))
                and (counts[signal] >= LEAST_WORDS or not is_word_signal(signal))
            }
            yield Row(signals, project is not None, weight=lesson.weight)


def ranked_rows(lessons: Iterable[Lesson], alone: Judge) -> Iterator[Row]:
    """Yield each possible name among the others of its document."""
    for lesson in lessons:
        odds = [alone.odds(name.signals) for name in lesson.names]
        signals = lesson.company(odds)
        for one, project in zip(signals, lesson.meant, strict=True):
            yield Row(one, project is not None, weight=lesson.weight)


def pair_rows(lessons: Iterable[Lesson]) -> list[Row]:
    """Return each undertaking of the gold with everyone named, each pair by itself."""
    return [
        Row(pair.signals, holds, pair.actor.ags is not None, lesson.weight)
        for lesson in lessons
        for pair, holds in _judged(lesson)[1]
    ]


def taken_rows(lessons: Iterable[Lesson], towns: Judge, bodies: Judge) -> Iterator[Row]:
    """Yield the pairs among the others of their document."""
    for lesson in lessons:
        company, judged = _judged(lesson)
        pairs = [pair for pair, _ in judged]
        odds = [(towns if p.actor.ags else bodies).odds(p.signals) for p in pairs]
        for signals, (_, holds) in zip(among_signals(company, pairs, odds), judged, strict=True):
            yield Row(signals, holds, weight=lesson.weight)


def _judged(lesson: Lesson) -> tuple[Company, list[tuple[Pair, bool]]]:
    """Return the pairs of a document's true undertakings with the gold's word on each."""
    known = [
        (_named(lesson, index), project)
        for index, project in enumerate(lesson.meant)
        if project is not None
    ]
    known.sort(key=lambda pair: _position(lesson.projects, pair[1]))
    named = [name for name, _ in known]
    scopes = tuple(scope_of(lesson.source, name, named) for name in named)
    company = Company(lesson.source, sightings_of(lesson.source), scopes)
    of_scope = {id(scope): project for scope, (_, project) in zip(scopes, known, strict=True)}
    pairs = pairs_of(company) if scopes else []
    return company, [
        (pair, bare(pair.actor.name) in of_scope[id(pair.scope)].participants) for pair in pairs
    ]


def _named(lesson: Lesson, index: int) -> Named:
    name = lesson.names[index]
    return Named(name.best.name, name.best.kind, name.spans, SURE, name.best.source)


def _position(projects: Sequence[GoldProject], project: GoldProject) -> int:
    return next(i for i, one in enumerate(projects) if one is project)
