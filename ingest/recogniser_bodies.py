"""Gives the rules the bodies that only the network saw, for the offices of their people."""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.organisation_spans import OrganisationSpan, named_span
from ingest.recogniser import Span
from ingest.recogniser_join import is_organisation
from ingest.scenes import is_venue

__all__ = ["likely_bodies"]

# Where people met is nobody's employer.
_WHERE = re.compile(r"(?:[Oo]rt|Wo|Treffpunkt)\s?[:|]\s$")
_LOOSE_END = re.compile(r"(?:\s?\([^()]*\))?[\s,;:–-]*$")


def likely_bodies(text: str, spans: Iterable[Span]) -> tuple[OrganisationSpan, ...]:
    """Return where bodies stand that the network is sure of, for the rules to read offices in."""
    bodies = (one for one in spans if one.label == "ORG" and is_organisation(text, one))
    likely = (_without_loose_end(text, span) for span in bodies)
    return tuple(
        named_span(text, span.start, span.end)
        for span in likely
        if not is_venue(text, span.start, text[span.start : span.end])
        and not _WHERE.search(text[max(0, span.start - 30) : span.start])
    )


def _without_loose_end(text: str, span: Span) -> Span:
    """Return a span without the comma, the next line or the short form that the network took in."""
    line = text[span.start : span.end].partition("\n")[0]
    return replace(span, end=span.start + len(_LOOSE_END.sub("", line)))
