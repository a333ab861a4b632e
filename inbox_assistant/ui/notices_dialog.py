"""Mails that are no buyer messages, so that nothing of them is hidden."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.kind import Kind
from inbox_assistant.services.reading import Notice, Original
from inbox_assistant.ui.sentences import told
from inbox_assistant.ui.theme import Theme
from inbox_assistant.ui.thread.original import Original as OriginalView

_SIZE = (980, 640)
_SHARES = (380, 220)


class NoticesDialog(QDialog):
    """A table of notices, urgent ones first, and the whole of the chosen one."""

    original_wanted = Signal(int)
    """The number of a mail; answer with ``show_original``."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Claims, notices and unsorted mails"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._notices: tuple[Notice, ...] = ()
        self._table = QTableWidget(0, 4)
        self._table.setAccessibleName(self.windowTitle())
        self._table.setHorizontalHeaderLabels(
            [
                self.tr("Kind"),
                self.tr("Received"),
                self.tr("Subject"),
                self.tr("Why it is here"),
            ]
        )
        self._original = OriginalView(theme)
        self._set_up()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._table)
        split.addWidget(self._original)
        split.setSizes(list(_SHARES))
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    @Slot(object)
    def show_notices(self, notices: Sequence[Notice]) -> None:
        """List *notices* and show the first one in full."""
        self._notices = tuple(notices)
        self._table.setRowCount(len(notices))
        names = kind_names()
        for number, one in enumerate(notices):
            moment = QDateTime.fromSecsSinceEpoch(int(one.received_at.timestamp()))
            at = QLocale().toString(moment, self.tr("d MMM yyyy, HH:mm"))
            cells = (
                names.get(one.kind, one.kind.value),
                at,
                one.subject,
                told(one.reason),
            )
            for column, text in enumerate(cells):
                self._table.setItem(number, column, QTableWidgetItem(text))
        for column in (0, 1):
            self._table.resizeColumnToContents(column)
        if notices:
            self._table.setCurrentCell(0, 0)
        self._table.setFocus()

    @Slot(object)
    def show_original(self, original: Original | None) -> None:
        """Show the whole of the chosen mail, without loading anything."""
        if original is not None:
            self._original.show_mail(original.text, original.html)

    @Slot()
    def _choose(self) -> None:
        place = self._table.currentRow()
        if 0 <= place < len(self._notices):
            self.original_wanted.emit(self._notices[place].number)

    def _set_up(self) -> None:
        table = self._table
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._choose)
        self._original.fits_its_mail = False


def kind_names() -> dict[Kind, str]:
    """Return the kinds of mails that are no buyer messages, as people read them."""
    translate = QCoreApplication.translate
    return {
        Kind.A_TO_Z: translate("Kind", "A-to-z claim"),
        Kind.CANCELLATION: translate("Kind", "Cancellation"),
        Kind.UNSORTED: translate("Kind", "Unsorted"),
        Kind.UNREADABLE: translate("Kind", "Unreadable"),
        Kind.FORGERY: translate("Kind", "Forgery"),
        Kind.BOUNCE: translate("Kind", "Sent back"),
        Kind.OPT_OUT: translate("Kind", "Buyer opted out"),
        Kind.RETURN: translate("Kind", "Return"),
        Kind.REFUND: translate("Kind", "Refund"),
        Kind.OTHER_NOTICE: translate("Kind", "Notice"),
    }
