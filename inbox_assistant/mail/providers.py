"""What is known about mail providers: their servers, and how one signs in there."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from inbox_assistant.domain.provider import Provider, Server, SignInPage

_READ_PORT, _SEND_PORT = 993, 465


@dataclass(frozen=True, slots=True)
class Providers:
    """All that is known; ``pages`` by the name that an account's ``sign_in`` has."""

    known: tuple[Provider, ...]
    pages: Mapping[str, SignInPage]

    def of_address(self, address: str) -> Provider | None:
        """Return the provider of a mail *address*, or ``None``."""
        domain = domain_of(address)
        return next((one for one in self.known if domain in one.domains), None)

    def at_host(self, host: str) -> Provider | None:
        """Return the provider that reads mail at *host*, or ``None``.

        A company's own domain is often served by one of the great providers.
        """
        return next((one for one in self.known if one.reads.host == host), None)


def domain_of(address: str) -> str:
    """Return the part behind the last @, in small letters; empty without one."""
    return address.rpartition("@")[2].strip().lower() if "@" in address else ""


def load_providers(path: Path) -> Providers:
    """Return what the file at *path* says; see there for its form.

    Raises OSError, ValueError or KeyError when it is not as it should be.
    """
    tables = tomllib.loads(path.read_text("utf-8"))
    pages = {name: _page(table) for name, table in tables.pop("sign_in").items()}
    return Providers(tuple(map(_provider, tables.values())), pages)


def _page(table: Mapping[str, object]) -> SignInPage:
    extra = table.get("extra", {})
    return SignInPage(
        authorize=str(table["authorize"]),
        token=str(table["token"]),
        scopes=tuple(_texts(table["scopes"])),
        extra=dict(extra) if isinstance(extra, Mapping) else {},
    )


def _provider(table: Mapping[str, object]) -> Provider:
    return Provider(
        name=str(table["name"]),
        reads=_server(table, "imap", _READ_PORT),
        sends=_server(table, "smtp", _SEND_PORT),
        domains=frozenset(_texts(table["domains"])),
        sign_in=tuple(_texts(table["sign_in"])),
        files_sent=bool(table.get("files_sent", False)),
        note=str(table.get("note", "")),
        help=str(table.get("help", "")),
    )


def _server(table: Mapping[str, object], use: str, usual_port: int) -> Server:
    host, _, port = str(table[use]).partition(":")
    security = str(table.get(f"{use}_security", "tls"))
    return Server(host, int(port or usual_port), security)


def _texts(value: object) -> Iterable[str]:
    return (str(one) for one in value) if isinstance(value, list) else ()
