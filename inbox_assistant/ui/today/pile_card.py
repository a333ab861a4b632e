"""One pile of work: its key, its number, and the first threads of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from inbox_assistant.domain.view import View
from inbox_assistant.services.todays_work import SHOWN, Pile
from inbox_assistant.ui import spacing
from inbox_assistant.ui.fonts import figures, scaled, strong
from inbox_assistant.ui.notices_dialog import kind_names
from inbox_assistant.ui.queue.row_style import Face
from inbox_assistant.ui.queue.row_words import RowWords
from inbox_assistant.ui.today.words import pile_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from PySide6.QtGui import QColor, QFont, QPaintEvent

    from inbox_assistant.ui.icons import Icons

_BIG = 1.5
_SMALL = 0.9
_KEY = 22
"""The side of the key's square."""
_NAME_SHARE = 0.3
"""How much of a line the buyer's name may take, at most ``_NAME``."""
_NAME = 150

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE

Line = tuple[str, str, str, str]
"""Who, the words, the time left and its colour."""


class _Faces(NamedTuple):
    """The faces of a card; to make them costs more than to paint with them."""

    text: Face
    name: Face
    number: Face
    key: Face
    """Also the time left."""
    hint: Face


def _faces(font: QFont) -> _Faces:
    return _Faces(
        text=Face(font),
        name=Face(strong(font)),
        number=Face(figures(strong(font, _BIG))),
        key=Face(figures(strong(font, _SMALL))),
        hint=Face(scaled(font, _SMALL)),
    )


class PileCard(QPushButton):
    """A push button that is painted as a pile; pressing it begins there."""

    def __init__(self, icons: Icons, pile: Pile, key: int, now: datetime) -> None:
        super().__init__()
        self.pile = pile
        self.key = key
        """The digit that begins here."""
        self.now = now
        self.words = RowWords()
        self.words.by_promise = pile.view is View.PROMISES
        self._icons = icons
        self._faces = _faces(self.font())
        self._picture = QPixmap()
        self._pictured: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        icons.theme.changed.connect(self.update)

    def show_pile(self, pile: Pile, now: datetime) -> None:
        """Show *pile* as it is at *now*."""
        before = self._seen()
        self.pile, self.now = pile, now
        self.setEnabled(bool(pile.count or pile.later))
        said = pile_words(pile)
        pattern = self.tr("{name}: {count}. Key {key}.")
        name = pattern.format(name=said.name, count=pile.count, key=self.key)
        self.setAccessibleName(name)
        self.setAccessibleDescription(said.hint)
        if self._seen() != before:
            self.update()

    def tick(self, now: datetime) -> None:
        """Repaint the countdowns where they read differently at *now*."""
        before, self.now = self._seen(), now
        if self._seen() != before:
            self.update()

    def _seen(self) -> tuple[object, ...]:
        """Return what is painted, apart from how the card itself stands."""
        pile = self.pile
        return pile.count, pile.later, pile.missed, *self.lines()

    def lines(self) -> Iterator[Line]:
        """Yield what is said of the first threads."""
        for row in self.pile.rows:
            sign = self.words.sign(row, self.now)
            text = row.preview or self.words.subject(row)
            yield self.words.buyer(row), text, sign.words, sign.colour
        kinds = kind_names()
        for notice in self.pile.notices:
            kind = kinds.get(notice.kind, notice.kind.value)
            yield kind, notice.subject, "", "muted"

    def sizeHint(self) -> QSize:
        """Return room for a heading and as many lines as are ever shown."""
        head = self._faces.number.metrics.height()
        lines = SHOWN * (self._faces.text.metrics.height() + spacing.SMALL)
        return QSize(360, 3 * spacing.LARGE + head + lines)

    def minimumSizeHint(self) -> QSize:
        """Return the same, narrower."""
        return QSize(240, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_faces"):
            self._faces = _faces(self.font())
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, heading and lines, or what they looked like before."""
        del event
        looks = self._looks()
        if looks != self._pictured:
            # The page is opened many times a day, and few of its cards are news.
            self._picture, self._pictured = self._draw(), looks
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _looks(self) -> tuple[object, ...]:
        """Return all that the card's picture depends on."""
        return (
            *self._seen(),
            self.size().toTuple(),
            self.devicePixelRatio(),
            self.hasFocus(),
            self.isEnabled(),
            self.underMouse(),
            self.layoutDirection(),
            self._faces,
            self._icons.theme.colours,
        )

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        # Each text in the direction of its own first letter.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        inner = self.rect().adjusted(
            spacing.WIDE, spacing.LARGE, -spacing.WIDE, -spacing.LARGE
        )
        top = self._paint_heading(painter, inner)
        height = self._faces.text.metrics.height()
        for line in self.lines():
            area = QRect(inner.left(), top, inner.width(), height)
            self._paint_line(painter, area, line)
            top += height + spacing.SMALL
        painter.end()
        return picture

    def _paint_ground(self, painter: QPainter) -> None:
        has_focus = self.hasFocus()
        edge = self._ink("focus" if has_focus else "line")
        is_under = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(edge, 2 if has_focus else 1))
        plain = self.palette().base().color()
        painter.setBrush(self._ink("accent_tint") if is_under else plain)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, spacing.RADIUS, spacing.RADIUS)

    def _paint_heading(self, painter: QPainter, inner: QRect) -> int:
        """Paint key, icon, name, hint and number; return where the lines begin."""
        said = pile_words(self.pile)
        ink = said.colour if self.pile.count else "muted"
        faces = self._faces
        height = faces.number.metrics.height()
        head = QRect(inner.left(), inner.top(), inner.width(), height)
        left = self._paint_key(painter, head)
        ratio = painter.device().devicePixelRatio()
        icon = self._icons.pixmap(said.icon, ink, spacing.ICON, ratio)
        top = head.center().y() + 1 - spacing.ICON // 2
        place = self._placed(QRect(left, top, spacing.ICON, spacing.ICON))
        painter.drawPixmap(place.topLeft(), icon)
        left += spacing.ICON + spacing.MEDIUM
        number = str(self.pile.count)
        right = head.right() - faces.number.measured(number)
        self._write(painter, head, number, faces.number, ink, is_right=True)
        name = "text" if self.isEnabled() else "muted"
        rest = QRect(left, head.top(), right - left - spacing.MEDIUM, height)
        self._write(painter, rest, said.name, faces.name, name)
        used = faces.name.width(said.name) + spacing.LARGE
        hint = rest.adjusted(used, 0, 0, 0)
        self._write(painter, hint, said.hint, faces.hint, "muted")
        return head.bottom() + spacing.LARGE

    def _paint_key(self, painter: QPainter, head: QRect) -> int:
        square = QRect(head.left(), head.center().y() + 1 - _KEY // 2, _KEY, _KEY)
        painter.setPen(self._ink("edge"))
        painter.setBrush(self._ink("later_tint"))
        placed = self._placed(square)
        painter.drawRoundedRect(placed, spacing.SMALL, spacing.SMALL)
        painter.setFont(self._faces.key.font)
        painter.setPen(self._ink("later" if self.isEnabled() else "muted"))
        painter.drawText(placed, Qt.AlignmentFlag.AlignCenter, str(self.key))
        return square.right() + 1 + spacing.LARGE

    def _paint_line(self, painter: QPainter, area: QRect, line: Line) -> None:
        who, text, left, colour = line
        faces = self._faces
        width = faces.key.measured(left)
        self._write(painter, area, left, faces.key, colour, is_right=True)
        name = min(_NAME, int(area.width() * _NAME_SHARE))
        place = QRect(area.left(), area.top(), name - spacing.MEDIUM, area.height())
        self._write(painter, place, who, faces.text, "text")
        place = area.adjusted(name, 0, -width - spacing.LARGE, 0)
        self._write(painter, place, text, faces.text, "muted")

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        face: Face,
        ink: str,
        *,
        is_right: bool = False,
    ) -> None:
        if not text:
            return
        mode = Qt.TextElideMode.ElideRight
        shown = face.metrics.elidedText(text, mode, max(0, area.width()))
        painter.setFont(face.font)
        painter.setPen(self._ink(ink))
        at_right = is_right is not self._is_mirrored
        painter.drawText(self._placed(area), _AT_RIGHT if at_right else _AT_LEFT, shown)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _placed(self, area: QRect) -> QRect:
        """Return where *area* lies in the direction of the window's language."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    def _ink(self, name: str) -> QColor:
        colour: QColor = getattr(self._icons.theme.colours, name)
        return colour
