"""An answer as a PDF: the question, what others do, and numbered sources, page by page."""

import io
import unicodedata
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import KeepTogether, Paragraph, SimpleDocTemplate

from api.answer_files import citation, plain_quote, result_title, who_does_it
from api.inquiry import Inquiry, Outcome

__all__ = ["answer_pdf"]

_INK, _SOFT = HexColor("#1b2733"), HexColor("#46535f")
# The fonts that every PDF reader brings; they know the letters of this encoding.
_ENCODING = "cp1252"
_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=10, leading=14, textColor=_INK)
_TITLE = ParagraphStyle(
    "title", _TEXT, fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=8
)
_HEADING = ParagraphStyle(
    "heading", _TEXT, fontName="Helvetica-Bold", fontSize=12, leading=16, spaceBefore=12
)
_QUOTE = ParagraphStyle("quote", _TEXT, leftIndent=12, spaceBefore=4)
_SMALL = ParagraphStyle("small", _TEXT, fontSize=9, leading=12, textColor=_SOFT, spaceAfter=4)


def answer_pdf(inquiry: Inquiry, outcome: Outcome, *, address: str) -> bytes:
    """Return the answer as a PDF in A4; `address` is where the same answer stands."""
    story = [_paragraph(inquiry.q or "Anfrage", _TITLE)]
    if not outcome.answer.answered:
        story.append(_paragraph(outcome.answer.note or "Keine Lösung gefunden.", _TEXT))
    sources: list[str] = []
    for result in outcome.results:
        block = [_paragraph(result_title(result), _HEADING), _paragraph(who_does_it(result), _TEXT)]
        for find in result.evidence:
            sources.append(citation(find))
            block.append(_paragraph(f"„{plain_quote(find)}“ [{len(sources)}]", _QUOTE))
        story += [KeepTogether(block[:3]), *block[3:]]
    if sources:
        story.append(_paragraph("Quellen", _HEADING))
        story += [_paragraph(f"[{place}] {one}", _SMALL) for place, one in enumerate(sources, 1)]
    story.append(_paragraph(f"Diese Antwort im Netz: {address}", _SMALL))
    written = io.BytesIO()
    paper = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=22 * mm,
        rightMargin=22 * mm,
        topMargin=20 * mm,
        bottomMargin=20 * mm,
        title=_known(inquiry.q),
        author="Nachbarwissen",
        lang="de-DE",
    )
    paper.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return written.getvalue()


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(_known(text)), style)


def _foot(canvas: Canvas, _paper: SimpleDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.setFillColor(_SOFT)
    canvas.drawString(22 * mm, 12 * mm, "Nachbarwissen")
    canvas.drawRightString(A4[0] - 22 * mm, 12 * mm, f"Seite {canvas.getPageNumber()}")
    canvas.restoreState()


def _known(text: str) -> str:
    """Return a text in letters that the fonts have: of others what remains without accents."""
    return "".join(letter if _has(letter) else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if _has(part)) or "?"


def _has(letter: str) -> bool:
    try:
        letter.encode(_ENCODING)
    except UnicodeEncodeError:
        return False
    return letter >= " "
