"""Answers as files: tables for spreadsheets, and a text for council papers with citations."""

import csv
import io

from docx import Document
from xlsxwriter import Workbook

from api.dates import day
from api.exports import safe_cell
from api.inquiry import Inquiry, Outcome
from api.messages import label
from ontology.privacy import mask_contacts
from search.answer import Find, Result

__all__ = [
    "answer_csv",
    "answer_docx",
    "answer_xlsx",
    "citation",
    "plain_quote",
    "result_title",
    "who_does_it",
]

_COLUMNS = (
    "Rang",
    "Vorhaben",
    "Art",
    "Stand",
    "Beginn",
    "Themen",
    "Kommunen",
    "Beleg",
    "Dokument",
    "Herausgeber",
    "Datum",
    "Quelle",
    "Ansprechen",
)
# Widths of the columns in letters.
_WIDTHS = (6, 40, 14, 14, 12, 24, 30, 60, 40, 30, 12, 40, 40)


def answer_csv(outcome: Outcome) -> bytes:
    """Return the results as CSV that German spreadsheets open: semicolons, UTF-8 with its mark."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for result in outcome.results:
        writer.writerow([safe_cell(value) for value in _row(result)])
    return text.getvalue().encode("utf-8-sig")


def answer_xlsx(inquiry: Inquiry, outcome: Outcome) -> bytes:
    """Return the results as an Excel workbook: a heading that stays, filters, wrapped texts."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        book.set_properties({"title": inquiry.q, "author": "Nachbarwissen"})
        bold = book.add_format({"bold": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Antwort")
        rows = [_row(result) for result in outcome.results]
        for number, (column, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(number, number, width)
            sheet.write_string(0, number, column, bold)
        # As text, whatever it looks like: a quote must not become a formula.
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                sheet.write_string(number, place, value, plain)
        sheet.autofilter(0, 0, len(rows), len(_COLUMNS) - 1)
        sheet.freeze_panes(1, 2)
    return written.getvalue()


def answer_docx(inquiry: Inquiry, outcome: Outcome) -> bytes:
    """Return the answer as a DOCX: the question, what others do, and numbered sources."""
    paper = Document()
    paper.add_heading(inquiry.q or "Anfrage", 1)
    if not outcome.answer.answered:
        paper.add_paragraph(outcome.answer.note or "Keine Lösung gefunden.")
    sources: list[str] = []
    for result in outcome.results:
        paper.add_heading(result_title(result), 2)
        paper.add_paragraph(who_does_it(result))
        for find in result.evidence:
            sources.append(citation(find))
            paper.add_paragraph(f"„{plain_quote(find)}“ [{len(sources)}]", style="Intense Quote")
    paper.add_heading("Quellen", 2)
    for number, source in enumerate(sources, start=1):
        paper.add_paragraph(f"[{number}] {source}")
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def citation(find: Find) -> str:
    """Return how a find is cited in a German paper."""
    document = find.document
    parts = [
        document.publisher,
        document.title,
        label(document.kind, "de"),
        day(document.date, "de") if document.date else None,
        f"S. {find.page}" if find.page else None,
        document.source_url or document.source_file,
    ]
    return ", ".join(part for part in parts if part)


def _row(result: Result) -> list[str]:
    project = result.project
    find = result.evidence[0] if result.evidence else None
    return [
        str(result.rank),
        result_title(result),
        label(project.kind, "de") if project else "",
        label(project.status, "de") if project else "",
        (project.start or "") if project else "",
        ", ".join(project.themes) if project else "",
        ", ".join(town.name for town in result.municipalities),
        plain_quote(find) if find else "",
        find.document.title if find else "",
        (find.document.publisher or "") if find else "",
        (find.document.date or "") if find else "",
        (find.document.source_url or find.document.source_file) if find else "",
        "; ".join(
            ", ".join(filter(None, (one.name, one.role, one.organisation)))
            for one in result.contacts
        ),
    ]


def result_title(result: Result) -> str:
    """Return how a result is called: as its undertaking, else as its document."""
    if result.project:
        return result.project.name
    return result.evidence[0].document.title if result.evidence else ""


def who_does_it(result: Result) -> str:
    """Return the sentence that names the towns, the kind, the status and the beginning."""
    towns = ", ".join(town.name for town in result.municipalities) or "Kommunen nicht genannt"
    project = result.project
    if project is None:
        return f"{towns}."
    said = [label(project.kind, "de"), label(project.status, "de") if project.status else ""]
    since = f"seit {day(project.start, 'de')}" if project.start else ""
    return f"{towns}: {', '.join(part for part in (*said, since) if part)}."


def plain_quote(find: Find) -> str:
    """Return a find's quote on one line, contacts covered."""
    return " ".join(mask_contacts(find.quote).split())
