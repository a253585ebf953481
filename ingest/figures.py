"""How many take part in an undertaking, as the sentences about it say."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.sentences import sentences
from ontology.figures import figures_in
from ontology.model import Claim, Document, Evidence, Project

__all__ = ["with_figures"]

# Words by which German texts say that a number counts those who take part.
_TAKING_PART = re.compile(
    r"angeschlossen|anschlossen|beteilig|gehör|mitgemacht|mitmach|nahmen|nehmen|partner"
    r"|die rede|teilgenommen|teilnehm|umfass|zähl",
    re.IGNORECASE,
)
# A choice: four to five sentences; further on a text speaks of something else.
MAX_DISTANCE = 600
# That a sentence belongs to the undertaking named last is a guess.
CONFIDENCE = 0.6


def with_figures(document: Document, projects: tuple[Project, ...]) -> tuple[Project, ...]:
    """Return the projects with the counts of parties and places that the text gives for each.

    A sentence belongs to the undertaking named last before its end, within the same section.
    """
    found: dict[int, list[Claim]] = {}
    for start, end in sentences(document.text):
        sentence = document.text[start:end]
        figures = [figure for figure in figures_in(sentence) if figure.unit != "euro"]
        owner = _owner(document, projects, start, end)
        if not figures or owner is None or not _TAKING_PART.search(sentence):
            continue
        evidence = Evidence(start, end, sentence, CONFIDENCE, inferred=True)
        found.setdefault(owner, []).extend(Claim(str(figure), evidence) for figure in figures)
    return tuple(
        replace(project, figures=tuple(found[index])) if index in found else project
        for index, project in enumerate(projects)
    )


def _owner(document: Document, projects: Iterable[Project], start: int, end: int) -> int | None:
    """Return the place of the project that a sentence speaks of."""
    heads = [head for head, _ in document.headings if head <= start]
    earliest = max(start - MAX_DISTANCE, heads[-1] if heads else 0)
    named = [
        (evidence.start, index)
        for index, project in enumerate(projects)
        for evidence in project.evidence
        if earliest <= evidence.start < end
    ]
    return max(named)[1] if named else None
