"""The documents lead nowhere that does not exist."""

import re
import runpy
from pathlib import Path

import pytest

from inbox_assistant.domain.query import Operator
from tests.architecture.source_tree import ROOT, name_of, project_files

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z0-9.,/?]|F\d+|Enter|Esc|Tab)")
OPERATOR = re.compile(r"[a-z]+:[a-z]*")
DOCUMENTS = [path for path in project_files() if path.suffix == ".md"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_within_the_project_has_an_end(document: Path) -> None:
    links = LINK.findall(document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs/decisions"
    listed = set(LINK.findall((folder / "README.md").read_text("utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


def test_the_commands_of_the_readme_are_those_of_the_script() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert re.search(r"^python3 run\.py +#", readme, re.MULTILINE)
    assert re.search(r"^python3 run\.py test +#", readme, re.MULTILINE)
    assert "run.py test --yes" in (ROOT / ".ci/run").read_text("utf-8")


def test_the_page_of_the_settings_is_what_their_declarations_say() -> None:
    written = runpy.run_path(str(ROOT / "docs/make_settings.py"))["settings_page"]()
    assert (ROOT / "docs/settings.md").read_text("utf-8") == written


def test_the_card_of_the_keys_is_what_the_table_of_commands_says() -> None:
    written = runpy.run_path(str(ROOT / "docs/make_keys.py"))["keys_page"]()
    assert (ROOT / "docs/keys.md").read_text("utf-8") == written


def test_the_guide_names_keys_and_operators_that_there_are() -> None:
    guide = (ROOT / "docs/guide.md").read_text("utf-8")
    card = (ROOT / "docs/keys.md").read_text("utf-8")
    named = re.findall(r"`([^`\n]+)`", guide)
    keys = [one for one in named if KEY.fullmatch(one)]
    assert keys != []
    assert [one for one in keys if f"`{one}`" not in card] == []
    operators = [one.split(":")[0] for one in named if OPERATOR.fullmatch(one)]
    assert operators != []
    assert [one for one in operators if one not in set(Operator)] == []
