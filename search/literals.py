"""What has one name: a document that deals with it names it, so one that does not is no answer.

Techniques, foreign countries, authorities, legal forms and the like are hardly ever described in
other words, unlike problems and tasks. Each line gives how questions say it and how documents do,
as folded patterns; within a field one of several named in a question is enough ("France or
Belgium"). The fields were filled from what municipal administration is made of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from search.analysis import fold_word

__all__ = ["Named", "named_things"]

_FIELDS_TEXT = r"""
techniques
drohnen?\w*|drones? = drohne|unbemannt|copter
\w*roboter\w*|robots? = robot
autonom\w*|selbstfahrend\w*|fahrerlos\w*|driverless = autonom|selbstfahr|fahrerlos|ohne fahrer
videokonferenz\w*|video\w*beratung|videosprechstunden? = video|webkonferenz
blockchain\w* = blockchain
wasserstoff\w*|hydrogen = wasserstoff|brennstoffzelle
erdwarme\w*|geotherm\w* = erdwarm|geotherm|sonde
abwasserwarme\w* = abwasserwarm|warme[^.]*abwasser|abwasser[^.]*warme
photovoltaik\w*|solar(?:anlage|park|strom|dach)\w* = photovolt|solar|\bpv\b
windparks?|wind(?:rad|rader|kraft|energie|strom)\w* = windpark|windrad|windkraft|windenergie
biogas\w* = biogas
pyrolyse\w* = pyrolys
verer?d\w+|vererdung\w* = vererd
qr-?codes? = \bqr
satellit\w* = satellit
3d-?druck\w* = 3.?d.?druck
lastenr[ad]+er\w*|lastenrad|cargo ?bikes? = lastenr|cargo
e-?scooter\w*|tretroller\w* = scooter|tretroller
seilbahn\w* = seilbahn
wallbox\w*|\w*ladesaulen? = ladesaul|ladepunkt|ladestation|wallbox|ladeinfra
notstrom\w*|netzersatz\w* = notstrom|netzersatz
zisternen? = zistern
virtual reality|vr-?brillen? = virtual|\bvr\b
digitaler? zwilling\w*|digital twins? = zwilling|twin
open source|quelloffen\w*|quelltext\w* = open.?source|quelloffen|quelltext|quellcode|freie software
leichter? sprache = leicht\w* sprache
gebarden\w* = gebarden
countries
niederlande?n?|niederlandisch\w*|holland\w*|dutch|netherlands = niederl|holland
belgien|belgisch\w*|belgi(?:um|an) = belg
luxemburg\w*|luxembourg = luxemb
frankreich\w*|franzosisch\w*|france|french = frankr|franzos|elsass|lothring
schweiz\w*|switzerland|swiss = schweiz
osterreich\w*|austrian? = osterr
italien\w*|italy|italian = italien
spanien\w*|spanisch\w*|spain|spanish = spani
portugal|portugiesisch\w* = portug
danemark\w*|danisch\w*|denmark|danish = danemark|danisch
schweden|schwedisch\w*|sweden|swedish = schwed
norweg\w*|norway = norweg
finnland\w*|finnisch\w*|finland = finn(?:land|isch)
estland|estnisch\w*|estonian? = estland|estnisch
polen|polnisch\w*|poland|polish = polen|polnisch
tschech\w*|czech = tschech
ukrain\w* = ukrain
rumanien|rumanisch\w* = rumani
ungarn|ungarisch\w* = ungar
griechenland|griechisch\w*|greece|greek = griech
turkei|turkisch\w*|turkey|turkish = turkei|turkisch
grossbritannien|england|britisch\w* = britann|england|britisch
usa|amerikanisch\w* = \busa\b|amerik
china|chinesisch\w* = china|chines
indien|vietnam\w*|philippin\w* = indien|indisch|vietnam|philippin
authorities and partners
jugendamt\w*|jugendamter\w* = jugendamt|jugendamter|jugendhilfe
veterinar\w* = veterinar
auslander(?:behorde|amt)\w* = auslander|migration|einwander
finanzamt\w*|finanzamter\w* = finanzamt|finanzverwaltung
jobcenter\w* = jobcenter|arbeitsagentur|agentur fur arbeit
bundeswehr = bundeswehr
polizei\w*|police = polizei
kirchen?|kirchengemeinden?|pfarr\w+ = kirch|pfarr|diakon|caritas|bistum
hochschulen?|universitat\w*|uni|fachhochschulen?|university = hochschul|universit|studier
krankenkassen? = krankenkasse
sparkassen? = sparkasse
notfallsanitater\w* = notfallsanit|rettungsdienst
musikschulen? = musikschul
schlachthof\w* = schlacht
tierheime?|fundtiere? = tierheim|tierschutz|fundtier
tauben\w* = taube
ratten\w* = ratte|schadling
forms and procedures
\w*genossenschaft\w* = genossenschaft|\beg\b
\w*stiftung\w* = stiftung
aktiengesellschaft\w* = aktiengesellschaft|\bag\b
burger(?:entscheid|begehren)\w*|referendum = burgerentscheid|burgerbegehren|abstimmung
burgerr[at]+e?n?|burgerrat\w*|losverfahren = burgerrat|gelost|losverfahren|auslos
burgerhaushalt\w* = burgerhaushalt
klagen?|klagt|klagten|verklag\w*|gericht|gerichtlich\w*|lawsuits? = klag|gericht|urteil
evaluation\w*|evaluiert\w* = evalu|wissenschaft|studie|begleitforschung
\w*beirat\w* = beirat
\w*parlament\w* = parlament
manner of a service
rund um die uhr|nachts|24 stunden = rund um die uhr|24|nacht|jederzeit
sonntags?|wochenenden?|feiertag\w* = sonntag|wochenend|feiertag
kostenlos\w*|kostenfrei\w*|gratis = kostenlos|kostenfrei|gratis|unentgelt|umsonst|gebuhrenfrei
ehrenamtlich\w* = ehrenamt|freiwillig|verein
barrierefrei\w* = barriere|rollstuhl|behinder
inklusi\w+|handicap|behinder\w+ = inklusi|handicap|behinder|beeintracht
mehrsprachig\w*|dolmetsch\w*|fremdsprach\w* = sprach|dolmetsch|ubersetz
"""
# "Ohne Genossenschaft" and "am besten mit Photovoltaik" want something else.
_OTHERWISE = re.compile(
    r"\b(?:ohne|without|statt|kein\w*|nicht|besten|liebsten|moglichst|gerne?)\s(?:\w+\s){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: its words, and what shows that a document speaks of one of them."""

    words: str
    cue: re.Pattern[str]


def named_things(text: str) -> tuple[Named, ...]:
    """Return what a question names that documents name too, one for each field."""
    words = re.findall(r"\w+", text)
    folded = " ".join([fold_word(word) for word in words])
    if not _any_name().search(folded):
        return ()
    found = (_of_field(folded, words, field) for field in _fields().values())
    return tuple(each for each in found if each is not None)


def _of_field(folded: str, words: list[str], field: dict[str, str]) -> Named | None:
    hits: dict[str, str] = {}
    for said, cue in field.items():
        for found in re.finditer(rf"\b(?:{said})(?!\S)", folded):
            if not _OTHERWISE.search(folded[: found.start()]):
                first = folded.count(" ", 0, found.start())
                length = found.group().count(" ") + 1
                hits.setdefault(" ".join(words[first : first + length]), cue)
    if not hits:
        return None
    return Named(", ".join(hits), re.compile("|".join(hits.values())))


@cache
def _any_name() -> re.Pattern[str]:
    said = [each for field in _fields().values() for each in field]
    return re.compile(rf"\b(?:{'|'.join(said)})(?!\S)")


@cache
def _fields() -> dict[str, dict[str, str]]:
    fields: dict[str, dict[str, str]] = {}
    for name, entries in _blocks():
        fields[name] = dict(entries)
    return fields


def _blocks() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    name, entries = "", list[tuple[str, str]]()
    for line in _FIELDS_TEXT.strip().splitlines():
        said, is_entry, cue = line.partition(" = ")
        if is_entry:
            entries.append((said, cue))
            continue
        if entries:
            yield name, entries
        name, entries = line, []
    yield name, entries
