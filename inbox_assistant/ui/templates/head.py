"""Above the saved replies: a new one, files, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong

if TYPE_CHECKING:
    from inbox_assistant.ui.icons import Icons


class Head(QWidget):
    """The title of the page and what concerns all saved replies."""

    import_wanted = Signal()
    export_wanted = Signal(bool)
    """Saved replies are to go into a file; whether only one's own."""

    shipped_wanted = Signal()
    """Those that came with the program and were deleted are to come back."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Saved replies"))
        title.setFont(strong(title.font(), 1.3))
        self.new = CalmButton(self.tr("New"), icons.theme)
        self.new.setToolTip(self.tr("Write a new one (Ctrl+N)"))
        self.files = CalmButton(self.tr("Files"), icons.theme)
        self.files.setAccessibleName(self.tr("Import and export"))
        icons.dress(self.files, "export")
        self.files.setMenu(self._file_menu())
        self.back = CalmButton(self.tr("Back to the queue"), icons.theme)
        row = QHBoxLayout(self)
        row.setSpacing(spacing.MEDIUM)
        row.setContentsMargins(spacing.WIDE, spacing.LARGE, spacing.WIDE, 0)
        row.addWidget(title, 1)
        for button in (self.new, self.files, self.back):
            row.addWidget(button)

    def _file_menu(self) -> QMenu:
        menu = QMenu(self.files)
        taking = menu.addAction(self.tr("Import from a file…"))
        taking.triggered.connect(lambda _on=False: self.import_wanted.emit())
        for words, is_own in (
            (self.tr("Export all…"), False),
            (self.tr("Export your own…"), True),
        ):
            act = menu.addAction(words)
            act.triggered.connect(
                lambda _on=False, own=is_own: self.export_wanted.emit(own)
            )
        menu.addSeparator()
        back = menu.addAction(self.tr("Bring back deleted ones of the program"))
        back.triggered.connect(lambda _on=False: self.shipped_wanted.emit())
        return menu
