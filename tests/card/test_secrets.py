"""Each kind of token is found, wherever it stands, and what only looks a little like one is not."""

from __future__ import annotations

import pytest

from hubtweets.card import check

# In two parts, so that nobody's scanner takes this file for a leak.
TOKENS = {
    "a Hugging Face token": ["hf" + "_" + "aB3" * 11 + "x", "hf" + "_" + "QwErTyUiOpAsDfGhJkLzXcVbNmqWeRtYuI"],
    "a Hugging Face token of an organisation": ["api_org" + "_" + "aB3" * 11 + "x"],
    "a GitHub token": ["ghp" + "_" + "aB3" * 12, "ghs" + "_" + "aB3" * 12, "github" + "_pat_" + "aB3_" * 12],
    "a key of OpenAI or Anthropic": ["sk" + "-" + "aB3-" * 10, "sk" + "-ant-api-" + "aB3_" * 10],
    "an AWS key": ["AKIA" + "ABCD2345" * 2, "ASIA" + "ABCD2345" * 2],
    "a Google key": ["AIza" + "aB3_-" * 7],
    "a Slack token": ["xoxb" + "-" + "1234567890"],
    "a bearer token of X": ["A" * 22 + "aB3%2F" * 12],
    "a W&B key": [
        f"{name}{'0123456789abcdef' * 2}01234567" for name in ("WANDB_API_KEY=", "api_key: '", 'login(key="')
    ],
    "a private key": ["-----BEGIN " + kind + "PRIVATE KEY-----" for kind in ("", "RSA ", "OPENSSH ")],
    "a password in an address": ["https://me:" + "secret1@example.com/x"],
}


@pytest.mark.parametrize(("kind", "token"), [(kind, token) for kind, tokens in TOKENS.items() for token in tokens])
@pytest.mark.parametrize("around", ["{}", "```\nexport X={}\n```", "| a | {} |", "word {}, word", '"{}"'])
def test_found_and_not_told(kind: str, token: str, around: str) -> None:
    token = token.replace("login(", "wandb.login(")
    (finding,) = check(f"---\ntags: [a]\n---\n\n{around.format(token)}\n", ["secret"])
    assert finding.message == f"This looks like {kind}."
    assert token not in repr(finding)


@pytest.mark.parametrize(
    "text",
    [
        "hf_model", "shelf_" + "a" * 40, "task-" + "a" * 40, "ghp_short", "AKIAB", "A" * 80 + "!",
        "xoxo-hugs-and-kisses", "hf_" + "x" * 34, "sk-" + "x" * 40, "hf_" + "yourtoken" * 4,
        "hf_" + "YourTokenHere" * 3, "AKIAIOSFODNN7EXAMPLE",
        '<div id="sk-ef10a45c-ab11-415f-9e34-128e48ded9d8">', "https://example.com/sk-learn-a-very-long-Slug-with-1-of-it",
        "https://example.com/a:b@c", "https://example.com:8080/@me", "me@example.com", "api_key=YOUR_KEY",
        "-----BEGIN PUBLIC KEY-----", "sk-learn",
    ],
)  # fmt: skip
def test_not_taken_for_one(text: str) -> None:
    assert check(f"---\ntags: [a]\n---\n\n{text}\n", ["secret"]) == []
