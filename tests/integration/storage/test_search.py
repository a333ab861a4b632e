"""Whatever is typed into the search finds what is there and never an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.storage.search import match_expression, spaced
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import put

ORDER = "028-1234567-7654321"
JAPANESE = "商品がまだ届きません。注文番号はABC123です。"


@pytest.fixture
def filled(store: Store) -> Store:
    put(store, "a", "anna", buyer="Zoë Müller", words="Wo ist mein Paket?")
    put(store, "b", "order", order_id=ORDER, subject="Défaut à la livraison")
    put(store, "c", "japan", words=JAPANESE, subject="返品", buyer="山田")
    put(store, "d", "thai", words="สินค้ายังไม่มาถึง")
    put(store, "e", "asin", asin="B0ABCDEF12", words="said: don't AND won't (x*y)")
    return store


def found(store: Store, query: str) -> set[str]:
    keys = {number: key for key, number in _threads(store).items()}
    return {keys[number] for number in store.search(query)}


def _threads(store: Store) -> dict[str, int]:
    names = ("anna", "order", "japan", "thai", "asin")
    return {name: store.threads.number(name) or 0 for name in names}


@pytest.mark.parametrize(
    ("query", "thread"),
    [
        ("paket", "anna"),
        ("PAK", "anna"),
        ("muller", "anna"),
        ("müll zoe", "anna"),
        ("Mu\u0308ller", "anna"),
        ('"mein paket"', "anna"),
        ('"mein paket', "anna"),
        ("defaut livr", "order"),
        (ORDER, "order"),
        ("028-1234567", "order"),
        ("1234567", "order"),
        ("028-12", "order"),
        ("b0abc", "asin"),
        ("don't", "asin"),
        ("AND", "asin"),
        ("(x*y)", "asin"),
        ("said: won't", "asin"),
        ("届きません", "japan"),
        ("商品", "japan"),
        ("返品 山", "japan"),
        ("番号はABC", "japan"),
        ("abc123", "japan"),
        ('"注文番号"', "japan"),
        ('"返品 商品が"', "japan"),
        ("ยังไม่มา", "thai"),
    ],
)
def test_what_is_there_is_found(filled: Store, query: str, thread: str) -> None:
    assert found(filled, query) == {thread}


@pytest.mark.parametrize(
    "query",
    [
        "paket müller nowhere",
        "aket",
        '"ist paket"',
        '"mein pak"',
        "品商",
        "届いた",
        "028-7654321",
        "",
        "   ",
        '""',
        "* ( ) - : ^",
    ],
)
def test_what_is_not_there_is_not_found(filled: Store, query: str) -> None:
    assert found(filled, query) == set()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters() | st.sampled_from('"*^:()-+{}\0 ANDORT\ud800商')))
def test_nothing_that_can_be_typed_is_an_error(store: Store, query: str) -> None:
    assert store.search(query) == []


def test_a_whole_letter_pasted_into_the_search_is_no_error(store: Store) -> None:
    assert store.search("Wo ist mein Paket? " * 500) == []
    assert store.search("商" * 5000) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12))
def test_every_word_of_a_message_finds_it(store: Store, word: str) -> None:
    with store.transaction():
        number = put(store, word, "t", words=f"before {word} behind")
        hits = store.search(word)
        assert hits == [store.threads.number("t")], (word, number)
        store._connection.execute("delete from message")


def test_the_newest_mail_comes_first_and_a_limit_takes_the_first(
    filled: Store,
) -> None:
    put(filled, "f", "order", words="Paket")
    names = _threads(filled)
    assert filled.search("paket") == [names["order"], names["anna"]]
    assert filled.search("paket", limit=1) == [names["order"]]


def test_a_mail_that_is_in_no_thread_finds_none(store: Store) -> None:
    put(store, "a", words="Paket")
    assert store.search("paket") == []


def test_what_was_forgotten_or_changed_is_not_found_any_more(filled: Store) -> None:
    change = filled._connection.execute
    change("update message set words = 'Karton' where key = 'a'")
    assert found(filled, "paket") == set()
    assert found(filled, "karton") == {"anna"}
    filled.forget_derived()
    assert filled.search("karton") == []
    change("insert into search(search) values ('integrity-check')")


def test_words_in_scripts_with_spaces_are_not_indexed_twice() -> None:
    assert spaced("Wo ist mein Paket? Straße 12") == ""
    assert spaced("Order 注文abc12 ok") == "注 文 abc12"
    assert spaced("返品 山田") == "返 品 \ue000 山 田"


def test_nothing_to_look_for_is_no_expression() -> None:
    assert match_expression(" - ") is None
    assert match_expression('a "b c"') == '"a" * "b c"'


def indexed(store: Store, word: str) -> list[int]:
    rows = store._connection.execute(
        "select rowid from search where search match ?", (word,)
    )
    return [number for (number,) in rows]


def test_words_are_in_the_index_as_long_as_their_message_is_in_a_thread(
    store: Store,
) -> None:
    number = put(store, "a", words="parcel")
    assert indexed(store, "parcel") == []
    first, second = (store.threads.ensure(key, "p") for key in ("t1", "t2"))
    store.messages.put_into(number, first)
    store.messages.put_into(number, second)
    assert indexed(store, "parcel") == [number]
    store.messages.put_into(number, None)
    assert indexed(store, "parcel") == []
    store.messages.put_into(number, first)
    store._connection.execute("delete from message")
    assert indexed(store, "parcel") == []
    assert store.problems() == []
