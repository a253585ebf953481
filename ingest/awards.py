"""Finds the awards that somebody in a document won, each once however often it is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from ingest.dates import find_dates
from ingest.entities import Entities
from ingest.layout import Span, read_layout
from ingest.scopes import Source, read_source
from ontology.model import Award, Document, Project

__all__ = ["find_awards"]

_PRIZE = re.compile(
    r"(?<![\w„])(?P<name>(?:(?:Bundes|Landes|[A-ZÄÖÜ][a-zäöüß-]+(?:isch|sch|tional|nal)e[rnms]?"
    r"|[A-ZÄÖÜ][a-zäöüß]+er(?=\s[A-ZÄÖÜ]\w*preis))\s)?"
    r"(?:(?:[A-Z][\w-]+\s){1,4}(?=Award|Prize|Trophy))?(?:[A-Za-zÄÖÜäöü0-9.]{1,40}-){0,6}(?:[A-ZÄÖÜe]\w{0,60}(?:wettbewerb"
    r"|preis|oskar|award|medaille|siegel|plakette|auszeichnung|prädikat|nadel|pokal)|Wettbewerb|Preis"
    r"|Award|Prize|Trophy|Oscar|Siegel|Plakette|Medaille|Prädikat|Auszeichnung)(?:s|es|en)?(?:\.[A-Z]{2,})?)"
    r"(?P<tail>\s+(?:für\s+[a-zäöüß]+\s+[A-ZÄÖÜ][\w-]+(?:\s+und\s+[A-ZÄÖÜ][\w-]+)?|der"
    r"\s+[A-ZÄÖÜ][\w-]+|des\s+[A-ZÄÖÜ][\w-]+|[A-ZÄÖÜ][a-zäöüß-]+(?:\s[A-ZÄÖÜ][a-zäöüß-]+)?(?=\s+"
    r"(?:\d{4}|aus\b|ge)|[.,;]|$)))?"
    r"(?:\s+(?P<quoted>[„“\"][^“”\"]{3,70}[“”\"]))?(?:\s+(?P<year>(?:19|20)\d\d))?"
)
_QUOTED_PRIZE = re.compile(
    r"[„“\"](?P<name>[^“”\"„]{3,60}?(?:preis|Preis|Award|award|Siegel|Oscar"
    r"|Wettbewerb)[^“”\"„]{0,40})[“”\"]"
)
_WON = re.compile(
    r"\b(?:ausgezeichnet|ausgezeichnete\w*|Auszeichnung\w*|gewonnen|gewann\w*|gewinnt|Sieg"
    r"(?:er\w*)?|siegte\w*|geehrt|prämiert\w*|verliehen|Preisträger\w*|Gewinner\w*"
    r"|errang\w*|errungen|holte\w*\s|belegte\w*|Platz|[1-3]\.\s+Preis|(?:ersten|zweiten|dritten)"
    r"\s+Preis|entgegen|überreicht\w*|abgeräumt|Preisgeld"
    r"|zeichnete|würdigte|brachte\w*\s.{0,40}ein|erhielt\w*|erhalten|gekürt|kürte\w*|verlieh\w*"
    r"|vergab\w*|vergeben|nahm\w*\s.{0,60}entgegen|ehrte\w*|Ehrung|gratulier\w*|abgeschnitten"
    r"|bedacht|gab\s+es|Jury|Siegerehrung|Zweite[rs]?\b|Dritte[rs]?\b|Erste[rs]?\s+(?:Platz|Preis)"
    r"|Silber|Bronze|Goldene?|einheims\w*|abgestaubt|nahm\w*\s+mit|zuerkannt|zugesprochen"
    r"|durchgesetzt|preisgekrönt\w*|landete\w*|bekam\w*|bekommen|dotiert\w*|geht\s+an|ging"
    r"\s+an)\b"
)
_NOT_WON = re.compile(
    r"\bum\s+(?:Fördergeld|Fördermittel)|\bbewarb\w*|\bbewerb(?:en|ung)\w*|\bbeworben|\bnominiert"
    r"|\bausgeschrieben|\bteilgenommen\b|\bEinsendeschluss|\bPreise?\s+(?:je|pro|von|für\s+"
    r"(?:Strom|Gas|Energie))"
    r"|(?:Strom|Gas|Energie|Kauf|Markt|Fahr|Miet|Rohstoff|Bau)preis|\bgescheitert|\bnicht"
    r"\s+gewonnen",
    re.I,
)
_SURELY_WON = re.compile(
    r"\b(?:ausgezeichnet|gewonnen|gewann\w*|Sieg\w*|Platz|Preisträger\w*|prämiert|verliehen|überreicht\w*"
    r"|geehrt|gekürt|zuerkannt|Preisgeld|[1-3]\.\s+Preis|(?:ersten|zweiten|dritten)\s+Preis)\b"
)
_TITLE_WON = re.compile(
    r"(?:Auszeichnung|Titel|Label|Siegel|Prädikat|Zertifikat|Ehrenpreis)\w*\s+(?:als"
    r"\s+)?[„“\"](?P<name>[^“”\"„]{3,70})[“”\"]"
    r"|\bkürte\w*\s.{3,60}\bzu[mr]\s+[„“\"](?P<crown>[^“”\"„]{3,70})[“”\"]"
    r"|\bals\s+[„“\"](?P<honour>[^“”\"„]{3,70})[“”\"]\s+(?:\w+\s+){0,3}(?:ausgezeichnet|geehrt"
    r"|gekürt|prämiert)"
)
# The sentence behind the one that names the competition ("Dort wurde das Projekt Zweiter").
_WON_THERE = re.compile(
    r"(?:Dort|Dafür|Damit|Dabei|Die\s+Jury|Den\s+(?:ersten|zweiten|dritten)|Der\s+(?:erste|zweite|dritte)"
    r"|Platz|Der\s+Preis|Das\s+Preisgeld|Es\s+wurde|Sie\s+wurde)\b.{0,120}"
    r"\b(?:Platz|Preis\w*|gewonnen|gewann|ausgezeichnet|überzeugt\w*|überreicht\w*|Zweiter|Dritter|Sieger|lobte)\b"
)
# A quoted name in a sentence of winning, where it stands as what was won.
_HONOURED = re.compile(
    r"\b(?:mit\s+de[mr]|[Bb]eim|[Bb]ei\s+der|(?:gewann\w*|erhielt\w*|bekam\w*|holte\w*)\s+(?:\w+\s+){0,3}de[nr])"
    r"\s+(?:\w+en\s+)?[„“\"»](?P<name>[A-ZÄÖÜ][^“”\"„«]{3,60})[“”\"«]"
)
_CATEGORY = re.compile(
    r"[Kk]ategorie\s+(?P<quoted>[„“\"»]?)(?P<name>[A-ZÄÖÜ][^“”\"«„,.;)\n]{2,70})"
)
_BEST = re.compile(
    r"[„“\"](?P<name>(?:Best|Innovativst|Schönst)[^“”\"„]{3,60}?)(?:\s+(?P<year>(?:19"
    r"|20)\d\d))?[“”\"]"
)
_RANK = re.compile(
    r"\b(?:(?P<word>ersten?|zweiten?|dritten?|ersten?r|zweiter|dritter|erster)\s+(?:Platz|Rang"
    r"|Preis)|(?P<number>[1-3])\.\s*(?:Platz|Rang|Preis)|Platz\s+(?P<after>eins|zwei|drei"
    r"|[1-3])\b)",
    re.I,
)
_OCCASION = re.compile(
    r"(?:[Bb]ei|[Aa]uf|[Ii]m\s+Rahmen)\s+(?:der|dem|des)\s+(?P<name>(?:\d+\.\s)?[A-ZÄÖÜ][\w-]+(?:"
    r"\s(?:in\s)?[A-ZÄÖÜ][\w-]+){0,3})\s+(?:wurde|ist|sind|wurden)\b.{0,80}\bausgezeichnet"
)
_RANKS = {
    "erst": 1,
    "zweit": 2,
    "dritt": 3,
    "eins": 1,
    "zwei": 2,
    "drei": 3,
    "1": 1,
    "2": 2,
    "3": 3,
}
# Below this likeness two names mean two competitions (rapidfuzz's token set, 0 to 100).
SAME_NAME = 85


def find_awards(
    document: Document, entities: Entities, projects: tuple[Project, ...]
) -> tuple[Award, ...]:
    """Return the awards won, in order of first mention."""
    layout = read_layout(document)
    source = read_source(document, layout, entities)
    merged: list[Award] = []
    stretches = zip(layout.sentences, (*layout.sentences[1:], None), strict=False)
    for sentence, following in stretches:
        award = _read(source, sentence, following, projects)
        if award is None:
            continue
        same = next((i for i, known in enumerate(merged) if _is_same(known, award)), None)
        if same is None:
            merged.append(award)
        else:
            merged[same] = _merge(merged[same], award)
    rank = _title_rank(document)
    if rank and len(merged) == 1 and merged[0].rank is None:
        merged[0] = replace(merged[0], rank=rank)
    return tuple(
        award if award.award else replace(award, award=award.category or "") for award in merged
    )


def _read(
    source: Source, sentence: Span, following: Span | None, projects: tuple[Project, ...]
) -> Award | None:
    words = source.layout.cut(sentence)
    behind = source.layout.cut(following) if following else ""
    if not _WON.search(words) and _competition(words)[0] and _WON_THERE.match(behind):
        words = f"{words} {behind}"
    if not _WON.search(words) or (_NOT_WON.search(words) and not _SURELY_WON.search(words)):
        return None
    category, category_year = _category(words)
    name, name_year = _competition(words)
    if not name and not category:
        return None
    year = name_year or category_year or _year_of(source, words)
    return Award(
        award=name or "",
        evidence=(source.layout.quote(sentence, confidence=0.8),),
        category=category,
        year=year,
        rank=_rank(words),
        recipient=_recipient(source, sentence),
        project=_project(sentence, projects),
    )


def _competition(words: str) -> tuple[str | None, str | None]:
    quoted = _QUOTED_PRIZE.search(words)
    if quoted:
        return _with_year(quoted["name"])
    hits = [hit for hit in _PRIZE.finditer(words) if not _is_plain(hit)]
    hits = [hit for hit in hits if not _SPECIAL.match(hit["name"])] or hits
    if hits:
        hit = max(
            hits, key=lambda h: len(h["name"]) + len(h["tail"] or "") + len(h["quoted"] or "")
        )
        name = (
            _base_form(hit["name"])
            + (hit["tail"] or "")
            + (f" {hit['quoted'].strip(QUOTES)}" if hit["quoted"] else "")
        )
        bare, year = _with_year(" ".join(name.split()))
        return bare, hit["year"] or year
    titled = _TITLE_WON.search(words)
    if titled:
        return _with_year(titled["name"] or titled["crown"] or titled["honour"])
    honoured = _HONOURED.search(words) if _SURELY_WON.search(words) else None
    if honoured:
        return _with_year(honoured["name"])
    occasion = _OCCASION.search(words)
    return (occasion["name"], None) if occasion else (None, None)


def _is_plain(hit: re.Match[str]) -> bool:
    """`den Preis` alone names no competition."""
    bare = hit["name"].rstrip("es") in {
        "Prei",
        "Preis",
        "Wettbewerb",
        "Siegel",
        "Plaketten",
        "Award",
    }
    return bare and not hit["tail"] and not hit["quoted"]


QUOTES = '„“”"»«'
# Prizes within a competition: who won one won it there.
_SPECIAL = re.compile(
    r"\b(?:Sonder|Publikums|Haupt|Jury|Anerkennungs|Förder)preis(?:es)?(?:\s(?:der|des)\s[A-ZÄÖÜ]\w+)?"
)


def _base_form(name: str) -> str:
    name = re.sub(r"(preis|award|siegel|wettbewerb)(?:es|s)$", r"\1", name, flags=re.I)
    return re.sub(
        r"^([A-ZÄÖÜ][a-zäöüß-]+(?:isch|sch|tional|nal)e)[nms]\b",
        r"\1r",
        name,
    )


def _with_year(name: str) -> tuple[str, str | None]:
    hit = re.search(r"\s+((?:19|20)\d\d)$", name)
    return (name[: hit.start()], hit[1]) if hit else (name, None)


def _category(words: str) -> tuple[str | None, str | None]:
    best = _BEST.search(words)
    if best:
        return best["name"], best["year"]
    hit = _CATEGORY.search(words)
    special = _SPECIAL.search(words)
    if hit is None:
        return (special.group(), None) if special else (None, None)
    name = hit["name"]
    if not hit["quoted"]:
        name = re.split(r"\s+(?=[a-zäöüß])", name)[0]
    return _with_year(name.strip())


def _year_of(source: Source, words: str) -> str | None:
    dates = find_dates(words)
    if dates:
        return dates[0].iso[:4]
    return source.document.date[:4] if source.document.date else None


def _rank(words: str) -> int | None:
    hit = _RANK.search(words)
    if hit is None:
        return None
    word = (hit["word"] or hit["number"] or hit["after"]).lower()
    return next((rank for stem, rank in _RANKS.items() if word.startswith(stem)), None)


def _title_rank(document: Document) -> int | None:
    return _rank(document.title)


def _recipient(source: Source, sentence: Span) -> str | None:
    words = source.layout.cut(sentence)
    group = re.search(
        r"\b(?:die|der|den)\s+(?P<name>[a-zäöüß]+(?:ischen|er)\s+(?:Kommunen|Städte|Gemeinden"
        r"|Rathäuser|Digitalisierungsbeauftragten))",
        words,
    )
    if group:
        return group["name"]
    won = _WON.search(words)
    inside = source.actors_in(sentence)
    if not inside or won is None:
        return None
    at = sentence.start + won.start()
    return min(inside, key=lambda m: (abs(m.span.start - at), m.span)).actor.name


def _project(sentence: Span, projects: Sequence[Project]) -> str | None:
    for project in projects:
        if any(sentence.holds(e.start, e.end) for e in project.evidence):
            return project.name
    return projects[0].name if projects else None


def _names(award: Award) -> Iterator[str]:
    yield from (name for name in (award.award, award.category) if name)


def _is_same(known: Award, other: Award) -> bool:
    years = {known.year, other.year} - {None}
    alike = any(
        fuzz.token_set_ratio(one.casefold(), two.casefold()) >= SAME_NAME
        for one in _names(known)
        for two in _names(other)
    )
    complement = not known.award or not other.award or not known.category
    return alike and (len(years) < 2 or complement)


def _merge(known: Award, other: Award) -> Award:
    return replace(
        known,
        award=known.award or other.award,
        evidence=(*known.evidence, *other.evidence),
        category=known.category or other.category,
        year=known.year or other.year,
        rank=known.rank or other.rank,
        recipient=known.recipient or other.recipient,
        project=known.project or other.project,
    )
