"""`hubtweets.toml`: what it says, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hubtweets.errors import ProjectError
from hubtweets.publishing.project import read_project, secrets_of

WHOLE = """
hub = "local:hub"
max_cost = 2.5
[tracking]
trackers = ["wandb", "trackio"]
space = "ada/runs"
[secrets]
X_BEARER_TOKEN = "$ORG_X_TOKEN"
[defaults]
base_model = "scratch:tiny"
min_new_posts = 20
[defaults.training]
epochs = 3
[defaults.filters]
since = 2020-01-01
[[models]]
handles = ["anna"]
posts = ["bluesky:anna.example"]
training = { seed = 7 }
filters = { min_words = 5 }
continue = true
[[models]]
name = "robin"
track = []
posts = ["twitter.zip"]
consent = "self"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "hubtweets.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_models_have_the_defaults_and_their_own(tmp_path: Path) -> None:
    project = read_project(written(tmp_path, WHOLE))
    anna, robin = project.models
    assert (anna.label, robin.label) == ("anna", "robin")
    assert (anna.config.training.epochs, anna.config.training.seed) == (3, 7)
    assert (robin.config.training.epochs, robin.config.consent) == (3, "self")
    assert (anna.config.filters.since, anna.config.filters.min_words) == (date(2020, 1, 1), 5)
    assert (anna.continue_training, robin.continue_training) == (True, False)
    assert anna.min_new_posts == robin.min_new_posts == 20
    assert (anna.config.track, anna.config.track_space, anna.config.track_posts) == (
        ("wandb", "trackio"), "ada/runs", False,
    )  # fmt: skip
    assert robin.config.track == ()
    assert (project.hub, project.max_cost) == ("local:hub", 2.5)


def test_secrets_come_from_the_environment_alone(tmp_path: Path) -> None:
    project = read_project(written(tmp_path, WHOLE))
    assert secrets_of(project, {"ORG_X_TOKEN": "s3cret", "X_BEARER_TOKEN": "other"}) == {"X_BEARER_TOKEN": "s3cret"}
    assert secrets_of(project, {}) == {}


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ('[[models]]\nhandels = ["a"]', "[[models]] 1: There is no option 'handels'", "handles"),
        (
            '[[models]]\nbase-modell = "x"\nhandles = ["a"]',
            "[[models]] 1: There is no option 'base_modell'",
            "base_model",
        ),
        (
            '[[models]]\nhandles = ["a"]\n[models.training]\nepoch = 3',
            "[[models]] 1: There is no option 'epoch'",
            "epochs",
        ),
        ('[[models]]\nhandles = ["a"]\n[models.filters]\nsinc = 3', "There is no option 'sinc'", "since"),
        ('hubb = 3\n[[models]]\nhandles = ["a"]', "There is no option 'hubb'", "hub"),
        ("[[models]]\nhandles = 3", "handles: 3 is not a list of texts", "help.md"),
        ("[[models]]\nposts = { a = 1 }", "posts: it is not a list of texts", "help.md"),
        (
            '[[models]]\nhandles = ["a"]\ntraining = { epochs = "two" }',
            "training.epochs: 'two' is not a whole number",
            "help.md",
        ),
        (
            '[[models]]\nhandles = ["a"]\ntraining = { max_time = "20m" }',
            "training.max_time: '20m' is not a number of seconds",
            "help.md",
        ),
        (
            '[[models]]\nhandles = ["a"]\nfilters = { exclude = ["all"] }',
            "filters.exclude: ['all'] is not a list, each one of replies, quotes, warned",
            "help.md",
        ),
        ('[[models]]\nhandles = ["a"]\nconsent = "yes"', "consent: 'yes' is not one of self, agreed", "help.md"),
        ('[[models]]\nhandles = ["a"]\nmin_new_posts = "3"', "min_new_posts: '3' is not a whole number", "help.md"),
        ('[[models]]\nhandles = ["a"]\ntraining = { epochs = 0 }', "training: Epochs must be 1 to 1,000.", "help.md"),
        ('max_cost = "1"\n[[models]]\nhandles = ["a"]', "max_cost: '1' is not a number", "help.md"),
        ("[[models]]\nprivate = true", "`handles` or `posts`", "docs/schedule.md"),
        ('[[models]]\nhandles = ["a"]\nmin_new_posts = 0', "counted from 1", "docs/schedule.md"),
        ('[[models]]\nreport = "x"\nhandles = ["a"]', "There is no option 'report'", "repo_id"),
        ('[[models]]\nhandles = ["a"]\n[[models]]\nhandles = ["A"]', "two models are called 'a'", "`name`"),
        ('[secrets]\nHF_TOKEN = "hf_abcdef"\n[[models]]\nhandles = ["a"]', "HF_TOKEN holds something else", "$NAME"),
        ('[secrets]\nHF_TOKEN = ["hf_abcdef"]\n[[models]]\nhandles = ["a"]', "secrets: it is not a table", "help.md"),
        (
            '[[models]]\nhandles = ["a"]\ntraining = { epochs = "hf_abcdefghijkLMNOPQRSTUVWXYZ0123456789" }',
            "training.epochs: it is not a whole number",
            "help.md",
        ),
        ('[tracking]\ntracker = "wandb"\n[[models]]\nhandles = ["a"]', "[tracking]: There is no option", "trackers"),
        ('tracking = 3\n[[models]]\nhandles = ["a"]', "[tracking]", "trackers"),
        ("", "has no models", "[[models]]"),
        ("models = 3", "a list of tables", "[[models]]"),
        ("= 3", "is not TOML", ""),
        ("a = " + "[" * 5000, "is not TOML", ""),
        ("a = 1" + "0" * 5000, "is not TOML", ""),
    ],
)
def test_what_cannot_be_meant_is_named_with_what_can(tmp_path: Path, text: str, told: str, hint: str) -> None:
    with pytest.raises(ProjectError) as caught:
        read_project(written(tmp_path, text))
    assert told in caught.value.message
    assert "hf_abcdef" not in caught.value.message
    assert hint in (caught.value.hint or "")


def test_a_missing_file_has_a_next_command(tmp_path: Path) -> None:
    with pytest.raises(ProjectError) as caught:
        read_project(tmp_path / "hubtweets.toml")
    assert caught.value.hint == "Make one: hubtweets init"
