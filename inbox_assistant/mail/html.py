"""HTML of a mail to plain text, without ever loading anything."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from inbox_assistant.mail.html_names import (
    BLOCKS,
    HIDDEN,
    INVISIBLE_STYLE,
    PARAGRAPHS,
    VOID,
)
from inbox_assistant.mail.html_tags import Tag, attributes, split_at_tags

LARGEST = 256 * 1024
MOST_TAGS = 20_000
_DECLARATION = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*>?", re.DOTALL)
_MAY_HIDE = re.compile("display|visibility|&", re.IGNORECASE)
_WITH_VALUES = frozenset({"a", "pre"})
_MOST_TAG_LETTERS = 1_000_000
_DEEPEST_HIDDEN = 100
_TAG = re.compile(r"<[^<>]*>?")
_BLANKS = " \t\n\r\f"
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ODD_SPACE = re.compile(r"[\t\n\r\f]|  ")
_NOTHING: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an HTML document and where things stand in it."""

    text: str
    links: tuple[tuple[int, str], ...] = ()
    """Offsets into the text and the ``href`` found there."""
    buyer_block: tuple[int, int] | None = None
    """Where the text of Amazon's one block for the buyer's words begins and ends."""


def to_text(html: str) -> str:
    """Return *html* as plain text."""
    return read_html(html).text


def read_html(html: str) -> Reading:
    """Return the text of *html*, its links and the buyer's block."""
    cut = without_declarations(html)
    if cut.count("<") > MOST_TAGS:
        return _without_tags(cut)
    extractor = _Extractor()
    well_formed = split_at_tags(cut)
    if well_formed is not None:
        extractor.take(*well_formed)
    elif _is_bomb(cut):
        return _without_tags(cut)
    else:
        extractor.feed(cut)
        extractor.close()
    return extractor.reading()


def without_declarations(html: str) -> str:
    """Return as much of *html* as is read, without its comments and declarations."""
    cut = html[:LARGEST]
    # One sign is looked for far more quickly than two.
    has_some = ("!" in cut and "<!" in cut) or ("?" in cut and "<?" in cut)
    return _DECLARATION.sub("", cut) if has_some else cut


def _without_tags(html: str) -> Reading:
    return Reading(unescape(_TAG.sub(" ", html)))


def _is_bomb(html: str) -> bool:
    """Say whether *html* would keep the parser busy for seconds.

    The parser reads from each ``<`` to the end of its tag; where ends are missing
    it reads the rest of the document again and again.
    """
    tags = letters = 0
    place = html.find("<")
    while place >= 0:
        end = html.find(">", place)
        tags += 1
        letters += (end if end >= 0 else len(html)) - place
        if tags > MOST_TAGS or letters > _MOST_TAG_LETTERS:
            return True
        place = html.find("<", place + 1)
    return False


@dataclass(slots=True)
class _Output:
    """Text under construction, with HTML's rules for white space."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    line_ends: int = 2
    """How many line ends the text ends in; the beginning counts as two."""
    space_due: bool = False

    def put(self, text: str) -> None:
        if not text:
            return
        self.pieces.append(text)
        self.length += len(text)
        kept = text.rstrip("\n")
        ends = len(text) - len(kept)
        self.line_ends = ends if kept else self.line_ends + ends

    def flow(self, text: str) -> None:
        """Add running text: any white space is one blank."""
        words = text.strip(_BLANKS)
        if text[:1] in _BLANKS and text and not self.line_ends:
            self.space_due = True
        if words:
            if _ODD_SPACE.search(words):
                words = _SPACES.sub(" ", words)
            self.put((" " if self.space_due else "") + words)
            self.space_due = text[-1] in _BLANKS

    def end_lines(self, wanted: int) -> None:
        self.space_due = False
        if self.line_ends < wanted:
            self.put("\n" * (wanted - self.line_ends))


class _Extractor(HTMLParser):
    """Collect the visible text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out = _Output()
        self._links: list[tuple[int, str]] = []
        self._hidden: list[str] = []
        self._pre = 0
        self._pre_starts = False
        self._block: tuple[int, int] | None = None
        self._block_start: int | None = None
        self._blocks = 0
        self._quote = 0
        self._quote_start = 0
        self._quotes: list[tuple[int, int]] = []

    def reading(self) -> Reading:
        """Return what was collected."""
        text = "".join(self._out.pieces)
        if self._quote:
            self._quotes.append((self._quote_start, len(text)))
        block = self._finished_block(len(text))
        return _with_quote_signs(Reading(text, tuple(self._links), block), self._quotes)

    def _finished_block(self, end: int) -> tuple[int, int] | None:
        # Two blocks: one of them is not Amazon's, and nobody can say which.
        if self._blocks != 1:
            return None
        if self._block_start is not None:
            return (self._block_start, end)
        return self._block

    def take(self, first: str, tags: Iterable[Tag]) -> None:
        """Read what was split at its tags; the same as ``feed``, only faster."""
        self._say(first)
        for slash, name, written, end, text in tags:
            tag = name.lower()
            if slash:
                self.handle_endtag(tag)
            else:
                matters = written and (tag in _WITH_VALUES or _MAY_HIDE.search(written))
                self._open(tag, attributes(written) if matters else _NOTHING)
                if end and tag not in VOID:
                    self.handle_endtag(tag)
            if text:
                self._say(text)

    def _say(self, text: str) -> None:
        if not self._hidden:
            self.handle_data(unescape(text) if "&" in text else text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a block, a line or a link begins."""
        self._open(tag, {name: value or "" for name, value in reversed(attrs)})

    def _open(self, tag: str, values: dict[str, str]) -> None:
        if (
            self._hidden
            or tag in HIDDEN
            or ("style" in values and self._is_invisible(tag, values))
        ):
            if tag not in VOID and len(self._hidden) < _DEEPEST_HIDDEN:
                self._hidden.append(tag)
            return
        self._break_before(tag)
        if tag == "a" and values.get("href"):
            self._links.append((self._out.length, values["href"]))
        elif tag == "pre":
            self._open_pre(values.get("style", ""))
        elif tag == "blockquote":
            self._quote += 1
            if self._quote == 1:
                self._quote_start = self._out.length

    def _break_before(self, tag: str) -> None:
        if tag == "br":
            self._out.put("\n")
            self._out.space_due = False
        elif tag in ("td", "th"):
            self._out.space_due = not self._out.line_ends
        elif tag in BLOCKS and not (self._pre and tag != "pre"):
            self._out.end_lines(2 if tag in PARAGRAPHS else 1)

    @staticmethod
    def _is_invisible(tag: str, values: dict[str, str]) -> bool:
        return tag not in VOID and bool(
            INVISIBLE_STYLE.search(values.get("style", "")[:2000])
        )

    def _open_pre(self, style: str) -> None:
        self._pre += 1
        self._pre_starts = True
        # Amazon's block for the buyer's words is known by this style alone; inside
        # a quotation it is an earlier mail's.
        if "-o-pre-wrap" in style.lower() and not self._quote:
            self._blocks += 1
            self._block_start = self._out.length

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Treat ``<br/>`` as ``<br>``; an empty block still ends a line."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note where a block ends."""
        if self._hidden:
            self._show_after(tag)
            return
        if tag == "pre" and self._pre:
            self._close_pre()
        elif tag == "blockquote" and self._quote:
            self._quote -= 1
            if not self._quote:
                self._quotes.append((self._quote_start, self._out.length))
        if tag in BLOCKS and not self._pre:
            self._out.end_lines(2 if tag in PARAGRAPHS else 1)

    def _show_after(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass

    def _close_pre(self) -> None:
        self._pre -= 1
        if self._block_start is not None and not self._pre:
            self._block = (self._block_start, self._out.length)
            self._block_start = None

    def handle_data(self, data: str) -> None:
        """Add text."""
        if self._hidden:
            return
        if self._pre:
            text = data.replace("\r\n", "\n").replace("\r", "\n")
            # HTML drops one line end right after <pre>.
            self._out.put(text.removeprefix("\n") if self._pre_starts else text)
            self._pre_starts = False
        else:
            self._out.flow(data)


def _with_quote_signs(reading: Reading, quotes: list[tuple[int, int]]) -> Reading:
    """Return *reading* with ``> `` before each line that stands in a quotation."""
    text = reading.text
    starts: list[int] = []
    for begin, end in quotes:
        place = begin
        while 0 <= place < end:
            starts.append(place)
            line_end = text.find("\n", place, end)
            place = line_end + 1 if line_end >= 0 else -1
    if not starts:
        return reading
    ends = [*starts[1:], len(text)]
    signed = text[: starts[0]] + "".join(
        "> " + text[begin:end] for begin, end in zip(starts, ends, strict=True)
    )
    block = reading.buyer_block

    def moved(offset: int) -> int:
        return offset + 2 * bisect_right(starts, offset)

    return Reading(
        signed,
        tuple((moved(offset), href) for offset, href in reading.links),
        block and (moved(block[0]), moved(block[1])),
    )
