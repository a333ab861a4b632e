"""The address by which SQLite opens a file with options."""

from pathlib import PurePath


def file_uri(path: PurePath, options: str) -> str:
    """Return the address of the absolute *path*, with *options* such as ``mode=ro``.

    A share of Windows' networks stands in the address's path: SQLite refuses those that
    name a server. https://sqlite.org/uri.html
    """
    address = path.as_uri()
    if not address.startswith("file:///"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?{options}"
