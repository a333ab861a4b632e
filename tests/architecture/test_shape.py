"""Files stay small, bear the name of their subject, and speak of the project alone."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source_tree import (
    PACKAGE,
    ROOT,
    name_of,
    project_files,
    python_files,
)

MOST_LINES = 400
NO_SUBJECT = {"util", "utils", "helper", "helpers", "common", "manager", "misc"}
# Folders of a machine, in pieces so that this line does not find itself.
MACHINE = re.compile(
    r"(?<![\w.~$}/-])/" + r"(?:home|Users|root|opt|mnt|work|workspace)/[\w.]"
)


def words_of(path: Path) -> set[str]:
    """Return the words that the path of a module is made of."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return {word for part in parts for word in part.lower().split("_")}


def test_no_file_is_longer_than_can_be_read_at_a_sitting() -> None:
    lengths = {
        name_of(path): len(path.read_text("utf-8").splitlines())
        for path in python_files()
    }
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_module_bears_the_name_of_its_subject() -> None:
    named = {name_of(path): words_of(path) & NO_SUBJECT for path in python_files()}
    assert {name: words for name, words in named.items() if words} == {}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("__init__.py")), ids=name_of)
def test_an_init_file_holds_a_docstring_only(path: Path) -> None:
    body = ast.parse(path.read_text("utf-8")).body
    version = path == PACKAGE / "__init__.py"
    assert ast.get_docstring(ast.Module(body, []))
    assert len(body) == (2 if version else 1)


def test_no_line_speaks_of_the_folders_of_a_machine() -> None:
    found = []
    for path in project_files():
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{name_of(path)}:{number}: {line.strip()[:80]}"
            for number, line in enumerate(lines, 1)
            if MACHINE.search(line)
        ]
    assert found == []


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("see /" + "home/anna/notes", True),
        ('"/' + 'opt/tool"', True),
        ("https://example.com/" + "home/page", False),
        ("docs/" + "work/x", False),
    ],
)
def test_folders_of_a_machine_are_told_from_parts_of_a_longer_path(
    line: str, *, speaks: bool
) -> None:
    assert bool(MACHINE.search(line)) is speaks


def test_the_layers_depend_on_each_other_as_agreed() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
