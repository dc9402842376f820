"""Where a historical card states its facts: regular expressions, each linear in what it is given, also in a card that
somebody made to be slow. Each group is a fact; `without_facts` takes them out."""

from __future__ import annotations

import re

MOST_ACCOUNTS = 20
"""A card of more accounts than that is nobody's; the notebook made cards of up to three."""
MODEL = re.compile(r"model=(?:<[^>\n]{0,200}>)?'([^'\n]+)'")
AVATAR = re.compile(r"background-image: url\((?:'|&#39;)((?:[^\n'&]|&(?!#39;))*)(?:'|&#39;)\)")
HEADING = re.compile(
    r'^ *<div style="[^"\n]*font-size: 19px; font-weight: 800">([^\n]*) 🤖 AI Bot </div>', re.MULTILINE
)
TITLE = re.compile(
    r'^ *<div style="[^"\n]*center; font-size: 16px; font-weight: 800">([^\n]*)</div>', re.MULTILINE
)  # fmt: skip
LABEL = re.compile(r'font-weight: 800">🤖 (AI [A-Z]+) 🤖</div>')
BOT = re.compile(r'font-size: 1[45]px;?(?: color: #657786)?">@([^\n"<>]*?)(?: bot)?</div>')
TWITTER = re.compile(r"trained on \[@([^\n\]\[@]*)'s tweets\]\(https://twitter\.com/([^\n()]*)\)")
FROM = re.compile(r"^The model was trained on tweets from ([^\n]*)\.\n", re.MULTILINE)
TUNED = re.compile(r"which is fine-tuned on @([^\n@']*)'s tweets")
DATASET = re.compile(r"\[Explore the data\]\(([^\n()]*)/artifacts\)")
TRAINING = re.compile(r"\[W&B training run\]\(([^\n()]*)\)")
FINAL = re.compile(r"\[the final model\]\(([^\n()]*)/artifacts\)")
EXBERT = re.compile(r"exbert/\?model=((?!gpt2&)[^\n&?]*)&")
# Of the table's lines, bars at either end, padding and the marks of alignment are form alone.
HEADER = re.compile(r"\n *+\|?+ *+Data *+\|([^\n]*+)(?=\n)")
ROW = re.compile(r"\n *+\|?+ *+(Tweets downloaded|Retweets|Short tweets|Tweets kept) *+\|([ \d,|]*+)(?=\n)")
HTML_ROW = re.compile(r">(Tweets downloaded|Retweets|Short tweets|Tweets kept)</td>\n(<td[^>\n]*>)(\d+)</td>")
THUMBNAIL = re.compile(r"^thumbnail: ([^\n]*)\n", re.MULTILINE)

_RULE = re.compile(r"(?<=\n\| Data \|)\n(?=[ :|]{0,9}-)[ :|-]*+(?=\n)")
_SLOT = re.compile(r"display: ?(?:inherit|none);")

# Filled at run time from 2020-09-18 to 12-03 with 1 to 100 spaces, to make each card of another size.
_RANDOM_SIZE = re.compile(r"(?<=<!--- random size file )(?: {1,100}|RANDOM_SZ)(?= -->)")

_FACTS = (MODEL, AVATAR, HEADING, TITLE, BOT, TWITTER, FROM, TUNED, DATASET, TRAINING, FINAL, EXBERT)


def without_facts(body: str) -> str:
    """A body with the facts at its landmarks taken out; it has as many lines as before."""

    def blank(match: re.Match[str]) -> str:
        pieces, at = [], match.start()
        for group in range(1, match.re.groups + 1):
            pieces.append(match.string[at : match.start(group)])
            at = match.end(group)
        return "".join([*pieces, match.string[at : match.end()]])

    body = ROW.sub(r"\n| \1 |", body)
    body = _RULE.sub("\n|---|", HEADER.sub("\n| Data |", body))
    body = _RANDOM_SIZE.sub("", _SLOT.sub("", LABEL.sub("", body)))
    for landmark in _FACTS:
        body = landmark.sub(blank, body)
    return HTML_ROW.sub(r">\1</td>\n\2</td>", body)
