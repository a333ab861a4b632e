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
_ODD, _HIDES = "\x05", "\x06"
_SIGNS = _NOTHING + _LINE + _BLOCK + _PARAGRAPH + _ODD + _HIDES
# Links are told apart at once: each is written otherwise, and none does anything.
_A_LINK = r"""a(?:[ ](?:href|target|title|class|rel)=
        "[^"<>&]*+(?:&amp;[^"<>&]*+)*+")++>"""
_LINK = re.compile(_A_LINK, re.VERBOSE)
_LINK_TAG = re.compile("<" + _A_LINK, re.VERBOSE)
_ENDS = re.compile("([\x02-\x04][ \x02-\x04]*)")
_BLANK_OR_END = " " + _LINE + _BLOCK + _PARAGRAPH
_NO_ENDS = dict.fromkeys(map(ord, _NOTHING + " \n"))
"""Blanks beside the end of a line, and signs for nothing, are left out."""
_MOST_KEPT = 4_000
_LONGEST_KEPT = 500


def running_text(html: str) -> str | None:
    """Return the text of *html*; ``None`` where it must be read step by step."""
    small = html.lower()
    if "messag" in small or "communication-manager" in small:
        # A link of Amazon's is offered for where it stands, which is lost here.
        return None
    cut = without_declarations(html)
    if any(map(cut.__contains__, _SIGNS)):
        return None
    if len(cut) > MOST_TAGS and cut.count("<") > MOST_TAGS:
        return None
    text = _between_links(cut)
    if _ODD in text:
        return None
    if _HIDES in text:
        shown = _without_hidden(cut)
        if shown is None:
            return None
        text = shown
    if "&" in text:
        # An entity does not go on behind a sign.
        text = unescape(text)
    return _in_order(text.replace(_NOTHING, ""))


def _between_links(cut: str) -> str:
    """Return *cut* with signs for its tags.

    From one link to the next a page mostly says a few words, and then what it said
    after the link before.
    """
    said: list[str] = []
    for part in _LINK_TAG.split(cut):
        text, opens, tags = part.partition("<")
        said.append(text + _BETWEEN[tags] if opens else text)
    return _NOTHING.join(said)


def _without_hidden(cut: str) -> str | None:
    """Return *cut* as ``_between_links`` does, without what nobody sees.

    ``None`` where that is not easily said.
    """
    first, *pieces = cut.split("<")
    read = list(map(_READ.__getitem__, pieces))
    return first + "".join(read) if _hide(pieces, read) else None


def _hide(pieces: list[str], read: list[str]) -> bool:
    """Take out of *read* what nobody sees; return whether that is easily said."""
    shown_from = 0
    for place in [at for at, text in enumerate(read) if text == _HIDES]:
        if place < shown_from:
            continue
        end = _end_of(pieces, place)
        if end is None:
            return False
        read[place : end + 1] = [_NOTHING] * (end + 1 - place)
        read[end] += pieces[end].partition(">")[2]
        shown_from = end + 1
    return True


def _end_of(pieces: list[str], place: int) -> int | None:
    """Return the tag that ends the one at *place*, unless another opens between."""
    name = _name_of(pieces[place])
    if pieces[place].partition(">")[0].endswith("/"):
        return None
    for further in range(place + 1, len(pieces)):
        found = _name_of(pieces[further])
        if found == f"/{name}":
            return further
        if found == name or name in RAW:
            return None
    return None


def _name_of(piece: str) -> str:
    found = IN_A_TAG.match(piece)
    return "" if found is None else (found[1] + found[2]).lower()


class _Pieces(dict[str, str]):
    """What a tag, and the text up to the next one, say; the same few come often."""

    def __missing__(self, piece: str) -> str:
        if link := _LINK.match(piece):
            return _NOTHING + piece[link.end() :]
        tag, closes, text = piece.partition(">")
        sign = _SIGN_OF[tag] if closes else _ODD
        said = sign if sign == _HIDES else sign + text
        if len(piece) <= _LONGEST_KEPT and not text.strip(" \n"):
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[piece] = said
        return said


class _Between(dict[str, str]):
    """What tags, and the texts between them, say up to the next link."""

    def __missing__(self, tags: str) -> str:
        said = "".join(map(_READ.__getitem__, tags.split("<")))
        # Where something is said, it is hardly ever said again.
        if len(tags) <= _LONGEST_KEPT and not said.strip(_SIGNS + " \n"):
            if len(self) >= _MOST_KEPT:
                self.clear()
            said = self[tags] = _squeezed(said)
        return said


def _squeezed(said: str) -> str:
    """Return what *said*, signs and blanks alone, comes to once it is in order."""
    if _ODD in said or _HIDES in said:
        return said
    ends = said.translate(_NO_ENDS)
    while _BLOCK + _BLOCK in ends:
        ends = ends.replace(_BLOCK + _BLOCK, _BLOCK)
    return ends or (_NOTHING if not said.strip(_NOTHING) else " ")


class _Signs(dict[str, str]):
    """What each tag does to the text."""

    def __missing__(self, tag: str) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        sign = self[tag] = _sign_of(tag)
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
_READ = _Pieces()
_BETWEEN = _Between()
_ENDS_FOR = _LineEnds()


def _in_order(text: str) -> str:
    """Return *text* with blanks squeezed and its signs turned into line ends."""
    for blank in "\t\n\r\f":
        text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    text = text.strip(" ")
    for sign in (_LINE, _BLOCK, _PARAGRAPH):
        if sign in text:
            text = text.replace(f" {sign}", sign)
    rest = text.lstrip(_BLANK_OR_END)
    # The beginning of a page counts as two line ends.
    before = "\n" * (_count(text[: len(text) - len(rest)], 2) - 2)
    body = rest.rstrip(_BLANK_OR_END)
    return before + _between_ends(body) + _ENDS_FOR[rest[len(body) :]]


def _between_ends(text: str) -> str:
    if _LINE not in text and _PARAGRAPH not in text:
        return _in_blocks(text)
    pieces = _ENDS.split(text)
    pieces[1::2] = map(_ENDS_FOR.__getitem__, pieces[1::2])
    return "".join(pieces)


def _in_blocks(text: str) -> str:
    """Return *text*, without blanks before its signs, where each begins a block.

    None stands at either end.
    """
    text = text.replace(f"{_BLOCK} ", _BLOCK)
    while _BLOCK + _BLOCK in text:
        text = text.replace(_BLOCK + _BLOCK, _BLOCK)
    return text.replace(_BLOCK, "\n")
