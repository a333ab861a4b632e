"""Old correspondence goes for good, on the record; what is open never does."""

from datetime import timedelta

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.journal import Action
from inbox_assistant.services.retention import LEAST_DAYS
from inbox_assistant.services.safety import rebuild
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, Office

YEAR = timedelta(days=365)


def everything(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Return all conclusions, as they stand."""
    ask = office.store._connection.execute
    return {
        "thread": ask(
            """select key, state, waiting, due_at, claimed_by, tags from thread
            order by key"""
        ).fetchall(),
        "message": ask(
            "select key, state, how, settled_at, settled_by from message order by key"
        ).fetchall(),
    }


def settled(office: Office, number: int) -> str:
    thread = office.ask(number)
    office.clock.advance(HOUR)
    office.program.settling.replied_elsewhere([thread], office.clock.now)
    return thread


def test_what_is_settled_and_old_is_removed_and_the_rest_stays(office: Office) -> None:
    settled(office, 1)
    waits = office.ask(2)
    office.clock.advance(YEAR)
    young = settled(office, 3)
    purged, _ = office.program.retention.purge(300)
    assert (purged.threads, purged.messages, purged.mails) == (1, 1, 1)
    keys = [row[0] for row in everything(office)["thread"]]
    assert keys == sorted([waits, young])
    assert office.store.problems() == []


def test_it_is_written_down_what_was_removed(office: Office) -> None:
    thread = office.ask(1)
    office.clock.advance(30 * HOUR)
    office.program.settling.replied_elsewhere([thread], office.clock.now)
    office.clock.advance(YEAR)
    office.program.retention.purge(300)
    (entry,) = office.store.journal.of_action(Action.CORRESPONDENCE_PURGED)
    assert entry.data["threads"] == 1
    assert entry.data["breaches"] == 1
    assert len(str(entry.data["digest"])) == 64
    assert entry.agent == "anna"
    # What was decided stays on record although its message is gone.
    assert "replied-elsewhere" in office.actions()


def test_everything_can_be_read_again_afterwards(office: Office) -> None:
    for number in range(1, 5):
        settled(office, number)
    office.ask(5)
    office.clock.advance(YEAR)
    office.ask(1)
    office.program.labelling.tag([office.ask(6)], "vip")
    office.program.retention.purge(300)
    before = everything(office)
    rebuild(office.store, office.program.intake)
    assert everything(office) == before


def test_the_words_are_gone_from_the_file(office: Office) -> None:
    settled(office, 7)
    office.clock.advance(YEAR)
    office.program.retention.purge(300)
    assert office.store.search("question") == []
    tables = ("raw", "arrival", "message", "thread", "outbox")
    for table in tables:
        count = office.store._connection.execute(f"select count(*) from {table}")  # noqa: S608
        assert count.fetchone() == (0,)


def test_no_word_that_was_removed_is_left_in_the_index_of_the_search(
    office: Office,
) -> None:
    mail = buyer_mail(7, office.clock.now)
    raw = mail.raw.replace(mail.words.encode(), b"The zeppelin is torn.")
    office.receive(raw, arrived_at=mail.received_at)
    thread = office.thread_of(mail)
    office.program.settling.replied_elsewhere([thread], office.clock.now)
    blocks = "select block from search_data where instr(block, 'zeppelin')"
    assert office.store._connection.execute(blocks).fetchall() != []
    office.clock.advance(YEAR)
    office.ask(8)
    office.program.retention.purge(300)
    assert office.store._connection.execute(blocks).fetchall() == []
    assert office.store.search("question") != []
    assert office.store.problems() == []


def test_a_correspondent_with_a_draft_is_left_alone(office: Office) -> None:
    from inbox_assistant.domain.reply import Draft  # noqa: PLC0415

    thread = settled(office, 1)
    office.store.drafts.keep(Draft(thread, "Dear", 4), office.clock.now)
    office.clock.advance(YEAR)
    purged, _ = office.program.retention.purge(300)
    assert purged.threads == 0


def test_what_is_still_counted_is_never_removed(office: Office) -> None:
    with pytest.raises(InputError, match="still counted"):
        office.program.retention.purge(LEAST_DAYS - 1)
