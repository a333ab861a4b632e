"""What can be read in a file that is to leave, within limits.

The libraries for it are loaded when a file of their kind comes by.
"""

import io
import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET

from inbox_assistant.mail.charset import decode

_log = logging.getLogger(__name__)
MOST_CHARACTERS = 200_000
_MOST_PAGES = 100
_LARGEST_PART = 8 * 1024 * 1024
"""Bytes of one part of a document once it is unpacked."""
_MOST_PARTS = 2_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

UNREAD = "unread"
"""Some of its text could not be read."""
LOCATION = "location"
"""An image says where it was taken."""
MACROS = "macros"
"""A document holds programs."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """The text of a file and what was noticed in it."""

    words: str = ""
    remarks: tuple[str, ...] = ()


def read_attachment(ending: str, content: bytes) -> FileReading:
    """Return what can be read in *content*, a file with *ending*; never raises."""
    reader = _READERS.get(ending)
    if reader is None:
        return FileReading()
    try:
        return reader(content)
    except Exception as error:  # noqa: BLE001 - damaged files fail in every way
        # The text of the error may quote the file.
        _log.info("a file was not read: %s", type(error).__name__)
        return FileReading(remarks=(UNREAD,))


def _plain(content: bytes) -> FileReading:
    return _cut([decode(content, None)])


def _pdf(content: bytes) -> FileReading:
    from pypdf import PdfReader  # noqa: PLC0415

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return FileReading(remarks=(UNREAD,))
    pages = len(reader.pages)
    texts = (reader.pages[at].extract_text() for at in range(min(pages, _MOST_PAGES)))
    reading = _cut(chain(texts, _pdf_links(reader)))
    # A scanned page has no letters; whoever trusts the check must know.
    is_partly = pages > _MOST_PAGES or not reading.words.strip()
    return FileReading(reading.words, (UNREAD,) if is_partly else reading.remarks)


def _pdf_links(reader: object) -> Iterator[str]:
    """Yield where the links of a document lead, whatever their words say."""
    for page in list(getattr(reader, "pages", ()))[:_MOST_PAGES]:
        for note in page.get("/Annots") or ():
            action = note.get_object().get("/A")
            target = action.get_object().get("/URI") if action is not None else None
            if target is not None:
                yield str(target)


def _docx(content: bytes) -> FileReading:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        infos = packed.infolist()
        if len(infos) > _MOST_PARTS:
            return FileReading(remarks=(UNREAD,))
        has_macros = any("vbaProject" in info.filename for info in infos)
        texts: list[str] = []
        unread = False
        for info in infos:
            if not _holds_words(info.filename):
                continue
            part = b"" if info.file_size > _LARGEST_PART else packed.read(info)
            # No document of Word has one; with it a small file can grow without end.
            if not part or b"<!DOCTYPE" in part:
                unread = True
                continue
            tree = ET.fromstring(part)  # noqa: S314 - see above
            is_links = info.filename.endswith(".rels")
            texts.extend(_links(tree) if is_links else _words(tree))
    reading = _cut(texts)
    remarks = [MACROS] if has_macros else []
    if unread or reading.remarks:
        remarks.append(UNREAD)
    return FileReading(reading.words, tuple(remarks))


def _holds_words(name: str) -> bool:
    if not name.startswith("word/"):
        return False
    is_text = name.endswith(".xml") and name.rpartition("/")[2].startswith(
        ("document", "header", "footer", "footnotes", "endnotes", "comments")
    )
    return is_text or name == "word/_rels/document.xml.rels"


def _words(tree: ET.Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{_WORD}p"):
        yield "".join(
            piece.text or ("\t" if piece.tag == f"{_WORD}tab" else "")
            for piece in paragraph.iter()
            if piece.tag in {f"{_WORD}t", f"{_WORD}tab"}
        )


def _links(tree: ET.Element) -> Iterator[str]:
    for link in tree.iter():
        if link.get("TargetMode") == "External":
            yield link.get("Target") or ""


def _image(content: bytes) -> FileReading:
    import exifread  # noqa: PLC0415

    logging.getLogger("exifread").setLevel(logging.CRITICAL)
    tags = exifread.process_file(io.BytesIO(content), details=False)
    is_placed = any(str(name).startswith("GPS GPSL") for name in tags)
    return FileReading(remarks=(LOCATION,) if is_placed else ())


def _cut(texts: Iterable[str]) -> FileReading:
    """Return *texts* as one, up to a limit, and whether something is missing."""
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > MOST_CHARACTERS:
            whole = "\n".join(found)[:MOST_CHARACTERS]
            return FileReading(whole, (UNREAD,))
    return FileReading("\n".join(found))


_READERS: dict[str, Callable[[bytes], FileReading]] = {
    "txt": _plain,
    "pdf": _pdf,
    "docx": _docx,
    "doc": lambda _content: FileReading(remarks=(UNREAD,)),
    "jpg": _image,
    "jpeg": _image,
    "png": _image,
    "tif": _image,
    "tiff": _image,
}
