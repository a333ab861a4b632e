"""The gate: every outgoing text passes here, whichever door it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from inbox_assistant.domain.attachment import Enclosure
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.clock import Clock
from inbox_assistant.domain.errors import InputError, ReplyRefusedError
from inbox_assistant.domain.excerpt import excerpt
from inbox_assistant.domain.finding import Finding, Severity
from inbox_assistant.domain.journal import Action, Entry
from inbox_assistant.domain.moment import iso
from inbox_assistant.domain.reply import (
    NO_STEP,
    OPEN_STATES,
    Draft,
    NextStep,
    OutboxReply,
    OutboxState,
)
from inbox_assistant.mail.enclosing import Enclosed
from inbox_assistant.services.composing import Composing, Sender, Written
from inbox_assistant.services.drafting import Drafting
from inbox_assistant.services.giving_back import give_back
from inbox_assistant.services.reckoning import Reckoning
from inbox_assistant.services.reply_basis import (
    Basis,
    Check,
    basis_of,
    file_findings,
    text_findings,
    thread_findings,
)
from inbox_assistant.services.reply_context import unanswered
from inbox_assistant.services.scribe import Scribe
from inbox_assistant.services.standing_changes import thread_messages
from inbox_assistant.settings import ALLOW_OVERRIDE, UNDO_SECONDS, Settings
from inbox_assistant.storage.messages import MessageRow
from inbox_assistant.storage.store import Store

_SHOWN = 200
"""Code points of a stretch that a sentence shows."""


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
        self._composer = Composing(store, clock, check, sender_for)
        self._reckoning = Reckoning(store)

    def keep_draft(self, draft: Draft) -> Changes:
        """Store what the agent has written so far; nothing written, nothing kept."""
        return Drafting(self._store, self._clock).keep(draft)

    def draft(self, thread: str) -> Draft | None:
        """Return the draft of *thread*, or ``None``."""
        return self._store.drafts.read(self._store.threads.present_key(thread))

    def check(self, thread: str, body: str) -> list[Finding]:
        """Return what is to be said against *body* and the files of *thread*."""
        return self._found(body, basis_of(self._store, thread))

    def send(
        self,
        thread: str,
        body: str,
        *,
        seen: Sequence[str] | None = None,
        override_reason: str = "",
        step: NextStep = NO_STEP,
    ) -> tuple[OutboxReply, Changes]:
        """Let *body* pass the gate and store it to be sent, with the draft's files.

        The draft ends with it.

        *seen* are the keys of the messages the agent had on screen; one that came
        since stops the reply. Blocking findings stop it unless *override_reason* is
        given and the settings allow it, which is journaled. *step* begins now.

        Raises ReplyRefusedError when the gate refuses, InputError when there is
        nothing to send or nobody to send it to; nothing is stored then.
        """
        if not body.strip():
            raise InputError("The reply is empty.")
        with self._store.transaction():
            rows = thread_messages(self._store, thread)
            key = self._store.threads.present_key(thread)
            self._refuse_unseen(rows, seen)
            basis = basis_of(self._store, key)
            written = Written(body, step, self._enclosed(basis.files))
            reply, _ = self._queue(rows, written, basis, override_reason)
            self._store.drafts.forget(key)
            self._store.attachments.remove(key)
        return reply, _changed(reply)

    def send_apart(
        self,
        thread: str,
        body: str,
        files: Sequence[tuple[Enclosure, bytes]] = (),
        *,
        override_reason: str = "",
    ) -> tuple[OutboxReply, list[Finding]]:
        """Do as ``send`` with a text and *files* that do not come from the draft.

        Whoever is writing in the window keeps draft and files; of *files* nothing
        stays where the gate refuses. Returns what is to be said against the reply as
        well, for nobody has seen it yet.
        """
        if not body.strip():
            raise InputError("The reply is empty.")
        with self._store.transaction():
            rows = thread_messages(self._store, thread)
            basis = replace(
                basis_of(self._store, thread), files=tuple(one for one, _ in files)
            )
            enclosed = tuple(
                Enclosed(file.name, file.media_type, content) for file, content in files
            )
            written = Written(body, files=enclosed)
            return self._queue(rows, written, basis, override_reason)

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
            for template in reply.step.templates:
                self._store.templates.take_use_back(template)
            self._reckoning.reckon_thread(reply.thread, reply.answers)
            draft = give_back(self._store, reply, self._clock())
        changed = frozenset({reply.thread})
        return draft, Changes(threads=changed, drafts=changed, outbox=True)

    def _found(self, body: str, basis: Basis) -> list[Finding]:
        return [
            *text_findings(self._check, body, basis),
            *file_findings(self._check, basis),
            *thread_findings(basis),
        ]

    def _enclosed(self, files: Sequence[Enclosure]) -> tuple[Enclosed, ...]:
        return tuple(
            Enclosed(
                file.name,
                file.media_type,
                self._store.attachments.content(file.number),
            )
            for file in files
        )

    def _queue(
        self,
        rows: Sequence[MessageRow],
        written: Written,
        basis: Basis,
        override_reason: str,
    ) -> tuple[OutboxReply, list[Finding]]:
        """Let *written* pass the gate and store the reply to the thread of *rows*.

        Returns what was found as well.
        """
        found = self._found(written.body, basis)
        blocking = self._refuse_blocked(found, override_reason)
        asked = self._open_questions(rows)
        leave_at = self._clock() + timedelta(seconds=self._settings.get(UNDO_SECONDS))
        reply = self._composer.compose(basis.thread, rows, asked, written, leave_at)
        self._store.outbox.add(reply, is_first=bool(asked))
        queued = self._journal_queued(reply, found)
        if blocking:
            self._journal_override(reply, blocking, override_reason)
        for template in reply.step.templates:
            self._store.templates.count_use(template, queued.at)
        self._begin_step(reply)
        return reply, found

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

    def _refuse_blocked(self, found: Sequence[Finding], reason: str) -> list[Finding]:
        """Return the blocking findings that a good reason overrides.

        Dismissals play no part here: what blocks is never waved through by one.
        """
        blocking = [one for one in found if one.severity is Severity.BLOCK]
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

    def _journal_queued(self, reply: OutboxReply, found: Sequence[Finding]) -> Entry:
        """Write down what leaves, and which warnings it leaves with."""
        data: dict[str, object] = {
            "reply": reply.reply_id,
            "message_id": reply.message_id,
        }
        warned = [one for one in found if one.severity is Severity.WARN]
        if warned:
            data["warnings"] = _told(warned)
        if reply.step.templates:
            data["templates"] = list(reply.step.templates)
        return self._scribe.write(
            Action.REPLY_QUEUED,
            thread=reply.thread,
            messages=reply.answers,
            data=data,
        )

    def _begin_step(self, reply: OutboxReply) -> None:
        """Do what was staged for the moment of sending."""
        step = reply.step
        begun: list[tuple[Action, dict[str, object]]] = [
            (Action.TAGGED, {"tag": tag}) for tag in step.tags
        ]
        if step.promise_at is not None:
            said: dict[str, object] = {
                "due_at": iso(step.promise_at),
                "words": step.promise,
            }
            begun.append((Action.PROMISE_MADE, said))
        for action, what in begun:
            self._scribe.write(
                action,
                thread=reply.thread,
                messages=reply.answers,
                data={
                    "reply": reply.reply_id,
                    "message_id": reply.message_id,
                    **what,
                },
            )
        if begun:
            self._reckoning.reckon_thread(reply.thread, reply.answers)

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
                "findings": _told(blocking),
            },
        )


def _changed(reply: OutboxReply) -> Changes:
    changed = frozenset({reply.thread})
    return Changes(threads=changed, drafts=changed, outbox=True)


def _told(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [
        {"rule": one.rule, "category": one.category, "text": one.text}
        for one in findings
    ]


def _blocked_sentence(blocking: Sequence[Finding]) -> str:
    first = blocking[0]
    more = f" and {len(blocking) - 1} more" if len(blocking) > 1 else ""
    text = excerpt(first.text, _SHOWN)
    return f"The reply holds what must not be sent: “{text}”{more}."
