"""The bundled editor is the one that its recipe builds, and goes along with its licences."""

import hashlib
import json
import re
from pathlib import Path

API = Path(__file__).parents[2] / "api"
RECIPE = API / "editor"
BUNDLE = (API / "static" / "sparql-editor.js").read_text("utf-8")


def test_the_bundle_was_built_from_the_recipe_as_it_is() -> None:
    digest = hashlib.sha256()
    for name in ("build.js", "editor.js", "package-lock.json"):
        digest.update((RECIPE / name).read_bytes())
    found = re.match(r"/\* Built from api/editor \((\w+)\)", BUNDLE)
    assert found, "run `make editor`"
    assert found[1] == digest.hexdigest(), "api/editor changed: run `make editor`"


def test_every_package_is_pinned_and_of_an_open_licence() -> None:
    package = json.loads((RECIPE / "package.json").read_text("utf-8"))
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", one) for one in package["devDependencies"].values())
    licences = (API / "static" / "sparql-editor.licences.txt").read_text("utf-8")
    heads = re.findall(r"^(@?[\w/-]+) \d[\w.]* \((.+)\)$", licences, re.MULTILINE)
    assert {licence for _, licence in heads} <= {"MIT", "Apache-2.0", "BSD-3-Clause", "ISC"}
    assert {"@codemirror/view", "codemirror-lang-sparql", "style-mod"} <= {
        name for name, _ in heads
    }
    assert licences.count("Copyright") >= len(heads)


def test_the_bundle_asks_nobody_else() -> None:
    assert not re.findall(r"https?://(?:cdn|unpkg|esm|fonts)", BUNDLE)
    assert "eval(" not in BUNDLE
    assert "new Function" not in BUNDLE
