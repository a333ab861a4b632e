"""``rules list``, ``rules check`` and ``rules explain``: the packs in force."""

import argparse
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from inbox_assistant import paths
from inbox_assistant.bootstrap.policy import policy_of
from inbox_assistant.cli import output
from inbox_assistant.cli.arguments import named_path
from inbox_assistant.cli.output import Exit, aside, counted
from inbox_assistant.domain.errors import InputError
from inbox_assistant.policy.engine import Engine, load_engine
from inbox_assistant.policy.examples import check_rule
from inbox_assistant.policy.rule import Rule

_LANGUAGE = re.compile(r"[a-z]{2}")
"""A folder of this name holds the packs of that language."""


def add_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands of this module."""
    rules = commands.add_parser("rules", help="the policy packs in force")
    actions = rules.add_subparsers(metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list every rule")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=run_list)
    checking = actions.add_parser("check", help="validate a pack or a folder of packs")
    checking.add_argument(
        "path",
        type=named_path,
        metavar="PACK",
        nargs="?",
        help="default: the profile's own",
    )
    checking.set_defaults(run=run_check)
    explaining = actions.add_parser("explain", help="say what one rule is about")
    explaining.add_argument("rule", metavar="ID")
    explaining.add_argument("--json", action="store_true")
    explaining.set_defaults(run=run_explain)


def run_list(chosen: argparse.Namespace) -> Exit:
    """List the rules of the profile: the shipped ones and its own."""
    engine = _engine(chosen.profile)
    if chosen.json:
        output.document([_record(rule) for rule in engine.rules])
    else:
        output.table(
            (rule.id, rule.category, rule.reply.value, ", ".join(rule.languages))
            for rule in engine.rules
        )
    return _told_problems(engine)


def run_check(chosen: argparse.Namespace) -> Exit:
    """Validate a pack: its form, and that its examples hold."""
    shipped = {rule.id: rule for rule in _engine(None).rules}
    with _packs_at(chosen.path or chosen.profile.rules) as folder:
        engine = load_engine(paths.resources() / "policy", folder)
    own = [rule for rule in engine.rules if shipped.get(rule.id) != rule]
    broken = [one for rule in own for one in check_rule(engine, rule)]
    for complaint in broken:
        aside(str(complaint))
    problems = _told_problems(engine)
    if broken or problems is not Exit.DONE:
        return Exit.ATTENTION
    output.text(f"{counted(len(own), 'rule')}, and every example holds.")
    return Exit.DONE


def run_explain(chosen: argparse.Namespace) -> Exit:
    """Say what a rule flags, why, and what it leaves alone."""
    engine = _engine(chosen.profile)
    every = (*engine.rules, *engine.topic_rules, *engine.courtesy_rules)
    rule = next((one for one in every if one.id == chosen.rule), None)
    if rule is None:
        raise InputError(
            f"There is no rule “{chosen.rule}”.", "“rules list” names them all."
        )
    if chosen.json:
        output.document(_record(rule))
        return Exit.DONE
    output.text(
        f"{rule.id} ({rule.category})",
        f"in a reply: {rule.reply.value}; unasked: {rule.proactive.value}",
        rule.message,
        f"Why: {rule.why} (checked {rule.checked})",
        f"From {rule.file}, line {rule.line}",
    )
    if rule.unless_buyer_asked:
        output.text(f"Not where the buyer asked: {', '.join(rule.unless_buyer_asked)}")
    output.text(*(f"  flags   {one}" for one in rule.flags))
    output.text(*(f"  allows  {one}" for one in rule.allows))
    return Exit.DONE


def _engine(profile: paths.Profile | None) -> Engine:
    known = profile is not None and profile.folder.exists()
    return policy_of(profile if known else None).engine


@contextmanager
def _packs_at(path: Path) -> Iterator[Path]:
    """Yield the folder of the packs to look at: *path*, or one with that file alone.

    Its language is the name of the folder it is in, and words shared there count.
    """
    if path.is_dir():
        yield path
        return
    if not path.is_file():
        raise InputError(
            f"There is no pack {path}.", "Your own packs lie in that folder."
        )
    if path.suffix != ".toml":
        raise InputError(f"{path} is no pack: the name of a pack ends in .toml.")
    with TemporaryDirectory() as folder:
        language = path.absolute().parent.name
        is_language = _LANGUAGE.fullmatch(language) is not None
        alone = Path(folder) / language if is_language else Path(folder)
        alone.mkdir(exist_ok=True)
        for one in {path, path.with_name("words.toml")}:
            if one.exists():
                shutil.copyfile(one, alone / one.name)
        yield Path(folder)


def _told_problems(engine: Engine) -> Exit:
    for problem in engine.problems:
        aside(str(problem))
    return Exit.ATTENTION if engine.problems else Exit.DONE


def _record(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "category": rule.category,
        "severity": {"reply": rule.reply.value, "proactive": rule.proactive.value},
        "applies": rule.applies.value,
        "unless_buyer_asked": list(rule.unless_buyer_asked),
        "languages": list(rule.languages),
        "message": rule.message,
        "why": rule.why,
        "checked": rule.checked,
        "flags": list(rule.flags),
        "allows": list(rule.allows),
        "file": rule.file,
        "line": rule.line,
    }
