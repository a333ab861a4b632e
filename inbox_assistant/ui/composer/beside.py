"""What stands beside the text: findings, background, notes; one at a time."""

from enum import IntEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inbox_assistant.ui.composer.background_panel import BackgroundPanel
from inbox_assistant.ui.composer.findings_panel import FindingsPanel
from inbox_assistant.ui.composer.notes_panel import NotesPanel
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.tab_bar import CalmTabBar


class Page(IntEnum):
    """The pages in their order."""

    FINDINGS = 0
    BACKGROUND = 1
    NOTES = 2


class Beside(QWidget):
    """Three pages behind three tabs, each with how much it holds."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingsPanel(icons)
        self.background = BackgroundPanel(icons)
        self.notes = NotesPanel(icons)
        self._tabs = CalmTabBar(icons.theme)
        self._tabs.setAccessibleName(self.tr("Beside the reply"))
        self._tabs.setExpanding(True)
        self._pages = QStackedWidget()
        self._names = (self.tr("Findings"), self.tr("Background"), self.tr("Notes"))
        for name, page in zip(
            self._names, (self.findings, self.background, self.notes), strict=True
        ):
            self._tabs.addTab(name)
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self._pages, 1)
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)

    def show_page(self, page: Page) -> None:
        """Bring *page* to the front."""
        self._tabs.setCurrentIndex(page)

    def count(self, page: Page, number: int) -> None:
        """Say on the tab of *page* how much it holds."""
        name = self._names[page]
        self._tabs.setTabText(page, f"{name} ({number})" if number else name)

    @Slot()
    def write_note(self) -> None:
        """Let a note be written."""
        self.show_page(Page.NOTES)
        self.notes.field.setFocus()
