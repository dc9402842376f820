"""The verbs: what brings posts, model, card and hub together. The rooms themselves know nothing of each other.

The modules have the names of the commands; `hubtweets.publish` and its like are their functions. All verbs take one
road: a verb makes **targets** (`target.Target`: what a repo should be), and `road.travel` does the rest:

- `decide` says what a target changes about a repo as it is; the card is `hubtweets.card.update`'s to decide.
- `plan` keeps that in a file; `apply.Run` takes a stream of targets through planning, training (`executors`) and one
  guarded commit each (`commit`), with several at a time; what happens to one repo is that repo's.
- `ledger` is what was done, `report` what is told of it, `config.PublishConfig` everything that a verb can be told.

To add a verb:

1. Write `publishing/VERB.py` with a function that takes `config: PublishConfig | None` and `**options:
   Unpack[PublishOptions]`, makes its configuration with `config.made`, and yields pages of targets to `road.travel`
   (many repos) or `published.one_repo` (one). A target for a card alone needs `repo_id`, `message` and `facts`, a
   function from what is there (`Present`) to the record that should be stated; without `facts` the card's own count.
   With `weights`, model files come along: `files` that are there, or a `TrainingJob` for the executor.
2. Write `cli/VERB.py`, decorated with `options.configured(...)` and the groups of options that it takes; show many
   repos with `cli.runs`, one with `cli.report`. Name it in `cli.commands.COMMANDS`.
3. Name the function, and every new type of its signature, in `hubtweets.__all__`; `tests/test_package.py` says which.
"""
