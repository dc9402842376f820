"""`rerender --edit`: a conflict that a person settles, with both sides before them."""

from __future__ import annotations

from collections.abc import Callable

from hubtweets import card
from hubtweets.card import differing, sections, templates
from hubtweets.card.update import new_faults
from hubtweets.errors import CardError, CommitConflictError, UsageError
from hubtweets.hub.commits import RepoChange, RepoCommit
from hubtweets.hub.connection import RemoteCard
from hubtweets.publishing.config import PublishConfig
from hubtweets.publishing.connect import connect
from hubtweets.record import check_repo_id

THEIRS, BETWEEN, OURS = "<<<<<<< on the Hub", "=======", ">>>>>>> rendered again"


def settle(repo_id: str, edit: Callable[[str], str], config: PublishConfig) -> RepoCommit | None:
    """Let a person settle what people and a template both changed on a repo's card, and commit what they decided.

    Args:
        repo_id: the repo.
        edit: is given the card with both sides of each conflict between marks, and gives it back without.
        config: `hub`, `template`, `templates` and `pull_request` count.

    Returns:
        The commit; None where nothing clashes, or the card was to stay as it is.

    Raises:
        UsageError: when a mark is left in what was given back.
        CardError: when the card cannot be read, or what was decided has a fault that it had not.
        CommitConflictError: when somebody else has changed the card meanwhile.
        HubError: when the Hub refuses.
    """
    check_repo_id(repo_id)
    template = str(templates.find(config.template or "hubtweets").file)
    with connect(config.hub, send_token=config.token_for_this_hub) as client:
        client.need_token()
        remote = client.read_card(repo_id)
        decided = _decided(remote, template, config, edit)
        if decided is None or decided == remote.text:
            return None

        def change(now: RemoteCard) -> RepoChange:
            if now.commit != remote.commit:
                raise CommitConflictError(
                    f"The card of {repo_id} was changed while it was edited.",
                    repo_id=repo_id,
                    endpoint=client.endpoint,
                    attempts=1,
                    hint="Run the same command again: it shows what is there now.",
                )
            return RepoChange(card=decided)

        message = "Settle a conflict on the model card by hand"
        return client.update_repo(remote.repo_id, change, message=message, pull_request=config.pull_request)


def _decided(remote: RemoteCard, template: str, config: PublishConfig, edit: Callable[[str], str]) -> str | None:
    sides = [
        card.update(remote.text, None, template, policy, repo_id=remote.repo_id, templates=config.templates)
        for policy in ("keep-theirs", "keep-ours")
    ]
    if sides[0].text is None and sides[0].kind in ("foreign", "unreadable", "retracted"):
        raise CardError(f"{remote.repo_id}: {sides[0].kind}: {sides[0].reason}", hint="Nothing can be settled there.")
    if not sides[0].conflicts:
        return None
    theirs, ours = (side.text if side.text is not None else remote.text or "" for side in sides)
    text = edit(marked(theirs, ours))
    if any(line.rstrip() in (THEIRS, BETWEEN, OURS) for line in text.splitlines()):
        raise UsageError(
            "A mark is left in the card; nothing was committed.",
            hint=f"Of each place keep what is to stay, and take out the lines {THEIRS!r}, {BETWEEN!r} and {OURS!r}.",
        )
    for finding in new_faults(remote.text or "", text, template, mixed=True):
        raise CardError(
            f"The card as it was decided has a fault in line {finding.line}: {finding.message}", hint=finding.hint
        )
    return text


def marked(theirs: str, ours: str) -> str:
    """One card with both sides of each place in which two differ."""
    was, now = sections.split_lines(theirs), sections.split_lines(ours)
    lines: list[str] = []
    for tag, start, end, first, last in differing.opcodes(was, now):
        if tag == "equal":
            lines += was[start:end]
        else:
            lines += [f"{THEIRS}\n", *_ended(was[start:end]), f"{BETWEEN}\n", *_ended(now[first:last]), f"{OURS}\n"]
    return "".join(lines)


def _ended(lines: list[str]) -> list[str]:
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
