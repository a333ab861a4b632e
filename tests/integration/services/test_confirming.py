"""Amazon's copies are counted for each account, and a late one takes the word back."""

from datetime import timedelta

from inbox_assistant.domain.confirmation import Copies
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.amazon_answers import copy_of
from tests.integration.services.office import Office
from tests.integration.services.test_delivery import taken


def hand_over(office: Office, number: int, *, copied: bool) -> str:
    """Let a reply leave, and Amazon's copy of it come; return the thread."""
    thread = office.ask(number)
    body = f"Yes, number {number} fits both of your jars."
    reply = office.reply(thread, body)
    office.clock.advance(timedelta(minutes=1))
    office.program.delivering.deliver(reply.reply_id, taken)
    if copied:
        copy(office, number, body)
    return thread


def copy(office: Office, number: int, body: str) -> None:
    order_id = buyer_mail(number, office.clock.now).order_id
    office.receive(copy_of(body, order_id, office.clock.now))


def missing(office: Office) -> list[str]:
    found = office.program.reading.copies(office.clock.now)["shop"]
    return [reply.thread for reply in found.missing]


def test_a_reply_without_its_copy_is_told_after_half_an_hour(office: Office) -> None:
    for number in range(1, 4):
        hand_over(office, number, copied=True)
    thread = hand_over(office, 4, copied=False)
    assert missing(office) == []
    office.clock.advance(timedelta(minutes=31))
    assert missing(office) == [thread]
    copy(office, 4, "Yes, number 4 fits both of your jars.")
    assert missing(office) == []


def test_an_account_without_any_copy_has_them_switched_off(office: Office) -> None:
    for number in range(1, 4):
        hand_over(office, number, copied=False)
    office.clock.advance(timedelta(minutes=31))
    assert office.program.reading.copies(office.clock.now) == {
        "shop": Copies(seem_off=True)
    }
