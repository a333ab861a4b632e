"""A mail given to a real server: after every fault we know, or know that we do not."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from inbox_assistant.mail.failures import (
    InsecureError,
    RefusedError,
    ServerError,
    SignInRefusedError,
    Step,
    TryLaterError,
    UnsureError,
)
from inbox_assistant.mail.imap import connect
from inbox_assistant.mail.secret import AccessToken, Password
from inbox_assistant.mail.server_settings import (
    MailboxSettings,
    Security,
    SendingSettings,
)
from inbox_assistant.mail.smtp import Accepted, OutgoingMail, check_sending, deliver
from tests.servers.dovecot import Account, free_ports
from tests.servers.fault_proxy import FaultProxy, Lane
from tests.servers.submission import AfterDot, SubmissionServer

BODY = b"Hello Anna,\r\n.a line that begins with a dot\r\n..another\r\n.\r\nBye\r\n"


@dataclass
class Desk:
    """A seller who sends one reply, and the buyer who gets it or not."""

    server: SubmissionServer
    settings: SendingSettings
    password: Password
    reply: OutgoingMail
    buyer: MailboxSettings
    buyer_password: Password
    dots: int = 0

    def send(self) -> Accepted:
        """Deliver the reply and count how often it comes to its final dot."""
        return deliver(self.settings, self.password, self.reply, self.count_dot)

    def count_dot(self) -> None:
        """Remember that the final dot is about to be sent."""
        self.dots += 1

    def copies(self) -> list[bytes]:
        """Return what has arrived at the buyer's."""
        with connect(self.buyer, self.buyer_password) as mailbox:
            mailbox.select()
            return [mail.raw for mail in mailbox.fetch(mailbox.uids_from(1))]


@pytest.fixture
def parties(
    account: Account, buyer: Account, buyer_settings: MailboxSettings
) -> tuple[OutgoingMail, Account, MailboxSettings]:
    head = (
        f"From: Shop <{account.name}>\r\nTo: {buyer.name}\r\n"
        "Message-ID: <ob-1@shop.example>\r\nSubject: Re: Parcel\r\n\r\n"
    )
    reply = OutgoingMail(account.name, buyer.name, head.encode() + BODY)
    return reply, buyer, buyer_settings


@pytest.fixture
def desk(
    submission: SubmissionServer,
    sending_settings: SendingSettings,
    password: Password,
    parties: tuple[OutgoingMail, Account, MailboxSettings],
) -> Desk:
    reply, buyer, buyer_settings = parties
    return Desk(
        submission,
        sending_settings,
        password,
        reply,
        buyer_settings,
        Password(buyer.password),
    )


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_reply_reaches_the_buyer_and_the_servers_words_are_kept(
    desk: Desk, security: Security
) -> None:
    if security is Security.TLS:
        port = desk.server.tls_port
        desk.settings = replace(desk.settings, port=port, security=security)
    accepted = desk.send()
    assert accepted.response_text.startswith("2.0.0 Ok: queued as")
    assert desk.dots == 1
    (copy,) = desk.copies()
    assert copy.endswith(desk.reply.raw)
    (taken,) = desk.server.taken
    assert taken.raw == desk.reply.raw
    assert taken.envelope_from == desk.reply.envelope_from
    assert taken.to == (desk.reply.to,)


def test_lines_without_proper_ends_are_given_them(desk: Desk) -> None:
    desk.reply = replace(desk.reply, raw=b"Subject: x\n\nOne\r.\rTwo\n.\nThree")
    desk.send()
    whole = b"Subject: x\r\n\r\nOne\r\n.\r\nTwo\r\n.\r\nThree\r\n"
    assert desk.server.taken[0].raw == whole


@pytest.mark.parametrize("stage", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("550 5.1.1 No such <buyer@x.example> here", RefusedError),
        ("552 5.2.3 Too large", RefusedError),
        ("451 4.3.0 Come back soon", TryLaterError),
        ("421 4.7.0 Too many mails", TryLaterError),
        ("530 5.7.0 Sign in first", SignInRefusedError),
    ],
)
def test_a_no_of_the_server_means_that_no_copy_left(
    desk: Desk, stage: str, answer: str, error: type[ServerError]
) -> None:
    desk.server.answers[stage] = answer
    with pytest.raises(error) as caught:
        desk.send()
    assert caught.value.retryable is (error is TryLaterError)
    assert caught.value.server_said == answer[4:].replace(
        "buyer@x.example", "(address)"
    )
    assert "buyer@" not in str(caught.value)
    assert desk.dots == (1 if stage == "DATA" else 0)
    assert desk.copies() == []


@pytest.mark.parametrize(
    ("way", "delivered"),
    [
        (AfterDot.DELIVER_AND_CUT, 1),
        (AfterDot.LOSE_AND_CUT, 0),
        (AfterDot.DELIVER_IN_SILENCE, 1),
    ],
)
def test_without_an_answer_to_the_dot_nobody_can_be_sure(
    desk: Desk, way: AfterDot, delivered: int
) -> None:
    desk.server.after_dot = way
    desk.settings = replace(desk.settings, answer_timeout=timedelta(seconds=1))
    with pytest.raises(UnsureError, match="did not say that it took it") as caught:
        desk.send()
    assert not caught.value.retryable
    assert desk.dots == 1
    assert len(desk.copies()) == delivered


def test_a_connection_cut_within_the_mail_leaves_no_copy(desk: Desk) -> None:
    # More than the system would take before it notices that nobody reads.
    large = desk.reply.raw + b"A long line of text.\r\n" * 1_000_000
    desk.reply = replace(desk.reply, raw=large)
    with FaultProxy(desk.settings.port, Lane(cut_after=200_000)) as proxy:
        desk.settings = replace(desk.settings, port=proxy.port)
        with pytest.raises(TryLaterError, match="ended before the mail was sent"):
            desk.send()
    assert desk.dots == 0
    assert desk.server.taken == []
    assert desk.copies() == []


@pytest.mark.parametrize("cut_after", [0, 40, 300, 900, 1500, 1800])
def test_a_connection_cut_early_leaves_no_copy(desk: Desk, cut_after: int) -> None:
    cutting = Lane(cut_after=cut_after)
    with FaultProxy(desk.settings.port, to_client=cutting) as proxy:
        desk.settings = replace(desk.settings, port=proxy.port)
        with pytest.raises(TryLaterError) as caught:
            desk.send()
    assert caught.value.retryable
    assert desk.dots == 0
    assert desk.server.taken == []


def test_what_the_last_step_before_the_dot_raises_keeps_the_mail_here(
    desk: Desk,
) -> None:
    def cannot_write_it_down() -> None:
        message = "the disk is full"
        raise OSError(message)

    with pytest.raises(OSError, match="the disk is full"):
        deliver(desk.settings, desk.password, desk.reply, cannot_write_it_down)
    assert desk.server.taken == []
    assert desk.copies() == []


def test_a_wrong_password_is_tried_once_and_never_shown(desk: Desk) -> None:
    desk.password = Password("not the right one")
    with pytest.raises(SignInRefusedError) as caught:
        desk.send()
    assert str(caught.value) == (
        "localhost refused the sign-in. Check name and password, then try again."
    )
    assert "not the right one" not in repr(vars(caught.value))
    assert desk.server.sign_ins == 1
    assert desk.dots == 0


def test_a_server_that_repeats_the_password_is_not_quoted(desk: Desk) -> None:
    desk.server.answers["AUTH"] = f"535 5.7.8 Bad password {desk.password.value}"
    with pytest.raises(SignInRefusedError) as caught:
        check_sending(desk.settings, desk.password)
    assert caught.value.server_said == "5.7.8 Bad password (hidden)"


def test_a_server_that_cannot_check_passwords_now_is_tried_again(desk: Desk) -> None:
    desk.server.answers["AUTH"] = "454 4.7.0 Try again"
    with pytest.raises(TryLaterError, match="cannot check sign-ins") as caught:
        check_sending(desk.settings, desk.password)
    assert caught.value.step is Step.SIGN_IN


def test_an_access_token_signs_in(desk: Desk) -> None:
    desk.server.accounts[desk.settings.user] = "ya29.token"
    check_sending(desk.settings, AccessToken("ya29.token"))
    with pytest.raises(SignInRefusedError):
        check_sending(desk.settings, AccessToken("expired"))
    assert desk.server.sign_ins == 2


@pytest.mark.parametrize("secret", [Password("two\r\nlines"), AccessToken("")])
def test_a_secret_that_cannot_be_one_is_not_sent(
    desk: Desk, secret: Password | AccessToken
) -> None:
    with pytest.raises(SignInRefusedError, match="Type it again"):
        check_sending(desk.settings, secret)
    assert desk.server.sign_ins == 0


@pytest.mark.parametrize(
    "address",
    ["", "anna", "@x.example", "a@", "a@b\r\nDATA", "a b@c", "<a@b>", "ä@b", "a@b,c@d"],
)
def test_an_address_that_is_none_is_refused_before_anything_is_said(
    desk: Desk, address: str
) -> None:
    reply = desk.reply
    for odd in (replace(reply, to=address), replace(reply, envelope_from=address)):
        desk.reply = odd
        with pytest.raises(RefusedError, match="plain mail address"):
            desk.send()
    assert desk.server.sign_ins == 0


def test_where_nobody_listens_the_reply_waits(desk: Desk) -> None:
    desk.settings = replace(desk.settings, port=free_ports(1)[0])
    with pytest.raises(TryLaterError, match="takes no connections on port") as caught:
        desk.send()
    assert caught.value.retryable
    assert caught.value.step is Step.CONNECTING


def test_without_starttls_neither_name_nor_password_is_said(desk: Desk) -> None:
    stripping = Lane(rewrite=lambda piece: piece.replace(b"STARTTLS", b"XTARTTLS"))
    with FaultProxy(desk.settings.port, to_client=stripping) as proxy:
        desk.settings = replace(desk.settings, port=proxy.port)
        with pytest.raises(InsecureError, match=r"no protection \(STARTTLS\)"):
            desk.send()
        assert bytes(proxy.seen_from_client) == b"ehlo [127.0.0.1]\r\n"


def test_starttls_refused_is_the_end(desk: Desk) -> None:
    refusing = Lane(rewrite=lambda piece: piece.replace(b"220 Ready", b"454 Later"))
    with FaultProxy(desk.settings.port, to_client=refusing) as proxy:
        desk.settings = replace(desk.settings, port=proxy.port)
        with pytest.raises(InsecureError):
            desk.send()
        said = b"ehlo [127.0.0.1]\r\nSTARTTLS\r\n"
        assert bytes(proxy.seen_from_client) == said
