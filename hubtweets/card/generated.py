"""README files that training libraries generate: which parts are theirs, and which a person has written.

Known are transformers' Trainer, peft, TRL, sentence-transformers, SetFit and AutoTrain. Titles and sentences are those
of their templates (transformers `modelcard.py`, huggingface_hub `modelcard_template.md`, which peft fills in, TRL
`lm_model_card.md` and `rm_model_card.md`, sentence-transformers and setfit `model_card_template.md`). In a section of
theirs, what their templates write there is theirs; every other line is a person's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, NamedTuple

from hubtweets._shared import frontmatter
from hubtweets.card import sections
from hubtweets.card.written import Part, Written

_MARKS = {
    "transformers": r"This model card has been generated automatically according to the information (?:the Tr|Ker)a"
    r"|\[More Information Needed\](?s:.{0,20000})This model card has been automatically generated\.",
    "trl": r"^It has been trained using \[TRL\]",
    "setfit": r"^This is a \[SetFit\]\(",
    "sentence-transformers": r"^This is a \[[^\]\n]{1,60}\]\(https?://(?:www\.)?(?i:sbert\.net)",
    "autotrain": r"^# Model Trained Using AutoTrain",
    "peft": r"^# Model Card for Model ID|^- PEFT \d",
}
_COMPLETED = re.compile(
    r"^### (?:Training hyperparameters\n+The following hyperparameters were used during training:"
    r"|Framework versions\n+- Transformers )",
    re.MULTILINE,
)
"""A Trainer's card whose first comment a person has removed, as it asks for."""

_TITLES = {
    "transformers": """training procedure|training hyperparameters|training results|framework versions|
        training: evaluation results""",
    "peft": "training procedure|framework versions",
    "trl": "quick start|training procedure|framework versions|citations",
    "sentence-transformers": """model details|model description|model sources|full model architecture|usage|
        direct usage (sentence transformers)|direct usage (transformers)|downstream usage (sentence transformers)|
        out-of-scope use|evaluation|metrics|training details|training dataset|training datasets|evaluation dataset|
        evaluation datasets|training hyperparameters|non-default hyperparameters|all hyperparameters|training logs|
        framework versions|citation|bibtex|training time|training configuration|environmental impact|
        training hardware|additional resources""",
    "setfit": """model details|model description|model sources|model labels|evaluation|metrics|uses|
        direct use for inference|downstream use|out-of-scope use|training details|training set metrics|
        training hyperparameters|training results|framework versions|citation|bibtex|environmental impact|
        training hardware""",
    "autotrain": "validation metrics|usage",
}
_OWN = {
    name: frozenset(title.strip() for title in titles.replace("\n", "").split("|")) for name, titles in _TITLES.items()
}
_UNFILLED = re.compile(
    r"(?:[-*+] +)?(?:\*\*[^*\n]{1,80}\*\*:? *)?(?:\[?more information needed\]?|_?\[?todo\]?_?)[.:]?", re.IGNORECASE
)
"""A line that says nothing but that something is to be written there, with its label before it."""

_MEASURED = "It achieves the following results on the evaluation set:"
_LINK = r"\[[^\]\n]*\]\([^)\n]*\)"
_SENTENCES = re.compile(
    rf"""This\ model\ (?:is\ a\ fine-tuned\ version\ of\ {_LINK}|was\ trained\ from\ scratch)
          (?:\ on\ (?:an\ unknown|the\ (?:[^.\n]|\.(?=\S)){{1,400}})\ dataset)?s?\.(?!\S)
      | {re.escape(_MEASURED)}
      | The\ following\ hyperparameters\ were\ used\ during\ training:
      | It\ has\ been\ trained\ using\ \[TRL\]\([^)\n]*\)\.
      | This\ model\ was\ trained\ with\ [\w\ -]{{2,40}}
          (?:,\ a\ method\ introduced\ in\ \[[^\n]{{1,300}}\]\([^)\n]*\))?\.
      | Cite\ [A-Z][\w\ -]{{1,40}}\ as:
      | This\ is\ a\ \[SetFit\]\([^)\n]*\)\ model\ [^\n]{{0,400}}?can\ be\ used\ for\ [\w\ ]{{1,60}}\.
          (?:\ This\ SetFit\ model\ uses\ {_LINK}\ as\ the\ Sentence\ Transformer\ embedding\ model\.)?
          (?:\ An?\ (?:{_LINK}|[\w.]{{1,60}})\ instance\ is\ used\ for\ classification\.)?
          (?:\ In\ particular,\ this\ model\ is\ in\ charge\ of\ [\w\ ]{{1,60}}\.)?
      | This\ is\ an?\ {_LINK}\ model\ [^\n]{{1,800}}?\ It\ (?:maps|computes)\ [^\n]{{1,300}}?
          (?:can\ be\ used|useful)\ for\ [^.\n]{{1,200}}\.
      | (?:First|Then)\ (?:install\ the|you\ can\ load\ this)\ [\w\ ]{{1,60}}[.:]
      | You\ can\ finetune\ this\ model\ on\ your\ own\ dataset\.
      | The\ model\ has\ been\ trained\ using\ an\ efficient\ few-shot\ learning\ technique\ that\ involves:
      | This\ model\ was\ trained\ within\ the\ context\ of\ a\ larger\ system\ for\ ABSA,\ which\ looks\ like\ so:
      | \d\.\ (?:\*\*)?(?:Fine-tuning\ a\ {_LINK}\ with\ contrastive\ learning|Use\ (?:a\ spaCy|this|a)\ [^\n]{{1,120}}
          |Training\ a\ classification\ head\ with\ features\ from\ the\ fine-tuned\ Sentence\ Transformer)\.(?:\*\*)?
      | The\ following\ `bitsandbytes`\ quantization\ config\ was\ used\ during\ training:
      | No\ validation\ metrics\ available
      | Carbon\ emissions\ were\ measured\ using\ {_LINK}\.
      | This\ is\ the\ model\ card\ of\ a\ [^\n]{{1,40}}model\ that\ has\ been\ pushed\ on\ the\ Hub\.
          \ This\ model\ card\ has\ been\ automatically\ generated\.
      | This\ model\ was\ trained\ using\ AutoTrain\.(?:\ For\ more\ information,\ please\ visit\ {_LINK}\.)?
      | (?:You\ can\ use\ cURL\ to\ access\ this\ model|Or\ Python\ API):
      | \[<img\ src="[^"\n]*"\ [^\n]{{1,200}}(?:badge|Visualize\ in)[^\n]*\]\([^)\n]*\)""",
    re.VERBOSE,
)
"""What their templates say, at a line's beginning; what stands behind it on the line is a person's."""

_LABELS = """Model Type|Base model|Maximum Sequence Length|Output Dimensionality|Similarity Function|
    Supported Modalit(?:y|ies)|Maximum (?:Query|Document) Length|Training Datasets?|Languages?|License|Documentation|
    Repository|Hugging Face|Paper|Blogpost|Sentence Transformer(?: body)?|Classification head|spaCy Model|
    SetFitABSA (?:Aspect|Polarity) Model|
    Number of (?:Classes|Output Labels)|Training|Evaluation|Total|Energy Consumed|Carbon Emitted|Hours Used|On Cloud|
    GPU Model|CPU Model|RAM Size|Column Mapping""".replace("\n    ", "").replace(" ", r"\ ")
_PACKAGES = (
    r"Transformers|Pytorch|PyTorch|TensorFlow|Datasets|Tokenizers|PEFT|TRL|Python|Sentence\ Transformers|SetFit"
    r"|Accelerate|spaCy|Keras|Flax|Jax|Adapters|Pylate|PyLate|Unsloth"
)
_ITEMS = re.compile(
    rf"""[-*]\ (?:
        \*\*(?:{_LABELS}):?\*\*:?(?:\ .*)?
      | `\w+`:\ .* | (?:\w+_\w+|seed|optimizer|loss|margin):\ .*
      | (?:{_PACKAGES}):?\ v?\d[\w.+-]*
      | (?:Problem\ type|CO2\ Emissions[^:\n]*|Model\ ID):\ .*
      | (?:Size|Columns|Approximate\ statistics|Samples|Loss|Datasets?)\b.* | Evaluated\ with\ .*
      | The\ bold\ row\ denotes\ the\ saved\ checkpoint\. | \[[^\]\n]+\]\(https://huggingface\.co/blog/[\w-]+\):\ .*
      )""",
    re.VERBOSE,
)
"""Their list items, whole."""

_NUMBER = re.compile(r"(?:[-*] )?\w[\w ./-]{0,60}: (?:-?\d[\d.e+-]*|nan|\{.*)")
"""A metric, as the Trainer lists it at a card's beginning and AutoTrain under a heading."""

_TABLE = re.compile(r"\| *(?:Train(?:ing)? Loss|Epoch|Step|Metric|Label|Training set|Model|) *\|")
_CODE = re.compile(
    r"""(?:`{3,}|~{3,})\w*\s+(?:pip\ install|\$\ curl|from\ (?:sentence_transformers|setfit|transformers)\ import
        |\#\ pip\ install|import\ (?:torch|json)|[\w]{1,40}(?:Transformer|Encoder)\(|\#\ Load\ model)""",
    re.VERBOSE,
)
_CITES = re.compile(r"Cite [A-Z][\w -]{1,40} as:\Z")
_CITED = frozenset({"bibtex", "citation", "citations"})
_FOLDED = re.compile(
    r"<details><summary>(?:Click to [^<\n]{1,60}</summary>\s*|(?P<name>[^<\n]{1,200})</summary>\s*#### (?P=name)\s*)\Z"
)
"""How their templates begin what is folded: long lists, and each of many data sets, whose heading follows."""

_BUILT_WITH = re.compile(
    r"^\[<img src=\"https://raw\.githubusercontent\.com/[\w-]+/axolotl/[^\n]*\n+"
    r"(?:<details><summary>See axolotl config</summary>\n(?s:.{0,60000}?)\n</details>(?:<br>)?\n)?",
    re.MULTILINE,
)
"""Axolotl's badge and configuration, which names files of the machine."""

_COMMENT = re.compile(
    r"(^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)|\Z))|<!--.*?(?:-->|\Z)", re.DOTALL | re.MULTILINE
)

_KEYS = frozenset(
    """base_model library_name pipeline_tag model-index model_index model_name licence hubtweets
    co2_eq_emissions generated_from_trainer base_model_relation""".split()  # noqa: SIM905
)
_OF_TRAINING_TEXTS = frozenset({"sentence-transformers", "setfit", "autotrain"})
"""Who writes `widget` with texts of the training data, and `inference`."""

_TAGS = re.compile(
    r"""generated(?:_from_\w+)? | trl | sft | (?:async-)?grpo | (?:online-)?dpo | cpo | orpo | xpo | kto | bco | ppo
      | gkd | prm | rloo | nash-md | minillm | reward-trainer
      | transformers | sentence-transformers | setfit | peft | lora | autotrain | base_model:.* | dataset_size:.*
      | loss:.* | sentence-similarity | feature-extraction | text-classification | dense | text-generation""",
    re.VERBOSE | re.IGNORECASE,
)


class Generated(NamedTuple):
    """A generated README in its parts.

    `by` is what generated it; `data` its whole front matter; `text` the body; `written` what a person wrote: the keys
    that the record has no place for, and the sections and paragraphs.
    """

    by: str
    data: dict[str, Any]
    text: str
    written: Written


def read_generated(text: str) -> Generated | None:
    """The parts of a README that a library generated, or None where none is known to have done so.

    Raises:
        CardReadError: when its front matter cannot be read.
    """
    parts = frontmatter.split(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    by = next((name for name, mark in _MARKS.items() if re.search(mark, parts.body, re.MULTILINE)), None)
    by = by or ("transformers" if _COMPLETED.search(parts.body) else None)
    if by is None:
        return None
    data = frontmatter.load(parts.yaml or "")
    body = _unfolded(_BUILT_WITH.sub("", _COMMENT.sub(lambda match: match[1] or "", parts.body)))
    return Generated(by, data, parts.body, Written(_keys(data, by), tuple(_parts(body, by))))


def _keys(data: dict[str, Any], by: str) -> dict[str, Any]:
    theirs = _KEYS | {"license", "license_name", "license_link", "language", "datasets"}
    if by in _OF_TRAINING_TEXTS:
        theirs |= {"widget", "inference"}
    keys = {key: value for key, value in data.items() if key not in theirs}
    tags = keys.pop("tags", None)
    tags = [tags] if isinstance(tags, str) else tags if isinstance(tags, list) else []
    own = [tag for tag in tags if isinstance(tag, str) and not _TAGS.fullmatch(tag)]
    return {**keys, "tags": own} if own else keys


def _unfolded(body: str) -> str:
    """The body without the `<details>` that their templates put around something; a person's stay."""
    lines = [*sections.fenced(sections.split_lines(body))]
    kept: list[str] = []
    opened: list[bool] = []  # whether each that is open is theirs
    for number, (line, code) in enumerate(lines):
        if not code and line.startswith("<details") and "</details" not in line:
            following = next((text for text, _ in lines[number + 1 : number + 4] if text.strip()), "")
            opened.append(any(_FOLDED.fullmatch(text) for text in (line, line + following)))
            if opened[-1]:
                continue
        elif not code and line.strip() == "</details>" and opened and opened.pop():
            continue
        kept.append(line)
    return "".join(kept)


def _parts(body: str, by: str) -> Iterator[Part]:
    """What a person wrote, section by section."""
    above: list[tuple[int, str]] = []  # the headings that a section stands under, itself among them
    named = False  # whether the card's own heading has come
    for section in sections.split(body):
        while above and above[-1][0] >= section.level:
            above.pop()
        above.append((section.level, section.key[0]))
        titles = frozenset(title for _, title in above)
        own = section.level == 0 or (section.level == 1 and not named)
        named = named or section.level == 1
        theirs = own or not titles.isdisjoint(_OWN[by])
        lines = section.lines[1:] if section.level else section.lines
        kept = tuple(_written_blocks(sections.blocks(lines), by, titles, theirs=theirs))
        if kept:
            yield Part("", 0, kept) if own else Part(section.title, max(section.level, 2), kept)


def _written_blocks(blocks: list[str], by: str, titles: frozenset[str], *, theirs: bool) -> Iterator[str]:
    """`titles` are those of the section and of what it stands under."""
    cited, measured = not titles.isdisjoint(_CITED), False
    for block in blocks:
        text = block.strip("\n").rstrip()
        if not text:
            continue
        code = text.lstrip().startswith(("```", "~~~"))
        if theirs and cited and text.startswith("```bibtex"):
            continue
        cited = cited or _CITES.match(text) is not None
        measured = "validation metrics" in titles or _MEASURED in text or (measured and text[:2] in ("- ", "* "))
        if theirs and (_CODE.match(text) or _TABLE.match(text)):
            continue
        kept = text if code or text.startswith("|") else _kept_lines(text, theirs=theirs, measured=measured)
        if not kept.strip() or (by in ("peft", "transformers") and kept.strip() in _blank_template()):
            continue
        if all(_UNFILLED.fullmatch(line.strip()) for line in kept.splitlines() if line.strip()):
            continue
        cited = cited and not kept.rstrip().endswith(":")  # a person may announce a citation too
        yield kept.strip("\n")


def _kept_lines(block: str, *, theirs: bool, measured: bool) -> str:
    """A block without the lines of theirs, and what is indented under them; `measured`: metrics are among them."""
    kept: list[str] = []
    dropped = False
    for line in block.split("\n"):
        if dropped and line[:1] in (" ", "\t") and line.strip():
            continue
        text = line.strip()
        sentence = _SENTENCES.match(text)
        rest = text[sentence.end() :].strip() if sentence else text
        item = theirs and (_ITEMS.fullmatch(text) or (measured and _NUMBER.fullmatch(text)))
        dropped = bool(item) or (sentence is not None and not rest)
        if item or (sentence and not rest):
            continue
        if text.startswith(("```", "~~~")) and theirs and not any(part.strip() for part in kept):
            return ""  # the code that a sentence of theirs announces
        kept.append(line if not sentence else rest)
    return "\n".join(kept)


@functools.cache
def _blank_template() -> frozenset[str]:
    """The blocks of huggingface_hub's template, which peft fills in: what stands there word for word is nobody's."""
    template = files("huggingface_hub") / "templates" / "modelcard_template.md"
    text = re.sub(r'\{\{[^}]*default\("([^"]*)"[^}]*\}\}', r"\1", template.read_text("utf-8"))
    return frozenset(block.strip() for block in sections.blocks(sections.split_lines(_COMMENT.sub("", text))))
