"""Internal notes beside a reply: on a ground of their own, never sent."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from inbox_assistant.domain.note import Note
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.pasting import NOTE_FORMAT
from inbox_assistant.ui.composer.plain_text import plain_text
from inbox_assistant.ui.fonts import strong
from inbox_assistant.ui.icons import Icons
from inbox_assistant.ui.moments import local_time
from inbox_assistant.ui.scroll_bar import calm_scrolling

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteText(QPlainTextEdit):
    """Text whose copies say that they are from a note, so that no reply takes them."""

    done = Signal()
    """Ctrl+Enter: keep the note; it never sends anything."""

    left = Signal()
    """Esc: back to the reply."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the chosen words, marked as internal."""
        # Qt's own kind of data hides every form that it does not make itself.
        data = QMimeData()
        data.setText(plain_text(self.textCursor().selectedText()))
        data.setData(NOTE_FORMAT, b"1")
        return data

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter for the note: elsewhere in the window it sends the reply."""
        is_ours = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in _ENTER
        )
        if is_ours:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the note by Ctrl+Enter; leave by Esc."""
        if event.key() in _ENTER and event.modifiers() & _CONTROL:
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NotesPanel(QWidget):
    """Shows the notes of a thread and takes a new one."""

    written = Signal(str)
    """A note to be kept."""

    remove_wanted = Signal(str)
    """The entry of a note that is to be taken away."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._notes: tuple[Note, ...] = ()
        self._thread: str | None = None
        self._begun: dict[str, str] = {}
        self._title = QLabel(self.tr("Internal: the buyer never reads this"))
        self._title.setFont(strong(self.font()))
        self._title.setWordWrap(True)
        self.shown = NoteText()
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName(self.tr("Internal notes"))
        self.field = NoteText()
        self.field.setAccessibleName(self.tr("New internal note"))
        self.field.setPlaceholderText(self.tr("A note for colleagues…"))
        self.field.setTabChangesFocus(True)
        self.shown.setTabChangesFocus(True)
        self.keep = CalmButton(self.tr("Keep the note"), icons.theme)
        self.keep.setToolTip(self.tr("Keep the note for colleagues (Ctrl+Enter)"))
        self.remove = CalmButton(
            self.tr("Take the last one away"), icons.theme, is_quiet=True
        )
        self._lay_out()
        self.field.done.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        icons.theme.changed.connect(self._tint)
        self._tint()
        self.show_notes(())

    def open_thread(self, thread: str | None) -> None:
        """Write notes on *thread*: what was begun on another one waits there."""
        if thread == self._thread:
            return
        if self._thread is not None:
            self._begun[self._thread] = self.field.toPlainText()
        self._thread = thread
        self.field.setPlainText(self._begun.pop(thread or "", ""))

    @property
    def notes(self) -> tuple[Note, ...]:
        """Return what is shown."""
        return self._notes

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show *notes*, the oldest first."""
        self._notes = tuple(notes)
        lines = [
            f"{note.agent}, {local_time(note.at)}\n{note.text}" for note in self._notes
        ]
        self.shown.setPlainText("\n\n".join(lines))
        self.shown.setVisible(bool(lines))
        self.remove.setVisible(bool(lines))

    @Slot()
    def _keep(self) -> None:
        text = self.field.toPlainText()
        if text.strip():
            self.field.clear()
            self.written.emit(text)

    @Slot()
    def _remove(self) -> None:
        if self._notes:
            self.remove_wanted.emit(self._notes[-1].entry_id)

    @Slot()
    def _tint(self) -> None:
        ground: QColor = self._icons.theme.colours.soon_tint
        for part in (self.shown, self.field):
            palette = part.palette()
            palette.setColor(QPalette.ColorRole.Base, ground)
            part.setPalette(palette)

    def _lay_out(self) -> None:
        for part in (self.shown, self.field):
            part.setFrameShape(QPlainTextEdit.Shape.NoFrame)
            calm_scrolling(part, self._icons.theme)
        self._icons.dress(self.keep, "internal-note", "text")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[spacing.LARGE] * 4)
        layout.setSpacing(spacing.MEDIUM)
        layout.addWidget(self._title)
        layout.addWidget(self.shown, 2)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
