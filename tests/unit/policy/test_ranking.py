"""Topics are ranked by the weight of rules, and with the model's word."""

from inbox_assistant.policy.ranking import (
    joined,
    led_by_best,
    likely,
    ranked,
    weigh,
)


def test_many_rules_weigh_a_little_more_than_the_heaviest() -> None:
    assert weigh([3]) == 3
    assert 3 < weigh([3, 1, 1]) < 4


def test_the_heaviest_topic_comes_first_and_of_two_alike_the_one_named_first() -> None:
    assert ranked({"a": 2.0, "b": 5.0}, ["a", "b"], None) == ("b", "a")
    assert ranked({"a": 2.0, "b": 2.0}, ["b", "a"], None) == ("b", "a")
    assert ranked({}, [], None) == ()


def test_what_is_named_first_weighs_more() -> None:
    assert ranked({"a": 3.0, "b": 5.0}, ["a", "b"], "a")[0] == "a"


def test_a_hint_is_no_second_topic() -> None:
    assert ranked({"a": 5.0, "b": 1.0}, ["a", "b"], None) == ("a",)


def test_a_topic_of_the_rules_counts_beside_the_models_scores() -> None:
    scores = joined({"a": 0.0, "b": 1.0, "c": 0.0}, ("a",), {"a": 3.0, "c": 1.0})
    assert scores["a"] > scores["b"] > scores["c"] > 0


def test_the_best_topic_is_put_before_those_of_the_rules() -> None:
    assert led_by_best(("a",), {"a": 0.0, "b": 1.0}) == ("b", "a")
    assert led_by_best(("a", "b"), {"a": 0.0, "b": 1.0}) == ("b", "a")
    assert led_by_best((), {"a": 0.0, "b": 1.0}) == ("b",)


def test_topics_that_are_not_improbable_are_likely() -> None:
    assert likely({"a": 5.0, "b": 4.5, "c": 0.0}) == ["a", "b"]
