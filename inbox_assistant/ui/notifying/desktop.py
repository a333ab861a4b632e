"""Notifications by org.freedesktop.Notifications, over the session bus.

Of desktops without a tray, GNOME being the largest, this is how they are told. See the
Desktop Notifications Specification, version 1.2.
"""

from __future__ import annotations

import html
import sys
from contextlib import suppress
from queue import Queue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from jeepney import Message as BusMessage
    from jeepney.io.threading import DBusConnection, DBusRouter

    from inbox_assistant.ui.notifying.message import Message

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PATIENCE = 5.0
"""Seconds for the answer, in which the bus may have to start what shows them."""
_NORMAL, _CRITICAL = 1, 2
_AS_THE_SERVER_LIKES = -1


class DesktopNotifications(QObject):
    """Shows messages; everything but the signals belongs to one lane.

    Where there is no bus, or nobody on it who shows notifications, ``tell`` says so
    and tries again the next time.
    """

    clicked = Signal()
    """Somebody clicked one of our notifications; emitted in the receiver's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connection: DBusConnection | None = None
        self._router: DBusRouter | None = None
        self._has_markup = False
        self._shown: dict[str, int] = {}
        """The number of the newest notification of each place."""

    def tell(self, message: Message) -> bool:
        """Show *message*; return whether somebody took it. Waits for the answer."""
        if sys.platform != "linux":
            return False
        from jeepney import DBusErrorResponse  # noqa: PLC0415
        from jeepney.io.common import RouterClosed  # noqa: PLC0415

        try:
            self._notify(message)
        except (
            DBusErrorResponse,
            RouterClosed,
            OSError,
            # No address of a bus, one of a kind unknown here, no access to it.
            LookupError,
            RuntimeError,
            ValueError,
        ):
            self.close()
            return False
        return True

    def close(self) -> None:
        """Leave the bus."""
        router, self._router = self._router, None
        connection, self._connection = self._connection, None
        self._shown.clear()
        # Whatever is the matter with the bus, it is no longer needed.
        with suppress(OSError):
            if router is not None:
                router.close()
            if connection is not None:
                connection.close()

    def _notify(self, message: Message) -> None:
        if self._router is None:
            self._join()
        body = html.escape(message.body, quote=False)
        urgency = _CRITICAL if message.is_urgent else _NORMAL
        (number,) = self._ask(
            "Notify",
            "susssasa{sv}i",
            (
                "Inbox Assistant",
                self._shown.get(message.place, 0),
                "inbox-assistant",
                message.title,
                body if self._has_markup else message.body,
                ["default", self.tr("Open")],
                {
                    "urgency": ("y", urgency),
                    "desktop-entry": ("s", "inbox-assistant"),
                    "category": ("s", "email"),
                },
                _AS_THE_SERVER_LIKES,
            ),
        )
        self._shown[message.place] = number

    def _join(self) -> None:
        from jeepney import MatchRule, message_bus  # noqa: PLC0415
        from jeepney.io.threading import DBusRouter, Proxy  # noqa: PLC0415
        from jeepney.io.threading import open_dbus_connection as connect  # noqa: PLC0415

        class Router(DBusRouter):  # type: ignore[misc] # the library has no types
            def _receiver(self) -> None:
                # A bus that goes away is no error: the next message asks for it again.
                with suppress(OSError):
                    super()._receiver()

        self._connection = connect("SESSION", auth_timeout=_PATIENCE)
        self._router = Router(self._connection)
        clicks = MatchRule(
            type="signal", interface=_NAME, member="ActionInvoked", path=_PATH
        )
        self._router.filter(clicks, queue=_Ear(self))
        Proxy(message_bus, self._router, timeout=_PATIENCE).AddMatch(clicks)
        (capabilities,) = self._ask("GetCapabilities")
        self._has_markup = "body-markup" in capabilities

    def _ask(
        self,
        method: str,
        signature: str | None = None,
        values: tuple[object, ...] = (),
    ) -> tuple[Any, ...]:
        from jeepney import DBusAddress, new_method_call  # noqa: PLC0415
        from jeepney.io.common import RouterClosed  # noqa: PLC0415
        from jeepney.wrappers import unwrap_msg  # noqa: PLC0415

        if self._router is None:
            raise RouterClosed
        address = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
        call = new_method_call(address, method, signature, values)
        reply = self._router.send_and_get_reply(call, timeout=_PATIENCE)
        found: tuple[Any, ...] = unwrap_msg(reply)
        return found

    def hear(self, number: int) -> None:
        """Take in that the notification *number* was clicked; in any thread."""
        if number in self._shown.values():
            # While the window is being taken down, nobody listens any more.
            with suppress(RuntimeError):
                self.clicked.emit()


class _Ear(Queue):  # type: ignore[type-arg] # of messages of an untyped library
    """Passes clicks on at once; the library would have them waited for."""

    def __init__(self, told: DesktopNotifications) -> None:
        super().__init__()
        self._told = told

    def put_nowait(self, item: BusMessage) -> None:
        self._told.hear(item.body[0])
