"""Gathers passages under the undertakings they speak of: one result an undertaking."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ontology.cards import DocumentCard, MunicipalityCard, ProjectCard, Span
from search.answer import Catalogue
from search.filters import Conditions
from search.quotes import Quote, choose_quote
from search.retrieval import RankedPassage, Retrieved

__all__ = ["Group", "Proof", "group"]

# A further document of the same undertaking is shown, yet no page full of them.
MAX_DOCUMENTS = 3
# Its best passage must come near the first one's score, or it only speaks of something else there.
CLOSE_ENOUGH = 0.75
# A strategy paper names dozens of undertakings, and the second of them says less than another
# document does: each one more of the same document counts this share of the one before.
REPEATED = 0.6
# Ten results with three proofs each are made of far fewer.
MAX_PASSAGES = 30


@dataclass(frozen=True, slots=True)
class Proof:
    """One passage as proof: where it stands, what is quoted of it, how well it fits."""

    document: DocumentCard
    ranked: RankedPassage
    quote: Quote


@dataclass(frozen=True, slots=True)
class Group:
    """An undertaking (or a document without one), its towns, and its proofs, best first.

    `score` is that of the best proof, less for an undertaking that repeats a document.
    """

    score: float
    project: ProjectCard | None
    municipalities: tuple[MunicipalityCard, ...]
    proofs: tuple[Proof, ...]


def group(retrieved: Retrieved, catalogue: Catalogue, conditions: Conditions) -> list[Group]:
    """Return the groups that the conditions admit, best first."""
    proofs: dict[str, list[Proof]] = {}
    projects: dict[str, ProjectCard | None] = {}
    for ranked in retrieved.passages[:MAX_PASSAGES]:
        document = catalogue.document(ranked.passage.document_id)
        if document is None:
            continue
        quote = choose_quote(ranked, retrieved.question, rights=document.rights)
        project = _project_of(ranked, quote, catalogue.projects_in(document.id))
        name = project.iri if project else document.iri
        projects.setdefault(name, project)
        proofs.setdefault(name, []).append(Proof(document, ranked, quote))
    groups = [_gathered(projects[name], found, catalogue) for name, found in proofs.items()]
    return _spread([each for each in groups if _is_admitted(each, conditions)])


def _towns_of(
    project: ProjectCard | None, proof: Proof, catalogue: Catalogue
) -> tuple[MunicipalityCard, ...]:
    """Return who takes part, those that the passage names first; else the towns it names."""
    near = _named_towns(proof, catalogue)
    if project is None or not project.municipalities:
        return near
    named = {town.ags for town in near}
    return tuple(sorted(project.municipalities, key=lambda town: town.ags not in named))


def _gathered(project: ProjectCard | None, proofs: list[Proof], catalogue: Catalogue) -> Group:
    best: dict[str, Proof] = {}
    for proof in proofs:
        best.setdefault(proof.document.id, proof)
    enough = CLOSE_ENOUGH * proofs[0].ranked.score
    close = [proof for proof in best.values() if proof.ranked.score >= enough]
    shown = tuple(close)[:MAX_DOCUMENTS]
    return Group(proofs[0].ranked.score, project, _towns_of(project, shown[0], catalogue), shown)


def _is_admitted(found: Group, conditions: Conditions) -> bool:
    return conditions.is_empty or any(
        conditions.admits(proof.document, found.project, found.municipalities)
        for proof in found.proofs
    )


def _spread(groups: list[Group]) -> list[Group]:
    shown: dict[str, int] = {}
    spread = []
    for each in groups:
        document_id = each.proofs[0].document.id
        before = shown.get(document_id, 0)
        shown[document_id] = before + 1
        spread.append(replace(each, score=each.score * REPEATED**before))
    return sorted(spread, key=lambda each: -each.score)


def _project_of(
    ranked: RankedPassage, quote: Quote, projects: Sequence[ProjectCard]
) -> ProjectCard | None:
    """Choose the undertaking spoken of in the passage; else the one named last before it."""
    if len(projects) <= 1:
        return projects[0] if projects else None
    document_id = ranked.passage.document_id
    spans = [
        (span, number)
        for number, project in enumerate(projects)
        for span in project.spans
        if span.document_id == document_id
    ]
    inside = [each for each in spans if _overlaps(each[0], ranked)]
    if inside:
        return projects[min(inside, key=lambda each: (_gap(each[0], quote), each))[1]]
    before = [each for each in spans if each[0].end <= ranked.passage.start]
    if before:
        return projects[max(before, key=lambda each: (each[0].end, -each[1]))[1]]
    return projects[min(spans)[1]] if spans else None


def _overlaps(span: Span, ranked: RankedPassage) -> bool:
    return span.start < ranked.passage.end and span.end > ranked.passage.start


def _gap(span: Span, quote: Quote) -> int:
    return max(0, span.start - quote.end, quote.start - span.end)


def _named_towns(proof: Proof, catalogue: Catalogue) -> tuple[MunicipalityCard, ...]:
    """Towns in the passage, nearest to the quote first; in a passage without any, the nearest."""
    distances: dict[str, tuple[int, int]] = {}
    for ags, spans in catalogue.municipality_spans(proof.document.id).items():
        gaps = [(not _overlaps(span, proof.ranked), _gap(span, proof.quote)) for span in spans]
        if gaps:
            distances[ags] = min(gaps)
    inside = [ags for ags, (is_outside, _) in distances.items() if not is_outside]
    wanted = sorted(inside or distances, key=lambda ags: (distances[ags], ags))
    kept = wanted if inside else wanted[:1]
    return tuple(card for ags in kept if (card := catalogue.municipality(ags)) is not None)
