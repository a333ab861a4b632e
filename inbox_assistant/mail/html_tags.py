"""The tags of well-formed HTML, found in one go.

The standard library's parser reads HTML of every kind and takes milliseconds for a
page; nearly all mails are well-formed enough to be split at their tags at once. What
is not is left to the parser.
"""

import re
from collections.abc import Iterator
from html import unescape

Tag = tuple[str, str, str, str, str]
"""A slash before the name, the name, the attributes as written, a slash at the end,
and the text up to the next tag, not yet unescaped."""

# No part gives back what it took, so that no text makes it slow.
_INSIDE = r"""(/?)([A-Za-z][A-Za-z0-9:]*+)
    ((?:\s++[A-Za-z_:@][-\w:.@]*+
        (?:\s*+=\s*+(?:"[^"<>]*+"|'[^'<>]*+'|[^\s"'<>=`/]++))?+)*+)
    \s*+(/?)"""
IN_A_TAG = re.compile(_INSIDE, re.VERBOSE)
_TAG = re.compile(f"<{_INSIDE}>", re.VERBOSE)
_PARTS = 5
_ATTRIBUTE = re.compile(
    r"""\s++([^\s=]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"']++))?+"""
)
RAW = frozenset({"script", "style", "title"})
"""What stands in them is no HTML."""
_RAW = re.compile(r"<(?:script|style|title)\b", re.IGNORECASE)
_PLAIN_RAW = re.compile(
    r"<(script|style|title)\b[^<>]*+>[^<]*+</\1\s*+>", re.IGNORECASE
)
OTHER_RULES = frozenset(
    {
        "textarea",
        "xmp",
        "iframe",
        "noembed",
        "noframes",
        "plaintext",
        "svg",
        "math",
    }
)
"""Within them other rules hold than in the rest of a page."""
_OTHER_RULES = re.compile(rf"<(?:{'|'.join(sorted(OTHER_RULES))})\b", re.IGNORECASE)


def split_at_tags(html: str) -> tuple[str, Iterator[Tag]] | None:
    """Return the text before the first tag, and the tags; ``None`` for odd HTML."""
    if _OTHER_RULES.search(html) or _has_tags_in_raw_text(html):
        return None
    pieces = _TAG.split(html)
    if any("<" in text for text in pieces[::_PARTS]):
        return None
    steps = iter(pieces[1:])
    return pieces[0], zip(*[steps] * _PARTS, strict=True)


def attributes(written: str) -> dict[str, str]:
    """Return attributes by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(written):
        bare = value[1:-1] if value[:1] in {"'", '"'} else value
        found.setdefault(name.lower(), unescape(bare))
    return found


def _has_tags_in_raw_text(html: str) -> bool:
    """Say whether a script or style holds a ``<``, which then begins no tag."""
    begun = len(_RAW.findall(html))
    return begun > 0 and begun != len(_PLAIN_RAW.findall(html))
