"""How mailboxes are reached and how far they were read."""

from inbox_assistant.storage.accounts import Cursor
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON


def test_accounts_are_kept_by_name_and_the_last_settings_count(store: Store) -> None:
    store.accounts.keep("shop", {"folder": "INBOX"})
    store.accounts.keep("büro", {"port": 993, "tls": True})
    store.accounts.keep("shop", {"folder": "Amazon"})
    assert store.accounts.all() == {
        "büro": {"port": 993, "tls": True},
        "shop": {"folder": "Amazon"},
    }


def test_how_far_a_folder_was_read_is_known_for_each_folder(store: Store) -> None:
    assert store.accounts.cursor("shop", "INBOX") is None
    store.accounts.keep_cursor("shop", "INBOX", Cursor(7, 120, NOON))
    store.accounts.keep_cursor("shop", "Sent", Cursor(8, 3))
    assert store.accounts.cursor("shop", "INBOX") == Cursor(7, 120, NOON)
    assert store.accounts.cursor("shop", "Sent") == Cursor(8, 3, None)


def test_a_round_that_was_cut_does_not_count_as_one_that_came_to_its_end(
    store: Store,
) -> None:
    store.accounts.keep_cursor("shop", "INBOX", Cursor(7, 120, NOON))
    store.accounts.keep_cursor("shop", "INBOX", Cursor(7, 150))
    assert store.accounts.cursor("shop", "INBOX") == Cursor(7, 150, NOON)


def test_the_last_round_of_any_folder_is_known(store: Store) -> None:
    assert store.accounts.last_synced_at() is None
    store.accounts.keep_cursor("shop", "INBOX", Cursor(7, 1, NOON))
    store.accounts.keep_cursor("shop", "Sent", Cursor(7, 1, NOON + HOUR))
    assert store.accounts.last_synced_at() == NOON + HOUR


def test_mails_of_a_folder_are_known_for_one_numbering_alone(store: Store) -> None:
    store.accounts.note_uids("shop", "INBOX", 7, [1, 5, 9])
    store.accounts.note_uids("shop", "INBOX", 7, [5, 2**32 - 1])
    assert store.accounts.known_uids("shop", "INBOX", 7, 5) == {5, 9, 2**32 - 1}
    assert store.accounts.known_uids("shop", "INBOX", 8, 0) == set()
    assert store.accounts.known_uids("shop", "Sent", 7, 0) == set()


def test_a_forgotten_account_leaves_no_trace_of_how_far_it_was_read(
    store: Store,
) -> None:
    for name in ("shop", "other"):
        store.accounts.keep(name, {})
        store.accounts.keep_cursor(name, "INBOX", Cursor(7, 120, NOON))
        store.accounts.note_uids(name, "INBOX", 7, [1])
    store.accounts.forget("shop")
    assert list(store.accounts.all()) == ["other"]
    assert store.accounts.cursor("shop", "INBOX") is None
    assert store.accounts.known_uids("shop", "INBOX", 7, 0) == set()
    assert store.accounts.cursor("other", "INBOX") is not None
    assert store.accounts.known_uids("other", "INBOX", 7, 0) == {1}


def test_a_source_is_imported_for_the_first_time_once(store: Store) -> None:
    assert store.accounts.is_first_import("path:/mails")
    store.accounts.first_import_done("path:/mails", NOON)
    store.accounts.first_import_done("path:/mails", NOON + HOUR)
    assert not store.accounts.is_first_import("path:/mails")
    assert store.accounts.is_first_import("path:/others")


def test_a_fact_is_remembered_until_another_replaces_it(store: Store) -> None:
    assert store.accounts.fact("desk") is None
    store.accounts.keep_fact("desk", "1")
    store.accounts.keep_fact("desk", "2")
    assert store.accounts.fact("desk") == "2"


def test_an_account_is_held_until_it_is_released_or_forgotten(store: Store) -> None:
    assert store.accounts.held() == frozenset()
    for name in ("shop", "O'Neill/shop", "shop"):
        store.accounts.hold(name)
    store.accounts.keep_fact("helper", "no account")
    assert store.accounts.held() == {"shop", "O'Neill/shop"}
    store.accounts.release("shop")
    store.accounts.forget("O'Neill/shop")
    assert store.accounts.held() == frozenset()
