"""What brings the page of saved replies up, checks them and keeps them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.domain.template import sample_values
from inbox_assistant.services.filling import begin
from inbox_assistant.settings import AGENT
from inbox_assistant.ui.jobs import STORE
from inbox_assistant.ui.sentences import told_error
from inbox_assistant.ui.template_matters import judge_at, said_day

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.domain.template import Template
    from inbox_assistant.services.templating import Offered, TemplateChange, Templating
    from inbox_assistant.ui.bus import Bus
    from inbox_assistant.ui.desk import Desk
    from inbox_assistant.ui.jobs import Jobs
    from inbox_assistant.ui.main_window import MainWindow
    from inbox_assistant.ui.templates.page import TemplatesPage

_READ, _CHECK = "read", "check"


class TemplatesDesk(QObject):
    """Makes the page when it is first wanted; it is none of the start's business."""

    def __init__(self, window: MainWindow, desk: Desk, jobs: Jobs, bus: Bus) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._jobs = jobs
        self._bus = bus
        self._undoable: tuple[str, ...] = ()
        self._wanted: Template | None = None
        self.page: TemplatesPage | None = None

    @Slot()
    def show(self) -> None:
        """Show the page."""
        if self.page is None:
            self.page = self._make()
            self._window.closing.connect(self._tell_unsaved)
        self._window.show_page(self.page)
        self.page.focus_choice()
        self._look_up()

    def begin(self, template: Template) -> None:
        """Show the page with *template*, which is new and not saved yet."""
        self._wanted = template
        self.show()

    def undo(self) -> bool:
        """Take the last change back if the page is shown; say whether there is one."""
        if self.page is None or not self.page.isVisible() or not self._undoable:
            return False
        entries, self._undoable = self._undoable, ()
        words = self.tr("Taken back.")
        self._run(lambda cases: cases.undo(entries), lambda _done: self._tell(words))
        return True

    def undo_or(self, otherwise: Callable[[], None]) -> None:
        """Take the last change back if the page is shown, else do *otherwise*."""
        if not self.undo():
            otherwise()

    @Slot(object)
    def hear(self, changes: Changes) -> None:
        """List anew when saved replies have changed while they are shown."""
        page = self.page
        is_shown = page is not None and page.isVisible()
        if is_shown and (changes.templates or changes.everything or changes.outbox):
            self._look_up()

    def _make(self) -> TemplatesPage:
        from inbox_assistant.ui.templates.page import TemplatesPage  # noqa: PLC0415

        page = TemplatesPage(self._window.icons)
        page.closed.connect(self._window.show_work)
        page.check_wanted.connect(self._check)
        page.save_wanted.connect(self._save)
        page.delete_wanted.connect(self._delete)
        page.undo_wanted.connect(self.undo)
        page.head.import_wanted.connect(self._ask_what)
        page.head.export_wanted.connect(self._ask_where)
        page.head.shipped_wanted.connect(self._bring_back)
        page.unsaved_changed.connect(self._keep_unsaved)
        page.shown.connect(self._look_at_once)
        page.wording.case_turned.connect(self._turn_case)
        page.wording.preview_wanted.connect(self._preview)
        return page

    def _look_up(self) -> None:
        def look() -> tuple[list[Offered], tuple[Template, ...]]:
            return self._desk.templates(), self._desk.reading.unsaved_templates()

        self._jobs.run_newest(_READ, "saved-replies", look, then=self._offer)

    def _offer(self, found: tuple[list[Offered], tuple[Template, ...]]) -> None:
        if self.page is None:
            return
        self.page.offer(*found)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.page.begin(wanted)

    @Slot(object, int)
    def _check(self, template: Template, revision: int) -> None:
        if self.page is not None:
            wording = self.page.wording
            self._jobs.run_newest(
                _CHECK,
                "saved-reply",
                lambda: judge_at(self._desk, template),
                then=partial(wording.show_judged, revision),
            )

    @Slot()
    def _turn_case(self) -> None:
        if self.page is not None and self.page.template is not None:
            self._look_at_once(self.page.template)

    @Slot(object)
    def _look_at_once(self, template: Template) -> None:
        """Let a changed paragraph be looked at before the whole text is."""
        if self.page is None:
            return
        from inbox_assistant.services.reply_basis import Basis  # noqa: PLC0415
        from inbox_assistant.services.template_judging import (  # noqa: PLC0415
            contexts_of,
            filled_and_checked,
        )

        context = contexts_of(template)[self.page.wording.case.currentIndex()]
        look = self._desk.look_at_once(Basis(context))

        def look_through_slots(text: str) -> Sequence[Finding]:
            return () if look is None else filled_and_checked(text, look)

        editor = self.page.wording.editor
        editor.look_at_once = None if look is None else look_through_slots

    @Slot()
    def _preview(self) -> None:
        page = self.page
        if page is None or page.template is None:
            return
        template, known = page.template, sample_values()
        row = QueueRow(
            number=0,
            thread="",
            buyer=known["first_name"],
            order_id=known["order_number"],
            marketplace=template.marketplace,
            language=template.language,
        )
        agent = self._desk.settings.get(AGENT) or known["agent"]
        now = self._desk.clock()
        filled = begin(template, row, known["product"], agent, now)(said_day)
        page.wording.show_preview(filled)

    @Slot(object)
    def _save(self, template: Template) -> None:
        def done(change: TemplateChange) -> None:
            if self.page is not None:
                self.page.was_saved(template)
            words = self.tr("“{title}” is saved.").format(title=template.title)
            self._tell(words, change.entries)

        self._run(lambda cases: cases.save(template), done)

    @Slot(str)
    def _delete(self, key: str) -> None:
        template = None if self.page is None else self.page.template
        title = "" if template is None else template.title

        def done(change: TemplateChange) -> None:
            if self.page is not None:
                self.page.discard()
            words = self.tr("“{title}” is deleted.").format(title=title)
            self._tell(words, change.entries)

        self._run(lambda cases: cases.remove(key), done)

    @Slot()
    def _bring_back(self) -> None:
        words = self.tr("They are back.")
        self._run(
            lambda cases: cases.bring_shipped_back(), lambda _done: self._tell(words)
        )

    @Slot(object)
    def _keep_unsaved(self, templates: Sequence[Template]) -> None:
        self._jobs.run(
            STORE, lambda: self._desk.use_cases.templating.keep_unsaved(templates)
        )

    @Slot()
    def _tell_unsaved(self) -> None:
        if self.page is not None:
            self._keep_unsaved(self.page.unsaved)

    @Slot()
    def _ask_what(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Import saved replies"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Saved replies (*.toml *.csv)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, path: Path) -> None:
        """Keep the saved replies in the file at *path*, all of them or none."""
        from inbox_assistant.services.template_files import (  # noqa: PLC0415
            read_file,
        )

        def done(change: TemplateChange) -> None:
            count = len(change.entries)
            self._tell(self.tr("%n saved reply(s) taken.", "", count), change.entries)

        self._run(lambda cases: cases.save_all(read_file(path)), done)

    @Slot(bool)
    def _ask_where(self, is_own: bool) -> None:  # noqa: FBT001 - as the signal has it
        dialog = QFileDialog(self._window, self.tr("Export saved replies"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(
            [self.tr("TOML file (*.toml)"), self.tr("CSV table (*.csv)")]
        )
        dialog.setDefaultSuffix("toml")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("csv" if "csv" in chosen else "toml")
        )
        dialog.fileSelected.connect(
            lambda name: self.write_out(Path(name), is_own=is_own)
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_out(self, path: Path, *, is_own: bool) -> None:
        """Write the saved replies to *path*; with *is_own* those of one's own."""
        from inbox_assistant.services.template_files import (  # noqa: PLC0415
            write_file,
        )

        def write() -> int:
            found = [one.template for one in self._desk.templates()]
            kept = [one for one in found if not (is_own and one.is_shipped)]
            write_file(path, kept)
            return len(kept)

        self._jobs.run(
            _READ,
            write,
            then=lambda count: self._tell(
                self.tr("%n saved reply(s) written.", "", count)
            ),
            failed=self._refuse,
        )

    def _run(
        self,
        act: Callable[[Templating], TemplateChange | Changes],
        then: Callable[[TemplateChange], None] | Callable[[object], None],
    ) -> None:
        """Change saved replies where they are stored, and say what came of it."""

        def done(change: TemplateChange | Changes) -> None:
            then(change)  # type: ignore[arg-type] # each act brings its own
            self._bus.changed.emit(getattr(change, "changes", change))

        self._jobs.run(
            STORE,
            lambda: act(self._desk.use_cases.templating),
            then=done,
            failed=self._refuse,
        )

    def _tell(self, words: str, undoable: tuple[str, ...] = ()) -> None:
        self._undoable = undoable
        if self.page is not None:
            self.page.tell(words, can_undo=bool(undoable))

    def _refuse(self, error: InboxAssistantError) -> None:
        if self.page is not None:
            self.page.tell(told_error(error))
