"""A dismissal is for these words in this thread, and the gate does not heed it."""

from dataclasses import replace

import pytest

from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.services.dismissing import set_aside, stretch_of
from tests.integration.services.office import Office

DOUBT = Finding("DOUBTFUL", "test", Severity.WARN, 4, 12, "Doubtful", "m", "w")


def test_a_finding_is_set_aside_with_a_reason_and_journaled(office: Office) -> None:
    thread = office.ask()
    changes = office.program.dismissing.dismiss(thread, DOUBT, " it is a name ")
    assert changes.threads == {thread}
    [one] = office.program.dismissing.of(thread)
    assert (one.rule, one.reason, one.agent) == ("DOUBTFUL", "it is a name", "anna")
    entry = office.store.journal.newest(1)[0]
    assert entry.action is Action.FINDING_DISMISSED
    assert entry.data["text"] == "Doubtful"
    assert entry.data["severity"] == "warn"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_needed(office: Office, reason: str) -> None:
    with pytest.raises(InputError, match="Say why"):
        office.program.dismissing.dismiss(office.ask(), DOUBT, reason)


def test_it_belongs_to_rule_stretch_and_thread(office: Office) -> None:
    first, second = office.ask(1), office.ask(2)
    office.program.dismissing.dismiss(first, DOUBT, "fine")
    known = office.program.dismissing.of(first)
    elsewhere = replace(DOUBT, start=90, end=98, text="DOUBTFUL")
    other_rule = replace(DOUBT, rule="another")
    changed = replace(DOUBT, text="Doubtfully")
    found = set_aside([elsewhere, other_rule, changed, DOUBT], known)
    assert sorted(found) == [0, 3]
    assert office.program.dismissing.of(second) == ()


def test_blanks_and_case_do_not_end_a_dismissal() -> None:
    assert stretch_of("Call  ME\n now") == stretch_of("call me now")
    assert stretch_of("call me") != stretch_of("call us")


def test_it_can_be_taken_back_once(office: Office) -> None:
    thread = office.ask()
    office.program.dismissing.dismiss(thread, DOUBT, "fine")
    [one] = office.program.dismissing.of(thread)
    office.program.dismissing.take_back(thread, one.entry_id)
    assert office.program.dismissing.of(thread) == ()
    with pytest.raises(InputError, match="not dismissed any more"):
        office.program.dismissing.take_back(thread, one.entry_id)
    assert office.actions()[-2:] == ["finding-dismissed", "undone"]


def test_a_dismissed_block_still_blocks(office: Office) -> None:
    thread = office.ask()
    [blocking] = office.program.replies.check(thread, "FORBIDDEN")
    office.program.dismissing.dismiss(thread, blocking, "I know better")
    with pytest.raises(ReplyRefusedError):
        office.reply(thread, "FORBIDDEN")
    reply, _ = office.program.replies.send(thread, "FORBIDDEN", override_reason="ok")
    assert reply.body == "FORBIDDEN"
    assert office.actions()[-1] == "findings-overridden"


def test_a_dismissed_warning_is_still_written_down_when_it_leaves(
    office: Office,
) -> None:
    thread = office.ask()
    [doubt] = office.program.replies.check(thread, "DOUBTFUL")
    office.program.dismissing.dismiss(thread, doubt, "a name")
    office.reply(thread, "DOUBTFUL")
    entry = office.store.journal.newest(1)[0]
    assert entry.action is Action.REPLY_QUEUED
    assert entry.data["warnings"] == [
        {"rule": "DOUBTFUL", "category": "test", "text": "DOUBTFUL"}
    ]
