"""Which files may leave with a reply, and which that came in are dangerous."""

import re
import unicodedata
from dataclasses import dataclass

TAKEN = {
    "pdf": "application/pdf",
    "png": "image/png",
    "txt": "text/plain",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "bmp": "image/bmp",
}
"""File types that sellers saw arrive; sources differ on others."""
DOUBTFUL = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif"}
"""Types of which sources disagree whether Amazon takes them by mail."""

_DANGEROUS = frozenset(
    """
    ade adp apk app appimage appref-ms bat bin chm cmd com command cpl deb
    desktop diagcab dll dmg docm dot dotm exe gadget hta htm html img inf
    ins iqy iso isp jar jnlp js jse ksh lnk mde msc msh msi msix msp mst
    ntfs one pif pkg potm ppam ppsm pptm ps1 psc1 psm1 py pyc pyw rdp reg
    rpm run scf scr sct settingcontent-ms sh shb shtml slk svg swf sys tcsh
    udl url vb vbe vbs vhd vhdx vxd wim wsc wsf wsh xbap xhtml xht xla xlam
    xll xlsb xlsm xltm xml xps xsl zsh
    """.split()  # noqa: SIM905 - a list to read
)
_PACKED = frozenset("7z ace arj bz2 cab gz lzh rar tar tgz xz z zip zst".split())  # noqa: SIM905 - the same
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
    (b"PK\x03\x04", "docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
_ALIKE = {"tif": "tiff", "jpeg": "jpg"}
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z", re.IGNORECASE)
_LONGEST_STEM = 100
_LONGEST_ENDING = 20
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class FileType:
    """What a file is by its ending; ``is_true`` says that its content agrees."""

    ending: str
    media_type: str
    is_taken: bool
    is_doubtful: bool
    is_true: bool


def file_type(name: str, content: bytes) -> FileType:
    """Return what the file *name* is and whether it may leave with a reply."""
    ending = ending_of(name)
    known = TAKEN.get(ending) or DOUBTFUL.get(ending)
    return FileType(
        ending=ending,
        media_type=known or "application/octet-stream",
        is_taken=known is not None,
        is_doubtful=ending in DOUBTFUL,
        is_true=_is_true(ending, content),
    )


def ending_of(name: str) -> str:
    """Return the ending of a file's name, lower case, without its dot."""
    visible = "".join(
        sign for sign in name if unicodedata.category(sign) not in _INVISIBLE
    )
    stem, dot, ending = visible.strip(" .").rpartition(".")
    return ending.strip().lower() if dot and stem else ""


def danger_of(name: str, media_type: str = "") -> str:
    """Return why a file that came in is dangerous, in a word; else nothing.

    ``program`` can do harm as soon as it is opened, ``packed`` may hide one, and
    ``disguised`` bears a name that looks like another type of file.
    """
    ending = ending_of(name)
    parts = name.lower().rstrip(" .").split(".")
    if any(unicodedata.bidirectional(sign) in {"RLO", "LRO", "RLE"} for sign in name):
        return "disguised"
    if ending in _DANGEROUS:
        looks_tame = bool(parts[2:]) and parts[-2].strip() in {**TAKEN, **DOUBTFUL}
        return "disguised" if looks_tame else "program"
    if media_type.lower() in {"text/html", "application/x-msdownload", "image/svg+xml"}:
        return "program"
    return "packed" if ending in _PACKED else ""


def safe_name(name: str) -> str:
    """Return a name that any system can keep and that leads to no other folder.

    The ending stays, as the one that can be seen.
    """
    plain = unicodedata.normalize("NFC", name)
    plain = "".join(
        sign for sign in plain if unicodedata.category(sign) not in _INVISIBLE
    )
    plain = " ".join(_UNSAFE.sub("_", plain).split()).strip(" .")
    ending = ending_of(plain)[:_LONGEST_ENDING]
    stem = plain[: -len(ending) - 1] if ending else plain
    stem = stem[:_LONGEST_STEM].rstrip(" .")
    if not stem or _DEVICES.match(stem.partition(".")[0].strip()):
        stem = f"file {stem}".strip()
    return f"{stem}.{ending}" if ending else stem


def _is_true(ending: str, content: bytes) -> bool:
    """Return whether *content* begins as files with *ending* do."""
    if content.startswith(_PROGRAMS):
        return False
    found = next((kind for magic, kind in _MAGIC if content.startswith(magic)), None)
    expected = _ALIKE.get(ending, ending)
    if expected == "txt":
        return found is None and b"\0" not in content[:4096]
    if expected in {"doc", "docx"}:
        # Word opens either form under either name.
        return found in {"doc", "docx"}
    return found == expected
