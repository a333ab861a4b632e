"""The views on the left, each with how many threads it holds."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inbox_assistant.domain.view import View
from inbox_assistant.services.reading import Status
from inbox_assistant.ui import spacing
from inbox_assistant.ui.icons import Icons

_WIDTH = 176
_ROW_HEIGHT = 34
_COUNTLESS = frozenset({View.SETTLED, View.ALL})
SHOWN = (
    View.WAITING,
    View.DUE_SOON,
    View.OVERDUE,
    View.TO_CONFIRM,
    View.SENT_BACK,
    View.OLDER,
    View.SETTLED,
)
"""The views in the order of the panel; their places are their number keys."""

_NAMES = {
    View.WAITING: "Waiting",
    View.DUE_SOON: "Due soon",
    View.OVERDUE: "Overdue",
    View.TO_CONFIRM: "To confirm",
    View.SENT_BACK: "Sent back",
    View.OLDER: "Older",
    View.SETTLED: "Settled",
    View.ALL: "All",
}


def view_name(view: View) -> str:
    """Return the name of *view* in the user's language."""
    return QCoreApplication.translate("Views", _NAMES[view])


class ViewsPanel(QListWidget):
    """The list of views; choosing one shows it."""

    chosen = Signal(object)
    """The view that is to be shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.setAccessibleName(self.tr("Views"))
        self.setFixedWidth(_WIDTH)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setIconSize(QSize(spacing.ICON, spacing.ICON))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for view in SHOWN:
            item = QListWidgetItem(view_name(view))
            item.setData(Qt.ItemDataRole.UserRole, view)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            self.addItem(item)
        self._draw_icons()
        icons.theme.changed.connect(self._draw_icons)
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self._tell)

    def show_status(self, status: Status) -> None:
        """Show how many threads each view holds."""
        for place, view in enumerate(SHOWN):
            count = status.counts.get(view, 0)
            name = view_name(view)
            item = self.item(place)
            item.setText(
                f"{name}   {count}" if count and view not in _COUNTLESS else name
            )
            font = self.font()
            font.setBold(bool(count) and view in {View.OVERDUE, View.SENT_BACK})
            item.setFont(font)

    def choose(self, view: View) -> None:
        """Make *view* the chosen one."""
        if view in SHOWN:
            self.setCurrentRow(SHOWN.index(view))

    @Slot(int)
    def _tell(self, place: int) -> None:
        if 0 <= place < len(SHOWN):
            self.chosen.emit(SHOWN[place])

    @Slot()
    def _draw_icons(self) -> None:
        for place, view in enumerate(SHOWN):
            self.item(place).setIcon(self._icons.icon(view.value))
