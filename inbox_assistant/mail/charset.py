"""Bytes of a mail to text, whatever character set they claim."""

import codecs
import re
from functools import lru_cache

_UTF8 = "utf-8"
_LATIN = "cp1252"

# Labels that mail uses and Python does not know, and supersets of labels which
# senders use for more than the label allows.
_LABELS = {
    "ascii": _LATIN,
    "us-ascii": _LATIN,
    "ansi_x3.4-1968": _LATIN,
    "iso-8859-1": _LATIN,
    "iso8859-1": _LATIN,
    "latin1": _LATIN,
    "latin-1": _LATIN,
    "windows-1252": _LATIN,
    "cp-1252": _LATIN,
    "x-ansi": _LATIN,
    "utf8mb4": _UTF8,
    "utf-8-sig": "utf-8-sig",
    "unicode-1-1-utf-7": "utf-7",
    "unicode-1-1-utf-8": _UTF8,
    "x-unknown": _UTF8,
    "unknown-8bit": _UTF8,
    "8bit": _UTF8,
    "binary": _UTF8,
    "default": _UTF8,
    "x-sjis": "cp932",
    "sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "windows-31j": "cp932",
    "ms_kanji": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "cp50220": "iso2022_jp_ext",
    "cp50221": "iso2022_jp_ext",
    "x-euc-jp": "euc_jp",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "iso-8859-6-i": "iso8859_6",
    "iso-8859-6-e": "iso8859_6",
    "iso-8859-8-i": "iso8859_8",
    "iso-8859-8-e": "iso8859_8",
    "iso-8859-9": "cp1254",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman",
}
_LONGEST_LABEL = 40
_LABEL = re.compile(r"[a-z0-9][a-z0-9._:+()-]*\Z")
# Codecs of Python that answer to a name in mail, but whose work is not reading
# text, or which may take very long.
_NOT_FOR_MAIL = frozenset(
    {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_JIS_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")
# Where these are declared, bytes that are valid UTF-8 are UTF-8: no text of
# Latin letters reads so by chance.
_OFTEN_WRONG = frozenset({_LATIN, "cp1254"})
# In these, bytes of ASCII are what they are everywhere.
_LIKE_ASCII = frozenset({None, _UTF8, _LATIN, "cp1254", "gb18030", "cp932", "cp949"})


def decode(data: bytes, label: str | None) -> str:
    """Return *data* as text; never fails, never holds NUL or half a character."""
    if data.isascii() and b"\x1b" not in data and _codec_of(label) in _LIKE_ASCII:
        return data.decode("ascii").replace("\0", "")
    text = _first_that_fits(data, _codec_of(label))
    return _SURROGATES.sub("\ufffd", text).replace("\0", "")


@lru_cache(maxsize=256)
def _codec_of(label: str | None) -> str | None:
    name = (label or "").strip().strip("\"'").lower()[: _LONGEST_LABEL + 1]
    if len(name) > _LONGEST_LABEL or not _LABEL.match(name):
        return None
    name = _LABELS.get(name, name)
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Python marks its bytes-to-bytes and text-to-text codecs with this.
    is_text = getattr(info, "_is_text_encoding", True)
    known = info.name.replace("_", "-")
    return info.name if is_text and known not in _NOT_FOR_MAIL else None


def _first_that_fits(data: bytes, codec: str | None) -> str:
    if codec is None or codec in _OFTEN_WRONG:
        if any(escape in data for escape in _JIS_ESCAPES):
            return data.decode("iso2022_jp_ext", "replace")
        candidates = (_UTF8, codec or _LATIN)
    else:
        candidates = (codec, _UTF8)
    for candidate in candidates:
        try:
            return data.decode(candidate)
        except (UnicodeError, ValueError):
            continue
    return _nearest(data, codec)


def _nearest(data: bytes, codec: str | None) -> str:
    """Return the reading with the fewest unreadable places."""
    declared = data.decode(codec or _UTF8, "replace")
    unreadable = declared.count("\ufffd")
    readable = sum(1 for sign in declared if sign > "\x7f") - unreadable
    if codec not in (None, _UTF8) or unreadable <= readable:
        return declared
    return data.decode(_LATIN, "replace")
