"""Where a buyer's mail program began to quote, recognised by form."""

import re

from inbox_assistant.domain.order_id import DIGITS
from inbox_assistant.mail.attribution import attribution_above, header_at, is_dated
from inbox_assistant.mail.lines import is_blank, is_quoted, plain_line
from inbox_assistant.mail.marker import markers, runs_of

_ORDER_LINE = re.compile(rf"# ?{DIGITS}\Z")
_TELLING = re.compile(r"[>:\-_=]|[^\x00-\x7f]")
_LONGEST_LOOKED_AT = 400
_LINES_OF_FRAME_HEAD = 12
_MORE_THAN = re.compile(r"> ?\d")
"""What means "more than" rather than a quotation."""


def history_start(lines: list[str]) -> int | None:
    """Return the index of the first line of quoted history, header included."""
    return next((start for start, _ in _history(lines)), None)


def without_history(lines: list[str]) -> list[str]:
    """Return the writer's own lines of *lines*.

    Words below or between quotes are the writer's too. Where nothing else is left,
    the lines are returned as they are: the history is all there is to read.
    """
    own: list[str] = []
    place = 0
    for start, end in _history(lines):
        own.extend(lines[place : max(place, start)])
        place = max(place, end)
    own.extend(lines[place:])
    return own if any(not is_blank(line) for line in own) else lines


def _history(lines: list[str]) -> list[tuple[int, int]]:
    """Return start and end of each stretch of history, in their order."""
    telling = _telling(lines)
    if not telling:
        return []
    found = _regions(lines, telling)
    rest = list(lines)
    for start, end in found:
        rest[start:end] = [""] * (end - start)
    frame = _frame_start(rest)
    return found if frame is None else sorted([*found, (frame, len(lines))])


def _telling(lines: list[str]) -> list[int]:
    """Return the lines that can be a quotation, a header above one, or a marker.

    Most are letters and blanks, and are looked at no closer.
    """
    text = "".join(lines)
    if text.isascii() and not any(map(text.__contains__, ">:-_=")):
        return []
    return [index for index, line in enumerate(lines) if _TELLING.search(line)]


def _regions(lines: list[str], telling: list[int]) -> list[tuple[int, int]]:
    """Return start and end of each stretch of history, made known by a *telling* line.

    A header without quote signs below it introduces all the rest.
    """
    plain = [plain_line(line[:_LONGEST_LOOKED_AT]) for line in lines]
    found: list[tuple[int, int]] = []
    end = 0
    for index in telling:
        region = None if index < end else _region_at(lines, plain, index)
        # Where a quote was found, single signed lines are parts of it too.
        if region and (found or not _may_be_the_writers(lines, plain, region)):
            found.append(region)
            end = region[1]
    return found


def _region_at(
    lines: list[str], plain: list[str], index: int
) -> tuple[int, int] | None:
    if is_quoted(lines[index]):
        above = attribution_above(plain, index)
        if above is None and index and _ORDER_LINE.match(plain[index - 1]):
            above = index - 1
        return index if above is None else above, _run_end(lines, index)
    header = header_at(plain, index)
    if header is None:
        return None
    start, below = header
    while below < len(lines) and not plain[below]:
        below += 1
    if below < len(lines) and is_quoted(lines[below]):
        return start, _run_end(lines, below)
    return start, len(lines)


def _may_be_the_writers(
    lines: list[str], plain: list[str], region: tuple[int, int]
) -> bool:
    """Say whether *region* is signed lines that nothing introduces: "> 5 kg".

    Several are the writer's only where each begins with a number.
    """
    start, end = region
    if not is_quoted(lines[start]):
        return False
    if end - start > 1 and not all(map(_MORE_THAN.match, plain[start:end])):
        return False
    stands_alone = start == 0 or not plain[start - 1]
    goes_on = any(plain[place] for place in range(end, len(plain)))
    return goes_on or not stands_alone


def _run_end(lines: list[str], index: int) -> int:
    """Return the end of the quoted lines from *index* on; blank ones may lie within."""
    end = index
    while end < len(lines):
        below = end
        while below < len(lines) and is_blank(lines[below]):
            below += 1
        if below == len(lines) or not is_quoted(lines[below]):
            break
        end = below + 1
    return end


def _frame_start(lines: list[str]) -> int | None:
    """Return where an earlier mail of Amazon's begins that is quoted without signs.

    Its markers stand among the lines; the nearest line above them that ends with a
    colon and has a number in it introduced it.
    """
    runs = runs_of(markers(lines), lines)
    opens = [run[0].index for run in runs if run[0].has_colon]
    if not opens and len(runs) > 1:
        opens = [runs[0][0].index]
    if not opens:
        return None
    seen = 0
    for index in range(opens[0] - 1, -1, -1):
        line = plain_line(lines[index])
        if not line:
            continue
        seen += 1
        if line.endswith(":") and is_dated(line):
            return index
        if seen > _LINES_OF_FRAME_HEAD:
            break
    return None
