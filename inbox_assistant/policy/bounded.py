"""Refuses regular expressions that some text could make slow."""

import re
from collections.abc import Iterator

_ITEM = re.compile(
    r"\\(?P<escape>.)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|"
    r"(?P<open>\((?:\?(?:P<\w+>|<?[=!]|:|i:))?)|(?P<close>\))|"
    r"(?P<brace>\{(?P<low>\d*)(?:,(?P<high>\d*))?\})|(?P<other>.)",
    re.DOTALL,
)
MOST = 200
"""The most often anything may repeat, repetitions inside each other multiplied."""


def refuse_unbounded(source: str) -> str:
    """Return what is wrong with *source*, or an empty text."""
    try:
        re.compile(source)
    except (re.error, RecursionError, OverflowError) as error:
        return f"the pattern is no regular expression: {error}"
    items = list(_ITEM.finditer(source))
    for item in items:
        wrong = _wrong(item)
        if wrong:
            return wrong
    if max(_repetitions(items), default=1) > MOST:
        return f"the pattern repeats more than {MOST} times"
    return ""


def _wrong(item: re.Match[str]) -> str:
    """Return what is wrong with one item of an expression by itself."""
    text = item.group()
    if item["escape"] is not None and item["escape"].isdecimal():
        return "the pattern refers back to a group; write it out"
    if text in ("*", "+") or (item["brace"] is not None and item["high"] == ""):
        return f"“{text}” repeats without bound; write {{0,20}} instead"
    return ""


def _repetitions(items: list[re.Match[str]]) -> Iterator[int]:
    """Yield how often each part of an expression may repeat."""
    depths = [1]
    last = 1
    for item in items:
        if item["open"] is not None:
            depths.append(1)
            last = 1
        elif item["close"] is not None and len(depths) > 1:
            last = depths.pop()
        elif item["brace"] is not None:
            last *= int(item["high"] or item["low"] or 1)
        elif item.group() != "?":
            last = 1
        depths[-1] = max(depths[-1], last)
        yield last
