"""What an account signs in with; it never shows in a text."""

import base64
from dataclasses import dataclass, field

HIDDEN = "(hidden)"
CONTROL_CHARACTERS = frozenset(map(chr, [*range(32), 127]))


@dataclass(frozen=True, slots=True)
class Password:
    """A password, or the password that a provider makes for one program."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A token of the provider's own sign-in page, good for about an hour."""

    value: str = field(repr=False)


Secret = Password | AccessToken


def is_one_line(text: str) -> bool:
    """Return whether *text* can be part of a command: not empty, no control codes."""
    return bool(text) and CONTROL_CHARACTERS.isdisjoint(text)


def plain_answer(user: str, secret: Password) -> str:
    """Return what SASL PLAIN says, before base64."""
    return f"\0{user}\0{secret.value}"


def token_answer(user: str, secret: AccessToken) -> str:
    """Return what SASL XOAUTH2 says, before base64."""
    return f"user={user}\1auth=Bearer {secret.value}\1\1"


def base64_of(text: str) -> str:
    """Return *text* as UTF-8 in base64, on one line."""
    return base64.b64encode(text.encode()).decode("ascii")


def hide(secret: Secret | None, text: str) -> str:
    """Return *text* without *secret*, should a server have repeated it."""
    if secret is None or not secret.value:
        return text
    for form in (secret.value, base64_of(secret.value)):
        text = text.replace(form, HIDDEN)
    return text
