"""Gathers passages under the undertakings they speak of: one result an undertaking."""

from dataclasses import dataclass, replace
from functools import cached_property

from ontology.cards import DocumentCard, MunicipalityCard, ProjectCard
from search.encoder import Encoded
from search.filters import Conditions
from search.quotes import Quote, choose_quote, reads_as_text
from search.retrieval import RankedPassage, Retrieved
from search.surroundings import Surroundings, Vicinity

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


@dataclass(frozen=True)
class Proof:
    """One passage as proof: where it stands, how well it fits, what is quoted of it."""

    vicinity: Vicinity
    ranked: RankedPassage
    question: Encoded

    @property
    def document(self) -> DocumentCard:
        """The document of the passage."""
        return self.vicinity.document

    @cached_property
    def quote(self) -> Quote:
        """What is shown of the passage; chosen for those proofs alone that are shown."""
        return choose_quote(self.ranked, self.question, rights=self.document.rights)


@dataclass(frozen=True, slots=True)
class Group:
    """An undertaking (or a document without one), its towns, and its proofs, best first.

    `score` is that of the best proof, less for an undertaking that repeats a document. `passages`
    holds, for each proof, every passage of its document that speaks of the undertaking.
    """

    score: float
    project: ProjectCard | None
    municipalities: tuple[MunicipalityCard, ...]
    proofs: tuple[Proof, ...]
    passages: tuple[tuple[Proof, ...], ...] = ()

    @property
    def shown(self) -> tuple[Proof, ...]:
        """What is quoted of each document: its best proof, or another one that is told better."""
        return tuple(map(_best_told, self.passages)) or self.proofs

    def scored(self, score: float) -> "Group":
        """Return the group with this score."""
        if score == self.score:
            return self
        return replace(self, score=score)


def group(retrieved: Retrieved, surroundings: Surroundings, conditions: Conditions) -> list[Group]:
    """Return the groups that the conditions admit, best first."""
    proofs: dict[str, list[Proof]] = {}
    projects: dict[str, ProjectCard | None] = {}
    for ranked in retrieved.passages[:MAX_PASSAGES]:
        vicinity = surroundings.of(ranked.passage)
        if vicinity is None:
            continue
        proof = Proof(vicinity, ranked, retrieved.question)
        project = _project_of(proof)
        name = project.iri if project else vicinity.document.iri
        projects.setdefault(name, project)
        proofs.setdefault(name, []).append(proof)
    groups = [_gathered(projects[name], found) for name, found in proofs.items()]
    return _spread([each for each in groups if _is_admitted(each, conditions)])


def _towns_of(project: ProjectCard | None, proof: Proof) -> tuple[MunicipalityCard, ...]:
    """Return who takes part, those that the passage names first; else the towns it names."""
    near = proof.vicinity.towns
    if project is None or not project.municipalities:
        return near
    named = {town.ags for town in near}
    return tuple(sorted(project.municipalities, key=lambda town: town.ags not in named))


def _gathered(project: ProjectCard | None, proofs: list[Proof]) -> Group:
    of_document: dict[str, list[Proof]] = {}
    for proof in proofs:
        of_document.setdefault(proof.document.id, []).append(proof)
    enough = CLOSE_ENOUGH * proofs[0].ranked.score
    close = [tuple(each) for each in of_document.values() if each[0].ranked.score >= enough]
    passages = tuple(close)[:MAX_DOCUMENTS]
    best = tuple(each[0] for each in passages)
    return Group(proofs[0].ranked.score, project, _towns_of(project, best[0]), best, passages)


def _best_told(passages: tuple[Proof, ...]) -> Proof:
    """Return the first passage, or where that is rows or an agenda the next one in sentences."""
    enough = CLOSE_ENOUGH * passages[0].ranked.score
    near = (each for each in passages if each.ranked.score >= enough)
    return next((each for each in near if reads_as_text(each.quote.text)), passages[0])


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
        spread.append(each.scored(each.score * REPEATED**before))
    return sorted(spread, key=lambda each: -each.score)


def _project_of(proof: Proof) -> ProjectCard | None:
    """Choose among several undertakings the one named nearest to what is quoted."""
    told = proof.vicinity.told
    if len(told) <= 1:
        return told[0].project if told else None
    quote = proof.quote
    gaps = [each.gap(quote.start, quote.end) for each in told]
    return told[gaps.index(min(gaps))].project
