"""An undo takes one entry back, whatever the clocks of the desks say."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.journal import UNDOABLE, Action, Entry, in_force, in_order

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def decision(name: str, minute: int = 0) -> Entry:
    at = NOON + timedelta(minutes=minute)
    return Entry(name, "desk", "anna", at, Action.NO_RESPONSE_DECIDED, "t", ("m",))


def undo(name: str, of: str | None, minute: int = 0) -> Entry:
    at = NOON + timedelta(minutes=minute)
    return Entry(name, "desk", "anna", at, Action.UNDONE, undoes=of)


def names(entries: list[Entry]) -> list[str]:
    return [entry.entry_id for entry in entries]


def test_entries_are_alike_on_every_desk_whatever_order_they_came_in() -> None:
    one, two, three = decision("b", 1), decision("c", 1), decision("a", 2)
    assert names(in_order([three, two, one])) == ["b", "c", "a"]


def test_an_undone_entry_no_longer_counts() -> None:
    entries = [decision("a", 0), decision("b", 1), undo("u", "a", 2)]
    assert names(in_force(entries)) == ["b"]


def test_an_undo_can_be_taken_back_and_taken_back_again() -> None:
    entries = [decision("a", 0), undo("u", "a", 1), undo("v", "u", 2)]
    assert names(in_force(entries)) == ["a"]
    assert names(in_force([*entries, undo("w", "v", 3)])) == []


def test_an_undo_counts_also_where_the_clock_was_set_back_in_between() -> None:
    assert in_force([decision("a", 5), undo("u", "a", 0)]) == []


def test_an_undo_in_the_same_moment_counts_whatever_its_name() -> None:
    assert in_force([decision("m"), undo("a", "m")]) == []
    assert in_force([decision("m"), undo("z", "m")]) == []


def test_an_undo_of_nothing_known_changes_nothing() -> None:
    entries = [decision("a"), undo("u", "missing"), undo("v", None)]
    assert names(in_force(entries)) == ["a"]


def test_undos_that_point_at_each_other_do_no_harm() -> None:
    entries = [decision("a"), undo("u", "v"), undo("v", "u"), undo("w", "w")]
    assert names(in_force(entries)) == ["a"]


def test_a_long_row_of_undo_and_redo_is_followed_to_its_end() -> None:
    row = [decision("n0"), *(undo(f"n{i}", f"n{i - 1}", i) for i in range(1, 3001))]
    assert names(in_force(row)) == ["n0"]
    assert in_force(row[:-1]) == []


@given(
    st.lists(st.integers(0, 7), min_size=8, max_size=8),
    st.permutations(range(8)),
    st.lists(st.booleans(), min_size=8, max_size=8),
)
def test_what_counts_depends_on_the_entries_alone_and_never_on_time_or_order(
    minutes: list[int], order: list[int], undoing: list[bool]
) -> None:
    entries = [
        undo(f"n{i}", f"n{i // 2}", minutes[i])
        if undoing[i] and i
        else decision(f"n{i}", minutes[i])
        for i in range(8)
    ]
    stands: dict[str, bool] = {}
    for i in reversed(range(8)):
        undone_by = [e for e in entries if e.undoes == f"n{i}"]
        stands[f"n{i}"] = not any(stands[e.entry_id] for e in undone_by)
    counting = in_force([entries[i] for i in order])
    assert set(names(counting)) == {
        entry.entry_id
        for entry in entries
        if entry.action is not Action.UNDONE and stands[entry.entry_id]
    }


def test_what_has_left_the_house_cannot_be_undone() -> None:
    assert not any(action.startswith("reply-") for action in UNDOABLE)
