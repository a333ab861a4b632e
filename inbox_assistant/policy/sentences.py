"""A text cut into sentences, each of which is read by itself.

The cut looks at the text around it only, so that typing in one sentence leaves the
others, and what was found in them, as they were.
"""

import re

LONGEST = 600
"""A longer run without an end is cut at a blank, so that no sentence is slow."""

_RUN = re.compile(
    # What it may begin with comes first, for that is quickly looked for; each run is
    # taken whole, so that a long one is not tried again from each of its signs.
    r"[.!?…。！？\n](?:"
    r"(?<=[.!?…])[.!?…]*+(?P<marks>[\"'”’)\]»]*+)"
    r"|(?<=\n)\s*+"
    r"|[。！？]*+(?P<wide>[」』）)\"”]*+))"
)
"""What may end a sentence."""
_ABBREVIATIONS = frozenset(
    (  # noqa: SIM905 - a list of words reads better than a list of texts
        "approx ca inkl exkl incl excl no nr art tel ref mr mrs ms dr st z.b d.h "
        "u.a bzw ggf evtl usw vs etc resp e.g i.e max min ext num n.º núm sr sra "
        "sig dott p.ex t.ex m.fl bl.a np ul tzn itd itp ok kl klo dvs s.a sg bijv "
        "enz d.w.z m.b.t mfg "
    ).split()
)
_ENDINGS = re.compile(
    r"\s*(?:com|net|org|de|fr|it|es|nl|se|pl|pt|jp|tr|eu|uk|co|io|shop|store|info|biz)\b"
)
_REACH = 24


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of *text* starts and ends, blanks left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for run in _RUN.finditer(text):
        if _ends_here(text, run):
            end = run.end()
            if end - start > LONGEST:
                start = _append_parts(spans, text, start, end)
            _append(spans, text, start, end)
            start = end
    if len(text) - start > LONGEST:
        start = _append_parts(spans, text, start, len(text))
    _append(spans, text, start, len(text))
    return spans


def _append_parts(spans: list[tuple[int, int]], text: str, start: int, end: int) -> int:
    """Add parts of a stretch that is too long; return where what is left begins."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        _append(spans, text, start, cut)
        start = cut
    return start


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add the stretch without the blanks around it, unless nothing is left."""
    part = text[start:end].rstrip()
    length = len(part)
    lead = length - len(part.lstrip())
    if lead < length:
        spans.append((start + lead, start + length))


def _ends_here(text: str, run: re.Match[str]) -> bool:
    """Return whether a sentence ends at a run of marks or a line break."""
    kind = run.lastgroup
    if kind == "wide":
        return True
    if kind is None:
        return _line_ends(text, run)
    end = run.end()
    if not text[end : end + 1].isspace():
        return False
    mark = run.group()
    if mark[0] != "." or mark.startswith(".."):
        return True
    return _stop_ends(text, run.start(), end)


def _line_ends(text: str, end: re.Match[str]) -> bool:
    """Return whether a line break ends a sentence; a wrapped line goes on."""
    if end.group().count("\n") > 1 or end.end() >= len(text) or not end.start():
        return True
    before, after = text[end.start() - 1], text[end.end()]
    return not (after.islower() and (before.isalnum() or before == ","))


def _stop_ends(text: str, start: int, end: int) -> bool:
    """Return whether a full stop ends a sentence rather than an abbreviation."""
    before = text[max(0, start - _REACH) : start]
    if not before or before[-1].isspace():
        # " . com", "06 . I2": a dot that stands alone is part of something spelled
        # apart.
        follows = text[end:].lstrip()[:2]
        return not (follows[:1].islower() or any(map(str.isdigit, follows)))
    word = before.rsplit(None, 1)[-1].lower().lstrip("([\"'„“")
    if word in _ABBREVIATIONS:
        return False
    follows = text[end : end + 2].strip()
    if len(word) == 1 or word.isdigit():
        # "020. 7946", "r. e. v. i. e. w", "am 3. Mai", but "in 2019. We".
        return not (follows[:1].isdigit() or follows[:1].islower() or len(word) == 1)
    return not (follows[:1].islower() and _ENDINGS.match(text, end))
