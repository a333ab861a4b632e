"""One decision, written down with what it changed."""

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.state import State
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.services.standing_changes import Decisions, thread_messages
from tests.integration.services.office import Office


def test_the_messages_of_a_thread_are_found_by_its_name(office: Office) -> None:
    thread = office.ask()
    assert [row.thread_id for row in thread_messages(office.store, thread)] == [
        office.store.threads.number(thread)
    ]


@pytest.mark.parametrize("name", ["", "0123456789ab", "x' or '1'='1"])
def test_a_thread_that_is_not_there_is_told_with_a_way_out(
    office: Office, name: str
) -> None:
    office.ask()
    with pytest.raises(InputError, match="queue"):
        thread_messages(office.store, name)


def test_an_entry_holds_what_was_before_and_the_thread_what_is_now(
    office: Office,
) -> None:
    thread = office.ask()
    key = office.rows(thread)[0].key
    scribe = Scribe(office.store, office.clock, Author("desk", "ben"))
    decisions = Decisions(office.store, scribe)
    with office.store.transaction():
        entry, changes = decisions.write(
            Action.NO_RESPONSE_DECIDED, thread, [key], data={"reason": "other"}
        )
    assert entry.data == {"reason": "other", "before": {key: "waiting"}}
    assert entry.agent == "ben"
    assert changes.threads == {thread}
    assert office.rows(thread)[0].standing.state is State.TO_CONFIRM


def test_a_decision_about_a_thread_that_went_away_is_still_written(
    office: Office,
) -> None:
    scribe = Scribe(office.store, office.clock, Author("desk", "ben"))
    with office.store.transaction():
        entry, changes = Decisions(office.store, scribe).write(
            Action.NO_RESPONSE_DECIDED, "gone", ["nowhere"]
        )
    assert entry.data == {"before": {}}
    assert not changes
