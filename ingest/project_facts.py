"""Finds what a colleague must know of an undertaking: money, problem, result, form, contact."""

import re
from collections.abc import Iterator

from ingest.layout import Span
from ingest.scopes import Scope, Source
from ontology.model import Actor, ActorClaim, Claim

__all__ = [
    "find_contacts",
    "find_funders",
    "find_funding",
    "find_legal_form",
    "find_problems",
    "find_results",
    "find_solutions",
]

_AMOUNT = (
    r"(?:(?:rund|gut|etwa|knapp|circa|ca\.|mehr\s+als|über|bis\s+zu|fast)\s+)?"
    r"(?:\d[\d.,]*|eine|zwei|drei|vier|fünf|sechs|zehn)\s*(?:Millionen?|Mio\.?|Milliarden?"
    r"|Tausend)?\s*(?:Euro|€)|\b\d{1,3}\s*(?:Prozent|%)"
)
_MONEY = re.compile(_AMOUNT)
_FUNDING_LABEL = re.compile(
    r"^(?:Finanzierung|Fördersumme|Förderung|Fördermittel|Fördergeber|Förderprogramm|Programm"
    r"|Bundesmittel|Landesmittel|Kosten|Projektvolumen|Zuwendung|Budget|Eigenanteil)",
    re.I,
)
_FUNDING_WORDS = re.compile(
    r"geförder|förder(?:t|te|ten|n)\b|Förder|Zuschuss|Zuschüsse|bezuschuss|steuer(?:t"
    r"|te)\b.{0,60}\bbei\b|Zuwendung|Eigenanteil|finanzier|bezahlt|übernimmt|\bträgt\b|beteiligte"
    r"\s+sich\s+an\s+den\s+Kosten|bekam|erhält|erhalten|stammt\s+aus",
    re.I,
)
_FUNDER = re.compile(
    r"\b(?:(?:vom|durch\s+(?:das|den|die)?|aus\s+(?:dem|den|der)?|beim?|das|der|die|vom|von)\s+)"
    r"(?P<name>Land(?:\s+(?:Nordrhein-Westfalen|NRW|Hessen|Baden-Württemberg|Niedersachsen"
    r"|Brandenburg|Sachsen(?:-Anhalt)?|Thüringen|Rheinland-Pfalz|Schleswig-Holstein|Saarland"
    r"|Mecklenburg-Vorpommern))?|Freistaat(?:\s(?:Bayern|Sachsen|Thüringen))?|Bund|EU"
    r"|Europäischen?\s+Union"
    r"|Bundes(?:programm|ministerium|umweltministerium|innenministerium)\w*(?:\s+„[^“]+“|\s+für"
    r"\s[^.;]{5,80}?(?=[.;,)]|$))?|Landesprogramm\w*(?:\s+„[^“]+“)?|Europäischen?\s+Fonds\s+für"
    r"\s+regionale\s+Entwicklung(?:\s+\(EFRE\))?|Kommunalrichtlinie|[A-Z]\w*[Mm]inisterium\w*)"
)
_PROBLEM_LABEL = re.compile(
    r"^(?:\d\.\s*)?(?:Anlass|Problem\w*|Ausgangslage|Ausgangspunkt|Ausgangssituation"
    r"|Herausforderung\w*|Hintergrund|Warum)",
    re.I,
)
_SOLUTION_LABEL = re.compile(
    r"^(?:\d\.\s*)?(?:Lösung\w*|Umsetzung|Kurzbeschreibung|Vorgehen|Beschreibung|Ziel\w*"
    r"|Kurz gesagt|Inhalt der Zusammenarbeit)$",
    re.I,
)
_RESULT_LABEL = re.compile(
    r"^(?:\d\.\s*)?(?:Ergebnis\w*|Nutzen|Wirkung\w*|Erfolge?|Erfahrungen|Bilanz)", re.I
)
_PROBLEM_WORDS = re.compile(
    r"\b(?:Problem|fehlt|fehlen|Mangel|Geldmangel|schwer\s+zu\s+finden|Der\s+Grund|droht|zu"
    r"\s+wenig|Den\s+Anstoß|selten\s+Zeit|allein\w*\s+nie\b|niemand\s+weiß|haben\s+keinen?"
    r"|keine\s+\w+\s+mehr|knapp(?=\s*(?:[.,;:!?–]|$))|Herausforderung|nicht\s+mehr\s+allein|überfordert|Engpass|drängend\w*)\b",
    re.I,
)
_RESULT_WORDS = re.compile(
    r"\b(?:gespart|spart|sparen|gezählt\w*|zählte|Ergebnis|entstanden|verkürzt|senkt|Besuche"
    r"|Fahrgäste|gesunken|gestiegen|stieg\w*|bewährt|Erfolg\w*|ausgezeichnet|profitier\w*|weniger"
    r"\s+(?!als\b)\w{4,}|\d\s+(?:Gespräche|Fahrten|Buchungen|Anträge)|kamen\s+zusammen|kaum\s+noch"
    r"|sind\s+geblieben|vereinheitlicht|wurden\s+Dateien)\b",
    re.I,
)
_SOLUTION_WORDS = re.compile(
    r"\b(?:ermöglicht|können\s+(?:die\s+)?(?:Bürger|Einwohner|Menschen)|bündel\w*|gemeinsam\s+\w+"
    r"|sprechen\s+sich\b|stimmen\s+sich\b|tauschen\b.{0,40}\baus\b|arbeiten\b.{0,40}\bzusammen"
    r"|Aufgaben?\s+(?:ist|sind|bestimmen)\b"
    r"|teilen\s+sich|greifen\s+\w*\s*auf|schließt\s+diese\s+Lücke|stattdessen|funktioniert)\b",
    re.I,
)
_LEGAL_FORM = re.compile(
    r"öffentlich-rechtliche[rn]?\s+Vereinbarung|Verwaltungsvereinbarung|Zweckvereinbarung"
    r"|Kooperationsvereinbarung|Kooperationsvertrag|\w*[Zz]weckverband(?:es|s)?|ohne\s+formelle"
    r"\s+Struktur|Anstalt\s+(?:des\s+)?öffentlichen\s+Rechts(?:\s+\(AöR\))?|\bAöR\b"
    r"|Gemeindeverwaltungsverband|Eigenbetrieb\b"
    r"|Arbeitsgemeinschaft|eingetragene[rn]?\s+Verein|Genossenschaft|Letter\s+of\s+Intent"
    r"|Absichtserklärung|(?<=eine\s)g?GmbH\b|(?<=als\s)g?GmbH\b|Körperschaft\s+des\s+öffentlichen\s+Rechts|delegierende"
    r"\s+Vereinbarung|mandatierende\s+Vereinbarung",
)
_LEGAL_LABEL = re.compile(r"^(?:Rechtsform|Organisationsform)", re.I)
_CONTACT_WORDS = re.compile(
    r"Ansprechp|Kontakt|Projektleit|Projektkoordinat|Gesamtprojektleit|leitet\s+das|Rückfragen"
    r"|Auskunft|Auskünfte|Koordinator|Betreut\s+wird|Koordiniert\s+wird|\bTel\.",
    re.I,
)
_NEXT_LABEL = re.compile(r"[A-ZÄÖÜ][\w /-]{2,30}:(?:\s|$)")
MAX_SENTENCES = 3
# A heading of one word ("Problem.") says nothing of what the problem is.
MIN_WORDS = 3
# A sentence that names so many persons tells who is in the picture.
CAPTION_PERSONS = 3


def find_funding(source: Source, scope: Scope) -> Claim | None:
    """Return the money as it is written: amounts and what they are, from field or sentence."""
    for span in _filled_fields(source, scope, _FUNDING_LABEL):
        return Claim(_one_line(source.layout.cut(span)), source.layout.quote(span))
    for span in _sentences(source, scope, _FUNDING_WORDS):
        words = source.layout.cut(span)
        amounts = [_one_line(hit.group()) for hit in _MONEY.finditer(words)]
        giver = _FUNDER.search(words)
        if amounts or giver:
            named = f" ({_one_line(giver['name'])})" if giver and amounts else ""
            value = ", ".join(amounts) or _one_line(giver["name"] if giver else "")
            return Claim(value + named, source.layout.quote(span, confidence=0.7))
    return None


def find_funders(source: Source, scope: Scope) -> tuple[ActorClaim, ...]:
    """Return who pays: programmes, ministries, the Land, or an actor named as paying."""
    found: dict[str, ActorClaim] = {}
    spans = [span for _, span in _fields(source, scope, _FUNDING_LABEL)]
    spans += _sentences(source, scope, _FUNDING_WORDS)
    for span in spans:
        words = source.layout.cut(span)
        for hit in _FUNDER.finditer(words):
            name = _one_line(hit["name"])
            evidence = source.layout.quote(span, confidence=0.7)
            found.setdefault(name, ActorClaim(Actor(name), evidence))
        payer = _PAYER.search(words)
        for mention in source.actors_in(span) if payer else ():
            gap = mention.span.start - span.start - (payer.end() if payer else 0)
            if 0 <= gap <= MAX_PAYER_GAP:
                evidence = source.layout.quote(span, confidence=0.8)
                found.setdefault(mention.actor.name, ActorClaim(mention.actor, evidence))
    return tuple(found.values())


# "gefördert durch das", "gefördert hat den Prozess das": an article and one object at most.
MAX_PAYER_GAP = 32
_PAYER = re.compile(
    r"\b(?:[Gg]efördert|[Bb]ezahlt|[Ff]inanziert|[Uu]nterstützt)\b(?:\s+(?:wird|wurde|hat|haben"
    r"|es|das))?"
)


def find_problems(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the sentences that say why something was done."""
    return _said(source, scope, _PROBLEM_LABEL, _PROBLEM_WORDS)


def find_solutions(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the sentences that say how it is done."""
    return _said(source, scope, _SOLUTION_LABEL, _SOLUTION_WORDS)


def find_results(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the sentences that say what came of it."""
    return _said(source, scope, _RESULT_LABEL, _RESULT_WORDS)


def find_legal_form(source: Source, scope: Scope) -> Claim | None:
    """Return the legal form in the words of the text."""
    for span in _filled_fields(source, scope, _LEGAL_LABEL):
        return Claim(_one_line(source.layout.cut(span)), source.layout.quote(span))
    for span in (*scope.near, *scope.wide):
        hit = _LEGAL_FORM.search(source.layout.cut(span))
        if hit:
            return Claim(_one_line(hit.group()), source.layout.quote(span, confidence=0.7))
    return None


def find_contacts(source: Source, scope: Scope) -> tuple[Claim, ...]:
    """Return the names of those whom the text gives as contact or as leading the project."""
    spans = [span for _, span in _fields(source, scope, _CONTACT_WORDS)]
    spans += _sentences(source, scope, _CONTACT_WORDS)
    found: dict[str, Claim] = {}
    for person in source.entities.persons:
        for evidence in person.evidence:
            home = next(
                (s for s in spans if s.start <= evidence.start and evidence.end <= s.end), None
            )
            if home:
                found.setdefault(person.name, Claim(person.name, source.layout.quote(home)))
    return tuple(found.values())


def _one_line(text: str) -> str:
    return " ".join(text.split()).strip(" .;,")


def _fields(source: Source, scope: Scope, label: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    if scope.is_main:
        for field in source.layout.fields:
            if label.search(field.label) and field.value.strip():
                yield field.label, Span(field.start, field.end)


def _filled_fields(source: Source, scope: Scope, label: re.Pattern[str]) -> Iterator[Span]:
    """Return the fields that hold more than the next label, which stands below an empty one."""
    for _, span in _fields(source, scope, label):
        value = source.layout.cut(span).strip()
        if _MONEY.search(value) or _LEGAL_FORM.search(value) or not _NEXT_LABEL.match(value):
            yield span


def _sentences(source: Source, scope: Scope, words: re.Pattern[str]) -> list[Span]:
    # What an undertaking does is often told by naming another ("sie bauen ein Portal auf").
    beside = [source.layout.paragraph_at(s.start) for s in scope.near if scope.is_main]
    told = beside if words is _SOLUTION_WORDS else []
    stretches = dict.fromkeys((*scope.near, *scope.wide, *told))
    spans: dict[Span, None] = {}
    for stretch in stretches:
        for sentence in source.layout.sentences:
            if stretch.holds(sentence.start, sentence.end) and words.search(
                source.layout.cut(sentence)
            ):
                spans[sentence] = None
    return list(spans)


def _said(
    source: Source, scope: Scope, label: re.Pattern[str], words: re.Pattern[str]
) -> tuple[Claim, ...]:
    labelled = [span for _, span in _fields(source, scope, label)]
    spans = labelled or [
        span
        for span in _sentences(source, scope, words)
        if not _is_caption(source, span) and len(source.layout.cut(span).split()) >= MIN_WORDS
    ]
    return tuple(
        Claim(_one_line(source.layout.cut(span)), source.layout.quote(span, confidence=0.6))
        for span in spans[:MAX_SENTENCES]
    )


def _is_caption(source: Source, span: Span) -> bool:
    shown = [
        person
        for person in source.entities.persons
        if any(span.holds(evidence.start, evidence.end) for evidence in person.evidence)
    ]
    return len(shown) >= CAPTION_PERSONS
