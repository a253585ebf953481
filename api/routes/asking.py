"""`/api/v1/ask`: a question over HTTP, answered as the command line answers it."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from api.dependencies import CurrentView
from api.inquiry import MAX_QUESTION_CHARS
from api.schemas import AnswerObject, answer_object
from search.answer import Question

__all__ = ["Asked", "ask", "router"]

router = APIRouter(prefix="/api/v1", tags=["ask"])


class Asked(BaseModel):
    """The question and its conditions, as they stand in the address."""

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=MAX_QUESTION_CHARS,
            pattern=r"\S",
            description="The question, as one would ask a colleague.",
            examples=["Hat jemand sein Bauarchiv schon eingescannt?"],
        ),
    ]
    id: str | None = Field(None, max_length=100, description="Comes back with the answer.")
    asker: str | None = Field(None, max_length=100, description="Town that asks.")
    theme: str | None = Field(None, max_length=100, description="Only this theme.")
    county: str | None = Field(None, max_length=100, description="Only towns of this county.")
    since: int | None = Field(None, ge=1900, le=2200, description="Only from this year on.")
    until: int | None = Field(None, ge=1900, le=2200, description="Only up to this year.")
    max_population: int | None = Field(None, ge=0, description="Only towns up to this size.")
    no_condition: list[str] = Field(
        [], max_length=20, description="Kinds of condition not to be read from the words."
    )
    town_fit: Annotated[bool, Field(description="Towns like the asking one move up.")] = True
    limit: int = Field(10, ge=1, le=100, description="Number of results.")

    def question(self) -> Question:
        """Return what the engine is asked."""
        return Question(
            self.q,
            asker=self.asker,
            theme=self.theme,
            county=self.county,
            since=self.since,
            until=self.until,
            max_population=self.max_population,
            limit=self.limit,
            ignored=tuple(self.no_condition),
            is_fitted=self.town_fit,
        )


@router.get("/ask", response_model_exclude_none=False)
def ask(asked: Annotated[Asked, Query()], view: CurrentView) -> AnswerObject:
    """Answer whether another town has solved it: solutions with town, proof and contact."""
    return answer_object(view.ask(asked.question()), question_id=asked.id)
