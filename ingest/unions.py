"""Finds unions of municipalities by name: `Samtgemeinde Oberes Tal`, `Amt Horst-Herzhorn`."""

import re
from collections import Counter
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
    r"[A-ZÄÖÜ][a-zäöüß]+(?:-(?:St\.[ ])?[A-ZÄÖÜ][a-zäöüß]+)+|[A-ZÄÖÜ][a-zäöüß]+/[A-ZÄÖÜ][a-zäöüß]+|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:es|er|en)[ ][A-ZÄÖÜ][a-zäöüß]+s?(?![\w-])|"
    r"[A-ZÄÖÜ][a-zäöüß]+(?:[ ]am[ ][A-ZÄÖÜ][a-zäöüß]+)?(?![\w-]))"
)
_UNION = re.compile(
    r"(?<![\w-])(?P<kind>(?:Verbands|Samt)gemeinde(?:n|verwaltung)?|VGs?|SGs?|Amt(?:e?s)?|Ämtern?)"
    rf"[ ](?P<names>(?:{_NAME})"
    rf"(?:(?:,[ ]|[ ]und[ ]|[ ]sowie[ ])(?:die[ ]|der[ ])?(?:{_NAME}))*)"
)
_ONE = re.compile(_NAME)
# In the north-east several municipalities are an "Amt"; elsewhere that is a part of a town hall.
_OF_AMT = re.compile(
    r"Amtsvorsteher|Amtsdirektor|Amtsausschuss|Amtsverwaltung|Amtsgemeinde|amtsangehörig|Amtsgebiet|amtsfrei|"
    r"Schleswig-Holstein|Mecklenburg|Brandenburg"
)
_LANDS_OF_VG = frozenset({"Rheinland-Pfalz", "Sachsen-Anhalt"})
_AMT_HEAD = r"Amts(?:vorsteher|direktor)(?:in)?"
_HEAD_OF_AMT = re.compile(
    rf"(?<![\w-]){_AMT_HEAD}\s(?:(?:der|des|von|vom)\s|(?:Dr\.\s)?(?:[A-ZÄÖÜ][\w-]+\s){{2,3}}\()(?P<name>{_NAME})"
)
_AMT_BEFORE_HEAD = re.compile(rf"(?<![\w-])(?P<name>[A-ZÄÖÜ][a-zäöüß]{{3,}})-(?={_AMT_HEAD})")
_WHOLE = re.compile(r"(?:Verbandsgemeinde|Samtgemeinde) ")


def is_union(name: str) -> bool:
    """Return whether an organisation is a union of municipalities, as the gazetteer has none."""
    return _WHOLE.match(name) is not None


def unions(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the unions that are called by no town's name, and where their name stands alone."""
    found: dict[str, OrganisationSpan] = {}
    yield from _by_office(flat)
    for union in _UNION.finditer(flat):
        kind = _kind(flat, union)
        if kind is None:
            continue
        is_plural = union["kind"].endswith(("n", "er", "VGs", "SGs"))
        for one in _named(flat, union, kind, is_plural=is_plural):
            found.setdefault(one.name, one)
            yield one
    for one in found.values():
        bare = one.short or ""
        if "-" in bare or " " in bare:
            for again in re.finditer(rf"(?<![\w-]){re.escape(bare)}(?![\w-])", flat):
                yield OrganisationSpan(again.start(), again.end(), one.name, bare)


def _kind(flat: str, union: re.Match[str]) -> str | None:
    """Return what a union is called in full: a "VG" of Thüringen is no municipality."""
    kind = re.sub(r"(?:(?<=[edG])[ns]|verwaltung)$", "", union["kind"])
    if kind.startswith(("Amt", "Ämter")):
        is_whole = union.group() == flat
        return "Amt" if is_whole or "-" in union["names"] or _OF_AMT.search(flat) else None
    if kind == "VG" and not _has_verbandsgemeinden(flat):
        return "VG"
    return _KINDS.get(kind, kind)


def _has_verbandsgemeinden(flat: str) -> bool:
    """Return whether a text speaks of a Land whose municipalities form Verbandsgemeinden."""
    if _OF_VG.search(flat):
        return True
    lands = Counter(
        name.spellings[0].place.land for name in spelled_places(flat) if len(name.spellings) == 1
    )
    return any(land in _LANDS_OF_VG for land, _ in lands.most_common(1))


def _by_office(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the "Amt" that its head's office tells: "Amtsvorsteher der Wilstermarsch"."""
    for pattern in (_HEAD_OF_AMT, _AMT_BEFORE_HEAD):
        for found in pattern.finditer(flat):
            name = f"Amt {_nominative(found['name'])}"
            yield OrganisationSpan(*found.span("name"), name, found["name"])


def _named(
    flat: str, union: re.Match[str], kind: str, *, is_plural: bool
) -> Iterator[OrganisationSpan]:
    """Yield the unions of an enumeration; one kind word in the singular goes with one name."""
    names = list(_ONE.finditer(flat, *union.span("names")))
    for at, name in enumerate(names if is_plural else names[:1]):
        bare = _nominative(name.group())
        if kind in ("Amt", "VG") or not _is_town(bare):
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
