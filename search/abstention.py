"""Says no when nothing found solves the question, and why."""

from collections.abc import Sequence

from search.grouping import Group
from search.retrieval import Retrieved

__all__ = ["judge"]


def judge(retrieved: Retrieved, groups: Sequence[Group]) -> str | None:
    """Return the reason for a no in German, or None when the results answer the question."""
    if not groups:
        return NOTHING_LEFT
    return None


NOTHING_LEFT = (
    "Keine Lösung gefunden: Zu diesen Bedingungen enthält die Wissensbasis kein Dokument."
)
