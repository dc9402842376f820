"""The straight road: posts -> model -> card -> Hub. And the short one for a model that was trained elsewhere."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import msgspec

from hubtweets import card, hub, model, posts, record
from hubtweets.connect import connect
from hubtweets.errors import MergeConflictError, UsageError
from hubtweets.posts import Corpus, Filters
from hubtweets.posts.options import USUAL, Reading
from hubtweets.progress import SILENT, Progress
from hubtweets.record import DEFAULT_TEMPLATE, ModelRecord

NAMESPACE = "huggingtweets"

Action = Literal["trained", "pushed", "card", "unchanged", "would train", "would push", "would update the card"]

_LANGUAGE_SHARE = 0.1
"""Share of the posts whose language is known that a language needs to be named on the card."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What a publish did. `commit` is the repo's head afterwards, or None in a dry run of a repo that does not exist.

    `action`: `trained` (weights and card in one commit), `pushed` (the same for a folder), `card` (the card alone),
    `unchanged`, or what a dry run would have done. `changed` says whether there is a new commit.
    """

    repo_id: str
    url: str
    commit: str | None
    changed: bool
    action: Action
    record: ModelRecord

    def to_data(self) -> dict[str, Any]:
        """JSON-ready; the record in the form of the card's front matter."""
        data = {name: getattr(self, name) for name in self.__struct_fields__}
        return {**data, "record": record.to_data(self.record)}


def publish(
    handles: Sequence[str] = (),
    *,
    posts: Sequence[str] = (),
    hub: str | None = None,
    namespace: str = NAMESPACE,
    repo_id: str | None = None,
    private: bool = False,
    base_model: str = model.DEFAULT_BASE_MODEL,
    settings: model.Settings | None = None,
    filters: Filters | None = None,
    reading: Reading = USUAL,
    template: str | None = None,
    on_conflict: card.Policy = "stop",
    work_dir: Path | None = None,
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Published:
    """Fine-tune a model on the posts of one or more accounts, and publish it with its card.

    Where the repo has this very model already (the same posts, settings, base model and seed), nothing is trained; a
    card that reads differently is committed alone, and otherwise nothing is.

    Args:
        handles: the accounts, with or without `@`, in the order in which the card names them.
        posts: a source for each account, in the same order; without any, the X API.
        hub: an endpoint or `local:DIR`; default huggingface_hub's own.
        namespace: where the repo is; its name is the handles', unless `repo_id` says otherwise.
        private: for a repo that is made now.
        base_model: a Hub id, a folder, or `scratch:tiny`.
        settings: of the training; default `Settings.for_base(base_model)`.
        filters: which posts to leave out, and `reading` how they are fetched.
        template: name@version or path; default the card's own, or `hubtweets@1`.
        on_conflict: what to do where people's edits of the card touch what must change.
        work_dir: where training happens and is resumed from, and where the model then stays. By default a folder of
            the user's cache, removed when the model is on the Hub.
        dry_run: say what would be done; trains and commits nothing.

    Raises:
        HubtweetsError: one of its leaves; see `hubtweets.errors`.
    """
    settings = settings or model.Settings.for_base(base_model)
    if repo_id is not None:
        record.check_repo_id(repo_id)
    corpora = _read(handles, posts, filters or Filters(), reading, progress)
    repo_id = record.check_repo_id(repo_id or f"{namespace}/{record.slug(one.account.handle for one in corpora)}")

    with connect(hub) as client:
        base = model.find_base_model(base_model, endpoint=client.endpoint, token=client.token)
        fingerprint = _fingerprint(corpora, base, settings)
        remote = client.read_card(repo_id)
        before = _own_record(remote.text if remote else None)
        new = ModelRecord(
            repo_id=repo_id,
            template=template or (before.template if before else DEFAULT_TEMPLATE),
            accounts=tuple(corpus.account for corpus in corpora),
            base_model=base.name,
            base_model_revision=base.revision,
            language=_languages(corpora),
            fingerprint=fingerprint,
        )
        road = _Road(client, repo_id, private, on_conflict, dry_run, progress)
        if not dry_run:
            client.check_write(repo_id, exists=remote is not None)
        if before is not None and before.fingerprint == fingerprint and road.has_weights():
            kept = {name: getattr(before, name) for name in ("tracking", "run", "samples", "thumbnail", "extra")}
            return road.card_only(msgspec.structs.replace(new, **kept))
        if remote is not None:
            road.check_card(remote.text, new)
        if dry_run:
            return road.planned(new, "would train", remote.commit if remote else None)
        folder = (work_dir or _cache()) / fingerprint[:24]
        texts = {corpus.account.handle: corpus.texts for corpus in corpora}
        trained = model.fine_tune(texts, base, settings, folder, progress=progress)
        new = msgspec.structs.replace(new, run=trained.run, samples=trained.samples)
        kept_posts = sum(len(corpus.texts) for corpus in corpora)
        who = ", ".join(f"@{corpus.account.handle}" for corpus in corpora)
        published = road.everything(
            new, sorted(trained.folder.iterdir()), f"Fine-tuned on {kept_posts:,} posts of {who}", "trained"
        )
        if work_dir is None:
            shutil.rmtree(folder, ignore_errors=True)
        return published


def push(
    folder: Path,
    *,
    repo_id: str,
    hub: str | None = None,
    private: bool = False,
    base_model: str | None = None,
    template: str | None = None,
    on_conflict: card.Policy = "stop",
    dry_run: bool = False,
    progress: Progress = SILENT,
) -> Published:
    """Publish the output folder of a Trainer that ran elsewhere, with a card that states the facts of the run.

    A README.md in the folder that a person wrote is published as it is; one that the Trainer generated is replaced.
    Only files of the model are uploaded: no optimizer states, no pickled arguments, no logs.

    Args:
        base_model: what the card says the model was fine-tuned from; default what the folder itself says.

    Raises:
        RunFolderError: when `folder` is not a Trainer's output.
        HubError: when the Hub refuses.
    """
    record.check_repo_id(repo_id)
    found = model.read_trainer_folder(folder, progress=progress)
    with connect(hub) as client:
        remote = client.read_card(repo_id)
        before = _own_record(remote.text if remote else None)
        new = ModelRecord(
            repo_id=repo_id,
            template=template or (before.template if before else DEFAULT_TEMPLATE),
            accounts=before.accounts if before else (),
            base_model=base_model or found.base_model,
            run=found.run,
            fingerprint=_folder_fingerprint(found.files),
        )
        road = _Road(client, repo_id, private, on_conflict, dry_run, progress, written_card=found.card)
        if found.card is not None:
            progress.note("The folder has a README.md that a person wrote; it is published as it is.")
        if not dry_run:
            client.check_write(repo_id, exists=remote is not None)
        if before is not None and before.fingerprint == new.fingerprint and road.has_weights():
            kept = {name: getattr(before, name) for name in ("tracking", "samples", "thumbnail", "extra")}
            return road.card_only(msgspec.structs.replace(new, **kept))
        if remote is not None:
            road.check_card(remote.text, new)
        if dry_run:
            return road.planned(new, "would push", remote.commit if remote else None)
        return road.everything(new, found.files, "Publish a fine-tuned model", "pushed")


class _Road:
    """The last stretch, to one repo: cards merged with people's edits, and one commit."""

    def __init__(
        self,
        client: hub.Client,
        repo_id: str,
        private: bool,
        on_conflict: card.Policy,
        dry_run: bool,
        progress: Progress,
        written_card: str | None = None,
    ) -> None:
        self._client = client
        self._repo_id = repo_id
        self._private = private
        self._on_conflict = on_conflict
        self._dry_run = dry_run
        self._progress = progress
        self._written_card = written_card

    def has_weights(self) -> bool:
        return any(name.endswith((".safetensors", ".bin")) for name in self._client.files(self._repo_id))

    def merged(self, theirs: str | None, new: ModelRecord) -> str:
        """The new card with people's edits of the one on the Hub."""
        ours = self._written_card if self._written_card is not None else card.render(new)
        if theirs is None or self._written_card is not None:
            return ours
        result = card.merge(_as_rendered(theirs), theirs, ours, policy=self._on_conflict)
        if result.conflicts and self._on_conflict == "stop":
            places = ", ".join(sorted({conflict.place for conflict in result.conflicts}))
            raise MergeConflictError(
                f"People edited the card of {self._repo_id} where it has to change ({places}); it was left alone.",
                repo_id=self._repo_id,
                conflicts=[conflict._asdict() for conflict in result.conflicts],
                hint="Say which side counts there: --on-conflict keep-theirs, or --on-conflict keep-ours.",
            )
        return result.text

    def check_card(self, theirs: str | None, new: ModelRecord) -> None:
        """Find out about conflicts now, not after an hour of training."""
        self.merged(theirs, new)

    def card_only(self, new: ModelRecord) -> Published:
        if self._dry_run:
            remote = self._client.read_card(self._repo_id)
            same = remote is not None and self.merged(remote.text, new) == remote.text
            return self.planned(new, "unchanged" if same else "would update the card", remote and remote.commit)
        commit = hub.push(
            self._client, self._repo_id, card=lambda theirs: self.merged(theirs, new), message="Update the model card"
        )
        return self._done(new, commit, "card" if commit.changed else "unchanged")

    def everything(self, new: ModelRecord, files: Sequence[Path], message: str, action: Action) -> Published:
        commit = hub.push(
            self._client,
            self._repo_id,
            card=lambda theirs: self.merged(theirs, new),
            files={path.name: path for path in files},
            message=message,
            private=self._private,
            progress=self._progress,
        )
        return self._done(new, commit, action if commit.changed else "unchanged")

    def planned(self, new: ModelRecord, action: Action, commit: str | None) -> Published:
        url = self._client.url(self._repo_id)
        return Published(repo_id=self._repo_id, url=url, commit=commit, changed=False, action=action, record=new)

    def _done(self, new: ModelRecord, commit: hub.Commit, action: Action) -> Published:
        return Published(
            repo_id=self._repo_id,
            url=commit.url,
            commit=commit.commit,
            changed=commit.changed,
            action=action,
            record=new,
        )


def _read(
    handles: Sequence[str], specs: Sequence[str], filters: Filters, reading: Reading, progress: Progress
) -> list[Corpus]:
    names = [handle.strip().removeprefix("@") for handle in handles]
    if not names and not specs:
        raise UsageError("Whose posts?", hint="For example: hubtweets publish @me --posts twitter.zip")
    if len({name.lower() for name in names}) < len(names):
        raise UsageError("The same handle was given twice.", hint="Give each account once.")
    specs = list(specs) or [f"x:{name}" for name in names]
    if names and len(specs) != len(names):
        raise UsageError(
            f"There are {len(names)} handles and {len(specs)} sources of posts.",
            hint="Give one --posts for each handle, in the same order.",
        )
    corpora = []
    for number, spec in enumerate(specs):
        handle = names[number] if names else None
        source = posts.open_source(spec, handle=handle, reading=reading, progress=progress)
        corpora.append(posts.read_corpus(source, progress, filters=filters))
    return corpora


def _fingerprint(corpora: Sequence[Corpus], base: model.BaseModel, settings: model.Settings) -> str:
    """SHA-256 of everything that determines the weights and samples."""
    determines = {
        "recipe": model.RECIPE,
        "posts": sorted([corpus.account.handle, corpus.digest] for corpus in corpora),
        "base_model": base.name if base.revision is None else [base.name.partition(":")[0], base.revision],
        "settings": msgspec.to_builtins(settings),
    }
    return hashlib.sha256(msgspec.json.encode(determines, order="deterministic")).hexdigest()


def _folder_fingerprint(files: Sequence[Path]) -> str:
    """SHA-256 over the names and contents of a folder's model files."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as stream:
            while piece := stream.read(2**20):
                digest.update(piece)
    return digest.hexdigest()


def _languages(corpora: Sequence[Corpus]) -> tuple[str, ...]:
    """The languages that the sources say enough of the posts are in, most frequent first."""
    counts: dict[str, int] = {}
    for corpus in corpora:
        for code, count in corpus.languages.items():
            counts[code] = counts.get(code, 0) + count
    total = sum(counts.values())
    frequent = [code for code, count in counts.items() if count >= total * _LANGUAGE_SHARE]
    return tuple(sorted(frequent, key=lambda code: (-counts[code], code)))


def _own_record(text: str | None) -> ModelRecord | None:
    """The record that a card of ours carries; None for any other card."""
    if text is None:
        return None
    found = card.read(text)
    return found.record if found.record is not None and found.record.fingerprint else None


def _as_rendered(text: str) -> str:
    """The card as hubtweets or huggingtweets wrote it, before people edited it: the base of the merge.

    Empty where that cannot be known; everything that differs is then a conflict.
    """
    found = card.read(text)
    return card.render(found.record) if found.record is not None and found.generation == found.record.template else ""


def _cache() -> Path:
    import platformdirs

    return platformdirs.user_cache_path("hubtweets") / "runs"
