"""Python code that PySide carries as text within its library, loaded lightly.

A dozen modules of PySide's own are text in its shared library. Each process that loads
Qt compiles and runs them all, which is a fifth of the time until a bare window is seen.

Here they are kept like any other module: compiled, in the ``__pycache__`` beside this
file, and checked against their text by its hash (PEP 552); where nothing may be written
they are compiled anew. Those that describe the signatures of functions, for the words
of an error or for writing stubs, run when something is first asked of them (PEP 562).
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
import threading
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType

_EMBEDDED = "shibokensupport/"
"""What the names of those modules begin with; they are files nowhere."""
_PUT_OFF = frozenset(
    f"{_EMBEDDED}signature/{name}.py"
    for name in ("layout", "parser", "lib/enum_sig", "lib/pyi_generator")
)
"""What PySide loads at once and asks nothing of until somebody errs in a call."""
_compile = builtins.compile
_CHECKED_BY_HASH = (0b11).to_bytes(4, "little")

_waiting: dict[str, tuple[bytes, str]] = {}
"""Text and file name of the modules that are put off, by their names."""
_lock = threading.RLock()


@contextmanager
def loaded_lightly() -> Iterator[None]:
    """Let PySide's own code be compiled once for all, and run as late as may be.

    It asks ``compile`` of ``builtins``; nothing else could stand between the two.
    """

    def compile_lightly(source: Any, name: Any, *how: Any, **named: Any) -> Any:  # noqa: ANN401 - as compile takes and gives it
        is_embedded = str(name).startswith(_EMBEDDED) and isinstance(source, bytes)
        if not is_embedded or how != ("exec",) or named:
            return _compile(source, name, *how, **named)
        if name not in _PUT_OFF:
            return _compiled(source, name)
        _waiting[name.removesuffix(".py").replace("/", ".")] = source, name
        asks = f"from {__name__} import put_off\nput_off(globals())\ndel put_off\n"
        return _compile(asks, name, "exec")

    builtins.compile = compile_lightly  # type: ignore[assignment] # one for all forms
    try:
        yield
    finally:
        builtins.compile = _compile


def put_off(namespace: dict[str, Any]) -> None:
    """Let the module of *namespace* run when something is first looked up in it."""
    module = namespace["__name__"]
    source, file = _waiting.pop(module)
    is_running = False

    def look_up(name: str) -> object:
        nonlocal is_running
        # What is asked of any module, by whoever goes through all of them, is not
        # asked of this one.
        is_its_own = not (name.startswith("__") and name.endswith("__"))
        with _lock:
            if is_its_own and not is_running and "__getattr__" in namespace:
                is_running = True
                exec(_compiled(source, file), namespace)  # noqa: S102 - as PySide would
                del namespace["__getattr__"]
        if name in namespace:
            return namespace[name]
        raise AttributeError(f"module {module!r} has no attribute {name!r}")

    namespace["__getattr__"] = look_up


def _compiled(source: bytes, file: str) -> CodeType:
    kept = _place_of(file)
    heading = MAGIC_NUMBER + _CHECKED_BY_HASH + source_hash(source)
    code = _read(kept, heading)
    if code is None:
        # PySide's loader hands on the future of annotations, and so does this module.
        code = _compile(source, file, "exec")
        if not sys.dont_write_bytecode:
            _write(kept, heading + marshal.dumps(code))
    return code


def _place_of(file: str) -> Path:
    here = Path(__file__).with_name(file.replace("/", "."))
    return Path(cache_from_source(str(here)))


def _read(kept: Path, heading: bytes) -> CodeType | None:
    """Return the code at *kept*, unless it was compiled from another text."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        found = kept.read_bytes()
        if found.startswith(heading):
            code: CodeType = marshal.loads(found[len(heading) :])  # noqa: S302 - trusted like this module, beside which it lies
            return code
    return None


def _write(kept: Path, content: bytes) -> None:
    """Keep *content*, whole or not at all, where that is possible."""
    part = kept.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        part.write_bytes(content)
        part.replace(kept)
