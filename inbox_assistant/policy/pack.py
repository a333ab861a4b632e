"""Reads packs of rules: folders of TOML files."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from inbox_assistant.domain.finding import Severity
from inbox_assistant.policy.pack_files import EVERYWHERE, pack_files
from inbox_assistant.policy.pattern import Pattern, PatternError, PatternReader
from inbox_assistant.policy.rule import Category, Problem, Rule, Section
from inbox_assistant.policy.schema import (
    FieldError,
    Origin,
    read_recipes,
    read_rule,
)
from inbox_assistant.policy.toml_tables import Table, Tables, read_tables

_WORDS_FILE = "words.toml"
_DATA = frozenset({"small", "digits", "signs", "numbers", "language", "carriers"})
_SECTIONS = frozenset(Section)


@dataclass(frozen=True, slots=True)
class RulePatterns:
    """The patterns of one rule, read."""

    phrases: tuple[Pattern, ...] = ()
    together: tuple[tuple[Pattern, ...], ...] = ()
    unless: tuple[Pattern, ...] = ()
    denied: tuple[Pattern, ...] = ()


@dataclass(slots=True)
class LoadedPacks:
    """Everything that the packs of some folders say."""

    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()
    categories: dict[str, Category] = field(default_factory=dict)
    patterns: dict[str, RulePatterns] = field(default_factory=dict)
    small: dict[tuple[str, str], list[Pattern]] = field(default_factory=dict)
    """Words that carry nothing by themselves, by language and writer."""
    data: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """Tables of plain data: kind, then language, then what they hold."""


@dataclass(frozen=True, slots=True)
class _File:
    """One file of a pack, read but not yet understood."""

    name: str
    shown: str
    language: str
    folder: Path
    tables: Tables
    own: bool = False
    """Whether it is the user's."""


def load_packs(folders: Sequence[Path]) -> LoadedPacks:
    """Return the rules of the packs in *folders*; later folders change earlier ones.

    A mistake keeps one rule away and is told among the problems.
    """
    loader = _Loader()
    for number, folder in enumerate(folders):
        loader.read_folder(folder, own=number > 0)
    return loader.finish()


class _Loader:
    """Gathers files, then makes rules of their tables."""

    def __init__(self) -> None:
        self._files: list[_File] = []
        self._shared: dict[Path, dict[str, Any]] = {}
        self._everywhere: dict[str, Any] = {}
        self._readers: dict[Path, PatternReader] = {}
        self._rules: dict[str, Rule] = {}
        self._problems: list[Problem] = []
        self._result = LoadedPacks()

    def read_folder(self, folder: Path, *, own: bool = False) -> None:
        """Read every file of *folder*, the user's *own* or the program's."""
        for path in pack_files(folder):
            inside = path.relative_to(folder)
            name = ".".join(inside.with_suffix("").parts)
            language = inside.parts[0] if len(inside.parts) > 1 else ""
            shown = inside.as_posix()
            try:
                source = path.read_text("utf-8-sig")
            except (OSError, UnicodeDecodeError) as error:
                message = f"the file cannot be read: {error}"
                self._problems.append(Problem(shown, 1, "", message))
                continue
            tables = read_tables(source, shown)
            self._problems.extend(tables.problems)
            language = "" if language == EVERYWHERE else language
            self._files.append(
                _File(name, shown, language, path.parent, tables, own=own)
            )
            self._share(path, tables, shared=path.name == _WORDS_FILE)

    def finish(self) -> LoadedPacks:
        """Return what was read."""
        for file in self._files:
            for table in file.tables.found:
                if table.path[:1] == ("category",):
                    self._guarded(self._add_category, file, table)
        for file in self._files:
            self._read_file(file)
        for file in self._files:
            for table in file.tables.found:
                if table.path[:1] == ("override",):
                    self._guarded(self._override, file, table)
        result = self._result
        result.rules = tuple(self._rules.values())
        result.problems = tuple(self._problems)
        return result

    def _share(self, path: Path, tables: Tables, *, shared: bool) -> None:
        """Keep the word classes that other files may use."""
        for table in tables.found:
            if table.path == ("words",) and shared:
                known = self._shared.setdefault(path.parent, {})
                known.update(table.values)
                if path.parent.name == EVERYWHERE:
                    self._everywhere.update(table.values)

    def _read_file(self, file: _File) -> None:
        """Make rules and data of the tables of one file."""
        values = {table.path: table.values for table in file.tables.found}
        reader = PatternReader(values.get(("words",), {}), self._reader(file.folder))
        categories = self._result.categories
        defaults = values.get(("pack",), {})
        origin = Origin(file.name, file.shown, file.language, defaults, categories)
        for table in file.tables.found:
            kind = table.path[0] if table.path else ""
            if kind in _SECTIONS:
                self._add_rule(file, table, origin, reader)
            elif kind in _DATA:
                self._add_data(file, table, reader)
            elif kind not in ("words", "pack", "category", "override", ""):
                message = f"there is no table “{kind}” in a pack"
                self._problems.append(Problem(file.shown, table.line, "", message))

    def _reader(self, folder: Path) -> PatternReader:
        """Return the reader of the word classes that the files of *folder* share."""
        if folder not in self._readers:
            classes = {**self._everywhere, **self._shared.get(folder, {})}
            self._readers[folder] = PatternReader(classes)
        return self._readers[folder]

    def _add_rule(
        self, file: _File, table: Table, origin: Origin, reader: PatternReader
    ) -> None:
        """Add the rule of one table, or say what is wrong with it."""
        name = ".".join(table.path[1:])
        try:
            rule = read_rule(table, origin)
            patterns = _patterns(rule, reader)
        except FieldError as error:
            line = table.line_of(error.field)
            self._problems.append(Problem(file.shown, line, name, f"{error}."))
        except PatternError as error:
            line = _line_of_pattern(table, reader)
            self._problems.append(Problem(file.shown, line, name, f"{error}."))
        else:
            self._rules[rule.id] = replace(rule, own=file.own)
            self._result.patterns[rule.id] = patterns

    def _add_data(self, file: _File, table: Table, reader: PatternReader) -> None:
        """Add a table of plain data."""
        kind = table.path[0]
        if kind != "small":
            name = table.path[1] if len(table.path) > 1 else file.language
            self._result.data.setdefault(kind, {})[name] = table.values
            return
        for writer, source in table.values.items():
            try:
                pattern = reader.read(source)
            except PatternError as error:
                problem = Problem(file.shown, table.line_of(writer), "", f"{error}.")
                self._problems.append(problem)
            else:
                self._result.small.setdefault((file.language, writer), []).append(
                    pattern
                )

    def _guarded(self, action: Any, file: _File, table: Table) -> None:  # noqa: ANN401
        """Do *action* with a table, or say what is wrong with it."""
        try:
            action(table)
        except FieldError as error:
            name = ".".join(table.path[1:])
            line = table.line_of(error.field)
            self._problems.append(Problem(file.shown, line, name, f"{error}."))

    def _add_category(self, table: Table) -> None:
        """Add what the rules of a category have in common."""
        values = dict(table.values)
        try:
            severity = values.pop("severity", None)
            category = Category(
                name=table.path[1],
                reply=Severity(values.pop("reply", severity)),
                proactive=Severity(values.pop("proactive", severity)),
                recipes=read_recipes("fixes", values.pop("fixes", [])),
                unless_buyer_asked=tuple(values.pop("unless_buyer_asked", ())),
                yields_to=tuple(values.pop("yields_to", ())),
                **values,
            )
        except (ValueError, TypeError, IndexError) as error:
            raise FieldError("severity", str(error)) from error
        self._result.categories[category.name] = category

    def _override(self, table: Table) -> None:
        """Change the severity of shipped rules, or switch them off."""
        pattern = ".".join(table.path[1:])
        chosen = [name for name in self._rules if fnmatchcase(name, pattern)]
        if not chosen:
            raise FieldError("", f"there is no rule “{pattern}”")
        if not table.values or set(table.values) - {"off", "severity"}:
            raise FieldError("", "an override says severity = … or off = true")
        severity = table.values.get("severity")
        if severity is not None and severity not in list(Severity):
            names = ", ".join(Severity)
            raise FieldError("severity", f"“severity” must be one of {names}")
        for name in chosen:
            if table.values.get("off") is True:
                del self._rules[name]
            elif severity is not None:
                weight = Severity(severity)
                self._rules[name] = replace(
                    self._rules[name], reply=weight, proactive=weight, own=True
                )


def _patterns(rule: Rule, reader: PatternReader) -> RulePatterns:
    """Return the patterns of *rule*, read."""
    return RulePatterns(
        tuple(reader.read(source) for source in rule.phrases),
        tuple(tuple(reader.read(part) for part in parts) for parts in rule.together),
        tuple(reader.read(source) for source in rule.unless),
        tuple(reader.read(source) for source in rule.denied),
    )


def _line_of_pattern(table: Table, reader: PatternReader) -> int:
    """Return the line of the first pattern of *table* that cannot be read."""
    for offset, line in enumerate(table.source.splitlines()):
        for quoted in line.split('"')[1::2]:
            if quoted and quoted in str(table.values):
                try:
                    reader.read(quoted)
                except PatternError:
                    key = line.partition("=")[0].strip()
                    if key not in ("flags", "allows", "message", "why"):
                        return table.line + offset
    return table.line
