"""Says what of the system, the profile, the mailboxes and the keyring works."""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inbox_assistant import __version__, paths
from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.bootstrap.program import open_program
from inbox_assistant.bootstrap.servers import credentials_of
from inbox_assistant.bootstrap.trying import try_reading, try_sending
from inbox_assistant.domain.account import Account
from inbox_assistant.domain.errors import InboxAssistantError

_ENOUGH_SPACE = 200_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was tried; ``detail`` says what came of it."""

    what: str
    works: bool
    detail: str


def examine(profile: paths.Profile) -> list[Check]:
    """Try everything and return what came of each."""
    return [
        Check("program", works=True, detail=_program()),
        _tried("window", _window),
        _tried("keyring", _keyring),
        _tried("policy packs", lambda: _packs(profile)),
        *_profile(profile),
    ]


def _program() -> str:
    return (
        f"{__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}"
    )


def _window() -> str:
    if importlib.util.find_spec("PySide6") is None:
        raise InboxAssistantError("PySide6 is not installed.")
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 - tried on purpose
    except ImportError as error:
        raise InboxAssistantError(f"A system library is missing: {error}.") from error
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return f"Qt {_qt_version()} loads; there is no screen here"
    return f"Qt {_qt_version()}"


def _qt_version() -> str:
    from PySide6.QtCore import qVersion  # noqa: PLC0415 - tried on purpose

    return qVersion()


def _keyring() -> str:
    credentials = credentials_of()
    if not credentials.lasting:
        raise InboxAssistantError(
            f"Passwords are asked for at each start: {credentials.why_not}"
        )
    return "passwords can be kept"


def _packs(profile: paths.Profile) -> str:
    engine = policy_of(profile).engine
    if engine.problems:
        raise InboxAssistantError("; ".join(str(one) for one in engine.problems))
    return f"{len(engine.rules)} rules"


def _profile(profile: paths.Profile) -> Iterator[Check]:
    if not profile.database.exists():
        yield Check("profile", works=True, detail=f"{profile.folder} is not made yet")
        return
    try:
        with open_program(profile) as program:
            problems = program.store.problems()
            yield Check(
                "profile", works=not problems, detail="; ".join(problems) or "sound"
            )
            for account in program.accounts.all():
                yield from _account(account)
    except InboxAssistantError as error:
        yield Check("profile", works=False, detail=str(error))
        return
    free = shutil.disk_usage(profile.folder).free
    yield Check(
        "disk", works=free > _ENOUGH_SPACE, detail=f"{free // 1_000_000} MB free"
    )


def _account(account: Account) -> Iterator[Check]:
    steps = try_reading(account)
    last = next((one for one in steps if one.works is False), steps[-1])
    what = f"reading {account.name}"
    yield Check(what, works=last.works is True, detail=last.detail)
    sending = try_sending(account)
    told = {
        True: "the server takes mail from this account",
        False: sending.detail,
        None: "no server to send through is set, so replies stay here",
    }
    what = f"sending {account.name}"
    yield Check(what, works=sending.works is True, detail=told[sending.works])


def _tried(what: str, trial: Callable[[], str]) -> Check:
    try:
        return Check(what, works=True, detail=trial())
    except InboxAssistantError as error:
        return Check(what, works=False, detail=str(error))
