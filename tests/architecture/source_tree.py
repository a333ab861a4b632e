"""What the tests of the house look at: the folders and files of the project."""

import ast
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "inbox_assistant"
_MADE = {".git", ".hypothesis", ".venv", "__pycache__", "build", "dist", "htmlcov"}


def project_files() -> list[Path]:
    """Return every file that belongs to the project, also where git cannot say."""
    found = _listed_by_git() or [
        path
        for path in ROOT.rglob("*")
        if not _MADE.intersection(path.relative_to(ROOT).parts)
        and not any(part.endswith(("_cache", ".egg-info")) for part in path.parts)
    ]
    return sorted(path for path in found if path.is_file())


def _listed_by_git() -> list[Path]:
    """Return what git knows; nothing for an export, or a folder of somebody else."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        return []
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name]


def python_files() -> list[Path]:
    """Return every Python file of the project."""
    return [path for path in project_files() if path.suffix == ".py"]


def modules(layer: str) -> list[Path]:
    """Return the modules of one layer of the package."""
    found = sorted((PACKAGE / layer).rglob("*.py"))
    return [path for path in found if path.name != "__init__.py"]


def does_something(module: Path) -> bool:
    """Return whether *module* holds a function, and not only values."""
    tree = ast.parse(module.read_text("utf-8"))
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


def name_of(path: Path) -> str:
    """Return the path of a file within the project, as a test shows it."""
    return path.relative_to(ROOT).as_posix()
