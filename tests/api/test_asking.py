"""What the doors show of how a question was understood."""

import json

from api.answer_text import answer_text
from api.routes.asking import Asked
from api.schemas import answer_object
from search.answer import Answer, Condition, Searched

REFUSED = Answer(
    "Bauhof nach 2021",
    answered=False,
    note="Keine Lösung gefunden.",
    took_ms=1.0,
    results=(),
    conditions=(Condition("since", "ab 2022", "nach 2021"),),
    searched=Searched(64, 376, 120, 2012, 2025),
)


def test_an_answer_names_its_conditions_and_what_was_searched() -> None:
    found = json.loads(answer_object(REFUSED).model_dump_json())
    assert found["conditions"] == [{"kind": "since", "label": "ab 2022", "words": "nach 2021"}]
    assert found["searched"]["passages"] == 376
    assert "Bedingung: ab 2022 (aus mit --no-condition since)" in answer_text(REFUSED)


def test_conditions_and_town_fit_are_switched_off_in_the_address() -> None:
    asked = Asked(q="Bauhof nach 2021", no_condition=["since"], town_fit=False).question()
    assert asked.ignored == ("since",)
    assert not asked.is_fitted
    assert Asked(q="Bauhof").question().ignored == ()
