"""One process at a time holds the lock, and it never outlives the process."""

import subprocess
import sys
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import StorageError
from inbox_assistant.storage.lock import sole_holder

HOLD = """
import sys
from pathlib import Path
from inbox_assistant.storage.lock import sole_holder
with sole_holder(Path(sys.argv[1])) as is_held:
    print(is_held, flush=True)
    sys.stdin.read()
"""


def test_a_second_holder_is_told_no_until_the_first_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    with sole_holder(path) as first, sole_holder(path) as second:
        assert first
        assert not second
    with sole_holder(path) as third:
        assert third


def test_the_lock_is_let_go_when_the_block_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"

    def break_off() -> None:
        with sole_holder(path) as is_held:
            assert is_held
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()
    with sole_holder(path) as is_held:
        assert is_held


def test_the_lock_dies_with_a_process_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        with sole_holder(path) as while_it_lives:
            assert not while_it_lives
        other.kill()
        other.wait()
        with sole_holder(path) as afterwards:
            assert afterwards


@pytest.mark.parametrize("place", ["missing/one.lock", "."])
def test_where_no_lock_can_be_nobody_is_said_to_hold_it(
    tmp_path: Path, place: str
) -> None:
    with (
        pytest.raises(StorageError, match="cannot be used"),
        sole_holder(tmp_path / place),
    ):
        pass


def test_a_file_of_something_else_is_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "one.lock"
    path.write_text("not a database " * 100)
    with pytest.raises(StorageError, match="cannot be used"), sole_holder(path):
        pass
