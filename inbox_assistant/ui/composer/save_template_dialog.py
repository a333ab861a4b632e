"""Keeps a reply as a saved reply, its particulars turned into placeholders."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.template import FIRST_NAME, Template
from inbox_assistant.services.template_judging import Judged
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.templates.text_editor import TemplateEditor
from inbox_assistant.ui.templates.words import slot_names
from inbox_assistant.ui.theme import Theme

_SIZE = (560, 480)
_LEAST = 3
"""Letters of a value below which it may stand in a text by chance."""
_WITHOUT_BLANKS = "\u2e80"
"""From here on scripts put no blanks between words."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Words that are a thread's own, and the slot that can stand in their place."""

    words: str
    slot: str

    def to_slot(self, text: str) -> str:
        """Return *text* with the slot in place of the words."""
        # Not inside of other words: a buyer may be called Ann, and much is announced.
        edges = ("", "")
        if max(self.words) < _WITHOUT_BLANKS:
            edges = (r"(?<!\w)", r"(?!\w)")
        pattern = f"{edges[0]}{re.escape(self.words)}{edges[1]}"
        return re.sub(pattern, f"{{{self.slot}}}", text)

    def to_words(self, text: str) -> str:
        """Return *text* with the words in place of the slot."""
        return text.replace(f"{{{self.slot}}}", self.words)


class SaveTemplateDialog(QDialog):
    """Asks what it is called, and shows what it will say and what is flagged in it."""

    saved = Signal(object)
    """The ``Template`` to be kept."""

    check_wanted = Signal(object, int)
    """A ``Template`` that is to be judged, and the revision of its words."""

    def __init__(
        self,
        template: Template,
        swaps: Sequence[Swap],
        place: str | None,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as a saved reply"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._template = template
        self._place = place
        self._is_blocked: bool | None = None
        """Whether it would be held back; ``None`` until that is known."""
        self._is_wanted = False
        self.title = Field(theme, self.tr("Title"))
        self.title.setPlaceholderText(self.tr("What is it for?"))
        self.body = TemplateEditor(theme)
        self.swaps = [self._swap_box(swap) for swap in swaps]
        self.only_here = QCheckBox(self.tr("Only for {place}").format(place=place))
        self.only_here.setVisible(place is not None)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.hide()
        self.keep = CalmButton(self.tr("Save"), theme, is_main=True)
        self.back = CalmButton(self.tr("Cancel"), theme)
        for button in (self.keep, self.back):
            button.setAutoDefault(False)
        self._connect()
        self._lay_out()
        self.body.set_draft(swapped(template.body, swaps), 0)
        self._allow()
        self.title.setFocus()

    @property
    def template(self) -> Template:
        """Return the saved reply as it is written now."""
        return replace(
            self._template,
            title=self.title.text().strip(),
            body=self.body.text,
            marketplace=self._place if self.only_here.isChecked() else None,
        )

    def show_judged(self, revision: int, judged: Judged) -> None:
        """Flag what was found, and save if that was waited for."""
        if not self.body.show_findings(revision, judged.reply):
            return
        self._is_blocked = judged.verdicts[0] is Verdict.BLOCK
        if not self._is_blocked:
            self.warning.hide()
        if self._is_wanted:
            self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save by Enter in the title."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._keep()
        else:
            super().keyPressEvent(event)

    def _swap_box(self, swap: Swap) -> QCheckBox:
        name = slot_names().get(swap.slot, swap.slot)
        words = self.tr("Put a placeholder for “{words}”: {name}")
        said = words.format(words=swap.words, name=name).replace("&", "&&")
        box = QCheckBox(said)
        box.setChecked(True)
        box.toggled.connect(lambda is_on, swap=swap: self._swap(swap, is_on=is_on))
        return box

    def _swap(self, swap: Swap, *, is_on: bool) -> None:
        text = self.body.text
        cursor = self.body.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(swap.to_slot(text) if is_on else swap.to_words(text))

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.reject)
        self.title.textChanged.connect(self._allow)
        self.body.written.connect(self._forget)
        self.body.check_wanted.connect(self._ask_for_check)
        self.body.left.connect(self.reject)
        self.only_here.toggled.connect(self.body.ask_for_check)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.GENEROUS] * 4)
        layout.setSpacing(spacing.MEDIUM)
        layout.addWidget(self.title)
        layout.addWidget(self.body, 1)
        for part in (self.warning, *self.swaps, self.only_here):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.resize(*_SIZE)

    @Slot(str, int)
    def _ask_for_check(self, _text: str, revision: int) -> None:
        self.check_wanted.emit(self.template, revision)

    @Slot()
    def _forget(self) -> None:
        self._is_blocked = None
        self._is_wanted = False

    @Slot()
    def _allow(self) -> None:
        self.keep.setEnabled(bool(self.title.text().strip()))

    @Slot()
    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        self._is_wanted = self._is_blocked is None
        if self._is_blocked:
            words = self.tr("Change what is flagged first: it would be held back.")
            self.warning.setText(words)
            self.warning.show()
            self.body.setFocus()
            self.body.next_flag()
        elif not self._is_wanted:
            template = self.template
            self.accept()
            self.saved.emit(template)
        else:
            self.body.ask_for_check()


def swaps_in(text: str, values: Mapping[str, str], row: QueueRow) -> list[Swap]:
    """Return what of the thread's *values* and of the buyer's name stands in *text*.

    The longest come first, so that no part of a name is left beside a slot.
    """
    known = [Swap(value, slot) for slot, value in values.items()]
    name = " ".join((row.buyer or "").split())
    known += [Swap(part, FIRST_NAME) for part in (name, *name.split(" "))]
    known.sort(key=lambda one: -len(one.words))
    found: dict[str, Swap] = {}
    for one in known:
        left = swapped(text, list(found.values()))
        if len(one.words) >= _LEAST and one.to_slot(left) != left:
            found.setdefault(one.words, one)
    return list(found.values())


def swapped(text: str, swaps: Sequence[Swap]) -> str:
    """Return *text* with a slot in place of the words of each of *swaps*."""
    for one in swaps:
        text = one.to_slot(text)
    return text
