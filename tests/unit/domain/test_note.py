"""Notes are read from the journal, oldest first, without those taken away."""

from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.note import notes

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def written(name: str, text: str, minutes: int) -> Entry:
    at = NOON + timedelta(minutes=minutes)
    return Entry(name, "d", "anna", at, Action.NOTE_WRITTEN, data={"text": text})


def test_notes_come_in_the_order_they_were_written() -> None:
    found = notes([written("e2", "later", 9), written("e1", "first", 1)])
    assert [one.text for one in found] == ["first", "later"]
    assert found[0].agent == "anna"


def test_a_note_that_was_taken_away_is_gone() -> None:
    gone = Entry("u", "d", "anna", NOON, Action.UNDONE, undoes="e1")
    assert notes([written("e1", "first", 1), gone]) == ()


def test_a_damaged_entry_is_an_empty_note() -> None:
    damaged = Entry("e1", "d", "anna", NOON, Action.NOTE_WRITTEN, data={"tixt": "a"})
    assert [one.text for one in notes([damaged])] == [""]
