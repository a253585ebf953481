"""Changes the links to other catalogues, and lets readers see them at once."""

from collections.abc import Callable
from typing import TypeVar

from api.layout import Layout
from api.lock import writer_lock
from api.settings import Settings
from api.stores import open_writable
from api.writer import open_for_writing
from graph.store import Store

__all__ = ["change_links"]

_Result = TypeVar("_Result")


def change_links(settings: Settings, change: Callable[[Store], _Result]) -> _Result:
    """Return what `change` returns of the store; a run that is stopped is completed by the next."""
    layout = Layout(settings.home)
    with writer_lock(layout.lock):
        layout.unpublished.touch()
        store = open_writable(settings)
        try:
            result = change(store)
        finally:
            store.close()
    with open_for_writing(settings):
        return result
