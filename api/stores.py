"""The graph store that the settings name: the embedded one, or a SPARQL server elsewhere."""

from pathlib import Path

from api.layout import Layout
from api.settings import Settings
from graph.store import ReadingLimits, ReadingPool, Store
from graph.store.remote import RemoteStore
from graph.store.remote_reading import RemoteReading
from graph.store.remote_server import RemoteAddress
from ontology.errors import SettingError
from ontology.iris import Iris

__all__ = ["open_published", "open_reading", "open_writable"]


def open_writable(settings: Settings) -> Store:
    """Return the store that a writer changes."""
    iris = Iris(settings.base_iri)
    address = _address(settings)
    if address is not None:
        return RemoteStore(address, iris=iris)
    layout = Layout(settings.home)
    layout.live_graph.parent.mkdir(parents=True, exist_ok=True)
    layout.adopt_fresh_graph()
    return Store(layout.live_graph, iris=iris)


def open_published(settings: Settings, snapshot: Path) -> Store:
    """Return the store that readers see."""
    iris = Iris(settings.base_iri)
    address = _address(settings)
    if address is not None:
        return RemoteStore(address, iris=iris, published=snapshot)
    return Store(snapshot, iris=iris, read_only=True)


def open_reading(settings: Settings, limits: ReadingLimits) -> ReadingPool | RemoteReading:
    """Return what answers queries of the endpoint within limits."""
    address = _address(settings)
    if address is None:
        return ReadingPool(limits)
    return RemoteReading(limits, address, iris=Iris(settings.base_iri))


def _address(settings: Settings) -> RemoteAddress | None:
    given = (settings.store_query_url, settings.store_update_url, settings.store_graphs_url)
    if not any(given):
        return None
    if not all(given):
        raise SettingError(
            "A store elsewhere needs three addresses: NACHBARWISSEN_STORE_QUERY_URL, "
            "NACHBARWISSEN_STORE_UPDATE_URL and NACHBARWISSEN_STORE_GRAPHS_URL; see "
            "docs/operations.md"
        )
    return RemoteAddress(*given, settings.store_user, settings.store_password.get_secret_value())
