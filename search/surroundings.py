"""What the graph says around a passage: its document, the undertakings told there, its towns."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ontology.cards import DocumentCard, MunicipalityCard, ProjectCard, Span
from search.answer import Catalogue
from search.passage_store import StoredPassage

__all__ = ["Surroundings", "Told", "Vicinity"]

# A published state never changes, so what was found for a passage stays true; a large collection
# starts anew now and then.
REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Told:
    """An undertaking and the stretches of one document that speak of it, in order.

    `starts` are their starts, `reached` how far they and those before them reach.
    """

    project: ProjectCard
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    reached: tuple[int, ...]

    @classmethod
    def of(cls, project: ProjectCard, document_id: str) -> "Told":
        """Return an undertaking with the stretches of one document."""
        spans = tuple(span for span in project.spans if span.document_id == document_id)
        starts = tuple(span.start for span in spans)
        return cls(project, spans, starts, tuple(accumulate([span.end for span in spans], max)))

    def gap(self, start: int, end: int) -> int:
        """Return how many characters lie between the nearest stretch and this one, 0 for none."""
        later = bisect_right(self.starts, end)
        before = max(0, start - self.reached[later - 1]) if later else None
        if before == 0 or later == len(self.starts):
            return before or 0
        after = self.starts[later] - end
        return after if before is None else min(before, after)


@dataclass(frozen=True, slots=True)
class Vicinity:
    """A passage's document, the undertakings it may speak of, and the towns it names.

    Several undertakings stand in the passage itself; a single one may stand before it.
    """

    document: DocumentCard
    told: tuple[Told, ...]
    towns: tuple[MunicipalityCard, ...]


class Surroundings:
    """Looks passages up in one catalogue and remembers what it found."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._known: dict[int, Vicinity | None] = {}

    def of(self, passage: StoredPassage) -> Vicinity | None:
        """Return what is around a passage; None where the graph does not know its document."""
        if passage.key not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[passage.key] = self._looked_up(passage)
        return self._known.get(passage.key)

    def _looked_up(self, passage: StoredPassage) -> Vicinity | None:
        document = self._catalogue.document(passage.document_id)
        if document is None:
            return None
        projects = self._catalogue.projects_in(document.id)
        return Vicinity(document, _told(passage, projects), self._towns(passage))

    def _towns(self, passage: StoredPassage) -> tuple[MunicipalityCard, ...]:
        """Return the towns in the passage, in order; where there is none, the nearest."""
        gaps: dict[str, tuple[int, int]] = {}
        for ags, spans in self._catalogue.municipality_spans(passage.document_id).items():
            if spans:
                gaps[ags] = min((_gap(span, passage), span.start) for span in spans)
        order = sorted(gaps, key=lambda ags: (gaps[ags], ags))
        inside = [ags for ags in order if gaps[ags][0] == 0]
        found = (self._catalogue.municipality(ags) for ags in inside or order[:1])
        return tuple(card for card in found if card is not None)


def _told(passage: StoredPassage, projects: Sequence[ProjectCard]) -> tuple[Told, ...]:
    """Choose the undertakings spoken of in the passage; else the one named last before it."""
    own = [Told.of(project, passage.document_id) for project in projects]
    if len(own) <= 1:
        return tuple(own)
    inside = [each for each in own if any(_gap(span, passage) == 0 for span in each.spans)]
    if inside:
        return tuple(inside)
    before = [
        (span.end, -number, each)
        for number, each in enumerate(own)
        for span in each.spans
        if span.end <= passage.start
    ]
    if before:
        return (max(before, key=lambda found: found[:2])[2],)
    return (min(own, key=lambda each: each.spans),)


def _gap(span: Span, passage: StoredPassage) -> int:
    """Return how many characters lie between, 0 where they overlap."""
    if span.start < passage.end and span.end > passage.start:
        return 0
    return 1 + max(span.start - passage.end, passage.start - span.end, 0)
