"""The page of numbers: Account Health, overdue review and forecast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.report.forecast_tab import ForecastTab
from inbox_assistant.ui.report.health_tab import HealthTab
from inbox_assistant.ui.report.review_tab import ReviewTab
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.tab_bar import CalmTabBar

if TYPE_CHECKING:
    from inbox_assistant.ui.icons import Icons

FORMS = ("pdf", "html", "csv", "png")


class ReportPage(QWidget):
    """Stands in the place of the queue until Esc or *Back to the queue*."""

    closed = Signal()
    """The queue is wanted back."""

    turned = Signal(int)
    """The tab that is shown now."""

    export_wanted = Signal(str)
    """The report is to be written in one of ``FORMS``."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.health = HealthTab(icons.theme)
        self.review = ReviewTab(icons.theme)
        self.forecast = ForecastTab()
        self.export = CalmButton(self.tr("Export"), icons.theme)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(CalmTabBar(icons.theme))
        self.tabs.setDocumentMode(True)
        for tab, name in (
            (self.health, self.tr("Account Health")),
            (self.review, self.tr("Overdue review")),
            (self.forecast, self.tr("Forecast")),
        ):
            calm_scrolling(tab.table, icons.theme)
            self.tabs.addTab(tab, name)
        self.tabs.currentChanged.connect(self.turned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head(icons))
        column.addWidget(self.tabs, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def _head(self, icons: Icons) -> QHBoxLayout:
        title = QLabel(self.tr("Numbers"))
        title.setFont(strong(title.font(), 1.3))
        icons.dress(self.export, "export")
        self.export.setMenu(self._forms())
        back = CalmButton(self.tr("Back to the queue"), icons.theme)
        back.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(spacing.MEDIUM)
        head.setContentsMargins(
            spacing.WIDE, spacing.LARGE, spacing.WIDE, spacing.MEDIUM
        )
        head.addWidget(title, 1)
        head.addWidget(self.export)
        head.addWidget(back)
        return head

    def _forms(self) -> QMenu:
        menu = QMenu(self.export)
        for form in FORMS:
            action = menu.addAction(self.tr("As {form}…").format(form=form.upper()))
            action.triggered.connect(
                lambda _on=False, form=form: self.export_wanted.emit(form)
            )
        return menu

    @Slot(int)
    def turn_to(self, place: int) -> None:
        """Show the tab at *place* and put the keyboard into it."""
        self.tabs.setCurrentIndex(place)
        first = (self.health.table, self.review.table, self.forecast.table)[place]
        first.setFocus()
