"""Unknown words are hints; names, numbers and addresses are left alone."""

from pathlib import Path

import pytest

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.spelling import Spelling, dictionary_folders, suggest

WORDS = ("lid", "fits", "the", "larger", "jar", "don't", "Tür", "grün")


def put(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text("SET UTF-8\nWORDCHARS '\n")
    (folder / f"{name}.dic").write_text("\n".join((str(len(WORDS)), *WORDS)), "utf-8")


@pytest.fixture
def spelling(tmp_path: Path) -> Spelling:
    put(tmp_path / "own", "en_GB")
    put(tmp_path / "system", "en_US")
    put(tmp_path / "system", "de_DE")
    return Spelling([tmp_path / "own", tmp_path / "system", tmp_path / "none"])


def unknown(spelling: Spelling, text: str, known: str = "") -> list[str]:
    return [one.text for one in spelling.findings(text, "en", "UK", known)]


def test_a_word_that_no_dictionary_knows_is_a_hint(spelling: Spelling) -> None:
    [found] = spelling.findings("The lidd fits the jar", "en")
    assert (found.text, found.start, found.end) == ("lidd", 4, 8)
    assert found.severity is Severity.NOTE


def test_what_is_no_word_is_left_alone(spelling: Spelling) -> None:
    text = "JAR x1 don’t, a@b.example www.shop.example {size in cm} 5-cm MwSt. The the"
    assert unknown(spelling, text) == ["size", "MwSt"] or unknown(spelling, text) == [
        "MwSt"
    ]


def test_the_buyers_own_words_are_left_alone(spelling: Spelling) -> None:
    assert unknown(spelling, "the Fernhollow jar") == ["Fernhollow"]
    assert unknown(spelling, "the Fernhollow jar", "my fernhollow jar") == []


def test_the_marketplace_chooses_among_dictionaries(spelling: Spelling) -> None:
    assert spelling.name_of("en", "US") == "en_US"
    assert spelling.name_of("en", "UK") == spelling.name_of("en") == "en_GB"
    assert spelling.name_of("de", "US") == "de_DE"
    assert spelling.name_of("ja") is None
    assert spelling.findings("日本語", "ja") == []


def test_words_asked_about_are_found_with_up_to_five_fixes(tmp_path: Path) -> None:
    put(tmp_path, "en_GB")
    asked = []

    def answer(name: str, folder: Path, word: str) -> list[str]:
        asked.append((name, folder, word))
        return ["lid", "lidd", "lids", "lid", "led", "lad", "laid", "lied"]

    spelling = Spelling([tmp_path], answer)
    text = "The lidd fits"
    assert spelling.findings(text, "en")[0].fixes == ()
    words = ("lid", "lids", "led", "lad", "laid")
    assert spelling.suggestions("lidd", "en", "UK") == words
    assert spelling.suggestions("lidd", "en", "UK") == words
    assert asked == [("en_GB", tmp_path, "lidd")]
    [found] = spelling.findings(text, "en")
    assert [fix.label for fix in found.fixes[:2]] == ["Write “lid”", "Write “lids”"]
    assert {(fix.start, fix.end) for fix in found.fixes} == {(4, 8)}
    assert spelling.suggestions("lidd", "ja") == ()


def test_a_suggestion_keeps_the_mark_of_the_word(tmp_path: Path) -> None:
    put(tmp_path, "en_GB")
    spelling = Spelling([tmp_path], lambda *_asked: ["don't", "dent"])
    assert spelling.suggestions("dont’t", "en") == ("don’t", "dent")


def test_the_dictionary_is_asked_itself(tmp_path: Path) -> None:
    put(tmp_path, "en_GB")
    assert suggest("en_GB", tmp_path, "lidd") == ["lid"]
    assert suggest("en_GB", tmp_path / "none", "lidd") == []


def test_a_dictionary_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "en_GB.aff").write_bytes(b"SET NOTHING\n")
    (tmp_path / "en_GB.dic").write_bytes(b"\xff\xfe")
    assert isinstance(Spelling([tmp_path]).findings("lidd", "en"), list)


def test_dictionaries_are_looked_for_where_systems_keep_them(tmp_path: Path) -> None:
    found = dictionary_folders({"DICPATH": "/a:/b", "HOME": "/h"}, tmp_path)
    assert found[:3] == [tmp_path, Path("/a"), Path("/b")]
    assert Path("/usr/share/hunspell") in found
    assert Path("/h/Library/Spelling") in found
