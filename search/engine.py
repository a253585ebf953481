"""The steps of one search: from a question to undertakings with their proof."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import compress

from ontology.gazetteer import Gazetteer
from search.abstention import CLEARLY_BELOW, Finds, judge, proof_of_search
from search.analysis import is_english
from search.answer import Answer, Catalogue, Question, Result, Searched
from search.asking import Asked, QuestionReader
from search.conditions import ALL_KINDS
from search.details import Decisive
from search.encoder import Encoder
from search.extent import extent
from search.filters import Conditions, read_conditions
from search.fitness import misses
from search.grouping import Group, group
from search.index import Readers, SearchIndex
from search.ordering import ordered
from search.retrieval import WEIGHTS, Retrieved, retrieve
from search.showing import share, shown_result, unmatched_words
from search.similar import Similar
from search.surroundings import Surroundings
from search.threads import use_one_thread
from search.town_fit import TownFit, town_fit

__all__ = ["Engine"]

# A town alike moves up among results that fit about as well, never over a clearly better one.
TOWN_WEIGHT = 0.02
# So many groups below the last one shown may still rise above it by that.
NEAR = 5


class Engine:
    """Answers questions from one index and one catalogue of the graph.

    `weights` of the signals are for comparing; the default is what was measured best.
    """

    def __init__(
        self,
        index: SearchIndex,
        encoder: Encoder,
        catalogue: Catalogue,
        gazetteer: Gazetteer,
        *,
        weights: Mapping[str, float] = WEIGHTS,
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._catalogue = catalogue
        self._gazetteer = gazetteer
        self._weights = weights
        self._reader = QuestionReader(encoder, gazetteer, index.readers)
        self._surroundings = Surroundings(catalogue)
        self.similar = Similar(index, catalogue)
        use_one_thread()

    @property
    def readers(self) -> Readers:
        """The ways to look passages up that this engine asks."""
        return self._index.readers

    def reweighed(self, weights: Mapping[str, float]) -> "Engine":
        """Return an engine over the same index whose signals weigh otherwise, for comparing."""
        return Engine(self._index, self._encoder, self._catalogue, self._gazetteer, weights=weights)

    def ask(self, question: Question) -> Answer:
        """Return the undertakings that solve what is asked, or an honest no with the nearest."""
        began = time.perf_counter()
        if not question.text.strip():
            return Answer(question.text, answered=False, note=NO_QUESTION, took_ms=0.0, results=())
        asked, retrieved, groups = self._found(question)
        is_missed = [bool(self._misses(each, asked)) for each in groups]
        kept = [each for each, missed in zip(groups, is_missed, strict=True) if not missed]
        finds = Finds(
            kept=kept,
            best_missed=next(compress(groups, is_missed), None),
            lacking=self._lacking(kept, asked),
            retrieved=retrieved,
            wanted=asked.wanted,
            is_english=is_english(question.text),
        )
        reason = judge(finds, model=self._encoder.identity)
        results = self._ranked(kept or groups, asked, is_refused=reason is not None)
        note = None if reason is None else f"{reason} {proof_of_search(self._searched)}"
        return Answer(
            query=question.text,
            answered=reason is None,
            note=note,
            took_ms=round((time.perf_counter() - began) * 1000, 1),
            results=results,
            conditions=(*asked.spelling, *asked.wanted.conditions),
            searched=self._searched,
        )

    def _found(self, question: Question) -> tuple[Asked, Retrieved, list[Group]]:
        asked = self._reader.read(question)
        conditions = read_conditions(question, self._gazetteer)
        retrieved = retrieve(
            asked.text,
            asked.encoded,
            self._index.readers,
            within=self._admitted(conditions),
            weights=self._weights,
        )
        groups = group(retrieved, self._surroundings, conditions)
        return (
            replace(asked, encoded=retrieved.question),
            retrieved,
            ordered(groups, asked.wanted),
        )

    def _lacking(self, kept: Sequence[Group], asked: Asked) -> tuple[str, ...]:
        """Return what the best find lacks of what is decisive, where no other near one has it."""
        if not kept or ALL_KINDS in asked.question.ignored:
            return ()
        decisive = Decisive.of(asked.question.text, asked.wanted)
        if decisive.is_empty:
            return ()
        near = [each for each in kept if each.score >= CLEARLY_BELOW * kept[0].score]
        lacks = [decisive.lacking(self._texts(each)) for each in near[:NEAR]]
        return lacks[0] if all(lacks) else ()

    def _texts(self, found: Group) -> list[str]:
        ids = dict.fromkeys(proof.document.id for proof in found.proofs)
        return [each.text for each in self._index.readers.store.documents(ids)]

    def _misses(self, found: Group, asked: Asked) -> tuple[str, ...]:
        if not asked.wanted.conditions:
            return ()
        kinds = misses(found, asked.wanted, asker=asked.asker, gazetteer=self._gazetteer)
        labels = {each.kind: each.label for each in asked.wanted.conditions}
        return tuple(f"nicht erfüllt: {labels[kind]}" for kind in kinds)

    @cached_property
    def _searched(self) -> Searched:
        return extent(self._index, self._catalogue)

    def _admitted(self, conditions: Conditions) -> Collection[str] | None:
        if conditions.is_empty:
            return None
        return [
            document_id
            for document_id in self._index.document_ids()
            if self._admits(document_id, conditions)
        ]

    def _admits(self, document_id: str, conditions: Conditions) -> bool:
        document = self._catalogue.document(document_id)
        if document is None:
            return False
        spans = self._catalogue.municipality_spans(document_id)
        towns = [card for ags in spans if (card := self._catalogue.municipality(ags))]
        projects = self._catalogue.projects_in(document_id)
        return any(
            conditions.admits(document, project, (*project.municipalities, *towns))
            for project in projects
        ) or conditions.admits(document, None, towns)

    def _ranked(
        self, groups: Sequence[Group], asked: Asked, *, is_refused: bool
    ) -> tuple[Result, ...]:
        limit = asked.question.limit
        near = groups[: limit + NEAR]
        fits = [self._fit(each, asked) for each in near]
        scores = [
            share((1 - TOWN_WEIGHT) * each.score + TOWN_WEIGHT * fit.likeness)
            for each, fit in zip(near, fits, strict=True)
        ]
        order = sorted(range(len(near)), key=lambda number: -scores[number])[:limit]
        return tuple(
            shown_result(
                near[number],
                asked.text,
                fits[number],
                self._reasons_against(near[number], asked, is_refused=is_refused),
                rank=rank,
                score=scores[number],
            )
            for rank, number in enumerate(order, start=1)
        )

    def _reasons_against(self, found: Group, asked: Asked, *, is_refused: bool) -> tuple[str, ...]:
        missed = self._misses(found, asked)
        words = unmatched_words(found, asked.text, asked.encoded) if is_refused else ()
        return (*missed, f"nichts zu: {', '.join(words)}") if words else missed

    def _fit(self, found: Group, asked: Asked) -> TownFit:
        if not asked.question.is_fitted:
            return TownFit(0.0)
        return town_fit(asked.asker, found.municipalities, self._gazetteer)


NO_QUESTION = "Es wurde keine Frage gestellt."
