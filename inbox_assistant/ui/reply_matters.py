"""What belongs to a reply beside its text: findings set aside, notes, promises."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inbox_assistant.services.filling import promised_at
from inbox_assistant.ui.composer.beside import Page
from inbox_assistant.ui.language_names import language_name
from inbox_assistant.ui.sentences import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inbox_assistant.domain.attachment import Enclosure
    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.ui.correspondence import Opened
    from inbox_assistant.ui.reply_room import ReplyRoom

_CHECK = "check"
_LONGEST = 120
"""Letters of a finding's words that a question quotes."""
_DAYS = (1, 2, 3, 5, 7)
"""Days after which a promise may be due, in the order of their keys."""


class ReplyMatters(QObject):
    """Serves the composer of the open thread."""

    def __init__(self, room: ReplyRoom) -> None:
        super().__init__(room.owner)
        self._room = room
        composer, correspondence = room.composer, room.correspondence
        correspondence.shown.connect(self._show)
        composer.check_wanted.connect(self._watch_language)
        composer.editor.dismiss_wanted.connect(self._dismiss)
        composer.findings.dismiss_wanted.connect(self._dismiss_listed)
        composer.editor.note_refused.connect(self._refuse_note)
        notes = composer.beside.notes
        notes.written.connect(self._write_note)
        notes.remove_wanted.connect(self._remove_note)
        notes.field.left.connect(correspondence.focus_reply)
        notes.shown.left.connect(correspondence.focus_reply)
        composer.beside.background.thread_wanted.connect(self._go_to)

    def rules_are_there(self) -> None:
        """Look at changed paragraphs at once from now on."""
        opened = self._room.opened
        if opened is not None:
            basis = opened.surroundings.basis
            look = self._room.desk.look_at_once(basis)
            self._room.composer.editor.look_at_once = look

    @Slot(object)
    def _show(self, opened: Opened) -> None:
        around, beside = opened.surroundings, self._room.composer.beside
        beside.notes.open_thread(opened.row.thread)
        beside.notes.show_notes(around.notes)
        beside.count(Page.NOTES, len(around.notes))
        now = self._room.desk.clock()
        beside.background.show_facts(opened.row, around.product, around.promises, now)
        beside.background.show_earlier(around.earlier)
        beside.count(Page.BACKGROUND, len(around.earlier))
        self._room.composer.editor.look_at_once = self._room.desk.look_at_once(
            around.basis
        )
        thread, files = opened.row.thread, around.basis.files
        if not files:
            self._room.composer.show_files((), ())
            return
        self._room.jobs.run_newest(
            _CHECK,
            "files",
            lambda: self._room.desk.check_files(around.basis),
            then=lambda found: self._show_files(thread, files, found),
        )

    def _show_files(
        self, thread: str, files: Sequence[Enclosure], found: Sequence[Finding]
    ) -> None:
        if self._room.composer.thread_key == thread:
            self._room.composer.show_files(files, found)

    @Slot(str, str, int)
    def _watch_language(self, thread: str, text: str, _revision: int) -> None:
        opened = self._room.opened
        if opened is None or opened.row.thread != thread:
            return
        wanted, place = opened.row.language, opened.row.marketplace

        def look() -> tuple[str | None, bool]:
            spoken = self._room.desk.language_of(text)
            language = spoken or wanted
            is_there = language is None or self._room.desk.has_dictionary(
                language, place
            )
            return spoken, is_there

        self._room.jobs.run_newest(
            _CHECK,
            "language",
            look,
            then=lambda found: self._say_languages(wanted, *found),
        )

    def _say_languages(
        self,
        wanted: str | None,
        spoken: str | None,
        has_dictionary: bool,  # noqa: FBT001 - as the lane returns it
    ) -> None:
        parts = []
        if wanted is not None:
            parts.append(
                self.tr("Buyer: {language}").format(language=language_name(wanted))
            )
        if spoken is not None:
            parts.append(
                self.tr("Reply: {language}").format(language=language_name(spoken))
            )
        language = spoken or wanted
        if language is not None and not has_dictionary:
            words = self.tr("no dictionary of {language} is installed: no spelling")
            parts.append(words.format(language=language_name(language)))
        is_other = None not in (wanted, spoken) and wanted != spoken
        self._room.composer.buttons.say_languages(" · ".join(parts), is_other=is_other)

    @Slot()
    def dismiss(self) -> None:
        """Set the finding at the caret aside."""
        self._room.composer.editor.dismiss_here()

    @Slot(int)
    def _dismiss_listed(self, number: int) -> None:
        flag = self._room.composer.flag_listed(number)
        if flag is not None:
            self._dismiss(flag)

    @Slot(int)
    def _dismiss(self, number: int) -> None:
        opened = self._room.opened
        if opened is None:
            return
        flag, thread = self._room.composer.editor.flags[number], opened.row.thread
        if flag.dismissal is not None:
            entry = flag.dismissal.entry_id
            self._room.change(lambda cases: cases.dismissing.take_back(thread, entry))
            return
        from inbox_assistant.ui.composer.reason_dialog import (  # noqa: PLC0415
            ReasonDialog,
        )

        finding = flag.finding
        dialog = ReasonDialog(
            self.tr("Set this finding aside?"),
            f"“{_shortened(finding.text)}”\n{told(finding.message)}",
            (
                self.tr("It is a name or a part of the product"),
                self.tr("The buyer asked about it"),
                self.tr("It means something else here"),
            ),
            self._room.window.icons.theme,
            self._room.window,
        )
        dialog.given.connect(
            lambda reason: self._room.change(
                lambda cases: cases.dismissing.dismiss(thread, finding, reason)
            )
        )
        dialog.finished.connect(self._room.correspondence.focus_reply)
        dialog.open()

    @Slot()
    def promise(self) -> None:
        """Stage a promise to be made with this reply."""
        opened = self._room.opened
        if opened is None:
            return
        from inbox_assistant.ui.composer.reason_dialog import (  # noqa: PLC0415
            ReasonDialog,
        )
        from inbox_assistant.ui.moments import short_time  # noqa: PLC0415

        now, place = self._room.desk.clock(), opened.row.marketplace
        times = sorted({promised_at(days, place, now) for days in _DAYS})
        words = [short_time(at) for at in times]
        dialog = ReasonDialog(
            self.tr("By when does the buyer hear from us again?"),
            self.tr("The promise stays in the queue until it is kept."),
            words,
            self._room.window.icons.theme,
            self._room.window,
        )
        dialog.field.hide()
        dialog.decide.setText(self.tr("Promise"))

        def stage(chosen: str) -> None:
            if self._room.composer.thread_key != opened.row.thread:
                return
            step = self._room.composer.step
            at = times[words.index(chosen)]
            said = self.tr("You will hear from us")
            self._room.composer.stage(replace(step, promise_at=at, promise=said))

        dialog.given.connect(stage)
        dialog.finished.connect(self._room.correspondence.focus_reply)
        dialog.open()

    @Slot()
    def write_note(self) -> None:
        """Let an internal note be written."""
        if self._room.opened is not None:
            self._room.composer.beside.write_note()

    @Slot(str)
    def _write_note(self, text: str) -> None:
        opened = self._room.opened
        if opened is not None:
            thread = opened.row.thread
            self._room.change(lambda cases: cases.noting.write(thread, text))

    @Slot(str)
    def _remove_note(self, entry: str) -> None:
        opened = self._room.opened
        if opened is not None:
            thread = opened.row.thread
            self._room.change(lambda cases: cases.noting.remove(thread, entry))

    @Slot()
    def _refuse_note(self) -> None:
        words = self.tr("Internal notes cannot be put into a reply.")
        self._room.tell(words)

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self._room.window.queue.go_to(number)
        self._room.correspondence.open_number(number)


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}…"
