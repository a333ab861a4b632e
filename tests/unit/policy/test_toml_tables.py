"""Each table of a file is read by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_assistant.policy.toml_tables import Tables, read_tables

SOURCE = """
# a comment
[pack]
source = "x"

[rule.good]
message = "fine"

[rule.bad]
message = "not closed
other = 1

[override."en.promotion.*"]
off = true
"""


def test_a_mistake_spoils_one_table_and_is_told_by_its_line() -> None:
    tables = read_tables(SOURCE, "x.toml")
    assert [table.path for table in tables.found] == [
        (), ("pack",), ("rule", "good"), ("override", "en.promotion.*"),
    ]  # fmt: skip
    [problem] = tables.problems
    assert (problem.file, problem.line, problem.rule) == ("x.toml", 10, "bad")


def test_a_name_used_twice_is_told() -> None:
    tables = read_tables("[rule.a]\nx = 1\n[rule.a]\nx = 2\n", "x.toml")
    assert [str(problem) for problem in tables.problems] == [
        "x.toml:3: [a] this name is used twice in the file"
    ]


def test_a_number_that_python_does_not_read_spoils_one_table() -> None:
    tables = read_tables(f"[rule.a]\nx = {'1' * 5000}\n[rule.b]\nx = 2\n", "x.toml")
    assert [str(problem) for problem in tables.problems] == [
        "x.toml:1: [a] a number in this table is too long"
    ]
    assert [table.path for table in tables.found] == [("rule", "b")]


def test_a_key_is_found_on_its_line() -> None:
    table = read_tables("[rule.a]\nx = 1\nyes = 2\n", "x.toml").found[0]
    assert table.line_of("yes") == 3
    assert table.line_of("missing") == 1


@pytest.mark.parametrize("source", ["", "# nothing yet\n", "x = 1\n", "\0\xff"])
def test_a_file_without_any_table_has_none(source: str) -> None:
    tables = read_tables(source, "x.toml")
    assert [table.path for table in tables.found if table.path] == []


PIECES = st.sampled_from(
    [
        *("[rule.a]", "[[rule.a]]", "[rule.", '[override."en.x"]', "[a.b]\nb = 1"),
        *("x = 1", "x.y = 2", "flags = [", '"""', "'''", "#", "[]", '[""]', "="),
        *("\n", " ", "]", "\t", "\0", "\u2028", "ü"),
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=12))
def test_nothing_that_stands_in_a_file_raises(pieces: list[str]) -> None:
    assert isinstance(read_tables("".join(pieces), "x.toml"), Tables)
