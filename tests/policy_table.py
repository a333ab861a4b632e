"""A small table for the second reader, as tests need it."""

from collections.abc import Mapping

from inbox_assistant.policy.features import features_of
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.surroundings import Surroundings, signs_of, together
from inbox_assistant.policy.table import Head, write_table

HEAD = Head(
    columns=("promotion", "length"),
    biases=(0.0, 0.0),
    scales=(1.0, 1.0),
    marks={"promotion": (-3.0, 1.0, 2.0)},
    languages=("de", "en"),
    bits=12,
)


def table_of(steps: Mapping[str, int]) -> bytes:
    """Return a table in which each sign of a sentence, alone in its text, weighs so."""
    where, nothing = Surroundings(), signs_of(())
    return write_table(
        HEAD,
        {
            sign: [step, 1]
            for text, step in steps.items()
            for sign in sorted(
                together(signs_of(features_of(fold_text(text))), nothing, where)
            )
        },
    )
