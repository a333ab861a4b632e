"""Answers to FETCH in the form that nearly all have, read at once.

IMAPClient reads an answer sign by sign, which takes longer for a mail than the mail
itself takes over the line. Whatever has another form is still left to it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone

Answers = dict[int, dict[bytes, object]]

_FIELD = (
    rb"(?:UID (?P<uid>[1-9][0-9]{0,9})"
    rb'|FLAGS \((?P<flags>[^()\[\]{}"\x00-\x1f\x7f-\xff]*)\)'
    rb'|INTERNALDATE "(?P<at>[0-9A-Za-z :+-]{26})"'
    rb"|RFC822\.SIZE (?P<size>0|[1-9][0-9]{0,17})"
    rb"|MODSEQ \((?P<modseq>[1-9][0-9]{0,18})\))"
)
_WITHOUT_TEXT = re.compile(
    rb"[1-9][0-9]{0,9} \((?:" + _FIELD + rb"(?: (?!\))|(?=\))))+\)"
)
_BEFORE_TEXT = re.compile(
    rb"[1-9][0-9]{0,9} \((?:"
    + _FIELD
    + rb" )*(?P<name>BODY\[\](?:<[0-9]{1,10}>)?) \{[0-9]{1,10}\}"
)
_UNASKED = re.compile(
    rb"[0-9]+ \((?:(?:FLAGS \([^()]*\)|MODSEQ \([0-9]+\))(?: (?!\))|(?=\))))+\)"
)
_AT = re.compile(
    rb"([ 0-3][0-9])-([A-Z][a-z]{2})-([0-9]{4}) "
    rb"([0-9]{2}):([0-9]{2}):([0-9]{2}) ([+-])([01][0-9])([0-5][0-9])"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
    )
}


class _OddAnswerError(Exception):
    """An answer has a form that is not read here."""


def of_mails(data: Sequence[object]) -> list[object]:
    """Return *data* without what the server told unasked and of no number.

    Another program's change may be told in the midst of an answer, by the mail's place
    in the folder alone (RFC 3501 section 7.4.2), which the library takes for a number.
    """
    return [
        part
        for part in data
        if not (isinstance(part, bytes) and _UNASKED.fullmatch(part))
    ]


def usual_answers(data: Sequence[object]) -> Answers | None:
    """Return what ``imaplib`` collected as *data*, by UID; ``None`` for odd forms."""
    answers: Answers = {}
    try:
        for match, text in _each(data):
            if match["uid"] is None:
                return None
            values = _values(match)
            if text is not None:
                values[match["name"]] = text
            answers.setdefault(int(match["uid"]), {}).update(values)
    except (_OddAnswerError, ValueError):
        return None
    return answers


def _values(match: re.Match[bytes]) -> dict[bytes, object]:
    """Return what stands in one answer's line."""
    values: dict[bytes, object] = {}
    if match["flags"] is not None:
        values[b"FLAGS"] = tuple(match["flags"].split())
    if match["at"] is not None:
        values[b"INTERNALDATE"] = _moment(match["at"])
    if match["size"] is not None:
        values[b"RFC822.SIZE"] = int(match["size"])
    if match["modseq"] is not None:
        values[b"MODSEQ"] = (int(match["modseq"]),)
    return values


def _each(data: Sequence[object]) -> Iterator[tuple[re.Match[bytes], bytes | None]]:
    """Yield each answer's line up to the mail's text, and that text if there is one."""
    parts = iter(data)
    for part in parts:
        if isinstance(part, bytes):
            line, text = _WITHOUT_TEXT.fullmatch(part), None
        elif isinstance(part, tuple) and next(parts, None) == b")":
            line, text = _BEFORE_TEXT.fullmatch(part[0]), part[1]
        else:
            raise _OddAnswerError
        if line is None:
            raise _OddAnswerError
        yield line, text


def _moment(written: bytes) -> datetime:
    """Return when a mail arrived; raises ValueError where it is no time."""
    match = _AT.fullmatch(written)
    month = match and _MONTHS.get(match[2])
    if match is None or month is None:
        raise ValueError(written)
    offset = timedelta(hours=int(match[8]), minutes=int(match[9]))
    return datetime(
        int(match[3]),
        month,
        int(match[1]),
        int(match[4]),
        int(match[5]),
        int(match[6]),
        tzinfo=timezone(-offset if match[7] == b"-" else offset),
    )
