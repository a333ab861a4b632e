"""What arguments may be, beyond the words that argparse knows."""

from argparse import ArgumentTypeError
from pathlib import Path

_MOST_DAYS = 36_500


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
