"""Notes are kept apart from replies, and their words never leave."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.services.noting import LONGEST_NOTE, note_findings
from tests.end2end.amazon_mails import buyer_mail
from tests.integration.services.office import HOUR, Office

NOTE = "The supplier admits the batch is faulty. Ask Robin.\nRefund at once"


def test_notes_are_written_read_and_taken_away(office: Office) -> None:
    thread = office.ask()
    office.program.noting.write(thread, f"  {NOTE}  ")
    office.clock.advance(HOUR)
    office.program.noting.write(thread, "second")
    first, second = office.program.noting.of(thread)
    assert (first.text, first.agent, second.text) == (NOTE, "anna", "second")
    office.program.noting.remove(thread, first.entry_id)
    assert [one.text for one in office.program.noting.of(thread)] == ["second"]
    with pytest.raises(InputError, match="not there"):
        office.program.noting.remove(thread, first.entry_id)


def test_a_note_taken_away_is_gone_from_both_sides_of_what_parted(
    office: Office,
) -> None:
    alias = buyer_mail(1, office.clock.now).alias
    begun = office.clock.now
    office.clock.advance(100 * HOUR)

    def hear(number: int, at: datetime, *, tied: bool) -> None:
        mail = buyer_mail(number, at)
        raw = mail.raw.replace(mail.alias.encode(), alias.encode())
        raw = raw.replace(mail.order_id.encode(), b"a jar")
        if not tied:
            raw = raw.replace(b"t=T%012d&" % number, b"")
        office.receive(raw, arrived_at=at)

    hear(1, begun, tied=False)
    hear(2, begun + 99 * HOUR, tied=False)
    thread = office.thread_of(buyer_mail(1, begun))
    office.program.noting.write(thread, NOTE)
    hear(3, begun - HOUR, tied=True)
    hear(4, begun + 98 * HOUR, tied=True)
    sides = office.waiting()
    assert len(sides) == 2
    [note] = {one for side in sides for one in office.program.noting.of(side)}
    office.program.noting.remove(sides[0], note.entry_id)
    assert [office.program.noting.of(side) for side in sides] == [(), ()]


@pytest.mark.parametrize("text", ["", "  ", "x" * (LONGEST_NOTE + 1)])
def test_an_empty_or_endless_note_is_none(office: Office, text: str) -> None:
    with pytest.raises(InputError):
        office.program.noting.write(office.ask(), text)


def test_a_sentence_of_a_note_blocks_a_reply(office: Office) -> None:
    thread = office.ask()
    office.program.noting.write(thread, NOTE)
    body = "Dear Nora,\n\nThe supplier admits  the batch is FAULTY. Sorry."
    [found] = office.program.replies.check(thread, body)
    assert found.text == "The supplier admits  the batch is FAULTY"
    with pytest.raises(ReplyRefusedError):
        office.reply(thread, body)


def test_a_few_words_may_stand_in_both() -> None:
    assert note_findings("Ask Robin. Thank you.", [NOTE]) == []
    assert note_findings("Anything", []) == []


def test_notes_of_another_thread_do_not_matter(office: Office) -> None:
    office.program.noting.write(office.ask(1), NOTE)
    assert office.program.replies.check(office.ask(2), NOTE) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_found_stands_there(note: str, body: str) -> None:
    whole = f"{body} {note} {body}"
    for one in note_findings(whole, [note]):
        assert whole[one.start : one.end] == one.text
