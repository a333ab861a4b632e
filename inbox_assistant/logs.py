"""The log: what happened when, and nothing of what was written to whom."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_LONGEST = 1_000_000
_KEPT = 3
_LOUD_LIBRARIES = ("imapclient", "keyring", "asyncio")


class _Lasting(RotatingFileHandler):
    """A log that goes on where it is while its file cannot be set aside.

    On Windows it cannot while another process of the program has it open.
    """

    def doRollover(self) -> None:  # noqa: N802 - as logging's own
        """Begin a new file, or never try again."""
        try:
            super().doRollover()
        except OSError:
            # Each attempt would push the earlier files one further.
            self.maxBytes = 0


def start_logging(folder: Path) -> None:
    """Write the program's log to *folder*, readable by its owner alone.

    A log that was started before ends. A folder that cannot be written costs the log,
    never the start.
    """
    root = logging.getLogger("inbox_assistant")
    stop_logging()
    for name in _LOUD_LIBRARIES:
        # Their messages may quote what a server or a person has said.
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _Lasting(
            folder / "inbox-assistant.log",
            maxBytes=_LONGEST,
            backupCount=_KEPT,
            encoding="utf-8",
        )
    except OSError:
        return
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    )
    root.addHandler(handler)
    root.setLevel(logging.INFO)


def stop_logging() -> None:
    """End the log, so that its folder can be removed."""
    root = logging.getLogger("inbox_assistant")
    for old in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()
