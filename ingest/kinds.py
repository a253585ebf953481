"""Tells what kind of document a text is, by its wording and its build."""

import re
from dataclasses import dataclass

from ontology.model import DocumentKind

__all__ = ["Traits", "is_newspaper", "kind_of"]

# Points a trait needs before a kind is said at all; one heading word alone gives them.
MIN_POINTS = 3

# A newsletter that is no mail must show so many signs; other pages too link to one.
SURE_SIGNS = 4

# How far into the text a document says what it is: a letterhead and the first lines.
HEAD_CHARS = 600

_NEWSPAPER = re.compile(
    r"(?:zeitung|tageblatt|tagblatt|tagespost|kurier|anzeiger|rundschau|nachrichten|redaktion|journal|"
    r"magazin|bote|echo|presse|allgemeine|volksblatt|[a-zäöü]blatt|\bblatt|merkur|stimme|courier|express|"
    r"radio|fernsehen|\bpost|wochenspiegel|spiegel|news)\b",
    re.IGNORECASE,
)
_PUBLIC_BODY = re.compile(
    r"\b(?:stadt|gemeinde|kreis|landkreis|markt|amt|samtgemeinde|verbandsgemeinde|ministerium|land|"
    r"zweckverband|bezirksregierung|regierungspräsidium|pressestelle|agentur|verband)\b|"
    r"kreis\b|stadt\b|ministerium|verband\b|rechenzentrum|landratsamt",
    re.IGNORECASE,
)

_TITLE_WORDS: dict[DocumentKind, re.Pattern[str]] = {
    "ratsvorlage": re.compile(
        r"\b(?:beschluss|mitteilungs|informations|sitzungs|verwaltungs|rats|kreistags|ausschuss)-?vorlage|"
        r"\bdrucksache\b|\bvorlage (?:nr|\d)|beantwortung einer anfrage|\banfrage der fraktion",
        re.IGNORECASE,
    ),
    "workshop-protokoll": re.compile(
        r"protokoll\b|\bniederschrift\b|ergebnisvermerk|\bvermerk\b|"
        r"\bdokumentation (?:des|der|zum)|"
        r"gesprächsnotiz|sitzungsbericht",
        re.IGNORECASE,
    ),
    "projektsteckbrief": re.compile(
        r"steckbrief|projektblatt|projektprofil|projektbeschreibung", re.I
    ),
    "newsletter": re.compile(
        r"newsletter|rundbrief|infobrief|[a-zäöü]{4,}brief\b|mitteilungsblatt|\bausgabe \d", re.I
    ),
    "strategiepapier": re.compile(
        r"strategie|\bkonzept\b|masterplan|leitbild|roadmap|\bagenda \d|aktionsplan|lesefassung|"
        r"handlungskonzept|rahmenplan|fahrplan",
        re.IGNORECASE,
    ),
    "pressemitteilung": re.compile(
        r"presse-?(?:mitteilung|information|meldung|info|erklärung|dienst)|medien-?(?:mitteilung|information)",
        re.IGNORECASE,
    ),
}

_BODY_WORDS: dict[DocumentKind, re.Pattern[str]] = {
    "ratsvorlage": re.compile(
        r"beschlussvorschlag|beratungsfolge|finanzielle auswirkungen|sachverhalt|sachdarstellung|"
        r"vorlagen-?nr|öffentlich\s*\||zur (?:beschlussfassung|kenntnis|beratung)",
        re.IGNORECASE,
    ),
    "workshop-protokoll": re.compile(
        r"\btop\s\d|tagesordnung|teilnehmende|anwesend|entschuldigt|verabredungen|protokollant|"
        r"protokollführ|nächste schritte|\bmoderation:",
        re.IGNORECASE,
    ),
    "projektsteckbrief": re.compile(
        r"(?:^|\n)(?:- )?(?:beteiligte[\w ]*|stichworte?|federführung|hauptverantwortlich|"
        r"kurzprofil|anlass|"
        r"ziele?|umsetzung|laufzeit[\w ]*|status|ansprech\w+|kontakt|projektträger|finanzierung|"
        r"förderung|"
        r"zusammenarbeit seit|worum geht es|kosten|ergebnis(?:se)?|partner|themen?|"
        r"rechtsform|beginn|"
        r"zielgruppe|ausgangslage|projektpartner|kooperationspartner)\s*(?:[:?|\n])",
        re.IGNORECASE,
    ),
    "newsletter": re.compile(
        r"liebe leser|(?:^|\n)(?:\d\)|\+\+\+)|in dieser ausgabe|kurz notiert|"
        r"die redaktion|nächste ausgabe|newsletter|kurze nachrichten|(?:liebe|geehrte) kolleg|"
        r"(?:^|\n)\W*kurz gemeldet|guten morgen,|ausgabe \d|\babmelden\b|abbestell|"
        r"nicht mehr erhalten|webversion|nicht mehr\?|kein interesse mehr|"
        r"(?:^|\n)nr\. \d+\s*[–|-]|"
        r"(?:^|\n)\W*(?:termine|kalender|stellenmarkt|personalie)\b",
        re.IGNORECASE,
    ),
    "strategiepapier": re.compile(
        r"handlungsfeld|maßnahmenplan|maßnahmenübersicht|leitlinien|leitgedanke|(?:^|\n)\d\.\d\s|"
        r"rahmenstrategie|umsetzungsplan|monitoring|fortschreibung",
        re.IGNORECASE,
    ),
    "pressemitteilung": re.compile(
        r"herausgeber|pressestelle|bitte um veröffentlichung|pressekontakt|redaktionen|"
        r"presseverteiler|"
        r"für die presse|journalist",
        re.IGNORECASE,
    ),
    "zeitungsartikel": re.compile(
        r"alle rechte vorbehalten|kommentare|\bvon unserem|\blokales\b|aus den gemeinden|"
        r"©[^\n]*redaktion|"
        r"abo abschließen|weiterverwendung nur",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Traits:
    """What the kind of a document is read from."""

    title: str
    text: str
    around: str = ""
    """Lines that were taken out of the text as boilerplate."""
    publisher: str | None = None
    is_mail: bool = False


def is_newspaper(publisher: str | None) -> bool:
    """Tell whether a publisher's name is that of a newspaper or another news medium."""
    return bool(publisher and _NEWSPAPER.search(publisher))


def kind_of(traits: Traits) -> DocumentKind:
    """Return the kind that most speaks for, `sonstiges` where nothing does."""
    points = {kind: _points(kind, traits) for kind in _ORDER}
    best = max(_ORDER, key=lambda kind: points[kind])
    if points[best] >= MIN_POINTS:
        return best
    if traits.publisher and _PUBLIC_BODY.search(traits.publisher):
        return "pressemitteilung"
    return "sonstiges"


def _points(kind: DocumentKind, traits: Traits) -> int:
    points = 0
    in_title = _TITLE_WORDS.get(kind)
    if in_title is not None:
        head = traits.text[:HEAD_CHARS]
        points += 4 if in_title.search(traits.title) else 0
        points += 2 if in_title.search(head.split("\n\n")[0]) else 0
        points += 1 if in_title.search(head) else 0
    words = _BODY_WORDS[kind].findall(f"{traits.text}\n{traits.around}")
    points += min(len({word.strip().casefold() for word in words}), 5)
    if kind == "zeitungsartikel" and is_newspaper(traits.publisher):
        points += 4
    if kind == "newsletter" and not traits.is_mail and points < SURE_SIGNS:
        points -= 2
    return points


# Where two kinds have as many points the more special one is meant.
_ORDER: tuple[DocumentKind, ...] = (
    "ratsvorlage",
    "workshop-protokoll",
    "projektsteckbrief",
    "newsletter",
    "zeitungsartikel",
    "strategiepapier",
    "pressemitteilung",
)
