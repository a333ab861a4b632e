"""Keeps a reply as a template, its particulars turned into slots."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.template import Template
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme

_SIZE = (520, 420)
_LEAST = 3
"""Letters of a value below which it may stand in a text by chance."""


class SaveTemplateDialog(QDialog):
    """Asks what the template is called and shows what it will say."""

    saved = Signal(object)
    """The ``Template`` to be kept."""

    def __init__(
        self, template: Template, row: QueueRow, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as a template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._template = template
        self._place = row.marketplace
        self.title = Field(theme, self.tr("Name of the template"))
        self.title.setPlaceholderText(self.tr("What is it for?"))
        self.body = QPlainTextEdit(template.body)
        self.body.setAccessibleName(self.tr("Text of the template"))
        self.body.setTabChangesFocus(True)
        self.only_here = QCheckBox(
            self.tr("Only for {place}").format(place=row.marketplace or "")
        )
        self.only_here.setVisible(row.marketplace is not None)
        self.keep = CalmButton(self.tr("Save"), theme, is_main=True)
        self.back = CalmButton(self.tr("Cancel"), theme)
        for button in (self.keep, self.back):
            button.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.title.textChanged.connect(self._allow)
        self._lay_out()
        self._allow()
        self.title.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter in the name."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.LARGE)
        layout.addWidget(self.title)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.only_here)
        layout.addLayout(buttons)
        self.resize(*_SIZE)

    @Slot()
    def _allow(self) -> None:
        self.keep.setEnabled(bool(self.title.text().strip()))

    @Slot()
    def _keep(self) -> None:
        if self.keep.isEnabled():
            place = self._place if self.only_here.isChecked() else None
            self.accept()
            self.saved.emit(
                replace(
                    self._template,
                    title=self.title.text().strip(),
                    body=self.body.toPlainText(),
                    marketplace=place,
                )
            )


def with_slots(text: str, values: Mapping[str, str]) -> str:
    """Return *text* with slots in place of what a thread's *values* are."""
    longest_first = sorted(values.items(), key=lambda one: -len(one[1]))
    for name, value in longest_first:
        if len(value) >= _LEAST:
            text = text.replace(value, f"{{{name}}}")
    return text
