"""The recipes of docs/analysis.md against a real server; the notebook is kept without outputs."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from api.settings import Settings
from tests.api.test_server import served

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOK = DOCS / "analysis.ipynb"


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) >= 6
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.mark.slow
def test_notebook_and_r_recipe_work_with_a_real_server(
    corpus_settings: Settings, tmp_path: Path
) -> None:
    with served(corpus_settings) as where:
        address = where.rstrip("/")
        environment = {
            "HOME": str(tmp_path),
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "NACHBARWISSEN_SPARQL": f"{address}/sparql",
            "JUPYTER_PLATFORM_DIRS": "1",
            "IPYTHONDIR": str(tmp_path),
        }
        output = tmp_path / "done.ipynb"
        done = subprocess.run(
            [sys.executable, "-m", "jupyter", "execute", f"--output={output}", str(NOTEBOOK)],
            check=False,
            capture_output=True,
            text=True,
            timeout=300,
            env=environment,
        )
        assert done.returncode == 0, done.stderr[-2000:]
        # URLencode(reserved = TRUE) of R escapes all but letters, digits and -._~
        query = "SELECT ?ags { ?town <https://w3id.org/nachbarwissen/ontology#ags> ?ags } LIMIT 3"
        answer = httpx.get(f"{address}/sparql?format=csv&query={quote(query, safe='')}")
        assert [len(row) for row in csv.reader(io.StringIO(answer.text))] == [1, 1, 1, 1]
    cells = json.loads(output.read_text("utf-8"))["cells"]
    shown = [cell["outputs"] for cell in cells if cell["cell_type"] == "code"]
    assert all(shown[1:])
