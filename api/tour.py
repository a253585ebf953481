"""The guided tour: five steps, each with something to try on this installation's own contents."""

from dataclasses import dataclass
from typing import Any

from api.inquiry import answered, inquiry_of
from api.view import View

__all__ = ["Step", "tour_values"]

QUESTION = "Hat jemand sein Bauarchiv schon eingescannt?"
TOWN = "Lage"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: the keys of its texts begin with its name; `address` is where it is tried."""

    name: str
    address: str


STEPS = (
    Step("ask", inquiry_of({"q": QUESTION}).address()),
    Step("town", inquiry_of({"q": QUESTION, "asker": TOWN}).address()),
    Step("read", inquiry_of({"q": QUESTION, "asker": TOWN}).address()),
    Step("narrow", inquiry_of({"q": "Rufbus in einer Stadt unter 20.000 Einwohnern"}).address()),
    Step("take", inquiry_of({"q": QUESTION, "asker": TOWN}).address("/vorlage")),
)


def tour_values(view: View, number: int) -> dict[str, Any]:
    """Return what a step shows; the one about reading brings a real result."""
    place = min(number, len(STEPS))
    step = STEPS[place - 1]
    result = None
    if step.name == "read":
        outcome = answered(view, inquiry_of({"q": QUESTION, "asker": TOWN}))
        result = outcome.results[0] if outcome.answer.answered and outcome.results else None
    return {"step": step, "number": place, "steps": STEPS, "result": result, "question": QUESTION}
