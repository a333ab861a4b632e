"""A text about an unexpected error that holds nothing of a message or a person."""

import platform
import traceback

from inbox_assistant import __version__


def crash_report(error: BaseException) -> str:
    """Return where *error* came from, without its words.

    The words of an error may quote a mail, an address or a server; the places in the
    program's own code cannot.
    """
    system = f"Python {platform.python_version()}, {platform.system()}"
    lines = [
        f"Inbox Assistant {__version__}, {system} {platform.machine()}",
        f"{type(error).__module__}.{type(error).__qualname__}",
    ]
    lines.extend(
        f"  {frame.filename.rpartition('inbox_assistant')[2] or frame.name}"
        f":{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    )
    if error.__cause__ is not None:
        lines.append("caused by")
        lines.append(crash_report(error.__cause__))
    return "\n".join(lines)
