"""Knows where a sentence ends and where only an abbreviation does."""

import re

__all__ = ["SENTENCE_END"]

# Behind initials, "e. V.", figures and the usual short forms of titles and offices none ends.
SENTENCE_END = re.compile(
    r"(?<!\b[A-Za-z])(?<!\d)(?<!\bDr)(?<!\bProf)(?<!\bBgm)(?<!\bgm)(?<!\bDez)(?<!\bDipl)(?<!\bIng)(?<!\bHr)"
    r"(?<!\bFr)(?<!\bSt)(?<!\bNr)(?<!\bstv)(?<!\bstellv)(?<!\bhauptamtl)(?<!\behrenamtl)(?<!\bAbt)(?<!\bInh)"
    r"(?<!\bgez)(?<!\bbzw)(?<!\bca)[.!?]\s(?=[A-ZÄÖÜ„»])"
)
