"""Finds sentences in German text by punctuation, abbreviations, ordinals and quotes."""

import re
from collections.abc import Iterator

__all__ = ["sentences"]

_LINE = re.compile(r"[^\n]+")

# A possible end: the mark, closing quotes or brackets, then space and something that may begin.
_END = re.compile(r"([.!?…:]+)([“”\"’»«)\]]*)(?=\s+[^\s]|$)")

# Abbreviations that are followed by the rest of their sentence (Duden, and offices' own).
_ABBREVIATIONS = frozenset(
    [
        "a",
        "abb",
        "abs",
        "abschn",
        "allg",
        "anm",
        "apl",
        "art",
        "aufl",
        "az",
        "b",
        "bd",
        "bearb",
        "begr",
        "bes",
        "bez",
        "bgm",
        "bspw",
        "bzgl",
        "bzw",
        "c",
        "ca",
        "christl",
        "co",
        "d",
        "dgl",
        "dipl",
        "dir",
        "dr",
        "e",
        "ebd",
        "ehem",
        "einschl",
        "einw",
        "engl",
        "entspr",
        "erg",
        "etc",
        "ev",
        "evtl",
        "exkl",
        "f",
        "ff",
        "fr",
        "franz",
        "g",
        "geb",
        "gegr",
        "gem",
        "ges",
        "gesch",
        "ggf",
        "ggfs",
        "ggü",
        "gr",
        "h",
        "hg",
        "hl",
        "hr",
        "hrsg",
        "hs",
        "i",
        "inf",
        "ing",
        "inkl",
        "insb",
        "insbes",
        "internat",
        "isd",
        "i",
        "jh",
        "jur",
        "k",
        "kap",
        "kath",
        "kfm",
        "km",
        "kr",
        "l",
        "lat",
        "lfd",
        "lt",
        "m",
        "mag",
        "max",
        "mbh",
        "med",
        "min",
        "mind",
        "mio",
        "mitgl",
        "mr",
        "mrd",
        "ms",
        "mwst",
        "n",
        "nachf",
        "nat",
        "nr",
        "nrn",
        "o",
        "ob",
        "obb",
        "od",
        "oec",
        "p",
        "pfd",
        "phil",
        "pl",
        "pol",
        "priv",
        "prof",
        "q",
        "qm",
        "r",
        "rd",
        "rer",
        "rel",
        "resp",
        "rhld",
        "rk",
        "s",
        "sen",
        "soc",
        "sog",
        "sp",
        "spez",
        "st",
        "stellv",
        "std",
        "stk",
        "str",
        "t",
        "tel",
        "techn",
        "telef",
        "tgl",
        "tsd",
        "u",
        "ugs",
        "univ",
        "usf",
        "usw",
        "v",
        "verf",
        "verh",
        "vgl",
        "vhs",
        "vors",
        "vorm",
        "w",
        "westf",
        "wg",
        "wiss",
        "wwe",
        "z",
        "zit",
        "ztr",
        "zz",
        "zzgl",
    ]
)
# These may also end a sentence; a capital after them decides.
_MAY_END = frozenset(["usw", "etc", "ff", "co", "mbh", "str", "jh", "dgl"])

_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez"
)
_AFTER_ORDINAL = re.compile(
    rf"\s+(?:{_MONTHS}|Jahrhundert|Jahrestag|Jahrgang|Jubiläum|Geburtstag|Sitzung|Platz|Rang|Preis|"
    r"Auflage|Ausgabe|Klasse|Etage|Stock|Obergeschoss|Halbjahr|Quartal|Lebensjahr|Mal|Tag|Woche|Monat|"
    r"Bundes|Landes|Änderung|Nachtrag|Fortschreibung|Wahlperiode|Weltkrieg|Treffen|Konferenz|Workshop|"
    r"Bürgermeister|Stellvertret|Vorsitz|Beigeordnet|Stufe|Phase|Förder|Forum|Kongress|Fachtag|[a-zäöüß]|\d)"
)
_OPENING = re.compile(r"\s+[„“\"»«‚'(\[–—-]*\s*([^\s„“\"»«‚'(\[–—-])")
_WORD_BEFORE = re.compile(r"([\w-]+)$")
LONGEST_WORD = 80


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the offsets `(start, end)` of the sentences of a text or a stretch of it.

    A line end always ends a sentence, so that headings, table rows and list items stay apart.
    """
    stop = len(text) if end is None else end
    return tuple(
        span
        for line in _LINE.finditer(text, start, stop)
        for span in _of_line(text, line.start(), line.end())
    )


def _of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in _END.finditer(text, start, end):
        if mark.end() < end and _ends(text, begin, mark, end):
            yield from _trimmed(text, begin, mark.end())
            begin = mark.end()
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    last = start + len(piece.rstrip())
    if first < last:
        yield first, last


def _ends(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    opening = _OPENING.match(text, mark.end(), end)
    if opening is None:
        return False
    following = opening[1]
    if ":" in mark[1]:
        return False  # what follows a colon explains it: the same statement
    if following.islower():
        return False
    if mark[1] != ".":
        return not (mark[2] and following.islower())
    return not _is_abbreviation(text, begin, mark, following, end)


def _is_abbreviation(text: str, begin: int, mark: re.Match[str], following: str, end: int) -> bool:
    if mark[2]:
        return False
    # No abbreviation is longer; a sentence may be, where a text has no line ends.
    before = _WORD_BEFORE.search(text, max(begin, mark.start() - LONGEST_WORD), mark.start())
    if before is None:
        return False
    word = before[1]
    if word.isdigit():
        return len(word) <= 2 and _AFTER_ORDINAL.match(text, mark.end(), end) is not None
    if following.isdigit() and (
        word.casefold() in _ABBREVIATIONS or word.casefold().endswith("str")
    ):
        return True
    if word.casefold() in _MAY_END:
        return False
    last = word.rsplit("-", 1)[-1].casefold()
    if last in _ABBREVIATIONS:
        return not (len(last) == 1 and _is_value(text, before.start()))
    return len(word) == 1 and word.isalpha() and not following.isdigit()


def _is_value(text: str, at: int) -> bool:
    """Tell a letter after a number, a unit ("5 m."), which may end a sentence."""
    return text[max(0, at - 2) : at - 1].isdigit()
