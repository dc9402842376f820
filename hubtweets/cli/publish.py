"""`hubtweets publish`: the whole road."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from hubtweets.cli import options, output, reading

# ruff: noqa: UP045  (typer reads the signature at run time, on Python 3.10 too)


def command(
    handles: Annotated[
        Optional[list[str]],
        typer.Argument(metavar="HANDLE", help="The accounts, such as @joebiden; default whose archive it is."),
    ] = None,
    posts: Annotated[
        Optional[list[str]],
        typer.Option(
            "--posts",
            metavar="SPEC",
            help="Where the posts are, once for each handle: an X archive, a table, a Mastodon export, hf:ID, "
            "bluesky:HANDLE, mastodon:USER@SERVER or x:HANDLE. Default: x:HANDLE.",
        ),
    ] = None,
    name: Annotated[
        Optional[list[str]],
        typer.Option(metavar="NAME", help="The display name, once for each handle; default what the source says."),
    ] = None,
    namespace: Annotated[str, typer.Option(help="The user or organisation to publish in.")] = "huggingtweets",
    repo_id: Annotated[
        Optional[str], typer.Option(metavar="NAMESPACE/NAME", help="The repo; default NAMESPACE/handles.")
    ] = None,
    private: options.Private = False,
    base_model: Annotated[
        str,
        typer.Option(metavar="ID|DIR|scratch:tiny", help="What to start from; scratch:tiny needs no network or GPU."),
    ] = "openai-community/gpt2",
    epochs: Annotated[Optional[int], typer.Option(help="Times over the posts; default 4.")] = None,
    learning_rate: Annotated[Optional[float], typer.Option(help="Default 1.372e-4.")] = None,
    batch_size: Annotated[Optional[int], typer.Option(help="Blocks a step; default 4.")] = None,
    block_size: Annotated[Optional[int], typer.Option(help="Tokens a block; default 256.")] = None,
    seed: Annotated[Optional[int], typer.Option(help="Default 42.")] = None,
    prompt: Annotated[
        Optional[list[str]],
        typer.Option(metavar="TEXT", help="A prompt for the card's samples; may be given several times."),
    ] = None,
    exclude: reading.Exclude = None,
    since: reading.Since = None,
    until: reading.Until = None,
    language: reading.Language = None,
    min_words: reading.MinWords = 3,
    scrub: reading.Scrub = False,
    near_duplicates: reading.NearDuplicates = False,
    text_column: reading.TextColumn = None,
    id_column: reading.IdColumn = None,
    date_column: reading.DateColumn = None,
    type_column: reading.TypeColumn = None,
    handle_column: reading.HandleColumn = None,
    max_posts: reading.MaxPosts = None,
    max_cost: reading.MaxCost = None,
    yes: reading.Yes = False,
    no_cache: reading.NoCache = False,
    template: options.Template = None,
    on_conflict: options.OnConflict = "stop",
    work_dir: Annotated[
        Optional[Path],
        typer.Option(metavar="DIR", help="Train in this folder and keep the model there; default the user's cache."),
    ] = None,
    hub: options.Hub = None,
    dry_run: options.DryRun = False,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Fine-tune a model on posts and publish it, or update its repo.

    Nothing is trained or committed where the repo has this very model already.
    """
    from hubtweets.cli import report
    from hubtweets.model import TrainingConfig
    from hubtweets.publishing.publish import publish

    defaults = TrainingConfig()
    settings = TrainingConfig(
        epochs=epochs,
        learning_rate=learning_rate,
        batch_size=batch_size,
        block_size=block_size,
        seed=defaults.seed if seed is None else seed,
        prompts=tuple(prompt) if prompt else defaults.prompts,
    )
    columns = {
        "text": text_column, "id": id_column, "date": date_column, "type": type_column, "handle": handle_column,
    }  # fmt: skip
    published = publish(
        handles or [],
        posts=posts or [],
        names=name or [],
        hub=hub,
        namespace=namespace,
        repo_id=repo_id,
        private=private,
        base_model=base_model,
        settings=settings,
        filters=reading.filters(exclude, since, until, language, min_words, scrub, near_duplicates),
        reading=reading.reading(
            columns=columns, exclude=exclude, max_posts=max_posts, max_cost=max_cost, yes=yes, no_cache=no_cache
        ),
        template=template,
        on_conflict=on_conflict,
        work_dir=work_dir,
        dry_run=dry_run,
        progress=output.progress(quiet=quiet),
    )
    report.published(published, hub, as_json=as_json, quiet=quiet)
