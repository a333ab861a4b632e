"""A whole round with one account's servers, in the order that keeps promises.

Mails come in first, so that what became of earlier replies is known, and with them the
flags that other programs set; then replies go out; then Sent and our own flags are
brought into step.
"""

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from inbox_assistant.domain.account import Account
from inbox_assistant.domain.changes import Changes
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.mail.failures import SignInRefusedError
from inbox_assistant.services.fetching import Progress
from inbox_assistant.services.intake import Kept
from inbox_assistant.services.sync import Mailbox, Send, Syncing

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Access:
    """The ways to one account's servers.

    ``sent_folder`` names the folder of sent mail, ``None`` where there is none.
    ``may_deliver`` yields whether this process is the one that delivers now.
    """

    connect: Callable[[], AbstractContextManager[Mailbox]]
    send: Send
    sent_folder: Callable[[Mailbox], str | None]
    may_deliver: Callable[[], AbstractContextManager[bool]]


@dataclass(frozen=True, slots=True)
class Round:
    """What one round brought; ``failed`` says that nothing could be read.

    ``held`` says that nothing was tried: the password was refused earlier, and a
    person has to type it first.
    """

    kept: Kept = field(default_factory=Kept)
    handed_over: int = 0
    problems: tuple[InboxAssistantError, ...] = ()
    changes: Changes = field(default_factory=Changes)
    failed: bool = False
    held: bool = False


def run_round(
    account: Account,
    syncing: Syncing,
    access: Access,
    progress: Callable[[Progress, Changes], None] = lambda _one, _changes: None,
    *,
    by_hand: bool = False,
) -> Round:
    """Fetch and deliver once; problems are part of the result, never raised.

    A reading server that cannot be reached does not keep replies from leaving. A
    round that a person asks for (*by_hand*) tries again at once what failed earlier,
    a refused password included; others leave that alone.
    """
    problems: list[InboxAssistantError] = []
    if not syncing.begin(account, by_hand=by_hand):
        return Round(held=True)
    kept, failure = _fetch(account, syncing, access, progress)
    if failure is not None:
        problems.append(failure)
    count, delivered = deliver(account, syncing, access, problems)
    changes = kept.changes | delivered
    if failure is None and syncing.has_after_work(account):
        changes |= _afterwards(account, syncing, access, problems)
    if isinstance(failure, SignInRefusedError):
        # Only now: replies may leave by another server that took the password.
        syncing.refused(account, failure)
    _note(kept, count, problems)
    return Round(kept, count, tuple(problems), changes, failure is not None)


def _note(kept: Kept, count: int, problems: Sequence[InboxAssistantError]) -> None:
    """Log figures and kinds of errors alone: texts may name people."""
    kinds = ", ".join(type(problem).__name__ for problem in problems)
    _log.info(
        "round: %d mails added, %d replies handed over, problems: %s",
        kept.added,
        count,
        kinds or "none",
    )


def deliver(
    account: Account,
    syncing: Syncing,
    access: Access,
    problems: list[InboxAssistantError],
) -> tuple[int, Changes]:
    """Hand over what is due, unless another process of this profile is at it."""
    with access.may_deliver() as is_ours:
        if not is_ours:
            return 0, Changes()
        return syncing.deliver(account, access.send, on_error=problems.append)


def _fetch(
    account: Account,
    syncing: Syncing,
    access: Access,
    progress: Callable[[Progress, Changes], None],
) -> tuple[Kept, InboxAssistantError | None]:
    """Return what was kept, and what put an end to it where something did."""
    begun = Kept()

    def tell(step: Progress, part: Kept) -> None:
        nonlocal begun
        begun += part
        progress(step, part.changes)

    try:
        with access.connect() as mailbox:
            sent = access.sent_folder(mailbox)
            folders = {account.folder: False}
            if sent is not None:
                folders.setdefault(sent, True)
            begun = syncing.fetch(account, mailbox, folders, tell)
            marked = syncing.read_flags(account, mailbox)
            return begun + Kept(changes=marked), None
    except InboxAssistantError as error:
        return begun, error


def _afterwards(
    account: Account,
    syncing: Syncing,
    access: Access,
    problems: list[InboxAssistantError],
) -> Changes:
    changes = Changes()
    try:
        with access.connect() as mailbox:
            sent = access.sent_folder(mailbox)
            changes |= syncing.settle_unsure(account, mailbox, sent)
            syncing.file_sent(account, mailbox, sent)
            syncing.mirror(account, mailbox)
    except InboxAssistantError as error:
        problems.append(error)
    return changes
