"""Trusted publishing: a CI job proves who it is and gets a token for one repo, so that no secret need be stored.

GitHub gives the job an id token, the Hub exchanges it (RFC 8693) for one that may write to the named repo for an hour
(https://huggingface.co/docs/hub/trusted-publishers). The repo has to exist, and to name the job among its
trusted publishers. Only `invalid_request` and `invalid_grant` come back where it does not, so what was sent is shown
beside what has to match.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit, urlunsplit

import msgspec

from hubtweets._shared.text import one_line
from hubtweets.errors import HubUnreachableError, TrustedPublishingError
from hubtweets.hub import answers, repos

GRANT = "urn:ietf:params:oauth:grant-type:token-exchange"
ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token"  # noqa: S105  (the name of a kind)
DOCS = "https://huggingface.co/docs/hub/trusted-publishers"

SHOWN_CLAIMS = ("repository", "ref", "workflow_ref", "event_name", "environment", "aud")
"""What a trusted publisher is matched by; the rest of an id token is nobody's business."""

_TIMEOUT = 30.0  # seconds, for each of the two requests
_WAITS = (1.0, 4.0, None)  # seconds before each is sent again, where nobody answered or the answer was 429 or 5xx
_LARGEST = 64 * 1024  # bytes of an answer


def in_ci(environment: Mapping[str, str]) -> bool:
    """Whether this is a job of GitHub Actions, the one CI that the Hub takes id tokens of."""
    return environment.get("GITHUB_ACTIONS") == "true"


def exchange(
    endpoint: str, repo_id: str, environment: Mapping[str, str], *, wait: Callable[[float], object] = time.sleep
) -> str:
    """A token that may write to the repo `repo_id` for an hour, and to nothing else.

    Args:
        endpoint: the Hub's address; the id token is asked for with it as audience.
        repo_id: a model repo, or another with its kind before its name; see `hubtweets.hub.repos`.
        environment: the job's variables.
        wait: called with the seconds before a request is sent again.

    Raises:
        TrustedPublishingError: saying which of the conditions is not met, with the claims that were sent.
        HubUnreachableError: when GitHub or the Hub does not answer.
    """
    id_token = _id_token(endpoint, repo_id, environment, wait)
    claims = _claims(id_token)
    body = {
        "grant_type": GRANT,
        "subject_token_type": ID_TOKEN,
        "subject_token": id_token,
        "resource": repo_id,
    }
    status, answer = _asked("POST", f"{endpoint}/oauth/token", what=endpoint, wait=wait, json=body)
    token = answer.get("access_token")
    if status == 200 and isinstance(token, str) and token:
        return token
    raise _refused(endpoint, repo_id, status, answer, claims)


def _id_token(endpoint: str, repo_id: str, environment: Mapping[str, str], wait: Callable[[float], object]) -> str:
    """The id token that GitHub signs for this job, with the Hub as its audience."""
    address = environment.get("ACTIONS_ID_TOKEN_REQUEST_URL")
    request_token = environment.get("ACTIONS_ID_TOKEN_REQUEST_TOKEN")
    if not address or not request_token:
        if _from_a_fork(environment):
            raise TrustedPublishingError(
                f"This is a pull request from a fork, which GitHub gives no id token; nothing can be published to "
                f"{repo_id}.",
                repo_id=repo_id,
                endpoint=endpoint,
                hint="Publish from the default branch; on pull requests let the action run `card check`.",
            )
        raise TrustedPublishingError(
            f"The job may not ask GitHub for an id token, so {repo_id} cannot be published to without a secret.",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Give the job `permissions: {contents: read, id-token: write}`, or set the secret HF_TOKEN.",
        )
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), "audience": endpoint}
    status, answer = _asked(
        "GET",
        urlunsplit(parts._replace(query="")),
        what="GitHub's id token service",
        wait=wait,
        params=query,
        headers={"Authorization": f"Bearer {request_token}"},
    )
    value = answer.get("value")
    if status != 200 or not isinstance(value, str):
        raise TrustedPublishingError(
            f"GitHub gave no id token (status {status}).",
            repo_id=repo_id,
            endpoint=endpoint,
            hint="Run the job again; if it stays so, see https://www.githubstatus.com.",
        )
    return value


def _refused(
    endpoint: str, repo_id: str, status: int, answer: Mapping[str, Any], claims: dict[str, str]
) -> TrustedPublishingError:
    words = one_line(str(answer.get("error_description") or answer.get("error") or f"status {status}"))[:300]
    settings = f"{endpoint}/{repo_id}/settings"
    sent = ", ".join(f"{name}={value}" for name, value in claims.items()) or "none that can be read"
    if answer.get("error") == "invalid_request":
        repo = repos.parts(repo_id)
        create = f"hf repos create {repo.bare}{f' --repo-type {repo.kind}' if repo.kind != 'model' else ''}"
        hint = f"The repo has to exist before it can be published to without a secret: {create}"
    elif any(word in words.lower() for word in ("branch", "workflow", "environment", "ref ")):
        hint = f"The trusted publisher in {settings} names another branch or workflow than the one that ran."
    else:
        hint = (
            f"Add a trusted publisher for {claims.get('repository', 'this repository')} in {settings}; repository, "
            f"branch and workflow have to match exactly. See {DOCS}"
        )
    return TrustedPublishingError(
        f"{endpoint} does not take this job as a publisher of {repo_id}: {words}. The job's claims: {sent}.",
        repo_id=repo_id,
        endpoint=endpoint,
        claims=claims,
        hint=hint,
    )


def _claims(id_token: str) -> dict[str, str]:
    """What the id token says of the job, unchecked: it is only shown."""
    payload = id_token.split(".")[1] if id_token.count(".") == 2 else ""
    try:
        data = answers.decoded(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except ValueError:  # no base64
        return {}
    if not isinstance(data, dict):
        return {}
    return {name: one_line(str(data[name]))[:200] for name in SHOWN_CLAIMS if data.get(name)}


def _from_a_fork(environment: Mapping[str, str]) -> bool:
    """Whether the job runs for a pull request whose branch is in somebody else's repository."""
    if not environment.get("GITHUB_EVENT_NAME", "").startswith("pull_request"):
        return False
    try:
        event = msgspec.json.decode(Path(environment.get("GITHUB_EVENT_PATH", "")).read_bytes())
        head = event["pull_request"]["head"]["repo"]
    except (OSError, msgspec.DecodeError, KeyError, TypeError):
        return False
    return not isinstance(head, dict) or head.get("full_name") != environment.get("GITHUB_REPOSITORY")


def _asked(
    method: str, address: str, *, what: str, wait: Callable[[float], object], **options: Any
) -> tuple[int, dict[str, Any]]:
    """The status and the JSON object of an answer; an empty object where it has none.

    Both requests may be sent again: each only makes another token.
    """
    import httpx2
    from huggingface_hub.utils import get_session

    for seconds in _WAITS:
        try:
            with get_session().stream(method, address, timeout=_TIMEOUT, **options) as response:
                status, content = response.status_code, b""
                for piece in response.iter_bytes():
                    content += piece
                    if len(content) > _LARGEST:
                        break
        except httpx2.HTTPError as error:
            if seconds is None:
                raise HubUnreachableError(
                    f"{what} does not answer: {type(error).__name__}.", endpoint=address, hint="Run the job again."
                ) from None
        else:
            if seconds is None or (status != 429 and status < 500):
                break
        wait(seconds)
    answer = answers.decoded(content)
    return status, answer if isinstance(answer, dict) else {}
