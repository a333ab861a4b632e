"""What begins with the mails at hand is as if it had been worked out step by step."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from inbox_assistant.domain.state import State
from inbox_assistant.services.beginning import Beginning
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.storage.incoming import NewMail
from inbox_assistant.storage.mails import Arrival, pack
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store, open_store
from tests.integration.services.office import Office
from tests.integration.services.reckoned import standing, thread
from tests.integration.services.test_histories import History, histories, live, seen
from tests.integration.storage.samples import NOON, QUESTION, put


def arrive_new(store: Store, *rows: MessageRow) -> frozenset[str]:
    """Store *rows* as a batch of new mails; return the threads concerned."""
    reckoning = Reckoning(store)
    with store.transaction():
        begun = Beginning(store, reckoning).begin(rows, frozenset())
        mails = [
            NewMail(pack(row.key.encode()), Arrival(f"shop/{row.key}"), row)
            for row in rows
        ]
        numbers = store.incoming.add(mails, begun.places, 1, NOON)
        others = [
            (row, number)
            for row, number in zip(rows, numbers, strict=True)
            if row.key not in begun.places
        ]
        return begun.threads | reckoning.reckon(
            {row.partner for row, _ in others if row.partner is not None},
            [number for row, number in others if row.partner is None],
            [row for row in rows if row.key in begun.places],
        )


@settings(max_examples=150)
@given(histories())
def test_threads_that_begin_stand_as_those_that_are_worked_out(
    history: History,
) -> None:
    with TemporaryDirectory() as folder:
        with open_store(Path(folder) / "a.db") as store:
            store._connection.execute("pragma synchronous = off")
            live(store, history)
            worked_out = seen(store)
        with open_store(Path(folder) / "b.db") as store:
            store._connection.execute("pragma synchronous = off")
            live(store, history, arrive_new)
            assert seen(store) == worked_out


def test_a_message_of_a_new_buyer_is_in_its_thread_at_once(office: Office) -> None:
    store = office.store
    (key,) = arrive_new(store, QUESTION)
    assert thread(store, "q") == key
    assert standing(store).state is State.WAITING


def test_partners_that_are_known_or_touched_elsewhere_are_left_out(
    office: Office,
) -> None:
    store = office.store
    beginning = Beginning(store, Reckoning(store))
    with store.transaction():
        assert not beginning.begin([QUESTION], {QUESTION.partner or ""}).places
        put(store, "earlier", "t1")
        assert not beginning.begin([QUESTION], ()).threads
