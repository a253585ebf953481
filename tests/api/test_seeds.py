from pathlib import Path

import pytest

from api.settings import Settings
from tests.conftest import take

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed documents are not beside this checkout")
def test_the_original_documents_are_all_taken_in_and_stay_unchanged(settings: Settings) -> None:
    seeds = sorted(SEEDS.glob("*.txt"))
    first = take(settings, SEEDS)
    assert (first.new, first.failed) == (len(seeds), [])
    second = take(settings, SEEDS)
    assert (second.unchanged, second.new) == (len(seeds), 0)
