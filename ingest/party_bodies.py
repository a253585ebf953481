"""Finds parties that act as bodies do: `die SPD verlangte`, `Anfrage der Freien Wähler`."""

import re
from collections.abc import Iterable, Iterator

from ingest.names import NameMention
from ingest.organisation_spans import OrganisationSpan
from ingest.parties import PARTY

__all__ = ["IS_PARTY", "acting_parties"]

_LIST = r"Liste [A-ZÄÖÜ][a-zäöüß]{3,}|(?:Junge|Freie|Offene|Grüne|Unabhängige|Bunte) Liste"
_NAME = rf"(?:{PARTY}|{_LIST}|(?:Freien|Unabhängigen) Wähler(?:n)?)(?![\w/-])"
IS_PARTY = re.compile(rf"{_NAME}|[A-ZÄÖÜ]{{2,5}}")
# What a party does; its members only belong to it.
_DEED = (
    r"(?:ha(?:t|tte|ben|tten)|will|wollte[n]?|wollen|möchten?|würden?|fragten?|fragt|forder(?:t|n|te|ten)|"
    r"verlang(?:t|en|te|ten)|beantrag(?:t|en|te|ten)|reg(?:t|en|te|ten) an|dräng(?:t|en|te|ten)|"
    r"unterstütz(?:t|en|te|ten)|hielt(?:en)?|hält|halten|lehn(?:t|en|te|ten)|stimm(?:t|en|te|ten)|"
    r"kritisier(?:t|en|te|ten)|warn(?:t|en|te|ten)|sieht|sahen?|plädier(?:t|en|te|ten)|"
    r"schl(?:ägt|agen|ug|ugen)|mahn(?:t|en|te|ten)|brach(?:te|ten)|bring(?:t|en))"
)
_PAIR = rf"(?P<one>{_NAME})(?: (?:und|sowie) (?P<other>{_NAME}|[A-ZÄÖÜ]{{2,5}}(?![\w-])))?"
_SUBJECT = re.compile(rf"(?:(?<=[.;,:] )|(?<=\n)|(?<=[Dd]ie )){_PAIR}(?= (?:gemeinsam )?{_DEED}\b)")
_INVERTED = re.compile(
    rf"(?<![\w-]){_DEED} (?:(?:das|dies|es|den) )?(?:die )?{_PAIR}(?=[,.;:]| [a-zäöü0-9])"
)
_OF_PARTY = re.compile(
    r"(?<![\w-])(?:Fraktion(?:en)?|Antrags?|Anfrage|Vorstoß|Vorschlags?|Initiative) (?:von|der) "
    rf"{_PAIR}"
)
_SUPPORT = re.compile(rf"(?:unterstützt|gefordert|beantragt|vorgeschlagen) von (?:der )?{_PAIR}")
_BROUGHT_IN = re.compile(rf"(?:, (?:das|den|die|was) )(?:die )?{_PAIR}(?= [^.]{{0,40}}\b{_DEED}\b)")
_PATTERNS = (_SUBJECT, _INVERTED, _OF_PARTY, _SUPPORT, _BROUGHT_IN)
_FULL = {"Grünen": "Grüne", "Freien Wähler": "Freie Wähler", "Freien Wählern": "Freie Wähler"}


def acting_parties(flat: str, names: Iterable[NameMention]) -> Iterator[OrganisationSpan]:
    """Yield the parties and lists of voters that ask, demand or propose something themselves."""
    taken = [(one.start, one.end) for one in names]
    spans = {
        found.span(group): found[group]
        for pattern in _PATTERNS
        for found in pattern.finditer(flat)
        for group in ("one", "other")
        if found[group]
    }
    for (start, end), name in sorted(spans.items()):
        if not any(start < after and before < end for before, after in taken):
            yield OrganisationSpan(start, end, _FULL.get(name, name))
