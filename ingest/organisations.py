"""Finds organisations that are no municipalities: by legal form, head noun, or known name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.employers import businesses, employers
from ingest.explained_names import explained
from ingest.legal_forms import by_legal_form
from ingest.lexica import word_list, words
from ingest.names import NameMention
from ingest.organisation_heads import by_head
from ingest.organisation_spans import LEGAL_FORM, OrganisationSpan
from ingest.roles import is_role_noun
from ingest.state_bodies import state_bodies
from ingest.unions import unions

__all__ = ["find_organisations"]


def find_organisations(flat: str, names: Sequence[NameMention]) -> tuple[OrganisationSpan, ...]:
    """Return the organisations of a text with these persons' names, in order.

    Short forms explained once ("Langname (ABK)") are found again wherever they stand.
    """
    taken = [(name.start, name.end) for name in names]
    found = [
        *unions(flat),
        *state_bodies(flat),
        *by_legal_form(flat),
        *by_head(flat),
        *_by_known_name(flat),
    ]
    reserve = [
        one
        for one in [*employers(flat, names), *businesses(flat)]
        if not _overlaps(one.start, one.end, [(other.start, other.end) for other in found])
    ]
    found += reserve
    free = [
        one
        for one in found
        if not _overlaps(one.start, one.end, taken) and not _is_no_body(one.name)
    ]
    kept = explained(flat, _without_overlaps(free))
    shorts = list(_by_short_form(flat, kept))
    places = {(one.start, one.end) for one in shorts}
    others = [one for one in kept if (one.start, one.end) not in places]
    return _named_alike(_without_overlaps([*others, *shorts]))


def _is_no_body(name: str) -> bool:
    """Return whether a name is a party's, a mere kind, or begins with what somebody is."""
    is_kind = name == "Medizinisches Versorgungszentrum"
    return is_kind or name in words("parties") or is_role_noun(name.split()[0])


def _named_alike(found: Sequence[OrganisationSpan]) -> tuple[OrganisationSpan, ...]:
    """Give "WEGE mbH" and "die GmbH" the name of the longer "WEGE Wirtschaftsförderung ... mbH"."""
    longest: dict[tuple[str, str], str] = {}
    for one in found:
        key = (one.name.split()[0], one.name.split()[-1])
        if len(one.name) > len(longest.get(key, "")) and LEGAL_FORM.fullmatch(key[1]):
            longest[key] = one.name
    named = [
        replace(one, name=longest.get((one.name.split()[0], one.name.split()[-1]), one.name))
        for one in found
    ]
    names = {one.name for one in named}
    return tuple(replace(one, name=_in_full(one.name, names)) for one in named)


def _in_full(name: str, names: Iterable[str]) -> str:
    """Return the one name that begins or ends with a shorter one, if there is only one."""
    longer = [
        other
        for other in names
        if other.startswith((f"{name} ", f"{name}, ")) or other.endswith(f" {name}")
    ]
    return longer[0] if len(longer) == 1 else name


def _overlaps(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _without_overlaps(found: Iterable[OrganisationSpan]) -> tuple[OrganisationSpan, ...]:
    kept: list[OrganisationSpan] = []
    for one in sorted(found, key=lambda org: (org.start, -org.end)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
            continue
        kept.append(one)
    return tuple(kept)


def _by_known_name(flat: str) -> Iterator[OrganisationSpan]:
    for name in word_list("known-organisations"):
        if name.split()[-1] not in flat:
            continue
        for found in re.finditer(rf"(?<![\w.-]){_in_any_case(name)}(?![\w-]|\.\w)", flat):
            yield OrganisationSpan(found.start(), found.end(), name)


def _in_any_case(name: str) -> str:
    """Return a pattern of a name whose adjectives may bend: "des Deutschen Roten Kreuzes"."""
    adjectives = _ADJECTIVES.match(name)
    if not adjectives:
        return re.escape(name)
    stems = [re.sub(r"e[rs]?$", "", word) for word in adjectives.group().split()]
    bent = "".join(f"{stem}e[rsnm]? " for stem in stems)
    return f"{bent}{re.escape(name[adjectives.end() :])}(?:e?s)?"


_ADJECTIVES = re.compile(
    r"(?:(?:[A-ZÄÖÜ][a-zäöüß]+isch|Deutsch|International|Rot|Frei|Grün)e[rs]? )+"
)


def _by_short_form(flat: str, known: Iterable[OrganisationSpan]) -> Iterator[OrganisationSpan]:
    for one in known:
        if one.short is None:
            continue
        pattern = rf"(?<![\w-]){re.escape(one.short)}s?(?![\w-])"
        for found in re.finditer(pattern, flat):
            yield replace(one, start=found.start(), end=found.end())
