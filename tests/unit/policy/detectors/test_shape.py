"""HTML, capitals and marks are found, with what puts them right."""

import pytest

from inbox_assistant.policy.detectors.scene import Lore
from inbox_assistant.policy.detectors.shape import (
    find_capitals,
    find_marks,
    find_markup,
)
from tests.policy_packs import detected_in, detections


def test_tags_and_images_are_found() -> None:
    detect = find_markup({}, Lore())
    assert detected_in(detect, 'A <b>c</b><br/> <a href="x">') == [
        "<b>", "</b>", "<br/>", '<a href="x">',
    ]  # fmt: skip
    assert detected_in(detect, "See ![a](b.png) x") == ["![a](b.png)"]
    assert detected_in(detect, "1 < 2 > 0, [a] (b)") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [("Hi!!!", "!"), ("So???", "?"), ("So?!?", "?"), ("ね！！！", "！")],
)
def test_a_row_of_marks_becomes_one(text: str, mark: str) -> None:
    [found] = detections(find_marks({}, Lore()), text)
    assert found.fixes[0].replacement == mark
    assert detections(find_marks({}, Lore()), "Hi!! So??") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PLEASE READ THE MANUAL.", ["PLEASE READ THE MANUAL."]),
        ("Ok, PLEASE READ THIS MANUAL NOW then", ["PLEASE READ THIS MANUAL NOW"]),
        ("USB, HDMI and DVB-T2 with XR500", []),
        ("OK BYE", []),
        ("BITTE LESEN!", ["BITTE LESEN!"]),
    ],
)
def test_shouting_is_told_from_abbreviations(text: str, found: list[str]) -> None:
    assert detected_in(find_capitals({}, Lore()), text) == found


def test_shouting_can_be_written_small() -> None:
    [found] = detections(find_capitals({}, Lore()), "PLEASE READ THE MANUAL.")
    assert found.fixes[0].replacement == "Please read the manual."
