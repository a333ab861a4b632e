"""Narrows the list that is shown, sorts it, and keeps searches as views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from inbox_assistant.domain.query import Operator, Query, Term
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.topic_names import topic_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from inbox_assistant.domain.saved_view import SavedView
    from inbox_assistant.ui.icons import Icons

FILTERS = (
    Operator.MARKETPLACE,
    Operator.ACCOUNT,
    Operator.TOPIC,
    Operator.LANGUAGE,
    Operator.AGENT,
    Operator.TAG,
)


class FilterBar(QWidget):
    """Two buttons with menus, and in words what they narrow the list to."""

    narrowed = Signal(object)
    """The ``Query`` that narrows the list; an empty one shows all of it."""

    sorted = Signal(str)
    """The name of the order; empty for the view's own."""

    recalled = Signal(object)
    """The ``SavedView`` that is wanted."""

    save_wanted = Signal()
    """What is searched for is to be kept under a name."""

    about_to_show = Signal()
    """Known values may be looked up anew."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = Query()
        self.order = ""
        self._values: Mapping[Operator, Sequence[str]] = {}
        self._views: Sequence[SavedView] = ()
        self._marked = 0
        self.filter = CalmButton(self.tr("Filter"), icons.theme, is_quiet=True)
        self.sort = CalmButton("", icons.theme, is_quiet=True)
        self.words = QLabel()
        self.menu = QMenu(self)
        # Filled when it is opened: to narrow the list must not wait for its menu.
        self.menu.aboutToShow.connect(self._fill)
        self.menu.aboutToShow.connect(self.about_to_show)
        self._below = {one: QMenu(operator_name(one), self.menu) for one in FILTERS}
        self.filter.setMenu(self.menu)
        self.sort.setMenu(self._orders())
        row = QHBoxLayout(self)
        row.setContentsMargins(spacing.SMALL, 0, spacing.MEDIUM, spacing.SMALL)
        row.setSpacing(spacing.SMALL)
        row.addWidget(self.filter)
        row.addWidget(self.words, 1)
        row.addWidget(self.sort)
        self._tell()

    @Slot(object)
    def know(self, values: Mapping[Operator, Sequence[str]]) -> None:
        """Offer *values* to filter by."""
        self._values = values
        self._fill()

    @Slot(object)
    def show_views(self, views: Sequence[SavedView]) -> None:
        """Offer the saved *views*."""
        self._views = views
        self._fill()

    @Slot(int)
    def tell_marks(self, count: int) -> None:
        """Say that *count* threads are marked."""
        self._marked = count
        self._tell()

    def narrow(self, query: Query) -> None:
        """Narrow the list to *query*."""
        self.query = query
        self.narrowed.emit(query)
        self._tell()

    def sort_by(self, order: str) -> None:
        """Sort by *order*, one of those of the menu."""
        self.order = order
        self.sorted.emit(order)
        self._tell()

    @Slot()
    def _fill(self) -> None:
        # A menu that is cleared lets go of the menus below it and keeps them for ever.
        self.menu.clear()
        chosen = {term.operator: term.value for term in self.query.terms}
        for operator, below in self._below.items():
            below.clear()
            self.menu.addMenu(below)
            below.setEnabled(bool(self._values.get(operator)))
            for value in self._values.get(operator, ()):
                action = below.addAction(value_words(operator, value))
                action.setCheckable(True)
                action.setChecked(chosen.get(operator) == value)
                action.triggered.connect(
                    lambda is_on, operator=operator, value=value: self.narrow(
                        self.query.having(Term(operator, value if is_on else ""))
                    )
                )
        self.menu.addSeparator()
        clear = self.menu.addAction(self.tr("Show all"))
        clear.setEnabled(bool(self.query))
        clear.triggered.connect(lambda _on=False: self.narrow(Query()))
        self.menu.addSeparator()
        for view in self._views:
            action = self.menu.addAction(view.name)
            action.triggered.connect(
                lambda _on=False, view=view: self.recalled.emit(view)
            )
        save = self.menu.addAction(self.tr("Keep this search as a view…"))
        save.triggered.connect(lambda _on=False: self.save_wanted.emit())

    def _orders(self) -> QMenu:
        menu = QMenu(self)
        for order, name in order_names().items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _on=False, order=order: self.sort_by(order))
        return menu

    def _tell(self) -> None:
        shown = [value_words(term.operator, term.value) for term in self.query.terms]
        if self._marked:
            shown.insert(0, self.tr("{count} marked").format(count=self._marked))
        self.words.setText(" · ".join(shown))
        name = order_names().get(self.order, "")
        self.sort.setText(self.tr("By {order}").format(order=name))


def order_names() -> dict[str, str]:
    """Return the orders that can be chosen, by their names in the storage."""
    translate = QCoreApplication.translate
    return {
        "": translate("Filter", "due time"),
        "newest": translate("Filter", "newest first"),
        "buyer": translate("Filter", "buyer"),
        "marketplace": translate("Filter", "marketplace"),
    }


def operator_name(operator: Operator) -> str:
    """Return what *operator* filters by."""
    translate = QCoreApplication.translate
    return {
        Operator.MARKETPLACE: translate("Filter", "Marketplace"),
        Operator.ACCOUNT: translate("Filter", "Account"),
        Operator.TOPIC: translate("Filter", "Topic"),
        Operator.LANGUAGE: translate("Filter", "Language"),
        Operator.AGENT: translate("Filter", "Agent"),
        Operator.TAG: translate("Filter", "Tag"),
    }[operator]


def value_words(operator: Operator, value: str) -> str:
    """Return how a *value* of *operator* is shown."""
    return topic_names().get(value, value) if operator is Operator.TOPIC else value
