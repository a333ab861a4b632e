"""The files of packs are listed, with what tells whether they changed."""

from pathlib import Path

from inbox_assistant.policy.pack_files import pack_files, pack_states
from tests.policy_packs import write_packs


def test_only_toml_files_belong_to_a_pack(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, en_x="a = 1\n")
    (folder / "en" / "note.txt").write_text("no", "utf-8")
    assert [path.name for path in pack_files(folder)] == ["categories.toml", "x.toml"]


def test_the_state_of_a_file_is_its_size_and_time(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, en_x="a = 1\n")
    state = (folder / "en" / "x.toml").stat()
    assert pack_states(folder)[-1][1:] == (state.st_size, state.st_mtime_ns)
    assert pack_states(tmp_path / "missing") == []
