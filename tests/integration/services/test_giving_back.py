"""A reply that did not leave gives back its text, its files and its next step."""

import pytest

from inbox_assistant.domain.errors import ReplyRefusedError
from inbox_assistant.domain.reply import Draft, NextStep
from inbox_assistant.mail.enclosing import files_in
from inbox_assistant.mail.failures import RefusedError
from inbox_assistant.services.enclosing import looked_into
from tests.attachment_samples import pdf
from tests.integration.services.office import Office

PDF = pdf("Turn the knob")


def enclose(office: Office, thread: str, name: str, content: bytes) -> None:
    office.program.enclosing.add(thread, looked_into(name, content), content)


def test_files_leave_with_the_reply_and_come_back_with_it(office: Office) -> None:
    thread = office.ask()
    enclose(office, thread, "Größe.pdf", PDF)
    reply = office.reply(thread)
    assert [(one.name, one.content) for one in files_in(reply.raw)] == [
        ("Größe.pdf", PDF)
    ]
    assert office.store.attachments.of_thread(thread) == []
    office.program.replies.withdraw(reply.reply_id)
    [file] = office.store.attachments.of_thread(thread)
    assert (file.name, file.size) == ("Größe.pdf", len(PDF))
    assert "Turn the knob" in file.words
    assert office.store.attachments.content(file.number) == PDF


def test_a_reply_the_server_refuses_gives_everything_back(office: Office) -> None:
    thread = office.ask()
    enclose(office, thread, "a.txt", b"size 5")
    step = NextStep(("k",))
    reply, _ = office.program.replies.send(thread, "It fits.", step=step)
    office.program.replies.keep_draft(Draft(thread, "By the way"))

    def refuse(_reply: object, _dot: object) -> str:
        raise RefusedError("550 no")

    with pytest.raises(RefusedError):
        office.program.delivering.deliver(reply.reply_id, refuse)
    draft = office.program.replies.draft(thread)
    assert draft is not None
    assert draft.body == "It fits.\n\nBy the way"
    assert draft.step == step
    assert len(office.store.attachments.of_thread(thread)) == 1


def test_words_in_a_file_stop_a_reply(office: Office) -> None:
    thread = office.ask()
    enclose(office, thread, "a.txt", b"FORBIDDEN words")
    with pytest.raises(ReplyRefusedError) as caught:
        office.reply(thread)
    assert [one.attachment for one in caught.value.findings] == ["a.txt"]
