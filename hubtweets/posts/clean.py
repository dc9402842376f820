"""The cleaning of posts: as the historical huggingtweets pipeline did it, and what scrapers left in beside that.

Which posts are short is decided by the words as that pipeline counted them, so that the counts of cards stay what they
were; docs/sources.md says which rules there are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from html.entities import html5

import regex

from hubtweets._shared.text import printable

PLAIN_WORDS = 3
"""A post with fewer plain words than this is short."""

# Balinese, Bopomofo, Yi, Javanese, Burmese of the Shan and others, Tai Viet, hentaigana: Unicode's rules part no words
# in them, so each letter counts. Faces are made of some of their letters, a few at a time.
_UNPARTED = (
    "\u1b05-\u1b33\u3105-\u312f\u31a0-\u31bf\ua000-\ua48c\ua984-\ua9b2\ua9e0-\ua9fe\uaa60-\uaa7a\uaa80-\uaac2"
    "\U0001b000-\U0001b122"
)
NO_SPACES = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    f"\uff66-\uff9f\U00020000-\U0003ffff]|(?:[{_UNPARTED}][^\\s{_UNPARTED}]{{0,3}}){{4}}"
)
"""Letters of a script without spaces between words: Thai, Lao, Tibetan, Burmese, Khmer, Dai, Japanese, Chinese; or
several of one whose words Unicode's rules do not part."""
_LETTER = re.compile(f"[{_UNPARTED}]")

_URL = re.compile(r"https?://\S*", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# -- what is taken out of the text, but does not change whether a post is short ---------------------------------------

_GONE = "\x00"  # stands where an address was, until brackets around it are gone too; printable text has none
# Addresses that pages show without their scheme, and old scrapers took from there.
_PICTURE = re.compile(
    r"pic\.(?:twitter|x)\.com/[A-Za-z0-9]+"
    r"|(?<![\w@./-])(?:(?:mobile\.)?(?:twitter|x)\.com/(?:\w{1,15}|i/web)/status(?:es)?/\d+(?:/(?:photo|video)/\d)?"
    r"(?:\?\S*|…)?|t\.co/[A-Za-z0-9]{6,}…?)+",
    re.IGNORECASE,
)
# A code of t.co ends where ASCII letters and digits end, and what follows without a space may be Japanese text.
_AFTER_CODE = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]"
)
_SHORTENED = re.compile(
    rf"https?://t\.co/[A-Za-z0-9]+(?={_AFTER_CODE}|[.,;:!)\]\"”»…]{{1,3}}(?!https?:)[^\W\d_])", re.IGNORECASE
)
_GLUED = re.compile(r"t\.co/[A-Za-z0-9]+[.,;:!][^\W\d_]", re.IGNORECASE)
_CUT_ADDRESS = re.compile(r"\s(?:htt|https?:?/?)…\Z", re.IGNORECASE)
# Scrapers put spaces into addresses where a browser hides part of them, and an ellipsis after.
_GAP = r"[ \t\u00a0]"
_HOST = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:/\S*)?"
_BROKEN = re.compile(
    rf"https?://(?:www\.)?{_GAP}{{1,3}}(?:www\.{_GAP}{{0,3}})?{_HOST}(?:{_GAP}\S{{0,60}}){{0,2}}?{_GAP}…"
    rf"|https?://www\.{_GAP}{{1,3}}{_HOST}|https?://{_GAP}{{1,3}}(?:www\.{_GAP}{{0,3}})?{_HOST}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"https?://\S*|(?<![\w@./-])www\.{_HOST}", re.IGNORECASE)
_EMPTY_BRACKETS = re.compile(
    rf"[(\[<{{（「【“«]\s*(?:{_GONE}\s*)+[)\]>}}）」】”»]|\"(?:{_GONE})+\"|[(\[“«]\s*(?:{_GONE}\s*)+\Z"
)
_BEFORE_CLOSING = re.compile(rf"[ \t\u00a0]?{_GONE}[ \t\u00a0]?(?=[)\]])")
_CUT_ENTITY = re.compile(
    r"&(?:amp?|lt|gt|quo|quot|nbs|nbsp|#x?[0-9a-f]{0,6})(?=…?\s*\Z)|&(?:[algq]|)(?=…\s*\Z)", re.IGNORECASE
)
_CUT_LENGTH = len("&#x123456…")
_FREQUENT = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}  # what X escapes
# Tags (U+E0000 to U+E007F) are letters that nobody sees, but in the flags of regions, which begin with a black flag.
_UNSEEN = re.compile(
    "[\u00ad\u180e\u200b\u2060\u206a-\u206f\ufeff\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"
)
# One joiner or variation selector is part of how a letter looks; several in a row hide something, such as whose copy
# a text is.
_IN_A_ROW = re.compile("[\u200c\u200d]{2}|[\ufe00-\ufe0f]{2}|[\U000e0100-\U000e01ef]{2}")
_SELECTORS = re.compile("[\U000e0100-\U000e01ef]{2,}")
_REPEATED = re.compile("(?<=[\u200c\u200d])[\u200c\u200d]+|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]+")
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
_JOINERS = "\u200c\u200d\u200e\u200f\u2061\u2062\u2063\u2064\ufe00\ufe0e\ufe0f"
_WITHHELD = re.compile(
    r"(?:This (?:Tweet|Post|account)|@\w{1,15}'s account|The following media)\b.{0,80}\b(?:has|have) been withheld\b",
    re.DOTALL,
)
_AROUND_ADDRESSES = (":// ", "://\t", ")", "]", ">", "}", '"', "(", "[")
"""Without any of these, no more than the addresses themselves is taken out of an ASCII text."""

_CLOSERS = {")": "(", "]": "[", ">": "<", "}": "{", "”": "“", "»": "«", '"': '"'}


def clean(text: str) -> str:
    """One post as a model sees it: entities unescaped, addresses removed, white space folded to single spaces.

    Cleaning twice is cleaning once. The result has no line break, no `http://` or `https://` address, no control
    character, no turn of direction, no lone surrogate, and no character that takes room and shows nothing.
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """The tokens of `clean(text)`, which are what white space separates."""
    return cleaned(text)[0]


def cleaned(text: str) -> tuple[list[str], list[str]]:
    """The tokens of `clean(text)`, and those that the historical pipeline would have had, by which words are counted.

    The second list is empty where nothing is left of the text, or only a platform's word that it was withheld.
    """
    text = printable(text)
    if "&" in text:
        text = _unescape_all(text)
    has_address = "://" in text
    rest = _URL.sub("", text) if has_address else text
    counted = rest.split()
    ascii_only = text.isascii()
    plain = ascii_only and ".co" not in rest and "www." not in rest and "withheld" not in rest
    if plain and not (has_address and (_GLUED.search(text) or any(map(text.__contains__, _AROUND_ADDRESSES)))):
        if has_address and counted and "&" in counted[-1]:
            counted = _whole(counted)
        return counted, counted  # most posts
    if "withheld" in text and _WITHHELD.match(text if ascii_only else _UNSEEN.sub("", text)):
        return [], []
    words = _tidied(text, ascii_only).split()
    if not ascii_only:
        words = [word for word in words if word.strip(_JOINERS)]
    words = _whole(words)
    if not ascii_only and has_address and NO_SPACES.search(text):
        counted = words  # an address may stand right before a text, and end where its letters and digits do
    return (words, counted) if words else ([], [])


def _whole(words: list[str]) -> list[str]:
    """`words` without half an entity at the end, where an address stood behind it."""
    while words and "&" in words[-1] and (whole := _CUT_ENTITY.sub("", words[-1])) != words[-1]:
        words = [*words[:-1], whole] if whole else words[:-1]
    return words


def _tidied(text: str, ascii_only: bool) -> str:
    if not ascii_only:
        text = _UNSEEN.sub("", text)
        if "&" in text:  # what was unseen may have stood inside of an entity
            text = _UNSEEN.sub("", _unescape_all(text))
        if _IN_A_ROW.search(text):
            text = _REPEATED.sub("", _SELECTORS.sub("", text))
        text = _BLANK.sub(" ", text)
        if text.endswith("…"):
            text = _CUT_ENTITY.sub("", text)
    if text.endswith("…") and _CUT_ADDRESS.search(text, max(0, len(text) - 12)):
        text = text[: max(text.rfind(mark) for mark in " \t\n") + 1]
    if "://" not in text and "www." not in text and ".co" not in text:
        return text
    text = _PICTURE.sub(_GONE, text)
    text = _BROKEN.sub(_GONE, _SHORTENED.sub(_GONE, text))
    text = _ADDRESS.sub(_without_closer, text)
    text = _EMPTY_BRACKETS.sub(" ", text)
    return _BEFORE_CLOSING.sub("", text).replace(_GONE, " ")


def _without_closer(match: re.Match[str]) -> str:
    """What stays of an address: a bracket at its end that closes one before it."""
    address, text, start = match[0], match.string, match.start()
    mark = address.rstrip(".,;:!?")[-1:]
    opener = _CLOSERS.get(mark)
    near = max(0, start - 300)
    if opener == mark:
        return _GONE + mark if text.count(mark, near, start) % 2 else _GONE
    if opener is None or address.count(mark) <= address.count(opener):
        return _GONE
    return _GONE + mark if text.rfind(opener, near, start) > text.rfind(mark, near, start) else _GONE


def unescape(text: str) -> str:
    """`text` with one layer of HTML entities read; `&copy=1` is left, for it has no semicolon."""
    return _ENTITY.sub(_read, text) if ";" in text and "&" in text else text


def _read(entity: re.Match[str]) -> str:
    if (frequent := _FREQUENT.get(entity[0])) is not None:
        return frequent
    return html.unescape(entity[0]) if entity[0][1] == "#" else html5.get(entity[0][1:], entity[0])


def _unescape_all(text: str) -> str:
    # Tables were often escaped twice. More layers than this were made to keep a reader busy.
    for _ in range(5):
        plain = unescape(text)
        if plain == text:
            cut = "&" in text.rstrip()[-_CUT_LENGTH:]
            return _CUT_ENTITY.sub("", text) if cut else text
        text = printable(plain)
    return text.replace("&", "")


def is_short(tokens: Sequence[str], words: int = PLAIN_WORDS) -> bool:
    """Whether fewer than `words` of the tokens are plain: have no `http`, `@` or `#` in them.

    In scripts without spaces a token is a clause or more; there the words are counted in which Unicode's rules part it
    (Unicode Standard Annex 29), or its letters where they do not, mentions and hashtags aside.
    """
    if words <= 0:
        return False
    head = " ".join(tokens[:words])
    if len(tokens) >= words and head.isascii() and "@" not in head and "#" not in head and "http" not in head.lower():
        return False  # most posts
    for token in tokens:
        if not token.isascii() and NO_SPACES.search(token):
            words -= _words_in(token)
        elif "@" not in token and "#" not in token and "http" not in token.lower():
            words -= 1
        if words <= 0:
            return False
    return True


def _words_in(token: str) -> int:
    rest = re.sub(r"@[A-Za-z0-9_]+|[#＃]\S+|https?:\S*", " ", token[:400])
    rest = _LETTER.sub(r"\g<0> ", rest)
    return sum(1 for piece in regex.split(r"(?wV1)\b", rest) if any(map(str.isalnum, piece)))


def without_leading_mentions(words: list[str]) -> list[str]:
    """`words` without the mentions that an answer begins with: `@a @b text` is `text`."""
    at = 0
    while at < len(words) and re.fullmatch(r"\.?[@＠]\w[\w.@-]*(?:/[@＠]\w[\w.@-]*)*[:;,]?", words[at]):
        at += 1
    return words[at:]
