"""Where each word of a queue row stands.

The layout is made once a row and width; painting it again costs no measuring.
"""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.ui import spacing
from inbox_assistant.ui.queue.row_style import GUTTER, Face, RowStyle
from inbox_assistant.ui.queue.row_words import Badge, RowWords

_LONGEST = 240
"""Letters of subject and preview that can ever be visible."""
_SUBJECT_SHARE = 0.62
_BADGES_SHARE = 0.5
_LEAST_BUYER = 72
_LEAST_PREVIEW = 48
_PILL_SIDE = 6


@dataclass(frozen=True, slots=True)
class Run:
    """Words on a baseline, measured from the row's left top corner."""

    x: int
    y: int
    text: str
    face: Face
    colour: str


@dataclass(frozen=True, slots=True)
class Pill:
    """A ground behind a word or two, in one of the theme's colours."""

    rect: QRectF
    colour: str


@dataclass(slots=True)
class RowLayout:
    """Everything of a row that stands still while the time runs."""

    runs: list[Run] = field(default_factory=list)
    pills: list[Pill] = field(default_factory=list)


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
    pill = style.small.width(topic) + 2 * _PILL_SIDE + spacing.MEDIUM if topic else 0
    room = right - GUTTER
    buyer_room = room - pill if room - pill >= _LEAST_BUYER else room
    buyer = _fitted(words.buyer(row), style.buyer, buyer_room)
    y = style.first_line
    layout.runs.append(Run(GUTTER, y, buyer, style.buyer, "text"))
    x = GUTTER + style.buyer.width(buyer) + spacing.MEDIUM
    if topic and x + pill - spacing.MEDIUM <= right:
        _pill(layout, Badge(topic, "later"), style, x, y)
        x += pill
    for fact in (row.marketplace, row.order_id):
        if fact and x + style.small.width(fact) <= right:
            layout.runs.append(Run(x, y, fact, style.small, "muted"))
            x += style.small.width(fact) + spacing.MEDIUM


def _badges(
    layout: RowLayout, badges: list[Badge], style: RowStyle, right: int, limit: int
) -> int:
    """Set the badges from the right; return where the first one begins."""
    shown: list[tuple[Badge, int]] = []
    room = right - limit
    for badge in badges:
        width = style.small.width(badge.words) + 2 * _PILL_SIDE
        if width > room:
            break
        shown.append((badge, width))
        room -= width + spacing.SMALL
    x = right
    for badge, width in reversed(shown):
        x -= width
        _pill(layout, badge, style, x, style.second_line)
        x -= spacing.SMALL
    return x


def _second_line(
    layout: RowLayout, row: QueueRow, words: RowWords, style: RowStyle, right: int
) -> None:
    room = right - spacing.MEDIUM - GUTTER
    whole = words.subject(row)[:_LONGEST]
    share = int(room * _SUBJECT_SHARE) if row.preview else room
    subject = _fitted(whole, style.text, share)
    y = style.second_line
    layout.runs.append(Run(GUTTER, y, subject, style.text, "text"))
    x = GUTTER + style.text.width(subject) + spacing.MEDIUM
    if row.preview and right - x >= _LEAST_PREVIEW:
        preview = _fitted(row.preview[:_LONGEST], style.text, right - x)
        layout.runs.append(Run(x, y, preview, style.text, "muted"))


def _pill(layout: RowLayout, badge: Badge, style: RowStyle, x: int, y: int) -> None:
    metrics = style.small.metrics
    width = style.small.width(badge.words) + 2 * _PILL_SIDE
    top = y - metrics.ascent() - spacing.HAIR
    rect = QRectF(x, top, width, metrics.height() + 2 * spacing.HAIR)
    layout.pills.append(Pill(rect, badge.colour))
    run = Run(x + _PILL_SIDE, y, badge.words, style.small, badge.colour)
    layout.runs.append(run)


def _fitted(text: str, face: Face, width: int) -> str:
    if face.width(text) <= width:
        return text
    return face.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))
