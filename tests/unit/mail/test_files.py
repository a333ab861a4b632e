"""Mails are found in files and folders of every usual form."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_assistant.mail import files
from inbox_assistant.mail.files import (
    FoundMail,
    UnreadableFile,
    is_sent_name,
    read_mails,
)

MAIL = b"From: a@b.example\r\nSubject: x\r\n\r\nbody\r\n"
SEPARATOR = b"From a@b.example Mon Nov 23 08:00:05 2026\n"


def put(path: Path, data: bytes = MAIL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(*paths: Path) -> list[FoundMail]:
    return [one for one in read_mails(paths) if isinstance(one, FoundMail)]


def reasons(*paths: Path) -> dict[str, str]:
    return {
        Path(one.path).name: one.reason
        for one in read_mails(paths)
        if isinstance(one, UnreadableFile)
    }


def test_a_single_mail_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = put(tmp_path / "a.eml")
    assert found(path) == [FoundMail(str(path), MAIL, None, in_sent_folder=False)]


def test_the_mails_of_a_mailbox_file_are_numbered(tmp_path: Path) -> None:
    path = put(tmp_path / "in.mbox", (SEPARATOR + MAIL + b"\n") * 2)
    one, two = found(path)
    assert (one.source, two.source) == (f"{path}#1", f"{path}#2")
    assert one.raw == MAIL
    assert one.placed_at == datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)


def test_a_maildir_is_read_without_unfinished_deliveries(tmp_path: Path) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / folder).mkdir()
    put(tmp_path / "cur" / "1763884805.M1P2.host,S=40:2,S".replace(":", "!"))
    put(tmp_path / "new" / "1763884806.M1P3.host")
    put(tmp_path / "tmp" / "1763884807.M1P4.host")
    mails = found(tmp_path)
    assert [mail.placed_at for mail in mails] == [
        datetime(2025, 11, 23, 8, 0, 5, tzinfo=UTC),
        datetime(2025, 11, 23, 8, 0, 6, tzinfo=UTC),
    ]


@pytest.mark.parametrize("folder", ["cur", "new"])
def test_a_maildir_whose_empty_folders_got_lost_is_read(
    tmp_path: Path, folder: str
) -> None:
    put(tmp_path / folder / "1763884806.M1P3.host")
    put(tmp_path / folder / "notes.txt")
    assert [Path(one.source).name for one in found(tmp_path)] == [
        "1763884806.M1P3.host"
    ]


def test_a_maildir_of_a_far_future_is_read(tmp_path: Path) -> None:
    (mail,) = found(put(tmp_path / "cur" / "99999999999.M1P2.host"))
    assert mail.placed_at == datetime(5138, 11, 16, 9, 46, 39, tzinfo=UTC)


def test_a_mailbox_file_that_begins_otherwise_loses_no_mail(tmp_path: Path) -> None:
    path = put(tmp_path / "a.mbox", b"garbage\n\n" + (SEPARATOR + MAIL) * 2)
    assert [one.source for one in found(path)] == [f"{path}#1", f"{path}#2"]
    assert reasons(path) == {"a.mbox": "what stands before its first mail is no mail"}
    path = put(tmp_path / "b.mbox", MAIL + b"\n" + SEPARATOR + MAIL)
    assert [one.source for one in found(path)] == [f"{path}#0", f"{path}#1"]
    assert [one.raw for one in found(path)] == [MAIL, MAIL]
    path = put(tmp_path / "c.mbox", b"\xef\xbb\xbf" + SEPARATOR + MAIL)
    assert [one.raw for one in found(path)] == [MAIL]
    path = put(tmp_path / "d.mbox", MAIL)
    assert [one.source for one in found(path)] == [str(path)]


def test_a_folder_of_a_mail_program_is_searched(tmp_path: Path) -> None:
    put(tmp_path / "Inbox", SEPARATOR + MAIL)
    put(tmp_path / "Inbox.msf", b"// <!-- index -->")
    put(tmp_path / "Archive.sbd" / "Gesendet", SEPARATOR + MAIL)
    put(tmp_path / "mh" / "17", MAIL)
    put(tmp_path / "notes.txt", MAIL)
    put(tmp_path / "photo.jpg", b"\xff\xd8")
    put(tmp_path / "README", b"just words\n")
    put(tmp_path / "Drafts", b"")
    mails = found(tmp_path)
    names = [Path(mail.source).name for mail in mails]
    assert sorted(names) == ["17", "Gesendet#1", "Inbox#1"]
    assert [mail.in_sent_folder for mail in mails if "Gesendet" in mail.source] == [
        True
    ]
    assert reasons(tmp_path) == {}


def test_apples_mails_are_cut_to_their_length(tmp_path: Path) -> None:
    data = str(len(MAIL)).encode() + b"  \n" + MAIL + b"<?xml?><plist/>"
    assert found(put(tmp_path / "1.emlx", data))[0].raw == MAIL
    assert reasons(put(tmp_path / "2.emlx", b"x\n" + MAIL)) == {
        "2.emlx": "it does not look like a mail"
    }


def test_a_mail_without_an_ending_is_recognised_when_it_is_named(
    tmp_path: Path,
) -> None:
    assert len(found(put(tmp_path / "letter.txt"))) == 1
    assert len(found(put(tmp_path / "letter"))) == 1


def test_what_should_hold_a_mail_and_does_not_is_told(tmp_path: Path) -> None:
    put(tmp_path / "empty.eml", b"")
    put(tmp_path / "empty.mbox", b"\n")
    put(tmp_path / "words.mbox", b"hello\n")
    put(tmp_path / "outlook.msg", b"\xd0\xcf\x11\xe0")
    assert reasons(tmp_path) == {
        "empty.eml": "it is empty",
        "empty.mbox": "it is empty",
        "words.mbox": "it does not look like a mail",
        "outlook.msg": "it is in Outlook's own format; save the mail as .eml",
    }


def test_a_path_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    put(tmp_path / "all.zip", b"PK")
    put(tmp_path / "words", b"hello\n")
    assert reasons(tmp_path / "gone", tmp_path / "all.zip", tmp_path / "words") == {
        "gone": "there is no such file or folder",
        "all.zip": "it is packed; unpack it first",
        "words": "it does not look like a mail",
    }


def test_a_mail_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "a.eml")

    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(path) == {"a.eml": "reading it is not permitted"}
    assert reasons(tmp_path) == {"a.eml": "reading it is not permitted"}


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a" / "a.eml")
    really = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith(f"{os.sep}a"):
            raise PermissionError(13, "denied", str(path))
        return really(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert reasons(tmp_path) == {"a": "reading it is not permitted"}


def test_a_mail_that_is_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    put(tmp_path / "a.eml")
    put(tmp_path / "b.emlx", b"1\nx" + MAIL)
    assert set(reasons(tmp_path)) == {"a.eml", "b.emlx"}


def test_what_is_no_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A pipe without a writer would block whoever opens it.
    path = put(tmp_path / "pipe.eml")
    monkeypatch.setattr(Path, "is_file", lambda _path: False)
    assert found(tmp_path) == []
    assert reasons(path) == {"pipe.eml": "it is not a file"}


@pytest.mark.parametrize(
    "name",
    [
        "Sent",
        "INBOX.Sent",
        ".Sent Messages",
        "[Gmail].Gesendet",
        "Gesendete Elemente",
        "Éléments envoyés",
        "Posta inviata",
        "Elementos enviados",
        "送信済みアイテム",
        "Sent.mbox",
        "Sent.sbd",
    ],
)
def test_folders_for_sent_mail_are_known(name: str) -> None:
    assert is_sent_name(name)


@pytest.mark.parametrize("name", ["Inbox", "Presents", "sentences", "Absent", ""])
def test_other_folders_are_not_for_sent_mail(name: str) -> None:
    assert not is_sent_name(name)


def test_the_name_of_a_single_mail_says_nothing_about_its_folder(
    tmp_path: Path,
) -> None:
    assert not found(put(tmp_path / "sent.eml"))[0].in_sent_folder
    assert found(put(tmp_path / "Sent" / "a.eml"))[0].in_sent_folder
