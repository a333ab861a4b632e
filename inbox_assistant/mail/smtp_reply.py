"""What the numbers of a sending server mean for a mail."""

from enum import IntEnum

from inbox_assistant.mail.failures import (
    RefusedError,
    ServerError,
    SignInRefusedError,
    Step,
    TryLaterError,
    UnsureError,
)


class Code(IntEnum):
    """The answers that let a conversation go on."""

    READY = 220
    SIGNED_IN = 235
    DONE = 250
    FORWARDED = 251
    TAKEN_UNVERIFIED = 252
    GO_ON = 334
    START_MAIL = 354


RECIPIENT_TAKEN = (Code.DONE, Code.FORWARDED, Code.TAKEN_UNVERIFIED)
SIGN_IN_CODES = frozenset({530, 534, 535, 538})
"""Codes that mean a problem with the sign-in, at whatever stage they come."""
YES, LATER, NO = 2, 4, 5
"""The first digit of a code."""
NOTHING_SENT = "Nothing was sent, so it is safe to try again."


def is_yes(code: int) -> bool:
    """Return whether *code* says that all is done."""
    return code // 100 == YES


def is_no(code: int) -> bool:
    """Return whether *code* plainly says that nothing was taken."""
    return code // 100 in {LATER, NO}


def not_ready(host: str, code: int, text: str) -> TryLaterError:
    """Return what to tell people when *host* does not take part at all."""
    message = f"{host} takes no mail at the moment: {code} {text}"
    return TryLaterError(message, NOTHING_SENT, said=text)


def not_taken(host: str, code: int, text: str) -> ServerError:
    """Return what to tell people when *host* did not take a mail."""
    if code in SIGN_IN_CODES:
        return sign_in_failed(host, code, text)
    if code // 100 == NO:
        return RefusedError(
            f"{host} refused the mail: {code} {text}",
            "Read the server's reason; sending the same again is no use.",
            said=text,
        )
    return TryLaterError(
        f"{host} did not take the mail this time: {code} {text}",
        NOTHING_SENT,
        said=text,
    )


def sign_in_failed(host: str, code: int, text: str) -> ServerError:
    """Return what to tell people when *host* did not let us in."""
    if code // 100 == LATER:
        message = f"{host} cannot check sign-ins at the moment."
        hint = NOTHING_SENT
        return TryLaterError(message, hint, step=Step.SIGN_IN, said=text)
    return SignInRefusedError(
        f"{host} refused the sign-in.",
        "Check name and password, then try again.",
        said=text,
    )


def cut_before_dot(host: str) -> TryLaterError:
    """Return what to tell people when the connection ended before the dot."""
    message = f"The connection to {host} ended before the mail was sent."
    return TryLaterError(message, NOTHING_SENT)


def unsure(host: str, text: str = "") -> UnsureError:
    """Return what to tell people when the dot got no plain answer."""
    return UnsureError(
        f"{host} was given the whole mail but did not say that it took it.",
        "Look whether it is among the sent mails before you send it again.",
        said=text,
    )
