"""Reads who stands in for the person named before: `Vertreten wird sie von A B`."""

import re

from ingest.descriptions import Claimed
from ingest.duty_nouns import Clause
from ingest.genders import is_woman
from ingest.names import NameMention

__all__ = ["DEPUTY", "at_the_top", "stands_in"]

# What a deputy is called until it is known of whom; see `ingest.role_claims`.
DEPUTY = "Stellvertretende"
# "Vertreten wird sie von", "Er wird vertreten durch", "zur Stellvertreterin wählte man"
_BEFORE = re.compile(
    r"(?:(?<!\w)[Vv]ertreten\s(?:wird|wurde)\s(?:er|sie|die\sVorsitzende|der\sVorsitzende)(?:\s[a-zäöü]+)?|"
    r"(?<!\w)(?:[Ee]r|[Ss]ie)\s(?:wird|wurde)\s(?:[a-zäöü]+\s)?vertreten|"
    r"(?<!\w)(?:wird|wurde)\s(?:er|sie)\s(?:[a-zäöü]+\s)?vertreten)\s(?:von|durch)\s(?P<office>[^.,;:\n]{0,60})$"
)
_CHOSEN = re.compile(
    r",\s(?:und\s)?zu[rm]\s(?:ersten\s|zweiten\s)?Stellvertreter(?:in)?\s(?P<office>[^.,;:\n]{0,60})$"
)
# "A B, die ihn nun vertritt", "A B vertritt sie", "A B bleibt in X und vertritt ihn"
_BEHIND = re.compile(
    r"(?:\s[^.,;:\n]{1,20})?,\s(?:der|die)\s(?:ihn|sie)\s(?:[a-zäöü]+\s)?vertritt(?=[\s.,;])|"
    r"\s(?:[^.,;:\n]{1,60}\sund\s)?vertritt\s(?:ihn|sie)(?=[\s.,;])"
)
# "An der Spitze des Aufsichtsrats steht Bürgermeisterin A B"
_AT_TOP = re.compile(
    r"(?<!\w)[Aa]n\sder\sSpitze\s(?P<what>(?:des|der)\s(?:[A-ZÄÖÜ]\w*r[aä]te?s|[A-ZÄÖÜ]\w*[Vv]er(?:band|ein)e?s|"
    r"[A-ZÄÖÜ]\w*[Vv]ersammlung))(?P<of>\s[^.,;:\n]{2,60}?)?\s(?:steht|stand)\s(?P<office>[^.,;:\n]{0,60})$"
)


def stands_in(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Return that a person is the deputy of the one before, by the words on either side."""
    found = next(
        (one for how in (_BEFORE, _CHOSEN) if (one := how.search(text.flat, start, name.start))),
        None,
    )
    behind = None if found else _BEHIND.match(text.flat, name.end)
    if found is None and behind is None:
        return None
    begin = found.start() if found else name.start
    end = behind.end() if behind else name.end
    ending = "" if is_woman(name.name) else "r"
    return Claimed(f"{DEPUTY}{ending}", None, begin, end, is_inferred=True)


def at_the_top(text: Clause, name: NameMention, start: int) -> Claimed | None:
    """Return that a person chairs a board: "An der Spitze des Beirats steht A B"."""
    found = _AT_TOP.search(text.flat, start, name.start)
    if found is None:
        return None
    actor = text.actor_in(found.start("what"), found.end("of") + 1) if found["of"] else None
    role = f"Vorsitzende{'' if is_woman(name.name) else 'r'} {found['what']}"
    return Claimed(role, actor.actor if actor else None, found.start(), name.end)
