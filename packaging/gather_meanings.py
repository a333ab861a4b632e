"""Gather what words mean from the lists of each language into one file.

    python packaging/gather_meanings.py

The lists are ``packaging/meanings/<language>.toml``: under the name of a meaning, which
all languages share, the forms that have it (see ``policy/meanings``). Written is the
file beside the shipped packs; what was learned must then be learned anew.
"""

import tomllib
from pathlib import Path

from labelled import PACKS

from inbox_assistant.policy.engine import MEANINGS
from inbox_assistant.policy.meanings import write_meanings

LISTS = Path(__file__).parent / "meanings"


def main() -> None:
    """Write the file and print how much it holds."""
    names, written = gathered()
    (PACKS / MEANINGS).write_bytes(write_meanings(names, written))
    forms = sum(len(lines.splitlines()) for lines in written.values())
    print(f"{len(names)} meanings of {forms} forms in {len(written)} languages")


def gathered() -> tuple[list[str], dict[str, str]]:
    """Return the names of all meanings, and each language's lines."""
    tables = {
        path.stem: tomllib.loads(path.read_text("utf-8"))
        for path in sorted(LISTS.glob("*.toml"))
    }
    names = sorted({name for table in tables.values() for name in table})
    place = {name: at for at, name in enumerate(names)}
    written = {
        language: "\n".join(
            f"{form} {place[name]}"
            for name, forms in table.items()
            for form in forms.split()
        )
        for language, table in tables.items()
    }
    return names, written


if __name__ == "__main__":
    main()
