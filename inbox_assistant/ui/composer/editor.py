"""The field in which a reply is written, with what was found in it."""

from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip, QWidget

from inbox_assistant.domain.template import slots
from inbox_assistant.policy.offsets import utf16_offsets
from inbox_assistant.policy.spelling import CATEGORY as SPELLING
from inbox_assistant.ui import spacing
from inbox_assistant.ui.composer.flag import Flag
from inbox_assistant.ui.composer.flagged_text import FlaggedText
from inbox_assistant.ui.composer.pasting import files_in, is_from_note
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.sentences import told
from inbox_assistant.ui.theme import Theme

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OWN = _ENTER | {Qt.Key.Key_F8, Qt.Key.Key_Period, Qt.Key.Key_Escape}
"""Keys that may mean something else here than in any text."""


class ReplyEditor(FlaggedText):
    """Write plain text; walk its flags, repair them, set them aside."""

    left = Signal()
    """Esc: the writer goes back to the queue."""

    flag_reached = Signal(int)
    """The number of the flag that was walked to, counted from 0."""

    dismiss_wanted = Signal(int)
    """The number of a flag that is to be set aside, or to count again."""

    words_wanted = Signal(str)
    """A misspelt word: what to write in its place is to be looked up."""

    files_given = Signal(object)
    """Files that were dropped or pasted, as paths: they are to be attached."""

    note_refused = Signal()
    """Words of an internal note were to be pasted and were not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("Reply"))
        self.setPlaceholderText(self.tr("Write the reply…"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        calm_scrolling(self, theme)
        self.document().setDocumentMargin(spacing.LARGE)
        self._looked_up: set[str] = set()
        self._to_offer: tuple[str, int] | None = None
        self.flags_changed.connect(self._offer_words)

    def set_draft(self, text: str, caret: int) -> None:
        """Begin with *text*; its words may be looked up in another dictionary."""
        self._looked_up.clear()
        super().set_draft(text, caret)

    def flag_at(self, position: int) -> int | None:
        """Return the number of the narrowest flag around *position*, as Qt counts."""
        around = [
            (flag.end - flag.start, number)
            for number, flag in enumerate(self.flags)
            if flag.start <= position <= flag.end and not flag.is_gone
        ]
        return min(around)[1] if around else None

    @Slot()
    def next_flag(self) -> None:
        """Select the next flagged words, from the end on to the beginning."""
        here = self.textCursor().selectionStart()
        is_on = self.textCursor().hasSelection()
        alive = self._alive()
        after = [n for n in alive if self.flags[n].start > here - (not is_on)]
        self._reach(after or alive, 0)

    @Slot()
    def previous_flag(self) -> None:
        """Select the flagged words before, from the beginning on to the end."""
        here = self.textCursor().selectionStart()
        alive = self._alive()
        before = [n for n in alive if self.flags[n].start < here]
        self._reach(before or alive, -1)

    def select_flag(self, number: int) -> None:
        """Select the words of flag *number* and let screen readers say what it is."""
        flag = self.flags[number]
        self._select(flag.start, flag.end)
        self.announce(
            self.tr("Flag {number} of {count}: {severity}. {message}").format(
                number=number + 1,
                count=len(self.flags),
                severity=severity_look(flag.finding.severity).word,
                message=told(flag.finding.message),
            )
        )
        self.flag_reached.emit(number)
        self._ask_for_words(flag)

    def words_are_there(self, word: str) -> None:
        """Take it that a check knows by now what to write in place of *word*."""
        self._looked_up.add(word)
        self.ask_for_check()

    def announce(self, words: str) -> None:
        """Let screen readers say *words*."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def apply_fix(self, number: int, fix_number: int) -> bool:
        """Replace words as a fix says, unless they were changed; one step to undo."""
        fix, stretch = self.flags[number].fixes[fix_number]
        if not stretch.is_unchanged or self.isReadOnly():
            return False
        QTextCursor(stretch.cursor).insertText(fix.replacement)
        self.ask_for_check()
        return True

    @Slot()
    def offer_fixes(self) -> None:
        """Open the list of fixes for the flag at the caret."""
        number = self.flag_at(self.textCursor().selectionStart())
        if number is None:
            return
        flag = self.flags[number]
        if self._ask_for_words(flag):
            self._to_offer = (flag.finding.text, self.revision)
            self.announce(self.tr("Looking for replacements…"))
            return
        menu = self.fix_menu(number)
        corner = self.cursorRect().bottomLeft() + QPoint(0, spacing.SMALL)
        menu.popup(self.viewport().mapToGlobal(corner))

    @Slot()
    def dismiss_here(self) -> None:
        """Have the flag at the caret set aside."""
        number = self.flag_at(self.textCursor().selectionStart())
        if number is not None:
            self.dismiss_wanted.emit(number)

    def fix_menu(self, number: int) -> QMenu:
        """Return the menu with the fixes of flag *number*."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        flag = self.flags[number]
        for at, (fix, _stretch) in enumerate(flag.fixes):
            action = menu.addAction(told(fix.label))
            action.triggered.connect(lambda _checked=False, at=at: self._fix(flag, at))
        if not flag.fixes:
            menu.addAction(self.tr("No ready-made fix")).setEnabled(False)
        return menu

    @Slot()
    def next_slot(self) -> bool:
        """Select the next slot of a template that is to be filled; say if one was."""
        text = self.text
        found = slots(text)
        if not found or self.isReadOnly():
            return False
        points = utf16_offsets(text, [p for one in found for p in (one.start, one.end)])
        pairs = list(zip(points[::2], points[1::2], strict=True))
        here = self.textCursor().selectionEnd()
        start, end = next((one for one in pairs if one[0] >= here), pairs[0])
        if (start, end) == (
            self.textCursor().selectionStart(),
            self.textCursor().selectionEnd(),
        ):
            # The only one is chosen already: the next Tab leaves the field.
            return False
        self._select(start, end)
        name = found[pairs.index((start, end))].name.replace("_", " ")
        self.announce(self.tr("To fill in: {name}").format(name=name))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the flags by F8; Alt+Enter lists the fixes and Esc leaves."""
        key = event.key()
        if key not in _OWN:
            # A letter: asking what is held takes longer than it seems.
            super().keyPressEvent(event)
            return
        held = event.modifiers()
        if key == Qt.Key.Key_F8 and not held:
            self.next_flag()
        elif key == Qt.Key.Key_F8 and held == _SHIFT:
            self.previous_flag()
        elif key in _ENTER and held == _ALT:
            self.offer_fixes()
        elif key == Qt.Key.Key_Period and held == _CONTROL:
            self.dismiss_here()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go to the next slot by Tab, as long as there is one to fill."""
        if is_next and self.next_slot():
            return True
        return super().focusNextPrevChild(is_next)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words and files of this computer; files are attached."""
        if is_from_note(source):
            return False
        if source.hasUrls():
            # Where something lies is never pasted; folders are left to the window.
            return bool(files_in(source))
        return super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words; attach a file instead of pasting where it lies."""
        files = files_in(source)
        if is_from_note(source):
            self.note_refused.emit()
        elif files:
            self.files_given.emit(files)
        elif not source.hasUrls():
            super().insertFromMimeData(source)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the flagged words under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self.cursorForPosition(event.pos()).position()
            number = self.flag_at(position)
            text = "" if number is None else _explanation(self.flags[number])
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _ask_for_words(self, flag: Flag) -> bool:
        """Have replacements looked up if *flag* may get some; say if it may."""
        finding = flag.finding
        is_open = finding.category == SPELLING and not flag.fixes
        if is_open and finding.text not in self._looked_up:
            self.words_wanted.emit(finding.text)
            return True
        return False

    @Slot()
    def _offer_words(self) -> None:
        """Open the list that was asked for before its words were known."""
        if self._to_offer is None or self._to_offer[0] not in self._looked_up:
            return
        revision = self._to_offer[1]
        self._to_offer = None
        # Whoever writes on has thought better of it.
        if revision == self.revision and self.hasFocus():
            self.offer_fixes()

    def _fix(self, flag: Flag, fix_number: int) -> None:
        number = self.number_of(flag)
        if number is not None and fix_number < len(self.flags[number].fixes):
            self.apply_fix(number, fix_number)

    def _reach(self, numbers: list[int], which: int) -> None:
        if numbers:
            self.select_flag(numbers[which])


def _explanation(flag: Flag) -> str:
    """Return what a tooltip says about *flag*."""
    finding = flag.finding
    word = severity_look(finding.severity).word
    lines = [f"{word}: {told(finding.message)}", told(finding.why)]
    if flag.dismissal is not None:
        lines.append(flag.dismissal.reason)
    # A tooltip may take what it is given for markup, and a text may quote some.
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
