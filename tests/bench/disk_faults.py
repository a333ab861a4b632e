"""What disks and power cuts do to a profile's file, each by chance."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from inbox_assistant.storage.database import KNOWN_VERSION

PAGE = 4096
Damage = Callable[[Path, random.Random], None]


def _flip(path: Path, chance: random.Random, count: int = 1, spared: int = 0) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(count):
        if len(content) > spared:
            place = chance.randrange(len(content) - spared)
            content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _flip_log(folder: Path, chance: random.Random) -> None:
    # A torn last frame is what power cuts leave of a commit that never was.
    _flip(folder / "inbox.db-wal", chance, chance.randint(1, 5), spared=PAGE + 24)


def flip_one_bit(folder: Path, chance: random.Random) -> None:
    """Turn one bit of the file over."""
    _flip(folder / "inbox.db", chance)


def flip_many_bits(folder: Path, chance: random.Random) -> None:
    """Turn many bits of the file over."""
    _flip(folder / "inbox.db", chance, chance.randint(2, 60))


def flip_bits_of_the_first_page(folder: Path, chance: random.Random) -> None:
    """Turn bits of what describes the whole file over."""
    path = folder / "inbox.db"
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 40)):
        content[chance.randrange(PAGE)] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def zero_pages(folder: Path, chance: random.Random) -> None:
    """Let pages come back empty, as failing disks do."""
    _overwrite(folder / "inbox.db", chance, bytes(PAGE))


def overwrite_pages(folder: Path, chance: random.Random) -> None:
    """Let something else stand in some pages."""
    _overwrite(folder / "inbox.db", chance, chance.randbytes(PAGE))


def _overwrite(path: Path, chance: random.Random, page: bytes) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(content) // PAGE) * PAGE
        content[place : place + PAGE] = page
    path.write_bytes(content)


def cut_the_file(folder: Path, chance: random.Random) -> None:
    """Cut the file short."""
    path = folder / "inbox.db"
    with path.open("rb+") as file:
        file.truncate(chance.randrange(path.stat().st_size))


def empty_the_file(folder: Path, _chance: random.Random) -> None:
    """Leave a file of no length, with backups beside it, its log gone too."""
    _keep_a_backup(folder)
    (folder / "inbox.db").write_bytes(b"")
    (folder / "inbox.db-wal").unlink(missing_ok=True)


def remove_the_file(folder: Path, _chance: random.Random) -> None:
    """Leave nothing but a backup."""
    _keep_a_backup(folder)
    (folder / "inbox.db").unlink()
    (folder / "inbox.db-wal").unlink(missing_ok=True)


def damage_with_a_backup(folder: Path, chance: random.Random) -> None:
    """Damage much, where a backup has what is lost."""
    _keep_a_backup(folder)
    _overwrite(folder / "inbox.db", chance, bytes(PAGE))
    _flip(folder / "inbox.db", chance, 200)


def _keep_a_backup(folder: Path) -> None:
    backups = folder / "backups"
    backups.mkdir()
    shutil.copy(folder / "kept.db", backups / "inbox-20260301T080000.db")


def cut_the_log(folder: Path, chance: random.Random) -> None:
    """Cut the log of changes short, as when the power fails."""
    path = folder / "inbox.db-wal"
    with path.open("rb+") as file:
        file.truncate(chance.randrange(path.stat().st_size + 1))


def flip_bits_of_the_log(folder: Path, chance: random.Random) -> None:
    """Turn bits of the log of changes over."""
    _flip_log(folder, chance)


def damage_both(folder: Path, chance: random.Random) -> None:
    """Damage the file and its log."""
    _flip_log(folder, chance)
    _overwrite(folder / "inbox.db", chance, bytes(PAGE))


def be_newer(folder: Path, _chance: random.Random) -> None:
    """Let a newer program have written the file."""
    with closing(sqlite3.connect(folder / "inbox.db")) as connection:
        connection.execute(f"pragma user_version = {KNOWN_VERSION + 1}")


FAULTS: tuple[Damage, ...] = (
    flip_one_bit,
    flip_many_bits,
    flip_bits_of_the_first_page,
    zero_pages,
    overwrite_pages,
    cut_the_file,
    empty_the_file,
    remove_the_file,
    damage_with_a_backup,
    cut_the_log,
    flip_bits_of_the_log,
    damage_both,
    be_newer,
)
