"""Emoji and faces made of signs."""

import re

from inbox_assistant.policy.detectors.scene import (
    Detect,
    Detected,
    Lore,
    Options,
    Scene,
)

# Signs of text that the same blocks hold (check marks, stars, arrows, circled digits)
# are left out: they stand in product names and lists.
_PICTURE = (
    "[\U0001f000-\U0001f0ff\U0001f10d-\U0001f10f\U0001f16c-\U0001f171\U0001f17e-\U0001f17f"
    "\U0001f18e\U0001f191-\U0001f1ff\U0001f201-\U0001f64f\U0001f680-\U0001faff"
    "\u231a\u231b\u23e9-\u23f3\u2600-\u2604\u2607-\u260f\u2614-\u263f\u2643-\u2712"
    "\u2728\u2744\u2747\u274c\u274e\u2753-\u2757\u2763-\u2767\u2795-\u2797\u27b0\u27bf"
    "\u2b1b\u2b1c\u2b50\u2b55\u3297\u3299]"
)
_EMOJI = re.compile(
    f"(?:[\U0001f1e6-\U0001f1ff]{{2}}|{_PICTURE}|[\\u203c\\u2049\\u2139\\u2190-\\u21ff\\u25aa-\\u25fe\\u2605\\u2640"
    "\\u2642\\u2702-\\u27a1\\u2934\\u2935\\u2b05-\\u2b07]\\ufe0f|[0-9#*]\\ufe0f?\\u20e3)"
    "[\\ufe0e\\ufe0f\\U0001f3fb-\\U0001f3ff]{0,2}"
    f"(?:\\u200d(?:{_PICTURE}|[\\u2640\\u2642\\u2695\\u2696])[\\ufe0f\\U0001f3fb-\\U0001f3ff]{{0,2}}){{0,6}}"
)
_BEFORE = r"(?<![^\s.,!?\"”)\]。、！？])"
_AFTER = r"(?![^\s.,!?\"”)\]。、！？])"
_FACES = re.compile(
    r"[:;=]['’]?[\-o^~][)(\]\[DPpO/\\|*3]{1,5}(?!\w)"
    r"|(?<![\d:])[:;=]['’]?[)(]{1,5}(?![\w])"
    rf"|{_BEFORE}[:;=8xX]['’]?-?[DPp]+{_AFTER}"
    rf"|{_BEFORE}[:;=][/\\|*oO3]{_AFTER}"
    rf"|{_BEFORE}(?:xD+|XD+){_AFTER}"
    rf"|{_BEFORE}[(]['’]?-?[:;=]{_AFTER}"
    r"|<3+(?!\s?[\d.,%°]|\s?(?:k?g|[cm]?m|h|ms|min|kg|days?|tage|v|w|a)\b)"
    rf"|{_BEFORE}\^[_.\-]?\^{_AFTER}|{_BEFORE}[TtQ;]_{{1,2}}[TtQ;]{_AFTER}"
    rf"|{_BEFORE}[oO0uU]_[oO0uU]{_AFTER}|{_BEFORE}-_+-{_AFTER}"
    r"|¯\\_\(ツ\)_/¯"
    r"|[mｍ＼ヽ]?[(（][^\w\s（()）]{0,2}[\^;TＴ・>＾´`;ᵔ•◕][\s_＿oωｗ.ーー∀▽ᴗ◡\-]{0,4}[\^;TＴ・<＾´`;ᵔ•◕]"
    r"[^\w\s（()）]{0,2}[)）][ﾉ/mｍ／]?"
    r"|[mｍ][(（]_\s?_[)）][mｍ]"
)
_HINT = re.compile(
    r"[:;=]['’^~o\-]?[)(\]\[DPpoO3/\\|*]|[<^_（¯]|[xX8]-?[DPp]|\([^\w\s]"
)


def find_emoji(options: Options, lore: Lore) -> Detect:
    """Return a detector of emoji; a family or a flag is one."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        return [Detected(*found.span()) for found in _EMOJI.finditer(scene.source)]

    return detect


def find_emoticons(options: Options, lore: Lore) -> Detect:
    """Return a detector of faces such as ``:-)``."""
    del options, lore

    def detect(scene: Scene) -> list[Detected]:
        source = scene.source
        if not _HINT.search(source):
            return []
        return [
            Detected(*found.span())
            for found in _FACES.finditer(source)
            if not _closes_bracket(source, found)
        ]

    return detect


def _closes_bracket(source: str, found: re.Match[str]) -> bool:
    """Return whether ``:)`` only ends a remark in brackets, as in ``(sizes:)``."""
    face = found.group()
    if face not in (":)", ";)", "=)"):
        return False
    before = source[: found.start()]
    return before.count("(") > before.count(")")
