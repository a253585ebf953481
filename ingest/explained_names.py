"""Joins a name with the short form that explains it: `Zweckverband ... in Hessen (ZVH)`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.base_forms import base_form
from ingest.organisation_spans import OrganisationSpan, named_span

__all__ = ["explained"]

_GAP = re.compile(
    r"(?:(?: |/)(?:in|für|im|am|an|der|des|und|(?:[a-zäöüß]{4,}(?:e|en|er|es) )?[A-ZÄÖÜ][\w/-]+))*"
    r"(?: \(|, kurz:? )"
)
# "Oldenburgischen Datentechnik (ODT)": a name of its own, whose adjective bends.
_LEFT = re.compile(
    r"(?P<article>\b(?:der|die|das|dem|den|des|vom|beim|zum|zur)) "
    r"(?P<name>[A-ZÄÖÜ]\w+(?:sche|sche[nrs])(?: [A-ZÄÖÜ][\w-]+){1,3}) \($"
)
_MOST_CHARS = 70
_LITTLE = re.compile(r"\b(?:für|der|die|das|des|in|im|und|den)\b ?")


def explained(flat: str, found: Sequence[OrganisationSpan]) -> list[OrganisationSpan]:
    """Return the organisations, each known short form joined with the name it stands behind."""
    joined: list[OrganisationSpan] = []
    for one in sorted(found, key=lambda span: span.start):
        last = joined[-1] if joined else None
        if last and _explains(flat, last, one):
            opening = re.search(r"(?: \(|, kurz:? )$", flat[last.end : one.start])
            end = one.start - len(opening.group()) if opening else last.end
            whole = named_span(flat, last.start, end) if end > last.end else last
            joined[-1] = replace(whole, short=flat[one.start : one.end])
        else:
            joined.append(_with_left(flat, one, last))
    return _by_initials(joined)


def _explains(flat: str, name: OrganisationSpan, short: OrganisationSpan) -> bool:
    """Return whether a name's short form stands in brackets, maybe after more of the name."""
    is_short = " " not in short.name and len(short.name) < len(name.name)
    gap = flat[name.end : short.start]
    if not is_short or name.short or len(gap) > _MOST_CHARS:
        return False
    closes = not gap.endswith("(") or flat[short.end : short.end + 1] == ")"
    return closes and _GAP.fullmatch(gap) is not None


def _with_left(
    flat: str, short: OrganisationSpan, last: OrganisationSpan | None
) -> OrganisationSpan:
    if " " in short.name or flat[short.end : short.end + 1] != ")":
        return short
    left = _LEFT.search(flat[max(0, short.start - _MOST_CHARS) : short.start])
    start = left and short.start - (left.end() - left.start("name"))
    if left is None or start is None or (last and start < last.end):
        return short
    name = base_form(left["name"], left["article"].casefold())
    return OrganisationSpan(start, short.start - 2, name, short.name)


def _by_initials(found: Iterable[OrganisationSpan]) -> list[OrganisationSpan]:
    """Give a short form the only longer name whose words begin with its letters."""
    spans = list(found)
    longer: dict[str, set[str]] = {}
    for one in spans:
        if " " in one.name:
            for initials in _initials(one.name):
                longer.setdefault(initials, set()).add(one.name)
    return [
        replace(one, name=next(iter(names)))
        if " " not in one.name and len(names := longer.get(one.name.casefold(), set())) == 1
        else one
        for one in spans
    ]


def _initials(name: str) -> set[str]:
    """Return the letters that begin a name's words, with and without its little words."""
    return {
        "".join(word[0] for word in re.findall(r"\w+", text)).casefold()
        for text in (name, _LITTLE.sub("", name))
    }
