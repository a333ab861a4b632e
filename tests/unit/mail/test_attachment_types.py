"""What may leave, what is dangerous, and names that any system can keep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.mail.attachment_types import (
    danger_of,
    ending_of,
    file_type,
    safe_name,
)

PDF = b"%PDF-1.7\n"
PNG = b"\x89PNG\r\n\x1a\n...."


@pytest.mark.parametrize(
    ("name", "content", "is_taken", "is_doubtful", "is_true"),
    [
        ("a.pdf", PDF, True, False, True),
        ("a.PDF", PDF, True, False, True),
        ("a.png", PDF, True, False, False),
        ("a.jpg", b"\xff\xd8\xff\xe0", True, True, True),
        ("a.jpeg", b"\xff\xd8\xff\xe0", True, True, True),
        ("a.tif", b"II*\0", True, False, True),
        ("a.docx", b"PK\x03\x04", True, False, True),
        ("a.doc", b"PK\x03\x04", True, False, True),
        ("a.txt", b"plain words", True, False, True),
        ("a.txt", b"\0\1\2", True, False, False),
        ("a.txt", b"MZ\x90", True, False, False),
        ("a.pdf", b"#!/bin/sh\n", True, False, False),
        ("a.zip", b"PK\x03\x04", False, False, False),
        ("a.mp4", b"....ftyp", False, False, False),
        ("README", b"words", False, False, False),
    ],
)
def test_a_type_is_told_by_name_and_content(
    name: str, content: bytes, *, is_taken: bool, is_doubtful: bool, is_true: bool
) -> None:
    kind = file_type(name, content)
    assert (kind.is_taken, kind.is_doubtful) == (is_taken, is_doubtful)
    if is_taken:
        assert kind.is_true is is_true


@pytest.mark.parametrize(
    ("name", "media_type", "danger"),
    [
        ("photo.jpg", "image/jpeg", ""),
        ("label.pdf", "application/pdf", ""),
        ("setup.exe", "", "program"),
        ("setup.EXE ", "", "program"),
        ("invoice.pdf.exe", "", "disguised"),
        ("invoice\u202efdp.exe", "", "disguised"),
        ("macro.docm", "", "program"),
        ("page.html", "", "program"),
        ("picture", "text/html", "program"),
        ("photos.zip", "", "packed"),
        ("disk.iso", "", "program"),
    ],
)
def test_dangerous_files_are_named(name: str, media_type: str, danger: str) -> None:
    assert danger_of(name, media_type) == danger


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "_._etc_passwd"),
        ("C:\\Windows\\a.txt", "C__Windows_a.txt"),
        ("con.txt", "file con.txt"),
        ("a\u202eb\u200b.pdf", "ab.pdf"),
        ("  .hidden. ", "hidden"),
        ("", "file"),
        ("a\r\nb.png", "ab.png"),
        ("é.pdf", "é.pdf"),
    ],
)
def test_a_name_is_made_safe(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@given(st.text(max_size=300))
def test_no_name_leads_anywhere_else(name: str) -> None:
    kept = safe_name(name)
    assert kept
    assert not set(kept) & set('<>:"/\\|?*\0\n\r\t')
    assert not kept.startswith(".")
    assert kept.strip(" .") == kept
    assert len(kept) <= 130
    assert safe_name(kept) == kept


def test_an_ending_is_read_as_people_see_it() -> None:
    assert ending_of("a.B\u200bAT") == "bat"
    assert ending_of("a.") == ending_of(".bashrc") == ending_of("a") == ""
