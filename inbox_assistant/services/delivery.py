"""Handing replies over to the mail server: never twice, never forgotten.

A reply is *sending* before the first byte and *dot pending* before the final dot, both
on the disk. What breaks off before the dot is tried again; what breaks off after it
is *unsure*: looked for in Sent and among Amazon's copies, and otherwise decided
by a person, never sent again blindly.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InboxAssistantError, InputError
from inbox_assistant.domain.identity import fold_words
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.reply import OutboxReply, OutboxState
from inbox_assistant.mail.failures import RefusedError, SignInRefusedError, UnsureError
from inbox_assistant.services.giving_back import give_back
from inbox_assistant.services.intake import Delivery as Mail
from inbox_assistant.services.intake import Intake, Kept
from inbox_assistant.services.lanes import Run, run_here
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.settling_mails import repeats
from inbox_assistant.services.studying import Studied
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

FIRST_RETRY = timedelta(seconds=20)
LONGEST_RETRY = timedelta(minutes=10)

_IN_FLIGHT = (OutboxState.SENDING, OutboxState.DOT_PENDING)
_LEFT = frozenset({OutboxState.HANDED_OVER, OutboxState.CONFIRMED})
_GIVEN_BACK = frozenset(
    {OutboxState.WITHDRAWN, OutboxState.REFUSED, OutboxState.SENT_BACK}
)


SendMail = Callable[[OutboxReply, Callable[[], None]], str]
"""Hands one mail to a mail server and returns the server's answer.

The second argument is called just before the final dot is written. Raises
UnsureError when a copy may have left, any other error when none did.
"""


class Delivering:
    """Moves replies from the outbox to the mail server, step by step."""

    def __init__(
        self, store: Store, scribe: Scribe, clock: Clock, intake: Intake
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._intake = intake
        self._reckoning = Reckoning(store)

    def keep(
        self, mails: Sequence[Mail], studied: Sequence[Studied | None] = ()
    ) -> Kept:
        """Keep *mails* and learn from them what became of replies, all or nothing.

        Were it two steps, a cut between them would leave a returned reply standing as
        one that arrived.
        """
        with self._store.batch():
            kept = self._intake.keep_batch(mails, studied)
            return kept + Kept(changes=self.take_notice(kept.changes.threads))

    def recover(self, account: str) -> Changes:
        """Sort out what a process that ended in the middle left behind.

        Call only while no other process delivers for *account*.
        """
        changes = Changes()
        for reply in self._store.outbox.in_states(_IN_FLIGHT):
            if reply.account != account:
                continue
            with self._store.transaction():
                if reply.state is OutboxState.SENDING:
                    self._store.outbox.mark(reply.reply_id, OutboxState.QUEUED)
                else:
                    self._note(reply, Action.REPLY_UNSURE, OutboxState.UNSURE)
                    # Amazon's copy of it may have come in the meantime.
                    changes |= self.take_notice([reply.thread])
            changes |= _of(reply)
        return changes

    def due(self) -> list[OutboxReply]:
        """Return the replies whose time to leave has come, oldest first.

        Those of an account whose password was refused wait for a person.
        """
        now = self._clock()
        return [reply for reply in self._leaving() if reply.leave_at <= now]

    def next_leave_at(self, account: str | None = None) -> datetime | None:
        """Return when the next reply, of *account* or of any, is to leave."""
        return min(
            (
                reply.leave_at
                for reply in self._leaving()
                if account in (None, reply.account)
            ),
            default=None,
        )

    def deliver(self, reply_id: str, send: SendMail, run: Run = run_here) -> Changes:
        """Hand one reply over with *send*; what it came to is in the outbox.

        Whatever touches the store goes through *run*; *send* runs in this thread.

        Raises the error for everyone to see, after writing it down, unless the
        reply was handed over. A reply that another process took is left alone.
        """
        reply = run(lambda: self._claim(reply_id))
        if reply is None:
            return Changes()
        try:
            response = send(reply, lambda: self._before_dot(reply))
        except InboxAssistantError as error:
            failure = error
            run(lambda: self._failed(reply, failure))
            raise
        return run(lambda: self._handed_over(reply, response))

    def resolve(self, reply_id: str, *, sent: bool) -> Changes:
        """Let a person say whether an unsure reply was sent.

        One that was not goes back to the composer as a draft.
        """
        with self._store.transaction():
            reply = self._store.outbox.reply(reply_id)
            if reply is None or reply.state is not OutboxState.UNSURE:
                raise InputError("There is nothing to decide about this reply.")
            if sent:
                return self._handed_over(reply, "said by the agent")
            self._refused(reply, None)
        return _of(reply)

    def hold(self, account: str, error: InboxAssistantError) -> None:
        """Let no reply of *account* leave until ``resume``: its password is wrong.

        Providers lock an account whose password is tried over and over.
        """
        due = [reply for reply in self.due() if reply.account == account]
        with self._store.transaction():
            self._store.accounts.hold(account)
            for reply in due:
                self._store.outbox.mark(
                    reply.reply_id, OutboxState.QUEUED, problem=str(error)
                )

    def resume(self, account: str) -> Changes:
        """Let what failed for *account* be tried at once: a person wants it so."""
        with self._store.transaction():
            self._store.accounts.release(account)
            now = self._clock()
            late = [
                reply
                for reply in self._store.outbox.in_states([OutboxState.QUEUED])
                if reply.account == account and reply.problem and reply.leave_at > now
            ]
            for reply in late:
                self._store.outbox.mark(
                    reply.reply_id, OutboxState.QUEUED, leave_at=now
                )
        return Changes(outbox=bool(late))

    def is_held(self, account: str) -> bool:
        """Return whether *account* waits for a person to type its password."""
        return account in self._store.accounts.held()

    def _leaving(self) -> list[OutboxReply]:
        held = self._store.accounts.held()
        queued = self._store.outbox.in_states([OutboxState.QUEUED])
        return [reply for reply in queued if reply.account not in held]

    def found_in_sent(self, reply_id: str) -> Changes:
        """Take an unsure reply that stands in the Sent folder as handed over."""
        with self._store.transaction():
            reply = self._store.outbox.reply(reply_id)
            if reply is None or reply.state is not OutboxState.UNSURE:
                return Changes()
            return self._handed_over(reply, "found in the Sent folder")

    def take_notice(self, threads: Iterable[str]) -> Changes:
        """Learn from the mails in *threads* what became of the replies sent there."""
        changes = Changes()
        with self._store.transaction():
            for thread in self._store.outbox.threads_among(threads):
                replies = self._store.outbox.of_thread(thread)
                number = self._store.threads.number(thread)
                if number is None:
                    continue
                rows = self._store.messages.of_thread(number)
                for reply in replies:
                    changes |= self._notice(reply, rows)
        return changes

    def _claim(self, reply_id: str) -> OutboxReply | None:
        with self._store.transaction():
            reply = self._store.outbox.reply(reply_id)
            if reply is None or reply.state is not OutboxState.QUEUED:
                return None
            self._store.outbox.mark(
                reply_id, OutboxState.SENDING, attempts=reply.attempts + 1
            )
            self._write(reply, Action.REPLY_SENDING)
        return self._store.outbox.reply(reply_id)

    def _before_dot(self, reply: OutboxReply) -> None:
        with self._store.transaction():
            self._store.outbox.mark(reply.reply_id, OutboxState.DOT_PENDING)

    def _handed_over(self, reply: OutboxReply, response: str) -> Changes:
        now = self._clock()
        arrival = Arrival(
            source=f"outbox/{reply.reply_id}",
            account=reply.account,
            arrived_at=now,
            in_sent_folder=True,
        )
        with self._store.transaction():
            self._store.outbox.mark(
                reply.reply_id,
                OutboxState.HANDED_OVER,
                response=response,
                problem="",
                handed_over_at=now,
            )
            self._write(reply, Action.REPLY_HANDED_OVER)
            kept = self._intake.keep_batch([Mail(reply.raw, arrival)])
            self._reckoning.reckon_thread(reply.thread, reply.answers)
        return kept.changes | _of(reply)

    def _failed(self, reply: OutboxReply, error: InboxAssistantError) -> None:
        if isinstance(error, UnsureError):
            with self._store.transaction():
                self._note(reply, Action.REPLY_UNSURE, OutboxState.UNSURE, error)
        elif isinstance(error, RefusedError):
            self._refused(reply, error)
        else:
            self._delayed(reply, error)

    def _delayed(self, reply: OutboxReply, error: InboxAssistantError) -> None:
        wait = min(FIRST_RETRY * 2 ** min(reply.attempts - 1, 8), LONGEST_RETRY)
        if isinstance(error, SignInRefusedError):
            # Its time has come, and it leaves as soon as the password is right.
            wait = timedelta(0)
        with self._store.transaction():
            self._store.outbox.mark(
                reply.reply_id,
                OutboxState.QUEUED,
                problem=str(error),
                leave_at=self._clock() + wait,
            )
            self._write(reply, Action.REPLY_DELAYED, str(error))

    def _refused(self, reply: OutboxReply, error: InboxAssistantError | None) -> None:
        """Give the text back to the composer; the messages wait as before."""
        with self._store.transaction():
            self._note(reply, Action.REPLY_REFUSED, OutboxState.REFUSED, error)
            self._store.outbox.release(reply.reply_id)
            self._reckoning.reckon_thread(reply.thread, reply.answers)
            give_back(self._store, reply, self._clock())

    def _note(
        self,
        reply: OutboxReply,
        action: Action,
        state: OutboxState,
        error: InboxAssistantError | None = None,
    ) -> None:
        problem = None if error is None else str(error)
        self._store.outbox.mark(reply.reply_id, state, problem=problem)
        self._write(reply, action, problem)

    def _write(
        self, reply: OutboxReply, action: Action, problem: str | None = None
    ) -> None:
        data: dict[str, object] = {
            "reply": reply.reply_id,
            "message_id": reply.message_id,
        }
        if problem:
            data["problem"] = problem
        self._scribe.write(
            action, thread=reply.thread, messages=reply.answers, data=data
        )

    def _notice(self, reply: OutboxReply, rows: list[MessageRow]) -> Changes:
        changes = Changes()
        state = reply.state
        own = [row for row in rows if row.mail_id == reply.message_id]
        copied = any(
            repeats(row, fold_words(reply.body), reply.queued_at) for row in rows
        )
        returned = any(row.returned_mail_id == reply.message_id for row in rows)
        if state is OutboxState.UNSURE and (own or copied or returned):
            changes |= self._handed_over(reply, "found among the mails")
            state = OutboxState.HANDED_OVER
        if state is OutboxState.HANDED_OVER and copied:
            with self._store.transaction():
                self._store.outbox.mark(reply.reply_id, OutboxState.CONFIRMED)
            state = OutboxState.CONFIRMED
            changes |= _of(reply)
        if state in _LEFT and self._came_back(reply, rows):
            with self._store.transaction():
                self._note(reply, Action.REPLY_SENT_BACK, OutboxState.SENT_BACK)
                self._store.outbox.release(reply.reply_id)
                self._reckoning.reckon_thread(reply.thread, reply.answers)
                if not self._is_followed(reply):
                    give_back(self._store, reply, self._clock())
            changes |= _of(reply)
        return changes

    def _is_followed(self, reply: OutboxReply) -> bool:
        """Return whether another reply in the thread came after this one."""
        return any(
            one.queued_at > reply.queued_at and one.state not in _GIVEN_BACK
            for one in self._store.outbox.of_thread(reply.thread)
        )

    def _came_back(self, reply: OutboxReply, rows: list[MessageRow]) -> bool:
        if any(row.returned_mail_id == reply.message_id for row in rows):
            return True
        # An opt-out notice names no mail: it speaks of the last one that left.
        unsettled = any(
            row.standing.sent_back for row in rows if row.key in reply.answers
        )
        return unsettled and self._is_latest(reply)

    def _is_latest(self, reply: OutboxReply) -> bool:
        left = [
            one
            for one in self._store.outbox.of_thread(reply.thread)
            if one.state in _LEFT
        ]
        return bool(left) and left[-1].reply_id == reply.reply_id


def _of(reply: OutboxReply) -> Changes:
    changed = frozenset({reply.thread})
    return Changes(threads=changed, drafts=changed, outbox=True)
