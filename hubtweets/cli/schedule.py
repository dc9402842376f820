"""`hubtweets schedule …`: what runs `refresh` again and again. And `hubtweets init`, which writes what it refreshes."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, Optional

import typer

from hubtweets.cli import commands, options
from hubtweets.errors import DOCS

# ruff: noqa: UP045  (typer reads the signatures at run time)

app = commands.group("schedule", "Run `hubtweets refresh` on a schedule.")

File = Annotated[Path, typer.Argument(metavar="FILE", help="The configuration.")]
Every = Annotated[Literal["hour", "day", "week", "month"], typer.Option("--every", help="How often.")]
Namespace = Annotated[
    Optional[str], typer.Option(metavar="NAME", help="Whose job it is; default the token's own user.")
]


@app.command("github")
def github(
    file: File = Path("hubtweets.toml"),
    every: Every = "week",
    as_json: options.Json = False,
) -> None:
    """Write a workflow of GitHub Actions that runs `hubtweets refresh`, and say which settings to open once."""
    from hubtweets.cli import output
    from hubtweets.hub import tokens
    from hubtweets.publishing import schedule
    from hubtweets.publishing.project import read_project

    project = read_project(file)
    repository = _repository()
    path = schedule.write_workflow(Path(), file, every, repository or project.models[0].label)
    endpoint = tokens.checked_endpoint(None)
    repo_ids = [repo_id for model in project.models if (repo_id := model.planned_repo_id) is not None]
    pages = schedule.settings_pages(endpoint, repo_ids, repository)
    if as_json:
        output.print_json({"workflow": str(path), "pages": [{"do": do, "url": url} for do, url in pages]})
        return
    output.stdout().print(f"Wrote {path}. Commit it, then once:", markup=False)
    for do, url in pages:
        output.stdout().print(f"  {do}: {url}", markup=False)
    output.stdout().print(
        "Each repo has to exist and to name this repository, the branch and the workflow hubtweets.yml as a trusted\n"
        "publisher; or store a token that may write as the secret HF_TOKEN. Step by step:\n"
        f"{DOCS}/schedule.md",
        markup=False,
    )


@app.command("jobs")
def jobs(
    file: File = Path("hubtweets.toml"),
    every: Every = "day",
    flavor: Annotated[str, typer.Option(metavar="NAME", help="The hardware, such as cpu-basic or t4-small.")] = (
        "t4-small"
    ),
    hours: Annotated[float, typer.Option(help="How long a run may take at most.", min=0.1, max=72)] = 2,
    requirement: Annotated[
        str, typer.Option("--install", metavar="SPEC", help="What the job installs, as pip writes it.")
    ] = "hubtweets[train,x,bluesky,mastodon,language]",
    namespace: Namespace = None,
    show: Annotated[bool, typer.Option("--list", help="Show the scheduled jobs of hubtweets instead.")] = False,
    remove: Annotated[
        Optional[str], typer.Option("--remove", metavar="JOB", help="Delete a scheduled job instead.")
    ] = None,
    hub: options.Hub = None,
    token_for_this_hub: options.TokenForThisHub = False,
    as_json: options.Json = False,
) -> None:
    """Make one scheduled job of the Hub that runs `hubtweets refresh`, and say what it costs a month at most."""
    import msgspec

    from hubtweets._shared.text import spelled_out_line
    from hubtweets.cli import output
    from hubtweets.publishing import schedule
    from hubtweets.publishing.connect import api_of, connect
    from hubtweets.publishing.project import read_project, secrets_of

    with connect(hub, send_token=token_for_this_hub) as client:
        owner = namespace or client.whoami().name
        if remove is not None:
            schedule.remove_job(api_of(client), owner, remove)
            found = []
        elif show:
            found = schedule.list_jobs(api_of(client), owner)
        else:
            project = read_project(file)
            secrets = {"HF_TOKEN": schedule.token_for_jobs(client), **secrets_of(project)}
            found = [
                schedule.create_job(
                    api_of(client), project,
                    text=file.read_text(encoding="utf-8"), namespace=owner, every=every,
                    flavor=flavor, hours=hours, requirement=requirement, secrets=secrets,
                )
            ]  # fmt: skip
    if as_json:
        output.print_json([msgspec.to_builtins(job) for job in found])
        return
    if remove is not None:
        output.stdout().print(f"Removed {remove}.", markup=False)
    elif not found:
        output.stdout().print(f"No scheduled jobs of hubtweets in {owner}.", markup=False)
    for job in found:
        cost = f", at most ${job.monthly_cost:,.2f} a month" if job.monthly_cost is not None else ""
        state = ", suspended" if job.suspended else ""
        line = f"{job.id}  {job.schedule}  {job.flavor}{cost}{state}"
        output.stdout().print(spelled_out_line(line), markup=False)


@app.command("webhook")
def webhook(
    job: Annotated[str, typer.Argument(metavar="JOB", help="A scheduled job of `hubtweets schedule jobs`.")],
    dataset: Annotated[str, typer.Option(metavar="ID", help="The data set whose changes start it.")],
    file: Annotated[
        Path, typer.Option("--config", metavar="FILE", help="The configuration, for the secrets that it names.")
    ] = Path("hubtweets.toml"),
    namespace: Namespace = None,
    hub: options.Hub = None,
    token_for_this_hub: options.TokenForThisHub = False,
    as_json: options.Json = False,
) -> None:
    """Run a scheduled job whenever a data set changes, too."""
    from hubtweets._shared.text import spelled_out_line
    from hubtweets.cli import output
    from hubtweets.publishing import schedule
    from hubtweets.publishing.connect import api_of, connect
    from hubtweets.publishing.project import read_project, secrets_of

    named = secrets_of(read_project(file)) if file.exists() else {}
    with connect(hub, send_token=token_for_this_hub) as client:
        owner = namespace or client.whoami().name
        secrets = {"HF_TOKEN": schedule.token_for_jobs(client), **named}
        hook = schedule.create_webhook(api_of(client), owner, job, dataset, secrets)
    if as_json:
        output.print_json({"id": hook, "job": job, "dataset": dataset})
    else:
        line = f"Webhook {hook}: {job} runs when {dataset} changes."
        output.stdout().print(spelled_out_line(line), markup=False)


_BASE_MODEL = "openai-community/gpt2"
_MIN_NEW_POSTS = 50


def init(
    posts: Annotated[
        Optional[str], typer.Option(metavar="SPEC", help="Where the posts are, such as bluesky:anna.bsky.social.")
    ] = None,
    repo_id: Annotated[Optional[str], typer.Option(metavar="NAMESPACE/NAME", help="The repo of the model.")] = None,
    base_model: Annotated[
        Optional[str], typer.Option(metavar="ID", help=f"What to start from. [default: {_BASE_MODEL}]")
    ] = None,
    consent: Annotated[
        Optional[Literal["self", "agreed", "not-stated"]], typer.Option(help="Whether the account's owner agreed.")
    ] = None,
    min_new_posts: Annotated[
        Optional[int],
        typer.Option(
            min=1, help=f"New posts that there have to be before it is trained again. [default: {_MIN_NEW_POSTS}]"
        ),
    ] = None,
    file: File = Path("hubtweets.toml"),
) -> None:
    """Write a hubtweets.toml with one model: five questions, or the same as options.

    Where nobody can be asked, what has a default need not be given.

    Example: hubtweets init --posts twitter.zip --repo-id me/bot --consent self
    """
    from hubtweets.cli import output
    from hubtweets.publishing.project import check_new, new_project

    check_new(file)  # before anybody answers five questions in vain
    posts = posts or _asked("--posts", "Where are the posts (a file, bluesky:HANDLE, mastodon:USER@SERVER, x:HANDLE)")
    repo_id = repo_id or _asked("--repo-id", "The model's repo (NAMESPACE/NAME)")
    base_model = base_model or _asked("--base-model", "Base model", _BASE_MODEL, needed=False)
    consent = consent or _asked("--consent", "Whose account is it: self, agreed (by its owner), not-stated", "self")
    question = "New posts before it is trained again"
    min_new_posts = min_new_posts or _asked("--min-new-posts", question, _MIN_NEW_POSTS, needed=False)
    new_project(file, posts=posts, repo_id=repo_id, base_model=base_model, consent=consent, min_new_posts=min_new_posts)
    named = "" if file == Path("hubtweets.toml") else f"{shlex.quote(str(file))} "
    output.stdout().print(f"Wrote {file}. Next: hubtweets refresh {named}--dry-run", markup=False)


def _asked(option: str, question: str, default: Any = None, *, needed: bool = True) -> Any:
    """The answer to a question; where nobody answers, the default of what need not be given.

    Raises:
        UsageError: where nobody answers, and somebody has to.
    """
    from hubtweets.errors import UsageError

    try:
        return typer.prompt(question, default=default, err=True)
    except typer.Abort:
        if sys.stdin.isatty():
            raise
        typer.echo(err=True)  # the question's line ends
        if not needed:
            return default
        raise UsageError(
            f"init was not given {option}, and nobody answers here.",
            hint="For example: hubtweets init --posts twitter.zip --repo-id me/bot --consent self",
        ) from None


def _repository() -> str | None:
    """`owner/name` on GitHub of the checkout that this runs in."""
    try:
        done = subprocess.run(
            ["git", "remote", "get-url", "origin"],  # noqa: S607  (whatever git the user has)
            capture_output=True, text=True, timeout=10, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    address = done.stdout.strip().removesuffix(".git")
    _, found, name = address.partition("github.com")
    return name.strip(":/") if found and name.count("/") == 2 - (name[:1] == ":") else None
