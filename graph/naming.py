"""Which names of undertakings stand for one thing everywhere, and which need a town beside them."""

import json
import re
from functools import cache
from importlib.resources import files

from ontology.gazetteer import gazetteer
from ontology.model import Actor, Project
from ontology.vocabulary import fields, themes

__all__ = ["anchor_of", "is_generic", "is_genre_word"]

_WORD = re.compile(r"[^\W_](?:[\w/-]*\w)?")
_ADJECTIVE = re.compile(r".{3,}(?:e|er|es|en|em)$")
# Adjectives in -isch name a region (lippisch, fränkisch, bergisch) unless the data say otherwise.
_REGIONAL = re.compile(r"(\w+isch)(?:e[mnrs]?)?$")


def is_generic(name: str) -> bool:
    """Tell whether many towns could call something of theirs by this very name.

    `Klimaschutzkonzept` and `Gemeinsames Serviceportal` are generic; a number, a place, a region,
    a coined word or a person in the name make it one undertaking's own.
    """
    if any(char.isdigit() for char in name):
        return False
    words = _WORD.findall(name)
    if _plain(name) in _theme_terms():
        return True
    return bool(words) and all(
        _is_common(word, is_first=index == 0) for index, word in enumerate(words)
    )


def is_genre_word(word: str) -> bool:
    """Tell whether a word says what sort of undertaking is meant: plan, network, portal."""
    return _ends_in_genre(word)


def anchor_of(project: Project, *, document_id: str) -> str | None:
    """Return what keeps a generic name apart from others: its lead, first town or document.

    None where the name needs no anchor.
    """
    if not is_generic(project.name):
        return None
    if project.lead:
        return _anchor(project.lead.actor)
    actors = [claim.actor for claim in project.participants]
    # Towns before others: several bodies of the same name share a town less often.
    actors.sort(key=lambda actor: actor.ags is None)
    return _anchor(actors[0]) if actors else document_id


def _anchor(actor: Actor) -> str:
    namesakes = gazetteer().named(actor.name)
    return f"{actor.name} {actor.ags}" if actor.ags and len(namesakes) > 1 else actor.name


def _is_common(word: str, *, is_first: bool) -> bool:
    if word[0].islower():
        return _names_no_region(word)
    if _plain(word) in _theme_terms():
        return True
    head, hyphen, last = word.rpartition("-")
    if hyphen:
        return _ends_in_genre(last) and (_plain(head) in _theme_terms() or _ends_in_genre(head))
    if is_first and _ADJECTIVE.match(word) and not _ends_in_genre(word):
        return _names_no_region(word) and not _is_place_adjective(word)
    return word[1:].islower() and _ends_in_genre(word)


def _ends_in_genre(word: str) -> bool:
    lowered = word.casefold()
    stems = (lowered, lowered.removesuffix("s"), lowered.removesuffix("n"), lowered[:-2])
    return any(stem.endswith(_words("genre_endings")) for stem in stems if len(stem) > 2)


def _names_no_region(word: str) -> bool:
    found = _REGIONAL.match(word.casefold())
    return not found or found[1].endswith(_words("plain_adjectives"))


def _is_place_adjective(word: str) -> bool:
    if not word.endswith("er"):
        return False
    stem = word[:-2].casefold()
    # Hagener of Hagen, Bremer of Bremen, Dresdner of Dresden, Lippstädter of Lippstadt.
    forms = {stem, f"{stem}e", f"{stem}en", f"{stem.removesuffix('n')}en"}
    forms |= {form.replace("städt", "stadt") for form in forms}
    return not forms.isdisjoint(_place_names())


@cache
def _place_names() -> frozenset[str]:
    names = (place.name for place in gazetteer().places() if not place.is_county)
    # Frankfurt am Main and Halle (Saale) are meant by their first word; Neu Wulmstorf is not.
    return frozenset(re.split(r" (?=[a-z(])", name)[0].casefold() for name in names)


@cache
def _theme_terms() -> frozenset[str]:
    return frozenset(
        _plain(term)
        for concept in (*themes(), *fields())
        for term in (concept.label, *concept.alternatives)
    )


@cache
def _words(kind: str) -> tuple[str, ...]:
    source = files("ontology") / "data" / "generic-names.json"
    return tuple(json.loads(source.read_text(encoding="utf-8"))[kind])


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
