"""HTML of a mail made harmless: nothing is fetched, run, linked or laid out oddly.

It is cleaned here, at the door of the widget that shows it, so that no way of reading
a mail can lead around the cleaner.
"""

import re
from collections.abc import Iterator

LARGEST = 64 * 1024
MOST_TAGS = 3_000
DEEPEST = 60
"""Elements within elements; a few thousand would keep the painter busy for minutes."""

_TAGS = {
    *("p", "br", "div", "span", "pre", "hr", "blockquote"),
    *("b", "strong", "i", "em", "u", "s", "sub", "sup", "code"),
    *("h1", "h2", "h3", "h4", "ul", "ol", "li"),
}
_DROPPED_WHOLE = {"script", "style", "title", "head", "template", "noscript"}
MOST_ENTITIES = 6_000
LONGEST_TAG = 8_192
"""Letters of one tag; the cleaner takes long over thousands of attributes."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SHALLOW = frozenset(
    {
        *("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"),
        *("p", "li", "td", "th", "tr", "dd", "dt", "option"),
    }
)
"""Elements that stay empty, or whose end may be left out."""
_CELL_END = re.compile(r"</t[dh]\s*>", re.IGNORECASE)
_ROW_END = re.compile(r"</(?:tr|table)\s*>", re.IGNORECASE)


def clean_html(html: str) -> str | None:
    """Return *html* with words and plain structure only; nothing when it is too big.

    Links lose their addresses: what they say may differ from where they lead. Tables
    become lines, because mails nest them for their looks alone.
    """
    html = _UNPRINTABLE.sub("", html)
    if _is_too_much(html):
        return None
    # Only a mail shown in full needs the cleaner.
    import nh3  # noqa: PLC0415

    lines = _ROW_END.sub("<br>", _CELL_END.sub(" ", html))
    return nh3.clean(
        lines,
        tags=_TAGS,
        clean_content_tags=_DROPPED_WHOLE,
        attributes={},
        url_schemes=set(),
        strip_comments=True,
    )


def _is_too_much(html: str) -> bool:
    return (
        len(html) > LARGEST
        or html.count("<") > MOST_TAGS
        or html.count("&") > MOST_ENTITIES
        or _depth(html) > DEEPEST
        or any(len(tag) > LONGEST_TAG for tag in _tags(html))
    )


def _tags(html: str) -> Iterator[str]:
    """Yield what stands between each < and the next >."""
    for part in html.split("<")[1:]:
        yield part.partition(">")[0]


def _depth(html: str) -> int:
    """Return how deeply the elements of *html* are nested at most."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _SHALLOW:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
