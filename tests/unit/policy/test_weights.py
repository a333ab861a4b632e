"""Weights come out of their file as they went in, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.engine import WEIGHTS
from inbox_assistant.policy.learned import CLAUSE, LENGTH, NEEDLESS
from inbox_assistant.policy.sealed import DamagedError
from inbox_assistant.policy.weights import (
    Weights,
    load_weights,
    read_weights,
    rows_of,
    write_weights,
)
from tests.policy_packs import PACKS

SHIPPED = PACKS / WEIGHTS
FEW = Weights(
    columns=("delivery", "needless", "clause", "length"),
    biases=(0.5, -1.0, -1.0, 0.0),
    scales=(0.1, 0.1, 0.1, 0.1),
    features=("paket", "荷物"),
    rows=rows_of([[10, -20, -20, 5], [127, -127, 0, 5]]),
)


def test_weights_come_out_as_they_went_in() -> None:
    assert read_weights(write_weights(FEW)) == FEW


def test_equal_weights_are_equal_bytes() -> None:
    shipped = SHIPPED.read_bytes()
    assert write_weights(read_weights(shipped)) == shipped


def test_the_shipped_weights_have_the_form_of_the_script() -> None:
    weights = read_weights(SHIPPED.read_bytes())
    assert weights.columns[-3:] == (NEEDLESS, CLAUSE, LENGTH)
    assert list(weights.columns[:-3]) == sorted(weights.columns[:-3])
    assert len(weights.columns) == 13
    assert list(weights.features) == sorted(set(weights.features))
    assert len(weights.rows) == len(weights.features) * len(weights.columns)
    assert 20_000 < len(weights.features) < 150_000
    assert SHIPPED.stat().st_size < 3_000_000


@given(st.data())
def test_a_damaged_file_is_known_as_such(data: st.DataObject) -> None:
    content = bytearray(write_weights(FEW))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedError):
        read_weights(bytes(content))


@pytest.mark.parametrize("length", [0, 10, 60, -1])
def test_a_file_that_was_cut_is_damaged(length: int) -> None:
    with pytest.raises(DamagedError):
        read_weights(write_weights(FEW)[:length])


def test_a_head_that_does_not_fit_is_damaged() -> None:
    for wrong in (
        Weights(("one",), (), (1.0,), (), b""),
        Weights(("one",), (0.0,), (1.0,), ("a", "b"), b"1"),
    ):
        with pytest.raises(DamagedError):
            read_weights(write_weights(wrong))


def test_a_file_that_is_missing_or_damaged_gives_no_weights(tmp_path: Path) -> None:
    assert load_weights(tmp_path / "none") is None
    damaged = tmp_path / "damaged"
    damaged.write_bytes(b"<html>")
    assert load_weights(damaged) is None
