"""One round with a mail server: mails in, replies out, Sent and flags in step."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from functools import partial
from typing import Protocol

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InboxAssistantError, InputError
from inbox_assistant.domain.reply import OutboxReply, OutboxState
from inbox_assistant.mail.failures import SignInRefusedError
from inbox_assistant.services.delivery import Delivering
from inbox_assistant.services.fetching import Fetching, Readable, Tell
from inbox_assistant.services.flag_sync import Flagged, FlagSync
from inbox_assistant.services.intake import Kept
from inbox_assistant.services.lanes import Run, run_here
from inbox_assistant.services.mirroring import Markable, Mirroring, numbers_under
from inbox_assistant.services.studying import LoadTopics
from inbox_assistant.storage.store import Store


class Mailbox(Flagged, Readable, Markable, Protocol):
    """An open mailbox; see ``mail.imap.Mailbox``."""

    def find_message_id(self, folder: str, message_id: str) -> list[int]:
        """Return the numbers of the mails with this Message-ID."""
        ...

    def append(
        self, folder: str, raw: bytes, flags: Iterable[str], at: datetime
    ) -> int | None:
        """File a mail."""
        ...


Connect = Callable[[Account], AbstractContextManager[Mailbox]]
FindSent = Callable[[Mailbox, Account], str | None]
Send = Callable[[Account, OutboxReply, Callable[[], None]], str]


class Syncing:
    """Runs rounds; network calls in the calling thread, storage through *run*."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        delivering: Delivering,
        load_topics: LoadTopics | None = None,
        run: Run = run_here,
    ) -> None:
        self._store = store
        self._clock = clock
        self._delivering = delivering
        self._load_topics = load_topics
        self._run = run

    def running_in(self, run: Run) -> "Syncing":
        """Return the same with storage reached through *run*."""
        return Syncing(
            self._store, self._clock, self._delivering, self._load_topics, run
        )

    def fetch(
        self,
        account: Account,
        mailbox: Mailbox,
        folders: Mapping[str, bool],
        progress: Tell = lambda _one, _part: None,
    ) -> Kept:
        """Keep what is new in *folders*; see ``services.fetching``."""
        fetching = Fetching(
            self._store, self._clock, self._delivering, self._load_topics, self._run
        )
        flags = FlagSync(self._store, self._clock, self._run)
        return fetching.fetch(
            account,
            mailbox,
            folders,
            progress,
            lambda: Kept(changes=flags.read_early(account, mailbox)),
        )

    def read_flags(self, account: Account, mailbox: Flagged) -> Changes:
        """Take over what other programs marked; see ``services.flag_sync``."""
        return FlagSync(self._store, self._clock, self._run).read(account, mailbox)

    def deliver(
        self,
        account: Account,
        send: Send,
        *,
        on_error: Callable[[InboxAssistantError], None],
    ) -> tuple[int, Changes]:
        """Hand over the account's replies whose time has come.

        Call only while holding the account's delivery lock. Returns how many were
        handed over and what changed; a refused sign-in ends the round.
        """
        changes = self._run(lambda: self._delivering.recover(account.name))
        due = self._run(self._delivering.due)
        count = 0
        for reply in due:
            if reply.account != account.name:
                continue
            changes |= Changes(threads=frozenset({reply.thread}), outbox=True)
            try:
                changes |= self._deliver_one(account, reply, send)
                count += 1
            except SignInRefusedError as error:
                on_error(error)
                self._run(partial(self._delivering.hold, account.name, error))
                break
            except InboxAssistantError as error:
                on_error(error)
        return count, changes

    def begin(self, account: Account, *, by_hand: bool) -> bool:
        """Return whether the servers may be asked; a person may always ask them.

        An account whose password was refused is left alone until then.
        """
        if by_hand:
            self._run(lambda: self._delivering.resume(account.name))
        return not self._run(lambda: self._delivering.is_held(account.name))

    def refused(self, account: Account, error: InboxAssistantError) -> None:
        """Leave *account* alone from now on: its password was refused."""
        self._run(lambda: self._delivering.hold(account.name, error))

    def has_after_work(self, account: Account) -> bool:
        """Return whether the mailbox must be brought into step after delivering."""
        return Mirroring(self._store, self._run).is_due(account) or self._run(
            lambda: (
                bool(self._store.outbox.unfiled(account.name))
                or any(
                    reply.account == account.name
                    for reply in self._store.outbox.in_states([OutboxState.UNSURE])
                )
            )
        )

    def settle_unsure(
        self, account: Account, mailbox: Mailbox, sent: str | None
    ) -> Changes:
        """Look for unsure replies in the Sent folder."""
        changes = Changes()
        if sent is None:
            return changes
        unsure = self._run(lambda: self._store.outbox.in_states([OutboxState.UNSURE]))
        for reply in unsure:
            if reply.account == account.name and mailbox.find_message_id(
                sent, reply.message_id
            ):
                changes |= self._run(
                    lambda reply=reply: self._delivering.found_in_sent(reply.reply_id)  # type: ignore[misc] # bound early on purpose
                )
        return changes

    def file_sent(self, account: Account, mailbox: Mailbox, sent: str | None) -> None:
        """Put what left into Sent and mark what it answered, each exactly once.

        What is marked is marked together: servers far away answer slowly.
        """
        filed: list[OutboxReply] = []
        try:
            for reply in self._run(lambda: self._store.outbox.unfiled(account.name)):
                if sent is not None and not account.files_sent:
                    _file_once(mailbox, sent, reply)
                filed.append(reply)
        finally:
            if filed:
                self._mark_answered(account, mailbox, filed)
                self._run(lambda: self._mark_filed(filed))

    def mirror(self, account: Account, mailbox: Mailbox) -> None:
        """Mark in the mailbox what was decided; see ``services.mirroring``."""
        Mirroring(self._store, self._run).mirror(account, mailbox)

    def _deliver_one(self, account: Account, reply: OutboxReply, send: Send) -> Changes:
        # Steps that touch the store run where it lives; the network stays here.
        def handing_over(claimed: OutboxReply, on_dot: Callable[[], None]) -> str:
            return send(account, claimed, lambda: self._run(on_dot))

        return self._delivering.deliver(reply.reply_id, handing_over, self._run)

    def _mark_answered(
        self, account: Account, mailbox: Mailbox, replies: Sequence[OutboxReply]
    ) -> None:
        opened = mailbox.open_for_marks(account.folder)
        prefix = f"{account.name}/{account.folder}/{opened.uid_validity}/"
        uids, strange = self._run(lambda: self._answered_mails(replies, prefix))
        for mail_id in strange:
            uids.update(_found(mailbox, account.folder, mail_id))
        if uids:
            mailbox.add_flags(account.folder, sorted(uids), ["\\Answered"])

    def _answered_mails(
        self, replies: Iterable[OutboxReply], prefix: str
    ) -> tuple[set[int], set[str]]:
        """Return the numbers of the mails answered, or Message-IDs of other mails."""
        uids: set[int] = set()
        strange: set[str] = set()
        for key in {key for reply in replies for key in reply.answers}:
            row = self._store.messages.by_key(key)
            if row is None:
                continue
            found = numbers_under(prefix, self._store.mails.sources_of(row.number))
            uids.update(found)
            if not found and row.mail_id:
                strange.add(row.mail_id)
        return uids, strange

    def _mark_filed(self, replies: Iterable[OutboxReply]) -> None:
        with self._store.transaction():
            for reply in replies:
                self._store.outbox.mark_filed(reply.reply_id)


def _file_once(mailbox: Mailbox, sent: str, reply: OutboxReply) -> None:
    if not mailbox.find_message_id(sent, reply.message_id):
        at = reply.handed_over_at or reply.queued_at
        mailbox.append(sent, reply.raw, ["\\Seen"], at)


def _found(mailbox: Mailbox, folder: str, mail_id: str) -> list[int]:
    try:
        return mailbox.find_message_id(folder, mail_id)
    except InputError:
        # Some mail's id is none that a server can be asked for; its flag is a courtesy.
        return []
