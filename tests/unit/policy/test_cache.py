"""What was compiled is kept, and made again when anything is off."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from inbox_assistant.domain.errors import PolicyPackError
from inbox_assistant.policy import pack
from inbox_assistant.policy.assembled import Assembled
from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.cache import Cache, Mark, fingerprint
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import load_engine
from inbox_assistant.policy.pack import load_packs
from tests.policy_packs import PACKS, shipped_engine, write_packs

RULES = """
[rule.a]
category="promotion"
phrases=["a {} newsletter"]
flags = ["«a {} newsletter»"]
allows = ["b"]
"""
TEXT = "Please leave us a 5 star review, call us on +49 30 5550 1234 😊"


def test_an_engine_from_the_cache_finds_the_same(tmp_path: Path) -> None:
    load_engine(PACKS, cache=tmp_path)
    again = load_engine(PACKS, cache=tmp_path)
    context = Context(buyer_text="Where is my parcel?")
    assert list(again.rules) == list(shipped_engine().rules)
    assert again.check(TEXT, context) == shipped_engine().check(TEXT, context)


def mark_of(place: str, changed: int = 0) -> Mark:
    """Return the mark of a pack in *place*, last changed at *changed*."""
    return ("form", [(f"{place}/en/x.toml", 10, changed)])


@cache
def nothing() -> Assembled:
    """Return what is made of no packs."""
    return assemble(load_packs([]))


def load(folder: Path, mark: Mark) -> Assembled | None:
    """Return what is kept under *mark*; where a part is lost, nothing stands for it."""
    return Cache(folder).load(mark, nothing)


def compiled_files(folder: Path) -> list[Path]:
    """Return the files that are kept."""
    return list(folder.glob("*.compiled"))


def test_a_cache_of_other_packs_is_not_used(tmp_path: Path) -> None:
    Cache(tmp_path).store(mark_of("a"), nothing())
    assert load(tmp_path, mark_of("a")) is not None
    assert load(tmp_path, mark_of("a", changed=1)) is None
    assert load(tmp_path, mark_of("b")) is None


def test_a_file_with_the_name_of_other_packs_is_not_used(tmp_path: Path) -> None:
    Cache(tmp_path).store(mark_of("b"), nothing())
    [theirs] = compiled_files(tmp_path)
    Cache(tmp_path).store(mark_of("a"), nothing())
    [ours] = {*compiled_files(tmp_path)} - {theirs}
    theirs.replace(ours)
    assert load(tmp_path, mark_of("a")) is None


def test_packs_of_two_places_do_not_drive_each_other_out(tmp_path: Path) -> None:
    for mark in (mark_of("a"), mark_of("b"), mark_of("b", changed=1)):
        Cache(tmp_path).store(mark, nothing())
    assert load(tmp_path, mark_of("a")) is not None
    assert load(tmp_path, mark_of("b", changed=1)) is not None
    assert len(compiled_files(tmp_path)) == 2


def store_in_turn(folder: Path, times: Iterable[int]) -> dict[int, Path]:
    """Store packs of as many places, each as if at its time; return their files."""
    files: dict[int, Path] = {}
    for time in times:
        before = set(compiled_files(folder))
        Cache(folder).store(mark_of(str(time)), nothing())
        [files[time]] = set(compiled_files(folder)) - before
        os.utime(files[time], (time, time))
    return files


def test_only_the_newest_few_places_are_kept(tmp_path: Path) -> None:
    files = store_in_turn(tmp_path, range(8))
    assert [file.exists() for file in files.values()] == [False] * 4 + [True] * 4


def test_what_is_used_every_day_is_not_driven_out_by_what_was_compiled_later(
    tmp_path: Path,
) -> None:
    files = store_in_turn(tmp_path, range(4))
    assert load(tmp_path, mark_of("0")) is not None
    Cache(tmp_path).store(mark_of("new"), nothing())
    kept = [file.exists() for file in files.values()]
    assert kept == [True, False, True, True]


def test_what_does_not_fit_is_not_taken_for_used(tmp_path: Path) -> None:
    files = store_in_turn(tmp_path, range(4))
    assert load(tmp_path, mark_of("0", changed=1)) is None
    Cache(tmp_path).store(mark_of("new"), nothing())
    assert not files[0].exists()


def test_what_was_just_compiled_is_kept_though_the_clock_was_set_back(
    tmp_path: Path,
) -> None:
    files = store_in_turn(tmp_path, (2**32 + number for number in range(4)))
    Cache(tmp_path).store(mark_of("new"), nothing())
    assert load(tmp_path, mark_of("new")) is not None
    assert [file.exists() for file in files.values()] == [False, True, True, True]


def test_a_place_is_counted_once_however_often_its_packs_change(tmp_path: Path) -> None:
    files = store_in_turn(tmp_path, range(3))
    for changed in range(9):
        Cache(tmp_path).store(mark_of("new", changed), nothing())
    assert all(file.exists() for file in files.values())
    assert len(compiled_files(tmp_path)) == 4


def test_files_of_an_older_program_make_room(tmp_path: Path) -> None:
    Cache(tmp_path).store(mark_of("a"), nothing())
    [file] = compiled_files(tmp_path)
    older = file.with_name(f"{file.name.rpartition('-')[0]}.compiled")
    older.write_bytes(b"of another form")
    Cache(tmp_path).store(mark_of("a"), nothing())
    assert compiled_files(tmp_path) == [file]


def test_a_file_of_which_no_use_can_be_noted_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_in_turn(tmp_path, [1])

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    assert load(tmp_path, mark_of("1")) is not None


def test_a_file_that_another_program_holds_open_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows nobody can delete it then."""
    files = store_in_turn(tmp_path, range(4))

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    Cache(tmp_path).store(mark_of("3", changed=1), nothing())
    assert load(tmp_path, mark_of("3", changed=1)) is not None
    assert all(file.exists() for file in files.values())


def test_a_broken_cache_is_made_again(tmp_path: Path) -> None:
    Cache(tmp_path).store(mark_of("a"), nothing())
    [file] = compiled_files(tmp_path)
    content = bytearray(file.read_bytes())
    content[10] ^= 0xFF
    file.write_bytes(bytes(content))
    assert load(tmp_path, mark_of("a")) is None
    file.write_bytes(b"")
    assert load(tmp_path, mark_of("a")) is None


def test_programs_that_write_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    def store(_number: int) -> None:
        Cache(tmp_path).store(mark_of("a"), nothing())

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(store, range(24)))
    stored = load(tmp_path, mark_of("a"))
    assert stored is not None
    assert dict(stored.parts) == nothing().parts
    assert list(tmp_path.iterdir()) == compiled_files(tmp_path)


def test_what_a_killed_program_left_is_no_cache_and_cleared_away(
    tmp_path: Path,
) -> None:
    Cache(tmp_path).store(mark_of("a"), nothing())
    [file] = compiled_files(tmp_path)
    old, recent = (file.with_suffix(f".{name}.new") for name in ("old", "recent"))
    old.write_bytes(file.read_bytes()[:100])
    recent.write_bytes(file.read_bytes()[:100])
    os.utime(old, (0, 0))
    file.unlink()
    assert load(tmp_path, mark_of("a")) is None
    Cache(tmp_path).store(mark_of("a"), nothing())
    assert not old.exists()
    assert recent.exists()


def damage(file: Path, part: bytes) -> None:
    """Overwrite what *file* holds of a part, in the file that is open elsewhere."""
    at = file.read_bytes().index(part)
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(bytes(len(part)))


def test_a_part_lost_after_the_start_is_compiled_again(tmp_path: Path) -> None:
    packs = write_packs(tmp_path / "p", en_x=RULES.replace("{}", "fine"))
    kept = tmp_path / "cache"
    load_engine(packs, cache=kept)
    engine = load_engine(packs, cache=kept)
    [file] = compiled_files(kept)
    parts = assemble(load_packs([packs])).parts
    damage(file, parts["rules"])
    damage(file, parts["reply programs"])
    [finding] = engine.check("It is a fine newsletter.")
    assert finding.rule == "en.x.a"
    again = Cache(kept).load(fingerprint([packs]), nothing)
    assert again is not None
    assert dict(again.parts) == parts


def test_parts_of_two_packs_are_never_mixed(tmp_path: Path) -> None:
    packs = write_packs(tmp_path / "p", en_x=RULES.replace("{}", "fine"))
    kept = tmp_path / "cache"
    load_engine(packs, cache=kept)
    before = fingerprint([packs])
    engine = load_engine(packs, cache=kept)
    [file] = compiled_files(kept)
    damage(file, assemble(load_packs([packs])).parts["rules"])
    write_packs(tmp_path / "p", en_x=RULES.replace("{}", "weekly"))
    for _ in range(2):
        with pytest.raises(PolicyPackError, match="Start the program again"):
            engine.check("It is a fine newsletter.")
    assert Cache(kept).load(before, nothing) is not None
    [finding] = load_engine(packs, cache=kept).check("It is a weekly newsletter.")
    assert finding.rule == "en.x.a"


def test_packs_that_change_while_a_program_runs_leave_its_rules_alone(
    tmp_path: Path,
) -> None:
    packs = write_packs(tmp_path / "p", en_x=RULES.replace("{}", "fine"))
    kept = tmp_path / "cache"
    load_engine(packs, cache=kept)
    engine = load_engine(packs, cache=kept)
    write_packs(tmp_path / "p", en_x=RULES.replace("{}", "weekly"))
    other = load_engine(packs, cache=kept)
    text = "It is a fine newsletter, a weekly newsletter."
    found = [item for one in (engine, other) for item in one.check(text)]
    assert [text[item.start : item.end] for item in found] == [
        "a fine newsletter", "a weekly newsletter",
    ]  # fmt: skip


def test_packs_that_change_while_they_are_compiled_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = write_packs(tmp_path / "p", en_x=RULES.replace("{}", "fine"))
    kept = tmp_path / "cache"

    def load_late(folders: list[Path]) -> pack.LoadedPacks:
        write_packs(tmp_path / "p", en_x=RULES.replace("{}", "weekly"))
        return load_packs(folders)

    monkeypatch.setattr(pack, "load_packs", load_late)
    load_engine(packs, cache=kept)
    assert compiled_files(kept) == []


def test_the_mark_changes_with_any_file(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, en_x="")
    before = fingerprint([folder])
    assert fingerprint([folder]) == before
    (folder / "en" / "x.toml").write_text("# changed", "utf-8")
    assert fingerprint([folder]) != before


def test_a_cache_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    Cache(blocked / "below").store(mark_of("a"), nothing())
    assert load(blocked / "below", mark_of("a")) is None
