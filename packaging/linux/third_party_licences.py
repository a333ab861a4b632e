#!/usr/bin/env python3
"""Print the name, version and licence of everything that is frozen with the program.

Run it with the Python of the environment that was frozen.
"""

from __future__ import annotations

import platform
from importlib.metadata import distributions

TOOLS = {"pip", "setuptools", "pyinstaller", "pyinstaller-hooks-contrib", "altgraph"}
"""What freezes, and does not become part of what is frozen."""


def main() -> None:
    """Print a line for each package and the licence texts that come with them."""
    found = {
        one.metadata["Name"]: one
        for one in distributions()
        if one.metadata["Name"].lower() not in TOOLS
    }
    print(f"Python {platform.python_version()}: PSF-2.0")
    for name in sorted(found, key=str.lower):
        data = found[name].metadata
        licence = data["License-Expression"] or _named(data.get_all("Classifier"))
        licence = licence or (data["License"] or "see below").partition("\n")[0]
        print(f"{name} {found[name].version}: {licence}")
    for name in sorted(found, key=str.lower):
        for file in found[name].files or ():
            if ".dist-info" in str(file) and "licen" in file.name.lower():
                text = file.locate().read_text("utf-8", errors="replace").strip()
                print(f"\n==== {name}: {file.name}\n\n{text}")


def _named(classifiers: list[str] | None) -> str:
    licences = [one for one in classifiers or () if one.startswith("License ::")]
    return ", ".join(one.rpartition(" :: ")[2] for one in licences)


if __name__ == "__main__":
    main()
