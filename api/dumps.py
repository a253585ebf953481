"""Dumps: all named graphs as N-Quads or TriG, piece by piece, one graph in memory at a time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from graph.store import Store

__all__ = ["DUMPS", "Dump"]

_PIECE_BYTES = 2**16


@dataclass(frozen=True, slots=True)
class Dump:
    """A way to write down everything: its media type and what writes it."""

    media_type: str
    lines: Callable[[Store], Iterator[str]]

    def pieces(self, store: Store) -> Iterator[bytes]:
        """Yield the named graphs of a store, graph by graph; the default graph is their union."""
        held = bytearray()
        for line in self.lines(store):
            held += line.encode()
            if len(held) >= _PIECE_BYTES:
                yield bytes(held)
                held.clear()
        yield bytes(held)


def _nquads(store: Store) -> Iterator[str]:
    for graph in store.graphs():
        for line in store.lines(graph):
            yield f"{line[:-1]}<{graph}> .\n"


def _trig(store: Store) -> Iterator[str]:
    for graph in store.graphs():
        yield f"<{graph}> {{\n"
        for line in store.lines(graph):
            yield f"{line}\n"
        yield "}\n"


DUMPS: Mapping[str, Dump] = MappingProxyType(
    {
        "nq": Dump("application/n-quads", _nquads),
        "trig": Dump("application/trig", _trig),
    }
)
