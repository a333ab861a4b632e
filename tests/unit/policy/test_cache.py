"""What was compiled is kept, and made again when anything is off."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from inbox_assistant.policy.assembly import assemble
from inbox_assistant.policy.cache import Cache, Mark, fingerprint
from inbox_assistant.policy.context import Context
from inbox_assistant.policy.engine import load_engine
from inbox_assistant.policy.pack import load_packs
from tests.policy_packs import PACKS, shipped_engine, write_packs

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


def test_a_cache_of_other_packs_is_not_used(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store(mark_of("a"), assemble(load_packs([write_packs(tmp_path / "p")])))
    assert cache.load(mark_of("a")) is not None
    assert cache.load(mark_of("a", changed=1)) is None
    assert cache.load(mark_of("b")) is None


def test_packs_of_two_places_do_not_drive_each_other_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assembled = assemble(load_packs([write_packs(tmp_path / "p")]))
    for mark in (mark_of("a"), mark_of("b"), mark_of("b", changed=1)):
        cache.store(mark, assembled)
    assert cache.load(mark_of("a")) is not None
    assert cache.load(mark_of("b", changed=1)) is not None
    assert len(list(tmp_path.glob("*.compiled"))) == 2


def store_in_turn(folder: Path, times: Iterable[int]) -> dict[int, Path]:
    """Store packs of as many places, each as if at its time; return their files."""
    cache = Cache(folder)
    assembled = assemble(load_packs([]))
    files: dict[int, Path] = {}
    for time in times:
        before = set(folder.glob("*.compiled"))
        cache.store(mark_of(str(time)), assembled)
        [files[time]] = set(folder.glob("*.compiled")) - before
        os.utime(files[time], (time, time))
    return files


def test_only_the_newest_few_places_are_kept(tmp_path: Path) -> None:
    files = store_in_turn(tmp_path, range(8))
    assert [file.exists() for file in files.values()] == [False] * 4 + [True] * 4


def test_what_is_used_every_day_is_not_driven_out_by_what_was_compiled_later(
    tmp_path: Path,
) -> None:
    files = store_in_turn(tmp_path, range(4))
    assert Cache(tmp_path).load(mark_of("0")) is not None
    Cache(tmp_path).store(mark_of("new"), assemble(load_packs([])))
    kept = [file.exists() for file in files.values()]
    assert kept == [True, False, True, True]


def test_what_does_not_fit_is_not_taken_for_used(tmp_path: Path) -> None:
    files = store_in_turn(tmp_path, range(4))
    assert Cache(tmp_path).load(mark_of("0", changed=1)) is None
    Cache(tmp_path).store(mark_of("new"), assemble(load_packs([])))
    assert not files[0].exists()


def test_what_was_just_compiled_is_kept_though_the_clock_was_set_back(
    tmp_path: Path,
) -> None:
    files = store_in_turn(tmp_path, (2**32 + number for number in range(4)))
    cache = Cache(tmp_path)
    cache.store(mark_of("new"), assemble(load_packs([])))
    assert cache.load(mark_of("new")) is not None
    assert [file.exists() for file in files.values()] == [False, True, True, True]


def test_a_file_of_which_no_use_can_be_noted_is_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_in_turn(tmp_path, [1])

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    assert Cache(tmp_path).load(mark_of("1")) is not None


def test_a_broken_cache_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.store(mark_of("a"), assemble(load_packs([write_packs(tmp_path / "p")])))
    [file] = tmp_path.glob("*.compiled")
    content = bytearray(file.read_bytes())
    content[-3] ^= 0xFF
    file.write_bytes(bytes(content))
    assert cache.load(mark_of("a")) is None
    file.write_bytes(b"")
    assert cache.load(mark_of("a")) is None


def test_the_mark_changes_with_any_file(tmp_path: Path) -> None:
    folder = write_packs(tmp_path, en_x="")
    before = fingerprint([folder])
    assert fingerprint([folder]) == before
    (folder / "en" / "x.toml").write_text("# changed", "utf-8")
    assert fingerprint([folder]) != before


def test_a_cache_that_cannot_be_written_is_no_loss(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    Cache(blocked / "below").store(mark_of("a"), assemble(load_packs([])))
    assert Cache(blocked / "below").load(mark_of("a")) is None
