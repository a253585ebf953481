"""Says what speaks for and against a date being the day on which people met for something."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.dates import DateMention, find_dates
from ingest.event_words import COUNCIL_BODY, DATE_LABEL, HELD, NO_EVENT, event_deed, event_nouns
from ingest.layout import Span
from ingest.schedules import CALENDAR
from ingest.scopes import Source
from ingest.writing_day import WritingDay
from ontology.model import DocumentKind

__all__ = ["Dated", "groups_by_date", "occasion_signals"]

# The head of a record or council paper: title, day, place, who is present.
HEAD_CHARS = 450
# How far before and after a date the words stand that say what it is the date of.
BEFORE_CHARS, AFTER_CHARS = 40, 60
# Days after which what a document announces is seldom a single meeting any more.
FAR_AHEAD_DAYS = 200
# Persons in one sentence from which they are a company.
COMPANY = 2
MASTHEAD_CHARS = 110
# Up to here a bullet or a weekday stands before a date that opens its line.
OPENING_CHARS = 5

_AT = re.compile(r"\b(?:am|an\s+diesem|an\s+einem)\s+(?:\w+,?\s+(?:de[mn]\s+)?)?$", re.I)
_OF = re.compile(r"\b(?:vom|des)\s+(?:\w+,?\s+(?:dem\s+)?)?$", re.I)
_FROM = re.compile(r"\b(?:seit(?:\s+dem)?|ab(?:\s+dem)?|zum|bis(?:\s+zum)?|per)\s+$", re.I)
_MONTHLY = re.compile(r"\b(?:im|Anfang|Mitte|Ende|Seit|seit|ab)\s+(?:\w+\s+)?$")
_PAPER = re.compile(
    r"\b(?:Vertrag|Vereinbarung|Bescheid\w*|Zuwendungsbescheid|Beschluss|Beschlusses|Antrag|Schreiben"
    r"|Anfrage|Verordnung|Gesetz\w*|Fassung|Erlass|Satzung|Mail|Bericht|Urteil|Gutachten|Rundschreiben"
    r"|Vorlage|Stand|Ausgabe|Quelle|Abruf|Pressemitteilung|Meldung|veröffentlicht|erschienen)\w*\W+"
    r"(?:\w+\W+){0,2}$"
)
_LASTS = re.compile(
    r"\b(?:in\s+Kraft|gilt|gelten|galt|läuft|laufen|lief|Laufzeit|Frist|befristet|Förderzeitraum"
    r"|endet|endete|ausgelaufen|Bewerbungs\w+|Einsendeschluss|Anmelde\w+|anmelden|Anmeldung"
    r"|Rückmeldung\w*|gekündigt|wirksam|umgestellt|Inkrafttreten|Probebetrieb|Testphase"
    r"|spätestens|eingereicht|beantragt)\b"
)
_DECIDED = re.compile(
    r"\b(?:beschloss\w*|beschlossen|stimmte\w*|zugestimmt|votierte\w*|gebilligt|billigte\w*"
    r"|verabschiedet\w*|beauftragt\w*|entschied\w*|genehmigt\w*|abgesegnet|beraten|befasst\w*"
    r"|gestimmt|einstimmig|Entscheidung|Hand)\b"
)
_SPEAKS = re.compile(
    r"\b(?:sagte\w*|erklärte\w*|betonte\w*|berichtete\w*|begrüßte\w*|dankte\w*|lobte\w*|überreichte\w*"
    r"|unterzeichne\w+|unterschrieb\w*|referier\w+|moderier\w+|eröffne\w+|stellte\w*\s.{0,50}\bvor"
    r"|vorgestellt|erläuterte\w*|gratulierte\w*|diskutier\w+|freute\w*|lud\w*|geladen|trafen|traf)\b"
)
_COMES = re.compile(
    r"\b(?:[Nn]ächste[rsn]?|[Kk]ommende[rsn]?|[Ww]iedersehen|[Ww]ieder\s|[Tt]ermine?|[Vv]ormerken"
    r"|[Ff]olgetermin|laden\s+\w*\s*ein|lädt|eingeladen|findet|finden|stattfind\w+|trifft|treffen"
    r"|tagt|tagen|geplant\s+ist)\b"
)
_HOUR = re.compile(r"\b\d{1,2}(?:[.:]\d\d)?\s*(?:Uhr|h\b)|\bUhr\b|\b\d{1,2}[.:]\d\d\s*[–-]\s*\d")
_VENUE = re.compile(
    r"\b(?:im|in\s+der|in\s+den|auf\s+dem|auf\s+der|vor\s+dem|an\s+der|ins|zum|Ort:)\s+(?:[\wäöüß-]+\s){0,2}"
    r"[„\"]?[A-ZÄÖÜ][\w-]*(?:haus|halle|saal|säle|rathaus|zentrum|schule|hof|platz|museum|kirche|schloss"
    r"|forum|heim|gebäude|bahnhof|scheune|mühle|feuerwache|aula|bibliothek|theater|kloster|markt"
    r"|gaststätte|hotel|campus|bürgerhaus|gericht|amt|brücke|bad)e?s?\b|\bRathaus\b|\b[Oo]nline\b|\bKreishaus\b"
)
_WEEKDAY = re.compile(
    r"\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\w*|"
    r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.,?\s"
)
_COUNCIL_COLUMN = re.compile(r"Gremium|Beratungsfolge|Ausschuss|Sitzung", re.I)
_WORKS = re.compile(
    r"\b(?:startete\w*|gestartet|in\s+Betrieb|Betrieb|freigeschaltet|online\s+gegangen|am\s+Netz"
    r"|fährt|fahren|fuhr|arbeitet|arbeiten|gegründet|Gründung|aufgenommen|begann\w*|beginnt|begonnen)\b"
)
# What is due on a day: the columns of a list of tasks.
_TASK_COLUMN = re.compile(
    r"\b(?:Aufgabe|Auftrag|[Bb]is|Frist|[Ww]er|[Vv]erantwortlich|[Zz]uständig|[Ww]as\s+ist\s+zu\s+tun"
    r"|Maßnahme|Erledig\w+|Stand)\b"
)
# "Bei einem Planspiel im Januar", "im Oktober auf einer Tagung"; "seit der Freischaltung am".
_MET_IN = re.compile(
    r"\b(?:[Bb]ei(?:m)?|[Aa]uf|[Zz]u[mr]?|[Ii][nm]|[Aa]n|[Ee]ine[rmn]?|[Dd]e[rsnm]|[Dd]as|erste\w*"
    r"|zweite\w*|\d\.)\s(?:\w+(?:en|er|e)\s)?$"
)
_SINCE_NOUN = re.compile(r"\b(?:[Ss]eit|[Vv]or)\s+(?:de[rm]|ihre[rm]|seine[rm])\s+$")
# What a record or an article looks back on from its own occasion.
_EARLIER = re.compile(
    r"\b(?:schon\s(?:vorher|einmal|damals|früher)|bereits\sam|vorausgegangen|zuvor|Vorbesprechung|seinerzeit)\b"
)
# So near to its month stands a meeting, and so near to the end of a text the day of its signature.
MONTH_CHARS = 45
TAIL_CHARS = 120
LONG_AGO_DAYS = 200


@dataclass(frozen=True, slots=True)
class Dated:
    """A day or month with all sentences that name it and the offsets where they do."""

    iso: str
    mentions: tuple[DateMention, ...]
    sentences: tuple[Span, ...]


def occasion_signals(source: Source, written: WritingDay, dated: Dated) -> dict[str, float]:
    """Return the signals of a date by their names; each is the strongest of its mentions."""
    found: dict[str, float] = _of_document(source.document.kind)
    found |= _of_time(written, dated) | {"bygone": float(_is_bygone(source, dated))}
    for mention, sentence in zip(dated.mentions, dated.sentences, strict=True):
        for name, value in _of_mention(source, mention, sentence).items():
            found[name] = max(found.get(name, 0.0), value)
    found["repeated"] = float(len(dated.mentions) > 1)
    # A record's head names the day of the meeting; so does a council paper's list of bodies.
    found["record_head"] = found["is_record"] * found["head"] * (1 - found["is_month"])
    found["paper_station"] = found["is_paper"] * found["council"] * max(found["head"], found["row"])
    # A vote of a council is news of its own; a record tells what comes next.
    found["vote"] = (1 - found["is_paper"]) * found["council"] * found["decided"]
    found["record_ahead"] = found["is_record"] * max(found.get("ahead", 0.0), found["comes"])
    found["month_meeting"] = found["is_month"] * found["meets_near"]
    found["month_held"] = found["is_month"] * found["noun"] * found["held"]
    return found


def _of_document(kind: DocumentKind) -> dict[str, float]:
    return {
        "is_record": float(kind == "workshop-protokoll"),
        "is_paper": float(kind == "ratsvorlage"),
        "is_profile": float(kind in {"projektsteckbrief", "strategiepapier"}),
        "is_letter": float(kind in {"newsletter", "sonstiges"}),
        "is_article": float(kind == "zeitungsartikel"),
    }


def _of_time(written: WritingDay, dated: Dated) -> dict[str, float]:
    is_day = len(dated.iso) == len("2020-01-01")
    found = {"is_month": float(not is_day)}
    if written.day is None:
        return found | {"no_day_known": 1.0}
    found["same_day"] = float(dated.iso == written.stated)
    if is_day:
        then, now = (datetime.date.fromisoformat(day) for day in (dated.iso, written.day))
        days = (then - now).days
        # Contracts, services and new colleagues begin on the first of a month, meetings seldom do.
        found["first_of_month"] = float(then.day == 1)
        found["end_of_month"] = float((then + datetime.timedelta(days=1)).day == 1)
        found["news"] = float(written.has_news_of(dated.iso) and days != 0)
        found["ahead"] = float(0 < days <= FAR_AHEAD_DAYS)
        found["far_ahead"] = float(days > FAR_AHEAD_DAYS)
        found["long_ago"] = float(days < -LONG_AGO_DAYS)
    return found


def _is_bygone(source: Source, dated: Dated) -> bool:
    """Return whether a text goes on to days or months of later years than the next."""
    later = {date.iso for date in find_dates(source.layout.text) if date.precision != "year"}
    return any(int(iso[:4]) > int(dated.iso[:4]) + 1 for iso in later)


def _of_mention(source: Source, mention: DateMention, sentence: Span) -> dict[str, float]:
    layout = source.layout
    words = layout.cut(sentence)
    start, end = mention.start - sentence.start, mention.end - sentence.start
    before, after = words[max(0, start - BEFORE_CHARS) : start], words[end : end + AFTER_CHARS]
    return (
        _of_preposition(before, words[start:end])
        | _of_words(words, before, after)
        | _of_nouns(words, start, end)
        | _of_place(source, mention, sentence)
    )


def _of_preposition(before: str, date: str) -> dict[str, float]:
    start = before + date.split(" ")[0] + " "
    return {
        "at": float(bool(_AT.search(before) or date.lower().startswith("am "))),
        "of": float(bool(_OF.search(before))),
        "from": float(bool(_FROM.search(before) or _FROM.search(start))),
        "monthly": float(bool(_MONTHLY.search(before))),
        "paper": float(bool(_PAPER.search(re.sub(r"\bvom\s+$", "", before)))),
    }


def _of_words(words: str, before: str, after: str) -> dict[str, float]:
    near = before + after
    return {
        "lasts": float(bool(_LASTS.search(near))),
        "decided": float(bool(_DECIDED.search(words))),
        "speaks": float(bool(_SPEAKS.search(words))),
        "comes": float(bool(_COMES.search(words))),
        "hour": float(bool(_HOUR.search(near))),
        "venue": float(bool(_VENUE.search(words))),
        "weekday": float(bool(_WEEKDAY.search(before[-14:] + after[:14]))),
        "held": float(bool(HELD.search(words))),
        "works": float(bool(_WORKS.search(words))),
        "no_event": float(bool(NO_EVENT.search(words))),
        "earlier": float(bool(_EARLIER.search(words))),
    }


def _of_nouns(words: str, start: int, end: int) -> dict[str, float]:
    nouns = event_nouns(words)
    near = [n for n in nouns if abs(n.start - start) < BEFORE_CHARS + AFTER_CHARS]
    beside = [
        n for n in near if -MONTH_CHARS < n.end - start <= 0 or 0 <= n.start - end < MONTH_CHARS
    ]
    bodies = [hit.start() for hit in COUNCIL_BODY.finditer(words) if hit.end() + 4 == start]
    openings = [*(n.start for n in beside), *bodies]
    return {
        "meets_near": float(any(_MET_IN.search(words[:opening]) for opening in openings)),
        "since_noun": float(any(_SINCE_NOUN.search(words[: n.start]) for n in beside)),
        "noun": float(bool(nouns)),
        "near_noun": float(bool(near)),
        "strong_noun": float(any(n.is_strong for n in near)),
        "deed": float(event_deed(words) is not None),
        "council": float(bool(COUNCIL_BODY.search(words))),
    }


def _of_place(source: Source, mention: DateMention, sentence: Span) -> dict[str, float]:
    layout = source.layout
    persons = sum(
        any(sentence.holds(e.start, e.end) for e in p.evidence) for p in source.entities.persons
    )
    row = layout.row_at(mention.start)
    fields = [f for f in layout.fields if f.start <= mention.start < f.end]
    line = layout.cut(layout.line_at(mention.start))
    opens = mention.start - layout.line_at(mention.start).start <= OPENING_CHARS
    heading = layout.section_at(mention.start).heading
    is_line = len(line) <= MASTHEAD_CHARS
    in_head = mention.start < HEAD_CHARS
    return {
        "person": float(persons > 0),
        "company": float(persons >= COMPANY),
        "town": float(bool(source.actors_in(sentence))),
        "row": float(row is not None),
        "task_row": float(bool(row and _TASK_COLUMN.search(" ".join(row.header)))),
        "tail_line": float(mention.start > len(layout.text) - TAIL_CHARS and is_line),
        "council_row": float(bool(row and _COUNCIL_COLUMN.search(" ".join(row.header)))),
        "date_field": float(any(DATE_LABEL.match(f.label) for f in fields)),
        "other_field": float(any(not DATE_LABEL.match(f.label) for f in fields)),
        "opens": float(opens and not in_head),
        "calendar": float(bool(heading and CALENDAR.match(layout.cut(heading)))),
        "head": float(in_head),
        "head_line": float(in_head and is_line),
    }


def groups_by_date(
    dates: Sequence[tuple[DateMention, Span]],
) -> tuple[Dated, ...]:
    """Return the dates once each, in order of their first mention."""
    found: dict[str, list[tuple[DateMention, Span]]] = {}
    for mention, sentence in dates:
        found.setdefault(mention.iso, []).append((mention, sentence))
    return tuple(
        Dated(iso, tuple(m for m, _ in each), tuple(s for _, s in each))
        for iso, each in found.items()
    )
