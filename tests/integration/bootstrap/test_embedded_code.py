"""PySide's own code is compiled once, runs late, and does all that it did."""

import builtins
import os
import subprocess
import sys
from pathlib import Path

import pytest

from inbox_assistant.bootstrap.embedded_code import loaded_lightly
from tests.architecture.source_tree import ROOT

LOADED = """
import sys
if len(sys.argv) > 1:
    from inbox_assistant.bootstrap.qt import load_qt
    load_qt()
from PySide6.QtCore import QSize
from PySide6.support.signature import get_signature
from PySide6.support.signature.lib import pyi_generator
print(QSize.scaled.__doc__)
print(get_signature(QSize.setWidth))
print(pyi_generator.Path, sorted(vars(pyi_generator)))
print(hasattr(pyi_generator, "nothing_of_that_name"))
try:
    QSize(object(), 3)
except TypeError as error:
    print(error)
"""


def run(compiled: Path, *arguments: str, **more: str) -> str:
    """Return what a process prints that keeps what it compiles in *compiled*."""
    kept = {"PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        cwd=ROOT,
        env={**os.environ, **kept, **more},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return ended.stdout


def kept_in(compiled: Path) -> dict[Path, bytes]:
    """Return the code that was kept of PySide's own modules."""
    return {path: path.read_bytes() for path in compiled.rglob("shibokensupport.*")}


def test_pyside_says_and_does_the_same_as_without(tmp_path: Path) -> None:
    plain = run(tmp_path)
    assert run(tmp_path, "lightly") == plain
    assert "Supported signatures" in plain


def test_what_was_compiled_is_read_again(tmp_path: Path) -> None:
    first = run(tmp_path, "lightly")
    kept = kept_in(tmp_path)
    assert len(kept) > 5
    assert run(tmp_path, "lightly") == first
    assert kept_in(tmp_path) == kept


@pytest.mark.parametrize("damage", [b"", b"no code at all", b"\x00" * 64])
def test_damaged_code_is_compiled_anew(tmp_path: Path, damage: bytes) -> None:
    first = run(tmp_path, "lightly")
    kept = kept_in(tmp_path)
    for path, code in kept.items():
        # Once without its heading, and once with nothing behind it.
        path.write_bytes(damage or code[:16])
    assert run(tmp_path, "lightly") == first
    assert kept_in(tmp_path) == kept


def test_code_of_another_text_is_not_used(tmp_path: Path) -> None:
    first = run(tmp_path, "lightly")
    kept = kept_in(tmp_path)
    for path, code in kept.items():
        path.write_bytes(code[:8] + bytes(8) + code[16:])
    assert run(tmp_path, "lightly") == first
    assert kept_in(tmp_path) == kept


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    plain = run(tmp_path)
    found = run(tmp_path, "lightly", PYTHONDONTWRITEBYTECODE="1")
    no_folder = tmp_path / "file"
    no_folder.touch()
    assert found == plain == run(no_folder, "lightly")
    assert kept_in(tmp_path) == {}


def test_nothing_else_is_compiled_in_another_way() -> None:
    plain = builtins.compile
    with loaded_lightly():
        assert builtins.compile is not plain
        code = compile("6 * 7", "shibokensupport/no_module.py", "eval")
        assert code.co_consts == (42,)
        assert compile("a = 1", "module.py", "exec").co_filename == "module.py"
        with pytest.raises(SyntaxError):
            compile(b"a = ", "module.py", "exec")
    assert builtins.compile is plain
