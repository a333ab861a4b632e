"""The page of today's work, in the place of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.countdown import countdown
from inbox_assistant.services.todays_work import ORDER, Pile, TodaysWork
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.countdown_phrases import seen_phrases
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.today.pile_card import PileCard

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from inbox_assistant.ui.icons import Icons

_COLUMNS = 2
_WIDEST = 1180
"""Lines that are longer are read less easily."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_J: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_K: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: _COLUMNS,
    Qt.Key.Key_Up: -_COLUMNS,
}


class TodayPage(QWidget):
    """A card for each pile; its digit, Enter or a click begins there."""

    begun = Signal(object)
    """The ``Pile`` to begin with."""

    closed = Signal()
    """The queue is wanted back."""

    def __init__(self, icons: Icons, now: datetime) -> None:
        super().__init__()
        self.work: TodaysWork | None = None
        self._is_sure = False
        self.cards = [
            PileCard(icons, Pile(view, 0), key, now)
            for key, view in enumerate(ORDER, 1)
        ]
        self.summary = QLabel()
        self._phrases = seen_phrases()
        for card in self.cards:
            card.setEnabled(False)
            card.clicked.connect(lambda _on=False, card=card: self._begin(card))
            card.installEventFilter(self)
        self._lay_out(icons)

    def set_soon(self, soon: timedelta) -> None:
        """Count a deadline as soon from this much time left on."""
        for card in self.cards:
            card.words.soon = soon

    def show_work(self, work: TodaysWork, now: datetime) -> None:
        """Show *work*; the keyboard stays where it is, or goes where work is."""
        self.work, self._is_sure = work, True
        # A card that gets disabled passes the keyboard on to whatever follows.
        here = self.window().focusWidget()
        for card, pile in zip(self.cards, work.piles, strict=True):
            card.show_pile(pile, now)
        self._tell(now)
        if here is self or (isinstance(here, PileCard) and not here.isEnabled()):
            self.focus_first()

    def await_work(self, now: datetime) -> None:
        """Take digits for meant, whatever was there when the page was last seen."""
        self._is_sure = False
        for card in self.cards:
            card.tick(now)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the first pile that holds something."""
        usable = [card for card in self.cards if card.isEnabled()]
        (usable[0] if usable else self).setFocus()

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Repaint what reads differently at *now*."""
        if self.work is not None and self.isVisible():
            for card in self.cards:
                card.tick(now)
            self._tell(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin by a digit or Enter, walk by arrows, J and K, leave by Esc."""
        if not self._by_key(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the cards' keys: buttons and scroll areas have arrows of their own."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and self._by_key(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _by_key(self, key: int) -> bool:
        digit = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._begin(self._card_in_use())
        elif 0 <= digit < len(self.cards):
            self._begin(self.cards[digit])
        elif key in _STEPS:
            self._walk(_STEPS[key])
        else:
            return False
        return True

    def _card_in_use(self) -> PileCard | None:
        here = self.window().focusWidget()
        return here if isinstance(here, PileCard) else None

    def _begin(self, card: PileCard | None) -> None:
        if card is not None and (card.isEnabled() or not self._is_sure):
            self.begun.emit(card.pile)

    def _walk(self, by: int) -> None:
        """Go on by so many cards, over those that hold nothing."""
        card, step = self._card_in_use(), 1 if by > 0 else -1
        here = -1 if card is None else self.cards.index(card)
        place = max(-1, here + by)
        while 0 <= place < len(self.cards):
            if self.cards[place].isEnabled():
                self.cards[place].setFocus()
                return
            place += step

    def _tell(self, now: datetime) -> None:
        if self.work is None:
            return
        words = self.tr("Nobody is waiting.")
        if self.work.waiting:
            words = self.tr("{count} waiting").format(count=self.work.waiting)
        if self.work.next_due_at is not None:
            left = countdown(self.work.next_due_at, now, self._phrases)
            words = self.tr("{words}; the most urgent: {left}").format(
                words=words, left=left
            )
        self.summary.setText(words)

    def _lay_out(self, icons: Icons) -> None:
        hint = QLabel(
            self.tr(
                "A digit begins there; when a list is done, this page comes back. W "
                "opens it at any time."
            )
        )
        hint.setWordWrap(True)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inner)
        column.setContentsMargins(*[spacing.GENEROUS] * 4)
        column.setSpacing(spacing.WIDE)
        column.addLayout(self._head(icons))
        column.addLayout(self._grid())
        column.addWidget(hint)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area(inner, icons))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _area(self, inner: QWidget, icons: Icons) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        calm_scrolling(area, icons.theme)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        area.setWidget(inner)
        for ground in (area.viewport(), inner):
            # What fills its own ground is painted by itself, and then once more.
            ground.setAutoFillBackground(False)
        return area

    def _head(self, icons: Icons) -> QHBoxLayout:
        title = QLabel(self.tr("Today's work"))
        title.setFont(strong(title.font(), 1.3))
        back = CalmButton(self.tr("To the queue (Esc)"), icons.theme)
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(spacing.LARGE)
        head.addWidget(title)
        head.addWidget(self.summary, 1)
        head.addWidget(back)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(spacing.LARGE)
        for place, card in enumerate(self.cards):
            is_last = place == len(self.cards) - 1
            span = _COLUMNS - place % _COLUMNS if is_last else 1
            grid.addWidget(card, place // _COLUMNS, place % _COLUMNS, 1, span)
        return grid
