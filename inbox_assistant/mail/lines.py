"""Lines of a mail's text as the rules for frames and quotes look at them."""

import re

_BIDI = "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff\u061c"
_EMBEDDINGS = "\u202a\u202b\u202c\u202d\u202e"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_BIDI + _EMBEDDINGS, None),
        **dict.fromkeys(_DASHES, "-"),
        "\u00a0": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\uff1a": ":",
        "\uff1e": ">",
    }
)
_QUOTE_SIGN = re.compile(r"\s{0,3}>")


def plain_line(line: str) -> str:
    """Return *line* without direction marks, with plain dashes, blanks and colons."""
    return line.strip() if line.isascii() else line.translate(_PLAIN).strip()


def plain_text(text: str) -> str:
    """Return *text* without direction marks, with plain dashes, blanks and colons."""
    return text if text.isascii() else text.translate(_PLAIN)


def is_quoted(line: str) -> bool:
    """Say whether a mail program marked *line* as quoted."""
    plain = line if line.isascii() else line.translate(_PLAIN)
    return _QUOTE_SIGN.match(plain) is not None


def is_blank(line: str) -> bool:
    """Say whether nothing is to be seen in *line*."""
    return not plain_line(line)


def without_outer_blanks(lines: list[str]) -> list[str]:
    """Return *lines* without the blank ones at either end."""
    start, end = 0, len(lines)
    while start < end and is_blank(lines[start]):
        start += 1
    while end > start and is_blank(lines[end - 1]):
        end -= 1
    return lines[start:end]
