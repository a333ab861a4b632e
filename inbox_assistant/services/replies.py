"""The gate: every outgoing text passes here, whichever door it comes from."""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.journal import Action
from inbox_assistant.domain.kind import WAITING_KINDS
from inbox_assistant.domain.reply import (
    OPEN_STATES,
    Draft,
    OutboxReply,
    OutboxState,
    text_back,
)
from inbox_assistant.mail.compose import Letter, compose_reply
from inbox_assistant.mail.domains import is_person
from inbox_assistant.policy.context import Context
from inbox_assistant.services.reply_context import reply_context, unanswered
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.standing_changes import thread_messages
from inbox_assistant.settings import ALLOW_OVERRIDE, UNDO_SECONDS, Settings
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

Check = Callable[[str, Context], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Sender:
    """The account a reply leaves by, and the address Amazon knows the seller by."""

    account: str
    address: str
    name: str = ""


class Replies:
    """Drafts, checks and the gate."""

    def __init__(
        self,
        store: Store,
        scribe: Scribe,
        clock: Clock,
        settings: Settings,
        check: Check,
        sender_for: Callable[[str | None], Sender],
    ) -> None:
        self._store = store
        self._scribe = scribe
        self._clock = clock
        self._settings = settings
        self._check = check
        self._sender_for = sender_for

    def keep_draft(self, draft: Draft) -> Changes:
        """Store what the agent has written so far; nothing written, nothing kept."""
        with self._store.transaction():
            key = self._store.threads.present_key(draft.thread)
            if draft.body.strip():
                moved = Draft(key, draft.body, draft.cursor)
                self._store.drafts.keep(moved, self._clock())
            else:
                self._store.drafts.forget(key)
        return Changes(drafts=frozenset({key}))

    def draft(self, thread: str) -> Draft | None:
        """Return the draft of *thread*, or ``None``."""
        return self._store.drafts.read(self._store.threads.present_key(thread))

    def check(self, thread: str, body: str) -> list[Finding]:
        """Return what is to be said against *body* as a reply in *thread*."""
        return list(
            self._check(body, reply_context(thread_messages(self._store, thread)))
        )

    def send(
        self,
        thread: str,
        body: str,
        *,
        seen: Sequence[str] | None = None,
        override_reason: str = "",
    ) -> tuple[OutboxReply, Changes]:
        """Let *body* pass the gate and store it to be sent as the reply.

        *seen* are the keys of the messages the agent had on screen; one that came
        since stops the reply. Blocking findings stop it unless *override_reason* is
        given and the settings allow it, which is journaled.

        Raises ReplyRefusedError when the gate refuses, InputError when there is
        nothing to send or nobody to send it to; nothing is stored then.
        """
        if not body.strip():
            raise InputError("The reply is empty.")
        with self._store.transaction():
            rows = thread_messages(self._store, thread)
            key = self._store.threads.present_key(thread)
            self._refuse_unseen(rows, seen)
            blocking = self._refuse_blocked(key, body, override_reason)
            asked = self._open_questions(rows)
            reply = self._composed(key, rows, asked, body)
            self._store.outbox.add(reply, is_first=bool(asked))
            self._scribe.write(
                Action.REPLY_QUEUED,
                thread=key,
                messages=reply.answers,
                data={"reply": reply.reply_id, "message_id": reply.message_id},
            )
            if blocking:
                self._journal_override(reply, blocking, override_reason)
            self._store.drafts.forget(key)
        changed = frozenset({key})
        return reply, Changes(threads=changed, drafts=changed, outbox=True)

    def withdraw(self, reply_id: str) -> tuple[Draft, Changes]:
        """Call a reply back before it leaves, and make its text the draft again.

        Raises InputError when it is on its way already.
        """
        with self._store.transaction():
            reply = self._store.outbox.reply(reply_id)
            if reply is None or reply.state is not OutboxState.QUEUED:
                raise InputError(
                    "The reply cannot be called back: it is on its way already."
                )
            self._store.outbox.mark(reply_id, OutboxState.WITHDRAWN)
            self._store.outbox.release(reply_id)
            self._scribe.write(
                Action.REPLY_WITHDRAWN,
                thread=reply.thread,
                messages=reply.answers,
                data={"reply": reply_id, "message_id": reply.message_id},
            )
            draft = text_back(reply, self._store.drafts.read(reply.thread))
            self._store.drafts.keep(draft, self._clock())
        changed = frozenset({reply.thread})
        return draft, Changes(threads=changed, drafts=changed, outbox=True)

    def _refuse_unseen(
        self, rows: Sequence[MessageRow], seen: Sequence[str] | None
    ) -> None:
        if seen is None:
            return
        unseen = [row for row in unanswered(rows) if row.key not in seen]
        if unseen:
            raise ReplyRefusedError(
                "The buyer has written again since you opened the thread.",
                "Read the new message, then send.",
            )

    def _refuse_blocked(self, thread: str, body: str, reason: str) -> list[Finding]:
        """Return the blocking findings that a good reason overrides."""
        blocking = [
            one for one in self.check(thread, body) if one.severity is Severity.BLOCK
        ]
        if not blocking:
            return []
        if not self._settings.get(ALLOW_OVERRIDE):
            raise ReplyRefusedError(
                _blocked_sentence(blocking),
                "Change the text; overriding is switched off in this profile.",
                blocking,
            )
        if not reason.strip():
            raise ReplyRefusedError(
                _blocked_sentence(blocking),
                "Change the text, or give a reason to send it all the same.",
                blocking,
            )
        return blocking

    def _open_questions(self, rows: Sequence[MessageRow]) -> list[MessageRow]:
        """Return what the reply answers: all that no other one on its way does."""
        asked = unanswered(rows)
        taken = {
            key
            for reply in self._store.outbox.in_states(OPEN_STATES)
            for key in reply.answers
        }
        left = [row for row in asked if row.key not in taken]
        if asked and not left:
            raise InputError(
                "Another reply to this message is already on its way.",
                "Call that one back, or wait until it has left.",
            )
        return left

    def _composed(
        self,
        thread: str,
        rows: Sequence[MessageRow],
        asked: Sequence[MessageRow],
        body: str,
    ) -> OutboxReply:
        buyers = [row for row in rows if row.kind in WAITING_KINDS]
        if not buyers:
            raise InputError("Nobody in this thread can be answered.")
        last = (asked or buyers)[-1]
        address = next(
            (row.answer_to for row in [last, *buyers[::-1]] if row.answer_to), None
        )
        if address is None or not is_person(address):
            raise ReplyRefusedError(
                "This thread has no buyer's address at Amazon to answer to.",
                "Answer in Seller Central, then mark it as answered there.",
            )
        sender = self._sender_for(last.account)
        now = self._clock()
        reply_id = uuid.uuid4().hex
        domain = sender.address.rpartition("@")[2]
        message_id = f"<ia-{reply_id}@{domain}>"
        raw = compose_reply(
            Letter(
                from_address=sender.address,
                from_name=sender.name,
                to_address=address,
                subject=last.subject,
                body=body,
                message_id=message_id,
                dated_at=now,
                in_reply_to=last.mail_id,
                references=last.references,
                order_id=next((r.order_id for r in rows[::-1] if r.order_id), None),
                quoted=self._quotable(last.words),
            )
        )
        return OutboxReply(
            reply_id=reply_id,
            message_id=message_id,
            account=sender.account,
            thread=thread,
            sender=sender.address,
            to_address=address,
            answers=tuple(row.key for row in asked) or (last.key,),
            body=body,
            raw=raw,
            state=OutboxState.QUEUED,
            queued_at=now,
            leave_at=now + timedelta(seconds=self._settings.get(UNDO_SECONDS)),
        )

    def _quotable(self, words: str) -> str:
        """Return the buyer's words, or nothing where quoting them would be blocked.

        Amazon reads the quoted part of a reply as well: a buyer's telephone number
        would be taken for the seller's.
        """
        findings = self._check(words, Context(buyer_text=words))
        blocked = any(one.severity is Severity.BLOCK for one in findings)
        return "" if blocked else words

    def _journal_override(
        self, reply: OutboxReply, blocking: Sequence[Finding], reason: str
    ) -> None:
        self._scribe.write(
            Action.FINDINGS_OVERRIDDEN,
            thread=reply.thread,
            messages=reply.answers,
            data={
                "reply": reply.reply_id,
                "reason": reason.strip(),
                "findings": [
                    {"rule": one.rule, "category": one.category, "text": one.text}
                    for one in blocking
                ],
            },
        )


def _blocked_sentence(blocking: Sequence[Finding]) -> str:
    first = blocking[0]
    more = f" and {len(blocking) - 1} more" if len(blocking) > 1 else ""
    return f"The reply holds what must not be sent: “{first.text}”{more}."
