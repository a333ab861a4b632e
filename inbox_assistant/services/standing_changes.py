"""One decision about messages of a thread, written down with what it changed."""

from collections.abc import Mapping, Sequence

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store


def thread_messages(store: Store, thread: str) -> list[MessageRow]:
    """Return the messages of *thread*; raises InputError when there is none."""
    number = store.threads.number(thread)
    if number is None:
        raise InputError(
            f"There is no thread “{thread}”.",
            "List the threads with “queue” and take the name from there.",
        )
    return store.messages.of_thread(number)


class Decisions:
    """Writes entries that change where messages stand, with before and after."""

    def __init__(self, store: Store, scribe: Scribe) -> None:
        self._store = store
        self._scribe = scribe
        self._reckoning = Reckoning(store)

    def write(
        self,
        action: Action,
        thread: str,
        messages: Sequence[str],
        *,
        undoes: str | None = None,
        data: Mapping[str, object] | None = None,
    ) -> tuple[Entry, Changes]:
        """Append an entry and work out the thread anew; call inside a transaction."""
        before = self._states(thread, messages)
        entry = self._scribe.write(
            action,
            thread=thread,
            messages=messages,
            undoes=undoes,
            data={**(data or {}), "before": before},
        )
        changed = self._reckoning.reckon_thread(thread, messages)
        return entry, Changes(threads=changed)

    def _states(self, thread: str, messages: Sequence[str]) -> dict[str, str]:
        number = self._store.threads.number(thread)
        rows = [] if number is None else self._store.messages.of_thread(number)
        return {
            row.key: row.standing.state.value for row in rows if row.key in messages
        }
