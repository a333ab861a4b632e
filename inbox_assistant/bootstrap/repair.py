"""Making a damaged profile whole before its window opens."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from inbox_assistant.bootstrap.program import recover_held
from inbox_assistant.domain.errors import InboxAssistantError, StorageError
from inbox_assistant.ui.repair_window import RepairWindow

if TYPE_CHECKING:
    from inbox_assistant.domain.clock import Clock
    from inbox_assistant.paths import Profile
    from inbox_assistant.services.recovery import Recovered


def repair(profile: Profile, clock: Clock) -> str:
    """Recover *profile*, showing how far it is; return what there is to be told.

    The caller holds the window lock. Raises InputError or StorageError when it cannot
    be recovered; the damaged file stays as it was.
    """
    window = RepairWindow()
    outcome: list[Recovered | BaseException] = []

    def work() -> None:
        try:
            outcome.append(recover_held(profile, clock, window.told.emit))
        except BaseException as error:  # noqa: BLE001 - raised again by who waits
            outcome.append(error)
        finally:
            window.ended.emit()

    thread = threading.Thread(target=work, name="repair")
    window.wait_for(thread.start)
    thread.join()
    came = outcome[0]
    if isinstance(came, InboxAssistantError):
        raise came
    if isinstance(came, BaseException):
        message = f"The profile in {profile.folder} could not be recovered."
        raise StorageError(message, "The damaged file is as it was.") from came
    return _news(came)


def _news(saved: Recovered) -> str:
    words = QCoreApplication.translate(
        "Repair",
        "The profile's file was damaged and has been made whole: {mails} mails and "
        "{entries} decisions and steps were saved. Look once through what waits; mails "
        "are fetched again. The damaged file is kept: {aside}",
    )
    aside = "" if saved.aside is None else saved.aside.name
    return words.format(mails=saved.mails, entries=saved.entries, aside=aside)
