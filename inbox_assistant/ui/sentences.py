"""Sentences that come from below the window, in the language of the window.

Services and rules speak English: they know no Qt, and their sentences go to scripts
and logs as well. Here, at the edge, each is looked up. One with values in it, such as
“There is no thread “x”.”, is recognised by its template and filled in again.
"""

import re
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from inbox_assistant.domain.errors import InboxAssistantError
from inbox_assistant.paths import resources

CONTEXT = "Sentences"
_PROBE = str(QT_TRANSLATE_NOOP("Sentences", "This window speaks English."))
"""Translated in every translation, so that it tells whether there is one."""
_BLANK = re.compile(r"\{(\w+)\}")


class _Template(NamedTuple):
    text: str
    pattern: re.Pattern[str]


def told(text: str) -> str:
    """Return *text* in the language of the window, as it is where none is known."""
    if not text or _translated(_PROBE) == _PROBE:
        return text
    whole = _translated(text)
    return _filled(text) if whole == text else whole


def told_error(error: InboxAssistantError) -> str:
    """Return the sentence and the hint of *error* in the language of the window."""
    return f"{told(error.message)} {told(error.hint)}".strip()


def told_any(error: BaseException) -> str:
    """Return what *error* says, in the language of the window where it is ours."""
    if isinstance(error, InboxAssistantError):
        return told_error(error)
    return str(error)


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def _filled(text: str) -> str:
    for template in _templates():
        found = template.pattern.fullmatch(text)
        if found is not None:
            return _with_values(_translated(template.text), found)
    return text


def _with_values(words: str, found: re.Match[str]) -> str:
    """Return *words* with the values that *found* has for their blanks.

    A value may be a reason of ours as well. It is looked up only, not taken apart:
    others may be of a stranger's making.
    """
    values = found.groupdict()

    def value_of(blank: re.Match[str]) -> str:
        value = values.get(blank[1])
        if value is None:
            return blank[0]
        return _translated(value) if value else ""

    return _BLANK.sub(value_of, words)


@cache
def _templates() -> tuple[_Template, ...]:
    """Return the templates, those with most words of their own first."""
    path = resources() / "translations" / "sentences.txt"
    texts = path.read_text("utf-8").splitlines()
    texts.sort(key=lambda text: len(_BLANK.sub("", text)), reverse=True)
    return tuple(_Template(text, _pattern(text)) for text in texts)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _BLANK.split(template)
    for at, part in enumerate(parts):
        parts[at] = f"(?P<{part}>.*?)" if at % 2 else re.escape(part)
    return re.compile("".join(parts), re.DOTALL)
