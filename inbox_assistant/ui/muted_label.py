"""Words that explain, in a quieter ink than what they explain."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from inbox_assistant.ui.theme import Theme


class MutedLabel(QLabel):
    """A wrapped label in the theme's quiet colour."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setWordWrap(True)
        theme.changed.connect(self._ink)
        self._ink()

    @Slot()
    def _ink(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colours.muted)
        self.setPalette(palette)
