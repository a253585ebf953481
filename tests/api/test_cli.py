import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli import app, main
from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents

TEXTS = {
    "a.txt": "Die Stadt Lage und die Gemeinde Leopoldshöhe betreiben einen gemeinsamen Bauhof.",
    "b.txt": "Das Bauamt der Stadt Lemgo hat sein Archiv eingescannt.",
}
COMMANDS = (
    "ingest",
    "extract",
    "ask",
    "similar",
    "sparql",
    "serve",
    "status",
    "check",
    "export",
    "reindex",
    "forget",
    "link",
)
COUNT = "SELECT (COUNT(?d) AS ?n) WHERE { ?d a <https://w3id.org/nachbarwissen/ontology#Document> }"


@pytest.fixture(scope="module")
def taken(module_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    take(module_settings, write_documents(tmp_path_factory.mktemp("cli") / "in", TEXTS))
    return module_settings


@pytest.fixture
def home(taken: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the two documents, since some commands change it."""
    shutil.copytree(taken.home, tmp_path / "home")
    monkeypatch.setenv("NACHBARWISSEN_MODEL", taken.model)
    monkeypatch.setenv("NACHBARWISSEN_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(app, [str(each) for each in arguments], input=typed)


def status_of(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Return the exit status as a shell sees it, errors of ours included."""
    monkeypatch.setattr(sys, "argv", ["nachbarwissen", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example_and_the_exit_codes(command: str) -> None:
    text = " ".join(run(command, "--help").stdout.split())
    assert f"Example: nachbarwissen {command}" in text
    assert "Exit codes: 0 all done" in text


def test_help_lists_every_command() -> None:
    text = run("--help").stdout
    assert all(command in text for command in (*COMMANDS, "model"))


def test_the_version_is_printed() -> None:
    assert run("--version").stdout.startswith("nachbarwissen ")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["ingest", "/does/not/exist"], 2, id="no such folder"),
        pytest.param(["ingest"], 2, id="nothing named"),
        pytest.param(["ask"], 2, id="nothing asked"),
        pytest.param(["ask", " "], 2, id="blank question"),
        pytest.param(["ask", "a", "--questions", "b"], 2, id="asked twice"),
        pytest.param(["ask", "--questions", "/does/not/exist"], 2, id="no such questions"),
        pytest.param(["sparql", "SELECT WHERE"], 2, id="query does not parse"),
        pytest.param(["sparql", "DELETE WHERE { ?s ?p ?o }"], 2, id="update"),
        pytest.param(["sparql"], 2, id="no query"),
        pytest.param(["forget", "nobody.txt", "--yes"], 2, id="no such document"),
        pytest.param(["status", "--home", "/does/not/exist"], 2, id="no such home"),
        pytest.param(["nonsense"], 2, id="no such command"),
        pytest.param(["status"], 0, id="all done"),
    ],
)
def test_the_exit_status_tells_wrong_usage_from_success(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
) -> None:
    assert status_of(monkeypatch, *arguments) == status
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    assert bool(printed.err) == bool(status)
    assert bool(printed.out) == (not status)


@pytest.mark.usefixtures("home")
def test_an_answer_is_readable_and_names_town_proof_and_source() -> None:
    result = run("ask", "Wer hat sein Archiv eingescannt?")
    assert result.exit_code == 0
    assert "hat sein Archiv eingescannt" in " ".join(result.stdout.split())
    assert "Beleg:" in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("home")
def test_many_questions_give_one_object_a_line_in_their_order(tmp_path: Path) -> None:
    questions = tmp_path / "q.jsonl"
    rows = [
        {"id": "1", "query": "gemeinsamer Bauhof", "asker": "Lage"},
        {"id": "2", "query": "x y"},
    ]
    questions.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    result = run("ask", "--questions", questions, "--json")
    printed = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["id"], one["query"]) for one in printed] == [
        ("1", "gemeinsamer Bauhof"),
        ("2", "x y"),
    ]


@pytest.mark.usefixtures("home")
def test_a_broken_line_of_questions_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"query": "gut"}\n{"id": 2}\n', "utf-8")
    assert status_of(monkeypatch, "ask", "--questions", str(questions)) == 2
    assert "q.jsonl, line 2" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_conditions_narrow_the_answer() -> None:
    found = json.loads(run("ask", "Bauhof", "--limit", "1", "--json").stdout)
    assert len(found["results"]) == 1
    none = json.loads(run("ask", "Bauhof", "--since", "2090", "--json").stdout)
    assert none["answered"] is False
    assert none["note"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("output_format", "part"),
    [
        pytest.param("table", "│ 2 │", id="table"),
        pytest.param("json", '"value":"2"', id="json"),
        pytest.param("csv", "n\r\n2\r\n", id="csv"),
        pytest.param("xml", ">2</literal>", id="xml"),
    ],
)
def test_sparql_prints_each_format(output_format: str, part: str) -> None:
    result = CliRunner().invoke(app, ["sparql", COUNT, "--format", output_format])
    assert part in result.stdout_bytes.decode()


@pytest.mark.usefixtures("home")
def test_sparql_reads_a_file_and_prints_graphs_as_turtle(tmp_path: Path) -> None:
    file = tmp_path / "query.rq"
    file.write_text(f"CONSTRUCT {{ ?d a <urn:x:D> }} {COUNT.partition('AS ?n) ')[2]}", "utf-8")
    result = run("sparql", "-f", file, "--format", "turtle")
    assert result.stdout.count("urn:x:D") == 2
    assert run("sparql", "ASK { ?s ?p ?o }").stdout == "yes\n"


@pytest.mark.usefixtures("home")
def test_status_counts_and_lists() -> None:
    found = json.loads(run("status", "--json").stdout)
    assert found["counts"]["documents"] == 2
    assert [one["source_file"] for one in found["documents"]] == ["a.txt", "b.txt"]
    assert "documents       2" in run("status").stdout


def test_check_finds_what_does_not_agree(home: Path) -> None:
    assert run("check").exit_code == 0
    (folder,) = [path for path in (home / "archive").iterdir() if path.is_dir()][:1]
    (folder / "reading.json").unlink()
    result = run("check", "--json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["agrees"] is False
    assert folder.name in found["findings"][0]["what"]


@pytest.mark.usefixtures("home")
def test_export_overwrites_only_by_force(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "graph.nq"
    assert run("export", "--output", target).exit_code == 0
    first = target.read_bytes()
    assert b"/graph/document/" in first
    assert status_of(monkeypatch, "export", "--output", str(target)) == 2
    assert "--force" in capsys.readouterr().err
    assert run("export", "--output", target, "--force").exit_code == 0
    assert target.read_bytes() == first == run("export").stdout_bytes


@pytest.mark.usefixtures("home")
def test_export_writes_turtle_json_ld_and_a_table() -> None:
    assert run("export", "--format", "turtle").stdout.startswith("@prefix")
    assert json.loads(run("export", "--format", "jsonld").stdout)
    assert run("export", "--format", "csv").stdout.lstrip("\ufeff").startswith("iri,name,kind")


@pytest.mark.usefixtures("home")
def test_forget_asks_first_and_then_removes_everything() -> None:
    refused = run("forget", "a.txt", typed="n\n")
    assert refused.exit_code == 1
    assert json.loads(run("status", "--json").stdout)["counts"]["documents"] == 2
    assert run("forget", "a.txt", typed="y\n").exit_code == 0
    found = json.loads(run("status", "--json").stdout)
    assert [one["source_file"] for one in found["documents"]] == ["b.txt"]


def test_reindex_builds_the_index_anew(home: Path) -> None:
    before = run("ask", "gemeinsamer Bauhof", "--json").stdout
    (home / "index" / "passages.sqlite").write_bytes(b"")
    assert run("reindex").exit_code == 0
    after = run("ask", "gemeinsamer Bauhof", "--json").stdout
    assert json.loads(after)["results"] == json.loads(before)["results"]


def test_extract_prints_the_text_that_offsets_refer_to(tmp_path: Path) -> None:
    write_documents(tmp_path, TEXTS)
    text = CliRunner().invoke(app, ["extract", str(tmp_path / "a.txt"), "--text"]).stdout_bytes
    found = json.loads(run("extract", tmp_path / "a.txt", "--json").stdout)
    quotes = [one for town in found["municipalities"] for one in town["evidence"]]
    assert quotes
    assert all(text.decode()[one["start"] : one["end"]] == one["quote"] for one in quotes)


def test_a_real_process_keeps_data_and_messages_apart(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {**TEXTS, "leer.txt": ""})
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    environment = {
        "NACHBARWISSEN_HOME": str(settings.home),
        "NACHBARWISSEN_MODEL": settings.model,
        "PATH": "/usr/bin",
    }
    result = subprocess.run(
        [*command, "ingest", str(folder), "--json"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=120,
    )
    assert result.returncode == 1
    assert json.loads(result.stdout)["new"] == 2
    assert "leer.txt" in result.stderr
    assert "Traceback" not in result.stderr
