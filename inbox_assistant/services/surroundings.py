"""What stands beside a reply while it is written."""

from dataclasses import dataclass

from inbox_assistant.domain.dismissal import Dismissal, dismissals
from inbox_assistant.domain.note import Note, notes
from inbox_assistant.domain.promise import Promise
from inbox_assistant.domain.queue_row import QueueRow
from inbox_assistant.services.reply_basis import Basis, basis_of
from inbox_assistant.services.thread_entries import entries_of
from inbox_assistant.storage.store import Store

_MOST_EARLIER = 20


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What one thread's reply is judged by and what helps to write it."""

    basis: Basis
    dismissals: tuple[Dismissal, ...] = ()
    notes: tuple[Note, ...] = ()
    promises: tuple[Promise, ...] = ()
    product: str = ""
    earlier: tuple[QueueRow, ...] = ()
    """Other threads with the same buyer or about the same order, newest first."""


def surroundings(store: Store, thread: str) -> Surroundings:
    """Return what stands beside a reply in *thread*; InputError when there is none."""
    entries = entries_of(store, thread)
    key = store.threads.present_key(thread)
    number = store.threads.number(key)
    facts = None if number is None else store.threads.facts(number)
    earlier = [] if number is None else store.threads.related(number, _MOST_EARLIER)
    return Surroundings(
        basis=basis_of(store, thread),
        dismissals=dismissals(entries),
        notes=notes(entries),
        promises=tuple(store.promises.of_thread(key)),
        product="" if facts is None else facts.product or "",
        earlier=tuple(store.threads.rows(earlier)),
    )
