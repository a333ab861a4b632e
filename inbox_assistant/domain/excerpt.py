"""The beginning of a text, for a line that has no room for all of it."""


def excerpt(text: str, length: int) -> str:
    """Return at most *length* code points of *text* on one line.

    A sign shows where it is cut.
    """
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"
