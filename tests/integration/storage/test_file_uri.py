"""SQLite opens a file by its address wherever it lies."""

import sqlite3
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from inbox_assistant.storage.file_uri import file_uri


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/desk/inbox.db"), "file:///desk/inbox.db?mode=ro"),
        (PureWindowsPath("C:/Desk/inbox.db"), "file:///C:/Desk/inbox.db?mode=ro"),
        (PureWindowsPath("//desk/all/inbox.db"), "file:////desk/all/inbox.db?mode=ro"),
    ],
)
def test_no_address_names_a_server(path: PurePath, address: str) -> None:
    assert file_uri(path, "mode=ro") == address


def test_a_file_with_odd_signs_in_its_name_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "50% é ?#&.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table t (x)")
    with closing(sqlite3.connect(file_uri(path, "mode=ro"), uri=True)) as connection:
        assert connection.execute("select count(*) from t").fetchone() == (0,)
