"""A table of what was learned says what was written into it, or nothing at all."""

import math
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.engine import TABLE
from inbox_assistant.policy.sealed import DamagedError
from inbox_assistant.policy.table import (
    Head,
    Known,
    Table,
    load_table,
    read_table,
    write_table,
)
from tests.policy_packs import PACKS

HEAD = Head(
    columns=("promotion", "length"),
    biases=(-2.0, 0.0),
    scales=(0.1, 0.25),
    marks={"promotion": (-3.0, 0.0, 1.0)},
    languages=("en",),
    bits=4,
)
ONE, OTHER = 0x31, 0x52
FILE = write_table(HEAD, {ONE: [40, 4], OTHER: [-10, 4]})


def known(table: Table, *signs: int) -> Known:
    """Return what *table* knows of *signs*."""
    places = map(table.place, signs)
    return table.known(place for place in places if place is not None)


def test_the_signs_that_were_written_are_known_and_no_others() -> None:
    table = read_table(FILE)
    assert table.head == HEAD
    assert len(known(table, ONE, OTHER).places) == 2
    assert known(table, 0x41, 0x91, 0x33, 0).places == []


def test_a_value_is_the_bias_and_the_weights_by_their_length() -> None:
    table = read_table(FILE)
    both = known(table, ONE, OTHER)
    assert table.value(both, "promotion") == pytest.approx(-2 + 3 / math.sqrt(2))
    assert table.value(known(table), "promotion") == -2.0


def test_of_two_signs_in_one_place_the_first_stays() -> None:
    table = read_table(write_table(HEAD, {0x31: [40, 4], 0x41: [-40, 4]}))
    assert len(known(table, 0x31).places) == 1
    assert known(table, 0x41).places == []


@given(st.dictionaries(st.integers(0, 2**32 - 1), st.integers(-127, 127), max_size=8))
def test_whatever_is_known_weighs_what_was_written(rows: dict[int, int]) -> None:
    roomy = replace(HEAD, bits=10)
    table = read_table(
        write_table(roomy, {sign: [step, 4] for sign, step in rows.items()})
    )
    for sign, step in rows.items():
        read = known(table, sign)
        if read.places and len({one & 1023 for one in rows}) == len(rows):
            assert table.value(read, "promotion") == pytest.approx(-2 + step * 0.1)


@given(st.data())
def test_a_damaged_file_is_known_as_such(data: st.DataObject) -> None:
    content = bytearray(FILE)
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedError):
        read_table(bytes(content))


@pytest.mark.parametrize("length", [0, 10, 60, -1])
def test_a_file_that_was_cut_is_damaged(length: int) -> None:
    with pytest.raises(DamagedError):
        read_table(FILE[:length])


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HEAD, biases=(0.0,)),
        replace(HEAD, marks={"promotion": (1.0, 2.0)}),  # type: ignore[dict-item]
        replace(HEAD, marks={"praise": (0.0, 0.0, 0.0)}),
    ],
)
def test_a_head_that_does_not_fit_is_damaged(wrong: Head) -> None:
    with pytest.raises(DamagedError):
        read_table(write_table(wrong, {}))


def test_a_file_that_is_missing_or_damaged_gives_no_table(tmp_path: Path) -> None:
    assert load_table(tmp_path / "none") is None
    damaged = tmp_path / "damaged"
    damaged.write_bytes(b"<html>")
    assert load_table(damaged) is None


def test_the_shipped_table_knows_every_language_well_enough() -> None:
    table = load_table(PACKS / TABLE)
    assert isinstance(table, Table)
    assert table.head.languages == (
        "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "tr",
    )  # fmt: skip
    assert all(
        low <= hint and low <= high for low, hint, high in table.head.marks.values()
    )
    assert (PACKS / TABLE).stat().st_size < 4_000_000
