"""Brings the translations up to date: ``python packaging/translations.py``.

Collects every string of the interface by Qt's own ``lupdate``, and beside them the
sentences that come from below it; writes ``resources/translations/*.ts``, compiles them
by ``lrelease``, and names what has no translation yet. Translate in the ``.ts`` file
with Qt Linguist or an editor, then run it again.
"""

import ast
import re
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "inbox_assistant"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en", "de")
"""Of English only the plurals are written down."""
CONTEXT = "Sentences"

BELOW = ("domain", "services", "storage", "mail", "policy", "bootstrap")
"""Layers whose whole sentences may reach the window."""
PHRASES = (
    *("services/reading.py", "services/settling.py", "services/fetching.py"),
    *("mail/files.py", "mail/amazon.py", "mail/parse.py", "mail/mime.py"),
    *("services/template_files.py", "services/handing_on.py", "policy/spelling.py"),
)
"""Modules whose parts of sentences reach it as well: states and reasons."""
PAGES = ("reports/handover_page.py", "reports/health_page.py")
"""Modules that let a phrasing say every text of theirs."""
WORDS = ("waiting", "replied", "other")
"""Words that stand alone."""
_TABLE_KEYS = ("message", "why", "source", "not_asked", "label")
"""What of a rule is shown to people."""
NO_WORDS = ("policy/programs.py", "mail/sample.py", "mail/sample_letter.py")
_BLANK = re.compile(r"\{\w+\}")
ALIASES = ("translate", "_translate")
"""What ``QCoreApplication.translate`` is called in the sources."""


def main() -> int:
    """Write every file; return 1 where something is not translated."""
    FOLDER.mkdir(exist_ok=True)
    sentences = collected()
    # A page fills its blanks itself, after it was told the words.
    blanks = "\n".join(with_blanks(sentences - said_by_pages()))
    (FOLDER / "sentences.txt").write_text(f"{blanks}\n", "utf-8", newline="\n")
    missing = 0
    for code in LANGUAGES:
        file = FOLDER / f"inbox-assistant_{code}.ts"
        update(file, sentences, only_plurals=code == "en")
        _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))
        left = unfinished(file)
        for context, source in left:
            print(f"{file.name}: {context}: {source}")
        missing += len(left)
    print(f"{len(sentences)} sentences from below the window; {missing} untranslated")
    return 1 if missing else 0


def with_blanks(sentences: set[str]) -> list[str]:
    """Return the *sentences* that values are filled into; see ``ui.sentences``."""
    return sorted(one for one in sentences if "{" in one and "\n" not in one)


def update(file: Path, sentences: set[str], *, only_plurals: bool = False) -> None:
    """Let *file* hold every string there is, with the translations it had."""
    with tempfile.TemporaryDirectory() as folder:
        stub = Path(folder) / "sentences.py"
        lines = [_marked(one) for one in sorted(sentences)]
        stub.write_text("".join(lines), "utf-8")
        more = ("-pluralonly",) if only_plurals else ()
        code = file.stem.rpartition("_")[2]
        _run(
            "lupdate",
            *("-silent", "-locations", "none", "-no-obsolete", "-extensions", "py"),
            *("-source-language", "en", "-target-language", code),
            *("-tr-function-alias", ",".join(f"translate+={a}" for a in ALIASES)),
            *more,
            *(str(PACKAGE / "ui"), str(PACKAGE / "bootstrap"), str(stub)),
            *("-ts", str(file)),
        )


def unfinished(file: Path) -> list[tuple[str, str]]:
    """Return context and source of every string of *file* without a translation."""
    left = []
    for context in ET.parse(file).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                source = message.findtext("source", "")
                left.append((context.findtext("name", ""), source))
    return left


def collected() -> set[str]:
    """Return every sentence from below the window that may be shown in it."""
    found = {one for layer in BELOW for one in _of_folder(PACKAGE / layer)}
    for name in ("settings.py", "paths.py"):
        found |= set(_of_module(PACKAGE / name))
    found |= said_by_pages()
    return found | set(_of_settings()) | set(_of_rules()) | set(WORDS)


def said_by_pages() -> set[str]:
    """Return what the pages to print have a phrasing say."""
    return {one for path in PAGES for one in _said(PACKAGE / path)}


def _of_folder(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.py")):
        if path.relative_to(PACKAGE).as_posix() not in NO_WORDS:
            yield from _of_module(path)


def _of_module(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    takes_phrases = path.relative_to(PACKAGE).as_posix() in PHRASES
    for text in _texts(tree):
        if _is_sentence(text) or (takes_phrases and _is_phrase(text)):
            yield text


def _said(path: Path) -> Iterator[str]:
    """Yield what the module at *path* has a phrasing say."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            name = called.id if isinstance(called, ast.Name) else name
            said = node.args[0]
            if name == "say" and isinstance(said, ast.Constant):
                yield str(said.value)


def _texts(tree: ast.Module) -> Iterator[str]:
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(node.value)  # what documents
        elif isinstance(node, ast.JoinedStr):
            passed.update(one for one in node.values if isinstance(one, ast.Constant))
        elif isinstance(node, ast.Set):
            # Words to be recognised, such as the names of folders.
            passed.update(one for one in node.elts if isinstance(one, ast.Constant))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield _template(node)
        elif isinstance(node, ast.Constant) and node not in passed:
            yield from [node.value] if isinstance(node.value, str) else []


def _template(node: ast.JoinedStr) -> str:
    """Return an f-string with a name in each of its blanks, no name twice."""
    words, used = "", set()
    for part in node.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            name = wish = _name(part.value)
            further = 2
            while name in used:
                name, further = f"{wish}{further}", further + 1
            used.add(name)
            words += f"{{{name}}}"
    return words


def _name(value: ast.expr) -> str:
    if isinstance(value, ast.Name):
        return value.id.strip("_").lower()
    return (
        value.attr.strip("_").lower() if isinstance(value, ast.Attribute) else "value"
    )


def _is_sentence(text: str) -> bool:
    """Return whether *text* begins and ends as sentences do."""
    stripped = text.strip()
    if " " not in stripped or "\n" in stripped or "\\" in stripped:
        return False
    return (stripped[0].isupper() or stripped[0] in "“{") and stripped[-1] in ".?!"


def _is_phrase(text: str) -> bool:
    """Return whether *text* is some words in a row, and no pattern or query."""
    text = _BLANK.sub("x", text)
    letters = sum(one.isalpha() or one == " " for one in text)
    is_plain = not set(text) & set("\\[]<>|_=\n")
    is_english = text.replace("“", "").replace("”", "").isascii()
    return " " in text.strip() and is_plain and is_english and letters > 0.7 * len(text)


def _of_settings() -> Iterator[str]:
    from inbox_assistant.settings import DECLARED, GROUPS  # noqa: PLC0415

    yield from GROUPS.values()
    for one in DECLARED:
        yield from (one.label, one.help, *one.words)


def _of_rules() -> Iterator[str]:
    from inbox_assistant.policy.schema import ACTIONS  # noqa: PLC0415

    yield from ACTIONS.values()
    for path in sorted((ROOT / "resources" / "policy").rglob("*.toml")):
        yield from _of_table(tomllib.loads(path.read_text("utf-8")))


def _of_table(table: Mapping[str, object]) -> Iterator[str]:
    for name, value in table.items():
        if isinstance(value, str) and name in {*_TABLE_KEYS}:
            yield value
        elif isinstance(value, Mapping):
            yield from _of_table(value)
        elif isinstance(value, list):
            for one in value:
                yield from _of_table(one) if isinstance(one, Mapping) else ()


def _marked(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'QT_TRANSLATE_NOOP("{CONTEXT}", "{escaped}")\n'


def _run(tool: str, *arguments: str) -> None:
    program = Path(sysconfig.get_path("scripts")) / f"pyside6-{tool}"
    subprocess.run([str(program), *arguments], check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
