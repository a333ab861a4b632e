"""HTML of a mail made safe to show: nothing is loaded, nothing runs."""

import re
from html import escape

import nh3

from inbox_assistant.mail.html import LARGEST, MOST_TAGS, to_text

_DEEPEST = 500
_MOST_ENTITIES = 20_000
_TAGS = {
    "a",
    "b",
    "blockquote",
    "br",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
}
_ATTRIBUTES = {
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "*": {"dir", "lang"},
}
_WITHOUT_CONTENT = {"script", "style", "title", "template", "noscript", "svg", "math"}
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST_TAG = 8_192


def clean_html(html: str) -> str:
    """Return *html* with only harmless tags; as plain text where it is a bomb.

    No images, styles, classes or ids; links lead to http, https or mailto alone.
    """
    plain = _UNPRINTABLE.sub("", html)
    if _is_too_much(plain):
        return f"<pre>{escape(to_text(plain))}</pre>"
    return nh3.clean(
        plain,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        clean_content_tags=_WITHOUT_CONTENT,
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
        link_rel="noopener noreferrer",
    )


def _is_too_much(html: str) -> bool:
    # The cleaner takes minutes over documents beyond these.
    return (
        len(html) > LARGEST
        or html.count("<") > MOST_TAGS
        or html.count("&") > _MOST_ENTITIES
        or _depth(html) > _DEEPEST
        or any(len(tag) > _LONGEST_TAG for tag in html.split("<"))
    )


def _depth(html: str) -> int:
    """Return how deeply tags may be nested; tags that need no end count as well."""
    opened = closed = deepest = 0
    for place in re.finditer(r"</?[a-zA-Z]", html):
        if place[0].startswith("</"):
            closed += 1
        else:
            opened += 1
        deepest = max(deepest, opened - closed)
    voids = len(
        re.findall(r"<(?:br|hr|img|input|meta|link|wbr|col)\b", html, re.IGNORECASE)
    )
    return deepest - voids
