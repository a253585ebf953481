"""Reads offices that follow a name late: `A B auf den Punkt, Kämmerin der Stadt X`, `erst als`."""

import re
from collections.abc import Iterator

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed, describe
from ingest.genders import is_woman
from ingest.names import NameMention
from ingest.roles import agrees, is_plural, role_phrases

__all__ = ["late_apposition"]

# What is left of a clause behind its subject: "auf den Punkt", "an die Spitze zu rufen".
_REST = re.compile(r"\s[a-zäöü]+(?:\s[\w-]+){1,5},\s(?:(?:der|die|den|dem)\s)?(?=[A-ZÄÖÜ])")
_STRETCH = re.compile(r"(?:[^.,;:!?\n]|e\.\s?V\.){4,120}(?=[.;!?]|$)")
# "erst als Kämmerin in X, später als Leiterin der Y"
_FIRST_AND_THEN = re.compile(
    r"[^.;:!?\n]{0,80}?\s(?:erst|zuerst|zunächst|anfangs)\sals\s(?P<first>[A-ZÄÖÜ][^.,;\n]{3,80}),\s"
    r"(?:dann|später|danach|heute|jetzt|inzwischen|nun)\sals\s(?P<then>[A-ZÄÖÜ][^.,;\n]{3,80})"
)


def late_apposition(
    flat: str, name: NameMention, next_name: int, actors: Actors
) -> Iterator[Claimed]:
    """Yield the offices that a clause gives its subject at its end, before another is named."""
    both = _FIRST_AND_THEN.match(flat, name.end)
    if both and both.end() <= next_name:
        for span in (both.span("first"), both.span("then")):
            yield from describe(flat, *span, actors)[:1]
        return
    rest = _REST.match(flat, name.end)
    stretch = _STRETCH.match(flat, rest.end()) if rest else None
    if rest is None or stretch is None or stretch.end() > next_name:
        return
    if any(role_phrases(flat, name.end, rest.end())):
        return
    phrase = next(role_phrases(flat, *stretch.span()), None)
    if phrase is None or phrase.start != rest.end():
        return
    noun = flat[phrase.noun_start : phrase.end]
    claims = describe(flat, *stretch.span(), actors)
    if is_plural(noun):
        return
    if agrees(noun, is_female=is_woman(name.name)) and all(one.actor for one in claims):
        yield from claims
