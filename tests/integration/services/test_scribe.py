"""Who did what, and when, is written down."""

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.services.scribe import Author, Scribe, desk_of
from inbox_assistant.storage.store import Store
from tests.fakes import FakeClock


def test_an_entry_names_its_author_and_the_present_time(
    store: Store, clock: FakeClock
) -> None:
    scribe = Scribe(store, clock, Author("desk", "anna"))
    entry = scribe.write(
        Action.UNDONE, thread="t1", messages=["a", "b"], undoes="e0", data={"x": 1}
    )
    assert entry == Entry(
        entry_id=entry.entry_id,
        desk="desk",
        agent="anna",
        at=clock(),
        action=Action.UNDONE,
        thread="t1",
        messages=("a", "b"),
        undoes="e0",
        data={"x": 1},
    )
    assert store.journal.entry(entry.entry_id) == entry


def test_every_entry_has_an_id_of_its_own(store: Store, clock: FakeClock) -> None:
    scribe = Scribe(store, clock, Author("desk", "anna"))
    first, second = (scribe.write(Action.MAILS_KEPT) for _ in range(2))
    assert first.entry_id != second.entry_id
    assert first.data == {}


def test_an_installation_keeps_its_id(store: Store) -> None:
    assert desk_of(store) == desk_of(store) != ""
