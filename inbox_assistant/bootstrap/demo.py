"""The sample mailbox: a real profile, with servers that are only played."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from inbox_assistant import paths
from inbox_assistant.bootstrap.program import Program, open_program
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InboxAssistantError, MailError
from inbox_assistant.domain.reply import OutboxReply
from inbox_assistant.mail.sample import sample_mails
from inbox_assistant.services import rounds
from inbox_assistant.services.intake import Delivery
from inbox_assistant.services.rounds import Access, Round
from inbox_assistant.services.sync import Mailbox
from inbox_assistant.storage.mails import Arrival

ACCOUNT = Account(
    name="Sample mailbox",
    address="care@fernhollow-home.example",
    sender_name="Fernhollow Home",
)


def fill_with_samples(profile: paths.Profile) -> None:
    """Make *profile* with the sample mailbox in it, as of now."""
    deliveries = (
        Delivery(
            raw,
            Arrival(
                source=f"sample/{name}",
                account=ACCOUNT.name,
                arrived_at=arrived_at,
                first_import=True,
            ),
        )
        for name, raw, arrived_at in sample_mails(system_clock())
    )
    with open_program(profile) as program:
        program.accounts.keep(ACCOUNT)
        for _ in program.intake.keep(deliveries):
            pass


def play_round(program: Program, account: Account) -> Round:
    """Let queued replies leave as they would, without any network."""
    access = Access(
        connect=_no_mailbox,
        send=_take,
        sent_folder=lambda _mailbox: None,
        may_deliver=lambda: nullcontext(enter_result=True),
    )
    problems: list[InboxAssistantError] = []
    count, changes = rounds.deliver(account, program.syncing, access, problems)
    return Round(handed_over=count, changes=changes, problems=tuple(problems))


def _take(_account: Account, _reply: OutboxReply, on_dot: Callable[[], None]) -> str:
    on_dot()
    return "taken by the sample mailbox"


def _no_mailbox() -> AbstractContextManager[Mailbox]:
    raise MailError("The sample mailbox has no server.")
