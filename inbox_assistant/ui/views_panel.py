"""The views on the left, each with how many threads it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inbox_assistant.domain.view import View
from inbox_assistant.ui.qt_numbers import ACCESSIBLE_TEXT_ROLE, NEVER, USER_ROLE
from inbox_assistant.ui.view_row import COUNT_ROLE, ICON_ROLE, LOUD_ROLE, ViewRow

if TYPE_CHECKING:
    from inbox_assistant.services.reading import Status
    from inbox_assistant.ui.icons import Icons

_LOUD = frozenset({View.OVERDUE, View.SENT_BACK})
_COUNTLESS = frozenset({View.SETTLED, View.ALL})
SHOWN = (
    View.WAITING,
    View.DUE_SOON,
    View.OVERDUE,
    View.TO_CONFIRM,
    View.SENT_BACK,
    View.OLDER,
    View.SETTLED,
    View.SNOOZED,
    View.PROMISES,
)
"""The views in the order of the panel; their places are their number keys."""

_NAMES = {
    View.WAITING: str(QT_TRANSLATE_NOOP("Views", "Waiting")),
    View.DUE_SOON: str(QT_TRANSLATE_NOOP("Views", "Due soon")),
    View.OVERDUE: str(QT_TRANSLATE_NOOP("Views", "Overdue")),
    View.TO_CONFIRM: str(QT_TRANSLATE_NOOP("Views", "To confirm")),
    View.SENT_BACK: str(QT_TRANSLATE_NOOP("Views", "Sent back")),
    View.OLDER: str(QT_TRANSLATE_NOOP("Views", "Older")),
    View.SETTLED: str(QT_TRANSLATE_NOOP("Views", "Settled")),
    View.SNOOZED: str(QT_TRANSLATE_NOOP("Views", "Put off")),
    View.PROMISES: str(QT_TRANSLATE_NOOP("Views", "Promises")),
    View.ALL: str(QT_TRANSLATE_NOOP("Views", "All")),
}


_ICONS = {View.SNOOZED: "snooze"}


def view_name(view: View) -> str:
    """Return the name of *view* in the user's language."""
    return QCoreApplication.translate("Views", _NAMES[view])


class ViewsPanel(QListWidget):
    """The list of views; choosing one shows it."""

    chosen = Signal(object)
    """The view that is to be shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Views"))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", NEVER)
        self.setItemDelegate(ViewRow(icons, self))
        # The panel stands on the window's own ground, beside the white lists.
        ground = QWidget()
        self.setViewport(ground)
        ground.setAutoFillBackground(False)
        for view in SHOWN:
            item = QListWidgetItem(view_name(view))
            item.setData(USER_ROLE, view)
            item.setData(ICON_ROLE, _ICONS.get(view, view.value))
            self.addItem(item)
        icons.theme.changed.connect(self._paint_again)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._tell)

    def show_status(self, status: Status) -> None:
        """Show how many threads each view holds."""
        for place, view in enumerate(SHOWN):
            count = 0 if view in _COUNTLESS else status.counts.get(view, 0)
            item = self.item(place)
            item.setData(COUNT_ROLE, count)
            missed = status.promises_missed if view is View.PROMISES else 0
            item.setData(LOUD_ROLE, bool(missed) or (bool(count) and view in _LOUD))
            late = self.tr("{count} overdue").format(count=missed) if missed else ""
            item.setToolTip(late)
            spoken = ", ".join(filter(None, (view_name(view), str(count or ""), late)))
            item.setData(ACCESSIBLE_TEXT_ROLE, spoken)

    def choose(self, view: View) -> None:
        """Make *view* the chosen one."""
        if view in SHOWN:
            self.setCurrentRow(SHOWN.index(view))

    @Slot()
    def _paint_again(self) -> None:
        self.viewport().update()

    @Slot(int)
    def _tell(self, place: int) -> None:
        if 0 <= place < len(SHOWN):
            self.chosen.emit(SHOWN[place])
