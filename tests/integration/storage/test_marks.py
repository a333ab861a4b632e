"""What is remembered of the marks in a mailbox, folder by folder."""

from dataclasses import replace

from inbox_assistant.domain.marks import Mark
from inbox_assistant.domain.settlement import NEVER_WAITED, Standing
from inbox_assistant.domain.state import State
from inbox_assistant.domain.thread import thread_standing
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.marks import KnownMarks, Place
from inbox_assistant.storage.store import Store
from inbox_assistant.storage.threads import ThreadFacts
from tests.integration.storage.samples import BUYER, HOUR, NOON, QUESTION

INBOX = Place("shop", "INBOX", 7)
ANSWERED = frozenset({Mark.ANSWERED})
BOTH = frozenset(Mark)


def put(store: Store, key: str, source: str, state: State, hours: int) -> None:
    """Store a mail of a thread of its own that stands at *state*."""
    raw = store.mails.keep(key.encode(), key, NOON)
    store.mails.note_arrival(raw, Arrival(source, "shop"), NOON)
    at = NOON + hours * HOUR
    row = replace(QUESTION, key=key, received_at=at)
    number = store.messages.add(row, 1)
    store.mails.belongs_to(raw, number)
    thread = store.threads.ensure(key, BUYER)
    store.messages.put_into(number, thread)
    standing = NEVER_WAITED if state is State.NONE else Standing(state)
    store.messages.stand(number, standing)
    store.threads.write(
        thread, ThreadFacts(key, BUYER, at), thread_standing([(at, standing)])
    )


def test_marks_are_kept_by_folder_and_numbering(store: Store) -> None:
    marks = store.marks
    others = [replace(INBOX, account="b"), replace(INBOX, folder="x")]
    marks.note(INBOX, 1, "m1", BOTH)
    marks.note(INBOX, 2, "m1", ANSWERED)
    for place in (*others, replace(INBOX, uid_validity=8)):
        marks.note(place, 1, "other", ANSWERED)
    assert marks.known(INBOX, [1, 2, 3]) == {
        1: KnownMarks("m1", BOTH),
        2: KnownMarks("m1", ANSWERED),
    }
    assert marks.newest(INBOX, 5) == [2, 1]
    assert marks.newest(INBOX, 1) == [2]
    marks.keep_modseq(INBOX, 5)
    assert marks.known(replace(INBOX, uid_validity=8), [1]) == {}
    assert all(marks.known(place, [1]) for place in others)


def test_a_mark_is_off_once_no_mail_of_the_message_bears_it(store: Store) -> None:
    marks = store.marks
    marks.note(INBOX, 1, "m1", BOTH)
    marks.note(INBOX, 2, "m1", BOTH)
    marks.note(INBOX, 1, "m1", ANSWERED)
    assert marks.is_on("m1", Mark.NO_RESPONSE)
    marks.note(INBOX, 2, "m1", [])
    assert not marks.is_on("m1", Mark.NO_RESPONSE)
    assert marks.is_on("m1", Mark.ANSWERED)
    assert not marks.is_on("m2", Mark.ANSWERED)


def test_the_count_of_changes_belongs_to_a_numbering(store: Store) -> None:
    marks = store.marks
    assert (marks.is_read(INBOX), marks.modseq(INBOX)) == (False, None)
    marks.keep_modseq(INBOX, None)
    assert (marks.is_read(INBOX), marks.modseq(INBOX)) == (True, None)
    marks.keep_modseq(INBOX, 2**62)
    assert marks.modseq(INBOX) == 2**62
    anew = replace(INBOX, uid_validity=8)
    assert (marks.is_read(anew), marks.modseq(anew)) == (False, None)
    store.accounts.forget("shop")
    assert not marks.is_read(INBOX)


def test_the_mails_of_what_wants_a_response_come_most_urgent_first(
    store: Store,
) -> None:
    put(store, "late", "shop/INBOX/7/3", State.WAITING, 5)
    put(store, "soon", "shop/INBOX/7/9", State.WAITING, 1)
    put(store, "confirm", "shop/INBOX/7/4", State.TO_CONFIRM, 3)
    put(store, "settled", "shop/INBOX/7/5", State.SETTLED, 1)
    put(store, "other", "shop/INBOX/8/6", State.WAITING, 1)
    put(store, "shop", "shop/INBOX/70/6", State.WAITING, 1)
    put(store, "file", "shop/INBOX/7/x.eml", State.WAITING, 1)
    found = store.marks.open_mails(INBOX)
    assert found == {9: "soon", 4: "confirm", 3: "late"}
    assert list(found) == [9, 4, 3]
    assert list(store.marks.open_mails(INBOX, 1)) in ([9], [])


def test_many_numbers_are_looked_up_at_once(store: Store) -> None:
    store.marks.note(INBOX, 4_000, "m1", ANSWERED)
    assert list(store.marks.known(INBOX, range(1, 5_000))) == [4_000]


def test_what_bore_a_mark_is_found_under_its_new_number(store: Store) -> None:
    anew = replace(INBOX, uid_validity=8)
    put(store, "m1", "shop/INBOX/7/5", State.SETTLED, 1)
    (raw,) = store.mails.numbers()
    store.mails.note_arrival(raw, Arrival("shop/INBOX/8/2", "shop"), NOON)
    store.marks.note(INBOX, 5, "m1", BOTH)
    store.marks.note(INBOX, 6, "gone", BOTH)
    assert store.marks.marked_before(anew) == {2: "m1"}
    assert store.marks.marked_before(INBOX) == {}
    store.marks.keep_modseq(anew, 5)
    assert store.marks.marked_before(anew) == {}
