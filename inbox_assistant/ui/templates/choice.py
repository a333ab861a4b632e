"""The list of saved replies, narrowed by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.ui import spacing
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.language_names import language_name
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.templates.words import standing_of
from inbox_assistant.ui.walking import walks

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from inbox_assistant.services.templating import Offered
    from inbox_assistant.ui.icons import Icons

ALL, TO_LOOK_AT, OWN = range(3)
TITLE, LANGUAGE, PLACE, USES, STATE = range(5)
_KEY = Qt.ItemDataRole.UserRole
_COLOURS = {"ok": "done", "draft": "text"}


class TemplateChoice(QWidget):
    """Shows what matches; whoever chooses a row sees it beside the list."""

    chosen = Signal(str)
    """The key of the saved reply that is to be shown."""

    delete_wanted = Signal()
    """The chosen one is to be deleted."""

    left = Signal()
    """The keyboard is to go on into what is shown."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._offered: Sequence[Offered] = ()
        self._unsaved: Collection[str] = ()
        self.field = Field(icons.theme, self.tr("Find a saved reply"))
        self.field.setPlaceholderText(self.tr("Title, words, language…"))
        self.field.setClearButtonEnabled(True)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which saved replies are listed"))
        self.which.view().setAccessibleName(self.which.accessibleName())
        self.which.addItems(
            [self.tr("All"), self.tr("To look at"), self.tr("Your own")]
        )
        self.tree = QTreeWidget()
        self._dress_tree()
        filters = QHBoxLayout()
        filters.setSpacing(spacing.MEDIUM)
        filters.addWidget(self.field, 1)
        filters.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(spacing.WIDE, 0, spacing.MEDIUM, spacing.LARGE)
        column.setSpacing(spacing.MEDIUM)
        column.addLayout(filters)
        column.addWidget(self.tree, 1)
        self.field.textChanged.connect(self._list)
        self.which.currentIndexChanged.connect(self._list)
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemActivated.connect(self.left)
        for watched in (self.field, self.tree):
            watched.installEventFilter(self)
        icons.theme.changed.connect(self._list)

    @property
    def key(self) -> str | None:
        """Return the key of the chosen one."""
        item = self.tree.currentItem()
        return None if item is None else str(item.data(TITLE, _KEY))

    @property
    def listed(self) -> list[str]:
        """Return the keys of those that are listed, from the top."""
        items = [
            self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())
        ]
        return [str(one.data(TITLE, _KEY)) for one in items if one is not None]

    def offer(self, offered: Sequence[Offered], unsaved: Collection[str]) -> None:
        """List *offered*; the keys in *unsaved* have changes that are not saved."""
        self._offered = offered
        self._unsaved = set(unsaved)
        self._list()

    def choose(self, key: str) -> None:
        """Show the saved reply *key*, whatever is typed into the field."""
        if key not in self.listed:
            self.field.clear()
            self.which.setCurrentIndex(ALL)
        for number in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(number)
            if item is not None and item.data(TITLE, _KEY) == key:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list from the field, and Delete delete."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.field and walks(self.tree, event):
                return True
            if watched is self.tree and event.key() == Qt.Key.Key_Delete:
                self.delete_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _list(self) -> None:
        """List what matches; the chosen one stays chosen where it still does."""
        key, scrolled = self.key, self.tree.verticalScrollBar().value()
        words = fold_text(self.field.text()).split()
        listed = [one for one in self._offered if self._is_wanted(one, words)]
        header = self.tree.header()
        column = header.sortIndicatorSection()
        is_upward = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        listed.sort(key=lambda one: _order(self._cells(one), column))
        if not is_upward:
            listed.reverse()
        self.tree.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.tree.clear()
        for one in listed:
            item = self._row(one)
            self.tree.addTopLevelItem(item)
            if one.template.key == key:
                self.tree.setCurrentItem(item)
        first = self.tree.topLevelItem(0)
        if self.key is None and first is not None:
            self.tree.setCurrentItem(first)
        self.tree.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._hide_what_says_nothing()
        self.tree.verticalScrollBar().setValue(scrolled)
        current = self.tree.currentItem()
        if current is not None:
            self.tree.scrollToItem(current)
        if self.key != key:
            self._choose()

    def _hide_what_says_nothing(self) -> None:
        """Leave the titles the room of columns in which all rows say the same."""
        templates = [one.template for one in self._offered]
        has_places = any(one.marketplace for one in templates)
        has_uses = any(one.uses for one in templates)
        self.tree.setColumnHidden(PLACE, not has_places)
        self.tree.setColumnHidden(USES, not has_uses)

    def _is_wanted(self, one: Offered, words: Sequence[str]) -> bool:
        template, which = one.template, self.which.currentIndex()
        if which == TO_LOOK_AT and not standing_of(one).is_to_look_at:
            return False
        if which == OWN and template.is_shipped:
            return False
        seen = " ".join(map(str, self._cells(one)))
        text = fold_text(f"{seen} {template.language} {template.body}")
        return all(word in text for word in words)

    def _cells(self, one: Offered) -> tuple[str, str, str, int, str]:
        """Return what is said of *one*, column by column."""
        template = one.template
        is_unsaved = template.key in self._unsaved
        return (
            template.title or self.tr("Without a title"),
            language_name(template.language),
            template.marketplace or self.tr("all"),
            template.uses,
            self.tr("not saved") if is_unsaved else standing_of(one).words,
        )

    def _row(self, one: Offered) -> QTreeWidgetItem:
        key = one.template.key
        item = QTreeWidgetItem([str(cell) for cell in self._cells(one)])
        item.setData(TITLE, _KEY, key)
        sign = "draft" if key in self._unsaved else standing_of(one).icon
        item.setIcon(STATE, self._icons.icon(sign, _COLOURS.get(sign, sign)))
        item.setToolTip(TITLE, one.template.title)
        right, middle = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignVCenter
        item.setTextAlignment(USES, right | middle)
        return item

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.key or "")

    def _dress_tree(self) -> None:
        tree = self.tree
        tree.setAccessibleName(self.tr("Saved replies"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setHeaderLabels(
            [
                self.tr("Title"),
                self.tr("Language"),
                self.tr("Place"),
                self.tr("Uses"),
                self.tr("State"),
            ]
        )
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(spacing.WIDE * 2)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(TITLE, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(self._list)
        calm_scrolling(tree, self._icons.theme)


def _order(cells: Sequence[str | int], column: int) -> tuple[int, str, str]:
    """Return what orders a row by *column*, then by its title."""
    cell, title = cells[column], fold_text(str(cells[TITLE]))
    if isinstance(cell, int):
        return (cell, "", title)
    return (0, fold_text(cell), title)
