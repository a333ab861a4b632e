"""Templates in files: TOML to be read and edited, CSV for spreadsheets."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from inbox_assistant.domain.errors import InputError
from inbox_assistant.domain.labels import read_tag
from inbox_assistant.domain.template import Template
from inbox_assistant.reports.csv_lines import write_csv
from inbox_assistant.services.toml_text import read_table

COLUMNS = (
    *("key", "title", "language", "marketplace", "topics", "promise_days"),
    *("tags", "holding", "body"),
)
_QUOTED = re.compile(r"\A'(?=\s*[=+\-@＝＋－＠]|[\t\r\n])")  # noqa: RUF001 - wide ones too
_KEY = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")
_MARKETPLACE = re.compile(r"[A-Z]{2}\Z")
_LONGEST_TITLE = 120
_LONGEST_BODY = 4_000
LATEST = 60
"""Days after which a promise is none."""


def read_file(path: Path) -> list[Template]:
    """Return the templates in the file at *path*, TOML or a CSV table.

    Raises InputError when it cannot be read, holds none or one that cannot be used.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"{path} cannot be read.", "Choose a TOML file or a CSV table in UTF-8."
        ) from error
    found = parsed(text, path.name)
    if not found:
        raise InputError(f"{path} holds no template.")
    return found


def write_file(path: Path, templates: Iterable[Template]) -> None:
    """Write *templates* to *path*, as a CSV table where its name ends so, else TOML.

    Raises InputError when it cannot be written.
    """
    text = written(templates, path.name)
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written.", "Choose another place."
        ) from error


def parsed(text: str, name: str) -> list[Template]:
    """Return the templates in *text*: a CSV table where *name* ends so, else TOML.

    Raises InputError when one of them cannot be used.
    """
    return (read_csv if _is_table(name) else read_toml)(text, name)


def written(templates: Iterable[Template], name: str) -> str:
    """Return *templates* as a CSV table where *name* ends so, else as TOML."""
    return (csv_of if _is_table(name) else toml_of)(templates)


def _is_table(name: str) -> bool:
    return name.lower().endswith(".csv")


def read_toml(text: str, source: str) -> list[Template]:
    """Return the templates in *text*.

    Raises InputError, naming *source* and what is wrong, when one cannot be used.
    """
    listed = read_table(text, source).get("template", [])
    if not isinstance(listed, list) or not all(isinstance(o, dict) for o in listed):
        raise InputError(f"{source}: write each template below “[[template]]”.")
    return _unlike([_template(values, source) for values in listed], source)


def read_csv(text: str, source: str) -> list[Template]:
    """Return the templates in *text*, a table whose first line names its columns.

    Raises InputError, naming *source* and the line, when one cannot be used.
    """
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.DictReader(
        io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter, strict=True
    )
    found = []
    try:
        for row in rows:
            values = {
                name: _QUOTED.sub("", value, count=1)
                for name, value in row.items()
                if isinstance(name, str) and isinstance(value, str) and value
            }
            found.append(_template(values, f"{source}, line {rows.line_num}"))
    except csv.Error as error:
        raise InputError(f"{source} is no CSV table: {error}.") from error
    return _unlike(found, source)


def toml_of(templates: Iterable[Template]) -> str:
    """Return *templates* as TOML, each text as it reads."""
    import tomli_w  # noqa: PLC0415 - only an export needs it

    listed = [
        {name: value for name, value in _values(one).items() if value not in ("", [])}
        for one in templates
    ]
    return tomli_w.dumps({"template": listed}, multiline_strings=True)


def csv_of(templates: Iterable[Template]) -> str:
    """Return *templates* as a CSV table that is safe to open in a spreadsheet."""
    stream = io.StringIO(newline="")
    rows = []
    for one in templates:
        values = _values(one)
        lists = {"topics": ",".join(one.topics), "tags": ",".join(one.tags)}
        cells = {**values, **lists, "holding": "yes" if one.is_holding else ""}
        rows.append([cells.get(name) or "" for name in COLUMNS])
    write_csv(stream, COLUMNS, rows)
    return stream.getvalue()


def _values(one: Template) -> dict[str, object]:
    return {
        "key": one.key,
        "title": one.title,
        "language": one.language,
        "marketplace": one.marketplace or "",
        "topics": list(one.topics),
        "promise_days": "" if one.promise_days is None else one.promise_days,
        "tags": list(one.tags),
        **({"holding": True} if one.is_holding else {}),
        "body": one.body,
    }


def _unlike(templates: list[Template], source: str) -> list[Template]:
    keys = [one.key for one in templates]
    double = next((key for key in keys if keys.count(key) > 1), None)
    if double is not None:
        raise InputError(f"{source}: two templates have the key “{double}”.")
    return templates


def _template(values: Mapping[str, object], source: str) -> Template:
    key = str(values.get("key", ""))
    where = f"{source}, template “{key}”" if key else source
    return checked(
        Template(
            key=key,
            title=str(values.get("title", "")).strip(),
            language=str(values.get("language", "")),
            body=str(values.get("body", "")).replace("\r\n", "\n").strip("\n"),
            marketplace=str(values.get("marketplace", "")) or None,
            topics=_listed(values.get("topics")),
            promise_days=_days(values.get("promise_days"), where),
            tags=_listed(values.get("tags")),
            is_holding=str(values.get("holding", "")).lower() in {"true", "yes", "1"},
        ),
        where,
    )


def _listed(value: object) -> tuple[str, ...]:
    """Return the parts of *value*, a list or parts between commas."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _days(value: object, where: str) -> int | None:
    if value in (None, ""):
        return None
    try:
        return int(str(value))
    except ValueError as error:
        raise InputError(f"{where}: “{value}” is no number of days.") from error


def checked(template: Template, where: str) -> Template:
    """Return *template*; raises InputError, naming *where*, unless it is whole."""
    days = template.promise_days
    wrong = (
        (not _KEY.match(template.key), "its key may hold a-z, 0-9, dots and dashes"),
        (not template.title, "it has no title"),
        (len(template.title) > _LONGEST_TITLE, "its title is too long"),
        (not _LANGUAGE.match(template.language), "its language is a code such as “de”"),
        (
            not _MARKETPLACE.match(template.marketplace or "DE"),
            "its marketplace is a code such as “DE”, or nothing",
        ),
        (not template.body.strip(), "it has no text"),
        (len(template.body) > _LONGEST_BODY, "it has more than 4,000 characters"),
        (
            days is not None and not 0 < days <= LATEST,
            "a promise is due in 1 to 60 days",
        ),
        (
            any(read_tag(tag) != tag for tag in template.tags),
            "a tag is short and has no commas or quotes",
        ),
    )
    for is_wrong, what in wrong:
        if is_wrong:
            raise InputError(f"{where}: {what}.")
    return template
