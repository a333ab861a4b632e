"""What was compiled is kept, and made again when anything is off."""

import os
from pathlib import Path

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


def test_only_the_newest_few_places_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assembled = assemble(load_packs([write_packs(tmp_path / "p")]))
    for number in range(8):
        before = set(tmp_path.glob("*.compiled"))
        cache.store(mark_of(str(number)), assembled)
        [fresh] = set(tmp_path.glob("*.compiled")) - before
        os.utime(fresh, (number, number))
    kept = [cache.load(mark_of(str(number))) is not None for number in range(8)]
    assert kept == [False] * 4 + [True] * 4


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
