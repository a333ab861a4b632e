"""What a reply quotes from the buyer's message: an engraving, the text of a sign."""

import re

_QUOTED = re.compile(
    r"«([^«»]{2,200})»|“([^“”]{2,200})”|„([^„“”]{2,200})[“”]|\"([^\"]{2,200})\""
    r"|「([^「」]{2,200})」|『([^『』]{2,200})』"
)
_LETTERS = re.compile(r"[\W_]")


def quoted_from(message: str, reply: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches in quotation marks in *reply* that *message* holds too."""
    there = _bare(message)
    if not there:
        return ()
    return tuple(
        quote.span()
        for quote in _QUOTED.finditer(reply)
        if (said := _bare(quote.group())) and said in there
    )


def _bare(text: str) -> str:
    """Return the letters and digits of *text*, in small letters."""
    return _LETTERS.sub("", text).casefold()
