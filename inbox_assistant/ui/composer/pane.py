"""The composer: the reply, what was found in it, and the ways to settle a thread."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.countdown import Urgency, countdown, urgency
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import Draft
from inbox_assistant.domain.state import State
from inbox_assistant.ui import spacing
from inbox_assistant.ui.button import CalmButton
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.composer.findings_panel import FindingsPanel
from inbox_assistant.ui.countdown_phrases import seen_phrases
from inbox_assistant.ui.fonts import figures
from inbox_assistant.ui.icons import Icons

LONGEST = 4000
"""Code points that Amazon's message box takes."""

_SHARES = (470, 320)
"""Pixels of the text and of the findings beside it, at first."""
_NARROWEST = 260
"""Pixels that a finding needs to be read."""

SAVE_PAUSE = 400
"""Milliseconds after a key press when the draft is stored."""


class ComposerPane(QWidget):
    """Writes the reply to one thread at a time."""

    check_wanted = Signal(str, str, int)
    """A thread, the text and its revision."""

    draft_changed = Signal(object)
    """The ``Draft`` to be stored."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._thread: str | None = None
        self._is_held = False
        self._row: QueueRow | None = None
        self.editor = ReplyEditor(icons.theme)
        self.findings = FindingsPanel(icons)
        theme = icons.theme
        self.send = CalmButton(self.tr("Send"), theme, is_main=True)
        self.no_response = CalmButton(self.tr("No response necessary"), theme)
        self.confirm = CalmButton(self.tr("Marked on Amazon"), theme, is_main=True)
        self.elsewhere = CalmButton(self.tr("Answered in Seller Central…"), theme)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._time_left = QLabel()
        self._length = QLabel()
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(SAVE_PAUSE)
        self._lay_out()
        self._connect()
        self.show_nothing()

    @property
    def thread_key(self) -> str | None:
        """Return the thread that is answered here."""
        return self._thread

    @property
    def text(self) -> str:
        """Return what is written."""
        return self.editor.text

    def show_nothing(self) -> None:
        """Answer no thread."""
        self.save_now()
        self._thread = None
        self._row = None
        self._quietly("", 0)
        self.setEnabled(False)

    def show_thread(self, row: QueueRow, draft: Draft | None) -> None:
        """Answer the thread of *row*, beginning with its draft."""
        if self._thread != row.thread:
            self.save_now()
            self._thread = row.thread
            body = "" if draft is None else draft.body
            self._quietly(body, 0 if draft is None else draft.cursor)
        self._row = row
        self.setEnabled(True)
        is_open = row.state in {State.WAITING, State.TO_CONFIRM}
        self.no_response.setVisible(row.state is not State.TO_CONFIRM)
        self.no_response.setEnabled(row.state is State.WAITING)
        self.confirm.setVisible(row.state is State.TO_CONFIRM)
        self.elsewhere.setEnabled(is_open)
        self.editor.setPlaceholderText(
            self.tr("Write the reply…")
            if is_open
            else self.tr("Nothing waits here. A further message would be proactive…")
        )

    def put_text_back(self, draft: Draft) -> None:
        """Show *draft* in place of what is written in its thread."""
        if draft.thread == self._thread:
            self._quietly(draft.body, draft.cursor)

    @property
    def is_saved(self) -> bool:
        """Return whether everything written was told to be stored."""
        return not self._save.isActive()

    def hold(self, *, is_held: bool) -> None:
        """Take no more letters while the reply passes the gate."""
        self.editor.setReadOnly(is_held)
        self._is_held = is_held
        self._count()

    def clear_text(self) -> None:
        """Begin anew after the reply has gone to the outbox."""
        self._save.stop()
        self._quietly("", 0)

    def show_findings(
        self, thread: str, revision: int, findings: Sequence[Finding]
    ) -> None:
        """Show *findings* unless the text has moved on."""
        if thread == self._thread and self.editor.show_findings(revision, findings):
            # In the order of the text, as the flags are numbered.
            self.findings.show_findings(self.editor.findings)
            self._mark_send(is_blocked=any(map(_blocks, findings)))

    @Slot()
    def save_now(self) -> None:
        """Have the draft stored without waiting for a pause."""
        if self._save.isActive():
            self._save.stop()
            self._tell_draft()

    @Slot(object)
    def tick(self, now: datetime) -> None:
        """Show how long the thread may still wait."""
        due_at = None if self._row is None else self._row.due_at
        if due_at is None:
            self._time_left.clear()
            return
        self._time_left.setText(countdown(due_at, now, seen_phrases()))
        colour = {
            Urgency.OVERDUE: "overdue",
            Urgency.SOON: "soon",
            Urgency.LATER: "later",
        }[urgency(due_at, now)]
        colours = self._icons.theme.colours
        look = self._time_left.palette()
        look.setColor(self._time_left.foregroundRole(), getattr(colours, colour))
        self._time_left.setPalette(look)

    def _quietly(self, text: str, caret: int) -> None:
        """Put *text* into the editor without storing it as something new."""
        self.editor.set_draft(text, caret)
        self._save.stop()
        self._show_none()
        self._count()

    def _show_none(self) -> None:
        blank = self.tr("What Amazon forbids is marked as you write.")
        checking = self.tr("Checking…")
        self.findings.show_findings((), checking if self.text.strip() else blank)
        self._mark_send(is_blocked=False)

    def _mark_send(self, *, is_blocked: bool) -> None:
        self._icons.dress(self.send, "block" if is_blocked else "send", "on_accent")

    @Slot()
    def _written(self) -> None:
        self._save.start()
        self._count()

    @Slot()
    def _tell_draft(self) -> None:
        if self._thread is not None:
            draft = Draft(self._thread, self.text, self.editor.caret)
            self.draft_changed.emit(draft)

    @Slot(str, int)
    def _ask_for_check(self, text: str, revision: int) -> None:
        if self._thread is None or not text.strip():
            self.editor.show_findings(revision, ())
            self._show_none()
        else:
            self.check_wanted.emit(self._thread, text, revision)

    def _count(self) -> None:
        length = len(self.text)
        self._length.setText(
            self.tr("{count} of {most}").format(count=length, most=LONGEST)
        )
        self._length.setVisible(length > 0)
        self.send.setEnabled(bool(self.text.strip()) and not self._is_held)

    @Slot()
    def _flags_changed(self) -> None:
        gone = [flag for flag in self.editor.flags if not flag.is_gone]
        if len(gone) != len(self.editor.flags):
            self.findings.show_findings([flag.finding for flag in gone])

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._written)
        self.editor.check_wanted.connect(self._ask_for_check)
        self.editor.flag_reached.connect(self.findings.point_at)
        self.findings.chosen.connect(self.editor.select_flag)
        self.findings.fix_chosen.connect(self.editor.apply_fix)
        self._save.timeout.connect(self._tell_draft)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text_beside_findings(), 1)
        layout.addLayout(self._buttons())

    def _text_beside_findings(self) -> QSplitter:
        split = self.sides
        split.setAccessibleName(self.tr("Reply and findings"))
        self.findings.setMinimumWidth(_NARROWEST)
        split.addWidget(self.editor)
        split.addWidget(self.findings)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes(list(_SHARES))
        split.setChildrenCollapsible(False)
        split.setHandleWidth(spacing.HAIR)
        return split

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(
            spacing.LARGE, spacing.MEDIUM, spacing.LARGE, spacing.MEDIUM
        )
        row.setSpacing(spacing.MEDIUM)
        for button, icon, tip in (
            (self.send, "send", self.tr("Send the reply (Ctrl+Enter)")),
            (self.no_response, "no-response", self.tr("No response necessary (N)")),
            (self.confirm, "to-confirm", self.tr("It is marked on Amazon too (C)")),
            (
                self.elsewhere,
                "link",
                self.tr("It was answered on Amazon's own pages (Ctrl+Shift+Enter)"),
            ),
        ):
            is_main = button in {self.send, self.confirm}
            self._icons.dress(button, icon, "on_accent" if is_main else "text")
            button.setToolTip(tip)
            row.addWidget(button)
        row.addStretch(1)
        for label in (self._length, self._time_left):
            label.setFont(figures(self.font()))
            row.addWidget(label)
        self._time_left.setAccessibleName(self.tr("Time left"))
        return row


def _blocks(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK
