"""Starts the window: on a profile, or on the sample mailbox."""

import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from inbox_assistant import __version__, logs, paths
from inbox_assistant.bootstrap.desk import ProfileDesk
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import InputError
from inbox_assistant.settings import THEME
from inbox_assistant.storage.lock import sole_holder
from inbox_assistant.ui.application import Workplace, dress
from inbox_assistant.ui.jobs import STORE


def run_window(profile: paths.Profile) -> int:
    """Open the window on *profile*; return the exit code when it is closed.

    Raises InputError when another window has the profile open.
    """
    profile.create()
    with sole_holder(profile.window_lock) as is_first:
        if not is_first:
            raise InputError(
                "Inbox Assistant has this profile open already.",
                "Look for its window, or choose another profile.",
            )
        return _run(profile, is_demo=False)


def run_demo(quit_after: float | None = None) -> int:
    """Open the window on the sample mailbox in a profile that is thrown away.

    *quit_after* closes it by itself after so many seconds.
    """
    import tempfile  # noqa: PLC0415 - the same

    from inbox_assistant.bootstrap.demo import fill_with_samples  # noqa: PLC0415 - not for a real start

    with tempfile.TemporaryDirectory(prefix="inbox-assistant-demo-") as folder:
        profile = paths.Profile(Path(folder) / "profile")
        fill_with_samples(profile)
        return _run(profile, is_demo=True, quit_after=quit_after)


def application(arguments: list[str]) -> QApplication:
    """Return the application object with its names set."""
    made = QApplication(arguments)
    made.setApplicationName("inbox-assistant")
    made.setApplicationDisplayName("Inbox Assistant")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("inbox-assistant")
    return made


def build(profile: paths.Profile, *, is_demo: bool) -> Workplace:
    """Return the workplace of *profile*; an application object must exist."""
    desk = ProfileDesk(profile, system_clock, _open_url, is_demo=is_demo)
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        raise TypeError("an application object is needed first")
    icons = dress(made, paths.resources(), desk.settings.get(THEME))
    workplace = Workplace(desk, icons)
    desk.use_lane(lambda work: workplace.jobs.wait_for(STORE, work))
    return workplace


def _run(
    profile: paths.Profile, *, is_demo: bool, quit_after: float | None = None
) -> int:
    logs.start_logging(profile.logs)
    made = application(sys.argv[:1])
    workplace = build(profile, is_demo=is_demo)
    listen_for_crashes(workplace.bus.crashed.emit)
    _end_when_asked_to(workplace)
    workplace.start()
    if quit_after is not None:
        QTimer.singleShot(int(quit_after * 1000), workplace.window.close)
    code = made.exec()
    workplace.close()
    return int(code)


def listen_for_crashes(tell: Callable[[BaseException], None]) -> None:
    """Bring errors nobody expected to *tell*, from whatever thread they come.

    The text of an error may quote a mail; it is not printed anywhere.
    """

    def in_this_thread(
        kind: type[BaseException], error: BaseException, _where: object
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.closeAllWindows()
        else:
            tell(error)

    def in_a_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            tell(told.exc_value)

    sys.excepthook = in_this_thread
    threading.excepthook = in_a_thread


def _end_when_asked_to(workplace: Workplace) -> None:
    """Close the window, with everything stored, when the system ends the program."""
    for number in (signal.SIGINT, signal.SIGTERM):
        # Python hears of a signal when it next runs: within a second, by the ticker.
        signal.signal(number, lambda _number, _frame: workplace.end())


def _open_url(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))
