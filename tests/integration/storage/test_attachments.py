"""Files beside drafts keep their bytes and their order."""

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import NOON

FILE = Enclosure(0, "Guide.pdf", "application/pdf", 3, "Turn the knob", ("unread",))


def test_files_are_kept_with_what_was_read_in_them(store: Store) -> None:
    first = store.attachments.add("t", FILE, b"\0\1\2", NOON)
    second = store.attachments.add("t", FILE, b"", NOON)
    one, other = store.attachments.of_thread("t")
    assert (one.number, other.number) == (first, second)
    assert one.words == "Turn the knob"
    assert one.remarks == ("unread",)
    assert (one.size, other.size) == (3, 0)
    assert store.attachments.content(first) == b"\0\1\2"


def test_one_is_removed_or_all_of_a_thread(store: Store) -> None:
    numbers = [store.attachments.add("t", FILE, b"1", NOON) for _ in range(3)]
    store.attachments.add("u", FILE, b"1", NOON)
    store.attachments.remove("u", numbers[0])
    store.attachments.remove("t", numbers[1])
    left = [one.number for one in store.attachments.of_thread("t")]
    assert left == [numbers[0], numbers[2]]
    store.attachments.remove("t")
    assert store.attachments.of_thread("t") == []
    assert len(store.attachments.of_thread("u")) == 1
    assert store.attachments.content(numbers[0]) == b""


def test_files_go_with_a_thread_into_another(store: Store) -> None:
    store.attachments.add("old", FILE, b"1", NOON)
    store.attachments.move("old", "new")
    assert store.attachments.of_thread("old") == []
    assert len(store.attachments.of_thread("new")) == 1
