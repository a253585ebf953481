"""Finds names that their writing marks: in quotation marks, coined, foreign, behind `Projekt`."""

import re
from collections.abc import Iterator

from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate
from ingest.naming_words import QUOTED, word_group
from ingest.undertakings import read_noun
from ontology.model import ProjectKind

__all__ = ["apposed_names", "coined_names", "foreign_names", "motto_names", "quoted_names"]

_COINED = re.compile(
    r"(?<![\w.@/-])(?:[A-ZÄÖÜ][a-zäöüß]+(?:[A-ZÄÖÜ][a-zäöüß]{2,})+(?:\d+)?"
    r"|[A-Za-zÄÖÜäöü][a-zäöüß]{2,}(?:\.[A-Za-zÄÖÜäöü][a-zäöüß]{3,})+)(?![\w@/])"
)
_WEB_ENDING = re.compile(
    r"\.(?:de|com|org|net|eu|nrw|info|html?|pdf|bayern|online|app|digital|example)$", re.I
)
_PROPER = r"[A-ZÄÖÜ0-9³][\w.!³&-]*"
_APPOSED = re.compile(
    r"(?<![\w-])(?P<trigger>(?:[A-Z]\w+-?)?(?:[Pp]rojekt(?:s|es)?(?<!preis)|[Vv]orhaben|ILE"
    r"|LEADER-Region|[Ii]nitiative|[Ss]tadt-App|[Bb]ürger-App|[Rr]ufbus))"
    rf"[ ](?P<name>{_PROPER}(?:[ ](?:für[ ]|in[ ]|der[ ])?{_PROPER}){{0,4}})"
)
_FOREIGN = re.compile(
    r"\b(?:ein|eine|einen|einem|einer|der|die|das|den|dem|des)[ ](?P<name>(?!\w+e\s|Stadt|Kreis"
    r"|Projekt|Vorhaben|Programm"
    r"|Gemeinde|Land|Rat|Markt|Bund|Samt|Verband)"
    r"[A-Z][a-z]+[ ](?!GmbH|AG|Officer|Information)[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)(?![\wäöüß])"
)
# Words in front of a quoted name that make it an undertaking, those that make it something else.
_NAMING = re.compile(
    r"(?:unter\s+dem\s+(?:\w+\s+)?(?:Namen|Titel|Arbeitstitel|Projektnamen|Label|Dach|Schlagwort)"
    r"|namens|mit\s+dem\s+Namen|genannt|heißt|Marke|(?:auf|den)\s+(?:den\s+)?Namen"
    r"|Name)[^„\n.]{0,20}$",
    re.I,
)
# A quote behind an article is a noun of its own; a quoted turn of phrase seldom has one.
_ARTICLE = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine[nmrs]?|[Ii]hre?[nmrs]?|[Bb]eim|[Zz]u[mr]|[Aa]m|[Vv]om)\s+$"
)
# A noun right before a quote or its bracket says what bears the name ("der Dienst „Flitzer“").
_BEHIND_NOUN = re.compile(
    r"(?<![.!?:\n] )(?<!^)\b(?!Land\b|Landes\b|Bund\b|Bundes\b|Freistaat|Förder|Mittel"
    r"|Programm|Fonds)[A-ZÄÖÜ][\wäöüß-]{3,}\s+\(?$"
)
_NAMED = re.compile(r"\s(?:heißt|nennt\s+sich|getauft|genannt|lautet)\b")
# Behind what somebody said.
_SAID = re.compile(
    r"[!?]?,?\s(?:sag(?:t|te|en|ten)|so\s|mein(?:t|te)|betont\w*|erklärt\w*|lobt\w*|räumt|antwortet\w*"
    r"|berichtet\w*|freut|fasst|erinnert\w*|fordert\w*|heißt\ses|ergänzt\w*|findet|lacht\w*)\b"
)
# A giver with the name of its programme in brackets: "vom Land („Starke Dörfer“)".
_GIVEN_BY = re.compile(r"\b(?:Land(?:es)?|Bund(?:es)?|Freistaats?|EU|Union)\s\($")
_FIGURATIVE = re.compile(
    r"\b(?:nennt|nannte|bezeichnet\w*)\s+(?:es|das|ihn|sie|dies)\s+$|\bals\s+$"
)
_MOTTO_QUOTE = re.compile(
    r"\b(?:Ihr|Sein|Das|Deren|Der)\s+(?:Motto|Titel|Name|Leitspruch)\s+(?:lautet|ist|heißt)\s*:?"
    r"\s*"
    r"[„“\"](?P<name>[^„“”\"!.?\n]{3,70}!?)"
)
_SENTENCE_LIKE = re.compile(
    r"[.;?]\s|[,;:]$|^(?:Wir|Ich|Es|Das\s+ist|Die\s+\w+\s+\w+t)\b|\b(?:ist|sind|haben|wird|müssen"
    r"|wollen|können|sei|war|hat)\b"
)
# Inner capitals make a proper name: of an undertaking or of a body or product, as often as not.
COINED_WEIGHT = 2.8
_PLAIN_TRIGGERS: dict[str, ProjectKind] = {
    "projekt": "projekt",
    "projekts": "projekt",
    "projektes": "projekt",
    "vorhaben": "projekt",
    "vorhabens": "projekt",
    "verkehr": "projekt",
    "bus": "projekt",
    "angebot": "projekt",
    "dienst": "projekt",
    "förderprojekt": "projekt",
    "leader-projekt": "projekt",
    "ile": "netzwerk",
    "verein": "netzwerk",
    "leader-region": "kooperation",
    "region": "kooperation",
    "initiative": "projekt",
    "software": "portal",
    "online-dienst": "portal",
}


def quoted_names(layout: Layout) -> Iterator[Candidate]:
    """Return the quoted names, weighed by the words around them."""
    text = layout.text
    for hit in QUOTED.finditer(text):
        name = hit["name"].strip()
        if not re.match(r"[A-ZÄÖÜ0-9#]|[a-zäöü-]+\.[a-z]", name) or _SENTENCE_LIKE.search(name):
            continue
        if len(name.split()) > 9 or name.endswith((",", ".")) or _SAID.match(text, hit.end()):
            continue
        before = text[max(0, hit.start() - 80) : hit.start()]
        behind = hit["after"] or text[hit.end() : hit.end() + 25]
        weight, kind = _trigger(before, behind, name)
        span = Span(hit.start("name"), hit.start("name") + len(name))
        yield Candidate(name, span, kind, "quoted", weight)


def motto_names(layout: Layout) -> Iterator[Candidate]:
    """Return what a text gives as the motto, title or name of its strategy."""
    for hit in _MOTTO_QUOTE.finditer(layout.text):
        span = Span(*hit.span("name"))
        yield Candidate(hit["name"], span, "strategie", "quoted", 4.5)


def _trigger(before: str, after: str, name: str) -> tuple[float, ProjectKind]:
    """Return how surely the words around a quoted name make it an undertaking, and its kind."""
    if _is_other_thing(before, after):
        return -3.0, "projekt"
    kind = _triggering_kind(before)
    if kind:
        return 5.0, kind
    own = read_noun(name.split()[-1]) or read_noun(name.split()[0])
    if (
        _NAMING.search(before)
        or _NAMED.match(after)
        or after.lower().startswith(("-projekt", "-app", "-netzwerk"))
    ):
        return 4.0, own.head.kind if own else "projekt"
    if own and own.head.strength > 1:
        return 2.8, own.head.kind
    is_noun = _ARTICLE.search(before) or _BEHIND_NOUN.search(before)
    return (2.6 if is_noun else 0.8), "projekt"


def _is_other_thing(before: str, after: str) -> bool:
    last = re.search(r"([\w-]+)\s+$", before)
    named = last[1] if last else ""
    other = word_group("no_undertaking_follows")
    return (
        named in other
        or named.rsplit("-", 1)[-1] in other
        or bool(_FIGURATIVE.search(before) or _GIVEN_BY.search(before))
        or named.lower().endswith(tuple(word_group("other_things")))
        or after.lower().startswith(("-programm", "-preis", "-konferenz"))
    )


def _triggering_kind(before: str) -> ProjectKind | None:
    """Return the kind of the nearest of the three words before a quote that tells one."""
    clause = re.split(r"[,;.!?\n]|\bam\b|\bim\b(?=\s\w+\s$)", before)[-1]
    for word in reversed(re.findall(r"[\wäöüß-]+", clause)[-3:]):
        noun = read_noun(word) if word[:1].isupper() else None
        if noun and not noun.is_plural and noun.head.strength > 1:
            return noun.head.kind
        if word.lower() in _PLAIN_TRIGGERS:
            return _PLAIN_TRIGGERS[word.lower()]
    return None


def apposed_names(layout: Layout) -> Iterator[Candidate]:
    """Return the capitalised words behind `Projekt`, `Vorhaben`, `ILE`."""
    for hit in _APPOSED.finditer(layout.text):
        name = hit["name"].split(". ")[0].rstrip(" .,:–-")
        if not re.match(r"(?!Die\b|Der\b|Das\b|In\b|Ein)\d*[A-ZÄÖÜ ]*[A-Za-zÄÖÜäöü]{3}", name):
            continue
        noun = read_noun(hit["trigger"])
        kind = noun.head.kind if noun else _PLAIN_TRIGGERS.get(hit["trigger"].lower(), "projekt")
        span = Span(hit.start("name"), hit.start("name") + len(name))
        weight = 3.5 if read_noun(name.split()[-1]) or len(name.split()) > 1 else 2.0
        yield Candidate(name, span, kind, "apposed", weight)


def foreign_names(layout: Layout) -> Iterator[Candidate]:
    """Return two capitalised words behind an article, which German has in names only."""
    for hit in _FOREIGN.finditer(layout.text):
        yield Candidate(hit["name"], Span(*hit.span("name")), "projekt", "foreign", 1.2)


def coined_names(layout: Layout) -> Iterator[Candidate]:
    """Return names with capitals or dots inside (`RegioTwin`, `Dorf.Digital`)."""
    for hit in _COINED.finditer(layout.text):
        name = hit.group()
        if _WEB_ENDING.search(name) or layout.text[max(0, hit.start() - 4) : hit.start()].endswith(
            "www."
        ):
            continue
        if any(
            part in name for part in ("Bürger", "GmbH", "OstWest", "DigitalB", "eGov", "LEADER")
        ):
            continue
        noun = read_noun(name)
        yield Candidate(
            name, Span(*hit.span()), noun.head.kind if noun else "projekt", "coined", COINED_WEIGHT
        )
