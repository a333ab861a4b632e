"""Patterns of rules as regular expressions, for the benches that run them elsewhere."""

import re

from inbox_assistant.policy.pattern import (
    Atom,
    Edge,
    Gap,
    Pattern,
    Step,
    Without,
)
from inbox_assistant.policy.programs import Form

_SPECIAL = re.compile(r"[\\^$.*+?()\[\]{}|]")
_FORMS = {
    Form.WORD: r"\b{}\b",
    Form.TYPO: r"\b{}\b",
    Form.PREFIX: r"\b{}\w*",
    Form.SUFFIX: r"\w*{}\b",
    Form.PART: r"\w*{}\w*",
    Form.NUMBER: r"\b\d[\d.,]*",
    Form.CODE: r"\b(?=\w*\d)\w{{4,14}}",
    Form.ANY: r"\w+",
}


def regex_of(pattern: Pattern) -> str:
    """Return the expression that finds what *pattern* finds in plainly written text."""
    return _steps(pattern.steps, ideographs=pattern.ideographs)


def _steps(steps: tuple[Step, ...], *, ideographs: bool) -> str:
    """Return the expression of steps that follow each other."""
    between = r"\s*" if ideographs else r"\W+"
    return (
        between.join(_step(step, ideographs=ideographs) for step in steps)
        .replace(f"{between}<gap>{between}", between + "<gap>")
        .replace("<gap>", "")
    )


def _step(step: Step, *, ideographs: bool) -> str:
    """Return the expression of one step."""
    if isinstance(step, Gap):
        word = "." if ideographs else r"\w+\W+"
        return f"<gap>(?:{word}){{0,{step.most}}}"
    if isinstance(step, Edge):
        return "(?:^)?" if step is Edge.START else "(?:$)?"
    if isinstance(step, Without):
        return f"(?!{'|'.join(map(_atom, sorted(step.atoms)))})"
    parts = [_atom(atom, bare=ideographs) for atom in sorted(step.atoms)]
    parts += [_steps(one.steps, ideographs=ideographs) for one in step.phrases]
    return f"(?:{'|'.join(parts)})" + ("?" if step.optional else "")


def _atom(atom: Atom, *, bare: bool = False) -> str:
    """Return the expression of one word."""
    text = _SPECIAL.sub(r"\\\g<0>", atom.text)
    return text if bare else _FORMS[atom.form].format(text)
