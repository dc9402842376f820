"""`hubtweets evaluate`: a model that is trained already, measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from hubtweets.cli import completion, options, output

if TYPE_CHECKING:
    from hubtweets.publishing.config import PublishConfig


def _held_out() -> options.Group:
    """The two settings of a training that say which posts were held out."""
    return {name: flag for name, flag in options.training().items() if name in ("training_seed", "training_held_out")}


@options.configured(options.POSTS, _held_out, options.CARD, options.HUB, options.OUTPUT)
def command(
    config: PublishConfig,
    subject: Annotated[
        str,
        typer.Argument(
            metavar="REPO|DIR", help="The model: a repo id, or a folder.", autocompletion=completion.repo_ids_and_files
        ),
    ],
    handle: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option(hidden=True),
    ] = None,  # before --as could say it too
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Measure a trained model on posts: held-out loss, and what it remembers; its card is updated in one commit.

    Give the posts it was trained on: the held-out ones are found again by the training's seed.

    Example: hubtweets evaluate me/bot --posts twitter.zip
    """
    from hubtweets.publishing.config import made
    from hubtweets.publishing.evaluate import evaluate
    from hubtweets.record import to_data

    if handle:
        config = made({"handles": handle}, config)
    done = evaluate(subject, config=config, progress=output.progress(quiet=quiet))
    remembered = to_data(done.memorisation)
    if as_json:
        published = done.published.to_data() if done.published is not None else None
        output.print_json(
            {"name": done.name, "metrics": done.metrics, "memorisation": remembered, "published": published}
        )
        return
    if quiet:
        return
    rows = [(key, f"{value:,.4f}") for key, value in done.metrics.items()]
    rows += [(key.replace("_", " "), f"{value:,}") for key, value in remembered.items()]
    if done.published is not None:
        rows.append(("card", done.published.commit or "" if done.published.changed else "as it was"))
    output.facts([(key, value) for key, value in rows])
