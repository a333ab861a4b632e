"""Order numbers are found where they stand alone."""

import pytest

from inbox_assistant.domain.order_id import find_order_id


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Order: 028-1234567-7654321", "028-1234567-7654321"),
        ("(028-1234567-7654321)", "028-1234567-7654321"),
        ("注文番号249-1234567-7654321です", "249-1234567-7654321"),
        ("028-1234567-7654321, 028-1234567-7654322", "028-1234567-7654321"),
        ("1028-1234567-7654321", None),
        ("028-1234567-76543210", None),
        ("9-028-1234567-7654321", None),
        ("028-1234567-7654321-1", None),
        ("028 1234567 7654321", None),
        ("٠٢٨-1234567-7654321", None),
        ("", None),
    ],
)
def test_only_a_whole_order_number_counts(text: str, found: str | None) -> None:
    assert find_order_id(text) == found
