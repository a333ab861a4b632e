"""Settling without a reply: no response necessary, answered elsewhere, undo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import UNDOABLE, Action, Entry, in_order
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.state import State
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.standing_changes import Decisions, thread_messages
from inbox_assistant.settings import CONFIRM_AT_ONCE, Settings
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

REASONS = (
    "thanks only",
    "nothing asked",
    "automatic reply",
    "solved by the buyer",
    "answered before",
    "other",
)
"""Why a message needs no response, in the order of their keys 1 to 6."""

_LOOKED_AT = 200
"""How far back an undo looks for something to take back."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What was written and changed; ``entries`` undo it when taken back together."""

    entries: tuple[str, ...]
    changes: Changes


class Settling:
    """The decisions that end a message's waiting without a reply from here."""

    def __init__(
        self, store: Store, scribe: Scribe, clock: Clock, settings: Settings
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._settings = settings
        self._decisions = Decisions(store, scribe)

    def no_response(
        self,
        threads: Iterable[str],
        reason: str,
        *,
        only: Sequence[str] | None = None,
    ) -> Settled:
        """Decide that the waiting messages of *threads* need no response.

        Amazon's clock runs on until each is confirmed; *only* narrows the decision
        to some message keys. Raises InputError when a thread has nothing waiting.
        """
        if not reason.strip():
            raise InputError("Say why no response is necessary.")
        done = Settled((), Changes())
        with self._store.transaction():
            for thread in threads:
                rows = self._standing(thread, State.WAITING, only)
                keys = [row.key for row in rows]
                data = {"reason": reason}
                done = self._then(done, thread, Action.NO_RESPONSE_DECIDED, keys, data)
                if self._settings.get(CONFIRM_AT_ONCE):
                    done = self._then(done, thread, Action.NO_RESPONSE_CONFIRMED, keys)
        return done

    def confirm(self, threads: Iterable[str]) -> Settled:
        """Confirm that the decided messages of *threads* are marked on Amazon."""
        done = Settled((), Changes())
        with self._store.transaction():
            for thread in threads:
                rows = self._standing(thread, State.TO_CONFIRM, None)
                keys = [row.key for row in rows]
                done = self._then(done, thread, Action.NO_RESPONSE_CONFIRMED, keys)
        return done

    def replied_elsewhere(
        self, threads: Iterable[str], replied_at: datetime
    ) -> Settled:
        """Say that *threads* were answered in Seller Central at *replied_at* (UTC).

        All of them or none. Raises InputError when that lies in the future or before
        every message that one of them would answer.
        """
        if replied_at > self._clock():
            raise InputError("The time of the answer lies in the future.")
        data = {"replied_at": iso(replied_at)}
        done = Settled((), Changes())
        with self._store.transaction():
            for thread in threads:
                rows = self._open(thread)
                keys = [row.key for row in rows if row.received_at <= replied_at]
                if not keys:
                    raise InputError(
                        "The answer would be older than the message it answers.",
                        "Check the time, in your own time zone.",
                    )
                done = self._then(done, thread, Action.REPLIED_ELSEWHERE, keys, data)
        return done

    def settle_older(self, threads: Iterable[str]) -> Settled:
        """Settle the older threads of a first import together."""
        done = Settled((), Changes())
        with self._store.transaction():
            for thread in threads:
                rows = [row for row in self._open(thread) if row.older]
                if rows:
                    keys = [row.key for row in rows]
                    done = self._then(done, thread, Action.OLDER_SETTLED, keys)
        return done

    def undo(self, entries: Sequence[str]) -> Changes:
        """Take back decisions; their messages stand as if they never were made.

        Raises InputError when one cannot be undone or is undone already.
        """
        changes = Changes()
        with self._store.transaction():
            for entry_id in reversed(entries):
                entry = self._undoable(entry_id)
                thread = self._store.threads.present_key(entry.thread or "")
                _, changed = self._decisions.write(
                    Action.UNDONE, thread, entry.messages, undoes=entry_id
                )
                changes |= changed
        return changes

    def last_undoable(self, agent: str) -> Entry | None:
        """Return the newest decision of *agent* that can still be taken back."""
        for entry in self._store.journal.newest(_LOOKED_AT):
            if (
                _is_decision(entry)
                and entry.agent == agent
                and not self._store.journal.is_undone(entry.entry_id)
            ):
                return entry
        return None

    def last_undoable_of(self, thread: str) -> list[Entry]:
        """Return the newest decision about *thread* that can still be taken back.

        Marks that another seat set on its messages are one decision.
        """
        keys = [row.key for row in thread_messages(self._store, thread)]
        left = [
            entry
            for entry in in_order(self._store.journal.about(keys))
            if _is_decision(entry) and not self._store.journal.is_undone(entry.entry_id)
        ]
        if left and left[-1].action is Action.NO_RESPONSE_SEEN:
            return [one for one in left if one.action is Action.NO_RESPONSE_SEEN]
        return left[-1:]

    def take_back(self, threads: Iterable[str]) -> Changes:
        """Let *threads* wait again that another seat marked as needing no response.

        All of them or none. Raises InputError where one was settled otherwise.
        """
        changes = Changes()
        with self._store.transaction():
            for thread in threads:
                last = self.last_undoable_of(thread)
                if not last or last[-1].action is not Action.NO_RESPONSE_SEEN:
                    raise InputError("No other seat has settled this thread.")
                changes |= self.undo([entry.entry_id for entry in last])
        return changes

    def _undoable(self, entry_id: str) -> Entry:
        entry = self._store.journal.entry(entry_id)
        if entry is None or not _is_decision(entry):
            raise InputError("This cannot be undone.")
        if self._store.journal.is_undone(entry_id):
            raise InputError("This was undone already.")
        return entry

    def _standing(
        self, thread: str, state: State, only: Sequence[str] | None
    ) -> list[MessageRow]:
        rows = [
            row
            for row in thread_messages(self._store, thread)
            if row.standing.state is state and (only is None or row.key in only)
        ]
        if not rows:
            raise InputError(
                "Nothing waits in this thread any more."
                if state is State.WAITING
                else "Nothing in this thread waits to be confirmed.",
                "Somebody may have been faster; look at the thread again.",
            )
        return rows

    def _open(self, thread: str) -> list[MessageRow]:
        rows = [
            row
            for row in thread_messages(self._store, thread)
            if row.standing.state in {State.WAITING, State.TO_CONFIRM}
        ]
        if not rows:
            raise InputError("Nothing waits in this thread any more.")
        return rows

    def _then(
        self,
        done: Settled,
        thread: str,
        action: Action,
        messages: Sequence[str],
        data: Mapping[str, object] | None = None,
    ) -> Settled:
        entry, changes = self._decisions.write(action, thread, messages, data=data)
        return Settled((*done.entries, entry.entry_id), done.changes | changes)


def _is_decision(entry: Entry) -> bool:
    """Return whether *entry* stands for itself: what a reply brought goes with it."""
    return entry.action in UNDOABLE and "reply" not in entry.data
