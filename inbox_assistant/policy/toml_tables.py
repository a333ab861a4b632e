"""TOML files read table by table, so that one mistake spoils one table."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

from inbox_assistant.policy.rule import Problem

_HEADER = re.compile(r"^\[(?P<name>[^\[\]]+)\]\s*(?:#.*)?$", re.MULTILINE)
_QUOTED = re.compile(r"\s*(?:\"([^\"]*)\"|'([^']*)'|([^.\"']+))\s*(?:\.|$)")
_POSITION = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, and where it stands."""

    path: tuple[str, ...]
    line: int
    values: dict[str, Any]
    source: str

    def line_of(self, key: str) -> int:
        """Return the line on which *key* is set."""
        found = re.search(rf"^\s*{re.escape(key)}\s*=", self.source, re.MULTILINE)
        if found is None:
            return self.line
        return self.line + self.source.count("\n", 0, found.end())


@dataclass(slots=True)
class Tables:
    """The tables of one file that can be read, and the mistakes in the others."""

    found: list[Table] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_tables(source: str, file: str) -> Tables:
    """Return the tables of *source*, called *file* in what is said about it."""
    result = Tables()
    seen: set[tuple[str, ...]] = set()
    for path, line, text in _chunks(source):
        name = ".".join(path[1:])
        try:
            values = _inner(tomllib.loads(text), path)
        except tomllib.TOMLDecodeError as error:
            result.problems.append(_syntax(error, file, line, name))
            continue
        except (LookupError, TypeError, RecursionError):
            message = "this table cannot be told from what stands around it"
            result.problems.append(Problem(file, line, name, message))
            continue
        except ValueError:
            # Python reads no whole number of thousands of digits.
            message = "a number in this table is too long"
            result.problems.append(Problem(file, line, name, message))
            continue
        if path in seen:
            message = "this name is used twice in the file"
            result.problems.append(Problem(file, line, name, message))
            continue
        seen.add(path)
        result.found.append(Table(path, line, values, text))
    return result


def _chunks(source: str) -> list[tuple[tuple[str, ...], int, str]]:
    """Return the path, first line and text of each table of *source*."""
    headers = list(_HEADER.finditer(source))
    first = headers[0].start() if headers else len(source)
    chunks: list[tuple[tuple[str, ...], int, str]] = []
    if source[:first].strip():
        chunks.append(((), 1, source[:first]))
    ends = [header.start() for header in headers[1:]] + [len(source)]
    # Without any table there is an end all the same.
    for header, end in zip(headers, ends, strict=False):
        line = source.count("\n", 0, header.start()) + 1
        path = _path(header["name"])
        chunks.append((path, line, source[header.start() : end]))
    return chunks


def _path(name: str) -> tuple[str, ...]:
    """Return the keys of a table's name, which may be quoted."""
    return tuple(
        a or b or c.strip() for a, b, c in _QUOTED.findall(name) if a or b or c
    )


def _inner(document: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    """Return the table at *path* of a document that holds only that table."""
    for key in path:
        document = document[key]
    return document


def _syntax(error: tomllib.TOMLDecodeError, file: str, line: int, name: str) -> Problem:
    """Return a mistake of syntax, on its own line of the file."""
    text = str(error)
    found = _POSITION.search(text)
    at = line if found is None or found[1] is None else line + int(found[1]) - 1
    return Problem(file, at, name, _POSITION.sub("", text) + ".")
