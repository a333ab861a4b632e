"""Refuses regular expressions that some text could make slow."""

import re

_ITEM = re.compile(
    r"\\(?P<escape>.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<?[=!]|:|i:)?|"
    r"(?P<brace>\{(?P<low>\d*)(?:,(?P<high>\d*))?\})|.",
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
    stack = [1]
    worst = last = 1
    for item in _ITEM.finditer(source):
        text = item.group()
        if item["escape"] is not None and item["escape"].isdecimal():
            return "the pattern refers back to a group; write it out"
        if text in "*+":
            return f"“{text}” repeats without bound; write {{0,20}} instead"
        times = _times(item)
        if times is None:
            return f"“{text}” repeats without bound; give it an end"
        if text.startswith("("):
            stack.append(1)
            last = 1
        elif text == ")" and len(stack) > 1:
            last = stack.pop()
            stack[-1] = max(stack[-1], last)
        elif item["brace"] is not None:
            last *= times
            stack[-1] = max(stack[-1], last)
        elif text != "?":
            last = 1
        worst = max(worst, last)
    return "" if worst <= MOST else f"the pattern repeats more than {MOST} times"


def _times(item: re.Match[str]) -> int | None:
    """Return how often a quantifier repeats at most; ``None`` without bound."""
    if item["brace"] is None:
        return 1
    if item["high"] is None:
        return int(item["low"] or 1)
    return int(item["high"]) if item["high"] else None
