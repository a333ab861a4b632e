"""``queue``, ``show``, ``list``, ``reply``, ``settle``, ``confirm``: the contract."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.kind import Kind
from inbox_assistant.domain.marks import ANOTHER_SEAT
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.reply import Draft
from inbox_assistant.mail.enclosing import files_in
from inbox_assistant.paths import Profile
from inbox_assistant.services.enclosing import looked_into
from inbox_assistant.services.marks_seen import SEEN
from inbox_assistant.services.scribe import Author, Scribe
from inbox_assistant.services.standing_changes import Decisions
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.integration.cli.command_line import MOMENT, CommandLine
from tests.integration.cli.conftest import PutMails


@pytest.fixture
def threads(command: CommandLine, put: PutMails, mails: Path) -> dict[str, BuyerMail]:
    """Import three messages; return them by thread, the most urgent first."""
    by_order = {mail.order_id: mail for mail in put(3)}
    command("import", mails)
    lines = command("queue", "--json").lines
    return {line["thread"]: by_order[line["order_id"]] for line in lines}


def states(command: CommandLine) -> dict[str, list[str]]:
    return {
        state: [
            line["thread"]
            for line in command("queue", "--state", state, "--json").lines
        ]
        for state in ("waiting", "to-confirm", "overdue", "settled", "all")
    }


def test_a_first_queue_of_a_profile_that_is_not_there_is_empty(
    command: CommandLine,
) -> None:
    done = command("queue", "--json")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert command("queue").out == ""


def test_the_queue_has_exactly_these_keys(
    command: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    line = command("queue", "--json").lines[0]
    mail = threads[line["thread"]]
    assert line == {
        "thread": line["thread"],
        "buyer": line["buyer"],
        "order_id": mail.order_id,
        "asin": f"B0{mail.number:08d}",
        "marketplace": "UK",
        "subject": line["subject"],
        "topics": line["topics"],
        "language": "en",
        "waiting": 1,
        "received_at": iso(mail.received_at),
        "due_at": iso(mail.received_at + timedelta(hours=24)),
        "state": "waiting",
        "older": False,
    }
    assert mail.order_id in line["subject"]
    assert isinstance(line["buyer"], str)
    assert all(isinstance(one, str) for one in line["topics"])
    assert MOMENT.match(line["due_at"])


def test_the_most_urgent_comes_first_and_older_ones_wait_as_well(
    command: CommandLine, mails: Path, now: datetime, put: PutMails
) -> None:
    put(3)
    ancient = buyer_mail(99, now - timedelta(days=30))
    (mails / "ancient.eml").write_bytes(ancient.raw)
    command("import", mails)
    lines = command("queue", "--json").lines
    assert [line["older"] for line in lines] == [True, False, False, False]
    due = [line["due_at"] for line in lines]
    assert due == sorted(due)
    (overdue,) = command("queue", "--state", "overdue", "--json").lines
    assert overdue["order_id"] == ancient.order_id


def test_what_is_not_known_is_null(
    command: CommandLine, mails: Path, now: datetime
) -> None:
    raw = buyer_mail(1, now).raw
    bare = raw.replace(b" (Order: 204-0000001-0000007)", b"")
    bare = bare.replace(b"# 204-0000001-0000007:\r\n", b"")
    bare = bare.replace(b"1 / Storage jar [ASIN: B000000001]\r\n", b"")
    (mails / "bare.eml").write_bytes(bare)
    command("import", mails)
    (line,) = command("queue", "--json").lines
    assert line["order_id"] is None
    assert line["asin"] is None


def test_a_thread_is_shown_with_exactly_these_keys(
    command: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    thread, mail = next(iter(threads.items()))
    (line,) = command("show", thread, "--json").lines
    assert line == {
        "direction": "in",
        "kind": "buyer",
        "received_at": iso(mail.received_at),
        "received_from": "date-header",
        "subject": line["subject"],
        "body": mail.words,
        "link": line["link"],
        "attachments": [],
    }
    assert line["link"].startswith("https://sellercentral.amazon.co.uk/messaging/")
    assert mail.words in command("show", thread).out


def test_mails_are_listed_with_exactly_these_keys(
    command: CommandLine, threads: dict[str, BuyerMail], mails: Path
) -> None:
    lines = command("list", "--kind", "buyer", "--json").lines
    assert [line["received_at"] for line in lines] == sorted(
        (str(iso(mail.received_at)) for mail in threads.values()), reverse=True
    )
    line = lines[0]
    assert set(line) == {
        "message",
        "thread",
        "kind",
        "subject",
        "received_at",
        "source",
    }
    assert line["kind"] == "buyer"
    assert line["thread"] in threads
    assert line["source"] == str(mails / "1.eml")


@pytest.mark.parametrize("kind", [one.value for one in Kind])
def test_every_kind_can_be_listed(command: CommandLine, kind: str) -> None:
    assert command("list", "--kind", kind, "--json").code == 0


def test_a_decision_a_confirmation_and_their_undoing(
    command: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    first, second, third = threads
    done = command("settle", first, "--no-response", "thanks only", "--json")
    assert done.code == 0
    assert len(done.document["entries"]) == 1
    assert states(command) == {
        "waiting": [second, third],
        "to-confirm": [first],
        "overdue": [],
        "settled": [],
        "all": states(command)["all"],
    }
    assert command("confirm", first, "--json").code == 0
    assert states(command)["settled"] == [first]
    for _ in range(2):
        assert command("settle", first, "--undo").code == 0
    assert states(command)["waiting"] == [first, second, third]
    assert "nothing to undo" in command("settle", first, "--undo").complaint


def test_what_another_seat_marked_is_taken_back_as_one(
    command: CommandLine, threads: dict[str, BuyerMail], tmp_path: Path
) -> None:
    first, *others = threads
    profile = Profile(tmp_path / "profile")
    with open_program(profile) as program, program.store.transaction():
        keys = program.reading.waiting_keys(first)
        scribe = Scribe(program.store, program.clock, Author("d", ANOTHER_SEAT))
        for key in keys:
            Decisions(program.store, scribe).write(
                Action.NO_RESPONSE_SEEN, first, [key], data=SEEN
            )
    assert states(command)["settled"] == [first]
    assert command("settle", first, "--undo").code == 0
    assert states(command)["waiting"] == [first, *others]


def test_an_answer_given_elsewhere_is_written_down(
    command: CommandLine, threads: dict[str, BuyerMail], now: datetime
) -> None:
    first, *_ = threads
    assert command("settle", first, "--replied-at", str(iso(now))).code == 0
    assert states(command)["settled"] == [first]


def test_several_threads_are_settled_together_or_not_at_all(
    command: CommandLine, threads: dict[str, BuyerMail], now: datetime
) -> None:
    given = [*threads, "gone"]
    for how in (("--no-response",), ("--replied-at", str(iso(now)))):
        assert "no thread “gone”" in command("settle", *given, *how).complaint
        assert states(command)["waiting"] == list(threads)


def test_older_ones_are_settled_together(
    command: CommandLine, mails: Path, now: datetime
) -> None:
    for number in (1, 2):
        mail = buyer_mail(number, now - timedelta(days=30))
        (mails / f"{number}.eml").write_bytes(mail.raw)
    command("import", mails)
    threads = states(command)["waiting"]
    assert (
        len(command("settle", *threads, "--older", "--json").document["entries"]) == 2
    )
    assert states(command)["waiting"] == []


@pytest.fixture
def connected(command: CommandLine) -> CommandLine:
    """Return the command line with an account to answer from."""
    command.add_shop()
    return command


def test_a_reply_passes_the_gate_and_is_stored(
    connected: CommandLine, threads: dict[str, BuyerMail], tmp_path: Path
) -> None:
    first, *_ = threads
    text = tmp_path / "reply.txt"
    text.write_text("Yes, the lid fits the larger jar as well.")
    done = connected("reply", first, "--file", text, "--json")
    assert done.code == 0
    assert done.document["queued"] is True
    assert done.document["message_id"].startswith("<ia-")
    shown = connected("show", first, "--json").lines
    assert [line["direction"] for line in shown] == ["in", "out"]
    assert shown[1]["body"] == text.read_text()
    assert (
        "already on its way"
        in connected("reply", first, "--file", "-", stdin=b"Again.").complaint
    )


def test_a_blocked_reply_is_not_stored_and_says_why(
    connected: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    first, *_ = threads
    body = "Yes, it fits. Write to me at anna@shop-of-ours.example.com"
    done = connected("reply", first, "--file", "-", "--json", stdin=body.encode())
    assert done.code == 1
    assert done.document["queued"] is False
    assert "contact-details" in {one["category"] for one in done.document["findings"]}
    assert done.err.count("\n") == 1
    assert states(connected)["waiting"][0] == first
    again = connected(
        "reply", first, "--file", "-", "--override", "agreed", stdin=body.encode()
    )
    assert again.code == 0


def test_what_a_reply_is_warned_of_is_told_and_does_not_stop_it(
    connected: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    first, second, *_ = threads
    body = "Yes, it fits. THANK YOU FOR YOUR PURCHASE!!!"
    given = ("reply", first, "--file", "-", "--json")
    done = connected(*given, stdin=body.encode())
    warned = [
        one for one in done.document["findings"] if one["severity"] == Severity.WARN
    ]
    assert (done.code, done.document["queued"]) == (0, True)
    assert [one["text"] in done.err for one in warned] == [True]
    assert done.err.startswith("Warning: ")
    assert done.err.endswith("calls it back in time.\n")
    fine = connected("reply", second, "--file", "-", "--json", stdin=b"Yes, it fits.")
    assert (fine.document["findings"], fine.err) == ([], "")


def test_that_a_reply_may_be_a_second_one_is_told(
    connected: CommandLine, threads: dict[str, BuyerMail], tmp_path: Path
) -> None:
    first, *_ = threads
    with (
        open_program(Profile(tmp_path / "profile")) as program,
        program.store.transaction(),
    ):
        keys = program.reading.waiting_keys(first)
        scribe = Scribe(program.store, program.clock, Author("d", ANOTHER_SEAT))
        decisions = Decisions(program.store, scribe)
        decisions.write(Action.ANSWERED_SEEN, first, keys, data=SEEN)
    done = connected("reply", first, "--file", "-", stdin=b"Yes, it fits.")
    assert done.code == 0
    assert done.out.startswith("Stored to be sent")
    assert "this may be a second reply" in done.err.splitlines()[0]
    assert "“”" not in done.err


def test_a_reply_is_called_back_until_it_leaves(
    connected: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    first, *_ = threads
    given = ("reply", first, "--withdraw")
    assert "waits to leave" in connected(*given).complaint
    stored = connected("reply", first, "--file", "-", "--json", stdin=b"Yes, it fits.")
    done = connected(*given, "--json")
    assert done.document == {"withdrawn": [stored.document["reply"]]}
    assert states(connected)["waiting"][0] == first
    again = connected("reply", first, "--file", "-", stdin=b"Yes, it fits well.")
    assert again.code == 0
    assert (
        connected(*given).out == "Called back; the text is the thread's draft again.\n"
    )
    assert "no thread" in connected("reply", "gone", "--withdraw").complaint
    assert "not allowed with" in connected(*given, "--file", "-").complaint
    assert "required" in connected("reply", first).complaint


def test_a_reply_without_an_account_is_an_error(
    command: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    first, *_ = threads
    given = ("reply", first, "--file", "-")
    assert "No account" in command(*given, stdin=b"Yes, it fits.").complaint


def test_a_table_for_people_has_no_line_breaks_of_buyers(
    command: CommandLine, mails: Path, now: datetime
) -> None:
    raw = buyer_mail(1, now).raw.replace(
        b"Product inquiry", b"=?utf-8?q?a=1b[2Jb=0Ac?="
    )
    (mails / "1.eml").write_bytes(raw)
    command("import", mails)
    out = command("queue").out
    assert out.count("\n") == 1
    assert "\x1b" not in out


def test_a_reply_takes_files_and_says_why_one_is_refused(
    connected: CommandLine, threads: dict[str, BuyerMail], tmp_path: Path
) -> None:
    first, second, *_ = threads
    (tmp_path / "size.txt").write_text("The lid is 8 cm wide.")
    (tmp_path / "film.mp4").write_bytes(b"1")
    (tmp_path / "bad.txt").write_text("Write to me at anna@shop-of-ours.example.com")
    given = ("--file", "-", "--attach")
    text = b"Yes, the lid fits the larger jar as well."
    refused = connected("reply", first, *given, tmp_path / "film.mp4", stdin=text)
    assert "takes no .mp4 files" in refused.complaint
    done = connected("reply", first, *given, tmp_path / "size.txt", stdin=text)
    assert done.code == 0
    held = connected("reply", second, *given, tmp_path / "bad.txt", stdin=text)
    assert held.code == 1


def test_a_refused_reply_leaves_no_files_that_the_next_one_would_take_along(
    connected: CommandLine, threads: dict[str, BuyerMail], tmp_path: Path
) -> None:
    thread = next(iter(threads))
    (tmp_path / "size.txt").write_text("The lid is 8 cm wide.")
    given = ("reply", thread, "--file", "-", "--attach", tmp_path / "size.txt")
    held = connected(*given, stdin=b"Write to me at anna@shop-of-ours.example.com")
    assert held.code == 1
    assert connected(*given, stdin=b"Yes, the lid fits.").code == 0
    with open_program(Profile(connected.profile)) as program:
        store = program.store
        [reply] = store.outbox.of_thread(thread)
        assert len(files_in(reply.raw)) == 1
        assert store.attachments.of_thread(thread) == []


def test_a_reply_leaves_what_is_being_written_in_the_window_alone(
    connected: CommandLine, threads: dict[str, BuyerMail]
) -> None:
    thread = next(iter(threads))
    with open_program(Profile(connected.profile)) as program:
        program.replies.keep_draft(Draft(thread, "I am still asking our"))
        program.enclosing.add(thread, looked_into("a.txt", b"size 8"), b"size 8")
    done = connected("reply", thread, "--file", "-", stdin=b"Yes, the lid fits.")
    assert done.code == 0
    with open_program(Profile(connected.profile)) as program:
        store = program.store
        [reply] = store.outbox.of_thread(thread)
        assert files_in(reply.raw) == []
        draft = store.drafts.read(thread)
        assert draft is not None
        assert draft.body == "I am still asking our"
        assert [one.name for one in store.attachments.of_thread(thread)] == ["a.txt"]
