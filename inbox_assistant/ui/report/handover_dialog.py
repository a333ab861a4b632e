"""The end of the day, to be read, copied, printed or mailed to oneself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout

from inbox_assistant.reports.handover_page import handover_page, handover_text
from inbox_assistant.ui.report.phrasing import window_phrasing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from inbox_assistant.reports.handover_page import Handover

_SIZE = (760, 720)
_LONGEST_MAIL = 6_000
"""Letters; mail programs cut longer addresses off."""


class HandoverDialog(QDialog):
    """Shows the page; whoever opened it prints and mails."""

    mail_wanted = Signal(object)
    """The ``mailto:`` address that carries the page."""

    pdf_wanted = Signal(str)
    """The page is to be written as PDF."""

    def __init__(self, handover: Handover, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._handover = handover
        self._phrasing = window_phrasing()
        self.setWindowTitle(self.tr("End of day"))
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        self.page.setOpenLinks(False)
        self.page.setHtml(handover_page(handover, self._phrasing))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        for name, act in (
            (self.tr("Copy"), self.copy),
            (self.tr("As PDF…"), self._want_pdf),
            (self.tr("Mail…"), self._want_mail),
        ):
            buttons.addButton(name, action).clicked.connect(act)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    def copy(self) -> None:
        """Put the page on the clipboard as plain text."""
        QGuiApplication.clipboard().setText(
            handover_text(self._handover, self._phrasing)
        )

    def _want_pdf(self) -> None:
        self.pdf_wanted.emit(handover_page(self._handover, self._phrasing))

    def _want_mail(self) -> None:
        text = handover_text(self._handover, self._phrasing)[:_LONGEST_MAIL]
        subject = quote(self.windowTitle())
        self.mail_wanted.emit(QUrl(f"mailto:?subject={subject}&body={quote(text)}"))
