"""An answer as it is taken along: PDF and Excel, with what a council or a table needs."""

import io
import zipfile
from dataclasses import replace

from pypdf import PdfReader

from api.answer_files import answer_xlsx
from api.answer_pdf import answer_pdf
from api.inquiry import Outcome, inquiry_of
from search.answer import Answer
from tests.factories import a_document_card, an_answer

INQUIRY = inquiry_of({"q": "Wer hat die Bauakte?"})
ADDRESS = "https://wissen.stadt.example/?q=Wer+hat+die+Bauakte%3F"


def outcome_of(answer: Answer) -> Outcome:
    return Outcome(answer, answer.results, len(answer.results), ())


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_a_pdf_says_question_town_quote_and_source() -> None:
    text = text_of(answer_pdf(INQUIRY, outcome_of(an_answer()), address=ADDRESS))
    assert "Wer hat die Bauakte?" in text
    assert "Musterau: Projekt, läuft, seit 2021." in text
    assert "„führt die digitale Bauakte ein“ [1]" in text
    assert "[1] Stadt Musterau, Bauakte, Pressemitteilung, 4. März 2021, S. 2" in text
    assert ADDRESS in text


def test_a_pdf_of_a_no_says_so_first() -> None:
    text = text_of(answer_pdf(INQUIRY, outcome_of(an_answer(answered=False)), address=ADDRESS))
    assert "Wer hat die Bauakte? Nein." in text


def test_a_pdf_takes_any_letters_and_any_length() -> None:
    quote = "Łódź <b>& Çeşme</b> 東京 " * 400
    pdf = answer_pdf(INQUIRY, outcome_of(an_answer(quote=quote)), address=ADDRESS)
    text = text_of(pdf)
    assert "ódz <b>& Çesme</b>" in text
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1


def test_a_workbook_holds_texts_and_no_formula() -> None:
    (result,) = an_answer().results
    find = replace(result.evidence[0], document=a_document_card(title="=HYPERLINK(1)"))
    answer = replace(an_answer(), results=(replace(result, evidence=(find,)),))
    with zipfile.ZipFile(io.BytesIO(answer_xlsx(INQUIRY, outcome_of(answer)))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        words = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<autoFilter" in sheet
    for word in ("Vorhaben", "digitale Bauakte", "=HYPERLINK(1)", "Musterau"):
        assert word in words
