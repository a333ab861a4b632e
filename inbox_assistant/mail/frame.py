"""The buyer's own words, cut out of Amazon's frame by its form.

The frame comes in more languages than anyone has samples of, so what counts is the
lines of dashes, the product lines above them and the links below.
"""

import re
from dataclasses import dataclass

from inbox_assistant.domain.order_id import DIGITS
from inbox_assistant.mail.lines import (
    is_blank,
    is_quoted,
    plain_line,
    without_outer_blanks,
)
from inbox_assistant.mail.marker import Marker, markers, own_lines, runs_of
from inbox_assistant.mail.quote import history_start, without_history
from inbox_assistant.mail.wording import GREETING

_PRODUCT_END = re.compile(r"\[ASIN:\s?[A-Z0-9]{10}\]\Z", re.IGNORECASE)
_PRODUCT_START = re.compile(r"\d{1,3}\s?(?:/|\S{1,6}\s)\s?\S")
_ORDER_LINE = re.compile(rf"(?:#\s?{DIGITS}:?|[^\d]{{0,30}}\s?{DIGITS}\s?:)\Z")
_FOOTER_LINK = re.compile(
    r"/messaging/|no-response-needed|\bSPC-[A-Z]{2,3}Amazon-|\[commMgrTok:",
    re.IGNORECASE,
)
_FOOTER_STEMS = ("/messaging/", "no-response-needed", "spc-", "[commmgrtok:")
"""Each match of the pattern holds one, in small letters."""
_AMAZON_LINK = re.compile(
    r"https?://[\w.-]*\bamazon\.[a-z.]{2,6}/(?!dp/|gp/product|[^\s/]+/dp/)"
    r"|©|\(c\) ?\d{4}",
    re.IGNORECASE,
)
_TELLING = ">:-_="
# Amazon lets a buyer write some thousand letters; a long history may follow.
_LONGEST_TEXT = 200_000
_MOST_HEAD_LINES = 15
_LINES_ABOVE_PRODUCT = 4
_LONGEST_LABEL = 120
_LINES_BETWEEN_LINKS = 4
_LINES_OF_FREE_TEXT = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A mail's text taken apart."""

    words: str
    """The writer's own words."""
    head: str = ""
    """What Amazon wrote above them: order and products."""
    tail: str | None = None
    """What Amazon wrote below; ``None`` where nothing proves who wrote it."""
    is_framed: bool = False
    """Whether Amazon's markers were found around the words."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Line numbers: where the words begin and end, and where the footer begins."""

    start: int
    end: int
    tail: int | None


def take_apart(text: str) -> Frame:
    """Return the words, head and tail of *text*."""
    if not text:
        return Frame(words="")
    text = text[:_LONGEST_TEXT]
    if text.isascii() and not any(map(text.__contains__, _TELLING)):
        return _running(text)
    lines = own_lines(text)
    found = markers(lines)
    history = history_start(lines)
    is_own = found and (history is None or history >= found[0].index)
    cut = _framed(lines, found) if is_own else _unframed(lines, found, history)
    inner = lines[cut.start : cut.end]
    return Frame(
        words="\n".join(without_outer_blanks(without_history(inner))),
        head="\n".join(lines[: _opener(found, cut) if is_own else cut.start]),
        tail=None if cut.tail is None else "\n".join(lines[cut.tail :]),
        is_framed=bool(is_own),
    )


def _running(text: str) -> Frame:
    """Return *text* without any sign of *_TELLING*, as ``take_apart`` would.

    Markers, quotations and lines of products cannot be without one.
    """
    lines = text.split("\n")
    start = _greeting_end(lines)
    inner = lines[start : _footer_start(lines, start)]
    return Frame(
        words="\n".join(without_outer_blanks(inner)), head="\n".join(lines[:start])
    )


def _opener(found: list[Marker], cut: _Cut) -> int:
    return min(cut.start, found[0].index)


def _framed(lines: list[str], found: list[Marker]) -> _Cut:
    runs = runs_of(found, lines)
    if _is_loose(lines, found):
        return _Cut(_greeting_end(lines), runs[-1][0].index, None)
    start, closers = _opening(lines, runs)
    if not closers:
        return _Cut(start, _footer_start(lines, start), None)
    last = closers[-1]
    end = max(start, last[0].index)
    if _belongs_to_quote(lines, start, found):
        return _Cut(start, end, None)
    return _Cut(start, end, last[-1].index + 1)


def _is_loose(lines: list[str], found: list[Marker]) -> bool:
    """Say whether nothing tells Amazon's markers from those of a quoted mail.

    Free text stands above them and no footer below: all of it is kept.
    """
    first, last = found[0].index, found[-1].index
    above = lines[_greeting_end(lines) : first]
    written = sum(not is_blank(line) for line in above)
    is_known = written < _LINES_OF_FREE_TEXT or _head_end(lines, first)
    return not is_known and all(is_blank(line) for line in lines[last + 1 :])


def _opening(
    lines: list[str], runs: list[list[Marker]]
) -> tuple[int, list[list[Marker]]]:
    """Return where the words begin and the runs of markers that may close them."""
    first = runs[0]
    if first[0].has_colon:
        colons = [one for one in first if one.has_colon]
        rest = [one for one in first if not one.has_colon]
        return colons[-1].index + 1, _closing(([rest] if rest else []) + runs[1:])
    head = _head_end(lines, first[0].index)
    above = lines[head : first[0].index]
    if head and any(not is_blank(line) for line in above):
        return head, _closing(runs)
    if len(runs) > 1:
        return first[-1].index + 1, _closing(runs[1:])
    return _single_run(lines, first, head)


def _single_run(
    lines: list[str], run: list[Marker], head: int
) -> tuple[int, list[list[Marker]]]:
    """Tell an opening marker without a closing one from the other way round."""
    if len(run) > 1:
        # Both stand together: nothing was written, a photograph perhaps.
        return run[0].index + 1, [run[1:]]
    below = run[0].index + 1
    footer = _footer_start(lines, below)
    if all(is_blank(line) for line in lines[below:footer]):
        return head, [run]
    return below, []


def _closing(runs: list[list[Marker]]) -> list[list[Marker]]:
    kept = ([one for one in run if not one.has_colon] for run in runs)
    return [run for run in kept if run]


def _belongs_to_quote(lines: list[str], start: int, found: list[Marker]) -> bool:
    """Say whether the last closing marker closes a quoted mail, not this one."""
    inner = [one for one in found if one.index >= start]
    if not any(one.has_colon for one in inner):
        # Nothing opens here that could be closed.
        return False
    history = history_start(lines[start:])
    if history is None:
        return False
    quoted = [one for one in inner if one.index >= start + history]
    opened = sum(1 for one in quoted if one.has_colon)
    return bool(opened) and len(quoted) - opened <= opened


def _unframed(lines: list[str], found: list[Marker], history: int | None) -> _Cut:
    start = _head_end(lines, len(lines) if history is None else history)
    if history is None:
        return _Cut(start, _footer_start(lines, start), None)
    end = _footer_start(lines, history)
    if found and not is_quoted(lines[found[-1].index]):
        end = min(end, found[-1].index)
    return _Cut(start, end, _tail_below_quote(lines, found, history))


def _tail_below_quote(
    lines: list[str], found: list[Marker], history: int
) -> int | None:
    """Return where Amazon's footer begins below a quote that has quote signs.

    A marker without a quote sign below signed lines is Amazon's own; among lines
    without signs nobody can tell.
    """
    quoted = [n for n in range(history, len(lines)) if is_quoted(lines[n])]
    if not quoted or not found or found[0].index < quoted[-1]:
        return None
    between = lines[quoted[-1] + 1 : found[0].index]
    if any(not is_blank(line) for line in between):
        return None
    return found[-1].index + 1


def _head_end(lines: list[str], limit: int) -> int:
    """Return the line after Amazon's order and product lines at the top."""
    end = seen = 0
    open_title = False
    for index, line in enumerate(lines[: min(limit, 60)]):
        plain = plain_line(line)
        if not plain:
            continue
        seen += 1
        if _ORDER_LINE.match(plain) or _PRODUCT_END.search(plain):
            end, open_title = index + 1, False
        elif _PRODUCT_START.match(plain):
            open_title = True
        elif not open_title and (end or seen > _LINES_ABOVE_PRODUCT):
            break
        if seen > _MOST_HEAD_LINES:
            break
    return end or _greeting_end(lines)


def _greeting_end(lines: list[str]) -> int:
    for index, line in enumerate(lines[:_MOST_HEAD_LINES]):
        if not is_blank(line):
            return index + 1 if GREETING.match(plain_line(line)) else 0
    return 0


def _footer_start(lines: list[str], start: int) -> int:
    """Return the line where Amazon's footer begins, by its links, from the end."""
    text = "".join(lines).lower()
    if not any(map(text.__contains__, _FOOTER_STEMS)):
        return len(lines)
    linked = [
        index
        for index in range(start, len(lines))
        if _FOOTER_LINK.search(lines[index]) and not is_quoted(lines[index])
    ]
    if not linked:
        return len(lines)
    first = linked[-1]
    for index in reversed(linked[:-1]):
        between = [line for line in lines[index + 1 : first] if not is_blank(line)]
        if len(between) > _LINES_BETWEEN_LINKS:
            break
        first = index
    place = first - 1
    while place >= start and (is_blank(lines[place]) or _is_footer_line(lines, place)):
        if not is_blank(lines[place]):
            first = place
        place -= 1
    return first


def _is_footer_line(lines: list[str], index: int) -> bool:
    line = lines[index]
    if _AMAZON_LINK.search(line) or _FOOTER_LINK.search(line):
        return True
    # The label of a link that stands alone on the next line.
    below = lines[index + 1].strip() if index + 1 < len(lines) else ""
    return below.startswith("http") and " " not in below and len(line) < _LONGEST_LABEL
