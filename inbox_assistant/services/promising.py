"""Promises to buyers: seen until they are kept, or given up with a reason."""

from collections.abc import Iterable

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.promise import Promise, PromiseState
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.settling import Settled
from inbox_assistant.services.thread_entries import buyer_keys
from inbox_assistant.storage.store import Store


class Promising:
    """The promises of one profile."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe
        self._reckoning = Reckoning(store)

    def of(self, thread: str) -> list[Promise]:
        """Return the promises made in *thread*, oldest first."""
        return self._store.promises.of_thread(self._store.threads.present_key(thread))

    def open(self) -> list[Promise]:
        """Return the promises still to be kept, the one due first in front."""
        return self._store.promises.in_state(PromiseState.OPEN)

    def drop(self, threads: Iterable[str], reason: str) -> Settled:
        """Give up what is open in *threads*: their buyers need not hear again.

        All of it or nothing. Raises InputError without a reason, or when nothing is
        open in one of them.
        """
        if not reason.strip():
            raise InputError("Say why the promise is no longer needed.")
        entries: list[str] = []
        with self._store.transaction():
            keys = frozenset(map(self._store.threads.present_key, threads))
            for key in sorted(keys):
                entries += self._drop(key, reason.strip())
        return Settled(tuple(entries), Changes(threads=keys))

    def _drop(self, key: str, reason: str) -> list[str]:
        pending = [one for one in self.of(key) if one.state is PromiseState.OPEN]
        if not pending:
            raise InputError("Nothing is promised in this thread any more.")
        messages = buyer_keys(self._store, key)
        written = [
            self._scribe.write(
                Action.PROMISE_DROPPED,
                thread=key,
                messages=messages,
                data={"promise": promise.promise_id, "reason": reason},
            )
            for promise in pending
        ]
        self._reckoning.reckon_thread(key)
        return [entry.entry_id for entry in written]
