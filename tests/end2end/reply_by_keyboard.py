"""A whole reply by keyboard alone, on a real X server, a picture of each state.

Needs Xvfb, openbox (keys go to a window that somebody manages), xdotool and
ImageMagick's ``import``:

    xvfb-run -a -s "-screen 0 1400x900x24" python -m tests.end2end.reply_by_keyboard OUT

It ends with 0 when the reply was stored to be sent.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from inbox_assistant import paths
from inbox_assistant.bootstrap.demo import fill_with_samples
from inbox_assistant.domain.reply import OutboxState
from inbox_assistant.settings import AGENT, REMIND_BEFORE, UNDO_SECONDS, load_settings
from inbox_assistant.storage.store import open_reading
from tests.architecture.source_tree import ROOT

STATES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("queue", ()),
    ("thread", ("key j", "key j", "key j", "key j")),
    ("reply", ("key r",)),
    (
        "flagged",
        ("type Write to dora.shop@example.com for the size, please. It is 8 cm.",),
    ),
    ("walked", ("key F8",)),
    ("fixes", ("key alt+Return",)),
    ("fixed", ("key Down", "key Return")),
    ("dismiss", ("key ctrl+a", "key BackSpace", "type It is 8 cm wide!!!", "key F8")),
    ("dismiss-asked", ("key ctrl+period",)),
    ("dismissed", ("key 3", "key Return")),
    ("templates", ("key ctrl+a", "key BackSpace", "key ctrl+t")),
    ("template-found", ("type hear",)),
    ("template-inserted", ("key Return",)),
    ("note", ("key ctrl+shift+n", "type Ask the warehouse for a photo")),
    ("note-kept", ("key ctrl+Return", "key Escape")),
    ("sent", ("key ctrl+Return",)),
)
"""The name of each picture and what is pressed before it is taken."""


_PROGRAM = """
import sys
from pathlib import Path
from inbox_assistant import paths
from inbox_assistant.bootstrap.window import application, build
made = application(["inbox-assistant"])
workplace = build(paths.Profile(Path(sys.argv[1])), is_demo=True)
workplace.start()
made.exec()
"""
"""The window of the sample mailbox, on a profile that can be looked into."""


def main() -> int:
    """Press the keys, take the pictures, look what the file holds."""
    pictures = Path(sys.argv[1])
    pictures.mkdir(parents=True, exist_ok=True)
    profile = paths.Profile(pictures / "profile")
    shutil.rmtree(profile.folder, ignore_errors=True)
    fill_with_samples(profile)
    settings = load_settings(profile.settings)
    settings.put(UNDO_SECONDS, 120)
    settings.put(REMIND_BEFORE, "")
    settings.put(AGENT, "Robin")
    program = [sys.executable, "-c", _PROGRAM, profile.folder]
    with (
        subprocess.Popen(["openbox"]) as manager,
        subprocess.Popen(program, cwd=ROOT) as window,
    ):
        try:
            focus()
            for number, (name, keys) in enumerate(STATES):
                for key in keys:
                    press(key)
                time.sleep(2)
                run("import", "-window", "root", pictures / f"{number:02}-{name}.png")
            is_sent = look(profile, pictures)
        finally:
            window.kill()
            manager.kill()
    return 0 if is_sent else 1


def look(profile: paths.Profile, pictures: Path) -> bool:
    """Send in spite of warnings, by keys; return whether a reply was stored."""
    for _ in range(3):
        with open_reading(profile.database) as store:
            queued = store.outbox.in_states([OutboxState.QUEUED])
        if queued:
            print("\n".join(reply.body for reply in queued))  # noqa: T201
            run("import", "-window", "root", pictures / "99-end.png")
            return True
        press("key Tab")
        press("key space")
        time.sleep(3)
    return False


def focus() -> None:
    """Wait for the window and give it the keyboard."""
    found = run("xdotool", "search", "--sync", "--onlyvisible", "--name", "Inbox")
    number = found.split()[-1]
    run("xdotool", "windowactivate", "--sync", number)
    time.sleep(4)


def press(key: str) -> None:
    """Press one key, or type some words."""
    what, _, words = key.partition(" ")
    delay = ("--delay", "25") if what == "type" else ()
    run("xdotool", what, *delay, words)
    time.sleep(0.6)


def run(*command: str | Path) -> str:
    """Run *command* and return what it says."""
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
