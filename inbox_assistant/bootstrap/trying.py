"""Trying an account's servers one step after the other, to name what fails."""

from inbox_assistant.bootstrap.servers import (
    mailbox_settings,
    secret_of,
    sending_settings,
)
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.domain.trial import Trial, TrialStep, broke_at
from inbox_assistant.mail import imap, smtp
from inbox_assistant.mail.failures import ServerError, Step
from inbox_assistant.mail.secret import Secret

_STEPS = {
    Step.NAME_LOOKUP: TrialStep.NAME,
    Step.CONNECTING: TrialStep.NAME,
    Step.TLS: TrialStep.TLS,
    Step.SIGN_IN: TrialStep.SIGN_IN,
    Step.FOLDER: TrialStep.FOLDER,
    Step.READING: TrialStep.FOLDER,
}
_READING = tuple(step for step in TrialStep if step is not TrialStep.SENDING)


def try_account(account: Account, secret: Secret | None = None) -> list[Trial]:
    """Return what came of each step; nothing is sent and no error is raised.

    Whatever fails ends the trial: a wrong password is not offered a second time.
    """
    reading = try_reading(account, secret)
    if reading[-1].works:
        return [*reading, try_sending(account, secret)]
    return [*reading, Trial(TrialStep.SENDING, works=None)]


def try_reading(account: Account, secret: Secret | None = None) -> list[Trial]:
    """Return what came of each step as far as the folder; no error is raised."""
    try:
        found = _read(account, secret)
    except ServerError as error:
        broken = broke_at(_STEPS.get(error.step, TrialStep.FOLDER), str(error))
        return broken[: len(_READING)]
    except InboxAssistantError as error:
        return broke_at(TrialStep.SIGN_IN, str(error))[: len(_READING)]
    return [
        Trial(step, works=True, detail=found if step is TrialStep.FOLDER else "")
        for step in _READING
    ]


def try_sending(account: Account, secret: Secret | None = None) -> Trial:
    """Return whether the sending server takes this account; nothing is sent.

    ``works`` is ``None`` where no such server is set. No error is raised.
    """
    if not account.send_host:
        return Trial(TrialStep.SENDING, works=None)
    try:
        smtp.check_sending(sending_settings(account), secret or secret_of(account))
    except InboxAssistantError as error:
        return Trial(TrialStep.SENDING, works=False, detail=str(error))
    return Trial(TrialStep.SENDING, works=True)


def _read(account: Account, secret: Secret | None) -> str:
    settings = mailbox_settings(account)
    with imap.connect(settings, secret or secret_of(account)) as mailbox:
        state = mailbox.select()
        sent = mailbox.special_folders().sent
    return f"{state.name}: {state.exists}" + (f" · {sent}" if sent else "")
