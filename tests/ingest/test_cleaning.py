import pytest

from ingest.boilerplate import is_boilerplate, is_section_end, is_section_menu
from ingest.cleaning import clean
from ingest.readers import Block, RawText


def paragraphs(*texts: str) -> RawText:
    return RawText(tuple(Block("paragraph", text) for text in texts))


@pytest.mark.parametrize(
    "line",
    [
        "Zum Inhalt springen",
        "Startseite › Rathaus › Presse",
        "Artikel merken | Drucken",
        "Kommentare (0) – Bitte melden Sie sich an, um zu kommentieren.",
        "Wir verwenden Cookies, um diese Website zu verbessern.",
        "Diese Website setzt Cookies ein. [Alle zulassen]",
        "Impressum · Datenschutz · © Stadt Musterhausen",
        "© 2024 Musterhauser Zeitung. Alle Rechte vorbehalten.",
        "Falls diese Nachricht nicht richtig dargestellt wird, klicken Sie hier.",
        "Zum Inhalt (Access key c)Zur Navigation (Access key h)",
        "Noch keine Kommentare. Bitte melden Sie sich an.",
        "* * *",
    ],
)
def test_lines_around_a_text_are_known(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Die Stadt setzt auf Beteiligung und stellt ihre Daten offen ins Netz.",
        "Herausgeberin: Stadt Musterhausen",
        "Federführung | Stadt Musterhausen",
        "Aufgabe | Zuständig | Zeitraum",
        "Kontakt: Anna Beispiel, Stadt Musterhausen",
        "Anna Beispiel (Stadt Lage), Bernd Muster (Kreis Lippe)",
        "Die Kommentare der Räte flossen in das Konzept von 2021 ein.",
        "Detmold/Lemgo. Zwei Städte legen ihre Ämter zusammen.",
        "Presse- und Öffentlichkeitsarbeit der Gemeinden werden gemeinsam erledigt.",
        "KREIS LIPPE",
    ],
)
def test_lines_of_a_text_are_kept(line: str) -> None:
    assert not is_boilerplate(line)
    assert not is_section_end(line)


@pytest.mark.parametrize(
    "line",
    [
        "Abo | E-Paper | Anzeigen",
        "Musterhausen | Lokalsport | Sauerland | Meinung",
        "Politik · Wirtschaft · Kultur · Aus der Region",
        "Leben in Musterhausen | Rathaus | Bürgerservice | Tourismus",
    ],
)
def test_a_row_of_sections_is_no_text(line: str) -> None:
    raw = paragraphs("Die Stadt teilt ihren Bauhof.", line)
    assert clean(raw).text == "Die Stadt teilt ihren Bauhof."
    assert clean(raw).dropped == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "Lage | Lemgo | Detmold",
        "Anna Beispiel | Kreis Lippe | Landrätin",
        "Teilnehmende: Stadt Lage | Stadt Lemgo | Kreis Lippe",
        "Wirtschaft | Kultur",
        "Kultur | 12 Stellen | 2025",
        "Kultur, Sport und Freizeit werden künftig zusammen verwaltet.",
        "Themen | Verkehr | Wohnen | Kultur",
        "Keine Kommentare der Räte flossen ein.",
        "Verkehr | Wir bauen den Bahnhof gemeinsam um | Bauen | Wohnen",
    ],
)
def test_what_is_no_row_of_sections_is_kept(line: str) -> None:
    assert not is_section_menu(line)
    assert clean(paragraphs(line)).text == line


def test_rows_of_a_table_may_name_sections() -> None:
    rows = "Kultur | Sport | Politik\nFrau Muster | Herr Vidal | Frau Koch"
    assert clean(paragraphs(rows)).text == rows
    table = RawText((Block("table", "Kultur | Sport | Politik"),))
    assert clean(table).text == "Kultur | Sport | Politik"


def test_a_teaser_takes_its_list_along_but_not_the_prose_after_it() -> None:
    raw = RawText(
        (
            Block("paragraph", "Das Netz steht."),
            Block("heading", "Das könnte Sie auch interessieren"),
            Block("list", "- Schwimmbad öffnet\n- Wetter"),
            Block("paragraph", "Nachtrag: Der Rat hat zugestimmt."),
        )
    )
    assert clean(raw).text == "Das Netz steht.\n\nNachtrag: Der Rat hat zugestimmt."


def test_marks_of_social_media_go_and_their_words_stay() -> None:
    raw = paragraphs("Neues aus #Bad #Salzuflen zur Kampagne „#5malklug“.")
    assert clean(raw).text == "Neues aus Bad Salzuflen zur Kampagne „#5malklug“."


def test_a_caption_said_twice_is_said_once() -> None:
    caption = "Unterzeichneten den Vertrag: Anna Beispiel und Bernd Muster."
    assert clean(paragraphs(caption, "Ein Satz.", caption)).text == f"{caption}\n\nEin Satz."


def test_white_space_and_hidden_characters_are_evened_out() -> None:
    raw = paragraphs("Die\u00a0Ver\u00adgabe\u200b  ist\tschnell.")
    assert clean(raw).text == "Die Vergabe ist schnell."


def test_what_was_taken_out_is_still_known() -> None:
    assert clean(paragraphs("Ein Satz.", "© Stadt Lage")).dropped == ("© Stadt Lage",)


def test_pages_and_headings_point_into_the_final_text() -> None:
    raw = RawText(
        (
            Block("heading", "Eins"),
            Block("paragraph", "Ein Satz\f geht weiter."),
            Block("paragraph", "\fImpressum | Datenschutz"),
            Block("heading", "Zwei"),
        ),
        has_pages=True,
    )
    cleaned = clean(raw)
    assert [cleaned.text[start:end] for start, end in cleaned.headings] == ["Eins", "Zwei"]
    first, second, third = cleaned.page_starts
    assert first == 0
    assert cleaned.text[second:].lstrip().startswith("geht weiter.")
    assert cleaned.text[third:] == "Zwei"
    assert "\f" not in cleaned.text
