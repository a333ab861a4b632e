"""Emoji and faces are found, signs of text are not."""

import pytest

from inbox_assistant.policy.detectors.pictures import find_emoji, find_emoticons
from inbox_assistant.policy.detectors.scene import Lore
from tests.policy_packs import detected_in


@pytest.mark.parametrize(
    "picture", ["😊", "👨‍👩‍👧", "🇩🇪", "👍🏽", "❤️", "✨", "⭐", "1️⃣", "☺"]
)
def test_a_picture_is_one_finding(picture: str) -> None:
    assert detected_in(find_emoji({}, Lore()), f"See {picture} here") == [picture]


@pytest.mark.parametrize(
    "sign", ["™", "®", "©", "✓", "★", "→", "€", "…", "„“", "ü", "評"]
)
def test_a_sign_of_text_is_not(sign: str) -> None:
    assert detected_in(find_emoji({}, Lore()), f"See {sign} here") == []


@pytest.mark.parametrize(
    "face", [":-)", ":)", ";-)", ":D", ":P", "xD", "<3", "^_^", ":'(", "=)", "(^^)"]
)
def test_a_face_is_found(face: str) -> None:
    assert detected_in(find_emoticons({}, Lore()), f"Thanks {face}") == [face]


@pytest.mark.parametrize(
    "text",
    [
        "Sizes (all:) S, M",
        "Ratio 1:3",
        "10:30",
        "http://x",
        "<3 kg",
        "note: (a)",
        "8) go",
    ],
)
def test_what_is_no_face_is_not(text: str) -> None:
    assert detected_in(find_emoticons({}, Lore()), text) == []
