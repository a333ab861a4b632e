"""A draft is there until it is taken away, and two that meet are both kept."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inbox_assistant.domain.reply import Draft, NextStep
from inbox_assistant.storage.store import Store
from tests.integration.storage.samples import HOUR, NOON

DRAFT = Draft("t1", "Dear Ms", cursor=4)
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def test_the_last_version_is_the_one_that_is_kept(store: Store) -> None:
    store.drafts.keep(DRAFT, NOON)
    store.drafts.keep(Draft("t1", "Dear Ms Weber", cursor=13), NOON + HOUR)
    kept = Draft("t1", "Dear Ms Weber", cursor=13, updated_at=NOON + HOUR)
    assert store.drafts.read("t1") == kept


@shared
@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_read_back_as_it_was_typed(store: Store, body: str) -> None:
    store.drafts.keep(Draft("t1", body), NOON)
    assert store.drafts.read("t1") == Draft("t1", body, 0, NOON)


def test_a_forgotten_draft_is_gone_and_one_that_never_was_does_no_harm(
    store: Store,
) -> None:
    store.drafts.keep(DRAFT, NOON)
    store.drafts.forget("t1")
    store.drafts.forget("t1")
    assert store.drafts.read("t1") is None


def test_a_draft_moves_with_its_thread(store: Store) -> None:
    store.drafts.keep(DRAFT, NOON)
    store.drafts.move("t1", "t2")
    store.drafts.move("t1", "t2")
    assert store.drafts.read("t1") is None
    assert store.drafts.read("t2") == replace(DRAFT, thread="t2", updated_at=NOON)


@shared
@given(st.text("ab \n"), st.text("cd \n"))
def test_two_drafts_that_meet_are_both_kept(
    store: Store, moving: str, staying: str
) -> None:
    store.drafts.keep(Draft("t1", moving), NOON)
    store.drafts.keep(Draft("t2", staying), NOON)
    store.drafts.move("t1", "t2")
    kept = store.drafts.read("t2")
    assert kept is not None
    assert store.drafts.read("t1") is None
    if staying.strip():
        assert kept.body.startswith(staying)
    assert moving.strip() in kept.body
    if not (moving.strip() and staying.strip()):
        assert kept.body in {moving, staying}


def test_only_drafts_with_words_in_them_are_listed(store: Store) -> None:
    store.drafts.keep(DRAFT, NOON)
    store.drafts.keep(Draft("t2", " \n\t "), NOON)
    store.drafts.keep(Draft("t3", ""), NOON)
    assert store.drafts.threads() == ["t1"]


def test_what_either_of_two_drafts_was_to_begin_is_kept_where_they_meet(
    store: Store,
) -> None:
    step = NextStep(("delay",), NOON + HOUR, "an answer")
    store.drafts.keep(Draft("t1", "You hear from us tomorrow.", step=step), NOON)
    store.drafts.keep(Draft("t2", "Dear Ms Weber", step=NextStep(("hello",))), NOON)
    store.drafts.move("t1", "t2")
    kept = store.drafts.read("t2")
    assert kept is not None
    assert kept.step == NextStep(("hello", "delay"), NOON + HOUR, "an answer")
