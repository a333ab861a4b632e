"""The window with everything in it, working on one desk: the second stage of a start.

``ui.opening`` has shown the queue by the time this is imported. What is built here may
be used from then on; what only a later key press needs is loaded still later, in
``_get_ready``, and dialogs are imported when they are first opened.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.view import View
from inbox_assistant.ui.bus import Bus
from inbox_assistant.ui.command_table import build_commands, dress_commands
from inbox_assistant.ui.commands import Commands
from inbox_assistant.ui.confirmations import Confirmations
from inbox_assistant.ui.correspondence import Correspondence
from inbox_assistant.ui.decisions import Decisions
from inbox_assistant.ui.empty_states import empty_state
from inbox_assistant.ui.furniture import Furniture
from inbox_assistant.ui.imports import Imports
from inbox_assistant.ui.jobs import STORE, Jobs
from inbox_assistant.ui.labels import Labels
from inbox_assistant.ui.mail_lanes import MailLanes
from inbox_assistant.ui.mailboxes import Mailboxes
from inbox_assistant.ui.menus import OF_THE_OPEN_THREAD, OF_THREADS, fill_menus
from inbox_assistant.ui.notifying.background import Background
from inbox_assistant.ui.numbers import NumbersDesk
from inbox_assistant.ui.outgoing import Outgoing
from inbox_assistant.ui.papers import Papers
from inbox_assistant.ui.preferences import Preferences
from inbox_assistant.ui.queue.loader import QueueLoader
from inbox_assistant.ui.reply_files import ReplyFiles
from inbox_assistant.ui.reply_matters import ReplyMatters
from inbox_assistant.ui.reply_room import ReplyRoom
from inbox_assistant.ui.reply_spelling import ReplySpelling
from inbox_assistant.ui.reply_templates import ReplyTemplates
from inbox_assistant.ui.safekeeping import Safekeeping
from inbox_assistant.ui.searching import Searching
from inbox_assistant.ui.sheets import Sheets
from inbox_assistant.ui.sources import SearchableIds
from inbox_assistant.ui.templates_desk import TemplatesDesk
from inbox_assistant.ui.ticker import Ticker
from inbox_assistant.ui.todays_desk import TodaysDesk
from inbox_assistant.ui.views_panel import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from inbox_assistant.services.fetching import Progress
    from inbox_assistant.services.reading import Status
    from inbox_assistant.ui.opening import Opening

CLOSING_SECONDS = 5.0
"""How long closing waits for what is being stored or sent; a cut is survived."""

_SOON_AFTER = 60
"""Milliseconds that the first rows have for being painted."""
_MUCH_LATER = 15_000
"""Milliseconds after which what nobody waits for may be done."""
_LOOK_ELSEWHERE = 1000
"""Milliseconds between two looks for what other programs have written."""


class Workplace(QObject):
    """Everything behind the window: who hears of what, and what each command does."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        desk = self._desk = opening.desk
        icons = self._icons = opening.icons
        self.window = opening.window
        self.bus = Bus()
        self.jobs = Jobs(self.bus, self.crash)
        self.window.furnish(Furniture(icons, desk.clock()), Commands(self.window))
        self._ids = SearchableIds(desk)
        self.loader = QueueLoader(self._ids, self.jobs, desk.clock, self.window.queue)
        self.correspondence = Correspondence(self.window, desk, self.jobs, self.bus)
        self._serve_replies()
        self.decisions = Decisions(
            self.window, desk, self.jobs, self.bus, self.correspondence
        )
        self.mail = MailLanes(self.window, desk, self.jobs, self.bus)
        self.outgoing = Outgoing(
            self.window, desk, self.jobs, self.bus, self.correspondence
        )
        self.confirmations = Confirmations(
            self.window, desk, self.jobs, self.bus, self.outgoing.show_thread
        )
        self.mailboxes = Mailboxes(self.window, desk, self.jobs, self.bus, self.mail)
        self.imports = Imports(self.window, desk, self.jobs, self.bus)
        self.numbers = NumbersDesk(self.window, desk, self.jobs, self.bus)
        self.safekeeping = Safekeeping(self.window, desk, self.jobs, self.bus)
        self._serve_triage()
        self.papers = Papers(
            self.window, desk, self.jobs, self.bus, self.correspondence
        )
        self.background = Background(
            self.window, desk, self.jobs, self.bus, self.mail, self.outgoing
        )
        # The reports of the unexpected errors met so far.
        self.problems_met: set[str] = set()
        self._is_ready = False
        self._is_closed = False
        self.ticker = Ticker(self.window, desk.clock)
        self._elsewhere = QTimer(self)
        self._connect()
        build_commands(self.window.commands, self._acts())
        fill_menus(self.window.menuBar(), self.window.commands)

    def _serve_triage(self) -> None:
        window, desk, jobs = self.window, self._desk, self.jobs
        self.searching = Searching(window, desk, jobs, self._ids, self.loader)
        self.sheets = Sheets(window, desk, jobs, self.bus)
        self.today = TodaysDesk(window, desk, jobs, self.bus, self.searching)
        self.labels = Labels(window, desk, jobs, self.bus, self.decisions)

    def _serve_replies(self) -> None:
        room = ReplyRoom(
            self.window, self._desk, self.jobs, self.bus, self.correspondence
        )
        self.matters = ReplyMatters(room)
        self.spelling = ReplySpelling(room)
        self.saved_replies = TemplatesDesk(self.window, self._desk, self.jobs, self.bus)
        self.templates = ReplyTemplates(room, self.saved_replies)
        self.files = ReplyFiles(room)

    def start(self, *, is_aside: bool = False) -> None:
        """Show the window, unless it is to stand *aside*, and begin to work."""
        queue = self.window.queue
        first = queue.current_number()
        if first is None:
            self.loader.show(View.WAITING)
            if not is_aside:
                self.window.show()
            queue.setFocus()
        else:
            self.loader.take_over(View.WAITING)
            self.correspondence.open_number(first)
        if is_aside:
            self.background.presence.start_aside()
        self._look_at_status()
        self.outgoing.look_for_unsure()
        # What is written from now on is news; what was there is being read already.
        self._desk.was_written()
        self._elsewhere.start(_LOOK_ELSEWHERE)

    @Slot()
    def _rows_are_there(self) -> None:
        """Begin with the rest once the first rows are on the screen."""
        if not self._is_ready:
            self._is_ready = True
            QTimer.singleShot(_SOON_AFTER, self, self._get_ready)

    @Slot()
    def _get_ready(self) -> None:
        """Load what only mail servers and a later key press need."""
        if self._is_closed:
            # Whoever closes the window at once has nothing to get ready for.
            return
        # First of all what stores a draft: somebody may be writing already. What the
        # other use cases need is loaded in a lane that holds no draft up.
        self.jobs.run(STORE, lambda: self._desk.drafting is not None)
        dress_commands(self.window.commands, self._icons)
        self.jobs.run("check", self._desk.load, then=self._loaded)

    def _loaded(self, _nothing: None) -> None:
        self.mail.start()
        self.outgoing.start()
        self.confirmations.start()
        self.safekeeping.start()
        self.background.start()
        self.jobs.run("check", self._desk.get_ready, then=self._get_store_ready)

    def _get_store_ready(self, _ready: None) -> None:
        # The gate checks where replies are stored; the first one should not wait.
        self.jobs.run(STORE, self._desk.get_ready)
        # Drafts go first, for as long as a start is felt.
        QTimer.singleShot(_MUCH_LATER, self, self.templates.recheck_templates)
        self.matters.rules_are_there()

    def stop_looking(self) -> None:
        """Look no more for what other programs have written."""
        self._elsewhere.stop()

    def end(self) -> None:
        """Close the window without asking: the system wants the program to end."""
        self.outgoing.is_ending = True
        self.window.close()

    def close(self) -> list[str]:
        """Finish what was begun; return the lanes that did not end in time."""
        self._is_closed = True
        self.stop_looking()
        self._desk.stop()
        return self.jobs.close(CLOSING_SECONDS)

    def _connect(self) -> None:
        window, queue = self.window, self.window.queue
        queue.current_changed.connect(self.correspondence.open_number)
        queue.opened.connect(lambda _number: self.correspondence.focus_reply())
        queue.marks_changed.connect(window.filters.tell_marks)
        queue.is_in_use = self._is_in_use
        queue.is_begun = lambda: bool(window.composer.text.strip())
        window.views.chosen.connect(self.searching.choose_view)
        window.notices.clicked.connect(self.sheets.show_notices)
        window.welcome.account_wanted.connect(self.mailboxes.connect_one)
        window.welcome.import_wanted.connect(self.imports.choose_folder)
        window.welcome.samples_wanted.connect(self._desk.open_samples)
        self.bus.activity.connect(window.status.show_activity)
        # Queued: a dialog must not open in the middle of what has just failed.
        queued = Qt.ConnectionType.QueuedConnection
        self.bus.crashed.connect(self.crash, queued)
        self.bus.changed.connect(self._changed)
        self.bus.changed.connect(self.numbers.hear)
        self.bus.changed.connect(self.saved_replies.hear)
        self.numbers.listed.connect(self.searching.show_listing)
        self.bus.problem.connect(window.problems.tell)
        self.bus.progress.connect(self._show_progress)
        self.correspondence.sent.connect(self.mail.reply_stored)
        self.loader.loaded.connect(self._say_empty)
        self.loader.loaded.connect(self._rows_are_there)
        self.loader.loaded.connect(self.today.list_loaded)
        self.today.notices_wanted.connect(self.sheets.show_notices)
        window.today.clicked.connect(self.today.show)
        window.page_turned.connect(self._page_turned)
        self._elsewhere.timeout.connect(self._look_elsewhere)
        self._connect_clocks()

    def _connect_clocks(self) -> None:
        window, queue = self.window, self.window.queue
        for hearer in (
            queue.tick,
            self.loader.tick,
            window.messages.tick,
            window.composer.tick,
            window.undo.tick,
            window.status.tick,
            self.today.tick,
        ):
            self.ticker.ticked.connect(hearer)
        self.ticker.minute_passed.connect(queue.tell_time)
        # What is due soon, overdue or promised changes by the time alone.
        self.ticker.minute_passed.connect(self._look_at_status)
        self.loader.turned.connect(self._look_at_status)
        self.ticker.minute_passed.connect(self.today.look_up)
        self.ticker.minute_passed.connect(self.templates.look_at_rules)

    def _is_in_use(self) -> bool:
        """Return whether the open thread must not give way to another by itself."""
        return self.correspondence.is_sending or self.window.composer.is_written_in

    def _acts(self) -> dict[str, Callable[[], None]]:
        window, decisions = self.window, self.decisions
        preferences = Preferences(window, self._desk, self.jobs, self.bus)
        acts: dict[str, Callable[[], None]] = {
            "reply": self.correspondence.focus_reply,
            "send": self.correspondence.send,
            "template": self.templates.pick_template,
            "holding": self.templates.hold,
            "save-template": self.templates.save_template,
            "templates": self.saved_replies.show,
            "promise": self.matters.promise,
            "drop-promise": decisions.drop_promise,
            "attach": self.files.choose_files,
            "note": self.matters.write_note,
            "no-response": decisions.no_response,
            "confirm": decisions.confirm,
            "amazon": decisions.open_on_amazon,
            "elsewhere": decisions.elsewhere,
            "wait-again": decisions.wait_again,
            "undo": partial(self.saved_replies.undo_or, decisions.undo),
            "claim": self.labels.claim,
            "assign": self.labels.assign,
            "tag": self.labels.tag,
            "snooze": self.labels.snooze,
            "settle-older": decisions.settle_older,
            "today": self.today.show,
            "to-queue": self._to_queue,
            "find": self._find,
            "mark-all": window.queue.mark_all,
            "next": lambda: window.queue.step(1),
            "previous": lambda: window.queue.step(-1),
            "import": self.imports.choose_files,
            "import-folder": self.imports.choose_folder,
            "sync": self._sync,
            "account": self.mailboxes.show,
            "password": self.mailboxes.ask_for_password,
            "samples": self._desk.open_samples,
            "notices": self.sheets.show_notices,
            "report": self.numbers.show_health,
            "review": self.numbers.show_review,
            "forecast": self.numbers.show_forecast,
            "handover": self.papers.hand_over,
            "evidence": self.papers.pack_evidence,
            "colours": preferences.change_colours,
            "settings": preferences.show,
            "palette": self.sheets.show_palette,
            "keys": self.sheets.show_keys,
            "autostart": self.background.change_autostart,
            "quit": self.background.presence.quit,
        }
        for name in OF_THE_OPEN_THREAD:
            acts[name] = partial(self.correspondence.once_shown, acts[name])
        for number, view in enumerate(SHOWN, 1):
            acts[f"view-{number}"] = partial(self._choose_view, view)
        return acts

    def _choose_view(self, view: View) -> None:
        self._to_queue()
        self.searching.go_back_to(view)

    def _to_queue(self) -> None:
        if not self.window.is_welcoming:
            self.window.show_work()

    def _find(self) -> None:
        self._to_queue()
        self.window.search.setFocus()

    @Slot()
    def _page_turned(self) -> None:
        """Let no key act on a thread that is not seen."""
        for name in OF_THREADS:
            self.window.commands.action(name).setEnabled(self.window.is_at_work)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.threads or changes.drafts or changes.everything:
            self.loader.reload()
        self._look_at_status()

    @Slot()
    def _look_elsewhere(self) -> None:
        if self._desk.was_written():
            # What this window wrote itself has been told already.
            self.jobs.run(
                STORE, self._desk.changed_elsewhere, then=self._tell_of_others
            )

    @Slot(object)
    def _tell_of_others(self, changed: bool) -> None:  # noqa: FBT001 - a slot
        if changed:
            self.bus.changed.emit(Changes(everything=True))

    @Slot()
    def _look_at_status(self) -> None:
        def look() -> Status:
            return self._desk.reading.status(self._desk.clock())

        self.jobs.run_newest("status", "status", look, then=self._show_status)

    @Slot(object)
    def _show_status(self, status: Status) -> None:
        self.window.views.show_status(status)
        self.window.status.show_status(status, self._desk.clock())
        self.window.show_notices(status.urgent_notices, status.unsorted)
        self.window.show_welcome(is_fresh=status.is_fresh)

    @Slot(object, int)
    def _say_empty(self, view: View, count: int) -> None:
        self.window.queue.set_empty(empty_state(view, self._ids.query))
        is_older = view is View.OLDER and count > 0 and not self._ids.query
        self.window.older.setVisible(is_older)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        is_done = progress.done >= progress.total
        words = self.tr("{account}: {done} of {total} mails").format(
            account=progress.account, done=progress.done, total=progress.total
        )
        self.window.status.show_activity("" if is_done else words)

    def _sync(self) -> None:
        if self.mail.accounts:
            self.bus.activity.emit(self.tr("Looking for new mails…"))
            self.mail.sync_all()
        else:
            self.window.notice.tell(
                self.tr("No mailbox is connected yet: connect one first.")
            )

    @Slot(object)
    def crash(self, error: BaseException) -> None:
        """Write an unexpected error down and show it; the same one only once."""
        from inbox_assistant.crash_report import crash_report  # noqa: PLC0415
        from inbox_assistant.ui.crash_dialog import CrashDialog  # noqa: PLC0415

        report = crash_report(error)
        if report in self.problems_met:
            return
        self.problems_met.add(report)
        self._desk.log_crash(report)
        CrashDialog(report, self.window).open()
