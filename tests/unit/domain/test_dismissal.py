"""A dismissal lasts until it is taken back, and the newest reason counts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.dismissal import dismissals
from inbox_assistant.domain.journal import Action, Entry

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def dismissed(name: str, stretch: str, reason: str, minutes: int = 0) -> Entry:
    return Entry(
        name,
        "desk",
        "anna",
        NOON + timedelta(minutes=minutes),
        Action.FINDING_DISMISSED,
        data={"rule": "r", "stretch": stretch, "reason": reason},
    )


def undone(name: str, of: str) -> Entry:
    at = NOON + timedelta(hours=1)
    return Entry(name, "desk", "anna", at, Action.UNDONE, undoes=of)


def test_each_rule_and_stretch_counts_once_with_its_newest_reason() -> None:
    found = dismissals(
        [
            dismissed("e2", "call us", "newer", 5),
            dismissed("e1", "call us", "older"),
            dismissed("e3", "write us", "another"),
        ]
    )
    assert [(one.stretch, one.reason) for one in found] == [
        ("call us", "newer"),
        ("write us", "another"),
    ]


def test_what_was_taken_back_does_not_count_and_may_count_again() -> None:
    entries = [dismissed("e1", "call us", "fine"), undone("u1", "e1")]
    assert dismissals(entries) == ()
    assert len(dismissals([*entries, undone("u2", "u1")])) == 1


def test_other_entries_are_none() -> None:
    assert dismissals([Entry("e", "d", "a", NOON, Action.NOTE_WRITTEN)]) == ()


def test_a_damaged_entry_dismisses_nothing() -> None:
    whole = dismissed("e1", "call us", "known")
    for name in ("rule", "stretch"):
        data = {key: value for key, value in whole.data.items() if key != name}
        assert dismissals([replace(whole, data=data)]) == ()
