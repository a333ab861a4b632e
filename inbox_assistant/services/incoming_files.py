"""Files that came in, as the window may ask about them."""

from inbox_assistant.mail.attachment_types import danger_of

__all__ = ["danger_of"]
