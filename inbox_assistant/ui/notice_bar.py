"""A sentence that needs no answer, until it is put away."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tinted import TintedFrame


class NoticeBar(TintedFrame):
    """Tell something; it takes no focus and blocks nothing."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(icons.theme, "note_tint", parent)
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        dismiss = QToolButton()
        dismiss.setAutoRaise(True)
        dismiss.setIconSize(QSize(spacing.ICON, spacing.ICON))
        dismiss.setAccessibleName(self.tr("Dismiss"))
        dismiss.setToolTip(self.tr("Dismiss"))
        dismiss.clicked.connect(self.dismiss)
        icons.dress(dismiss, "close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.MEDIUM, spacing.MEDIUM
        )
        layout.addWidget(self._label, 1)
        layout.addWidget(dismiss, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is told; empty where nothing is."""
        return "" if self.isHidden() else self._label.text()

    @Slot(str)
    def tell(self, words: str) -> None:
        """Show *words* in place of what was told before."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @Slot()
    def dismiss(self) -> None:
        """Say nothing any more."""
        self.hide()
