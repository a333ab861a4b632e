"""What a damaged file still holds is carried over into a new one."""

import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.reply import NO_STEP, Draft, NextStep
from inbox_assistant.domain.saved_view import SavedView
from inbox_assistant.domain.template import Template
from inbox_assistant.storage.mails import Arrival
from inbox_assistant.storage.salvage import loose_mails, salvage
from inbox_assistant.storage.store import Store, open_reading, open_store

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MAILS = [f"Subject: {number}\r\n\r\nWords {number}.".encode() for number in range(30)]


def write(store: Store) -> None:
    with store.transaction():
        for number, raw in enumerate(MAILS):
            raw_id = store.mails.keep(raw, f"key {number}", NOON)
            store.mails.note_arrival(raw_id, Arrival(f"shop/{number}"), NOON)
        store.journal.append(
            Entry(
                entry_id="one",
                desk="desk",
                agent="Petra",
                at=NOON,
                action=Action.NO_RESPONSE_DECIDED,
                thread="t",
                messages=("key 1", "key 2"),
                data={"reason": "thanks only"},
            )
        )
        store.drafts.keep(Draft("t", "Dear buyer", 4), NOON)
        store.accounts.keep_fact("desk", "desk")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a closed file with mails, an entry and a draft."""
    path = tmp_path / "source.db"
    with open_store(path) as store:
        write(store)
    return path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the new file is to be."""
    return tmp_path / "target.db"


def mails_in(store: Store) -> list[bytes]:
    return [store.mails.read(number) for number in store.mails.numbers()]


def overwrite(path: Path, place: int, content: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(place)
        file.write(content)


def everything(path: Path) -> Iterator[object]:
    with open_reading(path) as store:
        yield sorted(mails_in(store))
        yield [store.mails.arrivals(number) for number in store.mails.numbers()]
        yield list(store.journal.everything())
        yield store.drafts.read("t")


def test_a_sound_file_is_carried_over_whole(source: Path, target: Path) -> None:
    saved = salvage([source], target)
    assert (saved.mails, saved.entries) == (30, 1)
    assert list(everything(target)) == list(everything(source))
    with open_reading(target) as store:
        assert store.accounts.fact("desk") == "desk"
        assert store.problems() == []


def test_without_its_first_page_mails_entries_and_drafts_are_carved_out(
    source: Path, target: Path
) -> None:
    before = list(everything(source))
    overwrite(source, 0, bytes(4096))
    assert salvage([source], target).mails == 30
    assert list(everything(target)) == before


def test_without_its_first_page_files_templates_and_views_are_carved_out(
    source: Path, target: Path
) -> None:
    template = Template("own.1", "Size", "en", "The lid is 8 cm wide.", promise_days=2)
    view = SavedView("Late", "is:overdue", "due")
    content = bytes(range(256)) * 64
    file = Enclosure(1, "size.pdf", "application/pdf", len(content), "8 cm", ("doubt",))
    with open_store(source) as store:
        store.templates.keep(template, NOON)
        store.saved_views.keep(view)
        store.attachments.add("t", file, content, NOON)
    overwrite(source, 0, bytes(4096))
    salvage([source], target)
    with open_reading(target) as store:
        assert store.templates.all() == [template]
        assert store.saved_views.all() == [view]
        assert store.attachments.of_thread("t") == [file]
        assert store.attachments.content(1) == content


def test_damaged_details_cost_neither_a_draft_nor_a_file(
    source: Path, target: Path
) -> None:
    with open_store(source) as store:
        step = NextStep(("own.1",), NOON, "an answer")
        store.drafts.keep(Draft("t", "Dear buyer", 4, step=step), NOON)
        file = Enclosure(1, "size.txt", "text/plain", 3, "8", ("doubt",))
        store.attachments.add("t", file, b"8 c", NOON)
    with closing(sqlite3.connect(source)) as connection, connection:
        connection.execute("update draft set step = '{\"templates' || substr(step, 3)")
        connection.execute("update attachment set remarks = '[\"do'")
    salvage([source], target)
    with open_reading(target) as store:
        draft = store.drafts.read("t")
        assert draft is not None
        assert (draft.body, draft.step) == ("Dear buyer", NO_STEP)
        assert [one.remarks for one in store.attachments.of_thread("t")] == [()]


def test_a_whole_mail_of_a_backup_takes_the_place_of_a_damaged_one(
    source: Path, target: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(source, backup)
    packed = zlib.compress(MAILS[7], 3)
    place = source.read_bytes().index(packed)
    overwrite(source, place + 5, b"\xff\xff\xff")
    salvage([source, backup], target)
    with open_reading(target) as store:
        assert sorted(mails_in(store)) == sorted(MAILS)
        assert store.problems() == []
        seventh = store.mails.find(MAILS[7])
        assert seventh is not None
        assert store.mails.arrivals(seventh)[0][0].source == "shop/7"


def test_without_a_backup_as_much_of_a_damaged_mail_is_kept_as_can_be_read(
    source: Path, target: Path
) -> None:
    place = source.read_bytes().index(zlib.compress(MAILS[7], 3))
    overwrite(source, place + 20, b"\xff\xff\xff")
    salvage([source], target)
    with open_reading(target) as store:
        kept = mails_in(store)
        assert sorted(kept)[1:] != sorted(MAILS)[1:]
        assert len(kept) == 30
        assert any(MAILS[7].startswith(one[:8]) for one in kept if one not in MAILS)
        assert store.problems() == ["1 mails are not as they were received"]


def test_what_changes_with_time_is_taken_from_the_newest_file_alone(
    source: Path, target: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup.db"
    shutil.copy(source, backup)
    with open_store(source) as store:
        store.drafts.forget("t")
    salvage([source, backup], target)
    with open_reading(target) as store:
        assert store.drafts.read("t") is None


def test_a_mail_whose_arrivals_are_lost_still_came_somehow(
    source: Path, target: Path
) -> None:
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("delete from arrival where raw_id = 3")
        connection.commit()
    salvage([source], target)
    with open_reading(target) as store:
        ((arrival, kept_at),) = store.mails.arrivals(3)
    assert (arrival.source, kept_at) == ("recovered/3", NOON)


def test_mails_that_nothing_leads_to_are_found_by_their_hash(source: Path) -> None:
    content = source.read_bytes()
    first = content.index(zlib.compress(MAILS[0], 3)) // 4096 * 4096
    # The head of the page and the numbers of its cells.
    overwrite(source, first, b"\xff" * 200)
    assert set(loose_mails(source)) == set(MAILS)


def test_a_file_of_something_else_holds_nothing(tmp_path: Path, target: Path) -> None:
    letter = tmp_path / "letter"
    letter.write_bytes(b"Dear Sir or Madam, " * 4000)
    saved = salvage([letter], target)
    assert (saved.mails, saved.entries) == (0, 0)
    assert list(loose_mails(letter)) == []
