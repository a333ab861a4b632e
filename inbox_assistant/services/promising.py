"""Promises to buyers: seen until they are kept, or given up with a reason."""

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.promise import Promise, PromiseState
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Scribe
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

    def drop(self, thread: str, reason: str) -> Changes:
        """Give up what is open in *thread*: the buyer need not hear again.

        Raises InputError without a reason, or when nothing is open.
        """
        if not reason.strip():
            raise InputError("Say why the promise is no longer needed.")
        with self._store.transaction():
            key = self._store.threads.present_key(thread)
            pending = [one for one in self.of(key) if one.state is PromiseState.OPEN]
            if not pending:
                raise InputError("Nothing is promised in this thread any more.")
            keys = buyer_keys(self._store, key)
            for promise in pending:
                self._scribe.write(
                    Action.PROMISE_DROPPED,
                    thread=key,
                    messages=keys,
                    data={"promise": promise.promise_id, "reason": reason.strip()},
                )
            self._reckoning.reckon_thread(key)
        return Changes(threads=frozenset({key}))
