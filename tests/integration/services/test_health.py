"""What agents know better than the mails is added, and takes nothing away."""

import pytest

from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.errors import InputError
from tests.integration.services.office import HOUR, Office


def test_a_cause_is_written_beside_its_message_and_survives_a_rebuild(
    office: Office,
) -> None:
    from inbox_assistant.services.safety import rebuild  # noqa: PLC0415

    thread = office.ask(1)
    office.clock.advance(25 * HOUR)
    (row,) = office.rows(thread)
    done = office.program.health.explain([row.key], Cause.WAREHOUSE, "no stock count")
    assert done.changes.threads == {thread}
    assert office.rows(thread)[0].cause is Cause.WAREHOUSE
    rebuild(office.store, office.program.intake)
    assert office.rows(thread)[0].cause is Cause.WAREHOUSE


def test_a_cause_that_is_taken_back_leaves_the_one_before(office: Office) -> None:
    thread = office.ask(1)
    (row,) = office.rows(thread)
    office.program.health.explain([row.key], Cause.OTHER)
    office.clock.advance(HOUR)
    second = office.program.health.explain([row.key], Cause.NEVER_SEEN)
    assert office.rows(thread)[0].cause is Cause.NEVER_SEEN
    office.program.settling.undo(second.entries)
    assert office.rows(thread)[0].cause is Cause.OTHER


def test_a_message_that_is_not_there_cannot_be_explained(office: Office) -> None:
    with pytest.raises(InputError, match="no such message"):
        office.program.health.explain(["nothing"], Cause.OTHER)
    assert "breach-explained" not in office.actions()


@pytest.mark.parametrize("percent", [-0.1, 100.1])
def test_a_rate_that_cannot_be_is_refused(office: Office, percent: float) -> None:
    with pytest.raises(InputError, match="between 0 and 100"):
        office.program.health.note_amazon_figure(7, percent)
