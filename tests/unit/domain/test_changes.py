"""Changes add up, and say whether there is anything to show."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.changes import Changes

some = st.builds(
    Changes,
    threads=st.frozensets(st.sampled_from(["a", "b", "c"])),
    drafts=st.frozensets(st.sampled_from(["a", "b", "c"])),
    outbox=st.booleans(),
    accounts=st.booleans(),
    settings=st.booleans(),
    everything=st.booleans(),
)


@given(some, some)
def test_both_together_hold_what_either_holds(first: Changes, second: Changes) -> None:
    both = first | second
    for field in fields(Changes):
        either = getattr(first, field.name) | getattr(second, field.name)
        assert getattr(both, field.name) == either


@given(some, some, some)
def test_the_order_of_adding_up_makes_no_difference(
    one: Changes, two: Changes, three: Changes
) -> None:
    assert (one | two) | three == three | (two | one)
    assert one | Changes() == one


@pytest.mark.parametrize("name", [field.name for field in fields(Changes)])
def test_any_part_alone_is_a_change(name: str) -> None:
    part = frozenset({"a"}) if name in {"threads", "drafts"} else True
    assert Changes(**{name: part})  # type: ignore[arg-type] # chosen by name
    assert not Changes()
