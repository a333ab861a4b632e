"""Parts come from one file as they were stored, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.part_file import DamagedPartError, PartFile, part_file

PARTS = {"a": b"first", "b": b"", "c": bytes(range(256)) * 2}
CONTENT = part_file(("mark", 1), PARTS)


def opened(folder: Path, content: bytes = CONTENT) -> PartFile:
    """Return *content* as an open file."""
    path = folder / "parts"
    path.write_bytes(content)
    return PartFile(path)


def read(file: PartFile, name: str) -> bytes | None:
    """Return a part, ``None`` where it is lost."""
    try:
        return file[name]
    except DamagedPartError:
        return None


def test_parts_come_back_as_they_were(tmp_path: Path) -> None:
    file = opened(tmp_path)
    assert file.mark == ("mark", 1)
    assert {name: file[name] for name in file.names} == PARTS


def test_a_part_is_known_by_its_content(tmp_path: Path) -> None:
    file = opened(tmp_path)
    assert file.is_part("a", b"first")
    assert not file.is_part("a", b"other")
    assert not file.is_part("b", b"first")


def test_parts_are_of_the_file_that_was_opened(tmp_path: Path) -> None:
    file = opened(tmp_path)
    other = tmp_path / "other"
    other.write_bytes(part_file(("mark", 2), {"a": b"OTHER"}))
    try:
        other.replace(tmp_path / "parts")
    except PermissionError:  # on Windows
        other.unlink()
    assert file["a"] == b"first"
    assert file["c"] == PARTS["c"]


def test_a_closed_file_gives_nothing(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.close()
    file.close()
    with pytest.raises(OSError, match="descriptor"):
        file["a"]


def test_a_damaged_part_leaves_the_others(tmp_path: Path) -> None:
    file = opened(tmp_path, CONTENT[:-1] + b"?")
    assert file["a"] == b"first"
    assert read(file, "c") is None


@given(at=st.integers(0, len(CONTENT) - 1), flip=st.integers(1, 255), cut=st.booleans())
def test_damage_anywhere_is_seen(
    tmp_path_factory: pytest.TempPathFactory, *, at: int, flip: int, cut: bool
) -> None:
    changed = bytes([CONTENT[at] ^ flip])
    content = CONTENT[:at] + (b"" if cut else changed + CONTENT[at + 1 :])
    try:
        file = opened(tmp_path_factory.mktemp("parts"), content)
    except DamagedPartError:
        return
    found = {name: read(file, name) for name in PARTS}
    assert file.mark == ("mark", 1)
    assert None in found.values()
    assert all(part in (None, PARTS[name]) for name, part in found.items())
