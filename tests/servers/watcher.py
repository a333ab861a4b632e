"""A tray without a screen: the panel's side of the StatusNotifierItem specification."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

_WATCHER = "org.kde.StatusNotifierWatcher"
_ITEM = "org.kde.StatusNotifierItem"
_STEP = 0.2
_PROPERTIES: dict[str, tuple[str, Any]] = {
    "IsStatusNotifierHostRegistered": ("b", True),
    "ProtocolVersion": ("i", 0),
    "RegisteredStatusNotifierItems": ("as", []),
}


class Panel:
    """A panel with a tray, and what a person does with the pictures in it."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._items: Queue[str] = Queue()

    def serve(self, connection: DBusConnection, stopped: Event) -> None:
        """Take programs into the tray until *stopped*."""
        while not stopped.is_set():
            with suppress(TimeoutError):
                message = connection.receive(timeout=_STEP)
                if message.header.message_type is MessageType.method_call:
                    connection.send(self._answer(message))

    def item(self, seconds: float) -> "Item":
        """Return the next picture that takes a place; waits up to *seconds*."""
        try:
            return Item(self._address, self._items.get(timeout=seconds))
        except Empty:
            message = "nothing came into the tray"
            raise AssertionError(message) from None

    def _answer(self, message: Any) -> Any:  # noqa: ANN401 - a library without types
        fields = message.header.fields
        member = fields[HeaderFields.member]
        if member == "RegisterStatusNotifierItem":
            self._items.put(fields[HeaderFields.sender])
            return new_method_return(message)
        if member == "Get":
            return new_method_return(message, "v", (_PROPERTIES[message.body[1]],))
        if member == "GetAll":
            return new_method_return(message, "a{sv}", (_PROPERTIES,))
        return new_method_return(message, "s", ("<node/>",))


class Item:
    """One program's picture in the tray."""

    def __init__(self, address: str, owner: str) -> None:
        self._address = address
        self._at = DBusAddress("/StatusNotifierItem", bus_name=owner, interface=_ITEM)

    def tooltip(self) -> str:
        """Return what is said when the pointer rests on it."""
        ((_, value),) = self._ask(Properties(self._at).get("ToolTip"))
        return "\n".join(filter(None, value[2:]))

    def click(self) -> None:
        """Click it."""
        self._ask(new_method_call(self._at, "Activate", "ii", (0, 0)))

    def _ask(self, message: object) -> tuple:  # type: ignore[type-arg] # as it comes
        with open_dbus_connection(self._address) as connection:
            return unwrap_msg(connection.send_and_get_reply(message, timeout=20))


@contextmanager
def panel(address: str) -> Iterator[Panel]:
    """Keep a tray on the bus *address* for the block."""
    made, stopped = Panel(address), Event()
    with open_dbus_connection(address) as connection:
        connection.send_and_get_reply(message_bus.RequestName(_WATCHER), timeout=10)
        thread = Thread(target=made.serve, args=(connection, stopped))
        thread.start()
        try:
            yield made
        finally:
            stopped.set()
            thread.join()
