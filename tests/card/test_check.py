"""Every planted fault is found where it is, and nothing else; good cards are left in peace."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hubtweets.card import check, fix, render
from hubtweets.card.checking import RULES
from hubtweets.record import LogEntry, ModelRecord, Run, from_json

HERE = Path(__file__).parent
DOCS = HERE.parent.parent / "docs" / "check-rules.md"
EXPECTED = json.loads((HERE / "faulty" / "expected.json").read_bytes())


def places(text: str) -> list[list[object]]:
    return sorted(
        ([finding.rule, finding.line, finding.column] for finding in check(text)),
        key=lambda place: [*place[1:], place[0]],
    )


def test_enough_faulty_cards() -> None:
    assert len(EXPECTED) >= 30
    assert {name.partition(".")[0] for name in EXPECTED} == RULES.keys()
    assert {path.name for path in (HERE / "faulty").glob("*.md")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_planted_fault_is_found(name: str) -> None:
    text = (HERE / "faulty" / name).read_text(encoding="utf-8")
    assert places(text) == EXPECTED[name]
    assert places(text.replace("\n", "\r\n")) == EXPECTED[name]


@pytest.mark.parametrize("name", ["by-hand.md", "ours.md"])
def test_good_cards(name: str) -> None:
    assert check((HERE / "good" / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("month", ["03", "05"])
def test_historical_cards(month: str) -> None:
    record = from_json((HERE / "golden" / f"huggingtweets-2021-{month}.json").read_bytes(), ModelRecord)
    thumbnail = [] if (record.thumbnail or "").startswith("https:") else ["http-link"]
    assert [finding.rule for finding in check(render(record))] == thumbnail
    assert check(render(record, "hubtweets@1").replace("http://www.huggingtweets", "https://www.huggingtweets")) == []


@pytest.mark.parametrize("name", EXPECTED)
def test_fixes(name: str) -> None:
    """What is called fixable is fixed, nothing else changes, and fixing again does nothing."""
    text = (HERE / "faulty" / name).read_text(encoding="utf-8")
    fixable = [finding for finding in check(text) if finding.fix]
    fixed, done = fix(text)
    assert {finding.rule for finding in done} == {finding.rule for finding in fixable}
    assert not [finding for finding in check(fixed) if finding.fix]
    assert (fixed == text) == (not fixable)
    assert fix(fixed) == (fixed, [])
    assert fix(text.replace("\n", "\r\n"))[0] == fixed.replace("\n", "\r\n")


FIXED = {
    "key-misspelled.licence.md": "\nlicense: mit\n",
    "license-unknown.case.md": "\nlicense: apache-2.0\n",
    "language-unknown.norwegian.md": "\n- 'no'\n",
    "pipeline-tag-unknown.space.md": "\npipeline_tag: text-generation\n",
    "base-model-id.url.md": "\nbase_model: openai-community/gpt2\n",
    "tags-shape.text.md": "\ntags: [huggingtweets]\n",
    "tags-shape.number.md": "\n- '2021'\n",
    "mojibake.robot.md": "# A bot 🤖 of Ann\n",
    "mojibake.accents.md": "voilà.\n",
    "http-link.known-host.md": "(https://www.huggingtweets.com/ann)",
    "code-unclosed.python.md": "It makes things up.\n```\n",
}


@pytest.mark.parametrize("name", FIXED)
def test_fixed_text(name: str) -> None:
    text = (HERE / "faulty" / name).read_text(encoding="utf-8")
    assert FIXED[name] not in text
    assert FIXED[name] in fix(text)[0]


HEAD, BODY = (
    "---\nlicense: mit\n",
    "---\n\n# A bot\n\n## How to use\n\nRun it.\n\n## Limits\n\nMany.\n\n## Data\n\nPosts.\n",
)
# What the Hub takes, although it looks odd: front matter, and text under it.
TAKEN = {
    "indented": ("  library_name: ml-agents\n  tags:\n  - x\n", ""),
    "braces": ("{license: mit, tags: [x]}\n", ""),
    "widget of sounds": (HEAD + "widget:\n- src: a.flac\n", ""),
    "widget of questions": (HEAD + "widget:\n- question: Who?\n  context: Me.\n", ""),
    "widget of sentences": (HEAD + "widget:\n- source_sentence: a\n  sentences: [b, c]\n", ""),
    "widget of tables": (HEAD + "widget:\n- structuredData: {x: [1]}\n", ""),
    "widget with labels": (HEAD + "widget:\n- text: a\n  output:\n  - {label: A, score: 1}\n", ""),
    "widget with a picture": (HEAD + "widget:\n- text: a\n  output: {url: a.png}\n", "<Gallery />"),
    "newer library": (HEAD + "library_name: lerobot\n", ""),
    "library in capitals": (HEAD + "library_name: PaddleOCR\n", ""),
    "newer licence": ("license: openmdw-1.1\n", ""),
    "several languages": (HEAD + "language: [en, deu, multilingual, code]\n", ""),
    "empty values": (HEAD + "datasets:\ntags:\nmetrics: []\n", ""),
    "relation": (HEAD + "base_model: a/b\nbase_model_relation: quantized\nnew_version: a/c\n", ""),
    "short row": (HEAD, "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 |"),
    "row too long, of a comment": (HEAD, "| a | b |\n| --- | --- |\n| 1 | 2 | <!-- see - there --> |"),
    "addresses with variables": (
        HEAD,
        "https://me:$HF_TOKEN@a.example https://ME:${T}@a.example https://me:HF_TOKEN@a.example https://me:xxxx@a.example",
    ),
    "row too long, of nothing": (HEAD, "| a | b |\n| --- | --- |\n| 1 | 2 | |"),
    "list under a table": (HEAD, "| a | b |\n| --- | --- |\n| 1 | 2 |\n- c"),
    "sounds and films": (HEAD, '<video controls src="https://e.example/a.mp4"></video> <audio src="a.flac"></audio>'),
    "words": (HEAD, "Sirve para todo el mundo. It finds TODO items and xxx."),
    "indented code": (HEAD, "Write:\n\n    TODO: x\n    <script>"),
    "ids of HTML": (HEAD, '<div id="sk-ef10a45c-ab11-415f-9e34-128e48ded9d8">x</div>'),
    "placeholders": (HEAD, "`hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`, sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_the_hub_takes_is_no_fault(name: str) -> None:
    front_matter, text = TAKEN[name]
    front_matter = front_matter if front_matter.startswith("---") else f"---\n{front_matter}"
    assert check(f"{front_matter}{BODY}\n{text}\n") == []


@pytest.mark.parametrize(
    ("stated", "meant"),
    [("fine-tune", "finetune"), ("Finetuned", "finetune"), ("Quantised", "quantized"), ("MERGED", "merge"),
     ("adapters", "adapter"), ("lora", None), ("finetune", "finetune")],
)  # fmt: skip
def test_a_relation_that_the_hub_ignores(stated: str, meant: str | None) -> None:
    text = f"{HEAD}base_model: a/b\nbase_model_relation: {stated}\n{BODY}"
    found = [(one.severity, one.rule) for one in check(text)]
    assert found == ([] if stated == meant else [("warning", "base-model-id")])
    assert fix(text)[0] == text.replace(f": {stated}\n", f": {meant or stated}\n")


def test_a_bare_no_is_norwegian_to_the_hub() -> None:
    (finding,) = check(f"{HEAD}language: no\ntags: [no, on]\n{BODY}")
    assert (finding.rule, finding.severity) == ("language-unknown", "note")


@pytest.mark.parametrize(
    ("key", "severity"),
    [
        ("license: license", "note"), ("license: Some Licence", "error"), ("license: [{a: b}]", "error"),
        ("library_name: brandnew", "note"), ("library_name: [x]", "error"), ("pipeline_tag: mind-reading", "note"),
        ("pipeline_tag: {a: b}", "error"), ("pipeline_tag: text-generaton", "warning"),
        ("metrics: [{wer: 1}]", "error"),
        ("model-index: [{name: a, results: [{task: {type: b}, metrics: [{type: c, value: 1}]}]}]", "warning"),
        ("model-index: [{name: a, results: [{task: {type: b}}]}]", "error"), ("language: dutch", "error"),
        ("datasets: [a/b/c]", "error"), ("base_model: [{name: GPT}]", "error"), ("tags: {a: b}", "error"),
    ],
)  # fmt: skip
def test_the_severity_follows_what_the_hub_does(key: str, severity: str) -> None:
    """What the list may be too old to know is a note; messages name values, not the reader's objects."""
    found = check(f"---\n{key}\n{BODY}")
    assert {finding.severity for finding in found} >= {severity}
    assert max(("note", "warning", "error").index(finding.severity) for finding in found) == (
        "note", "warning", "error"
    ).index(severity)  # fmt: skip
    assert not [finding for finding in found if "Node(" in finding.message]


@pytest.mark.parametrize(
    "text",
    [
        "licence: license\n", "licence: Some Licence\n", "pipeline-tag: [x]\n", "metric: [{wer: 1}]\n",
        "model_index:\n- name: x\n  results:\n  - task: {type: a}\n", "language_: dutch\n", "tag: x\n",
    ],
)  # fmt: skip
def test_a_fix_makes_no_new_fault(text: str) -> None:
    card = f"---\n{text}{BODY}"
    fixed, done = fix(card)
    assert {(finding.rule, finding.message) for finding in check(fixed)} <= {
        (finding.rule, finding.message) for finding in check(card)
    }
    assert (fixed == card) == (not done)
    good, _ = fix(card.replace("---\n", "---\nlibrary_name: PEFT\n", 1))  # beside one that may be fixed
    assert "library_name: peft\n" in good


def test_every_shared_case_is_as_expected(shared: Path) -> None:
    cases = shared / "cases" / "cards"
    wanted = json.loads((cases / "expected.json").read_bytes())
    errors = {"language-zh-CN.md", "language-dutch.md", "metrics-mapping.md", "model-index-config-null.md"}
    errors |= {"message-scalarnode.md"}
    warnings = {"fix-licence-trl.md", "fix-model_index-no-metrics.md", "spacy-no-dataset.md"}
    for name in wanted:
        if not name.endswith(".md"):
            continue
        text = (cases / name).read_text(encoding="utf-8")
        found = check(text)
        assert any(one.severity == "error" for one in found) == (name in errors), name
        assert bool(found) == (name in errors | warnings), name
        assert fix(text) == (text, []), name


def test_real_cards_have_no_false_errors(shared: Path) -> None:
    for path in sorted((shared / "cards" / "real").glob("*.md")):
        told = {finding.rule for finding in check(path.read_text("utf-8")) if finding.severity == "error"}
        assert told <= {"table-cells"}, path.name  # a bar in a display name does break the table


def test_what_people_add_is_no_fault() -> None:
    card = (HERE / "good" / "ours.md").read_text(encoding="utf-8")
    more = "    - type: bleu\n      value: 12.5\n"
    for old, new in (
        ("language:\n- en\n", "language:\n- en\n- fr\n"),
        ("      name: Held-out perplexity\n", "      name: Held-out perplexity\n" + more),
        ("tags:\n", "license: mit\ntags:\n- politics\n"),
        ("## Results\n", "## Results\n\nMeasured on a rainy day.\n"),
        ("| Retweets | 610 | 476 |\n", "| Retweets | 610 | 476 |\n| Replies | 12 | 40 |\n"),
    ):
        assert old in card
        assert check(card.replace(old, new, 1)) == []
    assert [finding.rule for finding in check(card.replace("value: 22.72", "value: 12.72", 1))] == ["record-differs"]


def test_tokens_are_not_repeated() -> None:
    token = "hf_" + "aB3" * 11
    (finding,) = check((HERE / "good" / "by-hand.md").read_text(encoding="utf-8") + f"\n{token}\n")
    assert finding.rule == "secret"
    assert token not in repr(finding)


@pytest.mark.thorough
@settings(max_examples=500, deadline=None)
@given(st.text() | st.text().map(lambda text: f"---\n{text}\n---\n{text}"))
@example("---\n*&\n---\n")
@example('---\nthumbnail: "\\x68ttp://a.b"\n---\n')
@example("---\nthumbnail: HTTP://a.b\n---\n")
@example("---\n,*&\n---")
@example("---\nwidget: !unknown x\n---\n")
@example("---\nhubtweets: !unknown x\n---\n")
def test_never_raises(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in check(text):
        assert 1 <= finding.line <= len(lines)
        assert finding.column >= 1
    fix(text)


def sections() -> dict[str, str]:
    """The rules' sections of the documentation, by rule."""
    parts = re.split(r"^### `([a-z-]+)`\n", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_rule_is_documented() -> None:
    assert list(sections()) == list(RULES)


@pytest.mark.parametrize("name", RULES)
def test_documentation_is_true(name: str) -> None:
    """The severity is right, the summary is the rule's own, and the example has the fault."""
    told = sections()[name]
    rule = RULES[name]
    assert f"**{rule.severity}**" in told
    assert rule.summary in told
    assert rule.hint in told
    cards = [path.read_text(encoding="utf-8") for path in (HERE / "faulty").glob(f"{name}.*.md")]
    fixable = any(finding.fix for card in cards for finding in check(card) if finding.rule == name)
    assert ("`--fix`" in told) == fixable
    match = re.search(r"^(`{3,})markdown\n(.*?)^\1$", told, re.MULTILINE | re.DOTALL)
    assert match is not None
    assert name in [finding.rule for finding in check(match[2])]


def test_two_evaluations_with_the_same_training_loss_are_no_fault() -> None:
    log = tuple(LogEntry(step=step, epoch=1.0, loss=5.9, eval_loss=5.7 + step / 1000) for step in (400, 401))
    text = render(ModelRecord(repo_id="me/x", accounts=(), run=Run(log_history=log)), "hubtweets@1")
    assert not [finding for finding in check(text) if finding.rule == "record-differs"]
    wrong = text.replace("| 5.9000 | 1.00 | 401 |", "| 5.9000 | 1.00 | 402 |")
    assert wrong != text
    assert [finding.rule for finding in check(wrong) if finding.severity == "error"] == ["record-differs"]
