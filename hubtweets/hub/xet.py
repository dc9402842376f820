"""Xet, huggingface_hub's way of sending large files, only where the Hub has it; LFS elsewhere, which every Hub has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hubtweets.hub.failures import translated
from hubtweets.hub.former import Client

_NO_XET = (404, 501)


@contextmanager
def where_there_is(client: Client, repo_id: str) -> Iterator[None]:
    """Large files that are sent to `repo_id` inside the block go over LFS when its Hub has no Xet.

    huggingface_hub sends by Xet whenever it is installed, and does not ask the Hub first; what a Hub without it answers
    would end the upload.

    Raises:
        HubUnreachableError: when the Hub does not answer.
    """
    from huggingface_hub import constants
    from huggingface_hub.utils import build_hf_headers, get_session

    if constants.HF_HUB_DISABLE_XET:
        yield
        return
    url = f"{client.endpoint}/api/models/{repo_id}/xet-write-token/main"
    with translated(client.endpoint, repo_id):
        status = get_session().get(url, headers=build_hf_headers(token=client.token)).status_code
    constants.HF_HUB_DISABLE_XET = status in _NO_XET
    try:
        yield
    finally:
        constants.HF_HUB_DISABLE_XET = False
