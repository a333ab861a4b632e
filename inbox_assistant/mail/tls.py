"""Connections that are protected and verified, or are not made."""

import socket
import ssl
from contextlib import suppress
from pathlib import Path

from inbox_assistant.mail.failures import InsecureError, no_way_to
from inbox_assistant.mail.server_settings import Security, ServerSettings


def verified_context(ca_file: Path | None = None) -> ssl.SSLContext:
    """Return a TLS context that checks certificate and name, TLS 1.2 and later."""
    if ca_file is None:
        context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    else:
        context = _believing_only(ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _believing_only(ca_file: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cafile=ca_file)
    except OSError as error:
        message = f"{ca_file} holds no certificates that can be read."
        hint = "Choose another file, or none to trust whom this computer trusts."
        raise InsecureError(message, hint) from error
    return context


def open_connection(settings: ServerSettings) -> socket.socket:
    """Return a new connection, protected already unless STARTTLS is to follow."""
    try:
        plain = socket.create_connection(
            (settings.host, settings.port), settings.timeout.total_seconds()
        )
        # The last dot of a mail follows its text: it must not wait until the server has
        # said that the text came, which servers put off for 40 ms.
        with suppress(OSError):
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if settings.security is not Security.TLS:
            return plain
        return protect(plain, settings)
    except (OSError, ValueError) as error:
        raise no_way_to(settings.host, settings.port, error) from error


def protect(plain: socket.socket, settings: ServerSettings) -> ssl.SSLSocket:
    """Return *plain* with TLS on it; it is closed where that fails."""
    try:
        context = verified_context(settings.ca_file)
        # Where the other side is gone already, wrap_socket would skip the handshake.
        plain.getpeername()
        return context.wrap_socket(plain, server_hostname=settings.host)
    except BaseException:
        plain.close()
        raise
