"""Files are looked into when they are added, and what is refused says why."""

import pytest

from inbox_assistant.domain.attachment import MOST_BYTES, Enclosure
from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.enclosing import MOST_FILES, looked_into
from tests.attachment_samples import docx, pdf
from tests.integration.services.office import Office

FILE = Enclosure(0, "guide.txt", "text/plain", 3, "Hi!")


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("film.mp4", b"....", "takes no .mp4 files"),
        ("README", b"words", "files without an ending"),
        ("guide.pdf", b"", "is empty"),
        ("guide.pdf", b"MZ..", "not what its name says"),
        ("guide.docx", docx("Hi", extra={"word/vbaProject.bin": b"1"}), "macros"),
        ("guide.txt", b"x" * (MOST_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_what_may_not_leave_is_refused_with_a_reason(
    name: str, content: bytes, why: str
) -> None:
    with pytest.raises(InputError, match=why):
        looked_into(name, content)


def test_what_may_leave_is_read() -> None:
    file = looked_into("../My guide.pdf", pdf("Turn the knob"))
    assert file.name == "_My guide.pdf"
    assert file.media_type == "application/pdf"
    assert "Turn the knob" in file.words


def test_files_are_kept_beside_the_draft(office: Office) -> None:
    thread = office.ask()
    changes = office.program.enclosing.add(thread, FILE, b"Hi!")
    assert changes.threads == {thread}
    [kept] = office.store.attachments.of_thread(thread)
    office.program.enclosing.remove(thread, kept.number)
    assert office.store.attachments.of_thread(thread) == []


def test_more_than_amazon_takes_is_refused(office: Office) -> None:
    thread = office.ask()
    office.program.enclosing.add(thread, FILE, b"x" * (6 * 1024 * 1024))
    with pytest.raises(InputError, match="more than 10 MB"):
        office.program.enclosing.add(thread, FILE, b"x" * (5 * 1024 * 1024))
    for _ in range(MOST_FILES - 1):
        office.program.enclosing.add(thread, FILE, b"x")
    with pytest.raises(InputError, match="may have 10 files"):
        office.program.enclosing.add(thread, FILE, b"x")
