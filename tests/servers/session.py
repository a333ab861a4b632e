"""A desktop session of the tests' own: a bus, a screen, and who shows notifications."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

_CONFIG = """<!DOCTYPE busconfig
 PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""As the session's usual one, but that it starts nothing by itself."""

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_DUNST = "org.dunstproject.cmd0"


@contextmanager
def running(*command: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """Run *command* for the block; its output can be read."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(10)
        if process.stdout is not None:
            process.stdout.close()


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """Run a session bus for the block and yield its address."""
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(folder=folder), "utf-8")
    command = ("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address")
    with running(*command) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, "the bus did not start"
        yield address


@contextmanager
def screen() -> Iterator[str]:
    """Run an X server for the block and yield the name of its display."""
    command = ("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24")
    with running(*command, "-nolisten", "tcp") as process:
        assert process.stdout is not None
        number = process.stdout.readline().strip()
        assert number, "the X server did not start"
        yield f":{number}"


class Daemon:
    """Dunst, as those look at it who have it on their screen."""

    def __init__(self, address: str) -> None:
        self._address = address

    def is_there(self) -> bool:
        """Return whether it has taken its place on the bus."""
        with suppress(Exception):
            self.shown()
            return True
        return False

    def shown(self) -> int:
        """Return how many notifications are on the screen."""
        (found,) = self._ask(Properties(self._at(_DUNST)).get("displayedLength"))
        return int(found[1])

    def click(self) -> None:
        """Do what a click on the newest notification does."""
        self._ask(new_method_call(self._at(_DUNST), "NotificationAction", "u", (0,)))

    def history(self) -> list[dict[str, str]]:
        """Close what is shown and return what was, the newest first."""
        self._ask(new_method_call(self._at(_DUNST), "NotificationCloseAll"))
        (found,) = self._ask(
            new_method_call(self._at(_DUNST), "NotificationListHistory")
        )
        return [{name: str(value[1]) for name, value in one.items()} for one in found]

    def _at(self, interface: str) -> DBusAddress:
        return DBusAddress(_PATH, bus_name=_NAME, interface=interface)

    def _ask(self, message: object) -> tuple:  # type: ignore[type-arg] # as it comes
        with open_dbus_connection(self._address) as connection:
            reply = connection.send_and_get_reply(message, timeout=10)
            return unwrap_msg(reply)


@contextmanager
def dunst(
    address: str, display: str, home: Path, markup: str = "no"
) -> Iterator[Daemon]:
    """Run Dunst for the block, on the bus *address* and the screen *display*.

    With *markup* ``full`` it takes what looks like a tag for one, as most do.
    """
    home.joinpath("dunstrc").write_text(f"[global]\nmarkup = {markup}\n", "utf-8")
    command = ("dunst", "-conf", str(home / "dunstrc"))
    with running(*command, DBUS_SESSION_BUS_ADDRESS=address, DISPLAY=display):
        yield Daemon(address)
