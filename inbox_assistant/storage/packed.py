"""Mails as the file keeps them: byte for byte, compressed."""

import zlib

from inbox_assistant.domain.errors import StorageError

_FAST = 3


def packed(raw: bytes) -> bytes:
    """Return *raw* as it is kept."""
    return zlib.compress(raw, _FAST)


def unpacked(kept: bytes) -> bytes:
    """Return the bytes that were kept as *kept*.

    Raises StorageError when they are damaged.
    """
    try:
        return zlib.decompress(kept)
    except zlib.error as error:
        raise StorageError(
            "A mail in the profile's file is damaged.",
            "Run doctor to see how far it goes, or restore a backup.",
        ) from error
