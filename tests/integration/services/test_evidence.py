"""The evidence of a thread holds the hashes of its mails and every decision."""

import hashlib

import pytest

from inbox_assistant.domain.breach import Cause
from inbox_assistant.domain.errors import InputError
from inbox_assistant.reports.evidence_page import evidence_page
from inbox_assistant.services.evidence import evidence_of
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, Office


def test_every_mail_is_there_with_the_hash_of_its_bytes(office: Office) -> None:
    mail = buyer_mail(1, office.clock.now)
    office.receive(mail.raw, arrived_at=mail.received_at)
    thread = office.thread_of(mail)
    evidence = evidence_of(office.store, thread, office.clock.now)
    assert [one.hashes for one in evidence.mails] == [
        (hashlib.sha256(mail.raw).hexdigest(),)
    ]
    assert (evidence.zone, evidence.marketplace) == ("Europe/London", "UK")
    assert evidence.order_id == mail.order_id


def test_buyer_data_is_masked_unless_it_is_wanted(office: Office) -> None:
    thread = office.ask(1)
    name = office.row(thread).buyer
    assert name is not None
    masked = evidence_page(evidence_of(office.store, thread, office.clock.now))
    assert name not in masked
    assert "marketplace.amazon" not in masked
    open_page = evidence_page(
        evidence_of(office.store, thread, office.clock.now, unmasked=True)
    )
    assert name in open_page


def test_decisions_stand_in_their_order_with_who_and_why(office: Office) -> None:
    thread = office.ask(1)
    done = office.program.settling.no_response([thread], "thanks only")
    office.clock.advance(HOUR)
    office.program.settling.undo(done.entries)
    office.clock.advance(30 * HOUR)
    key = office.rows(thread)[0].key
    office.program.health.explain([key], Cause.NEVER_SEEN)
    steps = evidence_of(office.store, thread, office.clock.now).steps
    assert [one.action for one in steps] == [
        "no-response-decided",
        "undone",
        "breach-explained",
    ]
    assert steps[0].details == "reason: thanks only"
    assert steps[2].details == "cause: never seen"
    assert {one.agent for one in steps} == {"anna"}


def test_what_is_not_there_has_no_evidence(office: Office) -> None:
    with pytest.raises(InputError, match="no thread"):
        evidence_of(office.store, "nothing", office.clock.now)
