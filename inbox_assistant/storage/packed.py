"""Mails as the file keeps them: byte for byte, compressed."""

import zlib
from contextlib import suppress

from inbox_assistant.domain.errors import DamagedError
from inbox_assistant.storage.connection import RECOVER

_FAST = 3

MARK = zlib.compress(b"", _FAST)[:2]
"""What every packed mail begins with."""


def packed(raw: bytes) -> bytes:
    """Return *raw* as it is kept."""
    return zlib.compress(raw, _FAST)


def unpacked(kept: bytes) -> bytes:
    """Return the bytes that were kept as *kept*.

    Raises DamagedError when they are no longer what they were.
    """
    try:
        return zlib.decompress(kept)
    except zlib.error as error:
        message = "A mail in the profile's file is damaged."
        raise DamagedError(message, RECOVER) from error


def made_out(kept: bytes) -> bytes:
    """Return the bytes that were kept as *kept*, or those before what is damaged."""
    with suppress(DamagedError):
        return unpacked(kept)
    unpacking = zlib.decompressobj()
    parts: list[bytes] = []
    with suppress(zlib.error):
        parts.extend(
            unpacking.decompress(kept[place : place + 1]) for place in range(len(kept))
        )
    return b"".join(parts)
