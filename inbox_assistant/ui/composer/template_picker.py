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
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.services.template_judging import Judged
from inbox_assistant.services.templating import Offered
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.flagged_text import FlaggedText
from inbox_assistant.ui.field import Field
from inbox_assistant.ui.templates.words import standing_of
from inbox_assistant.ui.theme import Theme
from inbox_assistant.ui.walking import walks

_SIZE = (800, 500)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TemplatePicker(QDialog):
    """The saved replies that match, the fittest first; Enter inserts the chosen one.

    What would be held back is shown with its flags first; only a second Enter
    inserts it.
    """

    picked = Signal(object)
    """The ``Template`` to begin from."""

    check_wanted = Signal(object, int)
    """The ``Template`` that is shown, and the revision of its text."""

    manage_wanted = Signal()
    """The page of saved replies is wanted."""

    def __init__(
        self,
        row: QueueRow,
        theme: Theme,
        parent: QWidget,
        *,
        proactive: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Insert a saved reply"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._proactive = proactive
        self._row = row
        self._offered: Sequence[Offered] | None = None
        self._judged: dict[str, Judged] = {}
        self._is_chosen = False
        self._waits_for = ""
        """The key of one that is to be inserted once it is checked."""
        self._was_told = ""
        """The key of one whose flags were shown after it was chosen."""
        self._dress(theme)
        self._lay_out()
        self._connect()
        self.field.setFocus()

    def _dress(self, theme: Theme) -> None:
        self.field = Field(theme, self.tr("Find a saved reply"))
        self.field.setPlaceholderText(self.tr("Type a few letters of it…"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Saved replies"))
        self.preview = FlaggedText(theme)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("Words of the saved reply"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.manage = CalmButton(self.tr("All saved replies…"), theme, is_quiet=True)
        self.manage.setAutoDefault(False)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._pick)
        self.manage.clicked.connect(self._manage)

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

    def show_judged(self, revision: int, judged: Judged) -> None:
        """Flag what was found, and go on with what waited for it."""
        self._judged[judged.template.key] = judged
        found = judged.proactive if self._proactive else judged.reply
        if self.preview.show_findings(revision, found):
            self._warn()
        if self._waits_for == judged.template.key:
            self._pick(self.list.currentItem())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the keyboard."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if walks(self.list, event):
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
                standing = standing_of(one)
                if standing.is_to_look_at:
                    marks.append(standing.words)
                item = QListWidgetItem(f"{template.title}   ({', '.join(marks)})")
                item.setData(Qt.ItemDataRole.UserRole, one)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    @Slot()
    def _show(self) -> None:
        self._waits_for = self._was_told = ""
        one = self._current()
        self.preview.set_draft("" if one is None else one.template.body, 0)
        self._warn()
        if one is not None:
            self.check_wanted.emit(one.template, self.preview.revision)

    def _warn(self) -> None:
        one = self._current()
        words = ""
        if one is not None:
            is_fit = self._is_fit(one)
            if is_fit is None and self._waits_for:
                words = self.tr("Checking…")
            elif is_fit is False:
                words = self._why_not(one)
            if self._was_told == one.template.key:
                again = self.tr("Enter once more inserts it all the same.")
                words = f"{words} {again}"
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def _why_not(self, one: Offered) -> str:
        if self._proactive and self._verdicts(one)[0] is not Verdict.BLOCK:
            return self.tr("Nothing was asked here: unasked, it would be held back.")
        return self.tr("By the rules in force its words would be held back.")

    def _is_fit(self, one: Offered) -> bool | None:
        """Return whether nothing in it blocks; ``None`` where that is not known."""
        verdict = self._verdicts(one)[1 if self._proactive else 0]
        return None if verdict is None else verdict is not Verdict.BLOCK

    def _verdicts(self, one: Offered) -> tuple[Verdict | None, Verdict | None]:
        """Return what was found last: as an answer, and where nothing was asked."""
        judged = self._judged.get(one.template.key)
        return (one.reply, one.proactive) if judged is None else judged.verdicts

    def _current(self) -> Offered | None:
        item: QListWidgetItem | None = self.list.currentItem()
        found: Offered | None = (
            None if item is None else item.data(Qt.ItemDataRole.UserRole)
        )
        return found

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        one: Offered = item.data(Qt.ItemDataRole.UserRole)
        key, is_fit = one.template.key, self._is_fit(one)
        if is_fit or self._was_told == key:
            self.accept()
            self.picked.emit(one.template)
        elif is_fit is None:
            self._waits_for = key
            self._warn()
        else:
            self._waits_for, self._was_told = "", key
            self._warn()

    @Slot()
    def _manage(self) -> None:
        self.reject()
        self.manage_wanted.emit()

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addWidget(self.warning)
        sides.addWidget(self.list, 1)
        sides.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.MEDIUM] * 4)
        layout.addWidget(self.field)
        layout.addLayout(sides, 1)
        layout.addWidget(self.manage, 0, Qt.AlignmentFlag.AlignRight)
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
