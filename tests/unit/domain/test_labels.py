"""Labels follow from the journal, and a pause ends when something new comes."""

from datetime import UTC, datetime, timedelta

from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.labels import NO_LABELS, Labels, labels_of, read_tag

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=5)


def entry(
    number: int, action: Action, undoes: str | None = None, **data: object
) -> Entry:
    at = NOON + timedelta(minutes=number)
    return Entry(f"e{number}", "desk", "anna", at, action, "t", ("q",), undoes, data)


def test_the_last_assignment_counts_and_nobody_is_one() -> None:
    to_anna = entry(1, Action.ASSIGNED, agent="anna")
    to_ben = entry(2, Action.ASSIGNED, agent="ben")
    assert labels_of([to_ben, to_anna], ["q"]) == Labels("ben")
    assert labels_of([to_ben, entry(3, Action.ASSIGNED, agent=None)], []) == NO_LABELS


def test_tags_come_and_go_in_the_order_of_the_alphabet() -> None:
    entries = [
        entry(1, Action.TAGGED, tag="vip"),
        entry(2, Action.TAGGED, tag="late"),
        entry(3, Action.TAGGED, tag="gone"),
        entry(4, Action.UNTAGGED, tag="gone"),
        entry(5, Action.UNTAGGED, tag="never there"),
    ]
    assert labels_of(entries, ["q"]).tags == ("late", "vip")


def test_what_was_taken_back_leaves_no_label() -> None:
    tagged = entry(1, Action.TAGGED, tag="vip")
    assert labels_of([tagged, entry(2, Action.UNDONE, "e1")], ["q"]) == NO_LABELS


def test_a_new_message_ends_a_pause() -> None:
    asleep = entry(1, Action.SNOOZED, until=LATER.isoformat())
    assert labels_of([asleep], ["q"]).snoozed_until == LATER
    assert labels_of([asleep], ["q", "new"]).snoozed_until is None
    assert labels_of([asleep], []).snoozed_until is None
    awake = entry(2, Action.SNOOZED, until=None)
    assert labels_of([asleep, awake], ["q"]).snoozed_until is None


def test_a_pause_whose_end_is_damaged_hides_nothing() -> None:
    assert labels_of([entry(1, Action.SNOOZED, until="2026-0x")], ["q"]) == NO_LABELS


def test_a_tag_that_a_reply_brought_goes_where_the_buyer_never_read_it() -> None:
    by_hand = entry(1, Action.TAGGED, tag="vip")
    brought = [
        entry(2, Action.TAGGED, tag=tag, message_id="<r@x>") for tag in ("vip", "late")
    ]
    assert labels_of([by_hand, *brought], ["q"]).tags == ("late", "vip")
    for ended in (
        Action.REPLY_WITHDRAWN,
        Action.REPLY_REFUSED,
        Action.REPLY_SENT_BACK,
    ):
        back = entry(3, ended, message_id="<r@x>")
        assert labels_of([by_hand, *brought, back], ["q"]).tags == ("vip",)


def test_a_tag_is_short_and_without_commas_and_quotes() -> None:
    assert read_tag("  waiting  for warehouse ") == "waiting for warehouse"
    for wrong in ("", " ", "a,b", 'a"b', "x" * 41):
        assert read_tag(wrong) is None
