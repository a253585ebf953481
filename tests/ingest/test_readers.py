import io
import unicodedata
from email.message import EmailMessage

import docx
import odfdo
import pytest

from ingest.cleaning import clean
from ingest.readers import members, read_file
from tests.ingest.papers import a_docx, a_pdf

PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8">
<title>Ein Amt für zwei Städte | Stadt Detmold</title>
<meta property="og:site_name" content="Stadt Detmold">
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/deed.de">
<script type="application/ld+json">
{"@type": "NewsArticle", "datePublished": "2023-05-04T08:00:00"}</script>
</head><body><div class="cookie-banner"><p>Wir verwenden Cookies.</p></div>
<nav><a href="/">Startseite</a></nav>
<article><h1>Ein Amt für zwei Städte</h1>
<p>Die Städte Detmold und Lemgo legen ihre Standesämter zusammen. Das gemeinsame Amt sitzt in
Detmold und ist ab Juli für alle da.</p>
<figure><img src="a.jpg">
<figcaption>Unterzeichnet: Anna Beispiel (Stadt Lemgo)</figcaption></figure>
<table><tr><th>Aufgabe</th><th>Zuständig</th></tr><tr><td>Geburten</td><td>Detmold</td></tr></table>
<ul><li>Trauungen bleiben in beiden Städten.</li><li>Urkunden gibt es im Netz.</li></ul>
<p>Startseite | Presse | Kontakt</p></article>
<aside><h2>Mehr zum Thema</h2><ul><li>Schwimmbad in Hagen öffnet</li></ul></aside>
<footer>© Stadt Detmold</footer></body></html>"""


def test_a_web_page_is_its_article_with_captions_tables_and_lists() -> None:
    text = clean(read_file(PAGE.encode(), "a.html")).text
    assert "Standesämter zusammen" in text
    assert "Unterzeichnet: Anna Beispiel (Stadt Lemgo)" in text
    assert "Aufgabe | Zuständig\nGeburten | Detmold" in text
    assert "- Trauungen bleiben in beiden Städten.\n- Urkunden gibt es im Netz." in text
    for around in ("Cookies", "Startseite", "Hagen", "Mehr zum Thema", "©"):
        assert around not in text


def test_a_web_page_says_what_it_is() -> None:
    meta = read_file(PAGE.encode(), "a.html").meta
    assert (meta.title, meta.publisher) == ("Ein Amt für zwei Städte", "Stadt Detmold")
    assert (meta.date, meta.rights, meta.language) == ("2023-05-04", "cc-by-sa-4.0", "de")


def test_a_page_in_windows_1252_keeps_its_umlauts() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"').encode("cp1252")
    assert "Ein Amt für zwei Städte" in clean(read_file(page, "a.html")).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_german_text_comes_right_in_every_common_encoding(encoding: str) -> None:
    words = "Die Städte prüfen „größere“ Lösungen für 5 €."
    assert clean(read_file(words.encode(encoding), "a.txt")).text == words


def test_decomposed_umlauts_are_composed() -> None:
    words = unicodedata.normalize("NFD", "Lösungen für Löhne und Bünde in einer Übersicht.")
    assert clean(read_file(words.encode(), "a.txt")).text == unicodedata.normalize("NFC", words)


def test_lines_wrapped_by_hand_are_joined_and_columns_are_rows() -> None:
    letter = (
        "PROTOKOLL\n\nOrt:      Lage\nWer:      Vertreter der Städte,\n          drei Gäste\n\n"
        "  Anna Beispiel     Stadt Lage, Leiterin\n  Bernd Muster      Stadt Lemgo\n\n"
        "Die Runde besprach, wie sich die Aufgaben der beiden Häuser zusam-\n"
        "menlegen lassen. Dazu gibt es drei Vorschläge.\n"
    )
    raw = read_file(letter.encode(), "a.txt")
    assert [block.kind for block in raw.blocks] == ["heading", "paragraph", "table", "paragraph"]
    assert clean(raw).text == (
        "PROTOKOLL\n\nOrt: Lage\nWer: Vertreter der Städte, drei Gäste\n\n"
        "Anna Beispiel | Stadt Lage, Leiterin\nBernd Muster | Stadt Lemgo\n\n"
        "Die Runde besprach, wie sich die Aufgaben der beiden Häuser zusammenlegen lassen. "
        "Dazu gibt es drei Vorschläge."
    )


def test_markdown_marks_become_headings_lists_and_tables() -> None:
    source = (
        "# Titel\n\n**Ziel:** Ein *gutes* Netz.\n\n* eins\n* zwei\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n"
    )
    raw = read_file(source.encode(), "a.md")
    assert [(block.kind, block.text) for block in raw.blocks] == [
        ("heading", "Titel"),
        ("paragraph", "Ziel: Ein gutes Netz."),
        ("list", "- eins\n- zwei"),
        ("table", "A | B\n1 | 2"),
    ]


def test_short_lines_of_markdown_are_joined_only_where_the_whole_text_is_wrapped() -> None:
    people = "Petra Kruse, Leiterin des Demografiemanagements\nDr. Jan Wolters, Stadt Aalen"
    prose = "In Aalen tagten gestern alle, die für Bauhof und Archiv zuständig sind. " * 3
    unwrapped = read_file(f"{prose}\n\n{people}\n".encode(), "a.md")
    assert unwrapped.blocks[-1].text == people
    wrapped = "In Aalen tagten gestern alle, die dort für\nBauhof und Archiv zuständig sind."
    assert "dort für Bauhof" in read_file(wrapped.encode(), "a.md").blocks[0].text


def test_running_text_goes_on_though_the_next_word_would_have_fitted() -> None:
    narrow = (
        "»Wir haben lange über die Haftung geredet«,\nerinnert sich Plaues Bürgermeisterin\n"
        "Iris Wenzel. Am Ende genügten vier Seiten.\nAuch der Kreis gab\nseinen Segen."
    )
    assert "Bürgermeisterin Iris Wenzel" in read_file(narrow.encode(), "a.md").blocks[0].text
    people = "Petra Kruse\nLeiterin des Bauhofs\nJan Wolters\nKämmerer\nStadt Aalen"
    assert read_file(people.encode(), "a.md").blocks[0].text == people


def test_a_telephone_number_ends_an_entry() -> None:
    people = (
        "Stadt Soest, Paul Adler, Tel. 02921 103-1234\nStadt Werl, Ina Berg, ib(at)werl.example"
    )
    text = f"Es fragen gern:\n{people}\nKreis Soest, Ute Kern"
    assert read_file(text.encode(), "a.txt").blocks[0].text == text


def test_a_word_file_is_read_in_its_order() -> None:
    document = docx.Document()
    document.add_heading("Vergabe", level=1)
    document.add_paragraph("Zwei Städte vergeben gemeinsam.")
    document.add_paragraph("schneller", style="List Bullet")
    document.add_paragraph("billiger", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Federführung", "Stadt Lage"
    out = io.BytesIO()
    document.save(out)
    assert [(block.kind, block.text) for block in read_file(out.getvalue(), "a.docx").blocks] == [
        ("heading", "Vergabe"),
        ("paragraph", "Zwei Städte vergeben gemeinsam."),
        ("list", "- schneller\n- billiger"),
        ("table", "Federführung | Stadt Lage"),
    ]


def test_an_opendocument_file_is_read_in_its_order() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Vergabe"))
    document.body.append(odfdo.Paragraph("Zwei Städte vergeben gemeinsam."))
    document.body.append(odfdo.List(["schneller", "billiger"]))
    table = odfdo.Table("t")
    table.set_values([["Federführung", "Stadt Lage"]])
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    assert [(block.kind, block.text) for block in read_file(out.getvalue(), "a.odt").blocks] == [
        ("heading", "Vergabe"),
        ("paragraph", "Zwei Städte vergeben gemeinsam."),
        ("list", "- schneller\n- billiger"),
        ("table", "Federführung | Stadt Lage"),
    ]


def a_mail(*, html: bool = False) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "WG: Größeres Bündnis", "Stadt Löhne <a@example.org>"
    mail["Date"] = "Fri, 23 Apr 2021 09:12:00 +0200"
    words = "Die Stadt Löhne tritt dem Bündnis bei. Es umfasst nun vier Städte und einen Kreis."
    mail.set_content(f"<p>{words}</p>" if html else words, subtype="html" if html else "plain")
    return mail


@pytest.mark.parametrize("html", [False, True])
def test_a_mail_is_its_words_with_subject_sender_and_date(html: bool) -> None:  # noqa: FBT001 - pytest hands it over by name
    raw = read_file(a_mail(html=html).as_bytes(), "a.eml")
    assert "Die Stadt Löhne tritt dem Bündnis bei." in raw.text
    assert raw.meta.title == "Größeres Bündnis"
    assert (raw.meta.publisher, raw.meta.date) == ("Stadt Löhne", "2021-04-23")


def test_attachments_are_documents_of_their_own() -> None:
    mail = a_mail()
    mail.add_attachment(
        a_docx("Die Anlage."), maintype="application", subtype="docx", filename="../Anlage.docx"
    )
    mail.add_attachment(b"...", maintype="image", subtype="png", filename="logo.png")
    found = list(members(mail.as_bytes(), "post.eml"))
    assert [member.name for member in found] == ["post.eml", "post.eml/Anlage.docx"]
    assert read_file(found[1].content, found[1].name).text == "Die Anlage."


def test_bytes_tell_more_than_the_suffix() -> None:
    page = [(60.0, 700.0, 10.0, "Dieser Satz steht in einem PDF.")]
    assert read_file(a_pdf(page), "falsch.docx").text == "Dieser Satz steht in einem PDF."
