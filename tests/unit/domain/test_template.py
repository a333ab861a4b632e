"""Slots are found, filled where something is known, and left where nothing is."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.domain.template import FROM_THREAD, filled, sample_values, slots

BODY = "Dear {first_name}, order {order_number} has size {size in cm}."


def test_slots_are_found_where_they_stand() -> None:
    found = slots(BODY)
    assert [one.name for one in found] == ["first_name", "order_number", "size in cm"]
    assert [BODY[one.start : one.end] for one in found] == [
        f"{{{one.name}}}" for one in found
    ]


def test_what_is_known_is_filled_and_the_rest_stays() -> None:
    text = filled(BODY, {"first_name": "Nora {x}", "order_number": "3-4"})
    assert text == "Dear Nora {x}, order 3-4 has size {size in cm}."


def test_braces_around_anything_else_are_no_slot() -> None:
    assert [one.name for one in slots("{} { a } {A} {1,2}")] == []


def test_there_is_a_sample_for_every_slot_of_a_thread() -> None:
    assert set(sample_values()) == set(FROM_THREAD)


@given(st.text())
def test_a_text_without_values_is_left_letter_for_letter(text: str) -> None:
    assert filled(text, {}) == text
