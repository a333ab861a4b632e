"""A sending server may say anything at any stage: the mail's fate is told rightly."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from inbox_assistant.mail.failures import (
    RefusedError,
    ServerError,
    SignInRefusedError,
    TryLaterError,
    UnsureError,
)
from inbox_assistant.mail.secret import AccessToken, Password, Secret, base64_of
from inbox_assistant.mail.server_settings import Security, SendingSettings
from inbox_assistant.mail.smtp import Accepted, OutgoingMail, deliver
from inbox_assistant.mail.smtp_session import SmtpSession
from tests.servers.scripted import ScriptedServer

RAW = b"Subject: Re: Parcel\r\n\r\nHello\r\n"
MAIL = OutgoingMail("shop@shop.example", "a1@marketplace.example", RAW)
EHLO = b"250-mail.example\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250 AUTH PLAIN LOGIN\r\n"
USUAL = {
    b"EHLO": EHLO,
    b"AUTH PLAIN": b"235 welcome\r\n",
    b"MAIL": b"250 ok\r\n",
    b"RCPT": b"250 ok\r\n",
    b"DATA": b"354 go on\r\n",
    b".": b"250 queued as 1\r\n",
    b"QUIT": b"221 bye\r\n",
}


class Relay:
    """A scripted sending server and the lines it has heard."""

    def __init__(self, answers: Mapping[bytes, bytes | None]) -> None:
        self.answers = {**USUAL, **answers}
        self.in_mail = False
        self.dots = 0
        self.lines: list[bytes] = []

    def __call__(self, line: bytes) -> bytes | None:
        """Answer a command; within a mail only the dot is one."""
        if self.in_mail:
            self.in_mail = line != b"."
            return b"" if self.in_mail else self.answers[b"."]
        for command in sorted(self.answers, key=len, reverse=True):
            if command != b"." and line.upper().startswith(command):
                said = self.answers[command]
                self.in_mail = said is not None and said.startswith(b"354")
                return said
        return b"500 what?\r\n"

    def deliver(
        self,
        secret: Secret | None = Password("sesame"),  # noqa: B008 - a frozen value
        greeting: bytes = b"220 ready\r\n",
        mail: OutgoingMail = MAIL,
    ) -> Accepted:
        """Hand *mail* to this server."""
        with ScriptedServer(greeting, self) as server:
            self.lines = server.lines
            settings = SendingSettings(
                "localhost",
                server.port,
                "desk@shop.example",
                Security.NONE_ON_LOOPBACK,
                timeout=timedelta(seconds=1),
                answer_timeout=timedelta(seconds=1),
            )
            return deliver(settings, secret, mail, self.count_dot)

    def heard(self) -> list[bytes]:
        """Return the lines in small letters; Pythons differ in how they spell some."""
        return [line.lower() for line in self.lines]

    def count_dot(self) -> None:
        """Remember that the final dot is about to be sent."""
        self.dots += 1


@pytest.mark.parametrize(
    ("said", "error"),
    [
        (b"", UnsureError),
        (None, UnsureError),
        (b"2", UnsureError),
        (b"25", UnsureError),
        (b"hello?\r\n", UnsureError),
        (b"354 more\r\n", UnsureError),
        (b"100 hm\r\n", UnsureError),
        (b"\xff\xff\xff\r\n", UnsureError),
        (b"250-queued\r\n", UnsureError),
        (b"250 " + b"x" * 20_000 + b"\r\n", UnsureError),
        (b"421 closing\r\n", TryLaterError),
        (b"452 full\r\n", TryLaterError),
        (b"554-5.7.1 blocked\r\n554 see our page\r\n", RefusedError),
    ],
)
def test_after_the_dot_only_a_plain_answer_counts(
    said: bytes | None, error: type[ServerError]
) -> None:
    relay = Relay({b".": said})
    with pytest.raises(error):
        relay.deliver()
    assert relay.dots == 1


@pytest.mark.parametrize("said", [b"250 ok\r\n", b"250-two\r\n250 lines\r\n"])
def test_a_yes_is_a_yes_in_one_line_or_more(said: bytes) -> None:
    expected = said.replace(b"250-", b"").replace(b"250 ", b"").split()
    accepted = Relay({b".": said}).deliver()
    assert accepted.response_text.encode().split() == expected


@pytest.mark.parametrize(
    "early", [b"421 4.3.2 going down\r\n", b"552 too large\r\n", b"250 ok\r\n"]
)
def test_an_answer_before_the_dot_keeps_the_dot_here(early: bytes) -> None:
    relay = Relay({b"DATA": b"354 go on\r\n" + early})
    with pytest.raises((TryLaterError, RefusedError)):
        relay.deliver()
    assert relay.dots == 0
    assert b"." not in relay.lines


@pytest.mark.parametrize("stage", [b"EHLO", b"AUTH PLAIN", b"MAIL", b"RCPT", b"DATA"])
@pytest.mark.parametrize("said", [None, b"", b"4\r\n", b"hm\r\n", b"999 x\r\n"])
def test_nonsense_before_the_dot_leaves_no_copy(
    stage: bytes, said: bytes | None
) -> None:
    relay = Relay({stage: said})
    with pytest.raises((TryLaterError, SignInRefusedError)):
        relay.deliver()
    assert relay.dots == 0


@pytest.mark.parametrize(
    "greeting", [b"554 not here\r\n", b"421 busy\r\n", b"* OK\r\n"]
)
def test_a_server_that_does_not_want_to_talk_is_tried_later(greeting: bytes) -> None:
    with pytest.raises(TryLaterError, match="takes no mail at the moment") as caught:
        Relay({}).deliver(greeting=greeting)
    assert caught.value.retryable


def test_the_end_of_the_conversation_does_not_matter() -> None:
    for goodbye in (None, b"", b"500 no\r\n"):
        assert Relay({b"QUIT": goodbye}).deliver().response_text == "queued as 1"


def test_size_and_eight_bit_are_announced_where_they_are_understood() -> None:
    relay = Relay({})
    relay.deliver()
    assert f"mail from:<shop@shop.example> size={len(RAW)}".encode() in relay.heard()
    relay.deliver(mail=replace(MAIL, raw=RAW + "für\r\n".encode()))
    assert any(line.endswith(b"body=8bitmime") for line in relay.lines)
    relay.answers[b"EHLO"] = b"250-mail.example\r\n250 AUTH PLAIN\r\n"
    relay.deliver()
    assert b"mail from:<shop@shop.example>" in relay.heard()


def test_the_older_way_to_sign_in_is_used_where_there_is_no_other() -> None:
    relay = Relay(
        {
            b"EHLO": b"250-mail.example\r\n250 AUTH LOGIN\r\n",
            b"AUTH LOGIN": b"334 VXNlcm5hbWU6\r\n",
            base64_of("desk@shop.example").upper().encode(): b"334 UGFzc3dvcmQ6\r\n",
            base64_of("sesame").upper().encode(): b"235 welcome\r\n",
        }
    )
    assert relay.deliver().response_text == "queued as 1"


def test_a_refused_name_is_not_followed_by_the_password() -> None:
    relay = Relay(
        {
            b"EHLO": b"250-mail.example\r\n250 AUTH LOGIN\r\n",
            b"AUTH LOGIN": b"535 not you\r\n",
        }
    )
    with pytest.raises(SignInRefusedError):
        relay.deliver()
    assert base64_of("sesame").encode() not in relay.lines


@pytest.mark.parametrize(
    ("offered", "secret"),
    [
        (b"250 AUTH CRAM-MD5\r\n", Password("sesame")),
        (b"250 AUTH PLAIN\r\n", AccessToken("token")),
        (b"250 HELP\r\n", Password("sesame")),
    ],
)
def test_where_no_way_to_sign_in_is_common_nothing_is_said(
    offered: bytes, secret: Secret
) -> None:
    relay = Relay({b"EHLO": b"250-mail.example\r\n" + offered})
    with pytest.raises(SignInRefusedError, match="no sign-in of this kind"):
        relay.deliver(secret)
    assert relay.lines == [b"ehlo [127.0.0.1]"]


def test_a_relay_on_this_computer_may_need_no_sign_in() -> None:
    relay = Relay({b"EHLO": b"250 mail.example\r\n"})
    assert relay.deliver(None).response_text == "queued as 1"
    assert not any(line.upper().startswith(b"AUTH") for line in relay.lines)


@pytest.mark.parametrize(
    ("before_the_dot", "error"), [(True, TryLaterError), (False, UnsureError)]
)
def test_a_fault_of_our_own_is_judged_by_the_dot_as_well(
    error: type[ServerError], *, before_the_dot: bool
) -> None:
    with ScriptedServer(b"220 ready\r\n", Relay({})) as server:
        settings = SendingSettings(
            "localhost", server.port, "desk", Security.NONE_ON_LOOPBACK
        )
        with SmtpSession.open(settings) as session:
            session.announce(MAIL.envelope_from, MAIL.to, MAIL.raw)
            last_step: Callable[[], object] = partial(session.send_body, MAIL.raw)
            if not before_the_dot:
                last_step()
                last_step = session.send_dot
            file = session._line.file
            assert file is not None
            file.close()
            with pytest.raises(error):
                last_step()
