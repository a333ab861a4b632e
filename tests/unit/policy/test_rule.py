"""A mistake in a pack is said on one line."""

from inbox_assistant.policy.rule import Problem


def test_a_problem_names_its_place() -> None:
    assert str(Problem("en/x.toml", 3, "a", "Wrong.")) == "en/x.toml:3: [a] Wrong."
    assert str(Problem("en/x.toml", 3, "", "Wrong.")) == "en/x.toml:3: Wrong."
