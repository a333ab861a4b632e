"""Amazon's lines of dashes around a buyer's words, recognised in any language."""

import re
from dataclasses import dataclass
from functools import lru_cache

from inbox_assistant.mail.attribution import is_title
from inbox_assistant.mail.lines import is_blank, is_quoted, plain_line

_MARKER = re.compile(r"(-{5,})([^-].{0,60}?)(-{5,})\Z")
_HALF_OPENING = re.compile(r"(-{11,})([^-:][^:]{0,40}:)()\Z")
_OWN_DASHES = 11
"""Amazon writes 13; mail programs write 5 to 10 around "Original Message"."""
_LONGEST = 400
_INLINE = re.compile(
    r"[ \t\u00a0]*(?<![-\u2013\u2014])"
    r"([-\u2013\u2014]{11,}[ \t\u00a0]?[^\n\-:\uff1a]{1,60}[:\uff1a]?"
    r"[ \t\u00a0]*[-\u2013\u2014]{11,})[ \t\u00a0]*"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker; only the newer form's opening one has a colon."""

    index: int
    has_colon: bool
    dashes: int


def own_lines(text: str) -> list[str]:
    """Return the lines of *text*, each marker on a line of its own.

    Programs that made text of HTML put markers and words on one line.
    """
    if "-----" not in text and "\u2014\u2014" not in text:
        return text.split("\n")
    lines: list[str] = []
    for line in text.split("\n"):
        has_dashes = "-----" in line or "\u2014\u2014" in line
        lines.extend(_cut(line) if has_dashes and not is_quoted(line) else [line])
    return lines


def _cut(line: str) -> list[str]:
    pieces = [piece for piece in _INLINE.split(line[:20_000]) if piece.strip()]
    return pieces or [line]


def markers(lines: list[str]) -> list[Marker]:
    """Return the markers among *lines*, leaving out quoted ones.

    Where lines with Amazon's number of dashes exist, shorter ones are the buyer's.
    """
    text = "".join(lines)
    if text.isascii() and "-----" not in text:
        return []
    found = [
        Marker(index, *one)
        for index, line in enumerate(lines)
        if ("-----" in line or not line.isascii()) and (one := _marker_in(line))
    ]
    own = [one for one in found if one.dashes >= _OWN_DASHES]
    return own or found


def _marker_in(line: str) -> tuple[bool, int] | None:
    """Return whether *line* is a marker with a colon, and its dashes."""
    return None if len(line) > _LONGEST else _read_marker(line)


# Amazon writes the same few lines into all mails.
@lru_cache(1024)
def _read_marker(line: str) -> tuple[bool, int] | None:
    plain = plain_line(line)
    match = _MARKER.match(plain) or _HALF_OPENING.match(plain)
    if match is None or not any(sign.isalpha() for sign in match[2]):
        return None
    if is_title(plain):
        return None
    # Of a marker that lost its right half the left one counts.
    dashes = min(len(match[1]), len(match[3]) or len(match[1]))
    return match[2].rstrip().endswith(":"), dashes


def runs_of(found: list[Marker], lines: list[str]) -> list[list[Marker]]:
    """Return markers grouped where nothing but blank lines is between them.

    Bilingual mails write each marker twice.
    """
    runs: list[list[Marker]] = []
    for one in found:
        last = runs[-1][-1] if runs else None
        if last and all(is_blank(line) for line in lines[last.index + 1 : one.index]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs
