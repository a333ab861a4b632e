"""Labels are written, found, taken back, and never hide what is due."""

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.query import parse_query
from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.domain.view import View
from inbox_assistant.services.safety import rebuild
from tests.integration.services.office import HOUR, Office


def found(office: Office, text: str, view: View = View.ALL) -> list[str]:
    """Return the threads that *text* asks for."""
    reading = office.program.reading
    numbers = reading.matching(view, parse_query(text), office.clock.now)
    return [row.thread for row in reading.rows(numbers)]


def test_a_claim_is_refused_while_somebody_else_holds_the_thread(
    office: Office,
) -> None:
    thread, labelling = office.ask(1), office.program.labelling
    labelling.assign([thread], "ben", take=False)
    with pytest.raises(InputError, match="ben has claimed"):
        labelling.assign([thread], "anna", take=False)
    labelling.assign([thread], "ben", take=False)
    office.clock.advance(HOUR)
    labelling.assign([thread], "anna")
    assert office.row(thread).agent == "anna"
    office.clock.advance(HOUR)
    labelling.assign([thread], None)
    assert office.row(thread).agent is None


def test_of_two_who_claim_at_the_same_time_one_is_refused(office: Office) -> None:
    thread, labelling = office.ask(1), office.program.labelling
    with (
        office.overtaken_by(lambda o: o.program.labelling.assign([thread], "ben")),
        pytest.raises(InputError, match="ben has claimed"),
    ):
        labelling.assign([thread], "anna", take=False)
    assert office.row(thread).agent == "ben"


def test_tags_on_several_threads_are_one_step_to_take_back(office: Office) -> None:
    threads = [office.ask(1), office.ask(2)]
    done = office.program.labelling.tag(threads, " very  urgent ")
    assert done.changes.threads == set(threads)
    assert sorted(found(office, 'tag:"very urgent"')) == sorted(threads)
    office.program.settling.undo(done.entries)
    assert found(office, 'tag:"very urgent"') == []
    office.program.labelling.tag(threads, "late")
    office.clock.advance(HOUR)
    office.program.labelling.untag(threads[:1], "late")
    assert found(office, "tag:LATE") == threads[1:]
    assert found(office, "-tag:late") == threads[:1]


@pytest.mark.parametrize("tag", ["", " ", "a,b", 'a"b', "x" * 41])
def test_what_cannot_be_a_tag_is_refused(office: Office, tag: str) -> None:
    with pytest.raises(InputError, match="cannot be a tag"):
        office.program.labelling.tag([office.ask(1)], tag)


def test_a_pause_takes_a_thread_off_waiting_but_never_off_the_due_lists(
    office: Office,
) -> None:
    thread, now = office.ask(1), office.clock.now
    office.program.labelling.snooze([thread], now + 23 * HOUR)
    assert office.waiting() == []
    assert office.waiting(View.SNOOZED) == [thread]
    turn = office.program.reading.next_turn(View.WAITING, now)
    assert turn is not None
    assert turn > now + 23 * HOUR
    office.clock.advance(21 * HOUR)
    assert office.waiting(View.DUE_SOON) == [thread]
    office.clock.advance(2 * HOUR)
    assert office.waiting() == [thread]
    assert office.waiting(View.SNOOZED) == []


def test_a_pause_ends_within_the_deadline(office: Office) -> None:
    thread, labelling = office.ask(1), office.program.labelling
    for hours, words in ((24, "before the answer is due"), (0, "in the future")):
        with pytest.raises(InputError, match=words):
            labelling.snooze([thread], office.clock.now + hours * HOUR)
    labelling.snooze([thread], office.clock.now + HOUR)
    office.clock.advance(HOUR / 2)
    labelling.wake([thread])
    assert office.waiting() == [thread]
    office.program.settling.no_response([thread], "thanks only")
    with pytest.raises(InputError, match="Nothing waits"):
        labelling.snooze([thread], office.clock.now + HOUR)


def test_labels_are_there_again_after_everything_was_read_again(
    office: Office,
) -> None:
    thread, labelling = office.ask(1), office.program.labelling
    labelling.assign([thread], "ben")
    labelling.tag([thread], "vip")
    labelling.snooze([thread], office.clock.now + HOUR)
    before = office.row(thread)
    rebuild(office.store, office.program.intake)
    after = office.row(thread)
    assert (after.agent, after.tags) == ("ben", ("vip",))
    assert after.snoozed_until == before.snoozed_until


def test_views_are_saved_under_their_names_and_removed(office: Office) -> None:
    labelling, reading = office.program.labelling, office.program.reading
    labelling.save_view(SavedView("Late ones", "is:overdue"))
    labelling.save_view(SavedView("Mine", "agent:anna", "newest"))
    labelling.save_view(SavedView("Late ones", "is:overdue -tag:later"))
    assert [one.query for one in reading.saved_views()] == [
        "is:overdue -tag:later",
        "agent:anna",
    ]
    labelling.remove_view("Mine")
    assert [one.name for one in reading.saved_views()] == ["Late ones"]
    with pytest.raises(InputError, match="no view"):
        labelling.remove_view("Mine")
    assert office.actions().count("view-saved") == 3


@pytest.mark.parametrize(
    ("name", "query", "words"),
    [("", "is:overdue", "a name"), ("x", "", "nothing"), ("x", "is:late", "nothing")],
)
def test_a_view_needs_a_name_and_something_to_ask_for(
    office: Office, name: str, query: str, words: str
) -> None:
    with pytest.raises(InputError, match=words):
        office.program.labelling.save_view(SavedView(name, query))
