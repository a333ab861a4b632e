"""What commands read: texts and JSON Lines, from a file or standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from inbox_assistant.domain.errors import InputError

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_text(name: str) -> str:
    """Return the text in the file *name*, ``-`` being standard input.

    Raises InputError when it cannot be read or is no UTF-8.
    """
    with _opened(name) as stream:
        return _decoded(stream.read(), name)


def read_line() -> str:
    """Return the first line of standard input, without its end.

    Raises InputError when there is none to read or it is no UTF-8.
    """
    with _opened("-") as stream:
        return _decoded(stream.readline(), "-").rstrip("\r\n")


def read_records(name: str) -> Iterator[dict[str, object]]:
    """Yield the objects in the JSON Lines of *name* as they come.

    Raises InputError at the first line that holds none.
    """
    with _opened(name) as stream:
        for number, line in enumerate(stream, 1):
            where = f"Line {number} of {called(name)}"
            if line.strip():
                yield _record(_decoded(line, where), where)


def _record(line: str, where: str) -> dict[str, object]:
    import json  # noqa: PLC0415 - not what the window should wait for

    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where} is not JSON.") from error
    if not isinstance(record, dict):
        raise InputError(f"{where} is not a JSON object.")
    return record


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        if sys.stdin is None:
            raise InputError("There is no standard input to read from.")
        yield sys.stdin.buffer
        return
    try:
        with Path(name).open("rb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.") from error


def _decoded(content: bytes, where: str) -> str:
    try:
        return content.removeprefix(_BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{called(where)} is not UTF-8 text.", "Save it as UTF-8, then try again."
        ) from error


def called(name: str) -> str:
    """Return what *name* is called in a sentence."""
    return "standard input" if name == "-" else name
