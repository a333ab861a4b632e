"""Templates, their uses and the verdicts on them."""

from dataclasses import replace

from inbox_assistant.domain.finding import Verdict
from inbox_assistant.domain.template import Template
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON

ONE = Template(
    key="own.size",
    title="Sizes",
    language="de",
    body="Guten Tag {first_name}",
    marketplace="DE",
    topics=("delivery", "other"),
    promise_days=3,
    tags=("waiting for warehouse", "vip"),
    is_holding=True,
)


def test_a_template_is_kept_whole_and_replaced_by_its_key(store: Store) -> None:
    store.templates.keep(ONE, NOON)
    assert store.templates.all() == [ONE]
    store.templates.keep(replace(ONE, title="Other", topics=()), NOON)
    assert [one.title for one in store.templates.all()] == ["Other"]


def test_a_hidden_one_is_not_listed(store: Store) -> None:
    store.templates.keep(ONE, NOON, is_hidden=True)
    assert store.templates.all() == []
    assert store.templates.hidden() == {ONE.key}


def test_uses_are_counted_and_taken_back(store: Store) -> None:
    store.templates.count_use("k", NOON)
    store.templates.count_use("k", NOON + HOUR)
    assert store.templates.uses() == {"k": (2, NOON + HOUR)}
    for _ in range(3):
        store.templates.take_use_back("k")
    assert store.templates.uses()["k"][0] == 0


def test_a_check_is_kept_until_the_template_goes(store: Store) -> None:
    store.templates.keep(ONE, NOON)
    store.templates.keep_check(ONE.key, "m", Verdict.OK, Verdict.BLOCK)
    assert store.templates.checks() == {ONE.key: ("m", Verdict.OK, Verdict.BLOCK)}
    store.templates.forget(ONE.key)
    assert store.templates.checks() == {}
    assert store.templates.all() == []


def test_one_taken_away_leaves_its_key_and_none_of_its_words(store: Store) -> None:
    store.templates.keep(ONE, NOON)
    store.templates.take_away(ONE.key, NOON + HOUR)
    assert store.templates.all() == []
    assert store.templates.hidden() == {ONE.key}
    assert store.templates.updated() == {ONE.key: NOON + HOUR}
    dump = "".join(store._connection.iterdump())
    assert ONE.title not in dump


def test_uses_are_replaced_as_a_whole(store: Store) -> None:
    store.templates.count_use("old", NOON)
    store.templates.keep_uses({"k": (3, NOON)})
    assert store.templates.uses() == {"k": (3, NOON)}
