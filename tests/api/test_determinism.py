import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus import documents_folder


def extracted(hash_seed: str) -> bytes:
    files = sorted(str(p) for p in documents_folder().iterdir() if p.suffix != ".jsonl")
    done = subprocess.run(
        [sys.executable, "-m", "api", "extract", *files, "--json"],
        env={"PYTHONHASHSEED": hash_seed, "PATH": ""},
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout


@pytest.mark.slow
def test_two_processes_read_the_same_out_of_every_document() -> None:
    # Python shuffles the order of sets by this seed; nothing read may depend on it.
    with ThreadPoolExecutor(2) as both:
        one, other = both.map(extracted, ("1", "2"))
    assert one.count(b"\n") == 64
    assert one == other
