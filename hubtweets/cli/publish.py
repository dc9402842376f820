"""`hubtweets publish`: the whole road."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, Optional, cast

import typer

from hubtweets.cli import options, output

if TYPE_CHECKING:
    from hubtweets.posts.filters import Excludable


def command(
    handles: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="HANDLE", help="The accounts, such as @joebiden; default whose archive it is."),
    ] = None,
    posts: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(
            "--posts",
            metavar="SPEC",
            help="Where the posts are, once for each handle: an X archive, a table, a Mastodon export, hf:ID, "
            "bluesky:HANDLE, mastodon:USER@SERVER or x:HANDLE. Default: x:HANDLE.",
        ),
    ] = None,
    namespace: Annotated[str, typer.Option(help="The user or organisation to publish in.")] = "huggingtweets",
    repo_id: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAMESPACE/NAME", help="The repo; default NAMESPACE/handles."),
    ] = None,
    private: Annotated[bool, typer.Option("--private", help="Make the repo private when it is created.")] = False,
    base_model: Annotated[
        str,
        typer.Option(metavar="ID|DIR|scratch:tiny", help="What to start from; scratch:tiny needs no network or GPU."),
    ] = "openai-community/gpt2",
    epochs: Annotated[Optional[int], typer.Option(help="Times over the posts; default 4.")] = None,  # noqa: UP045
    learning_rate: Annotated[Optional[float], typer.Option(help="Default 1.372e-4.")] = None,  # noqa: UP045
    batch_size: Annotated[Optional[int], typer.Option(help="Blocks a step; default 4.")] = None,  # noqa: UP045
    block_size: Annotated[Optional[int], typer.Option(help="Tokens a block; default 256.")] = None,  # noqa: UP045
    seed: Annotated[Optional[int], typer.Option(help="Default 42.")] = None,  # noqa: UP045
    prompt: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--prompt", metavar="TEXT", help="A prompt for the card's samples; may be given several times."),
    ] = None,
    exclude: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="KINDS", help="Leave out replies, quotes or warned posts; commas between."),
    ] = None,
    since: Annotated[Optional[datetime], typer.Option(formats=["%Y-%m-%d"], help="First day.")] = None,  # noqa: UP045
    until: Annotated[Optional[datetime], typer.Option(formats=["%Y-%m-%d"], help="Last day.")] = None,  # noqa: UP045
    language: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="CODES", help="Only posts in these languages, such as en or en,es."),
    ] = None,
    min_words: Annotated[int, typer.Option(help="Posts with fewer plain words count as short.")] = 3,
    scrub: Annotated[bool, typer.Option("--scrub", help="Remove e-mail addresses, phone numbers, @mentions.")] = False,
    near_duplicates: Annotated[
        bool, typer.Option("--drop-near-duplicates", help="Of posts that say almost the same, keep the oldest.")
    ] = False,
    template: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME@VERSION|PATH", help="The card's template; default its own, or hubtweets@1."),
    ] = None,
    on_conflict: Annotated[
        Literal["stop", "keep-theirs", "keep-ours"],
        typer.Option(help="Where people edited what has to change on the card."),
    ] = "stop",
    work_dir: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(metavar="DIR", help="Train in this folder and keep the model there; default the user's cache."),
    ] = None,
    hub: options.Hub = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Fine-tune a model on posts and publish it; updates the repo where it exists.

    Nothing is trained or committed where the repo has this very model already.
    """
    from hubtweets.cli import report
    from hubtweets.model import Settings
    from hubtweets.posts import Filters
    from hubtweets.workflows.publish import publish

    settings = Settings.for_base(
        base_model,
        epochs=epochs,
        learning_rate=learning_rate,
        batch_size=batch_size,
        block_size=block_size,
        seed=seed,
        prompts=tuple(prompt) if prompt else None,
    )
    filters = Filters(
        exclude=cast("tuple[Excludable, ...]", options.words(exclude)),  # Filters checks them
        since=since.date() if since else None,
        until=until.date() if until else None,
        languages=options.words(language),
        min_words=min_words,
        scrub=scrub,
        near_duplicates=near_duplicates,
    )
    published = publish(
        handles or [],
        posts=posts or [],
        hub=hub,
        namespace=namespace,
        repo_id=repo_id,
        private=private,
        base_model=base_model,
        settings=settings,
        filters=filters,
        template=template,
        on_conflict=on_conflict,
        work_dir=work_dir,
        dry_run=dry_run,
        progress=output.progress(quiet=quiet),
    )
    report.published(published, hub, as_json=as_json, quiet=quiet)
