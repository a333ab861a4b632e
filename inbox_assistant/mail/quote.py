"""Where a buyer's mail program began to quote, recognised by form."""

import re

from inbox_assistant.mail.lines import is_blank, is_quoted, plain_line
from inbox_assistant.mail.marker import markers, runs_of

_DASH_TITLE = re.compile(r"-{3,}\s?[^\s-].{0,60}?\s?-{3,}\Z")
_RULE = re.compile(r"[_=-]{8,}\Z")
_FIELD = re.compile(r"[*_]{0,2}[^\s:@<>][^:@<>]{0,24}:[*_]{0,2}(?:\s|\Z)")
_TIME = re.compile(r"[0-9\u0660-\u0669]{1,2}\s?[:.h]\s?[0-9\u0660-\u0669]{2}")
_MAILBOX = re.compile(r"[@<\[]")
_DIGITS = re.compile(r"[0-9\u0660-\u0669]{1,4}")
_YEAR = re.compile(r"\b20[0-9]{2}\b")
# How mail programs end the line above a quote. These only confirm a line that
# already has a date and ends with a colon.
_WROTE = re.compile(
    r"\b(?:wrote|schrieb|a écrit|ha scritto|escribió|escreveu|schreef|skrev|napisał"
    r"|pisze|yazdı|كتب)\b|napisał\(a\)|写道|書きました|のメッセージ",
    re.IGNORECASE,
)
_FIELDS_BELOW_TITLE = 2
_FIELDS_ALONE = 3
_FIELDS_WITHOUT_ADDRESS = 4
_LONGEST_ATTRIBUTION = 400
_LINES_TO_ATTRIBUTION = 2
_LINES_OF_FRAME_HEAD = 12


def history_start(lines: list[str]) -> int | None:
    """Return the index of the first line of quoted history, header included."""
    found = [
        place
        for place in (_header_start(lines), _run_start(lines), _frame_start(lines))
        if place is not None
    ]
    return min(found, default=None)


def without_history(lines: list[str]) -> list[str]:
    """Return the writer's own lines of *lines*.

    Words below or between quotes are the writer's too. Where nothing else is left,
    the lines are returned as they are: the history is all there is to read.
    """
    ends = [
        place
        for place in (_header_start(lines), _frame_start(lines))
        if place is not None
    ]
    kept = lines[: min(ends, default=len(lines))]
    own = _without_runs(kept)
    if any(not is_blank(line) for line in own):
        return own
    return lines


def _header_start(lines: list[str]) -> int | None:
    plain = [plain_line(line)[:_LONGEST_ATTRIBUTION] for line in lines]
    for index, line in enumerate(plain):
        if line and not line.startswith(">") and _is_header(plain, index):
            return _with_line_above(plain, index)
    return None


def _is_header(plain: list[str], index: int) -> bool:
    line = plain[index]
    if _DASH_TITLE.match(line):
        return _fields_from(plain, index + 1) >= _FIELDS_BELOW_TITLE
    if _RULE.match(line):
        # People draw lines too: only a mail's header below one makes it a quote.
        near = " ".join(plain[index + 1 : index + 5])
        few = _fields_from(plain, index + 1) < _FIELDS_ALONE
        return not few and _TIME.search(near) is not None
    if line.endswith(":") and _is_attribution(plain, index):
        # Quote signs below tell better where the quote ends.
        return not _is_quoted_below(plain, index)
    return _is_field_block(plain, index)


def _is_field_block(plain: list[str], index: int) -> bool:
    fields = _fields_from(plain, index) if _FIELD.match(plain[index]) else 0
    if fields < _FIELDS_ALONE:
        return False
    below = plain[index + 1 : index + _FIELDS_WITHOUT_ADDRESS]
    if _MAILBOX.search(plain[index]):
        return any(_TIME.search(line) for line in below)
    dated = any(_TIME.search(line) and _YEAR.search(line) for line in below[:2])
    return dated and fields >= _FIELDS_WITHOUT_ADDRESS


def _fields_from(plain: list[str], index: int) -> int:
    """Count lines that look like ``Label: value`` from *index* on, four at most."""
    count = 0
    if index < len(plain) and not plain[index]:
        index += 1
    for line in plain[index : index + _FIELDS_WITHOUT_ADDRESS]:
        if not _FIELD.match(line):
            break
        count += 1
    return count


def _is_quoted_below(plain: list[str], index: int) -> bool:
    below = next((line for line in plain[index + 1 : index + 4] if line), "")
    return below.startswith(">")


def _is_attribution(plain: list[str], index: int) -> bool:
    line = plain[index]
    joined = f"{plain[index - 1]} {line}" if index and plain[index - 1] else line
    return _says_who_wrote(line) or _says_who_wrote(joined)


def _says_who_wrote(line: str) -> bool:
    if _TIME.search(line) and _MAILBOX.search(line):
        return True
    return bool(_WROTE.search(line) and (_TIME.search(line) or _YEAR.search(line)))


def _with_line_above(plain: list[str], index: int) -> int:
    """Include the first half of an attribution that was wrapped."""
    line = plain[index]
    is_wrapped = (
        line.endswith(":")
        and not _FIELD.match(line)
        and not _TIME.search(line)
        and index > 0
        and _TIME.search(plain[index - 1])
    )
    if is_wrapped:
        return index - 1
    if index > 0 and _RULE.match(plain[index - 1]) and not _DASH_TITLE.match(line):
        return index - 1
    return index


def _runs(lines: list[str]) -> list[tuple[int, int]]:
    """Return start and end of each run of quoted lines, attribution included."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        if not is_quoted(lines[index]):
            index += 1
            continue
        end = index
        while end < len(lines) and (
            is_quoted(lines[end])
            or (
                is_blank(lines[end])
                and end + 1 < len(lines)
                and is_quoted(lines[end + 1])
            )
        ):
            end += 1
        start = _attribution_above(lines, index)
        stands_alone = index == 0 or is_blank(lines[index - 1])
        is_last = stands_alone and all(is_blank(line) for line in lines[end:])
        if start < index or end - index > 1 or is_last:
            found.append((start, end))
        index = end
    return found


def _attribution_above(lines: list[str], index: int) -> int:
    """Return where the attribution above a quote begins, else *index*."""
    above = index - 1
    while (
        above >= 0 and index - above <= _LINES_TO_ATTRIBUTION and is_blank(lines[above])
    ):
        above -= 1
    if above < 0 or is_quoted(lines[above]):
        return index
    line = plain_line(lines[above])
    is_order_line = re.match(r"# ?\d{3}-\d{7}-\d{7}\Z", line)
    if is_order_line:
        return above
    if len(line) > _LONGEST_ATTRIBUTION:
        return index
    if not (line.endswith(":") or _says_who_wrote(line)):
        return index
    wrapped = above > 0 and not is_blank(lines[above - 1]) and not _DIGITS.search(line)
    if wrapped and _TIME.search(plain_line(lines[above - 1])):
        return above - 1
    return above


def _run_start(lines: list[str]) -> int | None:
    found = _runs(lines)
    return found[0][0] if found else None


def _without_runs(lines: list[str]) -> list[str]:
    kept: list[str] = []
    place = 0
    for start, end in _runs(lines):
        kept.extend(lines[place : max(place, start)])
        place = end
    return kept + lines[place:]


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
        if line.endswith(":") and _TIME.search(line):
            return index
        if seen > _LINES_OF_FRAME_HEAD:
            break
    return None
