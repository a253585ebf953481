"""Knows where a sentence ends and where only an abbreviation does."""

import re

__all__ = ["SENTENCE_END"]

# Behind initials, "e. V.", figures and the usual short forms of titles and offices none ends.
SENTENCE_END = re.compile(
    # Most characters are no stop, which is seen at once.
    r"(?=[.!?])(?:(?<!\b[A-Za-z])(?<!\d)(?<!\bDr)(?<!\bProf)(?<!\bBgm)(?<!\bgm)(?<!\bDez)(?<!\bDipl)(?<!\bIng)(?<!\bHr)"
    r"(?<!\bFr)(?<!\bSt)(?<!\bNr)(?<!\bstv)(?<!\bstellv)(?<!\bhauptamtl)(?<!\behrenamtl)(?<!\bAbt)(?<!\bInh)"
    r"(?<!\bgez)(?<!\bbzw)(?<!\bca)[.!?]\s(?=[A-ZÄÖÜ„»])|"
    # An association at a sentence's end is told by the word that follows.
    r"(?:(?<=\be\.\sV)|(?<=\be\.V))\.\s(?=(?:Am|An|Auch|Auf|Bei|Beim|Das|Dass|Denn|Der|Die|Dort|Ein|Eine|Er|Es|Für|Im|In|Mit|"
    r"Nach|Nun|Seit|Sie|So|Über|Und|Von|Vor|Wer|Wie|Zu|Zum|Zur|Zwei)\s))"
)
