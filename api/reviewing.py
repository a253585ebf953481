"""The review desk: what waits for a person, and what people decide, for every door."""

import getpass
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from api.settings import Settings
from api.view import View
from api.writer import open_for_writing
from graph.decisions import Decision, read_decisions
from graph.mentions import Mentions
from graph.review import DOUBTED_UP_TO, Matter, matter_named, open_matters
from graph.rulings import Ruling, decided_on, ruled_on_pair, split, with_decision, without_decision
from ontology.iris import Iris
from ontology.privacy import mask_contacts

__all__ = ["Desk", "account_name", "ruling"]


def account_name() -> str:
    """Return the name of the account that runs this process."""
    return getpass.getuser()


class Desk:
    """Lists open matters of a published state and writes decisions into its installation."""

    def __init__(self, settings: Settings, view: View) -> None:
        self._settings = settings
        self._view = view
        self._iris = Iris(settings.base_iri)

    def matters(self, *, up_to: float = DOUBTED_UP_TO) -> tuple[Matter, ...]:
        """Return what nobody decided yet, likeliest pairs first."""
        return open_matters(self._view.store, self._view.catalogue, up_to=up_to)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what was decided, earliest first."""
        return read_decisions(self._view.store)

    def decision_id(self, decision: Decision) -> str:
        """Return by what a decision is named when it is undone."""
        return decision.iri(self._iris).rpartition("/")[2][:12]

    def rule(
        self, identifier: str, *, is_accepted: bool, who: str, reason: str | None = None
    ) -> Decision:
        """Accept or reject an open matter; every statement can be ruled on, however sure."""
        matter = matter_named(self.matters(up_to=1.0), identifier)
        return self._add(
            lambda _mentions: decided_on(matter, ruling(who, reason), is_accepted=is_accepted)
        )

    def rule_on_pair(
        self, things: tuple[str, str], *, is_same: bool, who: str, reason: str | None = None
    ) -> Decision:
        """Decide whether two things are one; each is named by its IRI or the end of it."""
        pair = self._iri(things[0]), self._iri(things[1])
        by = ruling(who, reason)
        return self._add(
            lambda mentions: ruled_on_pair(pair, by, is_same=is_same, mentions=mentions)
        )

    def split(
        self, thing: str, documents: Sequence[str], *, who: str, reason: str | None = None
    ) -> Decision:
        """Decide that some documents mean another bearer of a name."""
        return self._add(
            lambda mentions: split(
                self._iri(thing), documents, ruling(who, reason), mentions=mentions
            )
        )

    def undo(self, identifier: str | None = None) -> None:
        """Take a decision back, without an id the last one."""
        with open_for_writing(self._settings) as writer:
            writer.decide(
                lambda decisions, _mentions: without_decision(decisions, identifier, self._iris)
            )

    def _add(self, make: Callable[[Mentions], Decision]) -> Decision:
        with open_for_writing(self._settings) as writer:
            made: list[Decision] = []

            def change(decisions: tuple[Decision, ...], mentions: Mentions) -> tuple[Decision, ...]:
                changed = with_decision(decisions, make(mentions))
                made.append(changed[-1])
                return changed

            writer.decide(change)
        return made[0]

    def _iri(self, name: str) -> str:
        return name if name.startswith(self._iris.base) else f"{self._iris.base}id/{name}"


def ruling(who: str, reason: str | None = None) -> Ruling:
    """Return who decides now, and why."""
    # The canonical graph is public: an address or number in a reason is covered like any other.
    who, reason = mask_contacts(who), mask_contacts(reason) if reason else None
    return Ruling(who, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), reason)
