"""Folders as training libraries leave them: the card says what is in them, and keeps what a person wrote."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubtweets import RunFolderError, card, push
from hubtweets._shared import frontmatter
from hubtweets._shared.progress import Progress
from hubtweets.card.generated import read_generated
from hubtweets.errors import HubtweetsWarning, InvalidCardError
from hubtweets.localhub import LocalHub
from hubtweets.publishing import readme
from hubtweets.publishing.published import Published
from tests.support.folders import BASE, KINDS, measure
from tests.support.models import trainer_folder
from tests.support.odd_hub import Rule
from tests.support.verbs import DO, Bench

REPO = "me/bot"
LOSS = ("| Loss |", "Evaluation")
SAYS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "causal": (
        {"library_name": "transformers", "pipeline_tag": "text-generation", "base_model": None, "license": None,
         "base_model_relation": None, "tags": ["ai-generated-text"]},
        ["A model for text generation.\n", "| learning_rate | 0.001 |", "| Perplexity |", "After training",
         'pipeline("text-generation", model="me/bot")', "reads at most 32 tokens", "- Seed: 7\n", "- Training time: "],
    ),
    "classifier": (
        {"library_name": "transformers", "pipeline_tag": "text-classification", "base_model": BASE,
         "base_model_relation": "finetune", "datasets": ["me/poems"], "tags": None},
        ["A model for text classification, fine-tuned from [me/base]", "- Labels: joy, anger\n",
         "| accuracy ↑ | poems |", "| f1 ↑ | poems | 0.5 |", 'pipeline("text-classification", model="me/bot")'],
    ),
    "seq2seq": (
        {"library_name": "transformers", "pipeline_tag": None, "base_model": None, "tags": None},
        ["A model for text-to-text generation.\n", "- Architecture: T5ForConditionalGeneration\n"],
    ),
    "lora": (
        {"library_name": "peft", "pipeline_tag": "text-generation", "base_model": BASE,
         "base_model_relation": "adapter", "tags": ["ai-generated-text", "lora"]},
        ["An adapter (LORA) for text generation on top of [me/base]", "rank 4, alpha 8", "`c_attn`",
         'AutoPeftModelForCausalLM.from_pretrained("me/bot")', 'AutoTokenizer.from_pretrained("me/base")'],
    ),
    "trl": (
        {"library_name": "transformers", "pipeline_tag": "text-generation", "base_model": BASE, "licence": None,
         "license": None, "base_model_relation": "finetune", "tags": ["ai-generated-text"], "model_name": None},
        ["Trained with SFT.\n", "- trl: 1.16.0\n", "| Perplexity |", "| 2.7756 | 0.33 | 1 | 3.3260 |"],
    ),
    "sentences": (
        {"library_name": "sentence-transformers", "pipeline_tag": "sentence-similarity", "base_model": BASE,
         "license": "apache-2.0", "language": ["en"], "widget": None, "tags": None},
        ["Trained with MultipleNegativesRankingLoss.\n", "- Dimensions: 16\n", "- Similarity: cosine\n",
         "- Training examples: 20\n", "| spearman_cosine ↑ | dev | -0.9 |", "SentenceTransformer("],
    ),
    "setfit": (
        {"library_name": "setfit", "pipeline_tag": "text-classification", "base_model": None, "widget": None},
        ["- Labels: good, bad\n", "| accuracy ↑ | 0.5 |", 'SetFitModel.from_pretrained("me/bot")', "- setfit: 1.2.0\n"],
    ),
    "completed": (
        {"license": "cc-by-4.0", "language": ["it"], "datasets": ["me/poems"], "new_version": "me/bot2",
         "tags": ["poetry"]},
        ["## Model description\n\nIt writes poems about trains.\n", "## Thanks\n\nTo the railway.\n",
         "Trained on my own laptop, in the garden.", "It has never seen a tram."],
    ),
}  # fmt: skip
SILENT_ABOUT = {
    "causal": ["Limits of", "License", "fine-tun", "How it was trained", "tokenizer="],
    "seq2seq": ["How to use", "Perplexity", "tokens at once", "fine-tun"],
    "lora": ["Perplexity |  |", "weights and reads"],
    "setfit": ["fine-tuned", "Training data"],
}
STAYS_OUT = (
    "optimizer.pt",
    "training_args.bin",
    "trainer_state.json",
    "all_results.json",
    "checkpoint-1",
    "checkpoint-2",
)
GOES_UP = {
    "causal": ["tokenizer.json"],
    "classifier": ["tokenizer.json"],
    "lora": ["adapter_config.json", "adapter_model.safetensors"],
    "sentences": ["modules.json", "1_Pooling/config.json", "sentence_bert_config.json"],
    "setfit": ["model_head.pkl", "config_setfit.json", "1_Pooling/config.json"],
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a kind, made once; tests that change it copy it."""
    home, there = tmp_path_factory.mktemp("made"), {}

    def folder(kind: str) -> Path:
        if kind not in there:
            there[kind] = home / kind
            KINDS[kind](there[kind])
        return there[kind]

    return folder


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalHub]:
    with LocalHub(tmp_path / "hub") as hub:
        monkeypatch.setenv("HF_TOKEN", hub.token)
        yield hub


def _push(hub: LocalHub, path: Path, **options: Any) -> tuple[Published, str]:
    done = push(path, repo_id=REPO, hub=hub.endpoint, **options)
    return done, _card(hub, done.commit)


def _card(hub: LocalHub, commit: str | None = None) -> str:
    from huggingface_hub import HfApi

    file = HfApi(endpoint=hub.endpoint, token=hub.token).hf_hub_download(REPO, "README.md", revision=commit)
    return Path(file).read_text("utf-8")


def _edit(hub: LocalHub, text: str) -> None:
    """What a person does on the Hub."""
    from huggingface_hub import HfApi

    api = HfApi(endpoint=hub.endpoint, token=hub.token)
    api.upload_file(path_or_fileobj=text.encode(), path_in_repo="README.md", repo_id=REPO)


@pytest.mark.thorough(every=4)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind(kind: str, made: Callable[[str], Path], tmp_path: Path, hub: LocalHub) -> None:
    from huggingface_hub import HfApi

    path = tmp_path / "out"
    shutil.copytree(made(kind), path)
    keys, words = SAYS[kind]
    done, text = _push(hub, path)
    files = HfApi(endpoint=hub.endpoint, token=hub.token).list_repo_files(REPO)
    again, _ = _push(hub, path)
    measure(path, eval_loss=1.25)
    newer, later = _push(hub, path)
    assert (done.action, again.action, newer.action) == ("changed", "none", "changed")
    data = frontmatter.load(frontmatter.split(text).yaml or "")
    assert {key: data.get(key) for key in keys} == keys
    body = frontmatter.split(text).body
    for word in words:
        assert word in body
    for word in SILENT_ABOUT.get(kind, []):
        assert word not in body, word
    for wrong in (
        "More Information",
        "More information",
        "huggingtweets\n",
        "AI BOT",
        "generated_from",
        "<!--",
        "Cite ",
    ):
        assert wrong not in text
    assert "1.2500" in later
    assert [line for line in later.splitlines() if "poems about" in line] == (
        ["It writes poems about trains."] if kind == "completed" else []
    )
    assert [finding for finding in card.check(text) if finding.severity != "note"] == []
    assert card.read(text).record is not None
    assert set(files).isdisjoint(STAYS_OUT)
    assert set(GOES_UP.get(kind, [])) <= set(files)
    assert sorted(done.files) == sorted(set(files) - {".gitattributes", "README.md"})
    assert {name for name in STAYS_OUT if (path / name).exists()} - {"all_results.json"} <= set(done.stays)


@pytest.mark.thorough
def test_paragraphs_that_come_later_reach_the_card(made: Callable[[str], Path], tmp_path: Path, hub: LocalHub) -> None:
    """The README of the folder is the base of the next merge: new there is new on the card, and so is what went."""
    path = tmp_path / "out"
    shutil.copytree(made("completed"), path)
    readme = path / "README.md"
    first = readme.read_text("utf-8")
    _push(hub, path)
    more = first.replace("about trains.\n", "about trains.\n\nAnd about boats.\n").replace(
        "new_version: me/bot2\n", "new_version: me/bot3\ninference: false\n"
    )
    readme.write_text(more.replace("\n## Thanks\n\nTo the railway.\n", "\n## Sources\n\nOld timetables.\n"), "utf-8")
    done, text = _push(hub, path)
    assert done.action == "changed"
    assert "## Model description\n\nIt writes poems about trains.\n\nAnd about boats.\n" in text
    assert "## Sources\n\nOld timetables.\n" in text
    assert "## Thanks" not in text
    assert ("new_version: me/bot3\n" in text, "new_version: me/bot2" in text, "inference: false" in text) == (
        True, False, True,
    )  # fmt: skip
    _edit(hub, text.replace("And about boats.\n\n", "").replace("Old timetables.", "Very old timetables."))
    again, _ = _push(hub, path)
    assert again.action == "none"
    measure(path, eval_loss=1.25)
    _, later = _push(hub, path)
    assert "And about boats." not in later, "a person took it out on the Hub"
    assert "## Sources\n\nVery old timetables.\n" in later
    assert "It writes poems about trains." in later


@pytest.mark.parametrize("kind", ["sentences", "setfit", "trl", "lora"])
def test_what_is_generated_is_no_persons(kind: str, made: Callable[[str], Path]) -> None:
    found = read_generated((made(kind) / "README.md").read_text("utf-8"))
    assert found is not None
    assert found.by == {"sentences": "sentence-transformers", "lora": "peft"}.get(kind, kind)
    assert (found.written.body, set(found.written.keys) - {"metrics"}) == ("", set())


PARAGRAPH = "We took out every poem that rhymes with *orange*."
LIST = "- The data is from 1950 to 1960.\n- No poem is in it twice."
TABLE = "| Reader | Liked it |\n| --- | --- |\n| Anna | yes |"


@pytest.mark.parametrize("block", [PARAGRAPH, LIST, TABLE, "> As they say."])
@pytest.mark.parametrize("kind", ["sentences", "setfit", "trl", "lora"])
def test_a_persons_blocks_stay_in_every_section(kind: str, block: str, made: Callable[[str], Path]) -> None:
    """Under each heading that the library wrote, and before and after what it wrote there."""
    text = (made(kind) / "README.md").read_text("utf-8")
    visible = _without_comments(text)
    headings = [line for line in visible.splitlines() if line.startswith("##") and text.count(f"{line}\n") == 1]
    assert len(headings) > 2
    for heading in headings:
        found = read_generated(text.replace(f"{heading}\n", f"{heading}\n\n{block}\n\n", 1))
        assert found is not None
        assert found.written.body == f"{heading}\n\n{block}", heading


def _without_comments(text: str) -> str:
    parts = text.split("<!--")
    return parts[0] + "".join(part.partition("-->")[2] for part in parts[1:])


def test_a_persons_sentence_on_a_generated_line_stays() -> None:
    text = (
        "---\ntags:\n- generated_from_trainer\n---\n\n<!-- This model card has been generated automatically according "
        "to the information the Trainer had access to. -->\n\n# out\n\nThis model is a fine-tuned version of [a/b]"
        "(https://huggingface.co/a/b) on an unknown dataset. It likes rain.\nIt achieves the following results on the "
        "evaluation set:\n- Loss: 2.8\n- Joy: much\n"
    )
    found = read_generated(text)
    assert found is not None
    assert found.written.body == "It likes rain.\n- Joy: much"


@pytest.mark.thorough
def test_a_data_set_in_the_metadata_is_not_said_to_be_what_was_measured_on(
    made: Callable[[str], Path], tmp_path: Path, hub: LocalHub
) -> None:
    """Somebody named the data set that they trained on; the Trainer does not say what its numbers are of."""
    path = tmp_path / "out"
    shutil.copytree(made("classifier"), path)
    (path / "README.md").write_text(
        f"---\nbase_model: {BASE}\ntags:\n- generated_from_trainer\ndatasets:\n- me/recipes\n---\n\n"
        "<!-- This model card has "
        "been generated automatically according to the information the Trainer had access to. -->\n\n# out\n",
        "utf-8",
    )
    _, text = _push(hub, path)
    assert "on [me/recipes](https://huggingface.co/datasets/me/recipes)" in text
    assert "| f1 ↑ | 0.5 |" in text  # two columns: no data set is named beside the number
    assert text.count("me/recipes") == 4  # datasets, the record, and the link in the first sentence


CASES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "peft-readme": ({"library_name": "peft", "base_model_relation": "adapter"}, ["An adapter (LORA)"]),
    "peft-no-readme": ({"library_name": "peft", "base_model_relation": "adapter"}, ["An adapter (LORA)"]),
    "trl-readme": ({"license": None, "licence": None, "base_model_relation": "finetune"}, ["- trl: 1.0.0"]),
    "trainer-completed": (
        {"license": "mit", "language": ["fr"], "datasets": ["me/recipes"]},
        ["## Model description\n\nWritten by hand: it makes French recipes.\n", "| accuracy ↑ | 0.91 |"],
    ),
    "bert": ({"pipeline_tag": "text-classification", "tags": None}, ["A model for text classification.\n"]),
}


@pytest.mark.thorough
@pytest.mark.parametrize("kind", CASES)
def test_those_of_the_cases(kind: str, shared: Path, tmp_path: Path, hub: LocalHub) -> None:
    script = shared / "cases" / "cards" / "make_push.py"
    subprocess.run([sys.executable, script, kind, tmp_path / "out"], check=True)
    keys, words = CASES[kind]
    done, text = _push(hub, tmp_path / "out")
    again, _ = _push(hub, tmp_path / "out")
    assert (done.action, again.action) == ("changed", "none")
    data = frontmatter.load(frontmatter.split(text).yaml or "")
    assert {key: data.get(key) for key in keys} == keys
    for word in words:
        assert word in text
    assert "More Information Needed" not in text
    assert [finding for finding in card.check(text) if finding.severity != "note"] == []


def test_a_persons_readme_is_not_taken_for_generated() -> None:
    assert read_generated("---\nlicense: mit\n---\n\n# By hand\n\nMore information needed, by me.\n") is None


def test_a_pickle_is_told(world: Bench, tmp_path: Path) -> None:
    """It has to go up, as SetFit loads its head from it; whoever pushes is told what it is."""
    warned: list[str] = []

    class Says(Progress):
        def warn(self, text: str) -> None:
            if "a pickle" in text:
                warned.append(text)

    folder = trainer_folder(tmp_path / "out")
    options: Any = {"hub": world.hub.endpoint, "ledger": tmp_path / "ledger.sqlite3"}
    push(folder, repo_id="me/no-pickle", progress=Says(), **options)
    assert warned == []
    (folder / "model_head.pkl").write_bytes(b"head")
    push(folder, repo_id="me/pickle", progress=Says(), **options)
    assert len(warned) == 1
    assert "model_head.pkl" in warned[0]
    assert "model_head.pkl" in world.direct.list_files("me/pickle")


def test_metadata_that_the_hub_refuses_is_left_out_and_told() -> None:
    text = (
        "---\nmetrics: [{wer: 1}]\nthumbnail: [a]\nwidget: text\nlicense: my-own\ninference: false\ntags: [x]\n---\n\n"
        "<!-- This model card has been generated automatically according to the information the Trainer had access to. "
        "-->\n\n# out\n\n## Model description\n\nIt rhymes.\n\n# Thanks\n\nTo the railway.\n"
    )
    found = readme.generated(text)
    assert found is not None
    assert found.written.keys == {"inference": False, "tags": ["x"]}
    assert [told.partition(":")[0] for told in readme.left_out(found)] == ["license", "metrics", "thumbnail", "widget"]
    assert found.written.body == "## Model description\n\nIt rhymes.\n\n## Thanks\n\nTo the railway."
    assert readme.generated("# Mine\n") is None
    assert readme.generated(None) is None


@pytest.mark.thorough
def test_a_card_that_the_hub_refuses_is_known_before_anything_is_sent(world: Bench, tmp_path: Path) -> None:
    folder = trainer_folder(tmp_path / "out")
    options: Any = {"repo_id": "me/refused", "hub": world.odd.endpoint, "ledger": tmp_path / "ledger.sqlite3"}
    refused = ("license: my-own", "tags: {a: [}", "model-index: 3", "language: dutch")
    for metadata in refused:
        (folder / "README.md").write_text(f"---\n{metadata}\n---\n\n# Mine\n", "utf-8")
        with pytest.raises(InvalidCardError, match=r"The Hub refused the card of me/refused: Invalid metadata.*: .+"):
            push(folder, **options)
    assert world.odd.asked("POST") == world.odd.asked("POST /api/validate-yaml") == len(refused)
    with pytest.warns(HubtweetsWarning, match="This would be refused: The Hub refused the card"):
        assert push(folder, dry_run=True, **options).action == "planned"
    (folder / "README.md").write_text("---\nlicense: mit\n---\n\n# Mine\n", "utf-8")
    world.odd.seen.clear()
    assert push(folder, **options).action == "changed"
    assert world.odd.asked("POST /api/validate-yaml") == 1


@pytest.mark.thorough
def test_nothing_is_trained_for_a_card_that_the_hub_refuses(world: Bench, tmp_path: Path) -> None:
    errors = {"errors": [{"message": '"tags" must not have birds'}]}
    world.odd.rules = [Rule("validate-yaml", status=400, body=json.dumps(errors))]
    with pytest.raises(InvalidCardError, match='"tags" must not have birds'):
        DO["publish"](world._replace(trained=tmp_path / "work"), "me/birds", ledger=tmp_path / "ledger.sqlite3")
    assert world.odd.asked("POST") == 1
    assert list(tmp_path.glob("work/**/*.safetensors")) == []


def test_a_token_in_the_readme_is_not_published(world: Bench, tmp_path: Path) -> None:
    folder = trainer_folder(tmp_path / "out")
    token = "hf_" + "aB3" * 11
    (folder / "README.md").write_text(f"# Mine\n\n{token}\n", "utf-8")
    with pytest.raises(RunFolderError, match="holds a Hugging Face token") as caught:
        push(folder, repo_id="ann/bot", hub=world.hub.endpoint)
    assert token not in str(caught.value)


def test_an_adapter_of_a_base_that_is_only_here(made: Callable[[str], Path], tmp_path: Path, hub: LocalHub) -> None:
    """peft keeps the folder that its base was loaded from: nobody else has that."""
    path = tmp_path / "out"
    shutil.copytree(made("lora"), path)
    (path / "README.md").unlink(missing_ok=True)
    settings = json.loads((path / "adapter_config.json").read_text())
    base = tmp_path / "base"
    base.mkdir()
    (path / "adapter_config.json").write_text(json.dumps({**settings, "base_model_name_or_path": str(base)}))
    with pytest.warns(HubtweetsWarning, match="Nobody else can load this adapter.*--base-model"):
        push(path, repo_id=REPO, hub=hub.endpoint)
    from huggingface_hub import HfApi

    api = HfApi(endpoint=hub.endpoint, token=hub.token)

    def named() -> object:
        return json.loads(Path(api.hf_hub_download(REPO, "adapter_config.json")).read_text())["base_model_name_or_path"]

    assert named() is None
    push(path, repo_id=REPO, hub=hub.endpoint, base_model=BASE)
    assert named() == BASE
