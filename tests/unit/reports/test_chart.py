"""A chart's boxes stand on the base, one upon another, within the frame."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.reports.chart import TICKS, Column, Frame, lay_out, tick_step

FRAME = Frame(400, 200)
COLUMNS = st.lists(
    st.builds(
        Column,
        st.just("x"),
        st.tuples(st.integers(0, 10**6), st.integers(0, 50), st.integers(0, 9)),
    ),
    max_size=40,
)


@given(COLUMNS)
def test_no_box_leaves_the_frame_and_none_overlaps(columns: list[Column]) -> None:
    layout = lay_out(columns, FRAME)
    for box in layout.boxes:
        assert box.x >= FRAME.left - 1e-6
        assert box.x + box.width <= FRAME.width - FRAME.right + 1e-6
        assert box.y >= FRAME.top - 1e-6
        assert box.y + box.height <= FRAME.height - FRAME.bottom + 1e-6
    for number in range(len(columns)):
        own = [box for box in layout.boxes if box.column == number]
        for below, above in pairwise(own):
            assert above.y + above.height == pytest.approx(below.y)


@given(st.integers(0, 10**9))
def test_a_scale_has_few_round_steps(most: int) -> None:
    step = tick_step(most)
    assert -(-most // step) <= TICKS
    assert str(step).rstrip("0") in {"1", "2", "5"}


def test_labels_that_would_touch_are_left_out() -> None:
    columns = [Column(str(number), (1,)) for number in range(90)]
    layout = lay_out(columns, FRAME)
    places = [x for x, _ in layout.labels]
    assert all(b - a >= 40 for a, b in pairwise(places))
    assert layout.labels[0][1] == "0"


def test_an_empty_chart_still_has_a_scale() -> None:
    layout = lay_out([], FRAME)
    assert layout.boxes == ()
    assert [at for _, at in layout.ticks] == [0, 1]
