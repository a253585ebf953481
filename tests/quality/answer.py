"""The README's question and its real answer.

usage: python -m tests.quality.answer [--write]

Prints the answer that the demonstration corpus gives; `--write` keeps it for the README.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["KEPT", "QUESTION", "answer", "main"]

ROOT = Path(__file__).parents[2]
KEPT = Path(__file__).with_name("answer.txt")
QUESTION = "Wer kümmert sich gemeinsam um Vergaben und Ausschreibungen?"


def answer(home: Path) -> str:
    """Return what the command line answers from an installation that holds the corpus."""
    command = [sys.executable, "-m", "api", "--home", str(home)]
    command += ["ask", QUESTION, "--asker", "Lemgo", "--limit", "1"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    return done.stdout.rstrip() + "\n"


def main(arguments: list[str]) -> int:
    """Read the corpus into a scratch installation and print or keep its answer."""
    with tempfile.TemporaryDirectory() as home:
        ingest = [sys.executable, "-m", "api", "--home", home, "ingest"]
        subprocess.run([*ingest, str(ROOT / "corpus" / "documents")], cwd=ROOT, check=True)
        text = answer(Path(home))
    if "--write" in arguments:
        KEPT.write_text(text, "utf-8")
    else:
        print(text, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
