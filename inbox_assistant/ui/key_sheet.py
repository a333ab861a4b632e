"""``?``: the keys as they are in force, made from the table of commands."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui.commands import keys_of

_WIDTH = 640
_HEIGHT = 560


class KeySheet(QDialog):
    """A table of keys and what they do."""

    def __init__(
        self,
        actions: Sequence[QAction],
        further: Sequence[tuple[str, str]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = [(keys_of(one), one.text().replace("&", "")) for one in actions]
        rows = [*further, *(row for row in rows if row[0])]
        table = QTableWidget(len(rows), 2)
        table.setAccessibleName(self.tr("Keys and what they do"))
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for number, (keys, text) in enumerate(rows):
            table.setItem(number, 0, QTableWidgetItem(keys))
            table.setItem(number, 1, QTableWidgetItem(text))
        table.resizeColumnToContents(0)
        table.setWordWrap(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(_WIDTH, _HEIGHT)
