"""The component page: everything that pages are made of, with what this installation holds."""

import re
from importlib.resources import files
from typing import Any

from api.disputes import disputes
from api.project_page import project_values
from api.view import View

__all__ = ["colours", "design_values"]

_COLOUR = re.compile(r"^  --([a-z-]+): #", re.MULTILINE)
_SHOWN = 5


def design_values(view: View) -> dict[str, Any]:
    """Return the components' contents; the undertaking told of most often is the sample."""
    cards = sorted(view.catalogue.projects(), key=lambda card: (-len(card.spans), card.iri))
    values: dict[str, Any] = {"statements": [], "moments": [], "map": None}
    if cards:
        sample = project_values(view, cards[0].iri)
        values = {
            "statements": [*sample["features"], *sample["profile"]][:_SHOWN],
            "moments": sample["moments"][:_SHOWN],
            "map": sample["map"],
        }
    return {
        **values,
        "colours": colours(),
        "projects": cards[:_SHOWN],
        "disputes": list(disputes(view))[:1],
    }


def colours() -> list[str]:
    """Return the names of the style sheet's colours, in its order."""
    sheet = (files("api") / "static" / "style.css").read_text("utf-8")
    return list(dict.fromkeys(_COLOUR.findall(sheet)))
