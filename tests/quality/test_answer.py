from pathlib import Path

import pytest

from api.settings import Settings
from tests.quality.answer import KEPT, answer


@pytest.mark.slow
def test_the_readme_shows_the_answer_that_the_corpus_gives(corpus_settings: Settings) -> None:
    assert answer(Path(corpus_settings.home)) == KEPT.read_text("utf-8"), "run `make docs`"
