"""Which mails are the same message.

Amazon sends a copy of each buyer message to every notification address, each with a
Message-ID of its own; only the ``m=`` of the footer link is common to them. What
the writer said is part of the key as well: a mail that carries another one's
identifiers but other words must never vanish behind it.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache

from inbox_assistant.domain.parsed_mail import ParsedMail

_SIGNS = re.compile(r"[\W_]+")
"""Whatever ``str.isalnum`` says no to."""


_SMALL = bytes(range(128)).lower() + bytes(range(128, 256))
_NO_LETTERS = bytes(n for n in range(128) if not chr(n).isalnum())


# The words of one mail are folded for its key and for their fingerprint.
@lru_cache(8)
def fold_words(text: str) -> str:
    """Return the letters and digits of *text* alone, compatibility-folded."""
    if text.isascii():
        return text.encode("ascii").translate(_SMALL, _NO_LETTERS).decode("ascii")
    text = unicodedata.normalize("NFKC", text)
    return _SIGNS.sub("", text.casefold())


def words_digest(words: str) -> str:
    """Return the fingerprint of *words* by which a copy of them is recognised."""
    folded = fold_words(words)
    if not folded:
        return ""
    encoded = folded.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(encoded, digest_size=16).hexdigest()


def message_key(mail: ParsedMail, raw: bytes) -> str:
    """Return the key that all deliveries of one message share.

    The key is 32 hexadecimal digits. Mails without any identifier are keyed by their
    bytes.
    """
    parts: tuple[str, ...]
    if mail.message_token:
        # Beside a photograph without words stands Amazon's frame alone, and copies of
        # one message differ in its form.
        words = fold_words(mail.words or ("" if mail.attachments else mail.text))
        parts = ("m", mail.alias or "", mail.message_token, words)
    elif mail.message_id:
        words = fold_words(mail.words or mail.text)
        parts = ("id", mail.message_id, mail.sender, fold_words(mail.subject), words)
    else:
        return hashlib.blake2b(raw, digest_size=16, person=b"bytes").hexdigest()
    joined = "\x00".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16, person=b"message").hexdigest()
