"""One profile opened for the window: a connection for each thread that asks.

Whatever the first paint does not need (parsing, policy, servers, the keyring) is
loaded later, in the lane that first asks for it: a start that shows the queue at
once is worth imports inside functions.
"""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING

from inbox_assistant.bootstrap.mailbox_desk import MailboxDesk
from inbox_assistant.domain.errors import DamagedError, InputError
from inbox_assistant.services.queue_reading import QueueReading
from inbox_assistant.settings import SPELLING, Settings, load_settings
from inbox_assistant.storage.database import open_reader, open_writer
from inbox_assistant.storage.queue_rows import QueueRows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inbox_assistant import paths
    from inbox_assistant.bootstrap.dictionaries import Dictionaries
    from inbox_assistant.bootstrap.listening import Listening
    from inbox_assistant.bootstrap.policy import Policy
    from inbox_assistant.bootstrap.program import Program
    from inbox_assistant.bootstrap.starting import Starting
    from inbox_assistant.domain.account import Account
    from inbox_assistant.domain.attachment import Enclosure
    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.clock import Clock
    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.domain.template import Template
    from inbox_assistant.services.drafting import Drafting
    from inbox_assistant.services.fetching import Progress
    from inbox_assistant.services.lanes import Run
    from inbox_assistant.services.numbers import Numbers
    from inbox_assistant.services.reading import Reading
    from inbox_assistant.services.reminding import Reminding
    from inbox_assistant.services.reply_basis import Basis
    from inbox_assistant.services.rounds import Round
    from inbox_assistant.services.template_judging import Judged
    from inbox_assistant.services.templating import Offered
    from inbox_assistant.storage.store import Store


class ProfileDesk(MailboxDesk):
    """See ``ui.desk.Desk``. Made in the window's thread, used by all of them."""

    def __init__(
        self,
        profile: paths.Profile,
        clock: Clock,
        open_url: Callable[[str], None],
        *,
        is_demo: bool = False,
    ) -> None:
        super().__init__(open_url, is_demo=is_demo)
        profile.create()
        if not profile.database.exists():
            open_writer(profile.database).close()
        self.profile = profile
        self.folder = profile.folder
        self.clock = clock
        self.settings: Settings = load_settings(profile.settings)
        self._local = threading.local()
        self._stopped = threading.Event()
        self._making = threading.Lock()
        self._listening: Listening | None = None
        self._run_in_store: Run | None = None
        self._seen: int | None = None
        self._writer_saw: int | None = None
        self._shared_policy: Policy | None = None

    def use_lane(self, run: Run) -> None:
        """Bring work for the store to its lane by *run*."""
        self._run_in_store = run

    @property
    def queue(self) -> QueueReading:
        """Return the questions about the queue, over a connection of the thread."""
        return QueueReading(QueueRows(self._connection()), self.settings)

    @property
    def reading(self) -> Reading:
        """Return all questions, over the calling thread's own connection."""
        from inbox_assistant.services.reading import Reading  # noqa: PLC0415

        return Reading(self._reader(), self.settings)

    @property
    def numbers(self) -> Numbers:
        """Return the questions about numbers, over a connection of the thread."""
        from inbox_assistant.services.numbers import numbers_of  # noqa: PLC0415

        return numbers_of(self._reader(), self.settings)

    @property
    def reminding(self) -> Reminding:
        """Return the questions about reminders, over a connection of the thread."""
        from inbox_assistant.services.reminding import Reminding  # noqa: PLC0415

        return Reminding(self._reader(), self.settings)

    @property
    def starting(self) -> Starting:
        """Return how the program is started with the computer."""
        from inbox_assistant.bootstrap.starting import Starting  # noqa: PLC0415

        return Starting(self.profile, is_demo=self.is_demo)

    @property
    def drafting(self) -> Drafting:
        """Return what stores drafts; in the store's lane alone.

        Nothing else is loaded for it: somebody may write while the rest still is.
        """
        from inbox_assistant.services.drafting import Drafting  # noqa: PLC0415

        return Drafting(self._writer(), self.clock)

    @property
    def use_cases(self) -> Program:
        """Return the use cases; in the store's lane alone."""
        known: Program | None = getattr(self._local, "program", None)
        if known is None:
            from inbox_assistant.bootstrap.program import assemble  # noqa: PLC0415

            known = self._local.program = assemble(
                self.profile,
                self._writer(),
                self.settings,
                self._policy(),
                self.clock,
            )
        known.own_rules.note()
        return known

    def load(self) -> None:
        """Load the use cases' code in a lane that holds up no draft."""
        import inbox_assistant.bootstrap.program  # noqa: F401, PLC0415

    def get_ready(self) -> None:
        """Load what the first check needs; takes a moment, in the lane ``check``."""
        self._policy().read_topics("")

    def look_at_file(self) -> None:
        """Look whether the file is sound; a lane of its own has time for it.

        Raises DamagedError when it is not; the next start recovers it then.
        """
        if self.is_demo:
            return
        problems = self._reader().problems(quickly=True)
        if problems:
            self._mark_damaged()
            raise DamagedError(
                f"The profile's file is damaged: {problems[0]}.",
                "Close the window and open it again: what the file still holds is "
                "saved, and the file itself is kept.",
            )

    def back_up_when_due(self) -> None:
        """Write a backup if the last one is old enough; in a lane of its own.

        Raises StorageError when it cannot be written.
        """
        from datetime import timedelta  # noqa: PLC0415

        from inbox_assistant.services import backups  # noqa: PLC0415
        from inbox_assistant.settings import BACKUP_HOURS, BACKUP_KEEP  # noqa: PLC0415

        every = timedelta(hours=self.settings.get(BACKUP_HOURS))
        folder, now = self.profile.backups, self.clock()
        if every and not self.is_demo and backups.is_due(folder, now, every):
            keep = self.settings.get(BACKUP_KEEP)
            backups.back_up_by_itself(self._reader(), folder, now, keep)

    def check(self, text: str, basis: Basis) -> list[Finding]:
        """Return the findings in *text*."""
        from inbox_assistant.services.reply_basis import text_findings  # noqa: PLC0415

        found = text_findings(self._policy().check, text, basis)
        return [*found, *self._misspelt(text, basis)]

    def _misspelt(self, text: str, basis: Basis) -> list[Finding]:
        language = self.language_of(text) or basis.context.language
        if language is None or not self.settings.get(SPELLING):
            return []
        return self._dictionaries.findings(text, language, basis.context)

    def look_for_words(self, word: str, text: str, basis: Basis) -> None:
        """Look up what to write in place of *word*, for ``check`` to offer."""
        language = self.language_of(text) or basis.context.language
        if language is not None:
            self._dictionaries.look_for_words(word, language, basis.context)

    def has_dictionary(self, language: str, marketplace: str | None) -> bool:
        """Return whether words of *language* can be looked up on this computer."""
        is_on = self.settings.get(SPELLING)
        return not is_on or self._dictionaries.has(language, marketplace)

    @cached_property
    def _dictionaries(self) -> Dictionaries:
        from inbox_assistant.bootstrap.dictionaries import (  # noqa: PLC0415
            Dictionaries,
        )

        return Dictionaries(self.profile.folder / "dictionaries")

    def templates(self) -> list[Offered]:
        """Return the saved replies; a check by earlier rules says nothing of one."""
        is_pure = not self._policy().own_state()
        return self.reading.templates(self.rules_mark(), only_shipped_rules=is_pure)

    def judge(self, template: Template) -> Judged:
        """Return what the rules say of a saved reply."""
        from inbox_assistant.services.template_judging import judge  # noqa: PLC0415

        return judge(template, self._policy().check)

    def rules_mark(self) -> str:
        """Return a mark that changes with the rules in force."""
        return self._policy().mark()

    def check_files(self, basis: Basis) -> list[Finding]:
        """Return the findings in the files."""
        from inbox_assistant.services.reply_basis import file_findings  # noqa: PLC0415

        return file_findings(self._policy().check, basis)

    def look_at_once(self, basis: Basis) -> Callable[[str], Sequence[Finding]] | None:
        """Return what checks a paragraph, with the rules another lane has loaded."""
        engine = None if self._shared_policy is None else self._shared_policy.loaded
        if engine is None:
            return None
        from inbox_assistant.services.reply_basis import text_findings  # noqa: PLC0415

        return lambda text: text_findings(engine.check, text, basis)

    def language_of(self, text: str) -> str | None:
        """Return the language of *text*."""
        from inbox_assistant.policy.language import identify  # noqa: PLC0415

        return identify(text)

    def look_into(self, path: Path) -> tuple[Enclosure, bytes]:
        """Return a file that is to be attached and its bytes."""
        from inbox_assistant.bootstrap import attachments  # noqa: PLC0415

        return attachments.look_into(path)

    def save_file(self, folder: Path, name: str, content: bytes) -> Path:
        """Keep a file that came in under a safe name."""
        from inbox_assistant.bootstrap import attachments  # noqa: PLC0415

        return attachments.save(folder, name, content)

    def round(
        self,
        account: Account,
        progress: Callable[[Progress, Changes], None],
        *,
        by_hand: bool = True,
    ) -> Round:
        """Fetch and deliver once; storage runs in the store's lane."""
        run = self._run_in_store
        if run is None:
            raise InputError("The window is not ready for a round yet.")
        from dataclasses import replace  # noqa: PLC0415

        program = run(lambda: self.use_cases)
        there = replace(program, syncing=program.syncing.running_in(run))
        if self.is_demo:
            from inbox_assistant.bootstrap.demo import play_round  # noqa: PLC0415

            return play_round(there, account)
        from inbox_assistant.bootstrap import servers  # noqa: PLC0415

        return servers.run_round(there, account, progress, by_hand=by_hand)

    def wait_for_news(self, account: Account) -> bool | None:
        """Wait until the server of *account* tells news."""
        if self._stopped.is_set() or self.is_demo:
            return None
        return self._listener().news(account)

    def was_written(self) -> bool:
        """Return whether the file was written since this was last asked."""
        before, self._seen = self._seen, self._reader().version_seen()
        return before is not None and before != self._seen

    def changed_elsewhere(self) -> bool:
        """Return whether another program has written since this was last asked.

        SQLite tells a connection what others have written, and nothing of its own.
        What was written before the first question may have been anybody's.
        """
        before, self._writer_saw = self._writer_saw, self._writer().version_seen()
        return before != self._writer_saw

    def open_link(self, url: str) -> None:
        """Open *url* in the browser, if it leads to Amazon's own pages."""
        from inbox_assistant.mail.link import (  # noqa: PLC0415
            read_case,
            read_no_response,
        )

        if read_no_response(url) is None and read_case(url) is None:
            raise InputError("This link does not lead to Seller Central.")
        if not self.is_demo:
            self._open_url(url)

    def open_samples(self) -> None:
        """Open the sample mailbox in a window of its own."""
        from inbox_assistant.bootstrap import starting  # noqa: PLC0415

        starting.open_samples()

    def log_crash(self, report: str) -> None:
        """Write *report* to the log."""
        import logging  # noqa: PLC0415

        logging.getLogger(__name__).error("unexpected error\n%s", report)

    def stop(self) -> None:
        """End whatever waits for a server, or for words."""
        self._stopped.set()
        if "_dictionaries" in self.__dict__:
            self._dictionaries.close()

    def _mark_damaged(self) -> None:
        from inbox_assistant.services.recovery import mark_damaged  # noqa: PLC0415

        mark_damaged(self.profile)

    def _listener(self) -> Listening:
        with self._making:
            if self._listening is None:
                from inbox_assistant.bootstrap import servers  # noqa: PLC0415
                from inbox_assistant.bootstrap.listening import (  # noqa: PLC0415
                    Listening,
                )

                self._listening = Listening(
                    servers.wait_for_news,
                    lambda account: self._reader().accounts.cursor(
                        account.name, account.folder
                    ),
                    self._stopped,
                )
        return self._listening

    def _policy(self) -> Policy:
        """Return the policy, one for all lanes: it is loaded once."""
        with self._making:
            if self._shared_policy is None:
                from inbox_assistant.bootstrap.policy import policy_of  # noqa: PLC0415

                self._shared_policy = policy_of(self.profile)
            return self._shared_policy

    def _writer(self) -> Store:
        """Return the one writing connection; in the store's lane alone."""
        known: Store | None = getattr(self._local, "writer", None)
        if known is None:
            from inbox_assistant.storage.store import open_store  # noqa: PLC0415

            try:
                known = self._local.writer = open_store(self.profile.database)
            except DamagedError:
                self._mark_damaged()
                raise
        return known

    def _reader(self) -> Store:
        known: Store | None = getattr(self._local, "reader", None)
        if known is None:
            from inbox_assistant.storage.store import Store  # noqa: PLC0415

            known = self._local.reader = Store(self._connection())
        return known

    def _connection(self) -> sqlite3.Connection:
        """Return the calling thread's own; an older file is brought up to date."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is None:
            known = self._local.connection = open_reader(self.profile.database)
        return known
