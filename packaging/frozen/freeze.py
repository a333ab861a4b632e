#!/usr/bin/env python3
"""Freeze the program into one folder that runs where there is no Python.

python3 packaging/frozen/freeze.py            makes dist/inbox-assistant
python3 packaging/frozen/freeze.py --out DIR  makes DIR/inbox-assistant

The program and PyInstaller are installed into an environment of their own below
build/, so that what is frozen is what the wheel asks for and nothing of a developer's.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / "build" / "freezing"
PYTHON = (
    ENVIRONMENT
    / ("Scripts" if os.name == "nt" else "bin")
    / ("python.exe" if os.name == "nt" else "python")
)
PYINSTALLER = "pyinstaller>=6.10,<7"


def main() -> None:
    """Freeze the program and say where it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out.resolve()
    if not PYTHON.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    run("-m", "pip", "install", "--quiet", "--upgrade", str(ROOT), PYINSTALLER)
    # The checkout is frozen, with the resources beside it, not its installed copy.
    run("-m", "pip", "uninstall", "--quiet", "--yes", "inbox-assistant")
    run(str(ROOT / "packaging" / "icons.py"), str(ROOT / "build" / "icons"))
    run(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(out), "--workpath", str(ROOT / "build" / "work")),
        str(ROOT / "packaging" / "frozen" / "inbox-assistant.spec"),
    )
    print(out / "inbox-assistant")


def run(*arguments: str) -> None:
    """Run the environment's Python; end with its message where it fails."""
    done = subprocess.run([str(PYTHON), *arguments], check=False, cwd=ROOT)
    if done.returncode != 0:
        sys.exit(f"Freezing failed at: python {' '.join(arguments[:4])}")


if __name__ == "__main__":
    main()
