"""Mails from files and folders."""

from datetime import timedelta
from pathlib import Path

from inbox_assistant.domain.view import View
from inbox_assistant.services.intake import BATCH, Kept
from tests.end2end.amazon_mails import buyer_mail, other_mail
from tests.integration.services.amazon_answers import bounce_of
from tests.integration.services.office import Office
from tests.integration.services.test_delivery import taken

DAY = timedelta(days=1)


def write(folder: Path, name: str, raw: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(raw)
    return path


def test_importing_twice_adds_nothing(office: Office, tmp_path: Path) -> None:
    now = office.clock.now
    folder = tmp_path / "mails"
    write(folder, "1.eml", buyer_mail(1, now).raw)
    write(folder, "2.eml", other_mail(1, now))
    first = office.program.importing.import_paths([folder])
    again = office.program.importing.import_paths([folder, folder / "1.eml"])
    assert (first.added, first.already_there, first.not_buyer_messages) == (2, 0, 1)
    assert (again.added, again.already_there, again.not_buyer_messages) == (0, 3, 0)


def test_unreadable_files_are_told_kept_in_mind_and_stop_nothing(
    office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "mails"
    empty = write(folder, "1.eml", b"")
    write(folder, "2.eml", buyer_mail(2, office.clock.now).raw)
    missing = tmp_path / "missing.eml"
    kept = office.program.importing.import_paths([folder, missing])
    assert kept.added == 1
    assert [path for path, _ in kept.unreadable] == [str(empty), str(missing)]
    listed = office.program.reading.unreadable_sources()
    assert {path for path, _, _ in listed} == {str(empty), str(missing)}
    assert {at for _, _, at in listed} == {office.clock.now}


def test_a_file_that_was_mended_is_no_longer_listed(
    office: Office, tmp_path: Path
) -> None:
    path = write(tmp_path, "1.eml", b"")
    office.program.importing.import_paths([path])
    path.write_bytes(buyer_mail(1, office.clock.now).raw)
    assert office.program.importing.import_paths([path]).added == 1
    assert office.program.reading.unreadable_sources() == []


def test_only_the_first_import_of_a_path_makes_older(
    office: Office, tmp_path: Path
) -> None:
    long_ago = office.clock.now - 9 * DAY
    write(tmp_path / "mails", "1.eml", buyer_mail(1, long_ago).raw)
    office.program.importing.import_paths([tmp_path / "mails"])
    write(tmp_path / "mails", "2.eml", buyer_mail(2, long_ago).raw)
    office.program.importing.import_paths([tmp_path / "mails"])
    older, waiting = office.waiting(View.OLDER), office.waiting()
    assert older == [office.thread_of(buyer_mail(1, long_ago))]
    assert waiting == [office.thread_of(buyer_mail(2, long_ago))]


def test_whoever_imports_may_say_that_it_is_no_archive(
    office: Office, tmp_path: Path
) -> None:
    path = write(tmp_path, "1.eml", buyer_mail(1, office.clock.now - 9 * DAY).raw)
    office.program.importing.import_paths([path], is_archive=False)
    assert office.waiting(View.OLDER) == []
    assert len(office.waiting()) == 1


def test_progress_is_told_after_every_stored_batch(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "all.mbox"
    lines = [
        b"From x Mon Jan  5 10:00:00 2026\n"
        + other_mail(number, office.clock.now).replace(b"\r\n", b"\n")
        + b"\n"
        for number in range(BATCH + 5)
    ]
    path.write_bytes(b"".join(lines))
    told: list[Kept] = []
    office.program.importing.import_paths([path], told.append)
    assert [one.added for one in told] == [BATCH, BATCH + 5, BATCH + 5]


def test_a_bounce_in_a_file_brings_a_reply_back(office: Office, tmp_path: Path) -> None:
    reply = office.reply(office.ask())
    office.program.delivering.deliver(reply.reply_id, taken)
    office.clock.advance(timedelta(minutes=5))
    path = write(tmp_path, "b.eml", bounce_of(reply, office.clock.now))
    office.program.importing.import_paths([path])
    assert office.waiting() == [reply.thread]
    assert office.reply(reply.thread, "Once more.").answers == reply.answers


def test_a_link_that_leads_to_itself_is_only_unreadable(
    office: Office, tmp_path: Path
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    kept = office.program.importing.import_paths([loop])
    assert [path for path, _ in kept.unreadable] == [str(loop)]
