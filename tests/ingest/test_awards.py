import pytest

from tests.ingest.texts import facts_of


@pytest.mark.parametrize(
    ("text", "award", "year"),
    [
        pytest.param(
            "Die Stadt Emden hat den Deutschen Nachhaltigkeitspreis 2022 gewonnen.",
            "Deutscher Nachhaltigkeitspreis",
            "2022",
            id="prize with its year",
        ),
        pytest.param(
            "Beim Landeswettbewerb „Digitale Kommune“ landete Emden 2021 auf dem dritten Platz.",
            "Landeswettbewerb Digitale Kommune",
            "2021",
            id="quoted competition",
        ),
        pytest.param(
            "Der Landkreis Aurich wurde im Mai 2020 mit dem European Energy Award ausgezeichnet.",
            "European Energy Award",
            "2020",
            id="English name",
        ),
        pytest.param(
            "Der Verein kürte das Vorhaben zum „Projekt des Jahres 2020“.",
            "Projekt des Jahres",
            "2020",
            id="crowned",
        ),
        pytest.param(
            "Der Verbund ist beim Bundeswettbewerb Klimaaktive Kommune 2023 ausgezeichnet worden.",
            "Bundeswettbewerb Klimaaktive Kommune",
            "2023",
            id="name in apposition",
        ),
        pytest.param(
            "Gewonnen hatte Emden den Nordic Broadband Award schon 2017.",
            "Nordic Broadband Award",
            "2017",
            id="the verb first",
        ),
        pytest.param(
            "Der Plan, der bis 2030 gilt, hat 2018 den Deutschen Verkehrspreis gewonnen.",
            "Deutscher Verkehrspreis",
            "2018",
            id="a year until which something lasts is not its year",
        ),
        pytest.param(
            "Als „Ort der Weite“ wurde der Lotse vom Ministerium in Hannover 2024 ausgezeichnet.",
            "Ort der Weite",
            "2024",
            id="honoured as something",
        ),
        pytest.param(
            "Für den Verbund hat es den Niedersächsischen Innovationspreis 2022 gegeben.",
            "Niedersächsischer Innovationspreis",
            "2022",
            id="given",
        ),
    ],
)
def test_an_award_has_its_competition_and_year(text: str, award: str, year: str) -> None:
    (found,) = facts_of(text).awards
    assert (found.award, found.year) == (award, year)


def test_category_rank_and_recipient_are_read() -> None:
    (award,) = facts_of(
        "Emden belegte beim Landeswettbewerb „Digitale Kommune“ 2021 in der Kategorie "
        "„Ländlicher Raum“ den zweiten Platz."
    ).awards
    assert (award.category, award.rank, award.recipient) == ("Ländlicher Raum", 2, "Emden")


def test_an_award_told_twice_is_one_award() -> None:
    (award,) = facts_of(
        "Emden hat den Innovationspreis 2022 gewonnen. "
        "Der Innovationspreis wurde in Berlin verliehen."
    ).awards
    assert len(award.evidence) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Der Strompreis ist 2022 gestiegen, Emden hat Geld bekommen.",
        "Emden bewirbt sich um den Deutschen Mobilitätspreis.",
        "Emden nahm am Wettbewerb teil.",
    ],
)
def test_prices_and_mere_entries_are_no_awards(text: str) -> None:
    assert facts_of(text).awards == ()


@pytest.mark.parametrize(
    ("text", "award"),
    [
        pytest.param(
            "Die Stadt Emden hat das Siegel „Gut erreichbar“ erhalten.",
            "Gut erreichbar",
            id="a bare head: the quoted name alone",
        ),
        pytest.param(
            "Dem Verbund wurde der Medienpreis „Goldene Feder“ verliehen.",
            "Medienpreis Goldene Feder",
            id="a telling head belongs to the name",
        ),
        pytest.param(
            "Beim Landeswettbewerb „Heimat neu“ landete Emden auf Rang zwei.",
            "Landeswettbewerb Heimat neu",
            id="a rank wins",
        ),
    ],
)
def test_a_quoted_name_behind_what_is_won_names_the_award(text: str, award: str) -> None:
    assert [found.award for found in facts_of(text).awards] == [award]


def test_a_profile_lists_awards_under_their_label() -> None:
    text = (
        "# Steckbrief\n\nBeteiligte: Stadt Emden, Stadt Aurich\n"
        "Auszeichnungen: „Dorf mit Zukunft“ 2021; 3. Platz im Wettbewerb „Land digital“ 2022\n"
    )
    awards = facts_of(text, kind="projektsteckbrief").awards
    assert [(award.award, award.year, award.rank) for award in awards] == [
        ("Dorf mit Zukunft", "2021", None),
        ("Land digital", "2022", 3),
    ]


def test_a_profile_without_an_award_says_so() -> None:
    text = "# Steckbrief\n\nBeteiligte: Stadt Emden\nAuszeichnungen: keine\n"
    assert facts_of(text, kind="projektsteckbrief").awards == ()


def test_a_category_alone_belongs_to_the_competition_named_before() -> None:
    (award,) = facts_of(
        "Im Bundeswettbewerb „Klimaorte“ sind gestern die Preisträger 2023 gekürt worden. In der "
        "Sparte „Kleine Städte“ ging Rang zwei an Emden."
    ).awards
    assert (award.award, award.category, award.rank) == (
        "Bundeswettbewerb Klimaorte",
        "Kleine Städte",
        2,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nein, Emden hat den Deutschen Schulpreis nicht gewonnen.",
        "Der Stückpreis lag unter dem Angebot, das Emden bekommen hatte.",
        "Emden verpasst den Landespreis, gewinnt aber Nachahmer.",
    ],
)
def test_what_was_not_won_is_no_award(text: str) -> None:
    assert facts_of(text).awards == ()


@pytest.mark.parametrize(
    ("text", "award", "year"),
    [
        pytest.param(
            "Emden darf sich seit 2021 „Fahrradfreundliche Kommune“ nennen.",
            "Fahrradfreundliche Kommune",
            "2021",
            id="may call itself",
        ),
        pytest.param(
            "Ausgezeichnet wurde Emden mit dem Spar-Euro 2023.", "Spar-Euro", "2023", id="with it"
        ),
        pytest.param(
            "3. April 2022: Wir freuen uns. Der Otto-Preis – dritter Platz – wurde in Emden "
            "vergeben.",
            "Otto-Preis",
            "2022",
            id="the day its item opens with",
        ),
    ],
)
def test_an_award_without_a_telling_noun_or_year_is_found(text: str, award: str, year: str) -> None:
    (won,) = facts_of(text).awards
    assert (won.award, won.year) == (award, year)


def test_a_list_of_awards_is_parted_behind_each_year() -> None:
    text = "# Steckbrief\n\nAuszeichnungen: European Energy Award (2019), Klimapreis 2021\n"
    found = facts_of(text, kind="projektsteckbrief").awards
    assert [(one.award, one.year) for one in found] == [
        ("European Energy Award", "2019"),
        ("Klimapreis", "2021"),
    ]
