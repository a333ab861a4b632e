"""Replacements come from another process, which may end at any time."""

import multiprocessing
from pathlib import Path

from inbox_assistant.services.suggesting import Suggesting


def put(folder: Path) -> Path:
    (folder / "en_GB.aff").write_text("SET UTF-8\n")
    (folder / "en_GB.dic").write_text("2\nlid\njar\n")
    return folder


def test_words_come_from_another_process_and_from_a_new_one_where_it_ended(
    tmp_path: Path,
) -> None:
    folder, suggesting = put(tmp_path), Suggesting()
    assert suggesting.ask("en_GB", folder, "lidd") == ["lid"]
    for process in multiprocessing.active_children():
        process.kill()
        process.join()
    assert suggesting.ask("en_GB", folder, "jarr") in ([], ["jar"])
    assert suggesting.ask("en_GB", folder, "jarr") == ["jar"]
    suggesting.close()
    assert suggesting.ask("en_GB", folder, "lidd") == []
