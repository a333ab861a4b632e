"""Starts the window in two stages: its queue first, then everything behind it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from inbox_assistant import __version__, paths
from inbox_assistant.bootstrap.desk import ProfileDesk
from inbox_assistant.bootstrap.qt import collect_garbage_again
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.domain.errors import DamagedError, InputError
from inbox_assistant.settings import LANGUAGE, THEME
from inbox_assistant.storage.lock import sole_holder
from inbox_assistant.ui.languages import speak
from inbox_assistant.ui.opening import Opening, dress, window_state
from inbox_assistant.ui.theme import STYLE

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from inbox_assistant.ui.application import Workplace


def run_window(profile: paths.Profile, *, is_aside: bool = False) -> int:
    """Open the window on *profile*; return the exit code when it is closed.

    It begins minimised, or in the tray, where it is to stand *aside*. Where the profile
    has a window already, that one is brought up instead. Raises InputError when
    something else works on the whole profile.
    """
    profile.create()
    with sole_holder(profile.window_lock) as is_first:
        if not is_first:
            return _raise_first(profile, is_aside=is_aside)
        return _run(profile, is_aside=is_aside)


def run_demo(quit_after: float | None = None) -> int:
    """Open the window on the sample mailbox in a profile that is thrown away.

    *quit_after* closes it by itself after so many seconds.
    """
    import tempfile  # noqa: PLC0415 - the same

    from inbox_assistant.bootstrap.demo import fill_with_samples  # noqa: PLC0415 - not for a real start
    from inbox_assistant.logs import stop_logging  # noqa: PLC0415

    # What is still open cannot be removed on Windows; it is the sample mailbox alone.
    with tempfile.TemporaryDirectory(
        prefix="inbox-assistant-demo-", ignore_cleanup_errors=True
    ) as folder:
        profile = paths.Profile(Path(folder) / "profile")
        fill_with_samples(profile)
        try:
            return _run(profile, is_demo=True, quit_after=quit_after)
        finally:
            stop_logging()


def _raise_first(profile: paths.Profile, *, is_aside: bool) -> int:
    """Bring up the window that *profile* has already."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415

    from inbox_assistant.ui.doorbell import bell_of, ring  # noqa: PLC0415

    _needed = QCoreApplication.instance() or QCoreApplication([])
    # Whoever signs in with the program running already wants nothing brought up.
    if not is_aside and not ring(bell_of(profile.folder)):
        raise InputError(
            "Inbox Assistant has this profile open already.",
            "Look for its window, or choose another profile.",
        )
    return 0


def hang_bell(workplace: Workplace, profile: paths.Profile) -> None:
    """Let a second start on *profile* bring up the window."""
    from inbox_assistant.ui.doorbell import Doorbell, bell_of  # noqa: PLC0415

    bell = Doorbell(bell_of(profile.folder), workplace)
    bell.rung.connect(workplace.background.presence.raise_window)


def application(arguments: list[str]) -> QApplication:
    """Return the application object with its names set."""
    made = QApplication([*arguments, *STYLE])
    made.setApplicationName("inbox-assistant")
    made.setApplicationDisplayName("Inbox Assistant")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("inbox-assistant")
    return made


def build(profile: paths.Profile, *, is_demo: bool) -> Workplace:
    """Return the workplace of *profile*; an application object must exist."""
    return furnish(open_window(profile, is_demo=is_demo))


def open_window(profile: paths.Profile, *, is_demo: bool) -> Opening:
    """Return the window of *profile* with its queue alone: the first stage."""
    desk = ProfileDesk(profile, system_clock, _open_url, is_demo=is_demo)
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        raise TypeError("an application object is needed first")
    resources = paths.resources()
    speak(made, resources / "translations", desk.settings.get(LANGUAGE))
    state = window_state(desk.folder)
    icons = dress(made, resources, desk.settings.get(THEME), state)
    return Opening(desk, icons, state)


def furnish(opening: Opening) -> Workplace:
    """Build everything behind the window: the second stage."""
    from inbox_assistant.ui.application import Workplace  # noqa: PLC0415
    from inbox_assistant.ui.fonts import FILES, FIRST_FILES, load_fonts  # noqa: PLC0415
    from inbox_assistant.ui.jobs import STORE  # noqa: PLC0415

    later = [name for name in FILES if name not in FIRST_FILES]
    load_fonts(paths.resources() / "fonts", later)
    opening.icons.theme.look_at_system()
    workplace = Workplace(opening)
    opening.desk.use_lane(lambda work: workplace.jobs.wait_for(STORE, work))
    return workplace


def _run(
    profile: paths.Profile,
    *,
    is_demo: bool = False,
    is_aside: bool = False,
    quit_after: float | None = None,
) -> int:
    made = application(sys.argv[:1])
    opening, news = open_whole(profile, is_demo=is_demo, is_aside=is_aside)
    if opening is None:
        return 0
    workplace = furnish(opening)
    from inbox_assistant.bootstrap.end_request import EndRequest  # noqa: PLC0415
    from inbox_assistant.logs import start_logging  # noqa: PLC0415

    start_logging(profile.logs)
    listen_for_crashes(workplace.bus.crashed.emit)
    request = EndRequest(workplace.end, made)
    if not is_demo:
        hang_bell(workplace, profile)
    workplace.start(is_aside=is_aside)
    if news:
        workplace.window.notice.tell(news)
    collect_garbage_again()
    if quit_after is not None:
        QTimer.singleShot(int(quit_after * 1000), workplace.window.close)
    code = made.exec()
    workplace.close()
    request.close()
    return int(code)


def open_whole(
    profile: paths.Profile, *, is_demo: bool, is_aside: bool = False
) -> tuple[Opening | None, str]:
    """Return the window with its first rows, ``None`` where it was closed again.

    A damaged profile is recovered first; what came of it is returned to be told.
    """
    if not profile.needs_recovery:
        try:
            return _first_sight(profile, is_demo=is_demo, is_aside=is_aside), ""
        except DamagedError:
            pass  # What comes of it is told below.
    from inbox_assistant.bootstrap.repair import repair  # noqa: PLC0415 - seldom

    news = repair(profile, system_clock)
    return _first_sight(profile, is_demo=is_demo, is_aside=is_aside), news


def _first_sight(
    profile: paths.Profile, *, is_demo: bool, is_aside: bool
) -> Opening | None:
    opening = open_window(profile, is_demo=is_demo)
    return opening if opening.show_first_rows(is_aside=is_aside) else None


def listen_for_crashes(tell: Callable[[BaseException], None]) -> None:
    """Bring errors nobody expected to *tell*, from whatever thread they come.

    The text of an error may quote a mail; it is not printed anywhere.
    """
    import threading  # noqa: PLC0415

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


def _open_url(url: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

    QDesktopServices.openUrl(QUrl(url))
