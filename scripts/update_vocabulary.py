"""Makes _shared/vocabulary.json anew: what the Hub's metadata may say, from where the Hub's own pages take it.

Tasks and libraries come from the npm package @huggingface/tasks, languages from @huggingface/languages, keys from the
installed huggingface_hub, licences from the documentation of the Hub. Needs `npm` and `node`. What a list held once
stays in it: cards that name it are on the Hub still.

    python scripts/update_vocabulary.py [--licenses repositories-licenses.md]
"""

from __future__ import annotations

import argparse
import inspect
import json
import re
import subprocess
import tempfile
import urllib.request
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent.parent / "hubtweets" / "_shared" / "vocabulary.json"
LICENSES = "https://raw.githubusercontent.com/huggingface/hub-docs/main/docs/hub/repositories-licenses.md"
PACKAGES = ("@huggingface/tasks", "@huggingface/languages")
READ = """
const tasks = require("@huggingface/tasks"), languages = require("@huggingface/languages");
const named = (table, name) => Object.fromEntries(Object.entries(table).map(([id, entry]) => [id, entry[name]]));
console.log(JSON.stringify({
  tasks: named(tasks.PIPELINE_DATA, "name"),
  libraries: named(tasks.MODEL_LIBRARIES_UI_ELEMENTS, "prettyLabel"),
  languages: named(languages.LANGUAGES_ISO_639_1, "name"),
}));
"""


def from_npm() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """The three tables with their names, and the versions of the packages."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
        subprocess.run(command, cwd=folder, check=True)
        answer = subprocess.run(["node", "-e", READ], cwd=folder, check=True, capture_output=True, text=True)
        versions = {
            name: json.loads((Path(folder) / "node_modules" / name / "package.json").read_bytes())["version"]
            for name in PACKAGES
        }
    return json.loads(answer.stdout), versions


def licenses(source: str) -> list[str]:
    """The identifiers in the table of the documentation's page."""
    if source.startswith("https:"):
        with urllib.request.urlopen(source, timeout=60) as answer:
            page = answer.read().decode()
    else:
        page = Path(source).read_text("utf-8")
    table = page.partition("<!-- region licenses -->")[2].partition("<!-- endregion -->")[0]
    return re.findall(r"\|\s*`([^`]+)`\s*\|", table)


def keys() -> list[str]:
    """The keys that huggingface_hub writes into a model card."""
    from huggingface_hub import ModelCardData

    own = {"self", "kwargs", "eval_results", "ignore_metadata_errors", "model_name"}
    return [*(set(inspect.signature(ModelCardData.__init__).parameters) - own), "model-index"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--licenses", default=LICENSES, help="the documentation's page, as a file or an address")
    options = parser.parse_args()
    before: dict[str, Any] = json.loads(FILE.read_bytes()) if FILE.exists() else {}
    named, versions = from_npm()
    vocabulary = {
        "date": datetime.now(UTC).date().isoformat(),
        "sources": {**versions, "huggingface_hub": metadata.version("huggingface_hub"), "licenses": LICENSES},
        "licenses": list(dict.fromkeys([*licenses(options.licenses), *before.get("licenses", [])])),
        "keys": sorted({*keys(), *before.get("keys", [])}),
        **{name: {**before.get(name, {}), **table} for name, table in named.items()},
    }
    for table in ("tasks", "libraries", "languages"):
        vocabulary[table] = dict(sorted(vocabulary[table].items()))
    FILE.write_text(json.dumps(vocabulary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
