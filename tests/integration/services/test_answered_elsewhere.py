"""Where another program may have answered, the gate asks for a second look."""

from dataclasses import replace

from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.state import State
from inbox_assistant.services.answered_elsewhere import (
    RULE,
    elsewhere_findings,
    is_answered_elsewhere,
)
from inbox_assistant.services.reply_basis import basis_of, thread_findings
from tests.integration.services.office import Office
from tests.integration.services.shared_mailbox import (
    ANSWERED,
    go,
    inbox,
    read_already,
    thread,
)


def test_a_second_reply_is_warned_of_and_leaves_all_the_same(office: Office) -> None:
    servers = read_already(office)
    inbox(servers).mark(1, ANSWERED)
    go(office, servers)
    marked, other = thread(office, 1), thread(office, 2)
    (finding,) = office.program.replies.check(marked, "It fits.")
    assert (finding.rule, finding.severity) == (RULE, Severity.WARN)
    assert thread_findings(basis_of(office.store, marked)) == [finding]
    assert office.program.replies.check(other, "It fits.") == []
    office.reply(marked)
    (entry,) = office.store.journal.newest(1)
    (told,) = entry.data["warnings"]  # type: ignore[misc, attr-defined]
    assert told["rule"] == RULE


def test_only_the_newest_waiting_message_counts(office: Office) -> None:
    servers = read_already(office)
    inbox(servers).mark(1, ANSWERED)
    go(office, servers)
    (marked,) = office.rows(thread(office, 1))
    (waits,) = office.rows(thread(office, 2))
    settled = replace(marked, standing=replace(marked.standing, state=State.SETTLED))
    assert is_answered_elsewhere([waits, marked])
    assert not is_answered_elsewhere([marked, waits])
    assert not is_answered_elsewhere([settled])
    assert not is_answered_elsewhere([])
    assert elsewhere_findings(is_marked=False) == []
