"""Notes are kept apart from replies, and their words never leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.services.noting import LONGEST_NOTE, note_findings
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
