"""Folders are known by what the server says of them, then by their names."""

import pytest

from inbox_assistant.mail.imap_folders import (
    SpecialFolders,
    special_among,
    state_of,
)


def folder(
    name: str, *attributes: bytes, separator: bytes | None = b"/"
) -> tuple[tuple[bytes, ...], bytes | None, str]:
    return attributes, separator, name


def test_what_the_server_says_goes_before_a_name() -> None:
    folders = [
        folder("Sent"),
        folder("[Gmail]/Gesendet", b"\\HasNoChildren", b"\\Sent"),
        folder("[Gmail]/Alle Nachrichten", b"\\ALL"),
        folder("[Gmail]", b"\\Noselect"),
        folder("Junk", b"\\Junk"),
        folder("Müll", b"\\Trash"),
    ]
    assert special_among(folders) == SpecialFolders(
        sent="[Gmail]/Gesendet",
        everything="[Gmail]/Alle Nachrichten",
        junk="Junk",
        trash="Müll",
    )


@pytest.mark.parametrize(
    ("name", "separator"),
    [
        ("Sent", b"/"),
        ("INBOX.Sent", b"."),
        ("INBOX/Gesendete Elemente", b"/"),
        ("Éléments envoyés", None),
        ("POSTA INVIATA", b"/"),
        ("送信済みアイテム", b"/"),
    ],
)
def test_without_that_a_usual_name_is_enough(name: str, separator: bytes) -> None:
    folders = [folder("INBOX"), folder(name, separator=separator)]
    assert special_among(folders).sent == name


def test_the_usual_names_have_an_order_and_the_first_of_equals_counts() -> None:
    folders = [folder("Gesendet"), folder("Sent Items"), folder("Archive/Sent Items")]
    assert special_among(folders).sent == "Sent Items"


def test_a_folder_that_cannot_be_opened_is_not_special() -> None:
    folders = [folder("Sent", b"\\NoSelect"), folder("Archive", b"\\NonExistent")]
    assert special_among(folders) == SpecialFolders()


def test_a_state_is_read_from_the_answer() -> None:
    state = state_of(
        "INBOX",
        {
            b"UIDVALIDITY": 7,
            b"UIDNEXT": 43,
            b"EXISTS": 12,
            b"HIGHESTMODSEQ": 99,
            b"PERMANENTFLAGS": (b"\\Answered", b"\\*"),
        },
    )
    assert (state.uid_validity, state.uid_next, state.exists) == (7, 43, 12)
    assert state.highest_modseq == 99
    assert state.can_keep_keywords


def test_a_server_that_says_little_leaves_much_unknown() -> None:
    state = state_of("INBOX", {b"EXISTS": 0, b"UIDNEXT": [b"odd"]})
    assert state.uid_next is None
    assert state.highest_modseq is None
    assert state.uid_validity == 0
    assert not state.can_keep_keywords


def test_a_count_of_changes_that_has_not_begun_is_none() -> None:
    assert state_of("INBOX", {b"HIGHESTMODSEQ": 0}).highest_modseq is None
