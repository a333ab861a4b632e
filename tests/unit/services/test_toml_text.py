"""TOML that a person wrote is read, or told by the name of where it came from."""

import pytest

from inbox_assistant.domain.errors import InputError
from inbox_assistant.services.toml_text import read_table


def test_a_table_is_read_behind_a_byte_order_mark() -> None:
    assert read_table("\ufeffx = 1\n", "own.toml") == {"x": 1}


def test_what_is_no_toml_is_told_with_its_place() -> None:
    with pytest.raises(InputError, match=r"^own\.toml is no TOML file: .*line 1"):
        read_table("x = \n", "own.toml")


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 20_000 + "]" * 20_000])
def test_a_value_too_large_to_be_read_is_told(value: str) -> None:
    with pytest.raises(InputError, match="too large"):
        read_table(f"x = {value}", "own.toml")
