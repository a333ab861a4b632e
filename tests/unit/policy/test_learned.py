"""The model adds up what the features of a message weigh."""

import math
from concurrent.futures import ThreadPoolExecutor

import pytest

from inbox_assistant.policy.learned import Learned
from inbox_assistant.policy.meanings import Meanings
from inbox_assistant.policy.weights import Weights, rows_of

MODEL = Learned(
    Weights(
        columns=("delivery", "invoice", "needless", "clause", "length"),
        biases=(0.5, 0.25, -1.0, -2.0, 0.0),
        scales=(0.1, 0.2, 0.1, 0.1, 0.25),
        features=("#parcel", "bill", "paket", "thanks"),
        rows=rows_of(
            [
                [30, 0, 0, 0, 4],
                [-10, 40, -5, -9, 4],
                [60, -10, -20, -30, 4],
                [0, 0, 90, 80, 4],
            ]
        ),
    ),
    Meanings(["parcel"], {"en": "parcel 0"}),
)


def test_each_column_is_its_bias_and_what_the_known_features_weigh() -> None:
    opinion = MODEL.opinion("paket bill")
    length = math.sqrt(2.0)
    assert opinion.scores == pytest.approx(
        {"delivery": 0.5 + 5 / length, "invoice": 0.25 + 6 / length}
    )
    assert opinion.needless == pytest.approx(-1 - 2.5 / length)
    assert opinion.known


def test_a_message_of_unknown_words_has_nothing_but_biases() -> None:
    opinion = MODEL.opinion("xyzzy")
    assert opinion.scores == {"delivery": 0.5, "invoice": 0.25}
    assert not opinion.known
    assert not MODEL.opinion("").known


def test_what_words_mean_counts_in_their_language() -> None:
    assert MODEL.opinion("parcel", "en").scores["delivery"] == pytest.approx(0.5 + 3)
    assert MODEL.opinion("parcel", "de").scores["delivery"] == 0.5


def test_the_worst_clause_counts() -> None:
    assert MODEL.least(["thanks", "paket"]) == pytest.approx(-2 - 3)
    assert MODEL.least([]) == -math.inf


def test_what_speaks_most_for_a_topic_is_told_where_it_stands() -> None:
    text = "thanks bill, the paket"
    assert MODEL.telling(MODEL.opinion(text), "delivery") == [(17, 22)]
    assert MODEL.telling(MODEL.opinion("xyzzy"), "delivery") == []


def test_a_very_long_message_runs_over_no_lane() -> None:
    opinion = MODEL.opinion("paket " * 5_000)
    assert opinion.scores == MODEL.opinion("paket").scores


def test_several_threads_think_the_same() -> None:
    texts = ["paket bill", "thanks", "bill"] * 50
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(MODEL.opinion, texts))
    assert found == [MODEL.opinion(text) for text in texts]
