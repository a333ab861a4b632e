"""What was sealed comes out as it went in, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.sealed import DamagedError, sealed, unsealed


@given(st.binary(max_size=100))
def test_what_was_sealed_comes_out(rest: bytes) -> None:
    assert unsealed(b"a thing 1", sealed(b"a thing 1", rest)) == rest


@given(st.data())
def test_whatever_was_changed_is_refused(data: st.DataObject) -> None:
    content = bytearray(sealed(b"a thing 1", b"what it holds"))
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(DamagedError):
        unsealed(b"a thing 1", bytes(content))


def test_another_thing_is_refused() -> None:
    with pytest.raises(DamagedError):
        unsealed(b"a thing 2", sealed(b"a thing 1", b""))
    with pytest.raises(DamagedError):
        unsealed(b"a thing 1", b"")
