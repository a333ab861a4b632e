"""A trial names the step that failed."""

import pytest

from inbox_assistant.domain.trial import Trial, TrialStep, broke_at


@pytest.mark.parametrize("step", TrialStep)
def test_what_came_before_worked_and_what_comes_after_was_not_tried(
    step: TrialStep,
) -> None:
    trials = broke_at(step, "why")
    assert [one.step for one in trials] == list(TrialStep)
    place = list(TrialStep).index(step)
    assert [one.works for one in trials] == (
        [True] * place + [False] + [None] * (len(TrialStep) - place - 1)
    )
    assert trials[place] == Trial(step, works=False, detail="why")
