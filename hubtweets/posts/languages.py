"""Languages: what sources call them, as BCP-47 codes."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Sequence

from hubtweets.errors import MissingExtraError, UsageError

# X's codes for "cannot say" (https://developer.x.com/en/docs/x-api/enterprise/powertrack-api/guides/operators#lang):
# und and zxx; qam (mentions only), qct (cashtags), qht (hashtags), qme (media), qst (very short); art is made up.
_NONE = frozenset(("und", "zxx", "art", "mul", "mis"))
_NOT_WORDS = re.compile(r"[@#]\S+")
_NAMES = {
    "arabic": "ar", "chinese": "zh", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr",
    "german": "de", "greek": "el", "hebrew": "he", "hindi": "hi", "hungarian": "hu", "indonesian": "id",
    "italian": "it", "japanese": "ja", "korean": "ko", "norwegian": "no", "persian": "fa", "polish": "pl",
    "portuguese": "pt", "romanian": "ro", "russian": "ru", "spanish": "es", "swedish": "sv", "tagalog": "tl",
    "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
}  # fmt: skip
_OLD = {"in": "id", "iw": "he", "ji": "yi"}


@functools.lru_cache(maxsize=1024)
def code(tag: str | None) -> str | None:
    """The primary language subtag (`en` of `en-GB` and of `English`), or None where there is no language to name."""
    if tag and (named := _NAMES.get(tag.strip().lower())):
        return named
    match = re.match(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*$", tag.strip()) if tag else None
    if match is None:
        return None
    primary = match[1].lower()
    if primary in _NONE or (primary.startswith("q") and len(primary) == 3):
        return None
    return _OLD.get(primary, primary)


CERTAIN = 0.25
"""Confidence under which an identified language is not believed: short posts are close to guesses."""

# Languages that people post in; without the rest of its 140, the identifier is right more often on short texts.
_COMMON = frozenset(
    re.findall(
        "..",
        "afarazbebgbnbscacscydadeeleneseteufafifrgaglguhehihrhuhyidisitjakakkkmknkolt"
        "lvmkmlmnmrmsmynenlnopaplpsptrorusiskslsqsrsvswtatethtltrukuruzvizhzu",
    )
)


def identify(texts: Sequence[str], stated: Sequence[str | None], wanted: Collection[str] = ()) -> list[str | None]:
    """The language of each of `texts`: as `stated` where that is not None, otherwise identified with py3langid.

    A text whose language stays uncertain is taken to be in the account's most common one. `wanted` languages are
    considered beside the common ones.

    Raises:
        MissingExtraError: when py3langid is needed and not installed.
        UsageError: when a wanted language is one that it does not know.
    """
    if None not in stated:
        return list(stated)
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        raise MissingExtraError("Identifying languages", extra="language") from None
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    if unknown := set(wanted) - set(identifier.labels):
        raise UsageError(f"The language {sorted(unknown)[0]!r} is not known.", hint="Use codes such as en, es or ja.")
    identifier.set_languages(_COMMON | set(wanted))
    found: list[str | None] = []
    for text, said in zip(texts, stated, strict=True):
        if said is None:
            language, confidence = identifier.classify(_NOT_WORDS.sub(" ", text))
            said = language if confidence >= CERTAIN else None
        found.append(said)
    usual = Counter(language for language in found if language is not None).most_common(1)
    return [language or (usual[0][0] if usual else None) for language in found]
