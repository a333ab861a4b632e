"""The list of what was found in a reply, beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.ui import spacing
from inbox_assistant.ui.composer.finding_card import FindingCard
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.scroll_bar import calm_scrolling

SHOWN = 50
"""Cards shown at once; the next ones follow when these are dealt with."""


NARROWEST, WIDEST = 260, 420
"""Logical pixels that cards have, and may ask for: the text needs some as well."""


class FindingsPanel(QWidget):
    """Show each finding with its reason and fixes; arrows walk from card to card."""

    chosen = Signal(int)
    """The number of a finding whose words are to be shown in the text."""

    fix_chosen = Signal(int, int)
    """A finding and which of its fixes to apply."""

    dismiss_wanted = Signal(int)
    """The number of a finding that is to be set aside, or to count again."""

    def __init__(
        self,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        can_dismiss: bool = True,
    ) -> None:
        super().__init__(parent)
        self._icons = icons
        self._can_dismiss = can_dismiss
        self._findings: tuple[Finding, ...] = ()
        self._cards: list[FindingCard] = []
        self._instead = ""
        self._aside: dict[int, str] = {}
        self._summary = QLabel()
        self._sign = QLabel()
        self._further = QLabel()
        self._further.setWordWrap(True)
        self._stack = QVBoxLayout()
        self._lay_out()
        self.setAccessibleName(self.tr("Findings"))
        icons.theme.changed.connect(self._summarise)
        self._summarise()

    @property
    def cards(self) -> tuple[FindingCard, ...]:
        """Return the cards that are shown, in the order of the text."""
        return tuple(self._cards)

    def show_findings(
        self,
        findings: Sequence[Finding],
        instead: str = "",
        aside: Mapping[int, str] | None = None,
    ) -> None:
        """Show *findings*, numbered in the order given.

        *instead* is said in place of "Nothing found" while nothing was looked at;
        *aside* has the reasons of those that were set aside, by their numbers.
        """
        told, set_aside = tuple(findings), dict(aside or {})
        is_same = told == self._findings and set_aside == self._aside
        if is_same and instead == self._instead:
            return
        self._instead = instead
        self._aside = set_aside
        focused = self._focused()
        self._findings = told
        self._clear()
        for number, finding in enumerate(told[:SHOWN]):
            self._add(number, finding)
        self._make_room()
        self._summarise()
        if focused is not None and self._cards:
            self._cards[min(focused, len(self._cards) - 1)].setFocus()

    @Slot(int)
    def point_at(self, number: int) -> None:
        """Bring the card of finding *number* into sight."""
        if number < len(self._cards):
            self._area.ensureWidgetVisible(self._cards[number])

    @Slot(int)
    def _walk(self, by: int) -> None:
        number = (self._focused() or 0) + by
        if 0 <= number < len(self._cards):
            self._cards[number].setFocus()
            self.point_at(number)

    def _focused(self) -> int | None:
        for number, card in enumerate(self._cards):
            parts = [card, *card.findChildren(QWidget)]
            if any(part.hasFocus() for part in parts):
                return number
        return None

    def _clear(self) -> None:
        for card in self._cards:
            self._stack.removeWidget(card)
            card.hide()
            # The click that led here may still be on its way through the card.
            card.deleteLater()
        self._cards = []

    def _make_room(self) -> None:
        """Be as wide as the longest button, which cannot be broken into lines."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        wanted = max(
            (card.minimumSizeHint().width() for card in self._cards), default=0
        )
        width = min(wanted + bar, WIDEST)
        self._area.setMinimumWidth(max(width, NARROWEST - 2 * spacing.LARGE))

    def _add(self, number: int, finding: Finding) -> None:
        card = FindingCard(
            finding,
            self._icons,
            reason=self._aside.get(number),
            can_dismiss=self._can_dismiss,
        )
        card.dismiss_wanted.connect(lambda: self.dismiss_wanted.emit(number))
        card.chosen.connect(lambda: self.chosen.emit(number))
        card.fix_chosen.connect(lambda fix: self.fix_chosen.emit(number, fix))
        card.walked.connect(self._walk)
        self._stack.insertWidget(number, card)
        # Only a card that is shown can take the keyboard over from the one before.
        card.show()
        self._cards.append(card)

    @Slot()
    def _summarise(self) -> None:
        counts = Counter(
            finding.severity
            for number, finding in enumerate(self._findings)
            if number not in self._aside
        )
        patterns = {
            Severity.BLOCK: self.tr("To change: {count}"),
            Severity.WARN: self.tr("To look at: {count}"),
            Severity.NOTE: self.tr("Hints: {count}"),
        }
        parts = [
            pattern.format(count=counts[severity])
            for severity, pattern in patterns.items()
            if counts[severity]
        ]
        if self._aside:
            parts.append(self.tr("Set aside: {count}").format(count=len(self._aside)))
        worst = next((one for one in Severity if counts[one]), None)
        icon, colour = ("ok", "done") if worst is None else (worst.value, worst.value)
        ratio = self.devicePixelRatioF()
        sign = self._icons.pixmap(icon, colour, spacing.ICON, ratio)
        self._sign.setPixmap(sign)
        self._sign.setVisible(not self._instead)
        nothing = self._instead or self.tr("Nothing found")
        self._summary.setText(" · ".join(parts) or nothing)
        self._summary.setFont(self.font() if self._instead else strong(self.font()))
        hidden = len(self._findings) - len(self._cards)
        further = self.tr("{count} more follow when these are dealt with.")
        self._further.setText(further.format(count=hidden))
        self._further.setVisible(hidden > 0)

    def _lay_out(self) -> None:
        self._summary.setFont(strong(self.font()))
        self._summary.setWordWrap(True)
        header = QHBoxLayout()
        header.setSpacing(spacing.MEDIUM)
        header.addWidget(self._sign)
        header.addWidget(self._summary, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(spacing.MEDIUM)
        column.addLayout(self._stack)
        column.addWidget(self._further)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_room()
        calm_scrolling(self._area, self._icons.theme)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(
            spacing.LARGE, spacing.LARGE, spacing.LARGE, spacing.LARGE
        )
        whole.setSpacing(spacing.MEDIUM)
        whole.addLayout(header)
        whole.addWidget(self._area, 1)
