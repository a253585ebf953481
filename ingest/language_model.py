"""Proposals of a language model, believed only where their quote really stands in the text.

Optional: nothing is asked unless an address is set. Any server that speaks the OpenAI-compatible
`POST <address>/chat/completions` will do, a local one included. A proposal without a quote, with a
quote that the text does not hold, or whose name the quote does not name, is dropped.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

import httpx

from ontology.errors import ProposalError
from ontology.gazetteer import gazetteer
from ontology.model import (
    Actor,
    ActorClaim,
    Document,
    Evidence,
    Facts,
    MunicipalityMention,
    Project,
    ProjectKind,
)

__all__ = ["LanguageModel", "with_proposals"]

# Below every confidence the rules give, so that a proposal waits for a reviewer.
PROPOSAL_CONFIDENCE = 0.5
# A town hall's local model on two cores may need minutes for a page.
TIMEOUT_S = 300.0
# Long papers are cut: small models keep about 8,000 tokens in mind, a German one has 4 characters.
MAX_CHARS = 24_000

_INSTRUCTION = (
    "Du liest ein Dokument über kommunale Zusammenarbeit. Nenne die Vorhaben (Projekte, "
    "Kooperationen, Strategien, Netzwerke, Portale), von denen es erzählt. Antworte nur mit JSON: "
    '{"projects": [{"name": "...", "kind": "projekt|kooperation|strategie|netzwerk|portal", '
    '"quote": "wörtliche Stelle, die das Vorhaben nennt", "participants": [{"name": "Kommune", '
    '"quote": "wörtliche Stelle, die die Beteiligung nennt"}]}]}. Erfinde nichts; jede Stelle muss '
    "Zeichen für Zeichen im Dokument stehen."
)


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """Where a language model answers, its name there, and the key if it asks for one."""

    url: str
    name: str
    key: str | None = None

    def answer(self, text: str) -> Mapping[str, Any]:
        """Return the JSON object that the model gives for a document's text."""
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        messages = [
            {"role": "system", "content": _INSTRUCTION},
            {"role": "user", "content": text[:MAX_CHARS]},
        ]
        body = {"model": self.name, "messages": messages, "temperature": 0, "seed": 0}
        address = f"{self.url.rstrip('/')}/chat/completions"
        try:
            response = httpx.post(address, json=body, headers=headers, timeout=TIMEOUT_S)
            response.raise_for_status()
            return _json_object(response.json()["choices"][0]["message"]["content"])
        except (httpx.HTTPError, json.JSONDecodeError, KeyError, IndexError, TypeError) as error:
            message = (
                f"the language model at {self.url} gave no usable answer ({error!r}); expected a "
                "JSON object with projects. Start it, or unset the setting llm_url to go without."
            )
            raise ProposalError(message) from error


def with_proposals(document: Document, facts: Facts, model: LanguageModel) -> Facts:
    """Return the facts with the model's undertakings added that the rules did not find."""
    known = {_folded(project.name) for project in facts.projects}
    added: list[Project] = []
    for proposal in _list(model.answer(document.text), "projects"):
        project = _project(document.text, proposal, facts, f"llm:{model.name}")
        if project and _folded(project.name) not in known:
            known.add(_folded(project.name))
            added.append(project)
    return replace(facts, projects=(*facts.projects, *added))


def _project(
    text: str, proposal: Mapping[str, Any], facts: Facts, extractor: str
) -> Project | None:
    name, kind = _words(proposal, "name"), _words(proposal, "kind")
    evidence = _evidence(text, _words(proposal, "quote"), extractor)
    if not name or evidence is None or _folded(name) not in _folded(evidence.quote):
        return None
    return Project(
        name=name,
        kind=next((one for one in get_args(ProjectKind) if one == kind), "projekt"),
        evidence=(evidence,),
        participants=tuple(_participants(text, proposal, facts, extractor)),
    )


def _participants(
    text: str, proposal: Mapping[str, Any], facts: Facts, extractor: str
) -> Iterator[ActorClaim]:
    seen: set[str] = set()
    for one in _list(proposal, "participants"):
        name = _words(one, "name")
        evidence = _evidence(text, _words(one, "quote"), extractor)
        town = _town(name, facts.municipalities)
        if town and evidence and _folded(town.name) in _folded(evidence.quote):
            if town.ags not in seen:
                yield ActorClaim(Actor(town.name, town.ags), evidence)
            seen.add(town.ags)


def _town(name: str, mentions: tuple[MunicipalityMention, ...]) -> MunicipalityMention | None:
    """Only a town that the document is known to speak of; the gazetteer knows its bare name."""
    for mention in mentions:
        place = gazetteer().get(mention.ags)
        names = {_folded(mention.name), _folded(place.name if place else mention.name)}
        if _folded(name) in names | {f"{mention.kind.casefold()} {one}" for one in names}:
            return mention
    return None


def _evidence(text: str, quote: str, extractor: str) -> Evidence | None:
    """Find the quote in the text; white space may differ, nothing else."""
    words = [re.escape(word) for word in quote.split()]
    found = re.search(r"\s+".join(words), text) if words else None
    if found is None:
        return None
    return Evidence(
        start=found.start(),
        end=found.end(),
        quote=found.group(),
        confidence=PROPOSAL_CONFIDENCE,
        extractor=extractor,
    )


def _json_object(content: str) -> Mapping[str, Any]:
    """Models like to wrap their JSON in a code fence or a sentence."""
    start, end = content.find("{"), content.rfind("}")
    parsed = json.loads(content[start : end + 1] if start >= 0 else content)
    if not isinstance(parsed, dict):
        raise TypeError(f"expected a JSON object, got {type(parsed).__name__}")
    return parsed


def _list(thing: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    entries = thing.get(key)
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _words(thing: Mapping[str, Any], key: str) -> str:
    value = thing.get(key)
    return value.strip() if isinstance(value, str) else ""


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
