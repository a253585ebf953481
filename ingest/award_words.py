"""Knows how German names what can be won: competitions, prizes, categories, ranks."""

import re

__all__ = [
    "AWARD_LABEL",
    "NEVER_WON",
    "NOT_WON",
    "SURELY_WON",
    "WON",
    "WON_THERE",
    "category",
    "competition",
    "listed_name",
    "rank",
]

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
WON = re.compile(
    r"\b(?:[Aa]usgezeichnet\w*|Auszeichnung\w*|[Gg]ewonnen|gewann\w*|gewinnt|Sieg(?:er\w*)?|siegte\w*"
    r"|geehrt|prämiert\w*|verliehen|Preisträger\w*|Gewinner\w*|errang\w*|errungen|holte\w*\s"
    r"|geholt|belegte\w*|Platz|Rang|[1-3]\.\s+Preis|(?:ersten|zweiten|dritten)\s+Preis|entgegen"
    r"|überreicht\w*|abgeräumt|räum\w+\s.{0,60}\bab|Preisgeld|zeichnete|würdigte|belohnt\w*"
    r"|brachte\w*\s.{0,40}ein|mitgebracht|erhielt\w*|erhalten|erteilt\w*|gekürt|kürte\w*"
    r"|verlieh\w*|vergab\w*|vergeben|nahm\w*\s.{0,60}entgegen|ehrte\w*|Ehrung|gratulier\w*"
    r"|abgeschnitten|bedacht\w*|gab\s+es|Jury|Siegerehrung|Urkunde|Anerkennung"
    r"|Zweite[rs]?|Dritte[rs]?|Erste[rs]?\s+(?:Platz|Preis)|Silber|Bronze|Goldene?|einheims\w*"
    r"|abgestaubt|nahm\w*\s+mit|zuerkannt|zugesprochen|durchgesetzt|preisgekrönt\w*|landete\w*"
    r"|bekam\w*|bekommen|dotiert\w*|darf\w*\s+sich\b.{3,90}\bnennen|geht\s+an|ging(?:\s+\S+){0,10}?\s+(?:an|nach)"
    r"|hat(?:te)?\s+es\s.{0,140}\sgegeben)\b"
)
_PRICES = (
    "Strom|Gas|Energie|Kauf|Markt|Fahr|Miet|Rohstoff|Bau|Stück|Einzel|Gesamt|Listen|Eintritts"
    "|Ticket|Verkaufs|Wasser|Einkaufs|Wärme|Arbeits|Grund|Fest|Mindest"
)
NOT_WON = re.compile(
    r"\bum\s+(?:Fördergeld|Fördermittel)|\bbewarb\w*|\bbewerb(?:en|ung)\w*|\bbeworben|\bnominiert"
    r"|\bausgeschrieben|\bteilgenommen\b|\bEinsendeschluss|\bPreise?\s+(?:je|pro|von|für\s+"
    rf"(?:Strom|Gas|Energie))|(?:{_PRICES})preis|\bgescheitert"
    r"|\bnicht\s+(?:gewonnen|ausgezeichnet)|\bleer\s+aus\w*|\bunter\s+de[nr]\s+letzten",
    re.I,
)
NEVER_WON = re.compile(
    rf"(?:{_PRICES})preis|\bnicht\s+(?:gewonnen|ausgezeichnet)|\bleider\s+nicht|\bleer\s+aus"
    r"|\bverpass(?:t|te|ten)\b|^\W*Nein\b|\bScherz\b|\bkeine?n?\s+(?:Preis|Auszeichnung)",
    re.I,
)
SURELY_WON = re.compile(
    r"\b(?:ausgezeichnet|gewonnen|gewann\w*|Sieg\w*|Platz|Preisträger\w*|prämiert|verliehen"
    r"|überreicht\w*|geehrt|gekürt|zuerkannt|Preisgeld|[1-3]\.\s+Preis|(?:ersten|zweiten|dritten)"
    r"\s+Preis)\b"
)
# What stands right before the quoted name of what is won: "beim Landeswettbewerb „Digitale Küste“".
_HEADED = re.compile(
    r"(?<!\w)(?P<head>(?:[A-ZÄÖÜ][\w-]{0,60}?)?(?:[Ww]ettbewerb|[Pp]reis|[Ss]iegel|[Tt]itel|[Pp]lakette|[Uu]rkunde|[Pp]rädikat|[Ll]abel"
    r"|[Aa]uszeichnung|[Zz]ertifikat|[Pp]rämierung|[Aa]ward|[Aa]bzeichen|[Ss]tern))(?:e?s)?\s+"
    r"(?:als\s+)?[„“\"»](?P<name>[A-ZÄÖÜ0-9][^“”\"„«]{2,60})[“”\"«]"
)
# In profiles what was won stands under a label of its own.
AWARD_LABEL = re.compile(
    r"^(?:Auszeichnung(?:en)?|Preise?|Anerkennung(?:en)?|Ehrungen?|Ausgezeichnet|Prämiert"
    r"|Awards?|Urkunden?\b.*|Preise\s+und\s+Auszeichnungen)$",
    re.I,
)
_LISTED = re.compile(
    r"^\W*(?:(?:19|20)\d\d\W+)?(?:[„“\"»](?P<quoted>[^“”\"„«]{3,60})[“”\"«]"
    r"|(?P<plain>[A-ZÄÖÜ][\w-]+(?:\s[\w-]+){0,4}?))(?=\W*(?:(?:19|20)\d\d|[(,;.]|$))"
)
_TITLE_WON = re.compile(
    r"(?:Auszeichnung|Titel|Label|Siegel|Prädikat|Zertifikat|Ehrenpreis)\w*\s+(?:als"
    r"\s+)?[„“\"](?P<name>[^“”\"„]{3,70})[“”\"]"
    r"|\bdarf\w*\s+sich\s[^„“”\"]{0,60}[„“\"](?P<called>[^“”\"„]{3,70})[“”\"]\s+(?:\w+\s+){0,3}nennen"
    r"|\bkürte\w*\s.{3,60}\bzu[mr]\s+[„“\"](?P<crown>[^“”\"„]{3,70})[“”\"]"
    r"|\b[Aa]ls\s+[„“\"](?P<honour>[^“”\"„]{3,70})[“”\"]\s+(?:[\w-]+\s+){0,10}?(?:ausgezeichnet|geehrt"
    r"|gekürt|prämiert)"
)
# The sentence behind the one that names the competition ("Dort wurde das Projekt Zweiter").
WON_THERE = re.compile(
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
    r"(?:[Kk]ategorie|[Ss]parte|[Rr]ubrik|[Ww]ertungsgruppe|[Dd]isziplin)\s+(?P<quoted>[„“\"»]?)(?P<name>[A-ZÄÖÜ][^“”\"«„,.;)\n]{2,70})"
)
_BEST = re.compile(
    r"[„“\"](?P<name>(?:Best|Innovativst|Schönst)[^“”\"„]{3,60}?)(?:\s+(?P<year>(?:19"
    r"|20)\d\d))?[“”\"]"
)
_RANK = re.compile(
    r"\b(?:(?P<word>ersten?|zweiten?|dritten?|ersten?r|zweiter|dritter|erster)\s+(?:Platz|Rang"
    r"|Preis)|(?P<number>[1-3])\.\s*(?:Platz|Rang|Preis)|(?:Platz|Rang)\s+(?P<after>eins|zwei|drei"
    r"|[1-3])\b)",
    re.I,
)
_OCCASION = re.compile(
    r"(?:[Bb]ei|[Aa]uf|[Ii]m\s+Rahmen)\s+(?:der|dem|des)\s+(?P<name>(?:\d+\.\s)?[A-ZÄÖÜ][\w-]+(?:"
    r"\s(?:in\s)?[A-ZÄÖÜ][\w-]+){0,3})\s+(?:wurde|ist|sind|wurden)\b.{0,80}\bausgezeichnet"
)
_HONOURS = re.compile(
    r"\b(?:[Aa]usgezeichnet|[Gg]eehrt|[Pp]rämiert|[Bb]elohnt|[Bb]edacht|[Gg]ewürdigt)\b"
)
# "mit dem Umweltpfeil in Grün belohnt", "ausgezeichnet mit dem Spar-Euro 2023"
_WITH = re.compile(
    r"\bmit\s+de[mr]\s+(?P<name>[A-ZÄÖÜ][\w-]+(?:\s(?:in|für|der|des)\s[A-ZÄÖÜ][\w-]+)?(?:\s(?:19|20)\d\d)?)"
    r"(?=\s(?:ausgezeichnet|geehrt|prämiert|belohnt|bedacht|gewürdigt)|[.,;]|$)"
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


def competition(words: str) -> tuple[str | None, str | None]:
    """Return the competition or prize that a sentence of winning names, and its year."""
    quoted = _QUOTED_PRIZE.search(words)
    if quoted:
        return _with_year(quoted["name"])
    headed = _HEADED.search(words)
    if headed:
        bare, year = _with_year(headed["name"])
        # "Medienpreis „Leopold“" is named by both words, "Titel „Leopold“" by the quoted one.
        return (bare if _BARE.fullmatch(headed["head"]) else f"{headed['head']} {bare}"), year
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
        return _with_year(titled["name"] or titled["called"] or titled["crown"] or titled["honour"])
    honoured = _HONOURED.search(words) if SURELY_WON.search(words) else None
    if honoured:
        return _with_year(honoured["name"])
    occasion = _OCCASION.search(words) or (_HONOURS.search(words) and _WITH.search(words))
    return _with_year(occasion["name"]) if occasion else (None, None)


def _is_plain(hit: re.Match[str]) -> bool:
    """`den Preis` alone names no competition."""
    bare = _BARE.fullmatch(hit["name"])
    return bool(bare) and not hit["tail"] and not hit["quoted"]


_BARE = re.compile(
    r"(?:Preis|Wettbewerb|Siegel|Plakette|Award|Auszeichnung|Urkunde|Medaille|Titel|Prädikat"
    r"|Hauptpreis|Trostpreis)(?:e?s|e?n)?"
)
QUOTES = '„“”"»«'
# Prizes within a competition: who won one won it there.
_SPECIAL = re.compile(
    r"\b(?:Sonder|Publikums|Haupt|Jury|Anerkennungs|Förder)preis(?:es)?(?:\s(?:der|des)\s[A-ZÄÖÜ]\w+)?"
)


def listed_name(words: str) -> tuple[str | None, str | None]:
    """Return the award that an entry of a list of awards opens with, and its year."""
    hit = _LISTED.search(words)
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    name = hit and (hit["quoted"] or hit["plain"])
    return (name, year.group() if year else None) if name else (None, None)


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


def category(words: str) -> tuple[str | None, str | None]:
    """Return the category in which something was won, and its year where it names one."""
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


def rank(words: str) -> int | None:
    """Return the place that was won, 1 to 3, where a sentence names it."""
    hit = _RANK.search(words)
    if hit is None:
        return None
    word = (hit["word"] or hit["number"] or hit["after"]).lower()
    return next((rank for stem, rank in _RANKS.items() if word.startswith(stem)), None)
