"""A file that came with a mail, taken out of it again."""

from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.mail.body import sort_parts
from inbox_assistant.mail.headers import without_envelope
from inbox_assistant.mail.mime import MimeError, read_parts

_DEEPEST = 3


def attached_file(raw: bytes, wanted: Attachment, depth: int = 0) -> bytes | None:
    """Return the bytes of *wanted*, a file named when *raw* was parsed, or ``None``.

    A mail that was forwarded as a file holds its own files inside.
    """
    try:
        parts = read_parts(without_envelope(raw))
    except MimeError:
        return None
    for part in parts:
        if (part.name, part.media_type, len(part.content)) == (
            wanted.name,
            wanted.media_type,
            wanted.size,
        ):
            return part.content
    inner = sort_parts(parts).mails if depth < _DEEPEST else ()
    found = (attached_file(mail, wanted, depth + 1) for mail in inner)
    return next((content for content in found if content is not None), None)
