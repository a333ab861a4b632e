"""Mails that say that a mail came back."""

import re
from dataclasses import dataclass

from inbox_assistant.mail.address import Address, read_addresses
from inbox_assistant.mail.body import Body
from inbox_assistant.mail.domains import is_relay, relays_in
from inbox_assistant.mail.headers import (
    Headers,
    parameters,
    split_headers,
    without_envelope,
)

_DAEMONS = frozenset({"mailer-daemon", "mail-daemon", "maildaemon", "mailerdaemon"})
_FIELD = re.compile(
    r"^(final-recipient|original-recipient|action):[ \t]*(.{1,600})$",
    re.IGNORECASE | re.MULTILINE,
)
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,900}>")
_ID_LINE = re.compile(
    r"^[> \t]{0,10}message-id:[ \t]*(?:\n[ \t]+)?(<[^<>\s]{1,900}>)",
    re.IGNORECASE | re.MULTILINE,
)
_RETURNED = "failed"


@dataclass(frozen=True, slots=True)
class Bounce:
    """What came back and from whom."""

    message_id: str | None
    recipient: str | None
    is_final: bool
    """Whether delivery was given up; a delay is only news."""
    subject: str = ""


def read_bounce(headers: Headers, body: Body, sender: str) -> Bounce | None:
    """Return what a bounce says; ``None`` where the mail is none."""
    kind = headers.raw("content-type")
    is_report = (
        kind.lower().startswith("multipart/report")
        and parameters(kind).get("report-type", "").lower() == "delivery-status"
    ) or bool(body.delivery_status)
    is_daemon = sender.partition("@")[0].lower() in _DAEMONS
    failed = [item.address for item in _failed_recipients(headers)]
    # A postmaster is a person now and then.
    is_postmaster = sender.lower().startswith("postmaster@") and bool(
        relays_in(body.plain)
    )
    if not (is_report or is_daemon or failed or is_postmaster):
        return None
    status = "\n".join(body.delivery_status)
    original = _original(body)
    return Bounce(
        message_id=_returned_id(headers, body, original),
        recipient=_recipient(status, failed, body, original),
        is_final=_is_final(status),
        subject=original.text("subject") if original else "",
    )


def _failed_recipients(headers: Headers) -> list[Address]:
    return read_addresses(", ".join(headers.raws("x-failed-recipients")))


def _is_final(status: str) -> bool:
    actions = [
        value.strip().lower()
        for name, value in _FIELD.findall(status)
        if name.lower() == "action"
    ]
    return not actions or any(action.startswith(_RETURNED) for action in actions)


def _original(body: Body) -> Headers | None:
    for block in (*body.mails, *body.returned_headers):
        headers, _ = split_headers(without_envelope(block))
        if headers.fields:
            return headers
    return None


def _returned_id(headers: Headers, body: Body, original: Headers | None) -> str | None:
    if original and (found := _MESSAGE_ID.search(original.raw("message-id"))):
        return found[0]
    if found := _ID_LINE.search(body.plain):
        return found[1]
    for name in ("in-reply-to", "references"):
        ids = _MESSAGE_ID.findall(headers.raw(name))
        if ids:
            return str(ids[-1])
    return None


def _recipient(
    status: str, failed: list[str], body: Body, original: Headers | None
) -> str | None:
    named = [
        value.rpartition(";")[2].strip().strip("<>")
        for name, value in _FIELD.findall(status)
        if name.lower() != "action"
    ]
    addressed = (
        [one.address for one in read_addresses(original.raw("to"))] if original else []
    )
    candidates = [one for one in (*named, *failed, *addressed) if "@" in one]
    candidates.extend(relays_in(body.plain))
    relays = [one for one in candidates if is_relay(one)]
    return next(iter([*relays, *candidates]), None)
