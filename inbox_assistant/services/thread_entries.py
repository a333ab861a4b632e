"""What the journal says of one thread."""

from inbox_assistant.domain.journal import Entry
from inbox_assistant.domain.kind import WAITING_KINDS
from inbox_assistant.services.standing_changes import thread_messages
from inbox_assistant.storage.store import Store


def buyer_keys(store: Store, thread: str) -> tuple[str, ...]:
    """Return the keys of the buyer's messages in *thread*.

    Entries name them, and not the thread alone: what was written of a thread goes
    with its messages when a later mail shows that two threads are one.
    """
    rows = thread_messages(store, thread)
    keys = tuple(row.key for row in rows if row.kind in WAITING_KINDS)
    return keys or tuple(row.key for row in rows)


def entries_of(store: Store, thread: str) -> list[Entry]:
    """Return the journal's entries about *thread*; InputError when there is none."""
    return store.journal.about(buyer_keys(store, thread))
