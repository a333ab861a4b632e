"""The triage of 40 threads by the keys of an X server, from outside the program.

Run it as ``xvfb-run -a python -m tests.bench.triage_by_keyboard``; it wants ``xdotool``
and, so that dialogs get the keyboard as on a desktop, a window manager (``openbox``).
What it proves is in the profile's file: each key acted on the thread that was meant.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.domain.clock import system_clock
from inbox_assistant.services.reading import Reading
from inbox_assistant.settings import UNDO_SECONDS, load_settings
from inbox_assistant.storage.store import open_reading
from tests.gui.window.triage_script import Triage

THREADS = 40
_GLANCE = 0.9
"""Seconds a person takes at least to see what has come up."""
_BETWEEN = 120
"""Milliseconds between two keys."""
_PATIENCE = 30.0
_LOOK_AGAIN = 0.05
_PAUSE = Event()
"""Is never set: waiting for it is a pause."""


class XHand:
    """Presses keys by ``xdotool``, into whatever window has the keyboard."""

    def press(self, *keys: str) -> None:
        """Press *keys*."""
        for key in keys:
            self._do("key", "--clearmodifiers", key)
            _PAUSE.wait(_BETWEEN / 1000)

    def write(self, text: str) -> None:
        """Type *text*."""
        self._do("type", "--delay", "30", text)
        _PAUSE.wait(_BETWEEN / 1000)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until *holds*; ends the program with *what*."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            if time.monotonic() > end:
                sys.exit(f"not seen: {what}")
            _PAUSE.wait(_LOOK_AGAIN)

    def see(self, thread: str | None = None) -> None:
        """Wait as long as a person looks; what is open shows by what is done next."""
        del thread
        _PAUSE.wait(_GLANCE)

    def _do(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], check=True)


def open_window(folder: Path) -> None:
    """Open the window on the profile *folder* and stay."""
    from inbox_assistant.bootstrap.window import application, build  # noqa: PLC0415

    made = application(["triage"])
    workplace = build(paths.Profile(folder), is_demo=True)
    workplace.start()
    made.exec()
    workplace.close()


def wait_for_window() -> None:
    """Wait until the window is there, and give it the keyboard."""
    end = time.monotonic() + _PATIENCE
    wanted = ["xdotool", "search", "--onlyvisible", "--name", "Inbox Assistant"]
    while time.monotonic() < end:
        found = subprocess.run(wanted, capture_output=True, text=True, check=False)
        if found.stdout.split():
            number = found.stdout.split()[0]
            subprocess.run(["xdotool", "windowfocus", "--sync", number], check=True)
            # Everything behind the queue is there a moment later.
            _PAUSE.wait(3)
            return
        _PAUSE.wait(_LOOK_AGAIN)
    sys.exit("the window did not come")


def main() -> None:
    """Do the triage; the exit code says whether everything was as meant."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=THREADS)
    parser.add_argument("--window", type=Path, help="open the window on a profile")
    chosen = parser.parse_args()
    if chosen.window is not None:
        open_window(chosen.window)
        return
    if not (shutil.which("xdotool") and os.environ.get("DISPLAY")):
        sys.exit("xdotool and an X server are needed: apt-get install xdotool xvfb")
    manager = shutil.which("openbox")
    started = [subprocess.Popen([manager])] if manager else []
    with TemporaryDirectory() as folder:
        profile = paths.Profile(Path(folder) / "profile")
        fill_with_samples(profile)
        load_settings(profile.settings).put(UNDO_SECONDS, 0)
        window = [sys.executable, "-m", __spec__.name, "--window", str(profile.folder)]
        started.append(subprocess.Popen(window))
        try:
            sys.exit(triage(profile, chosen.threads))
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait()


def triage(profile: paths.Profile, count: int) -> int:
    """Run the script over *profile*; return 1 where the file is not as meant."""
    wait_for_window()
    with open_reading(profile.database) as store:
        reading = Reading(store, load_settings(profile.settings))
        script = Triage(XHand(), reading, system_clock)
        began = time.monotonic()
        taken = script.run(count)
        took = time.monotonic() - began
        script.take_back_and_repeat()
        script.confirm_all()
        problems = script.problems()
    print(f"{sum(taken.values())} threads, {took / count:.1f} s each, no mouse")
    for step, times in sorted(taken.items()):
        print(f"  {times:3}  {step}")
    for problem in problems:
        print(f"not as meant: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    main()
