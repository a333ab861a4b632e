"""The composer: the reply, what was found in it, and the ways to settle a thread."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.countdown import Urgency, countdown, urgency
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.reply import NO_STEP, Draft, NextStep
from inbox_assistant.domain.state import State
from inbox_assistant.ui import spacing
from inbox_assistant.ui.composer.attachment_bar import AttachmentBar
from inbox_assistant.ui.composer.beside import Beside, Page
from inbox_assistant.ui.composer.editor import ReplyEditor
from inbox_assistant.ui.composer.flagged_text import alive
from inbox_assistant.ui.composer.reply_buttons import ReplyButtons
from inbox_assistant.ui.composer.step_bar import StepBar
from inbox_assistant.ui.countdown_phrases import seen_phrases
from inbox_assistant.ui.icons import Icons

if TYPE_CHECKING:
    from inbox_assistant.ui.composer.flag import Flag

HOLDING_BELOW = timedelta(hours=2)
"""Time left below which a holding reply is offered."""

LONGEST = 4000
"""Code points that Amazon's message box takes."""

_SHARES = (470, 320)
"""Pixels of the text and of the findings beside it, at first."""

_INKS = {
    Urgency.OVERDUE: "overdue",
    Urgency.SOON: "soon",
    Urgency.LATER: "later",
}

SAVE_PAUSE = 200
"""Milliseconds after the first key press that is not stored yet: a writer who never
pauses is stored as well."""


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
        self._is_blocked: bool | None = None
        self._row: QueueRow | None = None
        self.editor = ReplyEditor(icons.theme)
        self.beside = Beside(icons)
        self.findings = self.beside.findings
        self.files = AttachmentBar(icons)
        self.step_bar = StepBar(icons)
        self._file_findings: tuple[Finding, ...] = ()
        self._listed: tuple[Flag, ...] = ()
        self._step = NO_STEP
        self.buttons = ReplyButtons(icons)
        self.send = self.buttons.send
        self.holding = self.buttons.holding
        self.no_response = self.buttons.no_response
        self.confirm = self.buttons.confirm
        self.elsewhere = self.buttons.elsewhere
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(SAVE_PAUSE)
        # Counting can wait until the letter is painted.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._count)
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

    @property
    def step(self) -> NextStep:
        """Return what is staged for the moment of sending."""
        return self._step

    @Slot(object)
    def stage(self, step: NextStep) -> None:
        """Let *step* happen when the reply is sent; it is stored with the draft."""
        if step != self._step:
            self._show_step(step)
            self._save.start()

    def insert(self, text: str, step: NextStep) -> None:
        """Put *text* where the caret is, one step to undo, and stage *step*."""
        before = self.text.strip()
        cursor = self.editor.textCursor()
        start = cursor.selectionStart()
        cursor.insertText(text)
        cursor.setPosition(start)
        self.editor.setTextCursor(cursor)
        if not self.editor.next_slot() and not before:
            cursor.movePosition(cursor.MoveOperation.End)
            self.editor.setTextCursor(cursor)
        self.stage(self._step.followed_by(step))

    def show_files(
        self, files: Sequence[Enclosure], findings: Sequence[Finding]
    ) -> None:
        """Show the files beside the reply and what was found in them."""
        self._file_findings = tuple(findings)
        self.files.show_files(files, findings)
        self._list_findings()

    def flag_listed(self, number: int) -> int | None:
        """Return the editor's number of the finding listed as *number*."""
        if number >= len(self._listed):
            return None
        return self.editor.number_of(self._listed[number])

    def show_nothing(self) -> None:
        """Answer no thread."""
        self.save_now()
        self._thread = None
        self._row = None
        self._quietly("", 0, NO_STEP)
        self.beside.notes.open_thread(None)
        self.beside.notes.show_notes(())
        self.show_files((), ())
        self.buttons.say_languages("", is_other=False)
        self.setEnabled(False)

    def show_thread(self, row: QueueRow, draft: Draft | None) -> None:
        """Answer the thread of *row*, beginning with its draft."""
        if self._thread != row.thread:
            self.save_now()
            self._thread = row.thread
            begun = draft or Draft(row.thread, "")
            self._quietly(begun.body, begun.cursor, begun.step)
        self._row = row
        self.setEnabled(True)
        is_open = row.state in {State.WAITING, State.TO_CONFIRM}
        self.buttons.show_row(row)
        self.editor.setPlaceholderText(
            self.tr("Write the reply…")
            if is_open
            else self.tr("Nothing waits here. A further message would be proactive…")
        )

    def put_text_back(self, draft: Draft) -> None:
        """Show *draft* in place of what is written in its thread."""
        if draft.thread == self._thread:
            self._quietly(draft.body, draft.cursor, draft.step)

    @property
    def is_saved(self) -> bool:
        """Return whether everything written was told to be stored."""
        return not self._save.isActive()

    @property
    def is_written_in(self) -> bool:
        """Return whether somebody writes the reply, or a note beside it."""
        return self.editor.hasFocus() or self.beside.notes.field.hasFocus()

    def hold(self, *, is_held: bool) -> None:
        """Take no more letters while the reply passes the gate."""
        self.editor.setReadOnly(is_held)
        self._is_held = is_held
        self._count()

    def clear_text(self) -> None:
        """Begin anew after the reply has gone to the outbox."""
        self._save.stop()
        self._quietly("", 0, NO_STEP)
        self.show_files((), ())

    def show_findings(
        self, thread: str, revision: int, findings: Sequence[Finding]
    ) -> None:
        """Show *findings* unless the text has moved on."""
        if thread == self._thread:
            self.editor.show_findings(revision, findings)

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
        self.beside.background.tick(now)
        is_late = due_at is not None and due_at - now < HOLDING_BELOW
        self.holding.setVisible(is_late and self._row is not None)
        label = self.buttons.time_left
        if due_at is None:
            label.clear()
            return
        label.setText(countdown(due_at, now, seen_phrases()))
        self.buttons.ink(label, _INKS[urgency(due_at, now)])

    def _quietly(self, text: str, caret: int, step: NextStep) -> None:
        """Put *text* into the editor without storing it as something new."""
        self.editor.set_draft(text, caret)
        self._show_step(step)
        self._save.stop()
        self._show_none()
        self._count()

    def _show_none(self) -> None:
        blank = self.tr("What Amazon forbids is marked as you write.")
        checking = self.tr("Checking…")
        self._listed = ()
        instead = checking if self.text.strip() else blank
        if self._file_findings:
            instead = ""
        self.findings.show_findings(self._file_findings, instead)
        self.beside.count(Page.FINDINGS, len(self._file_findings))
        self._mark_send(is_blocked=any(map(_blocks, self._file_findings)))

    def _mark_send(self, *, is_blocked: bool) -> None:
        if is_blocked is self._is_blocked:
            return
        self._is_blocked = is_blocked
        self._icons.dress(self.send, "block" if is_blocked else "send", "on_accent")

    @Slot()
    def _written(self) -> None:
        if not self._save.isActive():
            self._save.start()
        self._soon.start()

    @Slot()
    def _tell_draft(self) -> None:
        if self._thread is not None:
            draft = Draft(self._thread, self.text, self.editor.caret, step=self._step)
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
        self.buttons.length.setText(
            self.tr("{count} of {most}").format(count=length, most=LONGEST)
        )
        self.buttons.length.setVisible(length > 0)
        self.buttons.ink(self.buttons.length, "overdue" if length > LONGEST else "text")
        self.send.setEnabled(bool(self.text.strip()) and not self._is_held)

    def _show_step(self, step: NextStep) -> None:
        self._step = step
        self.step_bar.show_step(step)

    @Slot()
    def _list_findings(self) -> None:
        """List what is flagged, then what was found in the files."""
        if not (self.text.strip() and self.editor.is_checked):
            self._show_none()
            return
        self._listed = tuple(alive(self.editor.flags))
        found = [flag.finding for flag in self._listed] + list(self._file_findings)
        aside = {
            number: flag.dismissal.reason
            for number, flag in enumerate(self._listed)
            if flag.dismissal is not None
        }
        self.findings.show_findings(found, aside=aside)
        self.beside.count(Page.FINDINGS, len(found) - len(aside))
        self._mark_send(is_blocked=any(map(_blocks, found)))
        # The cards may be others than those that were scrolled to.
        QTimer.singleShot(0, self, self._point_at_chosen)

    @Slot()
    def _point_at_chosen(self) -> None:
        chosen = self.editor.textCursor()
        number = self.editor.flag_at(chosen.selectionStart())
        if chosen.hasSelection() and number is not None:
            self._point(number)

    @Slot(int)
    def _choose(self, number: int) -> None:
        flag = self.flag_listed(number)
        if flag is not None:
            self.editor.select_flag(flag)
        elif number >= len(self._listed):
            self.files.setFocus()

    @Slot(int, int)
    def _fix(self, number: int, fix_number: int) -> None:
        flag = self.flag_listed(number)
        if flag is not None:
            self.editor.apply_fix(flag, fix_number)

    @Slot(int)
    def _point(self, number: int) -> None:
        flag = self.editor.flags[number]
        for place, one in enumerate(self._listed):
            if self.editor.number_of(one) == number or one is flag:
                self.findings.point_at(place)
                return

    def _connect(self) -> None:
        self.editor.written.connect(self._written)
        self.editor.check_wanted.connect(self._ask_for_check)
        self.editor.flags_changed.connect(self._list_findings)
        self.editor.flag_reached.connect(self._point)
        self.findings.chosen.connect(self._choose)
        self.findings.fix_chosen.connect(self._fix)
        self.step_bar.left_out.connect(self.stage)
        self._save.timeout.connect(self._tell_draft)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text_beside_findings(), 1)
        layout.addWidget(self.buttons)

    def _text_beside_findings(self) -> QSplitter:
        split = self.sides
        split.setAccessibleName(self.tr("Reply and findings"))
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.files)
        column.addWidget(self.editor, 1)
        column.addWidget(self.step_bar)
        below = QHBoxLayout()
        below.setContentsMargins(spacing.LARGE, 0, spacing.MEDIUM, 0)
        below.addWidget(self.buttons.language, 1)
        below.addWidget(self.holding)
        column.addLayout(below)
        split.addWidget(written)
        split.addWidget(self.beside)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes(list(_SHARES))
        split.setChildrenCollapsible(False)
        split.setHandleWidth(spacing.HAIR)
        return split


def _blocks(finding: Finding) -> bool:
    return finding.severity is Severity.BLOCK
