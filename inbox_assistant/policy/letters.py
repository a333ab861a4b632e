"""Pieces of text found in scripts that put no blanks between words."""

from inbox_assistant.policy.programs import numbers_of
from inbox_assistant.policy.tokens import is_filler

_PAIR = 2


class Letters:
    """Every piece of text that some rule asks for."""

    def __init__(self, pieces: dict[str, bytes]) -> None:
        self._filed: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
        for piece, packed in pieces.items():
            bare = "".join(piece.split())
            filed = self._filed.setdefault(bare[:_PAIR], [])
            filed.append((bare, tuple(numbers_of(packed))))
        self._singles = {key for key in self._filed if len(key) < _PAIR}

    def spots(self, text: str) -> dict[int, list[tuple[int, int]]]:
        """Return where the pieces stand in *text*, by slot, fillers not counted."""
        text = "".join(sign for sign in text if not is_filler(sign))
        found: dict[int, list[tuple[int, int]]] = {}
        for at in range(len(text)):
            key = text[at : at + _PAIR]
            filed = self._filed.get(key, ())
            if text[at] in self._singles:
                filed = (*filed, *self._filed[text[at]])
            for piece, slots in filed:
                end = at + len(piece)
                if text.startswith(piece, at) and _whole(text, at, end):
                    for slot in slots:
                        found.setdefault(slot, []).append((at, end))
        return found


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether a Latin word was not cut out of a longer one."""
    return not (
        (_is_latin(text[start]) and start and _is_latin(text[start - 1]))
        or (_is_latin(text[end - 1]) and end < len(text) and _is_latin(text[end]))
    )


def _is_latin(sign: str) -> bool:
    """Return whether *sign* is a letter or digit of ASCII."""
    return sign.isascii() and sign.isalnum()
