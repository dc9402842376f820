"""Data sets on the Hub that keep what is nobody else's business: posts, jobs, who was taken down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hubtweets.errors import UsageError

if TYPE_CHECKING:
    from huggingface_hub import HfApi


def make_private(api: HfApi, dataset: str, kept: str) -> None:
    """Make a private data set where there is none of that name, and see that one that is there is private.

    Args:
        dataset: `namespace/name`.
        kept: what it keeps, as a plural noun; the error says so.

    Raises:
        UsageError: when it is public.
        HfHubHTTPError: when the Hub refuses.
    """
    api.create_repo(dataset, repo_type="dataset", private=True, exist_ok=True)
    check_private(api, dataset, kept)


def check_private(api: HfApi, dataset: str, kept: str) -> None:
    """See that a data set is private; for `kept` and the errors see `make_private`."""
    if not api.dataset_info(dataset).private:
        raise UsageError(
            f"{dataset} is public; {kept} are kept in a private data set alone.",
            hint=f"hf repos settings {dataset} --type dataset --private",
        )
