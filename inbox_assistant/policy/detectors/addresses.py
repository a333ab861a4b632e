"""Web and e-mail addresses in a sentence, written plainly or spelled out."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from inbox_assistant.policy.detectors.scene import Lore, Scene
from inbox_assistant.policy.tokens import without_ideographs

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_GATE = re.compile(
    r"[.。]\s?[^\W\d]|@|://|\bwww\b|\bhxxp|[\[({]\s?\.|\s\."
    r"|[·•,*]com\b|, (?:com|org|biz)\b"
)
_PART = re.compile(r"[^\W_](?:[\w+\-]{0,62}\w)?")
_SCHEME = re.compile(r"(?:h(?:tt|xx)ps?|ftp)\s?:?\s?/?/?/?\s?(?:www\s?\.\s?)?$")
_SCHEME_URL = re.compile(r"\b(?:h(?:tt|xx)ps?|ftp)://[^\s<>\"“”«»]{1,400}")
_TAIL = re.compile(r"(?::\d{2,5})?(?:[/?#][^\s<>\"“”«»]{0,300})?")
_BRACKETS = " ()[]{}<>\"'*_-\t"
_EVERYDAY = frozenset(
    "com net org eu info biz shop store online io co".split()  # noqa: SIM905
)
_NO_WORDS = frozenset(["com", "org", "biz"])
"""Those that say nothing else behind the word "at"."""
_RESERVED = frozenset(["example", "test", "invalid"])
"""Endings that no registry gives away; whoever writes one still writes an address."""
_FILES = frozenset(
    "zip mov md py sh js ps ai rs pdf doc txt jpg png".split()  # noqa: SIM905
)
_DOCUMENTS = frozenset("pdf doc docx xls xlsx csv txt jpg jpeg png gif zip mp4".split())  # noqa: SIM905
"""Types of file; one behind what looks like a domain makes it a file's name."""
_WORDLIKE = frozenset(
    "is so to no do as am my la an be me in at it us".split()  # noqa: SIM905
)
_MAILBOXES = frozenset(
    (  # noqa: SIM905 - a list of words reads better than a list of texts
        "gmail googlemail hotmail outlook yahoo gmx web icloud aol live msn proton"
        " protonmail mail libero orange wanadoo free laposte sfr t-online freenet wp"
        " o2 onet interia op ziggo kpnmail telia spray uol bol sapo yandex qq naver"
    ).split()
)
_LONGEST_ENDING = 12
_MOST_LABELS = 6
_SPELLED_LEAST = 3
_LETTER_BY_LETTER = re.compile(r"[^\W_](?:-[^\W_]){2,19}")


@dataclass(frozen=True, slots=True)
class Address:
    """One address in a folded sentence."""

    start: int
    end: int
    domain: str
    local: str = ""
    """What stands before the @; empty for a web address."""


@dataclass(slots=True)
class _Part:
    """A word that may belong to an address, and the sign that follows it."""

    text: str
    start: int
    end: int
    joint: str = ""
    plain: bool = False
    """Whether the sign that follows is written as itself, without blanks."""
    loose: bool = False
    """Whether the sign that follows is a word, not set off by brackets."""


def find_addresses(scene: Scene, lore: Lore) -> list[Address]:
    """Return the addresses in the sentence, in order; it is read once."""
    if not scene.addresses:
        scene.addresses.append(_find(scene, lore))
    return scene.addresses[0]


def _find(scene: Scene, lore: Lore) -> list[Address]:
    """Read the addresses in the sentence."""
    text = without_ideographs(scene.folded.text)
    if not _GATE.search(text) and not _spells(scene, lore):
        return []
    parts = _parts(text, lore)
    found = []
    at = 0
    while at < len(parts):
        address, after = _address_at(scene, parts, at)
        if address is not None:
            found.append(address)
        at = max(after, at + 1)
    urls = [
        Address(*url.span(), _host(url.group())) for url in _SCHEME_URL.finditer(text)
    ]
    return found + [url for url in urls if not _within(url, found)]


def _spells(scene: Scene, lore: Lore) -> bool:
    """Return whether a word for a dot stands in the sentence."""
    return any(
        word in lore.dots
        or (_LETTER_BY_LETTER.fullmatch(word) and word.replace("-", "") in lore.dots)
        for word in scene.words.words
    )


def _host(url: str) -> str:
    """Return the host of a web address."""
    return re.split(r"[/?#:]", url.partition("://")[2])[0]


def _within(url: Address, found: list[Address]) -> bool:
    """Return whether an address already found overlaps *url*."""
    return any(one.start < url.end and url.start < one.end for one in found)


def _parts(text: str, lore: Lore) -> list[_Part]:
    """Return the words of *text* with the signs that join them."""
    raw = [_Part(item.group(), *item.span()) for item in _PART.finditer(text)]
    raw = _unspaced(text, raw)
    parts: list[_Part] = []
    for number, one in enumerate(raw):
        after = raw[number + 1].text if number + 1 < len(raw) else ""
        is_called = text[one.end : one.end + 1] == "," and after not in _EVERYDAY
        # "Hi Dot, you ..." speaks to somebody, "anna at, ..." to nobody.
        sign = _spelled_sign(one, parts, after, lore)
        sign = "" if is_called and sign == "." else sign
        if parts and not parts[-1].joint:
            _join(text, parts, one)
        if not sign and parts and not parts[-1].joint and _stands_apart(text, one):
            sign = "("
        if sign and parts and not parts[-1].joint:
            parts[-1].joint = sign
            around = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
            parts[-1].loose = not around.strip(" ,")
            continue
        parts.append(one)
    return parts


def _join(text: str, parts: list[_Part], one: _Part) -> None:
    """Note the sign between the last of *parts* and *one*, if there is any."""
    between = text[parts[-1].end : one.start]
    parts[-1].joint, parts[-1].plain = _joint(between, one.text)
    is_mailbox = len(parts) > 1 and parts[-2].joint == "@"
    if is_mailbox and between == ", " and one.text in _NO_WORDS:
        # "anna at firm, com"
        parts[-1].joint = "."


def _stands_apart(text: str, one: _Part) -> bool:
    """Return whether a word has brackets for itself."""
    around = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
    return around in ("()", "[]", "{}", "<>")


def _unspaced(text: str, raw: list[_Part]) -> list[_Part]:
    """Return *raw* with runs of single letters made words: ``c o m``."""
    joined: list[_Part] = []
    run: list[_Part] = []
    for part in [*raw, _Part("..", len(text) + 9, 0)]:
        between = text[run[-1].end : part.start] if run else " "
        if len(part.text) == 1 and between in (" ", " - "):
            run.append(part)
            continue
        joined.extend(_run(text, run))
        run = [part] if len(part.text) == 1 else []
        if len(part.text) != 1:
            joined.append(part)
    return joined[:-1]


def _run(text: str, run: list[_Part]) -> list[_Part]:
    """Return a run of single letters as one part where it is long enough.

    After a dot or a bracket the letters of an ending are enough; what follows them may
    be a word of its own.
    """
    if not run:
        return run
    if text[: run[0].start].rstrip()[-1:] in (".", ")", "]"):
        for most in range(len(run), 1, -1):
            whole = _together(text, run[:most])
            if _is_ending(whole.text):
                return [whole, *run[most:]]
    return [_together(text, run)] if len(run) >= _SPELLED_LEAST else run


def _together(text: str, run: list[_Part]) -> _Part:
    """Return the word that single letters spell; a hyphen among them stays."""
    signs = [run[0].text]
    for before, one in pairwise(run):
        hyphen = "-" if text[before.end : one.start].strip() else ""
        signs.append(hyphen + one.text)
    return _Part("".join(signs), run[0].start, run[-1].end)


def _spelled_sign(one: _Part, parts: list[_Part], after: str, lore: Lore) -> str:
    """Return ``.`` or ``@`` where *one* is a word for it in an address."""
    if not parts:
        return ""
    word = one.text
    if _LETTER_BY_LETTER.fullmatch(word):
        word = word.replace("-", "")
    if word in lore.dots:
        endings = lore.dots[word]
        may_follow = after and (endings is None or after in endings)
        is_spot = parts[-1].text in lore.spots.get(word, ())
        return "." if may_follow and not is_spot else ""
    # A longer word, such as "snabel-a", names the sign and is no preposition.
    tells_place = len(word) <= len("at") and parts[-1].text in lore.places
    return "@" if word in lore.ats and not tells_place else ""


def _joint(between: str, following: str) -> tuple[str, bool]:
    """Return the sign that *between* two words is, and whether it is plain."""
    if between in (".", "@", "@@"):
        return between[0], True
    bare = between.strip(_BRACKETS)
    if bare in (".", "。", "@") and len(between) <= len("[ . ]  "):
        if bare == "@" or any(sign in between for sign in "()[]{}<>"):
            return ("@" if bare == "@" else "."), False
        spaced_before = between[0] == " " or bare == "。"
        if following in _EVERYDAY or (spaced_before and _is_ending(following)):
            return ".", False
    if between in (",", "·", "•", "*") and following in _EVERYDAY:
        return ".", False
    return "", False


def _address_at(
    scene: Scene, parts: list[_Part], at: int
) -> tuple[Address | None, int]:
    """Return the address that begins with part *at*, and the part after it."""
    last = at
    while last < len(parts) - 1 and parts[last].joint:
        last += 1
    chain = parts[at : last + 1]
    if len(chain) == 1:
        return None, last + 1
    ats = _ats(chain)
    begin, end = _domain_in(scene, chain, ats)
    if end is None or (not ats and _is_file(chain[end:])):
        return None, last + 1
    domain = ".".join(part.text for part in chain[begin : end + 1])
    local = ""
    first = chain[begin].start
    if ats and ats[-1] == begin - 1:
        # A spelled-out "at" joins one word to the left, written dots join more.
        left = ats[-1]
        while left > 0 and chain[left - 1].joint == ".":
            left -= 1
        local = ".".join(part.text for part in chain[left:begin])
        first = chain[left].start
    text = without_ideographs(scene.folded.text)
    scheme = _SCHEME.search(text, 0, first)
    first = scheme.start() if scheme and not local else first
    tail = _TAIL.match(text, chain[end].end)
    stop = tail.end() if tail and not local else chain[end].end
    stop = chain[end].end + len(text[chain[end].end : stop].rstrip(".,;:!?)'\"]»"))
    return Address(first, stop, domain, local), at + end + 1


def _domain_in(
    scene: Scene, chain: list[_Part], ats: list[int]
) -> tuple[int, int | None]:
    """Return where the domain in *chain* begins and ends.

    It stands behind the last sign set apart, or, where that is a slash spelled out
    ("shop (dot) com (slash) lamps"), before it.
    """
    apart = [number for number, part in enumerate(chain[:-1]) if part.joint in "(@"]
    begin = max(apart, default=-1) + 1
    end = _domain_end(scene, chain, begin, ats)
    if end is None and not ats and begin > 1 and chain[begin - 1].joint == "(":
        begin, head = max(apart[:-1], default=-1) + 1, chain[:begin]
        end = _domain_end(scene, head, begin, ats)
    return begin, end


def _is_file(rest: list[_Part]) -> bool:
    """Return whether a domain's last label and the rest are the end of a file's name.

    As in "Manual.PL.v3.pdf", which is no page of the domain "manual.pl".
    """
    plain = all(part.joint == "." and part.plain for part in rest[:-1])
    return len(rest) > 1 and plain and rest[-1].text in _DOCUMENTS


def _ats(chain: list[_Part]) -> list[int]:
    """Return the parts of *chain* that an @ follows.

    A bare word "at" before a domain written plainly tells a place ("the club at
    example.shop"), unless the domain is one where people have their mailboxes.
    """
    ats = [number for number, part in enumerate(chain[:-1]) if part.joint == "@"]
    if not ats:
        ats = _unknown_ats(chain)
    return [
        number
        for number in ats
        if not chain[number].loose
        or chain[number + 1].text in _MAILBOXES
        or not all(part.plain for part in chain[number + 1 : -1])
    ]


def _unknown_ats(chain: list[_Part]) -> list[int]:
    """Return the part before a word in brackets that can only mean an @.

    In "anna (snail) example (dot) com" nobody needs to know the word.
    """
    return [
        number
        for number, part in enumerate(chain[:-2])
        if part.joint == "(" and not all(one.plain for one in chain[number + 1 : -1])
    ]


def _domain_end(
    scene: Scene, chain: list[_Part], begin: int, ats: list[int]
) -> int | None:
    """Return the last part of the domain that begins at *begin*, if it is one."""
    for end in range(min(len(chain) - 1, begin + _MOST_LABELS), begin, -1):
        if _is_domain(
            scene,
            chain[begin : end + 1],
            mail=bool(ats),
        ):
            return end
    return None


def _is_domain(scene: Scene, labels: list[_Part], *, mail: bool) -> bool:
    """Return whether *labels* are a domain and not two sentences without a blank."""
    ending = labels[-1].text
    if not _is_ending(ending) or not any(
        sign.isalpha() for part in labels[:-1] for sign in part.text
    ):
        return False
    if mail or ending in _EVERYDAY:
        return True
    text = without_ideographs(scene.folded.text)
    evidence = (
        len(labels) > 2  # noqa: PLR2004 - two dots or more
        or any("-" in part.text or not part.text.isalpha() for part in labels[:-1])
        or text[labels[-1].end : labels[-1].end + 1] == "/"
        or text[: labels[0].start].endswith("//")
    )
    if ending in _FILES | _WORDLIKE and not evidence:
        return ending in ("in", "at", "be", "me", "it") and not _looks_split(
            scene, labels
        )
    return evidence or not _looks_split(scene, labels)


def _looks_split(scene: Scene, labels: list[_Part]) -> bool:
    """Return whether the last label begins a sentence: ``arrived.It works``."""
    start, _ = scene.folded.span(labels[-1].start, labels[-1].end)
    before, _ = scene.folded.span(labels[0].start, labels[0].end)
    first = scene.source[start : start + 1]
    return first.isupper() and not scene.source[before : before + 1].isupper()


def _is_ending(label: str) -> bool:
    """Return whether *label* is a domain ending that exists."""
    if label in _EVERYDAY or label in _RESERVED:
        return True
    if not label.isalpha() or not 1 < len(label) <= _LONGEST_ENDING:
        return False
    return _suffixes().publicsuffix(f"x.{label}", accept_unknown=False) is not None


@cache
def _suffixes() -> "PublicSuffixList":
    """Return the list of public suffixes, read when first needed."""
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - slow to import

    return PublicSuffixList(only_icann=True)
