"""Knows the words of German meetings: what they are called, what their records label."""

import re
from dataclasses import dataclass

from ingest.layout import Layout, Span
from ontology.model import Document, EventKind

__all__ = [
    "ABSENT",
    "COUNCIL_BODY",
    "COUNCIL_ROW",
    "DATE_LABEL",
    "FOUNDED",
    "HELD",
    "NO_EVENT",
    "PLACE_LABEL",
    "PRESENT",
    "TellingNoun",
    "event_deed",
    "event_kind",
    "event_nouns",
    "is_record",
    "record_title",
]

PRESENT = (
    "anwesend",
    "teilnehm",
    "mitwirkende",
    "gäste",
    "außerdem",
    "teilnahme",
    "referent",
    "podium",
    "beiträge",
    "vertreten",
    "moderation",
    "leitung",
    "gastgeber",
    "einladende",
    "verwaltungsleitungen",
    "städte und gemeinden",
    "aus den kommunen",
)
ABSENT = (
    "abwesend",
    "entschuldigt",
    "es fehl",
    "nicht anwesend",
    "fehlend",
    "nicht teilgenommen",
    "verhindert",
)
DATE_LABEL = re.compile(
    r"^(?:Datum|Termin|Sitzungstermin|Tag|Am|Zeit|Wann|Protokoll|Sitzung\s+am|Beginn)\b", re.I
)
PLACE_LABEL = re.compile(
    r"^(?:(?:Sitzungs|Veranstaltungs|Versammlungs|Tagungs|Zeit\s+und\s+)?[Oo]rt|Wo|Raum|Tagungsstätte)\b",
    re.I,
)
COUNCIL_ROW = re.compile(r"Gremium|Beratungsfolge|Ausschuss|Sitzungstermin|Sitzungsdatum", re.I)
# How the founding of a body is told without its noun.
FOUNDED = (
    r"aus\sder\sTaufe\s(?:gehoben|hoben)|[Hh]oben\b.{0,160}\baus\sder\sTaufe|ins\sLeben\sgerufen"
)
COUNCIL_BODY = re.compile(
    r"\b(?:(?:Stadt|Gemeinde|Markt|Verbandsgemeinde|Samtgemeinde|Kreis)?[Rr]at(?:es|s)?|Kreistag"
    r"(?:es|s)?|Stadtverordnetenversammlung|Gemeindevertretung|Stadtvertretung|Magistrats?|Gemeindevorstand"
    r"|Ortsbeirat|Bürgerschaft|Verbandsversammlung|Ausschuss\sfür\s[A-ZÄÖÜ]\w+"
    r"|[A-ZÄÖÜ][\wäöüß-]{0,60}(?:\s?und\s[A-ZÄÖÜ]\w*)?[Aa]usschuss(?:es)?"
    r"(?:\sfür\s[A-ZÄÖÜ][\w, ]+?(?="
    r"\s(?:am|vom)|[|:,\n]|$))?)\b"
)
HELD = re.compile(
    r"\b(?:fand|fanden|stattgefunden|statt|kamen\s.{0,40}zusammen|zusammengekommen"
    r"|zusammengekommen|trafen\s+sich|traf\s+sich|getroffen|tagte\w*|lud\w*\s.{0,80}ein"
    r"|eingeladen|wählte\w*|verabschiedet\w*|eröffnet\w*|entgegen|gezogen|entschieden)\b"
)
NO_EVENT = re.compile(
    r"^(?:Burg|Schloss|Haus|Gut|Kloster)\s|Lesen\s+Sie\s+auch|Anmeldung\s+unter|Weitere"
    r"\s+Meldungen|findet\s+jeden",
    re.I,
)

_KINDS: tuple[tuple[EventKind, str], ...] = (
    ("preisverleihung", r"preisverleihung|preisübergabe|verleihung|gala"),
    (
        "workshop",
        r"workshops?|werkstatt|zukunftswerkstatt|denklabors?|hackathon|barcamp|klausur(?:tagung)?"
        r"|werkstattgesprächs?|werkstätten|planspiel|planübung|werkstatttag|praxistag|seminar|webinar|lehrgang|schulungstag|ideentag",
    ),
    (
        "konferenz",
        r"konferenz|regionalkonferenz|tagung|fachtagung|kongress|kongresses|fachtags?|symposium"
        r"|forums?|messe|netzwerktag|digitaltag|\wcamp|fachforum|zukunftstag|regionaltag|gipfel",
    ),
    (
        "sitzung",
        r"sitzung|ratssitzung|kreistagssitzung|versammlung|besprechung|dienstbesprechung"
        r"|gemeinsame beratung|(?:haupt"
        r"|finanz|bau|umwelt|verkehrs|digital|schul|sozial|wirtschafts|planungs"
        r"|stadtentwicklungs)\w*ausschuss\w*|abstimmung",
    ),
    (
        "treffen",
        r"treffen|netzwerktreffen|treffens|feierstunde|auftakt|auftaktveranstaltung"
        r"|abschlussveranstaltung|veranstaltung|informationsveranstaltung|infoabend"
        r"|infoveranstaltung|unterzeichnung|übergabe|einweihung|spatenstich|besuch|empfang|feier"
        r"|ortstermin|bereisung|freischaltung|inbetriebnahme|podiumsdiskussion|diskussionsrunde"
        r"|dialogabend"
        r"|gesprächsrunde|kick-off|eröffnung|festakt|pressetermin|pressegespräch|stammtisch"
        r"|runder tisch|runden tisch|arbeitstreffen|bürgerversammlung|bürgerdialog|rundgang"
        r"|exkursion|fest",
    ),
)
_NOUN = re.compile(
    r"(?<![\w-])(?:(?P<before>(?:[A-Za-zäöüß]+en|\d+\.|[Ee]rste[rsn]?|[Zz]weite[rsn]?"
    r"|[Dd]ritte[rsn]?|[Gg]emeinsame[rsn]?)\s)?)(?P<noun>[A-ZÄÖÜ][\wäöüß]*(?:-\s?(?:und"
    r"\s)?[\wäöüßÄÖÜ]+)*)"
)
# Nouns of which a mention is an event by itself where somebody meets; others need a date.
_STRONG = re.compile(
    r"(?:preisverleihung|feierstunde|auftaktveranstaltung|abschlussveranstaltung|unterzeichnung"
    r"|übergabe|verbandsversammlung|gründungsversammlung|sitzung|konferenz|tagung|kongress"
    r"|workshop|dienstbesprechung|\wtreffen|einweihung|spatenstich|festakt|jubiläumsfeier"
    r"|podiumsdiskussion|inbetriebnahme"
    r"|informationsveranstaltung|infoveranstaltung|bürgerversammlung|ausschuss)$",
    re.I,
)
_QUOTE = re.compile(
    r"\s„[^“”\"]{3,60}[“”\"]|\s(?:[A-ZÄÖÜ][a-zäöüß]+(?:er|en|es)\s[A-ZÄÖÜ][a-zäöüß]+)(?=[“”])"
)
_TAIL = re.compile(r"\s(?:der|des)\s(?:[a-zäöüß-]+(?:en|er)\s)?[A-ZÄÖÜ][\wäöüß-]+")
_RECORD_WORDS = re.compile(
    r"\b(?:\w*[Pp]rotokoll|Niederschrift|Mitschrift|Sitzung\s+Nr|Vermerk\s+über)\b|\b(?:anwesend|es\s+fehl)"
)
# How far into a text a record says that it is one.
RECORD_HEAD_CHARS = 200
# Longer lines are sentences.
MAX_TITLE_CHARS = 160
_RECORD = re.compile(
    r"^\W*(?:Ergebnis|Kurz|Sitzungs|Verlaufs|Gesprächs|Workshop-?)?(?:[Pp]rotokoll|Niederschrift"
    r"|Vermerk|Dokumentation|Mitschrift)\b\s*(?:über|zum|zur|der|des|vom)?\s*[:–-]?\s*"
)


@dataclass(frozen=True, slots=True)
class TellingNoun:
    """An event as a sentence names it; a strong noun is an event also without a date."""

    name: str
    kind: EventKind
    start: int
    end: int
    is_strong: bool


def event_kind(name: str) -> EventKind:
    """Return the kind of a meeting by the last telling word of its name."""
    for kind, words in _KINDS:
        if re.search(rf"(?:{words})\b", name, re.I):
            return kind
    return "treffen"


def event_nouns(words: str) -> tuple[TellingNoun, ...]:
    """Return the events that a sentence names."""
    found: list[TellingNoun] = []
    for hit in _NOUN.finditer(words):
        noun = hit["noun"]
        kind = _kind_of(noun)
        if kind is None:
            continue
        tail = _TAIL.match(words, hit.end()) if kind in {"treffen", "sitzung"} else None
        before = hit["before"] or ""
        ordinal = before if re.match(r"\d|[EeZzDdGg]", before) and before.split() else ""
        quoted = _QUOTE.match(words, hit.end())
        name = ordinal + noun + (tail.group() if tail else quoted.group() if quoted else "")
        name = name.strip()
        found.append(
            TellingNoun(name, kind, hit.start("noun"), hit.end(), bool(_STRONG.search(noun)))
        )
    return tuple(found)


def _kind_of(noun: str) -> EventKind | None:
    for kind, words in _KINDS:
        if re.search(rf"(?:{words})$", noun, re.I) and not _NOT_MEETING.search(noun):
            return kind
    return None


_NOT_MEETING = re.compile(
    r"bürgermeisterkonferenz|kultusministerkonferenz|manifest|wettbewerb|^fest$|ausstellung"
    r"|verwaltungs?besuch|schlüsselübergabe$|videokonferenz|arbeitstagung\w+|^messe$|landmesse"
    r"|datenübergabe|stadtwerkstatt$|^besuch$|^eröffnung$|rechtsausschuss\w+ung|^auftakt$",
    re.I,
)


# What people do at an event, for texts that name it by the verb.
_DEEDS: tuple[tuple[str, EventKind, str], ...] = (
    ("Übergabe", "treffen", r"\b(?:ausgehändigt|überreicht\w*|überbracht|übergeben\b|übergab\w*)"),
    ("Unterzeichnung", "treffen", r"\b(?:unterzeichnet\w*|unterschrieben|unterschrieb)\b"),
    (
        "Treffen",
        "treffen",
        r"\b(?:trafen\s+sich|traf\s+sich|triff?t\s+(?:man\s+)?sich|treffen\s+sich|zusammengekommen"
        r"|zusammengetroffen|kamen\b.{0,160}\bzusammen|getroffen)\b",
    ),
    (
        "Preisverleihung",
        "preisverleihung",
        r"\bPreis\w*\b.{0,60}\bentgegen(?:genommen)?\b|\bentgegen(?:genommen)?\b.{0,60}\bPreis\b"
        r"|(?:[Pp]reis\w*|Award|Auszeichnung|Siegel|Pokal|Trophäe|Urkunde)\b.{0,120}\b(?:gewonnen"
        r"|überreicht\w*|verliehen|übergab\w*|bekommen|ausgezeichnet|geehrt)\b"
        r"|\b(?:gewann\w*|überreicht\w*|verlieh\w*|übergab\w*|bekam\w*|ausgezeichnet|geehrt)\b.{0,120}"
        r"(?:[Pp]reis\w*|Award|Auszeichnung|Siegel|Pokal|Trophäe|Urkunde)\b",
    ),
    (
        "Eröffnung",
        "treffen",
        r"\b(?:eröffnete\w*|eingeweiht|weihte\w*\b.{0,80}\bein|durchschnitt\w*|zerschnitt\w*)\b",
    ),
)


def event_deed(words: str) -> TellingNoun | None:
    """Return the event that a sentence tells by its verb (`trafen sich`, `überreichte`)."""
    for name, kind, verbs in _DEEDS:
        hit = re.search(verbs, words)
        if hit:
            return TellingNoun(name, kind, hit.start(), hit.end(), is_strong=False)
    return None


def is_record(document: Document) -> bool:
    """Return whether a text is the record of a meeting, by its kind or its head."""
    head = f"{document.title}\n{document.text[:RECORD_HEAD_CHARS]}"
    return document.kind == "workshop-protokoll" or (
        document.kind == "sonstiges" and len(set(_RECORD_WORDS.findall(head))) > 1
    )


def record_title(document: Document, layout: Layout) -> tuple[Span, str]:
    """Return where a record names its meeting, and that name without `Protokoll`."""
    wanted = _RECORD.sub("", document.title).strip()
    lines = [layout.line_at(p.start) for p in layout.paragraphs[:6]]
    lines += [section.heading for section in layout.sections if section.heading]
    words = set(re.findall(r"\w{4,}", wanted.lower()))

    def agreement(line: Span) -> tuple[int, int]:
        is_label = PLACE_LABEL.match(layout.cut(line)) or layout.cut(line).startswith("- ")
        if is_label or line.end - line.start > MAX_TITLE_CHARS:
            return -1, -line.start
        return len(words & set(re.findall(r"\w{4,}", layout.cut(line).lower()))), -line.start

    best = max(lines, key=agreement, default=Span(0, 0))
    if best.end - best.start > MAX_TITLE_CHARS:
        return Span(0, 0), wanted
    name = _RECORD.sub("", layout.cut(best)).strip(" *#") or wanted
    return best, name
