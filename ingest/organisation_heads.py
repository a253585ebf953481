"""Finds organisations by their head noun: `Sparkasse X`, `Institut für Y`, `Erftverband`."""

import re
from collections.abc import Iterator

from ingest.landscapes import is_landscape
from ingest.lexica import words
from ingest.names import is_first_name
from ingest.organisation_spans import CAPITALISED, OrganisationSpan, named_span, short_form
from ingest.place_adjectives import is_of_place, is_of_town
from ingest.place_names import county_spellings, town_spellings
from ingest.roles import is_role_noun, is_unit

__all__ = ["by_head"]

_ITEM = rf"(?:[a-zäöü]+(?:e|en|er|es) )?{CAPITALISED}"
_PHRASE = rf"(?:(?:den|die|das) )?{_ITEM}(?:(?: in der| der|) {CAPITALISED})*"
# A comma goes on with the name where the list ends in "und": "für Arbeit, Soziales und Verkehr".
_LISTED = rf"(?:,(?: für)? {_ITEM})+,?\sund (?:für )?{_PHRASE}"
# "und das Institut" goes on with another body.
_AND = rf"(?: und (?!d(?:er|ie|as|em|en) )(?:für )?{_PHRASE})"
_FOR = rf"(?: (?:für|gegen) {_PHRASE}(?:{_LISTED})?{_AND}*)"
_OF_PLACE = re.compile(
    rf"\s(?:des\sLandes|des\sKreises|des\sLandkreises|des\sFreistaate?s|im\sAmt|"
    rf"(?:Land)?[Kk]reis)\s({CAPITALISED})"
)
# "Universität zu Lübeck"
_OF_TOWN = re.compile(r"(?:(?<=niversität)|(?<=ochschule))\szu\s[A-ZÄÖÜ][a-zäöüß]+(?![\w-])")
# Bodies spoken of by their short form, mostly with a place: "TU Ilmenau", "AWO Nordhessen".
_ALONE = frozenset(
    ["NABU", "ADFC", "ADAC", "THW", "DLRG", "DRK", "AWO", "AOK", "DGB", "VdK", "BBK"]
)
_ACRONYMS = _ALONE | frozenset(
    ["VHS", "KVHS", "IHK", "HWK", "TU", "FH", "TH", "HS", "LAG", "WFG", "DRK", "THW", "WVV"]
)
# "Thüringer Aufbaubank", "Volkshochschule Oberes Vogtland"
_SIDE = re.compile(
    r" (?:Ober|Unter|Mittler|Hoh|Nördlich|Südlich|Östlich|Westlich|Neu|Groß|Alt)e[srn]?"
    r"(?= [A-ZÄÖÜ])"
)
# Of these there is one for every place, and its name follows without an article.
_TAKES_NAME = re.compile(
    r"[\w-]*(?:[Rr]egional|[Kk]reis|[Ll]andes|[Zz]weck|[Tt]ourismus|[Pp]lanungs|[Ww]asser|[Aa]bwasser)verband(?:e?s)?|"
    r"[\w-]*(?:[Ss]parkasse|[Vv]olksbank|[Vv]olkshochschule|[Hh]andwerkskammer|[Nn]aturpark|[Nn]ationalpark|[Aa]ktiv[Rr]egion|[Gg]eopark|[Bb]istum)|"
    r"Polizei(?:inspektion|direktion|präsidium)|[\w-]*[Aa]ktionsgruppe|"
    r"Universität|Hochschule|Fachhochschule|Regierungspräsidium|Bezirksregierung|Landesdirektion|Jobcenter|"
    r"Krankenhaus|Berufskolleg|Kulturraum|Stiftung|Kolpingsfamilie|Vergabestelle|Gutachterausschuss"
)
# Of these there is one in the country or in each Land: "Umweltbundesamt", "Landesjugendamt".
_ONE_AND_ONLY = re.compile(
    r"[A-ZÄÖÜ][\w-]{2,}[Bb]undesamt(?:e?s)?|"
    r"Bundes(?:agentur|bank|kartellamt|kriminalamt|netzagentur|patentamt|polizei|"
    r"sozialgericht|verwaltungsamt|verwaltungsgericht)(?:e?s)?|"
    r"Landes(?:denkmal|jugend|kriminal|schul|sozial|versorgungs|verwaltungs|vermessungs)amt(?:e?s)?|"
    r"Staatskanzlei|Wetterdienst(?:e?s)?"
)
# "Westpfalz-Klinikum": whose name stands before these is a house of its own.
_CAPITAL_ADJECTIVE = re.compile(
    r"(?:liche|ische|ale|willige|nützige|Freie|Offene|Deutsche)[rsnm]?$"
)
_SEATED = frozenset(
    ["akademie", "agentur", "hochschule", "klinik", "kliniken", "klinikum", "krankenhaus", "museum"]
)
# Offices within a town hall or county house, which are no bodies of their own.
_TOWN_HALL_OFFICE = re.compile(
    r"(?:[\w-]*(?:Personal|Kultur|Haupt|Ordnungs|Bau|Jugend|Sozial|Schul|Umwelt|Standes|Melde|Presse|Rechts|"
    r"Steuer|Kataster|Tiefbau|Hochbau|Sport|Gesundheits|Verkehrs|Bürger|Einwohnermelde|Grünflächen|Stadtplanungs|"
    r"Vermessungs|Kämmerei|Liegenschafts|Wahl|Straßen|Organisations|Rechnungsprüfungs|Landrats)|"
    r"[\w-]*(?:haupt|ordnungs|bau|jugend|sozial|schul|umwelt|personal|kultur|vermessungs|planungs|verkehrs|prüfungs|gesundheits|veterinär))"
    r"amt(?:e?s)?|[\w-]*ämter[n]?"
)
# What ends as bodies do and is none, whatever name follows.
_NO_BODY = re.compile(r"(?:Presse|Ansprech|Arbeits|Bau|Halte|Lade|Schnitt|Tank|Zähl)stellen?")
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]*(?:\.[A-Z]\w*)*")
_ASSOCIATION = re.compile(rf"(?: {CAPITALISED}(?:(?<=-) und {CAPITALISED})?)+")
_TARGET = re.compile(
    rf"{_FOR}| der (?:Finanzen|Justiz)(?: und{_FOR}| und der {CAPITALISED})?|"
    rf" des Innern(?:(?:,| und){_FOR})?"
)
# "Fachnetzwerk Fördermittel (FNF)": what a short form in brackets explains is a name.
_EXPLAINED = re.compile(rf"((?: {CAPITALISED}){{1,5}})(?= \([A-ZÄÖÜ][A-Za-zÄÖÜäöü-]*[A-ZÄÖÜ]\w*\))")


def by_head(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the organisations whose names are built on a head noun."""
    for word in _WORD.finditer(flat):
        if word.group().isupper() and word.group() not in _ACRONYMS:
            continue
        if word.start() and (
            flat[word.start() - 1].isalnum() or flat[word.start() - 1] in "-_@./#"
        ):
            continue
        head = word.group() if word.group() in _ACRONYMS else _head_of(word.group())
        if head:
            span = _with_complement(flat, word, head)
            if span:
                yield span


def _head_of(word: str) -> str | None:
    """Return the longest head noun that closes a word, with or without its case ending."""
    heads = words("organisation-heads")
    lowered = word.casefold()
    endings = [one for one in ("es", "s", "en", "n", "e") if lowered.endswith(one)]
    for form in (lowered, *(lowered.removesuffix(one) for one in endings)):
        found = next((form[at:] for at in range(len(form)) if form[at:] in heads), None)
        if found:
            return found
    return None


def _with_complement(flat: str, word: re.Match[str], head: str) -> OrganisationSpan | None:
    if _TOWN_HALL_OFFICE.fullmatch(word.group()) and not word.group().startswith("Landes"):
        return None
    if _NO_BODY.fullmatch(word.group()):
        return None
    if word.group() in ("Amt", "Amtes", "Amts") and flat.startswith(" für ", word.end()):
        return None
    start = _with_adjectives(flat, word.start())
    end = _complement_end(flat, word.end())
    short = short_form(flat, end)
    explained = _EXPLAINED.match(flat, end)
    if explained and not short:
        end = explained.end(1)
        short = short_form(flat, end)
    has_name_before = start < word.start()
    if is_unit(word.group()) and not short and re.match(r"\sdes\s", flat[word.end() : end]):
        return None
    if end > word.end() or short or has_name_before or _is_name_itself(word.group(), head):
        return named_span(flat, start, end)
    return None


def _is_name_itself(word: str, head: str) -> bool:
    """Return whether a compound is a name by itself: Erftverband, Bundesumweltministerium."""
    stem = word.casefold().removesuffix("s")
    prefix = stem[: stem.rfind(head)] if head in stem else ""
    if word in _ALONE or head == "unfall-hilfe" or _ONE_AND_ONLY.fullmatch(word):
        return True
    if head == "ministerium":
        return len(prefix) > 4
    if head in _SEATED and prefix.endswith("-"):
        bearer = word[: len(prefix) - 1]
        return len(bearer) > 3 and bearer not in words("organisation-words")
    if head == "gesellschaft" and re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]+-\w+-Gesellschaft", word):
        return True
    if head in ("stiftung", "institut", "universität") and prefix.endswith("-"):
        return True
    if head in ("verband", "kliniken", "verbund") and len(prefix) > 3:
        return _is_river_or_region(prefix)
    return False


def _is_river_or_region(prefix: str) -> bool:
    return prefix.strip("-").capitalize() in words("waters") or prefix.capitalize() in words(
        "regions"
    )


def _with_adjectives(flat: str, start: int) -> int:
    """Take in what belongs before the head: "Kommunales" to "Rechenzentrum"."""
    head = start
    while True:
        halved = re.search(r"([A-ZÄÖÜ][a-zäöüß]+- und )$", flat[max(0, start - 40) : start])
        if halved:
            start -= len(halved.group())
            continue
        bearer = re.search(
            r"([A-ZÄÖÜ][a-zäöüß]+) [A-ZÄÖÜ](?![a-zäöüß]*(?:isch|lich)e[rsnm]? )[a-zäöüß]+ $",
            flat[max(0, start - 40) : start],
        )
        if bearer and start == head and is_first_name(bearer.group(1)):
            return start - len(bearer.group())
        before = re.search(rf"({CAPITALISED}) $", flat[max(0, start - 40) : start])
        if before is None or not _may_precede(flat, before.group(1), start - len(before.group())):
            return start
        start -= len(before.group())


def _may_precede(flat: str, word: str, position: int) -> bool:
    """Return whether a word belongs to the name, as an adjective with a capital does."""
    if _is_proper(word):
        return True
    head = re.match(r"[\w-]+", flat[position + len(word) + 1 :])
    if (
        head
        and head.group().casefold() in words("naming-heads")
        and not _starts_sentence(flat, position)
    ):
        return bool(re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}", word)) and not is_role_noun(word)
    if is_of_place(word) or is_of_town(word, flat[position + len(word) + 1 :]):
        return True
    is_adjective = bool(
        re.search(r"(?:liche|ische|ale|willige|nützige|Freie|Offene|Deutsche)[rsnm]?$", word)
    )
    return is_adjective and not (_starts_sentence(flat, position) and word.endswith("n"))


def _is_proper(word: str) -> bool:
    bare = word.strip("-")
    if bare in words("ambiguous-towns"):
        return False
    if bare in words("organisation-words"):
        return False
    return (
        is_landscape(bare)
        or bare in town_spellings()
        or bare in county_spellings()
        or (bare.isupper() and len(bare) > 1)
        or bool(re.search(r"[a-zäöü][A-ZÄÖÜ]", bare))
    )


def _starts_sentence(flat: str, position: int) -> bool:
    return (
        position == 0
        or flat[position - 1] == "\n"
        or flat[max(0, position - 2) : position] in (". ", ": ", "! ", "? ")
    )


def _complement_end(flat: str, end: int) -> int:
    target = _TARGET.match(flat, end)
    association = _ASSOCIATION.match(flat, end) if flat[:end].endswith("Zweckverband") else None
    if association:
        end = association.end()
    if flat[:end].endswith(("Verbandsgemeinde", "Samtgemeinde")):
        hyphened = re.compile(r" [A-ZÄÖÜ]\w+(?:-[A-ZÄÖÜ]\w+)+").match(flat, end)
        is_new = hyphened and hyphened.group().strip() not in town_spellings()
        return hyphened.end() if hyphened and is_new else end
    if flat[:end].endswith((" Amt", " Amtes", " Amts")):
        hyphened = re.compile(r" [A-ZÄÖÜ]\w+(?:-[A-ZÄÖÜ]\w+)+").match(flat, end)
        return hyphened.end() if hyphened else _place_end(flat, end)
    if target:
        end = _trim_target(flat, end, target.end())
    seat = _OF_TOWN.match(flat, end)
    end = seat.end() if seat else end
    while True:
        side = _SIDE.match(flat, end)
        following = re.compile(
            rf" ({CAPITALISED}(?:/{CAPITALISED}| / (?:Bad )?{CAPITALISED})?)"
        ).match(flat, side.end() if side else end)
        if following and (
            _may_follow(following.group(1)) or _is_apposed(flat, end, following.group(1))
        ):
            end = following.end()
            continue
        of_place = _OF_PLACE.match(flat, end)
        if of_place and (
            _is_proper(of_place.group(1)) or _is_proper(of_place.group(1).split("-")[0])
        ):
            end = of_place.end()
            continue
        return _plain_end(flat, end)


def _place_end(flat: str, end: int) -> int:
    place = re.compile(rf" ({CAPITALISED})").match(flat, end)
    return place.end() if place and place.group(1) in town_spellings() else end


def _plain_end(flat: str, end: int) -> int:
    return end - 1 if flat[end - 1] in ".-,&" else end


def _trim_target(flat: str, start: int, end: int) -> int:
    """Cut a "für ..." complement at the comma where an enumeration of towns begins."""
    target = flat[start:end]
    first, *others = re.split(r", | und ", target)
    if "," in target and any(one in town_spellings() for one in others):
        return start + len(first)
    return end


def _is_apposed(flat: str, end: int, word: str) -> bool:
    """Return whether a word is the name of what stands before it: "Kreissparkasse Börde"."""
    head = re.search(r"[\w-]+$", flat[max(0, end - 40) : end])
    if head is None or not _TAKES_NAME.fullmatch(head.group()):
        return False
    return not (is_role_noun(word) or is_unit(word) or is_first_name(word))


def _may_follow(word: str) -> bool:
    parts = re.split(r"\s?/\s?|-", word)
    if word in ("Bad", "St.", "Sankt"):
        return True
    is_joined = len(parts) > 1
    return (
        _is_proper(word)
        or word in town_spellings()
        or word == "Plus"
        or (is_joined and all(_is_proper(part) for part in parts))
    )
