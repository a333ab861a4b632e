"""Letters of other alphabets are read as what they look like."""

from inbox_assistant.policy.lookalikes import LOOKALIKES


def test_every_letter_is_read_as_one_latin_letter() -> None:
    assert all(
        len(a) == 1 and b.isascii() and b.isalpha() for a, b in LOOKALIKES.items()
    )
