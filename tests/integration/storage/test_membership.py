"""Many values are asked about in one question."""

from inbox_assistant.storage.membership import found_among
from inbox_assistant.storage.store import Store

QUESTION = "select name from (select 'a' as name union select 'é' union select 'c')"


def among(store: Store, values: list[str]) -> set[str]:
    with store.transaction():
        return found_among(store._connection, f"{QUESTION} where name in", values)


def test_only_what_is_there_is_found_among_more_than_sqlite_takes_by_itself(
    store: Store,
) -> None:
    many = [f"t{number}" for number in range(300_000)]
    assert among(store, [*many, "é", "a", "a"]) == {"a", "é"}
    assert among(store, many) == set()


def test_nothing_is_found_among_nothing(store: Store) -> None:
    assert among(store, []) == set()


def test_half_a_character_is_not_found_and_refuses_nothing(store: Store) -> None:
    assert among(store, ["a", "\ud800"]) == {"a"}
