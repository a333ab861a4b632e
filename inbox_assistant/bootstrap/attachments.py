"""Files of this computer on their way into a reply, and files of mails out of one."""

from pathlib import Path

from inbox_assistant.domain.attachment import MOST_BYTES, Enclosure
from inbox_assistant.domain.errors import InputError, StorageError
from inbox_assistant.mail.attachment_types import safe_name
from inbox_assistant.services.enclosing import looked_into


def look_into(path: Path) -> tuple[Enclosure, bytes]:
    """Return the file at *path* and its bytes.

    Raises InputError when it cannot be read or may not leave.
    """
    try:
        if not path.is_file():
            raise InputError(f"“{path.name}” is no file.")
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"“{path.name}” cannot be read: {error.strerror}.") from error
    return looked_into(path.name, content), content


def save(folder: Path, name: str, content: bytes) -> Path:
    """Keep *content* in *folder* under a safe form of *name*; never over another file.

    It may be read and written, not run. Raises StorageError when it cannot be kept.
    """
    kept = safe_name(name)
    stem, ending = Path(kept).stem, Path(kept).suffix
    number = 1
    while True:
        path = folder / (kept if number == 1 else f"{stem} ({number}){ending}")
        try:
            with path.open("xb") as stream:
                stream.write(content)
            path.chmod(0o600)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise StorageError(
                f"“{kept}” could not be saved: {error.strerror}.",
                "Choose another folder.",
            ) from error
        else:
            return path
