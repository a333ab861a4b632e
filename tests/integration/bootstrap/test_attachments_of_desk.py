"""Files of this computer are looked into; files of mails are saved, never opened."""

import stat
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.attachments import look_into, save
from inbox_assistant.domain.errors import InputError, StorageError


def test_a_file_is_looked_into(tmp_path: Path) -> None:
    (tmp_path / "size.txt").write_text("8 cm")
    file, content = look_into(tmp_path / "size.txt")
    assert (file.name, file.words, content) == ("size.txt", "8 cm", b"8 cm")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is no file"):
        look_into(tmp_path)


def test_a_file_is_saved_under_a_safe_name_and_never_over_another(
    tmp_path: Path,
) -> None:
    first = save(tmp_path, "../in voice.pdf", b"1")
    second = save(tmp_path, "../in voice.pdf", b"2")
    assert (first.name, second.name) == ("_in voice.pdf", "_in voice (2).pdf")
    assert first.read_bytes() == b"1"
    assert stat.S_IMODE(first.stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="could not be saved"):
        save(tmp_path / "nowhere", "a.pdf", b"1")
