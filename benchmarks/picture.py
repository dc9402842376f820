"""How long the social picture of a model takes, the first of a process and those after."""

from __future__ import annotations

import statistics
import time

TITLE = "Social picture"
RUNS = 20
LIMIT = 150
"""Milliseconds that a picture after the first may take."""

_TEXTS = (
    ("Quill Fen", "My dream is", "a slow river and a quiet lock 🌅"),
    ("محمد علي", "أحلم", "بمدينة هادئة على ضفاف النهر"),
    ("अमिता शर्मा", "मेरा सपना", "एक शांत नदी और क्षत्रिय इतिहास है"),
    ("A" * 400, "I", "word " * 900),
)


def measure() -> str:
    """CPU time of one picture, in milliseconds."""
    from hubtweets.card import picture
    from hubtweets.record import Account, ModelRecord, Sample

    records = [
        ModelRecord(
            repo_id="a/b",
            accounts=tuple(Account(handle=f"h{number}{at}", name=name) for at in range(1 + number)),
            samples=tuple(Sample(prompt=prompt, text=text) for _ in range(3)),
        )
        for number, (name, prompt, text) in enumerate(_TEXTS)
    ]
    times = []
    for run in range(RUNS):
        for record in records if run else records[:1]:
            start = time.process_time()
            picture.draw(record)
            times.append((time.process_time() - start) * 1000)
    first, later = times[0], times[1:]
    return (
        "| picture | ms |\n| --- | ---: |\n"
        f"| the first of a process | {first:.0f} |\n| later ones, median | {statistics.median(later):.0f} |\n"
        f"| later ones, slowest | {max(later):.0f} |\n\nOf names and samples in Latin, Arabic, Devanagari letters and "
        f"very long ones, in CPU time; at most {LIMIT} ms each after the first is the aim."
    )
