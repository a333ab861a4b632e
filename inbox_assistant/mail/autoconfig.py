"""Asking a domain itself where its mail servers are.

Many domains publish a small XML file for mail programs, as described at
https://wiki.mozilla.org/Thunderbird:Autoconfiguration:ConfigFileFormat (checked in
November 2026). Only the domain's own servers are asked, over TLS, and they are told the
domain alone, never the address: nobody else learns that a mailbox is being set up.
"""

import re
import ssl
from collections.abc import Callable
from datetime import timedelta
from http.client import HTTPException, HTTPSConnection
from xml.etree import ElementTree as ET

from inbox_assistant.domain.provider import PASSWORD, Provider, Server
from inbox_assistant.mail.providers import domain_of
from inbox_assistant.mail.tls import verified_context

LIMIT = timedelta(seconds=8)
"""How long one server may take; there are two to ask."""
_LARGEST = 65_536
"""Bytes; real files have about two thousand."""
_FOUND = 200
_HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}\Z"
)

Fetch = Callable[[str, str], bytes | None]
"""Takes a host and a path; returns what is there, or ``None``."""


def look_up(address: str, fetch: Fetch | None = None) -> Provider | None:
    """Return what the domain of *address* says of its servers, or ``None``."""
    domain = domain_of(address)
    if not _HOST.match(domain):
        return None
    ask = fetch or fetch_from
    for host, path in (
        (f"autoconfig.{domain}", "/mail/config-v1.1.xml"),
        (domain, "/.well-known/autoconfig/mail/config-v1.1.xml"),
    ):
        content = ask(host, path)
        found = None if content is None else read_config(content, address)
        if found is not None:
            return found
    return None


def fetch_from(
    host: str, path: str, port: int = 443, context: ssl.SSLContext | None = None
) -> bytes | None:
    """Return what *host* has at *path*; ``None`` where that is nothing of use.

    No other place is followed to: it would not be the domain's own word.
    """
    connection = HTTPSConnection(
        host,
        port,
        timeout=LIMIT.total_seconds(),
        context=context or verified_context(),
    )
    try:
        connection.request("GET", path, headers={"Accept": "application/xml, text/xml"})
        answer = connection.getresponse()
        content = answer.read(_LARGEST + 1)
    except (OSError, HTTPException, ValueError):
        return None
    finally:
        connection.close()
    is_of_use = answer.status == _FOUND and len(content) <= _LARGEST
    return content if is_of_use else None


def read_config(content: bytes, address: str) -> Provider | None:
    """Return the servers that a file of this kind names, or ``None``.

    Servers without protection are passed over. Whatever else may stand there, this
    does not raise.
    """
    if b"<!" in content.replace(b"<!--", b""):
        # Declarations of entities have no place here and could take all memory.
        return None
    try:
        root = ET.fromstring(content)  # noqa: S314 - without declarations, see above
    except (ET.ParseError, ValueError, LookupError):
        return None
    provider = root.find("emailProvider")
    if provider is None:
        return None
    reads = _server(provider, "incomingServer", "imap", address)
    sends = _server(provider, "outgoingServer", "smtp", address)
    if reads is None or sends is None:
        return None
    name = (provider.findtext("displayName") or domain_of(address)).strip()[:80]
    return Provider(name, reads[0], sends[0], sign_in=(PASSWORD,), user=reads[1])


def _server(
    provider: ET.Element, tag: str, kind: str, address: str
) -> tuple[Server, str] | None:
    for one in provider.findall(tag):
        security = {"SSL": "tls", "STARTTLS": "starttls"}.get(
            (one.findtext("socketType") or "").strip().upper()
        )
        host = _filled(one.findtext("hostname"), address).lower()
        port = (one.findtext("port") or "").strip()
        is_usable = one.get("type") == kind and security and _HOST.match(host)
        if is_usable and port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16:
            user = _filled(one.findtext("username"), address)
            return Server(host, int(port), str(security)), user
    return None


def _filled(text: str | None, address: str) -> str:
    local, _, domain = address.rpartition("@")
    return (
        (text or "")
        .strip()
        .replace("%EMAILADDRESS%", address)
        .replace("%EMAILLOCALPART%", local)
        .replace("%EMAILDOMAIN%", domain)
    )
