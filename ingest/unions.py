"""Finds unions of municipalities with a name of their own: `Samtgemeinde Oberes Tal`."""

import re
from collections.abc import Iterator

from ingest.organisation_spans import OrganisationSpan
from ingest.place_names import spelled_places

__all__ = ["is_union", "unions"]

_KINDS = {"VG": "Verbandsgemeinde", "SG": "Samtgemeinde"}
# Elsewhere "VG" is a Verwaltungsgemeinschaft, which is no municipality.
_OF_VG = re.compile(
    r"Verbandsgemeinde|Ortsgemeinde|Rheinland-Pfalz|Ortsbürgermeister|Sachsen-Anhalt"
)
_NAME = (
    r"(?!Samtgemeinde|Verbandsgemeinde|Einheitsgemeinde|Stadt|Gemeinde|Flecken|Markt|Landkreis|Kreis|Bürgermeister)(?:"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)+|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:es|er|en)[ ][A-ZÄÖÜ][a-zäöüß]+s?(?![\w-])|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:[ ]am[ ][A-ZÄÖÜ][a-zäöüß]+)?(?![\w-]))"
)
_UNION = re.compile(
    rf"(?<![\w-])(?P<kind>Verbandsgemeinden?|Samtgemeinden?|VGs?|SGs?)[ ](?P<names>(?:{_NAME})"
    rf"(?:(?:,[ ]|[ ]und[ ]|[ ]sowie[ ])(?:die[ ]|der[ ])?(?:{_NAME}))*)"
)
_ONE = re.compile(_NAME)
_WHOLE = re.compile(r"(?:Verbandsgemeinde|Samtgemeinde) ")


def is_union(name: str) -> bool:
    """Return whether an organisation is a union of municipalities, as the gazetteer has none."""
    return _WHOLE.match(name) is not None


def unions(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the unions that are called by no town's name, and where their name stands alone."""
    found: dict[str, OrganisationSpan] = {}
    for union in _UNION.finditer(flat):
        kind = re.sub(r"[ns]$", "", union["kind"])
        if kind == "VG" and not _OF_VG.search(flat):
            continue
        for one in _named(flat, union, _KINDS.get(kind, kind), is_plural=kind != union["kind"]):
            found.setdefault(one.name, one)
            yield one
    for one in found.values():
        bare = one.short or ""
        if "-" in bare or " " in bare:
            for again in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", flat):
                yield OrganisationSpan(again.start(), again.end(), one.name, bare)


def _named(
    flat: str, union: re.Match[str], kind: str, *, is_plural: bool
) -> Iterator[OrganisationSpan]:
    """Yield the unions of an enumeration; one kind word in the singular goes with one name."""
    names = list(_ONE.finditer(flat, *union.span("names")))
    for at, name in enumerate(names if is_plural else names[:1]):
        bare = _nominative(name.group())
        if not _is_town(bare):
            start = name.start() if at else union.start()
            yield OrganisationSpan(start, name.end(), f"{kind} {bare}", bare)


def _is_town(name: str) -> bool:
    return any(one.start == 0 and one.end == len(name) for one in spelled_places(name))


def _nominative(name: str) -> str:
    """Return "Oberes Glantal" of "Oberen Glantals"."""
    adjective, _, noun = name.partition(" ")
    if adjective.endswith("en") and noun.endswith("s") and " " not in noun:
        return f"{adjective[:-1]}s {noun[:-1]}"
    return name
