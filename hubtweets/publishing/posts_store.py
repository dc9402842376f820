"""What posts were paid for, kept in a private data set on the Hub: for machines that keep nothing from run to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hubtweets._shared import disk
from hubtweets._shared.progress import Progress
from hubtweets.hub import HubClient
from hubtweets.hub.failures import translated
from hubtweets.publishing.private_datasets import check_private, make_private

if TYPE_CHECKING:
    from huggingface_hub import HfApi


class PostsStore:
    """The cache of the X API's answers of this machine, beside its copy in a private data set.

    Args:
        dataset: `namespace/name`; made, private, when it is missing.
    """

    def __init__(self, client: HubClient, dataset: str) -> None:
        import platformdirs

        self._client = client
        self._dataset = dataset
        self._folder = disk.private_folder(platformdirs.user_cache_path("hubtweets", appauthor=False) / "x")
        self._before: dict[str, str] = {}

    def _api(self) -> HfApi:
        from huggingface_hub import HfApi

        token = self._client.token_for(f"datasets/{self._dataset}")
        return HfApi(endpoint=self._client.endpoint, token=token or False, library_name="hubtweets")

    def fetch(self, progress: Progress) -> None:
        """Bring what earlier runs kept onto this machine; what is there already stays.

        Raises:
            UsageError: when the data set is public.
            TrustedPublishingError: when there is no token, and the data set does not take this CI job as a publisher.
            HubError: when the Hub refuses or does not answer.
        """
        api = self._api()
        with translated(api.endpoint, self._dataset), progress.task(f"Fetching the posts of {self._dataset}"):
            if self._client.token is not None:  # a trusted publisher's token is for what exists
                make_private(api, self._dataset, "posts")
            else:
                check_private(api, self._dataset, "posts")
            api.snapshot_download(self._dataset, repo_type="dataset", local_dir=self._folder, allow_patterns=["*/*"])
        self._before = self._digests()

    def keep(self, progress: Progress) -> None:
        """Commit what is new on this machine; nothing where nothing is.

        Raises:
            HubError: when the Hub refuses or does not answer.
        """
        from huggingface_hub import CommitOperationAdd

        new = [name for name, digest in self._digests().items() if self._before.get(name) != digest]
        if not new:
            return
        operations = [CommitOperationAdd(name, self._folder / name) for name in new]
        api = self._api()
        with translated(api.endpoint, self._dataset), progress.task(f"Keeping posts in {self._dataset}"):
            api.create_commit(
                self._dataset, operations, repo_type="dataset", commit_message=f"Posts read: {len(new)} files"
            )

    def _digests(self) -> dict[str, str]:
        files = {path.relative_to(self._folder): path for path in self._folder.rglob("*") if path.is_file()}
        # what huggingface_hub notes of its downloads is in a .cache of the folder itself
        return {
            name.as_posix(): disk.sha256(path) for name, path in sorted(files.items()) if ".cache" not in name.parts
        }
