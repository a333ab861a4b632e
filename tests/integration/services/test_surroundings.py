"""What stands beside a reply: notes, promises, product, earlier threads."""

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.surroundings import surroundings
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, Office


def test_earlier_threads_of_the_same_buyer_or_order_are_listed_newest_first(
    office: Office,
) -> None:
    first = office.ask(1)
    office.ask(2)
    raw = buyer_mail(1, office.clock.now).raw
    order = buyer_mail(1, office.clock.now).order_id.encode()
    other_order = raw.replace(order, b"204-9999999-9999999")
    other_buyer = raw.replace(b"b00001", b"b00077")
    for number, mail in enumerate((other_order, other_buyer), 1):
        office.clock.advance(HOUR)
        fresh = buyer_mail(1, office.clock.now).raw
        date = next(line for line in fresh.split(b"\r\n") if line.startswith(b"Date"))
        was = next(line for line in mail.split(b"\r\n") if line.startswith(b"Date"))
        mail = mail.replace(was, date)  # noqa: PLW2901 - the same mail, later
        for letter in (b"T", b"M"):
            digits = letter + b"000000000001"
            mail = mail.replace(digits, letter + b"00000000099%d" % number)  # noqa: PLW2901
        office.receive(mail)
    earlier = surroundings(office.store, first).earlier
    assert [row.order_id for row in earlier] == [order.decode(), "204-9999999-9999999"]
    assert first not in [row.thread for row in earlier]


def test_notes_dismissals_and_promises_are_those_of_the_thread(
    office: Office,
) -> None:
    thread = office.ask()
    office.program.noting.write(thread, "Ask Robin")
    found = surroundings(office.store, thread)
    assert [note.text for note in found.notes] == ["Ask Robin"]
    assert found.dismissals == ()
    assert found.promises == ()
    assert found.basis.notes == ("Ask Robin",)


def test_a_thread_that_is_gone_has_none(office: Office) -> None:
    with pytest.raises(InputError, match="no thread"):
        surroundings(office.store, "0123456789ab")
