"""HTML of a mail made harmless: nothing is fetched, run, linked or laid out oddly."""

import re

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
    if len(html) > LARGEST or html.count("<") > MOST_TAGS or _depth(html) > DEEPEST:
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


def _depth(html: str) -> int:
    """Return how deeply the elements of *html* are nested at most."""
    depth = deepest = 0
    for closing, name in _TAG.findall(html):
        if name.lower() in _SHALLOW:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest
