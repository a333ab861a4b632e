"""Every string of the interface can be translated, and is."""

import ast
import re
import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from inbox_assistant.settings import LANGUAGE
from tests.architecture.source_tree import PACKAGE, ROOT, name_of

FOLDER = ROOT / "resources/translations"
FILES = sorted(FOLDER.glob("*.ts"))
UI = [
    *sorted((PACKAGE / "ui").rglob("*.py")),
    *sorted((PACKAGE / "bootstrap").rglob("*.py")),
]
BLANK = re.compile(r"\{(\w+)[^}]*\}|%L?n")
TRANSLATORS = {"tr", "translate", "_translate", "QT_TRANSLATE_NOOP"}
SHOWN = {
    *("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription"),
    *("setWindowTitle", "setPlaceholderText", "setTitle", "setStatusTip", "setPrefix"),
    *("setSuffix", "setInformativeText", "addRow", "addTab", "setTabText", "tell"),
    *("setHeaderLabels", "setHorizontalHeaderLabels", "setSpecialValueText"),
    *("QLabel", "QPushButton", "CalmButton", "QCheckBox", "QAction", "addAction"),
    *("show_activity", "Field", "addItem", "addItems", "QGroupBox", "QRadioButton"),
}
"""What puts its arguments before people."""
NAMES_OF_OURS = {"Inbox Assistant"}


def called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def is_worded(node: ast.AST) -> bool:
    """Return whether *node* is a literal with words in it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [one.value for one in parts if isinstance(one, ast.Constant)]
    whole = "".join(one for one in texts if isinstance(one, str))
    text = re.sub(r"<[^>]*>|&\w+;", "", whole)
    return bool(re.search(r"[A-Za-z]{2,}", text)) and text not in NAMES_OF_OURS


def is_made_up(node: ast.AST) -> bool:
    """Return whether *node* is put together when the program runs."""
    if isinstance(node, ast.JoinedStr | ast.BinOp):
        return True
    return isinstance(node, ast.Call) and called(node) == "format"


@pytest.mark.parametrize("path", UI, ids=name_of)
def test_what_is_to_be_translated_is_a_plain_text(path: Path) -> None:
    wrong = [
        f"{node.lineno}: {ast.unparse(node)[:70]}"
        for node in calls(path)
        if called(node) in TRANSLATORS and any(is_made_up(one) for one in node.args)
    ]
    assert wrong == []


def test_only_texts_marked_elsewhere_are_translated_by_a_name() -> None:
    named = {
        path.name
        for path in UI
        for node in calls(path)
        if called(node) in TRANSLATORS - {"QT_TRANSLATE_NOOP"}
        if any(isinstance(one, ast.Name | ast.Subscript) for one in node.args[:2])
    }
    # The last one is a method of texts, not of Qt.
    assert named == {
        *("views_panel.py", "commands.py", "menus.py", "sentences.py"),
        "plain_text.py",
    }


@pytest.mark.parametrize("path", UI, ids=name_of)
def test_nothing_is_shown_that_cannot_be_translated(path: Path) -> None:
    wrong = [
        f"{node.lineno}: {ast.unparse(one)[:70]}"
        for node in calls(path)
        if called(node) in SHOWN
        for one in node.args
        if is_worded(one)
    ]
    assert wrong == []


def messages(file: Path) -> list[tuple[str, str, list[str], str]]:
    """Return context, source, translations and state of every text in *file*."""
    found = []
    for context in ET.parse(file).iter("context"):  # noqa: S314 - our own file
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                (
                    context.findtext("name", ""),
                    one.findtext("source", ""),
                    forms or [translation.text or ""],
                    translation.get("type", ""),
                )
            )
    return found


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_every_text_is_translated(file: Path) -> None:
    left = [
        (context, source)
        for context, source, forms, state in messages(file)
        if state or not all(forms)
    ]
    assert left == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_a_translation_has_the_blanks_of_its_source(file: Path) -> None:
    wrong = [
        (source, form)
        for _, source, forms, _ in messages(file)
        for form in forms
        if {m[0] for m in BLANK.finditer(source)} - {"%n"}
        != {m[0] for m in BLANK.finditer(form)} - {"%n"}
    ]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_what_is_compiled_is_what_was_translated(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    wrong = [
        source
        for context, source, forms, _ in messages(file)
        if len(forms) == 1 and translator.translate(context, source) != forms[0]
    ]
    assert wrong == []


def test_every_language_can_be_chosen() -> None:
    codes = {file.stem.rpartition("_")[2] for file in FILES}
    assert codes | {"system"} == set(LANGUAGE.choices)


def test_every_string_there_is_has_been_collected(tmp_path: Path) -> None:
    program = runpy.run_path(str(ROOT / "packaging/translations.py"))
    sentences = program["collected"]()
    fresh = tmp_path / "inbox-assistant_de.ts"
    program["update"](fresh, sentences)
    there = {one[:2] for one in messages(FOLDER / fresh.name)}
    missing = {one[:2] for one in messages(fresh)} - there
    assert not missing, f"run packaging/translations.py and translate: {missing}"
    said = program["said_by_pages"]()
    blanks = program["with_blanks"](sentences - said)
    assert (FOLDER / "sentences.txt").read_text("utf-8").splitlines() == blanks
