"""What goes wrong is told in a sentence with a hint, without addresses."""

import socket
import ssl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.errors import MailError
from inbox_assistant.mail.failures import (
    TEXT_LIMIT,
    ConnectionLostError,
    FolderError,
    InsecureError,
    RefusedError,
    ServerError,
    ServerRefusedError,
    SignInRefusedError,
    Step,
    TryLaterError,
    UnreachableError,
    UnsureError,
    no_starttls,
    no_way_to,
    not_protected,
    on_one_line,
)


def certificate_error(number: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = number
    return error


@pytest.mark.parametrize(
    ("error", "sentence", "step"),
    [
        (socket.gaierror(-2, "?"), "No server is called h.example", Step.NAME_LOOKUP),
        (UnicodeError("label too long"), "No server is called", Step.NAME_LOOKUP),
        (TimeoutError(), "does not answer on port 993", Step.CONNECTING),
        (ConnectionRefusedError(), "takes no connections on", Step.CONNECTING),
        (OSError(113, "no route"), "could not be made", Step.CONNECTING),
        (ssl.SSLEOFError(), "while it was being protected", Step.TLS),
    ],
)
def test_what_may_pass_by_itself_can_be_tried_again(
    error: OSError | UnicodeError, sentence: str, step: Step
) -> None:
    told = no_way_to("h.example", 993, error)
    assert isinstance(told, UnreachableError)
    assert sentence in told.message
    assert told.hint
    assert told.retryable
    assert told.step is step


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (9, "is not valid yet"),
        (10, "has expired"),
        (62, "belongs to another name"),
        (64, "belongs to another name"),
        (18, "does not trust"),
        (20, "does not trust"),
        (9999, "does not trust"),
    ],
)
def test_each_fault_of_a_certificate_has_its_sentence(
    number: int, sentence: str
) -> None:
    told = no_way_to("h.example", 993, certificate_error(number))
    assert isinstance(told, InsecureError)
    assert sentence in told.message
    assert "h.example" in told.message
    assert told.hint
    assert not told.retryable


def test_what_is_not_tls_is_told_from_a_wrong_certificate() -> None:
    told = not_protected("h.example", 143, ssl.SSLError(1, "WRONG_VERSION_NUMBER"))
    assert told.message == "h.example does not speak TLS on port 143."
    assert no_starttls("h.example").step is Step.TLS


def test_only_what_left_no_copy_may_be_tried_again() -> None:
    retryable = {UnreachableError, ConnectionLostError, TryLaterError}
    kinds: list[type[ServerError]] = [
        UnreachableError,
        InsecureError,
        SignInRefusedError,
        ConnectionLostError,
        ServerRefusedError,
        FolderError,
        RefusedError,
        TryLaterError,
        UnsureError,
    ]
    for kind in kinds:
        error = kind("It failed.", "Do this.", said="no")
        assert isinstance(error, MailError)
        assert error.retryable is (kind in retryable)
        assert str(error) == "It failed. Do this."
        assert error.server_said == "no"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            b"5.1.1 <anna@shop.example>: no\r\nsuch user",
            "5.1.1 <(address)>: no such user",
        ),
        ("to=a.b+c@x.example, no", "to=a.b+c@x.example, no"),
        (b"\x1b[31mred\x00\xff", "[31mred �"),
        ("", ""),
    ],
)
def test_a_servers_text_is_one_line_without_addresses(
    said: bytes | str, shown: str
) -> None:
    shown = shown.replace("to=a.b+c@x.example", "(address)")
    assert on_one_line(said) == shown


@given(st.text() | st.binary(max_size=2000))
def test_whatever_a_server_says_becomes_one_short_line(said: str | bytes) -> None:
    line = on_one_line(said)
    assert len(line) <= TEXT_LIMIT + 1
    assert len(line.splitlines()) <= 1
    assert line == line.strip()
