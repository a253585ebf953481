"""The steps of one search: from a question to undertakings with their proof."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from ontology.gazetteer import Gazetteer, Place
from search.abstention import judge
from search.answer import Answer, Catalogue, Find, Question, Result, Why
from search.encoder import Encoder
from search.filters import Conditions, find_place, read_conditions
from search.grouping import Group, group
from search.index import SearchIndex
from search.quotes import cover
from search.retrieval import retrieve
from search.town_fit import similar_town

__all__ = ["Engine"]

# A town alike moves up among results that fit about as well, never over a clearly better one.
TOWN_WEIGHT = 0.02
# So many groups below the last one shown may still rise above it by that.
NEAR = 5


class Engine:
    """Answers questions from one index and one catalogue of the graph."""

    def __init__(
        self, index: SearchIndex, encoder: Encoder, catalogue: Catalogue, gazetteer: Gazetteer
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._catalogue = catalogue
        self._gazetteer = gazetteer

    def ask(self, question: Question) -> Answer:
        """Return the undertakings that solve what is asked, or an honest no with the nearest."""
        began = time.perf_counter()
        conditions = read_conditions(question, self._gazetteer)
        if not question.text.strip():
            return _answer(question, began, (), note=NO_QUESTION)
        readers = self._index.readers
        retrieved = retrieve(
            question.text,
            self._encoder.encode_query(question.text),
            readers,
            within=self._admitted(conditions),
        )
        groups = group(retrieved, self._catalogue, conditions)
        asker = find_place(question.asker, self._gazetteer)
        results = self._ranked(question, groups, asker)[: question.limit]
        note = judge(
            retrieved,
            groups,
            model=self._encoder.identity,
            searched=readers.store.count_documents(),
        )
        return _answer(question, began, results, note=note)

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
        self, question: Question, groups: Sequence[Group], asker: Place | None
    ) -> tuple[Result, ...]:
        results = [self._result(question, each, asker) for each in groups[: question.limit + NEAR]]
        ordered = sorted(enumerate(results), key=lambda numbered: (-numbered[1].score, numbered[0]))
        return tuple(
            replace(result, rank=rank) for rank, (_, result) in enumerate(ordered, start=1)
        )

    def _result(self, question: Question, found: Group, asker: Place | None) -> Result:
        best = found.proofs[0]
        shown = " ".join(proof.ranked.passage.text for proof in found.proofs)
        alike = similar_town(asker, found.municipalities, self._gazetteer)
        words = cover(question.text, shown)
        why = Why(
            semantic=_share(best.ranked.match.score),
            lexical=_share(words.share),
            similar_town=_share(alike),
            matched_terms=words.terms,
        )
        return Result(
            rank=0,
            score=_share((1 - TOWN_WEIGHT) * found.score + TOWN_WEIGHT * alike),
            project=found.project,
            municipalities=found.municipalities,
            evidence=tuple(
                Find(
                    document=proof.document,
                    quote=proof.quote.text,
                    start=proof.quote.start,
                    end=proof.quote.end,
                    score=_share(proof.ranked.score),
                    page=proof.ranked.passage.page,
                )
                for proof in found.proofs
            ),
            contacts=found.project.contacts if found.project else (),
            why=why,
        )


NO_QUESTION = "Es wurde keine Frage gestellt."


def _share(value: float) -> float:
    """Four digits tell every difference that matters and hide the noise of the last bits."""
    return round(min(1.0, max(0.0, value)), 4)


def _answer(
    question: Question, began: float, results: tuple[Result, ...], *, note: str | None
) -> Answer:
    took_ms = round((time.perf_counter() - began) * 1000, 1)
    return Answer(question.text, note is None, note, took_ms, results)
