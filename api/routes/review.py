"""`/api/v1/review`: open matters and decisions, for whoever brings the editors' token."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field

from api.access import ApiEditor
from api.dependencies import AppSettings, CurrentView
from api.review_objects import DecisionObject, MatterObject, decision_object, matter_object
from api.reviewing import Desk
from graph.review import DOUBTED_UP_TO

__all__ = [
    "Pair",
    "Rule",
    "Split",
    "apart",
    "decisions",
    "matters",
    "merge",
    "router",
    "rule",
    "split",
    "undo",
]

router = APIRouter(prefix="/api/v1/review", tags=["review"])

_TWO = ["person/erika-muster", "person/erika-mustermann"]
Limit = Annotated[int, Query(ge=1, le=1000, description="Number of entries.")]
Offset = Annotated[int, Query(ge=0, description="Entries to leave out before the first.")]
UpTo = Annotated[float, Query(ge=0, le=1, description="Statements at most as sure as this.")]
Identifier = Annotated[
    str, Path(description="As the list names it; its beginning is enough.", examples=["1a2b3c4d"])
]
Reason = Annotated[str | None, Field(max_length=1000, description="Why, for those who ask later.")]


class Rule(BaseModel):
    """How a matter is decided."""

    decision: Literal["accept", "reject"]
    reason: Reason = None


class Pair(BaseModel):
    """Two things that are one, or are not."""

    things: Annotated[
        tuple[str, str], Field(description="Two IRIs, or what follows /id/.", examples=[_TWO])
    ]
    reason: Reason = None


class Split(BaseModel):
    """Documents that mean another bearer of a name."""

    thing: Annotated[
        str, Field(description="The IRI of the name, or what follows /id/.", examples=[_TWO[0]])
    ]
    documents: Annotated[
        list[str], Field(min_length=1, description="Ids or file names.", examples=[["brief.txt"]])
    ]
    reason: Reason = None


@router.get("")
def matters(
    view: CurrentView,
    settings: AppSettings,
    _editor: ApiEditor,
    up_to: UpTo = DOUBTED_UP_TO,
    limit: Limit = 100,
    offset: Offset = 0,
) -> list[MatterObject]:
    """List what waits for a decision: doubtful pairs first, then statements."""
    found = Desk(settings, view).matters(up_to=up_to)[offset : offset + limit]
    return [matter_object(each, view) for each in found]


@router.get("/decisions")
def decisions(view: CurrentView, settings: AppSettings, _editor: ApiEditor) -> list[DecisionObject]:
    """List what was decided, earliest first."""
    desk = Desk(settings, view)
    return [decision_object(each, desk) for each in desk.decisions()]


@router.post("/merge", status_code=201)
def merge(
    asked: Pair, view: CurrentView, settings: AppSettings, editor: ApiEditor
) -> DecisionObject:
    """Decide that two things are one."""
    desk = Desk(settings, view)
    made = desk.rule_on_pair(asked.things, is_same=True, who=editor, reason=asked.reason)
    return decision_object(made, desk)


@router.post("/apart", status_code=201)
def apart(
    asked: Pair, view: CurrentView, settings: AppSettings, editor: ApiEditor
) -> DecisionObject:
    """Decide that two things are not one."""
    desk = Desk(settings, view)
    made = desk.rule_on_pair(asked.things, is_same=False, who=editor, reason=asked.reason)
    return decision_object(made, desk)


@router.post("/split", status_code=201)
def split(
    asked: Split, view: CurrentView, settings: AppSettings, editor: ApiEditor
) -> DecisionObject:
    """Decide that some documents mean another bearer of a name."""
    desk = Desk(settings, view)
    made = desk.split(asked.thing, asked.documents, who=editor, reason=asked.reason)
    return decision_object(made, desk)


@router.post("/matters/{identifier}", status_code=201)
def rule(
    identifier: Identifier, asked: Rule, view: CurrentView, settings: AppSettings, editor: ApiEditor
) -> DecisionObject:
    """Accept or reject an open matter."""
    desk = Desk(settings, view)
    is_accepted = asked.decision == "accept"
    made = desk.rule(identifier, is_accepted=is_accepted, who=editor, reason=asked.reason)
    return decision_object(made, desk)


@router.delete("/decisions/{identifier}", status_code=204)
def undo(
    identifier: Identifier, view: CurrentView, settings: AppSettings, _editor: ApiEditor
) -> None:
    """Take a decision back."""
    Desk(settings, view).undo(identifier)
