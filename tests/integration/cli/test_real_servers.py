"""``sync`` with real servers: what it does, and what it never tells."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.settings import UNDO_SECONDS
from tests.end2end.amazon_mails import BuyerMail, buyer_mail
from tests.integration.cli.command_line import CommandLine, Done, Processes
from tests.servers.dovecot import Account, Dovecot
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.submission import AfterDot, SubmissionServer, Taken, deliver

BODY = "Yes, the lid fits the larger jar as well. Kind regards, Petra"


@dataclass(frozen=True, slots=True)
class Shop:
    """A profile whose account is on the real servers."""

    command: CommandLine
    account: Account
    dovecot: Dovecot
    submission: SubmissionServer
    ca_file: Path

    def connect(self, name: str = "shop", port: int | None = None) -> None:
        """Add the account, perhaps by way of a proxy."""
        self.command(
            "account",
            "add",
            name,
            "--address",
            self.account.name,
            "--imap",
            f"localhost:{port or self.dovecot.imaps_port}",
            "--smtp",
            f"localhost:{self.submission.starttls_port}",
            "--smtp-security",
            "starttls",
            "--ca-file",
            self.ca_file,
        )
        with open_program(paths.Profile(self.command.profile)) as program:
            program.settings.put(UNDO_SECONDS, 0)

    def receive(self, mail: BuyerMail) -> None:
        """Let the mail server take a buyer's message."""
        taken = Taken("bounces@amazonses.com", (self.account.name,), mail.raw)
        deliver(self.dovecot.lmtp_port, taken)

    def sync(self, password: str | None = None) -> Done:
        """Run a round in a process of its own."""
        secret = self.account.password if password is None else password
        processes = Processes({"INBOX_ASSISTANT_PASSWORD": secret})
        return processes("--profile", self.command.profile, "sync", "--json")

    def reply(self, body: str = BODY) -> None:
        """Answer the most urgent thread."""
        line = self.command("queue", "--json").lines[0]
        done = self.command("reply", line["thread"], "--file", "-", stdin=body.encode())
        assert done.code == 0, done.err

    def logs(self) -> str:
        """Return all that was logged."""
        folder = self.command.profile / "logs"
        return "".join(path.read_text("utf-8") for path in folder.iterdir())


@pytest.fixture
def shop(
    command: CommandLine,
    account: Account,
    dovecot: Dovecot,
    submission: SubmissionServer,
    ca_file: Path,
) -> Shop:
    """Return the shop, connected."""
    made = Shop(command, account, dovecot, submission, ca_file)
    made.connect()
    return made


def test_a_round_fetches_delivers_files_and_marks(shop: Shop, now: datetime) -> None:
    mail = buyer_mail(1, now - timedelta(hours=1))
    shop.receive(mail)
    assert shop.sync().document == {
        "accounts": [
            {
                "account": "shop",
                "added": 1,
                "already_there": 0,
                "not_buyer_messages": 0,
                "unreadable": [],
                "handed_over": 0,
                "problems": [],
            }
        ]
    }
    shop.reply()
    done = shop.sync()
    assert (done.code, done.err) == (0, "")
    assert done.document["accounts"][0]["handed_over"] == 1
    (taken,) = shop.submission.taken
    assert taken.to == (mail.alias,)
    assert message_from_bytes(taken.raw)["To"] == mail.alias
    assert shop.command("queue", "--json").out == ""
    flags = list((shop.account.maildir / "cur").iterdir())
    assert any(":2," in path.name and "R" in path.name for path in flags)
    assert shop.sync().document["accounts"][0]["handed_over"] == 0
    assert len(shop.submission.taken) == 1


def test_one_account_that_fails_does_not_stop_the_other(
    shop: Shop, now: datetime
) -> None:
    shop.command(
        "account",
        "add",
        "a broken one",
        "--address",
        "other@shop.example",
        "--imap",
        "localhost:1",
        "--smtp",
        "localhost:1",
    )
    shop.receive(buyer_mail(1, now))
    done = shop.sync()
    assert done.code == 1
    broken, well = done.document["accounts"]
    assert (broken["added"], len(broken["problems"])) == (0, 1)
    assert (well["added"], well["problems"]) == (1, [])
    assert done.err.startswith("a broken one: ")


def test_what_goes_wrong_is_told_without_naming_anybody(
    shop: Shop, now: datetime
) -> None:
    mail = buyer_mail(1, now - timedelta(hours=1))
    shop.receive(mail)
    told = [shop.sync(), shop.sync("wrong password")]
    shop.reply()
    shop.submission.answers["RCPT"] = f"451 4.2.0 <{mail.alias}> is busy"
    told.append(shop.sync())
    shop.submission.answers["RCPT"] = f"550 5.1.1 <{mail.alias}> unknown"
    shop.connect()  # which lets the reply try again at once
    told.append(shop.sync())
    shop.submission.answers.clear()
    shop.reply(f"{BODY} again")
    shop.submission.after_dot = AfterDot.LOSE_AND_CUT
    told.append(shop.sync())
    cut = Lane(cut_after=4000)
    with FaultProxy(shop.dovecot.imaps_port, to_client=cut) as proxy:
        shop.connect("by proxy", proxy.port)
        told.append(shop.sync())
    assert [done.code for done in told].count(0) == 1
    logs = shop.logs()
    assert logs.count("round: ") == 7
    for kind in ("SignInRefusedError", "UnsureError"):
        assert kind in logs
    secret = (
        shop.account.password,
        "wrong password",
        mail.alias.partition("@")[0],
        mail.order_id,
        shop.account.name,
        "question 1",
        "larger jar",
        "Petra",
    )
    everything = logs + "".join(done.err for done in told)
    assert [one for one in secret if one in everything] == []
    assert "Traceback" not in everything


def test_a_reply_that_may_have_left_is_left_to_a_person(
    shop: Shop, now: datetime
) -> None:
    shop.receive(buyer_mail(1, now))
    shop.sync()
    shop.reply()
    shop.submission.after_dot = AfterDot.DELIVER_AND_CUT
    done = shop.sync()
    assert done.code == 1
    shop.submission.after_dot = AfterDot.ANSWER
    shop.sync()
    assert len(shop.submission.taken) == 1
    with open_program(paths.Profile(shop.command.profile)) as program:
        (reply,) = program.store.outbox.in_states(set(OutboxState))
    assert reply.state is OutboxState.UNSURE
    assert json.loads(shop.command("queue", "--json").out)["waiting"] == 1


def test_the_doctor_finds_everything_in_order(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INBOX_ASSISTANT_PASSWORD", shop.account.password)
    checks = {one["what"]: one for one in shop.command("doctor", "--json").document}
    assert checks["reading shop"]["works"] is True, checks
    assert checks["reading shop"]["detail"].endswith("· Sent")
    assert checks["sending shop"]["works"] is True, checks
