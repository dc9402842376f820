"""The contract of templates: what they have, what they cannot reach, and how they fail."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from hubtweets._shared import frontmatter
from hubtweets.card import read, render, templates
from hubtweets.card.escape import FILTERS
from hubtweets.card.rendering import statements_of, variables
from hubtweets.errors import TemplateError
from hubtweets.record import Account, ModelRecord, Tracking, from_json

ROOT = Path(__file__).parent.parent.parent
GOLDEN = Path(__file__).parent / "golden"
JOE = from_json((GOLDEN / "huggingtweets-2021-05.json").read_bytes(), ModelRecord)
DOCS = ROOT / "docs" / "templates.md"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def rendered(folder: Path, source: str, record: ModelRecord = JOE, version: int = 1) -> str:
    (folder / f"{version}.md.j2").write_text(source, encoding="utf-8")
    templates.forget()
    return render(record, str(folder))


def test_those_that_come_with_hubtweets() -> None:
    assert templates.names() == (
        "hubtweets@1", "hubtweets@2", "huggingtweets-2021-03@1", "huggingtweets-2021-05@1",
    )  # fmt: skip
    assert render(JOE, "hubtweets") == render(JOE, "hubtweets@2")


def test_a_folder_a_file_and_a_version(mine: Path) -> None:
    for version in (1, 2, 10):
        (mine / f"{version}.md.j2").write_text(f"version {version}\n", encoding="utf-8")
    assert render(JOE, str(mine)) == "version 10\n"
    assert render(JOE, f"{mine}/") == "version 10\n"
    assert render(JOE, f"{mine}@2") == "version 2\n"
    assert render(JOE, str(mine / "1.md.j2")) == "version 1\n"


def test_blocks_are_overridden_and_the_record_stays(mine: Path) -> None:
    card = rendered(
        mine,
        '{% extends "hubtweets@1" %}\n{% block extra_metadata %}\nlicense: mit\n{% endblock %}\n'
        "{% block removal %}\n{{ super() }}Or write to {{ names[0] | md }}.\n\n{% endblock %}\n",
    )
    assert "\nlicense: mit\nhubtweets:\n" in card
    assert "whoever published it can take it down" in card
    assert "Or write to Joe Biden.\n" in card
    found = read(card).record
    assert found == msgspec.structs.replace(JOE, template="mine@1")


def test_macros_and_set_blocks_print(mine: Path) -> None:
    source = (
        "{% macro bold(text) %}**{{ text | md }}**{% endmacro %}{% set x %}{{ bold(title) }}{% endset %}{{ x }} {{ 3 }}"
    )
    assert rendered(mine, source) == "**Joe Biden** 3"


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("x\n{{ nothing | md }}", 2, "'nothing' is undefined"),
        ("x\n\n{{ record.nothing | md }}", 3, "no attribute 'nothing'"),
        ("{{ record.run.seed }}", 1, "'None' has no attribute 'seed'"),
        ("x\n{{ title }}", 2, "'Joe Biden' is printed without a filter"),
        ("{{ record.accounts[0].newest_post | md }}", 1, "None is printed"),
        ("x\n{% if %}", 2, "Expected an expression"),
        ("x\n{{ title | nothing }}", 2, "No filter named 'nothing'"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ('{% extends "nothing@1" %}', None, "nothing@1"),
        ("{{ title | num(2) }}", 1, "format"),
    ],
)
def test_failures_name_file_line_and_what_is_missing(mine: Path, source: str, line: int | None, told: str) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(mine, source)
    error = caught.value
    assert told in error.message
    assert error.line == line
    if line is not None:
        assert f"{mine / '1.md.j2'}, line {line}:" in error.message
        assert error.hint is not None
        assert "docs/templates.md" in error.hint


@pytest.mark.parametrize(
    "source",
    [
        "{{ record.__class__ | md }}",
        "{{ ().__class__.__bases__ | md }}",
        "{{ title.__class__.__mro__ | md }}",
        "{{ record['__class__'] | md }}",
        "{{ record | attr('__class__') | md }}",
        "{{ record.__post_init__() | md }}",
        "{{ record_yaml.__globals__ | md }}",
        "{{ record_yaml.__code__ | md }}",
        "{{ names.append('x') | md }}",
        "{{ '{0.__class__}'.format(record) | md }}",
        "{{ self.__init__ | md }}",
        "{{ cycler | md }}",
        "{{ lipsum() | md }}",
        "{{ range(9) | list | md }}",
        "{{ title | safe }}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{% include '../record.json' %}",
        "{% include '../other/1.md.j2' %}",
    ],
)
def test_templates_reach_neither_python_nor_files(mine: Path, source: str) -> None:
    (mine.parent / "record.json").write_text("secret", encoding="utf-8")
    (mine.parent / "other").mkdir()
    (mine.parent / "other" / "1.md.j2").write_text("secret", encoding="utf-8")
    with pytest.raises(TemplateError):
        rendered(mine, source)


@pytest.mark.parametrize(
    "template", ["", "nothing", "hubtweets@99", "hubtweets@0", "../x", "./nothing/", "a b", "hubtweets@1@1", "./x@²",
     f"hubtweets@{'9' * 5000}"],
)  # fmt: skip
def test_no_such_template(template: str) -> None:
    with pytest.raises(TemplateError) as caught:
        render(JOE, template)
    assert caught.value.template == template


def test_one_of_the_users_own_is_told_by_its_folder() -> None:
    with pytest.raises(TemplateError) as caught:
        render(msgspec.structs.replace(JOE, template="mine@2"))
    assert caught.value.hint is not None
    assert caught.value.hint.endswith("--template ./mine/")


def test_a_folder_called_as_ours_is_refused(tmp_path: Path) -> None:
    """Its cards would say `hubtweets@1`, and be taken for ours ever after."""
    (tmp_path / "hubtweets").mkdir()
    (tmp_path / "hubtweets" / "1.md.j2").write_text("x\n", encoding="utf-8")
    with pytest.raises(TemplateError, match="cannot be called 'hubtweets'"):
        render(JOE, f"{tmp_path}/hubtweets/")
    assert render(JOE, str(ROOT / "templates" / "hubtweets")) == render(JOE, "hubtweets@2")


def test_versions_are_found_beside_a_file_and_with_odd_names(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = mine.rename(mine.with_name("a@b"))
    for version in (1, 2):
        (odd / f"{version}.md.j2").write_text('{% extends "hubtweets@1" %}\n', encoding="utf-8")
    assert templates.sibling("a@b@1", f"{odd}/") == f"{odd}@1"
    monkeypatch.chdir(odd)
    assert templates.sibling("a@b@1", "2.md.j2") == f"{odd}@1"
    assert templates.sibling("a@b@3", "2.md.j2") is None


@pytest.mark.thorough
def test_the_same_bytes_on_every_machine() -> None:
    """Another hash seed, time zone, language and folder change nothing."""
    script = (
        "import sys; from hubtweets.card import render; from hubtweets.record import from_json; "
        "sys.stdout.buffer.write(render(from_json(sys.stdin.buffer.read()), 'hubtweets@1').encode())"
    )
    record = (GOLDEN / "huggingtweets-2021-05.json").read_bytes()
    found = set()
    for seed, zone, language in (("1", "UTC", "C"), ("2", "Asia/Tokyo", "tr_TR.UTF-8")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONPATH": str(ROOT)}
        found.add(
            subprocess.run(
                [sys.executable, "-c", script], input=record, env=env, cwd="/", capture_output=True, check=True
            ).stdout
        )
    assert found == {render(JOE, "hubtweets@1").encode()}


def test_a_fact_that_is_missing_leaves_its_section_out() -> None:
    card = render(ModelRecord(repo_id="me/bot", accounts=(Account(handle="ann", name="Ann"),)))
    for heading in ("## Samples", "## Training data", "## Training", "## Results"):
        assert f"{heading}\n" not in card
    for key in ("base_model", "language", "thumbnail", "model-index"):
        assert f"\n{key}:" not in card
    assert "None" not in card


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "img/avatar.jpg", "data:image/png;base64,x", "https:///", ""]
)
def test_an_address_that_leads_nowhere_is_left_out(address: str) -> None:
    record = ModelRecord(
        repo_id="me/bot",
        accounts=(Account(handle="ann", name="Ann", avatar_url=address),),
        tracking=Tracking(dataset_run=address, training_run=address),
    )
    body = frontmatter.split(render(record)).body
    assert "<img" not in body
    assert "Explore the data" not in body
    assert "The training run" not in body


@pytest.mark.parametrize("text", ["a", "it's", '"', "\\", "\\n", "a\nb", "\t", "\x00", "🤖", "\u2028", "'\\\"", ""])
def test_python_literals_say_what_went_in(text: str) -> None:
    for quote in ("'", '"'):
        written = FILTERS["python"](text, quote)
        assert ast.literal_eval(str(written)) == text
        assert "\n" not in written


def _documented(title: str) -> set[str]:
    section = DOCS.read_text(encoding="utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `([\w.]+)", section, re.MULTILINE))


def test_documentation_has_every_variable_filter_and_block() -> None:
    assert _documented("Variables") == set(variables(JOE)) | set(statements_of(JOE, variables(JOE)))
    assert _documented("Filters") == set(FILTERS)
    source = (ROOT / "templates" / "hubtweets" / "2.md.j2").read_text(encoding="utf-8")
    assert _documented("Blocks") == set(re.findall(r"{% block (\w+) %}", source))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("a\n{% macro more() %}{{ more() }}{% endmacro %}\n{{ more() }}\n", 2),
        ("a\n{% include '1.md.j2' %}\n", 2),
        ("a\n{% extends '1.md.j2' %}\n", 2),
        ("a\n{{ ('a' * 10**10) | md }}\n", 2),
        ("a\n{{ (10**10 * 'a') | md }}\n", 2),
        ("a\n{{ ([1] * 10**10) | length }}\n", 2),
        ("a\n{{ 7 ** (10**9) }}\n", 2),
        ("a\n{{ ('%10000000000d' % 1) | md }}\n", 2),
        ("a\n{{ '{:10000000000}'.format(1) | md }}\n", 2),
        ("a\n{{ 'a'.center(10**10) | md }}\n", 2),
        ("a\n{{ 'a'['center'](10**10) | md }}\n", 2),
        ("a\n{{ (5).to_bytes(10**10) | length }}\n", 2),
        ("a\n{{ ([1] | batch(10**10, 0) | list) | length }}\n", 2),
        ("a\n{{ ([1] | slice(10**10) | list) | length }}\n", 2),
        ("a\n{{ 1.5 | round(10**9, 'ceil') | num }}\n", 2),
        ("a\n{{ record_yaml(10**9) }}\n", 2),
        ("a\n" + "{% set x = 'ab' * 1000 %}" + "{% set x = x ~ x %}" * 40 + "{{ x | md }}\n", 2),
        ("a\n" + "{% set x = 'ab' * 1000 %}" + "{% set x = x | replace('a', x) %}" * 4 + "{{ x | md }}\n", 2),
        ("a\n" + "{% set x = [1, 2] %}" + "{% set x = [x, x] %}" * 40 + "{{ x == x }}\n", 2),
        ("a\n" + "{% set x = [1, 2] %}" + "{% set x = [x, x] %}" * 40 + "{{ x | join | md }}\n", 2),
        ("a\n{% set x = 'abc' * 1000 %}" + "{% for a in x %}" * 4 + "." + "{% endfor %}" * 4 + "\n", 2),
        (
            "{% macro a0() %}" + "a" * 1000 + "{% endmacro %}\n"
            + "".join(
                f"{{% macro a{n + 1}() %}}{{{{ a{n}() }}}}{{{{ a{n}() }}}}{{% endmacro %}}" for n in range(40)
            )
            + "{{ a40() }}\n",
            2,
        ),
        ("a\n{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}\n", None),
    ],
)  # fmt: skip
def test_what_would_never_end_is_refused(mine: Path, source: str, line: int | None) -> None:
    with pytest.raises(TemplateError) as caught:
        rendered(mine, source)
    assert str(mine / "1.md.j2") in str(caught.value)
    assert caught.value.line == line or line is None


def test_an_ordinary_template_is_far_from_the_bounds(mine: Path) -> None:
    source = "{% extends 'hubtweets@1' %}{% block limits %}{{ super() }}{{ ('a' * 100_000) | md }}{% endblock %}"
    assert "a" * 100_000 in rendered(mine, source)
    for _ in range(50):  # each rendering has a budget of its own
        render(JOE, str(mine))


@pytest.mark.parametrize("included", [False, True])
def test_links_that_leave_the_folder_are_refused(mine: Path, tmp_path: Path, *, included: bool) -> None:
    (tmp_path / "key").write_text("-----BEGIN PRIVATE KEY-----\n", encoding="utf-8")
    (mine / ("2.md.j2" if included else "1.md.j2")).symlink_to(tmp_path / "key")
    if included:
        (mine / "1.md.j2").write_text("{% include '2.md.j2' %}", encoding="utf-8")
    templates.forget()
    with pytest.raises(TemplateError, match="a link that leads out of its folder"):
        render(JOE, f"{mine}@1")


def test_links_inside_the_folder_and_to_it_are_followed(mine: Path, tmp_path: Path) -> None:
    rendered(mine, "one\n")
    (mine / "2.md.j2").symlink_to("1.md.j2")
    (tmp_path / "other").symlink_to(mine)
    templates.forget()
    assert render(JOE, str(tmp_path / "other")) == "one\n"


def test_a_file_too_large_is_refused(mine: Path) -> None:
    with pytest.raises(TemplateError, match="more than 1,048,576 bytes"):
        rendered(mine, "a" * (2**20 + 1))


@pytest.mark.parametrize(
    ("library", "task", "told"),
    [
        ("transformers", "text-generation", 'pipeline("text-generation", model="me/bot", trust_remote_code=True)'),
        ("transformers", "image-classification", 'model="me/bot", trust_remote_code=True)'),
        ("transformers", "translation", 'AutoModelForSeq2SeqLM.from_pretrained("me/bot", trust_remote_code=True)'),
        ("sentence-transformers", "sentence-similarity", 'SentenceTransformer("me/bot", trust_remote_code=True)'),
    ],
)
def test_a_model_with_code_of_its_own_is_loaded_with_it(library: str, task: str, told: str) -> None:
    record = ModelRecord(repo_id="me/bot", template="hubtweets@2", accounts=(), library=library, task=task)
    own = msgspec.structs.replace(record, custom_code=True)
    assert told in render(own)
    assert "```python\n# Loading runs the Python code in the model's repo: read that first.\n" in render(own)
    assert render(own).replace(", trust_remote_code=True", "").count("trust") == render(record).count("trust")
    assert read(render(own)).record == own
