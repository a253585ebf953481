import os
from pathlib import Path

import pytest

from api.lock import writer_lock
from ontology.errors import InUseError


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    lock = tmp_path / "writer.lock"
    with (
        writer_lock(lock),
        pytest.raises(InUseError, match=f"Process {os.getpid()} is writing"),
        writer_lock(lock),
    ):
        pass


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "writer.lock"
    with pytest.raises(ValueError, match="broken"), writer_lock(lock):
        raise ValueError("broken")
    with writer_lock(lock):
        assert lock.exists()
