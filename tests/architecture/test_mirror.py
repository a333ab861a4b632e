"""The tests mirror the package: whoever opens a module knows where its tests are."""

from pathlib import Path

import pytest

from tests.architecture.source_tree import (
    PACKAGE,
    ROOT,
    does_something,
    modules,
    name_of,
)

LAYERS = ["domain", "policy", "storage", "mail", "reports", "services"]


def mirrors_of(module: Path) -> list[Path]:
    """Return the test files that bear the name of *module* and of its layer."""
    layer = module.relative_to(PACKAGE).parts[0]
    beside = [
        path
        for path in (ROOT / "tests").rglob(f"test_{module.stem}.py")
        if layer in path.parts
    ]
    return beside + list((ROOT / "tests").rglob(f"test_{layer}_{module.stem}.py"))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_module_that_does_something_has_a_test_file_of_its_name(
    layer: str,
) -> None:
    without = [
        name_of(module)
        for module in modules(layer)
        if does_something(module) and not mirrors_of(module)
    ]
    assert not without, f"without tests/…/{layer}/test_<module>.py: {without}"


def test_a_module_of_plain_values_needs_no_test_and_a_function_does() -> None:
    assert not does_something(PACKAGE / "domain/kind.py")
    assert does_something(PACKAGE / "domain/finding.py")
