"""Words are read out of files, and what cannot be read is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.attachment_reading import (
    LOCATION,
    MACROS,
    MOST_CHARACTERS,
    UNREAD,
    read_attachment,
)
from tests.attachment_samples import docx, pdf, tiff


def test_a_pdf_is_read_with_where_its_links_lead() -> None:
    reading = read_attachment("pdf", pdf("Turn the knob", "https://shop.example/x"))
    assert "Turn the knob" in reading.words
    assert "https://shop.example/x" in reading.words
    assert reading.remarks == ()


def test_a_pdf_without_letters_is_not_read() -> None:
    assert read_attachment("pdf", pdf("")).remarks == (UNREAD,)


def test_a_document_is_read_with_where_its_links_lead() -> None:
    reading = read_attachment("docx", docx("Write to us|@shop.example", "https://a.b"))
    assert "Write to us@shop.example" in reading.words
    assert "https://a.b" in reading.words
    assert reading.remarks == ()


def test_headers_and_footers_are_read_as_well() -> None:
    more = {"word/footer1.xml": docx_part("Call 020 7946 0000")}
    assert "Call 020" in read_attachment("docx", docx("Hi", extra=more)).words


def docx_part(text: str) -> bytes:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:f xmlns:w="{space}"><w:p><w:t>{text}</w:t></w:p></w:f>'.encode()


@pytest.mark.parametrize(
    ("extra", "remark"),
    [
        ({"word/vbaProject.bin": b"1"}, MACROS),
        ({"word/header1.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}, UNREAD),
        ({"word/header1.xml": b" " * (9 * 1024 * 1024)}, UNREAD),
        ({f"word/x{n}": b"" for n in range(2001)}, UNREAD),
    ],
)
def test_a_document_with_a_trap_is_told(extra: dict[str, bytes], remark: str) -> None:
    assert remark in read_attachment("docx", docx("Hi", extra=extra)).remarks


@pytest.mark.parametrize("ending", ["tiff", "tif", "png", "jpg"])
def test_a_picture_that_says_where_it_was_taken_is_told(ending: str) -> None:
    assert read_attachment(ending, tiff(with_place=True)).remarks == (LOCATION,)
    assert read_attachment(ending, tiff(with_place=False)).remarks == ()


def test_plain_text_is_read_up_to_a_limit() -> None:
    assert read_attachment("txt", "Größe 5".encode()).words == "Größe 5"
    long = read_attachment("txt", b"x" * (MOST_CHARACTERS + 1))
    assert len(long.words) == MOST_CHARACTERS
    assert long.remarks == (UNREAD,)


def test_words_old_form_cannot_be_read_and_others_need_not() -> None:
    assert read_attachment("doc", b"...").remarks == (UNREAD,)
    assert read_attachment("bmp", b"BM").remarks == ()


@given(st.sampled_from(["pdf", "docx", "png", "jpg", "tiff", "txt"]), st.binary())
def test_whatever_is_in_a_file_it_never_fails(ending: str, content: bytes) -> None:
    assert read_attachment(ending, content).words.count("\0") == 0


@given(st.integers(0, 700), st.integers(0, 255))
def test_a_damaged_pdf_never_fails(place: int, value: int) -> None:
    damaged = bytearray(pdf("Turn the knob", "https://shop.example/x"))
    damaged[place % len(damaged)] = value
    assert isinstance(read_attachment("pdf", bytes(damaged)).words, str)
