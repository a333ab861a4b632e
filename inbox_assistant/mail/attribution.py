"""The lines that mail programs write above what they quote.

Form decides where it can: a date, an address, a colon at the end, labels in a block.
The words of known languages only confirm what could also be a buyer's own line.
"""

import re

from inbox_assistant.mail import quote_wording as words

_TITLE = re.compile(r"(-{3,})\s?([^\s-].{0,160}?)\s?-{3,}:?\Z")
_RULE = re.compile(r"[_=-]{8,}\Z")
_FIELD = re.compile(
    r"[*_]{0,2}([^\s:@<>*_][^:@<>*]{0,24}?)[*_]{0,2}\s?:[*_]{0,2}(?:\s|\Z)"
)
_TIME = re.compile(r"[0-9\u0660-\u0669]{1,2}\s?[:.h時]\s?[0-9\u0660-\u0669]{2}")
_DAY = re.compile(
    r"(?<![0-9])20[0-9]{2}(?![0-9])|[\u0660-\u0669]{4}"
    r"|(?<![0-9])[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}(?![0-9])"
)
# Amazon writes "[e-mail address removed]" where an address was.
_MAILBOX = re.compile(
    r"@|<[^<>]{3,}>"
    r"|\[[^\]0-9]{0,40}(?:mail|correo|courriel|post|メール|بريد)[^\]]{0,40}\]",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9\u0660-\u0669]")
_MOST_FIELDS = 6
_FIELDS_WITHOUT_ADDRESS = 4
_FIELDS = 3
_MOST_LINES = 3
_LONGEST = 400
_LONGEST_FIRST_LINE = 80
_AMAZONS_DASHES = range(11, 16)
"""Amazon writes 13; mail programs put fewer around a title, and one many more."""


def is_title(plain: str) -> bool:
    """Say whether *plain* is a mail program's title line, such as Outlook's."""
    match = _TITLE.match(plain)
    if match is None or len(match[1]) in _AMAZONS_DASHES:
        return False
    named = words.ORIGINAL.search(match[2]) and words.MESSAGE.search(match[2])
    return bool(named or (words.WROTE.search(match[2]) and _MAILBOX.search(match[2])))


def is_dated(plain: str) -> bool:
    """Say whether *plain* names a day and a time of day."""
    return _TIME.search(plain) is not None and _DAY.search(plain) is not None


def header_at(plain: list[str], index: int) -> tuple[int, int] | None:
    """Return start and end of the quote header that the line at *index* makes known.

    An attribution is known by its last line, any other header by its first.
    """
    line = plain[index]
    if not line or line.startswith(">"):
        return None
    if ":" not in line and line[0] not in "-_=":
        return None
    if line.endswith(":"):
        above = _attribution(plain, index)
        if above is not None:
            return above, index + 1
    end = _titled(plain, index) or _field_block(plain, index, announced=False)
    return None if end is None else (index, end)


def attribution_above(plain: list[str], index: int) -> int | None:
    """Return where the lines begin that introduce the quoted line at *index*.

    Directly above quote signs less is asked of them.
    """
    last = index - 1
    while last >= 0 and index - last < _MOST_LINES and not plain[last]:
        last -= 1
    if last < 0 or not plain[last] or plain[last].startswith(">"):
        return None
    line = plain[last]
    found = _attribution(plain, last)
    if found is not None or len(line) > _LONGEST:
        return found
    says = words.WROTE.search(line) or (_MAILBOX.search(line) and _TIME.search(line))
    return last if says and (line.endswith(":") or _DAY.search(line)) else None


def _attribution(plain: list[str], last: int) -> int | None:
    """Return where the attribution begins that ends with the line at *last*."""
    joined = ""
    for start in range(last, max(-1, last - _MOST_LINES), -1):
        if not plain[start] or plain[start].startswith(">"):
            return None
        joined = f"{plain[start]} {joined}".strip()
        if len(joined) > _LONGEST:
            return None
        if _is_attribution(joined, stands_alone=not (start and plain[start - 1])):
            return _with_first_half(plain, start)
    return None


def _is_attribution(text: str, *, stands_alone: bool) -> bool:
    timed, dated = _TIME.search(text), _DAY.search(text)
    if not (timed or dated):
        return False
    if _MAILBOX.search(text):
        return bool(timed or (dated and words.WROTE.search(text)))
    says = stands_alone and words.WROTE.search(text)
    return bool(says and not words.PRONOUN.search(text))


def _with_first_half(plain: list[str], start: int) -> int:
    """Include a line above that breaks off within the date."""
    above = plain[start - 1] if start else ""
    begins = start == 1 or (start > 1 and not plain[start - 2])
    is_half = above.endswith(",") and _DIGIT.search(above) and begins
    return start - 1 if is_half and len(above) < _LONGEST_FIRST_LINE else start


def _titled(plain: list[str], index: int) -> int | None:
    """Return the end of a header that begins with a title or a drawn line."""
    line = plain[index]
    below = index + 1
    while below < len(plain) and below <= index + 2 and not plain[below]:
        below += 1
    if is_title(line) or words.FORWARDED.match(line):
        return below + _labels(plain, below) if below < len(plain) else index + 1
    match = _TITLE.match(line)
    if match and len(match[1]) not in _AMAZONS_DASHES:
        return _field_block(plain, below, announced=True)
    return _field_block(plain, below, announced=True) if _RULE.match(line) else None


def _labels(plain: list[str], index: int) -> int:
    """Count the lines like ``Label: value`` from *index* on."""
    count = 0
    for line in plain[index : index + _MOST_FIELDS]:
        if not _FIELD.match(line):
            break
        count += 1
    return count


def _field_block(plain: list[str], index: int, *, announced: bool) -> int | None:
    """Return the end of the block of header fields that begins at *index*.

    Buyers write lists like one; more is asked of a block that no line announces.
    """
    count = _labels(plain, index)
    if count < 2:  # noqa: PLR2004 - one label alone is anybody's line
        return None
    block = plain[index : index + count]
    if not any(map(_TIME.search, block)):
        return None
    is_header = _has_known_labels(block) or _is_dated_block(block, announced=announced)
    return index + count if is_header else None


def _has_known_labels(block: list[str]) -> bool:
    labels = [m[1].strip().casefold() for line in block if (m := _FIELD.match(line))]
    sent = [
        line
        for label, line in zip(labels, block, strict=True)
        if label in words.SENT or label.split(" ")[0] in words.SENT
    ]
    if not (any(map(_TIME.search, sent)) and any(one in words.FROM for one in labels)):
        return False
    addressed = any(label.split(" ")[0] in words.OTHER for label in labels)
    return addressed or any(map(_MAILBOX.search, block))


def _is_dated_block(block: list[str], *, announced: bool) -> bool:
    if len(block) < _FIELDS:
        return False
    if _MAILBOX.search(block[0]):
        return any(_TIME.search(line) for line in block[1:])
    if not announced:
        return False
    dated = any(_TIME.search(line) and _DAY.search(line) for line in block[:3])
    return dated and len(block) >= _FIELDS_WITHOUT_ADDRESS
