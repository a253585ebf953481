"""Which name of a thing stands for all its names, as the canonical graph says."""

from collections import defaultdict
from collections.abc import Iterable

from graph.store import Store

__all__ = ["Identities"]


class Identities:
    """The names of things that have several; every other name stands for itself."""

    def __init__(self, store: Store) -> None:
        self._chief: dict[str, str] = {}
        self._members: defaultdict[str, list[str]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        for row in store.rows("same_things"):
            thing, chief = row["thing"] or "", row["canonical"] or ""
            self._chief[thing] = chief
            self._members[chief].append(thing)
            self._labels[chief] = row["label"] or ""

    def chief(self, iri: str) -> str:
        """Return the IRI that stands for a thing under all its names."""
        return self._chief.get(iri, iri)

    def members(self, iri: str) -> tuple[str, ...]:
        """Return every IRI of a thing, the chief one first."""
        chief = self.chief(iri)
        return (chief, *sorted(self._members.get(chief, ())))

    def label(self, iri: str) -> str | None:
        """Return the name chosen for a thing with several, None for one with a single name."""
        return self._labels.get(self.chief(iri))

    def gathered(self, iris: Iterable[str]) -> dict[str, list[str]]:
        """Return the given IRIs by the chief IRI of their thing, in order."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for iri in iris:
            found[self.chief(iri)].append(iri)
        return dict(sorted(found.items()))
