"""The field in which a reply is written, with what was found in it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from inbox_assistant.domain.finding import Finding
from inbox_assistant.ui import spacing
from inbox_assistant.ui.composer.flag import Flag, flags_of
from inbox_assistant.ui.composer.plain_text import plain_text
from inbox_assistant.ui.composer.severity_look import severity_look
from inbox_assistant.ui.scroll_bar import calm_scrolling
from inbox_assistant.ui.theme import Theme

PAUSE = 150
"""Milliseconds without a key press after which the text is checked."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReplyEditor(QPlainTextEdit):
    """Write plain text; flagged words are tinted and underlined.

    Whoever checks listens to ``check_wanted`` and answers with ``show_findings``;
    an answer about a text that was changed meanwhile is dropped.
    """

    check_wanted = Signal(str, int)
    """The text and its revision, once the writer pauses."""

    flags_changed = Signal()
    """Other flags are shown now."""

    left = Signal()
    """Esc: the writer goes back to the queue."""

    flag_reached = Signal(int)
    """The number of the flag that was walked to, counted from 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flags: tuple[Flag, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask_for_check)
        self.setAccessibleName(self.tr("Reply"))
        self.setPlaceholderText(self.tr("Write the reply…"))
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        calm_scrolling(self, theme)
        self.document().setDocumentMargin(spacing.LARGE)
        self.textChanged.connect(self._pause.start)
        theme.changed.connect(self._tint)

    @property
    def text(self) -> str:
        """Return what is written, letter for letter."""
        return plain_text(self.document().toRawText())

    @property
    def flags(self) -> tuple[Flag, ...]:
        """Return what is flagged, in the order of the text."""
        return self._flags

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what was found, in the order in which flags are numbered."""
        return tuple(flag.finding for flag in self._flags)

    @property
    def caret(self) -> int:
        """Return where the caret is, counted in code points."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        before = units[: 2 * self.textCursor().position()]
        return len(before.decode("utf-16-le", "replace"))

    def set_draft(self, text: str, caret: int) -> None:
        """Begin with *text*, the caret after *caret* code points, nothing flagged."""
        self.setPlainText(text)
        cursor = self.textCursor()
        ahead = self.text[:caret]
        cursor.setPosition(len(ahead.encode("utf-16-le", "surrogatepass")) // 2)
        self.setTextCursor(cursor)
        self._set_flags(())
        self.ask_for_check()

    @Slot()
    def ask_for_check(self) -> None:
        """Have the text checked now."""
        self._pause.stop()
        self.check_wanted.emit(self.text, self.document().revision())

    def show_findings(self, revision: int, findings: Sequence[Finding]) -> bool:
        """Flag *findings* about the text of *revision*; say whether it is current."""
        if revision != self.document().revision():
            return False
        self._set_flags(flags_of(self.document(), self.text, findings))
        return True

    def flag_at(self, position: int) -> int | None:
        """Return the number of the narrowest flag around *position*, as Qt counts."""
        around = [
            (flag.end - flag.start, number)
            for number, flag in enumerate(self._flags)
            if flag.start <= position <= flag.end and not flag.is_gone
        ]
        return min(around)[1] if around else None

    @Slot()
    def next_flag(self) -> None:
        """Select the next flagged words, from the end on to the beginning."""
        here = self.textCursor().selectionStart()
        is_on = self.textCursor().hasSelection()
        alive = self._alive()
        after = [n for n in alive if self._flags[n].start > here - (not is_on)]
        self._reach(after or alive, 0)

    @Slot()
    def previous_flag(self) -> None:
        """Select the flagged words before, from the beginning on to the end."""
        here = self.textCursor().selectionStart()
        alive = self._alive()
        before = [n for n in alive if self._flags[n].start < here]
        self._reach(before or alive, -1)

    def select_flag(self, number: int) -> None:
        """Select the words of flag *number* and let screen readers say what it is."""
        flag = self._flags[number]
        cursor = self.textCursor()
        cursor.setPosition(flag.start)
        cursor.setPosition(flag.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        words = self.tr("Flag {number} of {count}: {severity}. {message}").format(
            number=number + 1,
            count=len(self._flags),
            severity=severity_look(flag.finding.severity).word,
            message=flag.finding.message,
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.flag_reached.emit(number)

    def apply_fix(self, number: int, fix_number: int) -> bool:
        """Replace words as a fix says, unless they were changed; one step to undo."""
        fix, stretch = self._flags[number].fixes[fix_number]
        if not stretch.is_unchanged:
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
        menu = self.fix_menu(number)
        corner = self.cursorRect().bottomLeft() + QPoint(0, spacing.SMALL)
        menu.popup(self.viewport().mapToGlobal(corner))

    def fix_menu(self, number: int) -> QMenu:
        """Return the menu with the fixes of flag *number*."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fixes = self._flags[number].fixes
        for at, (fix, _stretch) in enumerate(fixes):
            action = menu.addAction(fix.label)
            action.triggered.connect(
                lambda _checked=False, at=at: self.apply_fix(number, at)
            )
        if not fixes:
            menu.addAction(self.tr("No ready-made fix")).setEnabled(False)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the flags by F8; Alt+Enter lists the fixes and Esc leaves."""
        held, key = event.modifiers(), event.key()
        if key == Qt.Key.Key_F8 and not held:
            self.next_flag()
        elif key == Qt.Key.Key_F8 and held == _SHIFT:
            self.previous_flag()
        elif key in _ENTER and held == _ALT:
            self.offer_fixes()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window: they are mails to import, never an address."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words, not the place of a file on this computer."""
        is_file = any(url.isLocalFile() for url in source.urls())
        if not is_file:
            super().insertFromMimeData(source)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain the flagged words under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self.cursorForPosition(event.pos()).position()
            number = self.flag_at(position)
            text = "" if number is None else _explanation(self._flags[number].finding)
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def _alive(self) -> list[int]:
        return [n for n, flag in enumerate(self._flags) if not flag.is_gone]

    def _reach(self, numbers: list[int], which: int) -> None:
        if numbers:
            self.select_flag(numbers[which])

    def _set_flags(self, flags: tuple[Flag, ...]) -> None:
        self._flags = flags
        self._tint()
        self.flags_changed.emit()

    @Slot()
    def _tint(self) -> None:
        selections = []
        for flag in self._flags:
            look = severity_look(flag.finding.severity)
            ink: QColor = getattr(self._theme.colours, look.colour)
            shape = QTextCharFormat()
            shape.setBackground(getattr(self._theme.colours, f"{look.colour}_tint"))
            shape.setUnderlineColor(ink)
            shape.setUnderlineStyle(look.underline)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = flag.stretch.cursor
            selection.format = shape
            selections.append(selection)
        self.setExtraSelections(selections)


def _explanation(finding: Finding) -> str:
    """Return what a tooltip says about *finding*."""
    word = severity_look(finding.severity).word
    lines = (f"{word}: {finding.message}", finding.why)
    # A tooltip may take what it is given for markup, and a text may quote some.
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
