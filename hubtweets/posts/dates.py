"""When posts were written: the forms of dates that archives, scrapers and spreadsheets use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal

Order = Literal["mdy", "dmy"]
"""What stands first in dates such as 10/11/17: the month or the day."""

_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BETWEEN = {name: f"-{number:02}-" for number, name in enumerate(_ENGLISH, 1)}
# English, Spanish, French, German, Portuguese, Italian, Dutch, Swedish, Indonesian, Russian, Turkish and Polish, as
# pages and apps write them.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (("jan january ene enero janv janvier januar jänner janeiro gen gennaio januari янв января ocak "
         "sty stycznia"),
         ("feb february febrero févr février fevr fevrier februar fev fevereiro febbraio februari фев февр февраля şub "
         "şubat lut lutego"),
         "mar march marzo mars märz mär março maart mrt maret мар марта mart marca",
         "apr april abr abril avr avril aprile апр апреля nis nisan kwi kwietnia",
         "may mayo mai maio mag maggio mei maj май мая mayıs maja",
         "jun june junio juin juni junho giu giugno июн июня haz haziran cze czerwca",
         "jul july julio juil juillet juli julho lug luglio июл июля tem temmuz lip lipca",
         "aug august ago agosto août aout augustus augusti agu agustus авг августа ağu ağustos sie sierpnia",
         ("sep sept september septiembre setiembre septembre set setembro settembre сен сент сентября eyl eylül "
         "wrz września"),
         "oct october octubre octobre okt oktober out outubro ott ottobre окт октября eki ekim paź października",
         "nov november noviembre novembre novembro ноя нояб ноября kas kasım lis listopada",
         ("dec december dic diciembre déc décembre decembre dez dezember dezembro dicembre des desember дек декабря "
         "ara aralık gru grudnia")),
        1,
    )
    for name in names.split()
}  # fmt: skip

# Names of zones that scrapers wrote beside times. IST is India's, as in twint's tables; BST is Britain's.
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "ist": 330, "pkt": 300, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "brt": -180,
    "art": -180,
}  # fmt: skip

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
_ZONE = r"(?:\s?(?P<zone>[A-Za-z]{1,5}|(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d\d)?))?"
_NUMBERS = re.compile(
    rf"(?P<one>\d{{1,4}})(?P<mark>[/.-])(?P<two>\d{{1,2}})(?P=mark)(?P<three>\d{{4}}|\d{{2}})(?:,?[T\s]\s?{_CLOCK}{_ZONE})?"
)
# 2020年1月2日 3時4分, 2020년 1월 2일, 2020. 1. 2. 오후 3:04; whether it is before or after noon stands before the hour.
_EAST_ASIA = re.compile(
    r"(?P<year>\d{4})(?:\s?[年년]|\.)\s?(?P<month>\d{1,2})(?:\s?[月월]|\.)\s?(?P<day>\d{1,2})(?:\s?[日일号]|\.)"
    rf"(?:\s?(?P<noon>午前|午後|上午|下午|오전|오후)?\s?(?:{_CLOCK}{_ZONE}|(?P<hours>\d{{1,2}})\s?[時时시]"
    r"(?:\s?(?P<minutes>\d{1,2})\s?[分분](?:\s?(?P<seconds>\d{1,2})\s?[秒초])?)?))?"
)
_EAST_ASIA_PAGE = re.compile(  # 午後3:04 · 2020年1月2日, as X shows it
    rf"(?P<noon>午前|午後|上午|下午|오전|오후)?\s?{_CLOCK}\s·\s"
    r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
)
_AFTERNOON = ("午後", "下午", "오후")
_TH = r"(?:st|nd|rd|th|\.)"
_LATER = rf"(?:(?:\s[·|-]|\sat|\sum|\sà|\sв|\sa las|\so|,)?\s{_CLOCK}{_ZONE})"
_WORD = r"(?P<name>[^\W\d_]{3,12})\.?"
_NAMED = tuple(
    re.compile(rf"(?:[^\W\d_]{{2,12}}\.?,?\s)?{form}")
    for form in (
        rf"{_WORD}\s(?P<day>\d{{1,2}})\s{_CLOCK}{_ZONE}\s(?P<year>\d{{4}})",  # Sat Nov 09 12:14:18 +0000 2024
        rf"{_WORD}\s(?P<day>\d{{1,2}}){_TH}?,?\s(?P<year>\d{{4}}){_LATER}?",
        rf"(?P<day>\d{{1,2}}){_TH}?[\s-](?:de\s)?{_WORD},?[\s-](?:de\s)?(?P<year>\d{{4}}|\d\d)(?:\sг\.?)?{_LATER}?",
        rf"{_CLOCK}{_ZONE}\s[·|-]\s{_WORD}\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})",  # 5:23 PM · Nov 10, 2017
        rf"{_CLOCK}{_ZONE}\s[·|-]\s(?P<day>\d{{1,2}})\s{_WORD},?\s(?P<year>\d{{4}})",
    )
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T\s](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s?(?![AaPp][Mm]\b)([A-Za-z]{2,5})")
_REGION = re.compile(
    r"(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s?[(\[]?((?:[A-Z]\w{1,20}/[\w/+-]{1,40})|UTC)[)\]]?"
)
_ISO_HALF = re.compile(rf"(?P<year>\d{{4}})[-/:.](?P<month>\d\d?)[-/:.](?P<day>\d\d?),?[T\s]{_CLOCK}{_ZONE}")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)([0-2]\d)([0-5]\d)([0-5]\d)")  # 20200102030405
# What stands behind a date: the client (as X's page has it), a name of the zone beside its offset (JavaScript, Go).
_BEHIND = re.compile(r"\s·\s[A-Z][\w ]{2,40}$|(?<=[+-]\d{4})\s\([^()]{2,50}\)$|(?<=[+-]\d{4})\s[A-Z]{3,5}$")
_EPOCH = re.compile(r"-?\d{9,19}(?:\.\d{1,9})?|\d\.\d{1,18}[eE]\+?(?:9|1\d)")
_CALL = re.compile(
    r"(?:new )?(?:[Dd]ate|[Dd]atetime|datetime\.datetime|Timestamp|ISODate)\(['\"]?([^()'\"]{4,40})['\"]?[^()]{0,40}\)"
)
_MONGO = re.compile(r"""\{['"]\$date['"]: ?['"]?([^'"{}]{4,40})['"]?\}""")
_PARTS = re.compile(r"(\d{4}), (\d\d?), (\d\d?), (\d\d?), (\d\d?)(?:, (\d\d?))?(?:, \d{1,6})?(?:, tzinfo=.*)?")
_SERIAL = re.compile(r"[345]\d{4}(?:\.\d{1,12})?")


def parse_time(text: str) -> datetime:
    """`Sat Nov 09 12:14:18 +0000 2024`, or `2015-01-31 11:24:09 +0000`, as a datetime.

    The first is what X writes today; it is read at several times the speed of strptime.

    Raises:
        ValueError: when it is something else.
    """
    if len(text) != 30 or text[19:26] != " +0000 ":
        text = text[:64]
        return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z" if text[:4].isdigit() else "%a %b %d %H:%M:%S %z %Y")
    if (month := _BETWEEN.get(text[4:7])) is None:
        raise ValueError(f"no date: {text!r}")
    return datetime.fromisoformat(f"{text[26:]}{month}{text[8:10]}T{text[11:19]}Z")


def parse_any(value: Any, order: Order = "mdy", offset: str | None = None) -> datetime:
    """A date in any of the forms that tables have, with a time zone (UTC where none is named).

    Args:
        value: a datetime, seconds or milliseconds since 1970, days of a spreadsheet, or text.
        order: how dates of three short numbers are read; see `column_order`.
        offset: the zone of the row where a column of its own says it (`+0530`).

    Raises:
        ValueError: when it is no date, or one that no calendar has.
    """
    if isinstance(value, datetime):
        return _zoned(value, offset)
    text = _BEHIND.sub("", " ".join(str(value)[:120].split()).strip("'\""))[:80]
    if call := _CALL.fullmatch(text) or _MONGO.fullmatch(
        text
    ):  # as programs write them: datetime.datetime(2020, 1, 2), {'$date': …}
        text = call[1].strip()
    if parts := _PARTS.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in parts.groups())
        return _zoned(datetime(year, month, day, hour, minute, second), offset)
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = map(int, compact.groups())
        return _zoned(datetime(year, month, day, hour, minute, second), offset)
    if _EPOCH.fullmatch(text):
        number = float(text)
        while abs(number) > 1e11:  # milliseconds, microseconds, nanoseconds
            number /= 1000
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number)
    if _SERIAL.fullmatch(text):  # days since 1899-12-30, as spreadsheets count them
        return datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=float(text))
    try:
        return _zoned(datetime.fromisoformat(re.sub(r"\s?(?:Z|UTC|\+00:?00)$", "+00:00", text)), offset)
    except ValueError:
        pass
    try:
        return parse_time(text)
    except ValueError:
        pass
    if match := _REGION.fullmatch(text):
        return _in_region(match[1], match[2])
    if match := _ISO.fullmatch(text):
        naive = datetime.fromisoformat(f"{match[1]}T{match[2].replace(',', '.')}")
        return naive.replace(tzinfo=_zone(offset or match[3]))
    for form in (_NUMBERS, _EAST_ASIA, _EAST_ASIA_PAGE, _ISO_HALF, *_NAMED):
        if match := form.fullmatch(text):
            return _built(match.groupdict(), order, offset)
    raise ValueError(f"no date: {text!r}")


def column_order(values: Iterable[Any]) -> tuple[Order, bool]:
    """How a whole column writes short dates, and whether that is certain.

    A first number over 12 can only be a day, a second one over 12 likewise. Where no date of the column tells, the
    month is taken to be first, as the tools of the United States write it; dots (10.11.2017) are for day first.
    """
    seen: Counter[str] = Counter()
    for value in values:
        if not isinstance(value, str) or not (match := _NUMBERS.fullmatch(" ".join(value[:80].split()))):
            continue
        one, two = int(match["one"]), int(match["two"])
        if len(match["one"]) == 4:
            continue
        seen["dmy" if one > 12 else "mdy" if two > 12 else "dots" if match["mark"] == "." else "open"] += 1
    if seen["dmy"] or seen["mdy"]:
        return ("dmy" if seen["dmy"] > seen["mdy"] else "mdy"), True
    return ("dmy" if seen["dots"] else "mdy"), not seen["open"]


def _built(parts: dict[str, str | None], order: Order, offset: str | None) -> datetime:
    if parts.get("one"):
        one, two, three = (str(parts[name]) for name in ("one", "two", "three"))
        if len(one) == 4:
            year, month, day = int(one), int(two), int(three)
        else:
            first, second = (int(one), int(two)) if order == "mdy" else (int(two), int(one))
            year, month, day = _year(three), first, second
    else:
        name = str(parts.get("name") or "").lower()
        if name and name not in _MONTHS:
            raise ValueError(f"no month: {name!r}")
        year, day = _year(str(parts["year"])), int(str(parts["day"]))
        month = _MONTHS[name] if name else int(str(parts["month"]))
    hour, minute, second = (int(parts.get(name) or parts.get(f"{name}s") or 0) for name in ("hour", "minute", "second"))
    half, noon = (parts.get("half") or "").lower(), parts.get("noon")
    if half or noon:
        hour = hour % 12 + (12 if half == "p" or noon in _AFTERNOON else 0)
    naive = datetime(year, month, day, hour, minute, second)
    return naive.replace(tzinfo=_zone(offset or parts.get("zone") or "utc"))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text) + (2000 if int(text) < 69 else 1900)


def _zoned(time: datetime, offset: str | None) -> datetime:
    return time if time.tzinfo else time.replace(tzinfo=_zone(offset) if offset else UTC)


def _in_region(text: str, name: str) -> datetime:
    """The time of a place that the database of zones names: `Europe/Berlin`.

    Raises:
        ValueError: when it does not.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError(f"no time zone: {name!r}") from None


def _zone(text: str) -> timezone:
    """The zone of `+0530`, `UTC+2` or a name.

    Raises:
        ValueError: when it is not known.
    """
    if match := re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", text.strip(), re.IGNORECASE):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))
    if (known := _ZONES.get(text.strip().lower())) is None:
        raise ValueError(f"no time zone: {text!r}")
    return timezone(timedelta(minutes=known))
