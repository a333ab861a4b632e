"""What the window works with: questions, use cases and servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from inbox_assistant.domain.account import Account
    from inbox_assistant.domain.attachment import Enclosure
    from inbox_assistant.domain.changes import Changes
    from inbox_assistant.domain.clock import Clock
    from inbox_assistant.domain.errors import InboxAssistantError
    from inbox_assistant.domain.finding import Finding
    from inbox_assistant.domain.provider import Provider
    from inbox_assistant.domain.template import Template
    from inbox_assistant.domain.trial import Trial
    from inbox_assistant.services.accounts import AccountBook
    from inbox_assistant.services.delivery import Delivering
    from inbox_assistant.services.dismissing import Dismissing
    from inbox_assistant.services.drafting import Drafting
    from inbox_assistant.services.enclosing import Enclosing
    from inbox_assistant.services.fetching import Progress
    from inbox_assistant.services.health import Health
    from inbox_assistant.services.importing import Importing
    from inbox_assistant.services.labelling import Labelling
    from inbox_assistant.services.lanes import Run
    from inbox_assistant.services.noting import Noting
    from inbox_assistant.services.numbers import Numbers
    from inbox_assistant.services.promising import Promising
    from inbox_assistant.services.queue_reading import QueueReading
    from inbox_assistant.services.reading import Reading
    from inbox_assistant.services.reminding import Reminding
    from inbox_assistant.services.replies import Replies
    from inbox_assistant.services.reply_basis import Basis
    from inbox_assistant.services.rounds import Round
    from inbox_assistant.services.settling import Settling
    from inbox_assistant.services.strays import Strays
    from inbox_assistant.services.template_judging import Judged
    from inbox_assistant.services.templating import Offered, Templating
    from inbox_assistant.settings import Settings


class UseCases(Protocol):
    """What changes something; for the lane ``store`` alone."""

    @property
    def accounts(self) -> AccountBook:
        """The mailboxes."""
        ...

    @property
    def settling(self) -> Settling:
        """Settling without a reply."""
        ...

    @property
    def labelling(self) -> Labelling:
        """What agents write on threads for each other."""
        ...

    @property
    def health(self) -> Health:
        """Causes of breaches and Amazon's own figures."""
        ...

    @property
    def replies(self) -> Replies:
        """Drafts and the gate."""
        ...

    @property
    def dismissing(self) -> Dismissing:
        """Findings set aside."""
        ...

    @property
    def noting(self) -> Noting:
        """Internal notes."""
        ...

    @property
    def promising(self) -> Promising:
        """Promises to buyers."""
        ...

    @property
    def enclosing(self) -> Enclosing:
        """Files beside drafts."""
        ...

    @property
    def templating(self) -> Templating:
        """Saved replies."""
        ...

    @property
    def delivering(self) -> Delivering:
        """What becomes of replies."""
        ...

    @property
    def strays(self) -> Strays:
        """News of replies that was not noticed."""
        ...

    @property
    def importing(self) -> Importing:
        """Mails from files."""
        ...

    @property
    def reminding(self) -> Reminding:
        """What was told to whoever does not look at the window."""
        ...


class Starting(Protocol):
    """Whether the program starts with the computer."""

    def is_by_itself(self) -> bool:
        """Return whether it does."""
        ...

    def be_by_itself(self, *, wanted: bool) -> None:
        """Start with the computer from now on, or no longer.

        Raises InputError for the sample mailbox and StorageError.
        """
        ...


class Desk(Protocol):
    """One profile, opened for the window."""

    @property
    def folder(self) -> Path:
        """The profile's folder."""
        ...

    @property
    def clock(self) -> Clock:
        """Where the time comes from."""
        ...

    @property
    def settings(self) -> Settings:
        """The profile's settings."""
        ...

    @property
    def is_demo(self) -> bool:
        """Whether nothing here is real."""
        ...

    @property
    def queue(self) -> QueueReading:
        """Questions about the queue alone, over a connection of the calling thread."""
        ...

    @property
    def reading(self) -> Reading:
        """All questions, over a reading connection of the calling thread."""
        ...

    @property
    def numbers(self) -> Numbers:
        """Report, review and forecast, over the calling thread's own connection."""
        ...

    @property
    def reminding(self) -> Reminding:
        """What is to be told, over the calling thread's own connection."""
        ...

    @property
    def starting(self) -> Starting:
        """Whether the program starts with the computer."""
        ...

    @property
    def drafting(self) -> Drafting:
        """What stores drafts, ready before anything else; for the lane ``store``."""
        ...

    def load(self) -> None:
        """Load the use cases' code, in a lane that holds up no draft."""
        ...

    @property
    def use_cases(self) -> UseCases:
        """The use cases; for the lane ``store`` alone."""
        ...

    def use_lane(self, run: Run) -> None:
        """Bring work for the store to its lane by *run*."""
        ...

    def get_ready(self) -> None:
        """Load what the first check in the calling lane needs."""
        ...

    def look_at_file(self) -> None:
        """Look whether the file is sound; raises DamagedError when it is not."""
        ...

    def back_up_when_due(self) -> None:
        """Write a backup if the last one is old enough."""
        ...

    def check(self, text: str, basis: Basis) -> list[Finding]:
        """Return the findings in *text*; for the lane ``check`` alone."""
        ...

    def templates(self) -> list[Offered]:
        """Return the saved replies; a check by earlier rules says nothing of one."""
        ...

    def judge(self, template: Template) -> Judged:
        """Return what the rules say of a saved reply; for the lane ``check`` alone."""
        ...

    def rules_mark(self) -> str:
        """Return a mark that changes with the rules in force."""
        ...

    def check_files(self, basis: Basis) -> list[Finding]:
        """Return the findings in the files; for the lane ``check`` alone."""
        ...

    def look_at_once(self, basis: Basis) -> Callable[[str], Sequence[Finding]] | None:
        """Return what checks a paragraph in the window's own thread.

        ``None`` until the rules are loaded, which must not happen there.
        """
        ...

    def look_for_words(self, word: str, text: str, basis: Basis) -> None:
        """Look up what to write in place of *word*; slow, for a lane of its own.

        From then on ``check`` finds the word with fixes, if any are known.
        """
        ...

    def has_dictionary(self, language: str, marketplace: str | None) -> bool:
        """Return whether words of *language* can be looked up on this computer."""
        ...

    def language_of(self, text: str) -> str | None:
        """Return the language of *text*, ``None`` where too little tells it."""
        ...

    def look_into(self, path: Path) -> tuple[Enclosure, bytes]:
        """Return a file that is to be attached and its bytes; slow.

        Raises InputError when it may not leave.
        """
        ...

    def save_file(self, folder: Path, name: str, content: bytes) -> Path:
        """Keep a file that came in under a safe name; never open it."""
        ...

    def round(
        self,
        account: Account,
        progress: Callable[[Progress, Changes], None],
        *,
        by_hand: bool = True,
    ) -> Round:
        """Fetch and deliver once with *account*; for its own lane alone.

        Only where a person asks for it (*by_hand*) is a refused password tried again.
        """
        ...

    def wait_for_news(self, account: Account) -> bool | None:
        """Wait until the server of *account* tells news; for a lane of its own.

        Returns whether there are some, or ``None`` where the server tells none by
        itself and after ``stop``.
        """
        ...

    def try_account(self, account: Account, password: str) -> list[Trial]:
        """Try reading and sending, step by step; without a password the kept one."""
        ...

    def find_provider(self, address: str) -> Provider | None:
        """Return how the mailbox of *address* is reached, if that can be learned."""
        ...

    def sign_in(self, account: Account, client_secret: str) -> None:
        """Let the person sign in to *account* in the browser; raises MailError."""
        ...

    def needs_password(self, error: InboxAssistantError) -> bool:
        """Return whether *error* means that a password is missing or wrong."""
        ...

    def gave_text_back(self, error: InboxAssistantError) -> bool:
        """Return whether *error* made a reply a draft again."""
        ...

    def keep_password(self, account: str, password: str) -> str:
        """Keep a password in the keyring; return why it cannot last, or nothing."""
        ...

    def forget_password(self, account: str) -> None:
        """Forget what *account* signed in with; raises MailError."""
        ...

    def was_written(self) -> bool:
        """Return whether anybody has written since this was last asked; at once."""
        ...

    def changed_elsewhere(self) -> bool:
        """Return whether another program has written since this was last asked.

        For the lane ``store`` alone. What was written before the first question counts
        as another's.
        """
        ...

    def open_link(self, url: str) -> None:
        """Open *url* in the user's browser."""
        ...

    def open_samples(self) -> None:
        """Open the sample mailbox in a window of its own."""
        ...

    def log_crash(self, report: str) -> None:
        """Write a report that names no person and no message to the log."""
        ...

    def stop(self) -> None:
        """End whatever waits for a server."""
        ...
