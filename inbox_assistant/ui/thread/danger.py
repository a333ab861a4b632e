"""What is dangerous about a file that came with a mail, in words."""

from PySide6.QtCore import QCoreApplication

from inbox_assistant.domain.parsed_mail import Attachment
from inbox_assistant.services.incoming_files import danger_of


def danger_words(file: Attachment) -> str:
    """Return why *file* should not be opened; nothing where nothing is known."""
    translate = QCoreApplication.translate
    return {
        "program": translate("Danger", "it can do harm when it is opened"),
        "disguised": translate("Danger", "it only looks like a harmless file"),
        "packed": translate("Danger", "it may hide a program inside"),
    }.get(danger_of(file.name, file.media_type), "")
