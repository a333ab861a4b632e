"""What a screen reader is told of a program, over the bus that it listens on.

AT-SPI is spoken as the screen reader Orca speaks it: names, roles and states of what is
on the screen, and the announcements that come without being asked for.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from jeepney import DBusAddress, HeaderFields, MatchRule, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.servers.session import running

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = "org.a11y.atspi.Registry"
_ROOT = "/org/a11y/atspi/accessible/root"
_PATIENCE = 10.0

_FOCUSABLE = 1 << 11
_SHOWING = 1 << 25
"""Places in the set of states, as AT-SPI numbers them."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the screen, as it is told of."""

    bus_name: str
    path: str
    name: str
    role: str
    description: str
    states: int

    @property
    def is_focusable(self) -> bool:
        """Return whether the keyboard gets there, and it can be seen."""
        return bool(self.states & _FOCUSABLE and self.states & _SHOWING)


class ScreenReader:
    """Reads what programs tell of themselves."""

    def __init__(self, connection: DBusConnection) -> None:
        self._connection = connection

    def programs(self) -> list[Part]:
        """Return the programs that tell anything at all."""
        return self._children(_REGISTRY, _ROOT)

    def parts(self, whole: Part, most_rows: int = 30) -> Iterator[Part]:
        """Yield *whole* and everything in it, at most *most_rows* of each list."""
        yield whole
        for part in self._children(whole.bus_name, whole.path)[:most_rows]:
            yield from self.parts(part, most_rows)

    def listen(self) -> None:
        """Hear announcements from now on."""
        registry = DBusAddress(
            "/org/a11y/atspi/registry", bus_name=_REGISTRY, interface=_REGISTRY
        )
        wanted = ("object:announcement", [], "")
        self._ask(new_method_call(registry, "RegisterEvent", "sass", wanted))
        rule = MatchRule(
            type="signal",
            interface="org.a11y.atspi.Event.Object",
            member="Announcement",
        )
        self._ask(message_bus.AddMatch(rule))

    def heard(self, words: str) -> bool:
        """Wait until an announcement holds *words*; return whether one came."""
        end = monotonic() + _PATIENCE
        while monotonic() < end:
            with suppress(TimeoutError):
                message = self._connection.receive(timeout=1.0)
                member = message.header.fields.get(HeaderFields.member)
                if member == "Announcement" and words in str(message.body):
                    return True
        return False

    def type_text(self, part: Part, text: str) -> None:
        """Write *text* into *part*."""
        place = DBusAddress(
            part.path,
            bus_name=part.bus_name,
            interface="org.a11y.atspi.EditableText",
        )
        whole = (0, text, len(text))
        self._ask(new_method_call(place, "InsertText", "isi", whole))

    def focus(self, part: Part) -> None:
        """Bring the keyboard to *part*."""
        place = DBusAddress(
            part.path, bus_name=part.bus_name, interface="org.a11y.atspi.Component"
        )
        self._ask(new_method_call(place, "GrabFocus"))

    def press(self, key: int) -> None:
        """Press the key whose X symbol is *key*, wherever the keyboard is."""
        keyboard = DBusAddress(
            "/org/a11y/atspi/registry/deviceeventcontroller",
            bus_name=_REGISTRY,
            interface="org.a11y.atspi.DeviceEventController",
        )
        by_symbol = 3
        wanted = (key, "", by_symbol)
        self._ask(new_method_call(keyboard, "GenerateKeyboardEvent", "isu", wanted))

    def _children(self, bus_name: str, path: str) -> list[Part]:
        place = DBusAddress(path, bus_name=bus_name, interface=_ACCESSIBLE)
        (found,) = self._ask(new_method_call(place, "GetChildren"))
        parts = []
        for name, child in found:
            # What has just gone from the screen is no part of it any more.
            with suppress(Exception):
                parts.append(self._part(name, child))
        return parts

    def _part(self, bus_name: str, path: str) -> Part:
        place = DBusAddress(path, bus_name=bus_name, interface=_ACCESSIBLE)
        (name,) = self._ask(Properties(place).get("Name"))
        (description,) = self._ask(Properties(place).get("Description"))
        (role,) = self._ask(new_method_call(place, "GetRoleName"))
        ((low, high),) = self._ask(new_method_call(place, "GetState"))
        return Part(
            bus_name=bus_name,
            path=path,
            name=str(name[1]),
            role=str(role),
            description=str(description[1]),
            states=low | high << 32,
        )

    def _ask(self, message: object) -> tuple:  # type: ignore[type-arg] # as it comes
        reply = self._connection.send_and_get_reply(message, timeout=_PATIENCE)
        return unwrap_msg(reply)


@contextmanager
def screen_reader(address: str, display: str) -> Iterator[ScreenReader]:
    """Run what a screen reader needs on the session bus *address*, and one itself."""
    environment = {"DBUS_SESSION_BUS_ADDRESS": address, "DISPLAY": display}
    with (
        running(str(LAUNCHER), "--launch-immediately", **environment),
        open_dbus_connection(_own_bus(address)) as connection,
    ):
        yield ScreenReader(connection)


def _own_bus(address: str) -> str:
    """Return the address of the bus for accessibility, once it is there."""
    place = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
    end = monotonic() + _PATIENCE
    with open_dbus_connection(address) as connection:
        while monotonic() < end:
            with suppress(Exception):
                reply = connection.send_and_get_reply(
                    new_method_call(place, "GetAddress"), timeout=_PATIENCE
                )
                (found,) = unwrap_msg(reply)
                return str(found)
    raise TimeoutError("the bus for accessibility did not start")
