"""Recognises the German words for roles and cuts role phrases out of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.lexica import words
from ingest.short_offices import SHORT_OFFICE

__all__ = [
    "RolePhrase",
    "agrees",
    "for_gender",
    "is_plural",
    "is_relative",
    "is_role_noun",
    "is_unit",
    "nominative",
    "role_phrases",
    "singular_for",
]

# Words with a role's ending that name things: a turntable ladder leads nobody.
_THINGS = frozenset(
    [
        "drehleiter",
        "begleiter",
        "halbleiter",
        "blitzableiter",
        "lautsprecher",
        "stellvertreter",
        "wegbegleiter",
        "ansprechpartner",
        "energieberater",
    ]
) - {"stellvertreter", "ansprechpartner", "energieberater"}
_OFFICER = re.compile(
    r"Chief\s(?:\w+\s){1,3}Officers?(?:\s\([A-Z]{2,4}s?\))?|"
    rf"(?<![\w-]){SHORT_OFFICE}(?![\w-])(?=\s|$)|(?<![\w-])(?:OB|OBM|BM)(?![\w-])|"
    r"(?<![\w-])(?:O?Bgm|Bürgerm)\.(?=\s|$)|(?<![\w-])C(?:[DITSE]|IS|DT)?Os?(?![\w-])(?:\s\([^)]*[Oo]fficer\))?|(?<![\w-])[A-ZÄÖÜ]\w+-C(?:[DITSE]|IS|DT)O(?![\w-])"
)
_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]*(?:[:*_/]?-?[Ii]n(?:nen)?)?(?!\w)")
_ADJECTIVE = re.compile(
    r"(?<![\w-])((?:[Ee]rste|[Zz]weite|[Dd]ritte|[\w-]*(?:lich|isch|end|ell|nal|ell|ig|"
    r"amtlich)e|[Aa]llgemeine|[Ll]eitende|[Ss]tellv\.|[Ss]tv\.)[rnms]?) $"
)
# Says when, not what: "der damalige Landrat" was Landrat.
_TEMPORAL = re.compile(
    r"(?:damalig|ehemalig|früher|heutig|bisherig|jetzig|amtierend|designiert|künftig|"
    r"langjährig|zuständig|verantwortlich|anwesend|folgend|neu|alt|verstorben|beteiligt|örtlich|"
    r"hiesig|dortig)\w*",
    re.IGNORECASE,
)
_DEMONYM = re.compile(r"[A-ZÄÖÜ]\w+er|\w+ische[rnms]?")
_PLURALS = (
    ("rätinnen", "rätin"),
    ("innen", "in"),
    ("innen", ""),
    ("in", ""),
    ("räten", "rat"),
    ("räte", "rat"),
    ("en", ""),
    ("n", ""),
    ("s", ""),
    ("e", ""),
    ("tem", "ter"),
)


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role noun with the adjectives that belong to it."""

    start: int
    end: int
    noun_start: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.start, self.end


def is_role_noun(word: str) -> bool:
    """Return whether a word names a role: Kämmerin, Klimaschutzmanager, IT-Leiter."""
    return _is_role_noun(word.casefold())


def is_plural(word: str) -> bool:
    """Return whether a role noun can only stand for several people."""
    lowered = word.casefold()
    return lowered.endswith(
        (
            "innen",
            "cdos",
            "officers",
            "räte",
            "räten",
            "direktoren",
            "dezernenten",
            "referenten",
            "präsidenten",
            "manager:innen",
        )
    )


_RELATIVE = re.compile(
    r"(?:Stellvertretender?|[Ss]tellvertreter(?:in(?:nen)?)?|[Ss]tellvertretung|Vize|(?:[Aa]mtsv|V)orgänger(?:in)?|"
    r"(?:[Aa]mtsn|N)achfolger(?:in)?|\w*[Kk]olleg(?:e|en|in))$"
)


def is_relative(role: str) -> bool:
    """Return whether a role is held beside or after another person: "Stellvertreterin"."""
    return _RELATIVE.match(role) is not None


def is_unit(word: str) -> bool:
    """Return whether a word names a part of an administration: Stabsstelle, Fachbereich."""
    return word in words("units") or bool(
        re.search(
            r"(?:amt|abteilung|stelle|behörde|fachbereich|fachdienst|dezernat|referat|büro|service|stab)$",
            word.casefold(),
        )
    )


def role_phrases(flat: str, start: int, end: int) -> Iterator[RolePhrase]:
    """Yield the role phrases between two offsets, left to right."""
    behind = start
    for found in sorted(_nouns(flat, start, end), key=lambda match: match.start()):
        if found.start() < behind:
            continue
        behind = found.end()
        yield RolePhrase(_with_adjectives(flat, found.start(), start), found.end(), found.start())


# Duties that name a role as the label of a row or right before a name: "Projektleitung: A B".
_LABELS = re.compile(
    r"(?<![\w-])(?:(?:[A-ZÄÖÜ][\w-]*l|L)eitung|Verantwortliche?|Federführung|Vertretung|"
    r"(?:[A-ZÄÖÜ][\w-]*v|V)erantwortung|(?:[A-ZÄÖÜ][\w-]*k|K)oordination|Koordinierung|Redaktion|(?<!\bund\s)Protokoll|"
    r"Moderation|Schriftführung|Sachbearbeitung|Stellvertretung|Vorsitz(?:\s(?:im|des)\s[A-ZÄÖÜ]\w*r[aä]te?s?)?)(?=(?:\sund\s[A-ZÄÖÜ]\w+)?:|\s\|)|"
    r"(?<![\w-])Leitung(?=\s[A-ZÄÖÜ])|"
    r"(?<![^\n])(?:Kontakt|Auskunft|Begleitforschung)(?=:?\s)"
)


def _nouns(flat: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from _LABELS.finditer(flat, start, end)
    yield from _OFFICER.finditer(flat, start, end)
    for found in _NOUN.finditer(flat, start, end):
        if is_role_noun(found.group()):
            yield found


def _with_adjectives(flat: str, noun_start: int, limit: int) -> int:
    position = noun_start
    while True:
        adjective = _ADJECTIVE.search(flat[max(limit, position - 30) : position])
        if adjective is None or _TEMPORAL.fullmatch(adjective.group(1)):
            return position
        if (
            _DEMONYM.fullmatch(adjective.group(1))
            and not adjective.group(1)[0].isupper()
            and _is_regional(adjective.group(1))
        ):
            return position
        position -= len(adjective.group())


def _is_regional(adjective: str) -> bool:
    """Return whether an adjective in -isch tells a region: "lippischer", not "pädagogischer"."""
    return not re.search(
        r"(?:technisch|pädagogisch|politisch|juristisch|wissenschaft|medizinisch|ärztlich|"
        r"kaufmännisch|kommissarisch|strategisch|fachlich|operativ|städtisch|akademisch|"
        r"künstlerisch|organisatorisch)",
        adjective,
    )


@cache
def _is_role_noun(lowered: str) -> bool:
    plain = re.sub(r"[:*_/]-?in(?:nen)?$", "", lowered)
    if plain in _THINGS:
        return False
    forms = {plain} | {
        plain[: -len(tail)] + base for tail, base in _PLURALS if plain.endswith(tail)
    }
    return any(form.endswith(noun) for form in forms for noun in words("role-nouns") if form)


def for_gender(role: str, *, is_female: bool) -> str:
    """Return a role in the form for a woman or a man: "Kämmerer", "Kämmerin"."""
    role = re.sub(r"^(?:[a-zäöü][\w-]*\s)+(?=[A-ZÄÖÜ])", "", role)
    head, _, rest = role.partition(" ")
    rest = f" {rest}" if rest else ""
    for male, female in _FORMS:
        given, wanted = (male, female) if is_female else (female, male)
        if head.endswith(given) and not (is_female and head.endswith(female)):
            return head.removesuffix(given) + wanted + rest
    return role


# Longer endings first.
_FORMS = (
    ("kämmerer", "kämmerin"),
    ("Kämmerer", "Kämmerin"),
    ("rat", "rätin"),
    ("eordneter", "eordnete"),
    ("auftragter", "auftragte"),
    ("sitzender", "sitzende"),
    ("antwortlicher", "antwortliche"),
    ("lotse", "lotsin"),
    ("er", "erin"),
    ("or", "orin"),
    ("ent", "entin"),
    ("är", "ärin"),
    ("ar", "arin"),
    ("ef", "efin"),
)


# "dem Vorsitzenden", "laut Beigeordnetem": an office that is declined as an adjective is.
_DECLINED = re.compile(r"(?P<stem>\w*(?:sitzende|auftragte|eordnete|antwortliche))[nm](?=\s|$)")


def nominative(role: str, *, is_female: bool) -> str:
    """Return an office like "Vorsitzenden" as somebody is called by it: "Vorsitzender"."""
    found = _DECLINED.match(role)
    return f"{found['stem']}{'' if is_female else 'r'}{role[found.end() :]}" if found else role


_FEMALE = re.compile(r"(?:in|frau|schwester|ordnete|auftragte|sitzende|antwortliche)$")
_NEUTRAL = re.compile(
    r"(?:ung|kraft|person|mitglied|vorsitz|vorstand|haupt|CDO|CIO|OB|BM|Officer|ination|Pendant)$"
)


def agrees(noun: str, *, is_female: bool) -> bool:
    """Return whether a role noun can be said of a woman or of a man."""
    return bool(_NEUTRAL.search(noun)) or bool(_FEMALE.search(noun)) == is_female


def singular_for(noun: str, *, is_female: bool) -> str:
    """Return the singular of a plural role for one of its bearers: "Lotsinnen", "Lotsin"."""
    stem = re.sub(r"[:*_/]-?innen$", "", noun)
    for plural, single in _SINGULARS:
        if stem.endswith(plural):
            stem = stem.removesuffix(plural) + single
            break
    return for_gender(stem, is_female=is_female)


# Longer endings first.
_SINGULARS = (
    ("rätinnen", "rätin"),
    ("innen", "in"),
    ("räte", "rat"),
    ("lotsen", "lotse"),
    ("oren", "or"),
    ("enten", "ent"),
    ("ten", "te"),
    ("personen", "person"),
)
