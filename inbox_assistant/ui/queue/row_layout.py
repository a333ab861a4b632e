"""Where each word of a queue row stands.

The layout is made once a row and width; painting it again costs no measuring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF

from inbox_assistant.ui import spacing
from inbox_assistant.ui.queue.row_style import GUTTER, Face, RowStyle
from inbox_assistant.ui.queue.row_words import Badge
from inbox_assistant.ui.queue.stamps import stamp_top, stamp_width

if TYPE_CHECKING:
    from inbox_assistant.domain.queue_row import QueueRow
    from inbox_assistant.ui.queue.row_words import RowWords

_NARROWEST = 4
"""Pixels a letter takes at least in a line; what is beyond is not measured."""
_BADGES_SHARE = 0.5
LEAST_BUYER = 72
_LEAST_FACTS = 72
_FACTS_BETWEEN = "  "
TEXT = "text"
"""The colour of the list's own text, in which a painter of the list begins."""


class Run(NamedTuple):
    """Words and where their baseline begins, from the row's top left corner."""

    x: int
    y: int
    text: str
    face: Face
    colour: str


class Pill(NamedTuple):
    """A word or two on a ground of their own, and their top left corner."""

    at: QPointF
    badge: Badge


class RowLayout:
    """Everything of a row that stands still while the time runs."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.pills: list[Pill] = []

    def mirror(self, width: int, small: Face) -> None:
        """Turn everything round within *width*, for what is read from the right."""
        self.runs = [
            one._replace(x=width - one.x - one.face.measured(one.text))
            for one in self.runs
        ]
        self.pills = [
            one._replace(
                at=QPointF(
                    width - one.at.x() - stamp_width(one.badge.words, small),
                    one.at.y(),
                )
            )
            for one in self.pills
        ]


def lay_out(
    row: QueueRow, words: RowWords, style: RowStyle, width: int, sign_width: int
) -> RowLayout:
    """Return where the words of *row* stand in *width*, beside its countdown."""
    layout = RowLayout()
    right = width - spacing.LARGE
    _first_line(layout, row, words, style, right - sign_width - spacing.MEDIUM)
    limit = GUTTER + int((right - GUTTER) * (1 - _BADGES_SHARE))
    left = _badges(layout, words.badges(row), style, right, limit)
    _second_line(layout, row, words, style, left)
    return layout


def _first_line(
    layout: RowLayout, row: QueueRow, words: RowWords, style: RowStyle, right: int
) -> None:
    topic = words.topic(row)
    pill = stamp_width(topic, style.small) if topic else 0
    room = right - GUTTER
    buyer_room = room - pill - spacing.MEDIUM
    if buyer_room < LEAST_BUYER:
        buyer_room = room
    y = style.first_line
    x = GUTTER
    x += _run(layout, words.buyer(row), style.buyer, (x, y, buyer_room), TEXT)
    x += spacing.MEDIUM
    if topic and x + pill <= right:
        at = QPointF(x, stamp_top(y, style.small))
        layout.pills.append(Pill(at, Badge(topic, "later")))
        x += pill + spacing.MEDIUM
    facts = _FACTS_BETWEEN.join(filter(None, (row.marketplace, row.order_id)))
    if right - x < _LEAST_FACTS:
        # Of an order number a digit or two say nothing.
        facts = row.marketplace or ""
    if facts and x + style.small.measured(facts[:2]) <= right:
        _run(layout, facts, style.small, (x, y, right - x), "muted")


def _badges(
    layout: RowLayout, badges: list[Badge], style: RowStyle, right: int, limit: int
) -> int:
    """Set the badges from the right; return where the first one begins."""
    shown: list[tuple[Badge, int]] = []
    room = right - limit
    for badge in badges:
        width = stamp_width(badge.words, style.small)
        if width > room:
            break
        shown.append((badge, width))
        room -= width + spacing.SMALL
    x = right
    for badge, width in reversed(shown):
        x -= width
        at = QPointF(x, stamp_top(style.second_line, style.small))
        layout.pills.append(Pill(at, badge))
        x -= spacing.SMALL
    return x


def _second_line(
    layout: RowLayout, row: QueueRow, words: RowWords, style: RowStyle, right: int
) -> None:
    """Set the buyer's own words; Amazon's subjects are all alike."""
    x = GUTTER
    place = (x, style.second_line, right - spacing.MEDIUM - x)
    _run(layout, row.preview or words.subject(row), style.text, place, TEXT)


def _run(
    layout: RowLayout, text: str, face: Face, place: tuple[int, int, int], colour: str
) -> int:
    """Add *text*, elided to its place (x, baseline, room); return its width."""
    x, baseline, room = place
    text = text[: room // _NARROWEST]
    face = face.fit_for(text)
    width = face.measured(text)
    if width > room:
        text = face.elided(text, room)
        width = face.measured(text)
    layout.runs.append(Run(x, baseline, text, face, colour))
    return width
