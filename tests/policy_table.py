"""A small table for the second reader, as tests need it."""

from collections.abc import Mapping

from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.signs import SignReader, Signs
from inbox_assistant.policy.surroundings import Surroundings
from inbox_assistant.policy.table import Head, write_table

HEAD = Head(
    columns=("promotion", "length"),
    biases=(0.0, 0.0),
    scales=(1.0, 1.0),
    marks={"promotion": (-3.0, 1.0, 2.0)},
    languages=("de", "en"),
    bits=12,
)


def table_of(steps: Mapping[str, int | tuple[int, ...]], head: Head = HEAD) -> bytes:
    """Return a table in which each sign of a sentence, alone in its text, weighs so.

    Of several columns each has its own weight.
    """
    reader, nothing = SignReader(), Signs(frozenset(), frozenset())
    return write_table(
        head,
        {
            sign: [*((step,) if isinstance(step, int) else step), 1]
            for text, step in steps.items()
            for sign in sorted(
                reader.together(
                    reader.read(fold_text(text), None), nothing, Surroundings()
                )
            )
        },
    )
