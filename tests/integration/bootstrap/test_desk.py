"""One profile opened for the window."""

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.bootstrap.desk import ProfileDesk
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import DamagedError, InputError
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.domain.view import View
from inbox_assistant.paths import Profile
from inbox_assistant.policy.context import Context
from inbox_assistant.services.lanes import run_here
from inbox_assistant.services.reply_basis import Basis
from inbox_assistant.settings import (
    ALLOW_OVERRIDE,
    BACKUP_HOURS,
    SPELLING,
    UNDO_SECONDS,
)
from tests.fakes import FakeClock


@pytest.fixture
def opened() -> list[str]:
    """Return the links that the browser was asked to open."""
    return []


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, opened: list[str]) -> Iterator[ProfileDesk]:
    """Return the desk of a new profile."""
    made = ProfileDesk(Profile(tmp_path / "profile"), clock, opened.append)
    made.use_lane(run_here)
    yield made
    made.stop()


def test_what_the_window_sets_the_writer_knows_at_once(desk: ProfileDesk) -> None:
    writer = desk.use_cases.settings
    desk.settings.put(ALLOW_OVERRIDE, value=False)
    assert writer.get(ALLOW_OVERRIDE) is False
    assert desk.use_cases.settings is desk.settings


def test_each_thread_reads_over_a_connection_of_its_own(desk: ProfileDesk) -> None:
    found: list[int] = []

    def read() -> None:
        found.append(len(desk.reading.ids(View.ALL, desk.clock())))

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    read()
    assert found == [0, 0]


def test_a_desk_checks_texts(desk: ProfileDesk) -> None:
    desk.get_ready()
    findings = desk.check("Write to me at anna@shop-of-ours.example.com", Basis())
    assert "contact-details" in {one.category for one in findings}


def test_what_another_program_writes_is_told_from_what_the_desk_wrote(
    desk: ProfileDesk, clock: FakeClock
) -> None:
    assert not desk.was_written()
    desk.use_cases.accounts.keep(Account("shop", "desk@shop.example"))
    assert desk.was_written()
    # Nobody can tell any more who wrote before the first question.
    assert desk.changed_elsewhere()
    desk.use_cases.accounts.keep(Account("shop", "other@shop.example"))
    assert desk.was_written()
    assert not desk.changed_elsewhere()
    other = ProfileDesk(desk.profile, clock, lambda _url: None)
    other.use_cases.accounts.keep(Account("mall", "desk@mall.example"))
    assert desk.was_written()
    assert desk.changed_elsewhere()
    assert not desk.was_written()
    assert not desk.changed_elsewhere()


def test_only_amazons_own_pages_are_opened(
    desk: ProfileDesk, opened: list[str]
) -> None:
    good = (
        "https://sellercentral.amazon.co.uk/messaging/no-response-needed"
        f"?t=T1&m=M1&mp=A1F83G8C2ARO7P&c=A2EXAMPLESELLER&h={1:040x}&s=1"
    )
    desk.open_link(good)
    for bad in ("https://shop.example/", "file:///etc/passwd", ""):
        with pytest.raises(InputError):
            desk.open_link(bad)
    assert opened == [good]


def test_a_round_before_the_window_is_ready_is_refused(
    tmp_path: Path, clock: FakeClock
) -> None:
    desk = ProfileDesk(Profile(tmp_path / "profile"), clock, lambda _url: None)
    with pytest.raises(InputError, match="not ready"):
        desk.round(Account("shop", "desk@shop.example"), lambda _one, _changes: None)


def test_a_round_of_an_account_without_a_password_reports_it(
    desk: ProfileDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INBOX_ASSISTANT_PASSWORD", raising=False)
    account = Account("nobody-knows", "desk@shop.example", read_host="localhost")
    done = desk.round(account, lambda _one, _changes: None)
    assert done.failed
    assert desk.needs_password(done.problems[0])
    assert desk.wait_for_news(account) is None


def test_the_sample_mailbox_sends_without_any_network(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    fill_with_samples(profile)
    clock = FakeClock()
    desk = ProfileDesk(profile, clock, lambda _url: None, is_demo=True)
    desk.use_lane(run_here)
    desk.settings.put(UNDO_SECONDS, 0)
    cases = desk.use_cases
    (account,) = cases.accounts.all()
    row = next(desk.reading.queue(View.ALL, clock.now))
    reply, _ = cases.replies.send(
        row.thread, "Thank you, we look into it.", override_reason="a trial"
    )
    done = desk.round(account, lambda _one, _changes: None)
    assert (done.handed_over, done.problems) == (1, ())
    sent = cases.store.outbox.reply(reply.reply_id)
    assert sent is not None
    assert sent.state is OutboxState.HANDED_OVER
    assert desk.wait_for_news(account) is None


def test_a_sound_file_is_backed_up_when_that_is_due(
    desk: ProfileDesk, clock: FakeClock
) -> None:
    desk.look_at_file()
    for hours in (0, 1, 24, 1):
        clock.advance(timedelta(hours=hours))
        desk.back_up_when_due()
    assert len(list(desk.profile.backups.iterdir())) == 2


def test_no_backup_is_made_where_none_is_wanted(desk: ProfileDesk) -> None:
    desk.settings.put(BACKUP_HOURS, 0)
    desk.back_up_when_due()
    assert not desk.profile.backups.exists()


def test_damage_found_while_the_window_is_open_is_told_and_marked(
    desk: ProfileDesk,
) -> None:
    desk.stop()
    with desk.profile.database.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * 8 * 4096)
    with pytest.raises(DamagedError, match="damaged"):
        desk.look_at_file()
    assert desk.profile.needs_recovery


def test_the_sample_mailbox_is_neither_looked_at_nor_backed_up(
    tmp_path: Path, clock: FakeClock
) -> None:
    profile = Profile(tmp_path / "profile")
    made = ProfileDesk(profile, clock, lambda _url: None, is_demo=True)
    made.look_at_file()
    made.back_up_when_due()
    assert not profile.backups.exists()


def test_words_in_no_dictionary_are_hints_where_there_is_one(
    desk: ProfileDesk,
) -> None:
    desk.get_ready()
    text = "The lid of the jar fits, and it is what you asked fohr."
    basis = Basis(Context(language="en", marketplace="UK", buyer_text="the jar"))
    folder = desk.folder / "dictionaries"
    folder.mkdir()
    words = [
        "the",
        "lid",
        "of",
        "jar",
        "fits",
        "and",
        "it",
        "is",
        "what",
        "you",
        "asked",
    ]
    (folder / "en_GB.aff").write_text("SET UTF-8\n")
    (folder / "en_GB.dic").write_text("\n".join([str(len(words)), *words]))
    assert desk.has_dictionary("en", "UK")
    assert [one.text for one in desk.check(text, basis)] == ["fohr"]
    desk.settings.put(SPELLING, value=False)
    assert desk.check(text, basis) == []
