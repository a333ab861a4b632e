"""The text of HTML that is nothing but running text in blocks and tables.

Most mails that a shop gets are notices, and most of a notice is tags. Here each tag
becomes one sign, and the text between the signs is put in order at once; what takes
more than that is left to ``html.read_html``, which finds the same text step by step.
"""

import re
from html import unescape

from inbox_assistant.mail.html import MOST_TAGS, without_declarations
from inbox_assistant.mail.html_names import (
    BLOCKS,
    HIDDEN,
    INVISIBLE_STYLE,
    PARAGRAPHS,
    VOID,
)
from inbox_assistant.mail.html_tags import IN_A_TAG, OTHER_RULES, RAW, attributes

_NOTHING, _LINE, _BLOCK, _PARAGRAPH, _CELL = "\x01", "\x02", "\x03", "\x04", " "
_SIGNS = _NOTHING + _LINE + _BLOCK + _PARAGRAPH
_HIDES, _ODD = "hides", "odd"
# Links are told apart at once: each is written otherwise, and none does anything.
_TAG = re.compile(
    r"""<(?:a(?:[ ](?:href|target|title|class|rel)=
        "[^"<>&]*+(?:&amp;[^"<>&]*+)*+")++|([^<>]*+))>""",
    re.VERBOSE,
)
_BLANKS = re.compile("  +")
_ENDS = re.compile("[\x02-\x04][ \x02-\x04]*")
_MOST_KEPT = 4_000


def running_text(html: str) -> str | None:
    """Return the text of *html*; ``None`` where it must be read step by step."""
    small = html.lower()
    if "messag" in small or "communication-manager" in small:
        # A link of Amazon's is offered for where it stands, which is lost here.
        return None
    cut = without_declarations(html)
    if cut.count("<") > MOST_TAGS or any(map(cut.__contains__, _SIGNS)):
        return None
    pieces = _TAG.split(cut)
    texts, tags = pieces[::2], pieces[1::2]
    # A link has no name in ``tags``.
    signs = list(map(_SIGN_OF.__getitem__, tags))
    if "<" in "".join(texts) or _ODD in signs:
        return None
    if _HIDES in signs and not _hide([tag or "a" for tag in tags], texts, signs):
        return None
    pieces[1::2] = signs
    # The texts may have changed; an entity does not go on behind a sign.
    pieces[::2] = texts
    return _in_order(unescape("".join(pieces)).replace(_NOTHING, ""))


def _hide(tags: list[str], texts: list[str], signs: list[str]) -> bool:
    """Take out what nobody sees; return whether that is easily said."""
    shown_from = 0
    for place in [at for at, sign in enumerate(signs) if sign == _HIDES]:
        name = _name_of(tags[place])
        below = tags[place + 1] if place + 1 < len(tags) else ""
        if name in RAW and below.rstrip().lower() != f"/{name}":
            return False
        if place < shown_from:
            continue
        end = _end_of(tags, place)
        if end is None:
            return False
        count = end - place
        texts[place + 1 : end + 1] = [""] * count
        signs[place : end + 1] = [_NOTHING] * (count + 1)
        shown_from = end + 1
    return True


def _end_of(tags: list[str], place: int) -> int | None:
    """Return the tag that ends the one at *place*, unless another opens between."""
    name = _name_of(tags[place])
    if tags[place].endswith("/"):
        return None
    for further in range(place + 1, len(tags)):
        found = _name_of(tags[further])
        if found == name:
            return None
        if found == f"/{name}":
            return further
    return None


def _name_of(tag: str) -> str:
    found = IN_A_TAG.match(tag)
    return "" if found is None else (found[1] + found[2]).lower()


class _Signs(dict[str | None, str]):
    """What each tag does to the text; ``None`` is a link."""

    def __missing__(self, tag: str | None) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        sign = self[tag] = _NOTHING if tag is None else _sign_of(tag)
        return sign


def _sign_of(tag: str) -> str:
    parts = IN_A_TAG.fullmatch(tag)
    if parts is None:
        return _ODD
    slash, name, written = parts[1], parts[2].lower(), parts[3]
    if written and "&#" in written:
        return _ODD  # a link may be written in numbers
    can_hide = not slash and name not in VOID
    if can_hide and (name in HIDDEN or _is_invisible(written)):
        return _HIDES
    return _sign_of_name(slash + name)


def _is_invisible(written: str) -> bool:
    if "style" not in written.lower():
        return False
    return bool(INVISIBLE_STYLE.search(attributes(written).get("style", "")[:2000]))


def _sign_of_name(name: str) -> str:
    bare = name.removeprefix("/")
    if bare in OTHER_RULES or bare in {"pre", "blockquote"}:
        return _ODD
    if name == "br":
        return _LINE
    if name in {"td", "th"}:
        return _CELL
    if bare in BLOCKS:
        return _PARAGRAPH if bare in PARAGRAPHS else _BLOCK
    return _NOTHING


class _LineEnds(dict[str, str]):
    """The line ends for each row of signs behind a text."""

    def __missing__(self, signs: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        ends = self[signs] = "\n" * _count(signs, 0)
        return ends


def _count(signs: str, before: int) -> int:
    """Return how many line ends there are after *signs*, with *before* before them."""
    count = before
    for sign in signs:
        if sign == _LINE:
            count += 1
        elif sign != " ":
            count = max(count, 2 if sign == _PARAGRAPH else 1)
    return count


_SIGN_OF = _Signs()
_ENDS_FOR = _LineEnds()


def _in_order(text: str) -> str:
    """Return *text* with blanks squeezed and its signs turned into line ends."""
    for blank in "\t\n\r\f":
        text = text.replace(blank, " ")
    squeezed = _BLANKS.sub(" ", text).strip(" ")
    for sign in (_LINE, _BLOCK, _PARAGRAPH):
        squeezed = squeezed.replace(f" {sign}", sign)
    first = ""
    if begun := _ENDS.match(squeezed):
        # The beginning of a page counts as two line ends.
        first = "\n" * (_count(begun[0], 2) - 2)
        squeezed = squeezed[begun.end() :]
    return first + _ENDS.sub(lambda signs: _ENDS_FOR[signs[0]], squeezed)
