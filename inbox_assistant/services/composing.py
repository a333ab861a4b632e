"""A reply that passed the gate, made into the mail that leaves, byte for byte."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.finding import Severity
from inbox_assistant.domain.kind import WAITING_KINDS
from inbox_assistant.domain.reply import NO_STEP, NextStep, OutboxReply, OutboxState
from inbox_assistant.mail.compose import Letter, compose_reply
from inbox_assistant.mail.domains import is_person
from inbox_assistant.mail.enclosing import Enclosed
from inbox_assistant.policy.context import Context
from inbox_assistant.services.reply_basis import Check
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store


@dataclass(frozen=True, slots=True)
class Sender:
    """The account a reply leaves by, and the address Amazon knows the seller by."""

    account: str
    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """What the agent made of a reply."""

    body: str
    step: NextStep = NO_STEP
    files: tuple[Enclosed, ...] = ()


class Composing:
    """Composes replies of one profile."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        check: Check,
        sender_for: Callable[[str | None], Sender],
    ) -> None:
        self._store = store
        self._clock = clock
        self._check = check
        self._sender_for = sender_for

    def compose(
        self,
        thread: str,
        rows: Sequence[MessageRow],
        asked: Sequence[MessageRow],
        written: Written,
        leave_at: datetime,
    ) -> OutboxReply:
        """Return the reply to the messages *asked* among *rows*, ready to leave.

        Raises InputError when nobody can be answered, ReplyRefusedError when there is
        no buyer's address.
        """
        buyers = [row for row in rows if row.kind in WAITING_KINDS]
        if not buyers:
            raise InputError("Nobody in this thread can be answered.")
        last = (asked or buyers)[-1]
        sender = self._sender_for(last.account)
        reply_id = uuid.uuid4().hex
        domain = sender.address.rpartition("@")[2]
        now = self._clock()
        letter = Letter(
            from_address=sender.address,
            from_name=sender.name,
            to_address=_address([last, *buyers[::-1]]),
            subject=last.subject,
            body=written.body,
            message_id=f"<ia-{reply_id}@{domain}>",
            dated_at=now,
            in_reply_to=last.mail_id,
            references=last.references,
            order_id=next((r.order_id for r in rows[::-1] if r.order_id), None),
            quoted=self._quotable(last.words),
            files=written.files,
        )
        return OutboxReply(
            reply_id=reply_id,
            message_id=letter.message_id,
            account=sender.account,
            thread=thread,
            sender=sender.address,
            to_address=letter.to_address,
            answers=tuple(row.key for row in asked) or (last.key,),
            body=written.body,
            raw=compose_reply(letter),
            state=OutboxState.QUEUED,
            queued_at=now,
            leave_at=leave_at,
            step=written.step,
        )

    def _quotable(self, words: str) -> str:
        """Return the buyer's words, or nothing where quoting them would be blocked.

        Amazon reads the quoted part of a reply as well: a buyer's telephone number
        would be taken for the seller's.
        """
        findings = self._check(words, Context(buyer_text=words))
        blocked = any(one.severity is Severity.BLOCK for one in findings)
        return "" if blocked else words


def _address(candidates: Sequence[MessageRow]) -> str:
    address = next((row.answer_to for row in candidates if row.answer_to), None)
    if address is None or not is_person(address):
        raise ReplyRefusedError(
            "This thread has no buyer's address at Amazon to answer to.",
            "Answer in Seller Central, then mark it as answered there.",
        )
    return address
