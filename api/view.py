"""The view: what readers see of an installation, one published state at a time."""

import threading
from dataclasses import dataclass
from functools import cached_property

from api.archive import Archive
from api.layout import Layout, Publication
from api.models import open_model
from api.settings import Settings
from api.stores import open_published
from corpus import corpus_ids
from graph.catalogue import Catalogue
from graph.contradictions import Contradiction, contradictions
from graph.review import Matter, open_matters
from graph.statement_cards import name_of
from ontology.cards import MunicipalityCard, ProjectCard
from ontology.errors import EmptyHomeError
from ontology.gazetteer import gazetteer
from ontology.headings import as_heading
from ontology.iris import Iris
from ontology.ordering import german_order
from search.answer import Answer, Question
from search.encoder import Encoder
from search.engine import Engine
from search.index import SearchIndex
from search.passage_search import PassageSearch

__all__ = ["View", "Views", "open_for_reading"]


class View:
    """One published state: its graph, what the graph says in short, its archive and its engine."""

    def __init__(self, settings: Settings, publication: Publication) -> None:
        snapshot = publication.snapshot
        self.snapshot = snapshot
        self._generation = publication.generation
        self.iris = Iris(settings.base_iri)
        self.archive = Archive(Layout(settings.home).archive)
        self.store = open_published(settings, snapshot)
        self._settings = settings
        self._lock = threading.Lock()

    def ask(self, question: Question) -> Answer:
        """Return the answer to a question."""
        return self.engine.ask(question)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the graph says about each thing, in short."""
        return Catalogue(self.store)

    @property
    def engine(self) -> Engine:
        """The search engine over this state; opened once, by whoever asks first."""
        with self._lock:
            return self._engine

    def indexed_ids(self) -> dict[str, str]:
        """Return the stamp of every document in the index, by document id."""
        with self._lock:
            return self._index.document_ids()

    def is_in_step(self) -> bool:
        """Return whether the index holds what this state of the graph does."""
        with self._lock:
            generation = self._generation or self._index.generation
            return self._index.generation == generation and self._index.is_current()

    @property
    def passages(self) -> PassageSearch:
        """Searches of the passages of this state."""
        with self._lock:
            return PassageSearch(self._index, self.encoder)

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder of the settings' model; its weights are loaded with the first text."""
        return open_model(self._settings)

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex.open(Layout(self._settings.home).index, self.encoder, read_only=True)

    @cached_property
    def _engine(self) -> Engine:
        index, encoder = self._index, self.encoder
        return Engine(index, encoder, self.catalogue, gazetteer())

    def knows(self, iri: str) -> bool:
        """Return whether anything is said about a thing."""
        return next(iter(self.store.about(iri)), None) is not None

    def name_of(self, iri: str) -> str:
        """Return how a thing is called in German."""
        name = self.catalogue.label(iri) or name_of(self.store, iri)
        return as_heading(name) if "/project/" in iri else name

    def same_as(self, card: ProjectCard) -> tuple[str, ...]:
        """Return every IRI under which documents tell of an undertaking, its own first."""
        return tuple(dict.fromkeys((card.iri, *self.catalogue.names_of_one(card.iri))))

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """What documents of this state say differently about one undertaking."""
        return contradictions(self.store, self.catalogue)

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """What of this state waits for a person to decide."""
        return open_matters(self.store, self.catalogue)

    def active_municipalities(self) -> tuple[MunicipalityCard, ...]:
        """Return the municipalities and counties with a part in an undertaking, by name."""
        return self._active_municipalities

    @cached_property
    def _active_municipalities(self) -> tuple[MunicipalityCard, ...]:
        projects = self.catalogue.projects()
        cards = {card.ags: card for project in projects for card in project.municipalities}
        return tuple(sorted(cards.values(), key=lambda card: (german_order(card.name), card.ags)))

    @cached_property
    def shows_corpus(self) -> bool:
        """True where a document of the re-enacted demonstration corpus is among the documents."""
        return any(card.id in corpus_ids() for card in self.catalogue.documents())


@dataclass
class Views:
    """Opens the newest published state, and a newer one as soon as there is one."""

    settings: Settings

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._view: View | None = None

    def current(self) -> View:
        """Return the view of the state published last."""
        with self._lock:
            publication = Layout(self.settings.home).publication()
            if publication is None:
                raise EmptyHomeError(
                    f"There is nothing to read in {self.settings.home}; bring documents first: "
                    f"nachbarwissen --home {self.settings.home} ingest FOLDER"
                )
            if self._view is None or self._view.snapshot != publication.snapshot:
                self._view = View(self.settings, publication)
            return self._view


def open_for_reading(settings: Settings) -> View:
    """Return what readers see; a writer at work is neither waited for nor disturbed."""
    return Views(settings).current()
