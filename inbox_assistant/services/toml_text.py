"""TOML that a person wrote, read as a whole or told what is wrong with it."""

import tomllib
from typing import Any

from inbox_assistant.domain.errors import InputError


def read_table(text: str, source: str) -> dict[str, Any]:
    """Return what stands in *text*; raises InputError, naming *source*, if no TOML.

    Some editors begin a text with a byte order mark.
    """
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{source} is no TOML file: {error}.") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or as many brackets within each other.
        raise InputError(f"{source} holds a value too large to be read.") from error
