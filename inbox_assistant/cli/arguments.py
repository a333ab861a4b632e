"""What arguments may be, beyond the words that argparse knows."""

from argparse import ArgumentTypeError
from pathlib import Path

_MOST_DAYS = 36_500
_SQLITE = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""How a database begins, and the log of changes beside it, of either order of bytes.

Source: sqlite.org/fileformat2.html, parts 1.3.1 and 4.1.
"""


def file_name(text: str) -> str:
    """Return the name of a file or folder that an argument gives, as it is written.

    Raises argparse's own error for none: a script whose variable was never set would
    otherwise mean the folder it happens to run in.
    """
    if not text:
        raise ArgumentTypeError("the name of a file or folder is empty")
    return text


def named_path(text: str) -> Path:
    """Return the path that an argument names; raises as ``file_name`` does."""
    return Path(file_name(text))


def target_name(text: str) -> str:
    """Return the name of a file that is to be written; raises as ``file_name`` does.

    Raises argparse's own error for a database too: a page written over a profile or a
    backup by mistake would be the end of it.
    """
    path = Path(file_name(text))
    if path.is_file() and _begins_as_database(path):
        raise ArgumentTypeError(
            f"“{text}” is a profile's or a backup's file; name another"
        )
    return text


def target_path(text: str) -> Path:
    """Return the path of a file that is to be written; raises as ``target_name``."""
    return Path(target_name(text))


def number_of_days(text: str) -> int:
    """Return the number of days that an argument names: one day to a hundred years.

    Raises argparse's own error for any other.
    """
    if not (text.isdecimal() and text.isascii() and len(text) < len("1000000")):
        raise ArgumentTypeError(f"“{text}” is no number of days")
    days = int(text)
    if not 1 <= days <= _MOST_DAYS:
        raise ArgumentTypeError(f"the days must be from 1 to {_MOST_DAYS}")
    return days


def _begins_as_database(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE[0])).startswith(_SQLITE)
    except OSError:
        # Whoever writes to it says what is wrong.
        return False
