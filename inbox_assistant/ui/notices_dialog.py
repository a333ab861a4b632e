"""Mails that are no buyer messages, where nothing of them is hidden."""

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.services.reading import Notice

_SIZE = (900, 520)


class NoticesDialog(QDialog):
    """A table of notices, urgent ones first."""

    def __init__(self, notices: list[Notice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Claims, notices and unsorted mails"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table = QTableWidget(len(notices), 4)
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(
            [
                self.tr("Kind"),
                self.tr("Received"),
                self.tr("Subject"),
                self.tr("Why it is here"),
            ]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for number, one in enumerate(notices):
            moment = QDateTime.fromSecsSinceEpoch(int(one.received_at.timestamp()))
            at = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
            cells = (one.kind.value.replace("-", " "), at, one.subject, one.reason)
            for column, text in enumerate(cells):
                table.setItem(number, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        stretch = QHeaderView.ResizeMode.Stretch
        table.horizontalHeader().setSectionResizeMode(2, stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
