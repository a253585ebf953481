import json
from pathlib import Path

import pytest

from ingest.kinds import Traits, kind_of
from ingest.language import language_of
from ingest.manifest import ManifestEntry, read_manifest
from ingest.pipeline import read_document, read_file_as_document
from ontology.errors import UsageError

BODY = (
    "Die beiden Städte prüfen Ausschreibungen künftig gemeinsam. Das spart Zeit und Geld, und die "
    "Räte haben dem Vorhaben zugestimmt."
)


def read(text: str, name: str = "a.txt", manifest: ManifestEntry | None = None):  # type: ignore[no-untyped-def]  # noqa: ANN201 - a shorthand of these tests
    return read_file_as_document(text.encode(), name, manifest=manifest)


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Musterstadt, 4. September 2019. Die Räte haben zugestimmt.", "2019-09-04"),
        ("Datum: Freitag, 23. April 2021", "2021-04-23"),
        ("Stand: 8. Nov. 2023", "2023-11-08"),
        ("Vermerk vom | 01.09.2022", "2022-09-01"),
        ("04.09.2019", "2019-09-04"),
        ("Die Räte hatten am 4. September 2019 zugestimmt.", None),
        ("Der Verband betreibt vom 1. August 2025 an die Halle.", None),
        ("Vom 1. August 2025 an heißt er anders.", None),
        ("Mit Wirkung vom 1. Juli 2020 übertrugen sie die Aufgabe.", None),
        ("Online ist die Karte seit dem 15. Mai 2021. Sie wächst.", None),
    ],
)
def test_a_document_bears_the_date_of_its_label_or_dateline(head: str, date: str | None) -> None:
    assert read(f"{head}\n\n{BODY}").date == date


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("Herausgeberin: Stadt Musterhausen", "Stadt Musterhausen"),
        ("Herausgegeben von der Gemeinde Musterdorf", "Gemeinde Musterdorf"),
        ("Herausgeber: Kreis Musterland | Pressestelle", "Kreis Musterland"),
        ("© 2023 Musterhauser Tageblatt", "Musterhauser Tageblatt"),
    ],
)
def test_the_imprint_names_the_publisher(foot: str, publisher: str) -> None:
    assert read(f"{BODY}\n\n{foot}").publisher == publisher


@pytest.mark.parametrize(
    ("words", "rights"),
    [
        ("Lizenz: CC BY 4.0", "cc-by-4.0"),
        ("Lizenz: CC BY-SA 4.0", "cc-by-sa-4.0"),
        ("Veröffentlicht unter CC0", "cc0"),
        ("Amtliches Werk nach § 5 UrhG", "official-work"),
        ("Lizenz: CC BY-NC 4.0", "all-rights-reserved"),
        ("Alle Rechte vorbehalten", "all-rights-reserved"),
        ("", "all-rights-reserved"),
    ],
)
def test_rights_are_reserved_unless_the_text_gives_them(words: str, rights: str) -> None:
    assert read(f"{BODY}\n\n{words}").rights == rights


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Beschlussvorlage 17/2022", "Beschlussvorschlag: Der Rat stimmt zu.", "ratsvorlage"),
        ("Niederschrift", "Anwesend: zehn\nTagesordnung\nTOP 1", "workshop-protokoll"),
        ("Projektsteckbrief Netz", "Laufzeit: 2020\nZiel: Netz", "projektsteckbrief"),
        ("Smart-City-Strategie", "Handlungsfelder\nMaßnahmenplan", "strategiepapier"),
        ("Zwei Bauhöfe", "Pressemitteilung\n\nHerausgeber: Stadt A", "pressemitteilung"),
        ("Zwei Bauhöfe", "Die Bauhöfe ziehen zusammen.", "sonstiges"),
    ],
)
def test_the_kind_is_read_from_the_wording(title: str, text: str, kind: str) -> None:
    assert kind_of(Traits(title, text)) == kind


def test_a_newspaper_writes_articles_and_an_office_press_releases() -> None:
    assert kind_of(Traits("Bauhof", "Text.", publisher="Musterhauser Zeitung")) == "zeitungsartikel"
    assert kind_of(Traits("Bauhof", "Text.", publisher="Stadt Musterhausen")) == "pressemitteilung"


def test_titles_in_capitals_are_written_as_the_text_writes_them() -> None:
    document = read(f"PRESSEMITTEILUNG\n\nSTÄDTE PRÜFEN GEMEINSAM\n\n{BODY}")
    assert document.title == "Städte prüfen gemeinsam"


def test_a_text_without_a_title_is_known_by_its_first_words() -> None:
    assert read(BODY).title == "Die beiden Städte prüfen Ausschreibungen künftig gemeinsam"


def test_languages_are_told_by_their_small_words() -> None:
    assert language_of(BODY) == "de"
    assert language_of("The towns and the county have agreed to share what they know.") == "en"


def test_the_manifest_goes_first_field_by_field() -> None:
    entry = ManifestEntry("a.txt", title="Neuer Titel", kind="newsletter")
    document = read(f"Stand: 8. November 2023\n\n{BODY}", manifest=entry)
    assert (document.title, document.kind, document.date) == (
        "Neuer Titel",
        "newsletter",
        "2023-11-08",
    )


def test_a_manifest_is_read_by_file_name_and_ignores_where_facts_came_from(tmp_path: Path) -> None:
    path = tmp_path / "manifest.jsonl"
    row = {
        "file": "a.pdf",
        "kind": "newsletter",
        "date": None,
        "facts_from": ["https://example.org"],
    }
    path.write_text(json.dumps(row) + "\n\n", encoding="utf-8")
    entry = read_manifest(path)["a.pdf"]
    assert (entry.kind, entry.date, entry.source) == ("newsletter", None, None)


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"file": "b", "kind": "roman"}', '{"file": "b", "date": 7}']
)
def test_a_broken_line_of_a_manifest_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_text(f'{{"file": "a.pdf"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_manifest(path)


def test_a_reading_is_the_same_every_time() -> None:
    content = f"Stand: 8. November 2023\n\n{BODY}".encode()
    assert read_document(content, "a.txt") == read_document(content, "a.txt")
