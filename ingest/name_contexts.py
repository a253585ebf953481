"""Says where a possible name stands and what the sentences around it say of it."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.dates import find_dates
from ingest.layout import Layout, Span
from ingest.name_candidates import Candidate
from ingest.opinion import Opinions
from ontology.model import Document

__all__ = ["Setting", "context_signals", "tokens_of"]

_ENDING = re.compile(r"(?<=\w{3})(?:ern|en|er|es|em|e|n|s)$")
_SMALL = frozenset("der die das des dem den und von für im in an am zu zum zur mit".split())  # noqa: SIM905 - a line of words reads better than a list of them
# What a sentence says of an undertaking that it names.
_SAYS = {
    "founds": re.compile(
        r"\b(?:gegründet|gründe\w*|begründet|ins\s+Leben|aufgebaut|aufbau\w*|Aufbau|Gründung|einführ\w*"
        r"|Einführung|eingeführt|eingerichtet|errichtet|geschaffen|schaffen|entstand\w*|entsteh\w*"
        r"|hervorgegangen|herausgekommen|angeschafft|beschafft|gekauft|angestoßen|Anstoß"
        r"|richtet|bau(?:t|en)\b.{5,90}\bauf\b|führ(?:t|en)\b.{5,90}\bein\b|leg(?:t|en)\b.{5,90}\b(?:auf|an|zusammen)\b)",
    ),
    "starts": re.compile(
        r"\b(?:start\w*|gestartet|Start|eröffne\w*|freigeschaltet|Freischaltung|freigegeben|online|in\s+Betrieb"
        r"|Inbetriebnahme|beginn\w*|begann\w*|begonnen|an\s+den\s+Start|nimmt\b.{3,60}\bauf|Arbeit\s+aufgenommen|los\s?ge\w+|losleg\w*"
        r"|fährt|rollt)\b",
        re.I,
    ),
    "runs": re.compile(
        r"\b(?:läuft|laufen|lief\w*|besteht|bestehen|gibt\s+es|betreib\w*|betrieben|arbeite(?:t|n|te|ten)|nutz(?:t|en)"
        r"|bewährt|verlängert|fortgesetzt|fortgeführt|weitergeführt|umfasst|bündel\w*|zuständig|bietet)\b",
        re.I,
    ),
    "decides": re.compile(
        r"\b(?:beschlossen|beschließ\w*|beschloss|unterzeichne\w*|unterschrieb\w*|unterschreib\w*|vereinbar\w*|verständigt"
        r"|stimm\w+\b.{3,80}\bzu\b|zugestimmt|Zustimmung|erarbeitet|erstellt|entwickelt|vorgestellt|vorstell\w*)\b",
        re.I,
    ),
    "joins": re.compile(
        r"\b(?:beteilig\w*|mitmach\w*|machen\s+mit|mit\s+dabei|Partner\w*|Mitglied\w*|getragen|tragen|Träger\w*|gemeinsam\w*|zusammen\w*"
        r"|miteinander|angeschlossen|schließen\s+sich|beigetreten|Beitritt|beitreten|teil(?:nehmen|zunehmen)|teilen\s+sich|tun\s+sich|kooperier\w*)\b",
        re.I,
    ),
    "ends": re.compile(
        r"\b(?:eingestellt|beendet|aufgelöst|Auflösung|gescheitert|scheiterte|abgewickelt|abgeschaltet|ausgelaufen|läuft\b.{3,60}\baus|löst\s+sich|Aus\s+für|endete|endet)\b",
        re.I,
    ),
    "lead": re.compile(
        r"federführ|Leitung|geleitet|leitet|koordinier|Projektleit|verantwort|Geschäft\w*\s+führ|angesiedelt|\bSitz\b",
        re.I,
    ),
    "idea": re.compile(
        r"\b(?:Idee\w*|denkbar|überleg\w*|erwäg\w*|vielleicht|könnte\w*|prüf(?:t|en)|Wunsch|wünsch\w*|angedacht|geplant|offen\s+ist|verworfen|vertagt|zurückgestellt)\b",
        re.I,
    ),
    "denied": re.compile(
        r"\b(?:wird\s+nichts|vom\s+Tisch|verworfen|verzichte\w*|gestrichen|abgelehnt|lehnte?\b.{0,80}\bab\b|keine\s+Mehrheit|kein\w*\s+Bedarf"
        r"|nicht\s+(?:weiter\s+)?(?:verfolgt|vorgesehen|dabei|dazu\w*|gemeint|beteiligt)|gehör\w+\s+(?:ausdrücklich\s+)?nicht|Wunsch\s+nach|winkt\w*\s+ab|gescheitert)\b",
        re.I,
    ),
    "vendor": re.compile(
        r"\b(?:Hersteller\w*|Anbieter\w*|Produkt\w*|Software\w*|Firma|Unternehmen|Lizenz\w*|liefert\w*|stammt\s+von|bundesweit\w*|Bundes[a-zäöü]+"
        r"|städtische\w*|kommerziell\w*|des\s+(?:Bundes|Landes)|wie\s+in\s+\w+\s+anderen)\b"
    ),
    "own": re.compile(r"\beigene[nmrs]?\b|\bnicht\b|\bkein\w*\b|\blehnte?\w*|abgelehnt", re.I),
    "since": re.compile(r"\b(?:seit|ab|bis)\b", re.I),
    "money": re.compile(r"\bEuro\b|€|\bgeförder|\bförder|Zuschuss|Prozent|Mittel\b", re.I),
    "award": re.compile(
        r"\b(?:Preis\w*|Wettbewerb\w*|ausgezeichnet|Auszeichnung|Jury|Kategorie|Siegel|Titel|Platz\s(?:zwei|drei|eins|1|2|3)|prämiert)\b|preis(?:es)?\b"
    ),
    "programme": re.compile(
        r"[Pp]rogramm(?:s|es)?\b|Richtlinie|Förderlinie|Förderaufruf|Fonds\b|Initiative\b"
    ),
    "person": re.compile(
        r"\b(?:sagte?|betonte?|erklärte?|meinte?|berichtet\w*|Bürgermeister\w*|Landr[aä]t\w*)\b"
    ),
}
_OF_OTHERS = re.compile(
    r"zum\s+Vergleich|anders\s+als\b|woanders|anderswo|Verwechslung|nicht\s+zu\s+verwechseln"
    r"|Lesen\s+Sie|Mehr\s+zum\s+Thema|Vorbild|Weitere\s+Meldungen|gehört\s+nicht\s+hierher|nach\s+dem\s+Muster"
    r"|Gestrichen|Nachrichtlich|nicht\s+dazugehör|Verworfen|Was\s+(?:wir\s+)?nicht|nicht\s+gemeint"
    r"|Auch\s+interessant|Das\s+könnte\s+Sie|Redaktion|Was\s+andere|aus\s+ander|Erfahrungen\s+anderer|besichtigt",
    re.I,
)
_BEFORE = {
    "pays": re.compile(
        r"\b(?:aus(?:\s+dem|\s+der)?|Bund|Land|Landes|Mittel\w*|Förder\w+|Programm\w*|über\s+(?:das|die|den)|im\s+Rahmen\s+(?:des|der))\W{1,3}$"
    ),
    "definite": re.compile(
        r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Bb]eim|[Zz]u[mr]|[Aa]m|[Vv]om|[Ii]m)\s\W?$"
    ),
    "indefinite": re.compile(r"\b(?:[Ee]ine[nmrs]?|[Ee]in|zwei|drei|vier|fünf)\s\W?$"),
    "possessive": re.compile(
        r"\b(?:[Ii]hre?[nmrs]?|[Ss]eine?[nmrs]?|[Uu]nsere?[nmrs]?|[Dd]iese[nmrs]?)\s\W?$"
    ),
    "in_it": re.compile(
        r"\b(?:am|im|beim|an\s+der|an\s+dem|in\s+der|bei\s+der|Teil\s+(?:des|der)|Mitglied\w*\s+(?:des|der|im|in\s+der)|Träger\w*\s+(?:des|der)|Partner\w*\s+(?:des|der|im|in\s+der))\s\W?$"
    ),
    "with_it": re.compile(r"\b[Mm]it\s+(?:de[mr]|eine[mr]|ihre[mr])\s\W?$"),
    "named": re.compile(
        r"(?:Name[n]?|namens|heißt|hieß|heißen|genannt|nennt\s+sich|getauft|Titel|Motto|Stichwort|Arbeitstitel|Kurz|Projekts?|Vorhabens?|Initiative|Aufschrift|Spitznamen?|bekannt\s+als|Volksmund|Kürzel|Marke)\W{1,3}$"
    ),
    "gathering": re.compile(
        r"(?i:werkstatt|workshops?|tagung|fachtag|konferenz|kongress|veranstaltung|reihe|seminars?|kurs(?:es)?|messe|forums?|planspiels?|aktionstags?|rundfahrt|abend|gespräch|sommerschule|barcamp)\W{1,3}$"
    ),
    "work": re.compile(
        r"(?i:vortrags?|ausstellung|buch|artikel|broschüre|zeitschrift|films?|thema|frage|motto|magazins?|leitfadens?|ratgeber|studie|podcasts?|beitrags?|heft|überschrift|handbuch|folge|lied)\W{1,3}$"
    ),
    "prize": re.compile(
        r"(?i:preis(?:es)?|preises?|wettbewerbs?|auszeichnung|siegels?|titels?|kategorie|sparte|gruppe|zertifikats?|urkunde|award|label|medaille|plakette|rubrik|stern)\W{1,3}$"
    ),
    "fund": re.compile(
        r"(?i:programm(?:s|es)?|richtlinie|linie|fonds|topf|bescheids?|aufrufs?|landesinitiative|bundesinitiative|budgets?|förderung|säule|mittel|call)\W{1,3}$"
    ),
    "channel": re.compile(
        r"(?:\bApp|App|[Pp]ortals?|[Pp]lattform|Webseite|Website|Kanals?|Adresse|Seite|unter|auf)\W{1,3}$"
    ),
    "product": re.compile(
        r"(?i:software|produkts?|programm|system|firma|hersteller|anbieter|lösung|fachverfahren|gruppe|marke|unternehmen|verlag|modells?)\W{1,3}$"
    ),
    "adjective": re.compile(r"\b[a-zäöüß]{4,}(?:e|er|es|en|em)\s$"),
    "at_place": re.compile(r"\b(?:in|aus|bei|nach|von|zwischen|Stadt|Gemeinde|Kreis)\s$"),
    "opens": re.compile(r"(?:^|[.!?:\n|]\s*(?:(?:Der|Die|Das)\s)?)$"),
}
_BEHIND = {
    "closes": re.compile(r"\s*(?:$|[\n|])"),
    "verb": re.compile(
        r"\W?\s(?:ist|sind|war|wird|wurde|hat|soll|läuft|startet|besteht|geht|bringt|bietet|bündelt|umfasst|arbeitet|steht|kostet|gibt|nimmt|verbindet|zeigt|dient|beginnt|endet|gehört)\b"
    ),
    "named": re.compile(
        r"\W{0,2}\s(?:heißt|hieß|nennt\s+sich|getauft|genannt|lautet|soll\w*\s+\w+\s+heißen)\b"
    ),
    "comma": re.compile(r"\W?,"),
    "colon": re.compile(r"\W?\s?[:.–]\s"),
    "bracket": re.compile(r"\W?\s\("),
    "of_towns": re.compile(r"\s(?:der|von|zwischen)\s(?:Städten?|Gemeinden?|[A-ZÄÖÜ])"),
}
# The giver of money stands right before the name of its programme.
BEFORE_CHARS = 30
LEAD_CHARS = 600
EARLY_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document is and who is named in it, as the signals need it."""

    document: Document
    layout: Layout
    organisations: tuple[Span, ...]
    towns: tuple[Span, ...]
    persons: tuple[Span, ...] = ()
    opinions: Opinions | None = None


def tokens_of(text: str) -> frozenset[str]:
    """Return the telling words of a name without their endings."""
    words = re.findall(r"[\wäöüß]+", text.lower())
    return frozenset(_ENDING.sub("", word) for word in words if word not in _SMALL)


def context_signals(
    setting: Setting, group: Sequence[Candidate], best: Candidate
) -> dict[str, float]:
    """Return the signals of where a name stands, of which `best` names it, by their names."""
    layout = setting.layout
    spans = sorted({c.span for c in group})
    # A mention after the first in a sentence tells nothing new, and a run-on text has thousands.
    stretches = list(dict.fromkeys(layout.sentence_at(span.start) for span in spans))
    sentences = [layout.cut(stretch) for stretch in stretches]
    return (
        {
            f"says_{name}": _any(pattern.search(s) for s in sentences)
            for name, pattern in _SAYS.items()
        }
        | {
            f"before_{name}": _share(bool(pattern.search(_before(layout, s))) for s in spans)
            for name, pattern in _BEFORE.items()
        }
        | {
            f"behind_{name}": _share(bool(pattern.match(_behind(layout, s))) for s in spans)
            for name, pattern in _BEHIND.items()
        }
        | {
            "mentions": math.log(len(stretches)),
            "dated": _any(find_dates(s) for s in sentences),
            "of_others": float(all(_OF_OTHERS.search(_context(layout, s)) for s in stretches)),
        }
        | _place(setting, spans, tokens_of(best.name))
        | _company(setting, stretches, best)
    )


def _place(setting: Setting, spans: Sequence[Span], core: frozenset[str]) -> dict[str, float]:
    layout, first = setting.layout, spans[0]
    title = tokens_of(setting.document.title)
    headings = [Span(*pair) for pair in setting.document.headings]
    in_heading = [h for h in headings for s in spans if h.holds(s.start, s.end)]
    early = layout.paragraphs[:EARLY_PARAGRAPHS]
    return {
        "in_title": float(core <= title),
        "half_in_title": float(bool(core & title) and not core <= title),
        "in_heading": float(bool(in_heading)),
        "is_heading": _any(tokens_of(layout.cut(h)) <= core for h in in_heading),
        "only_in_heading": float(bool(in_heading) and len(spans) == 1),
        "in_lead": float(first.start < LEAD_CHARS),
        "early": _any(p.holds(s.start, s.end) for p in early for s in spans),
        "late": first.start / max(1, len(layout.text)),
        "in_row": float(layout.row_at(first.start) is not None),
        "in_field": _any(f.start <= s.start < f.end for f in layout.fields for s in spans),
    }


def _company(setting: Setting, stretches: Sequence[Span], best: Candidate) -> dict[str, float]:
    towns = [sum(s.holds(t.start, t.end) for t in setting.towns) for s in stretches]
    bodies = [sum(s.holds(t.start, t.end) for t in setting.organisations) for s in stretches]
    return {
        "a_town": float(max(towns) > 0),
        "towns": float(max(towns) > 1),
        "many_towns": float(max(towns) > 2),
        "bodies": float(max(bodies) > 0),
        "is_body": _any(_touch(o, best.span) for o in setting.organisations),
        "is_whole_body": _any(
            o.holds(best.span.start, best.span.end) for o in setting.organisations
        ),
        "has_town": _any(best.span.holds(t.start, t.end) for t in setting.towns),
        "is_person": _any(_touch(p, best.span) for p in setting.persons),
    }


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _any(found: Iterable[object]) -> float:
    return float(any(found))


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found)


def _before(layout: Layout, span: Span) -> str:
    return layout.text[max(0, span.start - BEFORE_CHARS) : span.start]


def _behind(layout: Layout, span: Span) -> str:
    return layout.text[span.end : span.end + BEFORE_CHARS]


def _context(layout: Layout, span: Span) -> str:
    """Return a sentence with what its paragraph opens with."""
    paragraph = layout.paragraph_at(span.start)
    return layout.text[paragraph.start : span.end][:40] + layout.cut(span)
