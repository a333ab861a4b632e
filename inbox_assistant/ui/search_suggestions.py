"""Ways to go on, below the search field, while an operator is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt, Slot
from PySide6.QtWidgets import QCompleter

from inbox_assistant.domain.query import Operator, suggest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QLineEdit


class SearchSuggestions(QObject):
    """Offers operators and their known values; taking one is never forced."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._values: Mapping[Operator, Sequence[str]] = {}
        self._model = QStringListModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(field)
        self.completer.setCompletionMode(
            QCompleter.CompletionMode.UnfilteredPopupCompletion
        )
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.activated.connect(self._take)
        field.textEdited.connect(self._offer)

    @property
    def offered(self) -> list[str]:
        """Return what is offered now: whole queries."""
        return self._model.stringList()

    @Slot(object)
    def know(self, values: Mapping[Operator, Sequence[str]]) -> None:
        """Offer *values* from now on."""
        self._values = values

    @Slot(str)
    def _offer(self, text: str) -> None:
        is_at_end = self._field.cursorPosition() == len(self._field.text())
        found = suggest(text, self._values) if is_at_end else []
        self._model.setStringList([one.text for one in found])
        popup = self.completer.popup()
        if found:
            self.completer.complete()
        elif popup is not None:
            popup.hide()

    @Slot(str)
    def _take(self, text: str) -> None:
        self._field.setText(text)
        # An operator wants its value next.
        if text.endswith(":"):
            self._offer(text)
