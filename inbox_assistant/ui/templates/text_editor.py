"""The words of a saved reply, flagged as in a reply while they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from inbox_assistant.ui.composer.editor import ReplyEditor

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from inbox_assistant.ui.theme import Theme


class TemplateEditor(ReplyEditor):
    """Here slots are to stay: Tab leaves the field, and files are none of its words."""

    slot_wanted = Signal()
    """A slot is to be put in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Words of the saved reply"))
        self.setPlaceholderText(self.tr("Write what is to be sent again and again…"))

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Leave the field by Tab, over whatever slots there are."""
        return super(ReplyEditor, self).focusNextPrevChild(is_next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer the slots by Ctrl+Space."""
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if is_control and event.key() == Qt.Key.Key_Space:
            self.slot_wanted.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words alone."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words; a saved reply has no files."""
        if not source.hasUrls():
            super().insertFromMimeData(source)
