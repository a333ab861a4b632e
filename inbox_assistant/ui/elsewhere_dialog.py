"""When a thread was answered in Seller Central."""

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)


class ElsewhereDialog(QDialog):
    """Asks for the time of an answer that was written on Amazon's own pages.

    *details* says which threads are meant, where there are several.
    """

    told = Signal(object)
    """The moment, aware UTC."""

    def __init__(self, now: datetime, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Answered in Seller Central"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edit = QDateTimeEdit(QDateTime.fromSecsSinceEpoch(int(now.timestamp())))
        self._edit.setCalendarPopup(True)
        self._edit.setDisplayFormat(self.tr("d MMM yyyy  HH:mm"))
        self._edit.setAccessibleName(self.tr("Time of the answer"))
        words = QLabel(
            self.tr(
                "Say when the answer was sent there. What was answered leaves the "
                "queue, and this time is what the reports count."
            )
        )
        which = QLabel(details)
        which.setVisible(bool(details))
        for label in (words, which):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Answered at"), self._edit)
        buttons = QDialogButtonBox()
        done = buttons.addButton(
            self.tr("Mark as answered"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        done.setDefault(True)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._tell)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(which)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        seconds = self._edit.dateTime().toSecsSinceEpoch()
        self.accept()
        self.told.emit(datetime.fromtimestamp(seconds, UTC))
