"""A profile from before replies lay with what they answer shows what became of them.

``tied_by_order.db`` was written when the order named in a reply decided its thread. Of
four replies the first names another order and came back, the second lies in Sent and
broke off, of the third Amazon sent a copy, and the fourth names its own order.
"""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.reply import OutboxReply, OutboxState
from inbox_assistant.paths import Profile
from inbox_assistant.services.safety import rebuild
from inbox_assistant.services.strays import AT_ONCE
from tests.end2end.amazon_mails import buyer_mail
from tests.fakes import MORNING, FakeClock
from tests.integration.services.office import Office, open_office

SAMPLE = Path(__file__).parents[2] / "fixtures/databases/tied_by_order.db"
BEFORE = [
    OutboxState.HANDED_OVER,
    OutboxState.UNSURE,
    OutboxState.HANDED_OVER,
    OutboxState.HANDED_OVER,
]
AFTER = [
    OutboxState.SENT_BACK,
    OutboxState.HANDED_OVER,
    OutboxState.CONFIRMED,
    OutboxState.HANDED_OVER,
]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Office]:
    """Return the use cases of the old profile, half a day later."""
    profile = Profile(tmp_path / "old")
    profile.create()
    shutil.copyfile(SAMPLE, profile.database)
    clock = FakeClock(MORNING + timedelta(hours=12))
    with open_office(profile.folder, clock) as opened:
        yield opened


def replies(office: Office) -> list[OutboxReply]:
    return office.store.outbox.in_states(OutboxState)


def states(office: Office) -> list[OutboxState]:
    return [reply.state for reply in replies(office)]


def test_a_question_whose_answer_came_back_waits_again_with_its_first_clock(
    old: Office,
) -> None:
    returned, unsure, *_ = [reply.thread for reply in replies(old)]
    assert (states(old), old.waiting()) == (BEFORE, [unsure])
    changes = old.program.strays.bring_all_home()
    assert (states(old), old.waiting()) == (AFTER, [returned])
    assert {returned, unsure} <= changes.threads
    row = old.row(returned)
    assert row.sent_back
    assert row.due_at == buyer_mail(1, MORNING).received_at + timedelta(hours=24)
    draft = old.program.replies.draft(returned)
    assert draft is not None
    assert draft.body == replies(old)[0].body


def test_what_came_home_is_journaled_once_and_nothing_strays_any_more(
    old: Office,
) -> None:
    old.program.strays.bring_all_home()
    told = old.actions()
    assert told.count("reply-sent-back") == 1
    assert old.program.strays.found() == []
    assert old.program.strays.bring_all_home() == Changes()
    assert old.actions() == told


def test_a_rebuild_leaves_nothing_for_it_but_news_of_replies(old: Office) -> None:
    rebuild(old.store, old.program.intake)
    old.program.strays.bring_all_home()
    assert states(old)[:2] == AFTER[:2]
    assert old.waiting() == [replies(old)[0].thread]
    assert old.program.strays.found() == []


def test_what_strayed_is_dealt_with_in_portions(office: Office) -> None:
    program = office.program
    assert program.strays.found() == []
    for number in range(AT_ONCE + 1):
        reply = office.reply(office.ask(number + 1))
        program.delivering.deliver(reply.reply_id, lambda _one, _dot: "250")
        # As a file restored from a backup says of a reply that may have left since.
        office.store.outbox.mark(reply.reply_id, OutboxState.UNSURE)
    portions = program.strays.found()
    assert [len(one) for one in portions] == [AT_ONCE, 1]
    program.strays.bring_home(portions[1])
    assert sum(state is OutboxState.UNSURE for state in states(office)) == AT_ONCE
