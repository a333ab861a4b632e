"""Find a saved reply by typing, read it, and begin from it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.services.templating import Offered
from inbox_assistant.ui import spacing
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.theme import Theme

_SIZE = (760, 460)
_WALKING = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TemplatePicker(QDialog):
    """The templates that match, the fittest first; Enter inserts the chosen one."""

    picked = Signal(object)
    """The ``Template`` to begin from."""

    def __init__(
        self,
        row: QueueRow,
        theme: Theme,
        parent: QWidget,
        *,
        proactive: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Insert a template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._proactive = proactive
        self._row = row
        self._offered: Sequence[Offered] | None = None
        self._is_chosen = False
        self.field = Field(theme, self.tr("Find a template"))
        self.field.setPlaceholderText(self.tr("Type a few letters of it…"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Templates"))
        self._preview = QPlainTextEdit()
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setAccessibleName(self.tr("Text of the template"))
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._pick)
        self.field.setFocus()

    @Slot(object)
    def offer(self, offered: Sequence[Offered]) -> None:
        """Show what there is to choose from.

        The dialog is there before it, so that letters typed at once find their field;
        an Enter among them takes the first that matches them.
        """
        self._offered = ranked(offered, self._row)
        self._filter(self.field.text())
        if self._is_chosen:
            self._pick(self.list.currentItem())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the keyboard."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in _WALKING:
                self.list.event(event)
                return True
            if event.key() in _ENTER:
                self._is_chosen = self._offered is None
                self._pick(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        self.list.clear()
        words = fold_text(typed).split()
        for one in self._offered or ():
            template = one.template
            text = fold_text(f"{template.title} {template.language} {template.body}")
            if all(word in text for word in words):
                marks = [template.language]
                if template.uses:
                    marks.append(self.tr("used {count}").format(count=template.uses))
                if not one.is_fit(proactive=self._proactive):
                    marks.append(self.tr("would be held back"))
                item = QListWidgetItem(f"{template.title}   ({', '.join(marks)})")
                item.setData(Qt.ItemDataRole.UserRole, one)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _show(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        one = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        self._preview.setPlainText("" if one is None else one.template.body)
        words = ""
        if one is not None and one.reply is Verdict.BLOCK:
            words = self.tr("By the rules in force its words would be held back.")
        elif one is not None and not one.is_fit(proactive=self._proactive):
            words = self.tr("Nothing was asked here: unasked, it would be held back.")
        self._warning.setText(words)
        self._warning.setVisible(bool(words))

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            one = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.picked.emit(one.template)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        right = QVBoxLayout()
        right.addWidget(self._preview, 1)
        right.addWidget(self._warning)
        sides.addWidget(self.list, 1)
        sides.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.MEDIUM] * 4)
        layout.addWidget(self.field)
        layout.addLayout(sides, 1)
        self.resize(*_SIZE)


def ranked(offered: Sequence[Offered], row: QueueRow) -> list[Offered]:
    """Return *offered* for the thread of *row*, the fittest first.

    What is for another marketplace is left out; the buyer's language comes first,
    then what answers the buyer's topic, then what is used most.
    """

    def rank(one: Offered) -> tuple[bool, bool, int, str, str]:
        template = one.template
        return (
            template.language != row.language,
            not set(template.topics) & set(row.topics),
            -template.uses,
            template.language,
            template.title,
        )

    here = [
        one for one in offered if one.template.marketplace in (None, row.marketplace)
    ]
    return sorted(here, key=rank)
