"""Compare a look at a long reply with the same work done by other tools.

    python -m tests.bench.policy_peers [--python PYTHON] [--node-modules FOLDER]

Python's ``re``, presidio and textlint with prh run our own rules of words, written as
regular expressions; proselint runs its own. PYTHON is the interpreter that has presidio
and proselint, FOLDER holds textlint. What is missing is named with what installs it.
Ours is timed twice: with every sentence forgotten, and again, as it is while somebody
types or sends, with every sentence remembered. Times are of the processor's work; only
the ratios mean something.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from inbox_assistant.policy.engine import load_engine
from inbox_assistant.policy.fold import fold_text
from inbox_assistant.policy.pack import load_packs
from inbox_assistant.policy.sentences import split_sentences
from tests.bench.pattern_regex import regex_of
from tests.bench.policy_ratio import CONTEXT, SHIPPED, reply, whole_reply

RUNS = 5
PRESIDIO = """
import json, statistics, sys, time
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer
from presidio_analyzer import RecognizerRegistry
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
class Blank(NlpEngine):
    def load(self): pass
    def is_loaded(self): return True
    def process_text(self, text, language):
        return NlpArtifacts([], [], [], [], self, language)
    def process_batch(self, texts, language, **kw):
        for text in texts: yield text, self.process_text(text, language)
    def is_stopword(self, word, language): return False
    def is_punct(self, word, language): return False
    def get_supported_entities(self): return []
    def get_supported_languages(self): return ["en"]
data = json.load(open(sys.argv[1], encoding="utf-8"))
registry = RecognizerRegistry(recognizers=[
    PatternRecognizer(rule.upper(), patterns=[
        Pattern(f"{rule}-{at}", source, 0.5) for at, source in enumerate(sources)])
    for rule, sources in data["rules"].items()])
engine = AnalyzerEngine(registry, Blank(), supported_languages=["en"])
def once():
    began = time.process_time()
    engine.analyze(data["text"], "en")
    return time.process_time() - began
once()
print(1000 * statistics.median(once() for _ in range(int(sys.argv[2]))))
"""
PROSELINT = """
import json, statistics, sys, time
from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile
data = json.load(open(sys.argv[1], encoding="utf-8"))
CheckRegistry().register_many(__register__)
def once():
    began = time.process_time()
    LintFile(content=data["text"], source="reply").lint()
    return time.process_time() - began
once()
print(1000 * statistics.median(once() for _ in range(int(sys.argv[2]) * 3)))
"""
TEXTLINT = """
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
const [folder, file, runs] = process.argv.slice(-3);
const require = createRequire(path.resolve(folder, "x.js"));
const { TextlintKernel } = require("@textlint/kernel");
const prh = require("textlint-rule-prh");
const plugin = require("@textlint/textlint-plugin-text");
const data = JSON.parse(fs.readFileSync(file, "utf8"));
const yaml = path.join(path.dirname(file), "prh.yml");
const sources = Object.values(data.rules).flat().filter((one) => {
  try { new RegExp(one, "gmu"); return true; } catch { return false; }
});
fs.writeFileSync(yaml, JSON.stringify({ version: 1, rules: sources.map((one) => (
  { expected: "-", pattern: "/" + one.replaceAll("/", "\\\\/") + "/" })) }));
const kernel = new TextlintKernel();
const options = { ext: ".txt", filePath: file, plugins: [
  { pluginId: "text", plugin: plugin.default ?? plugin } ], rules: [
  { ruleId: "prh", rule: prh.default ?? prh, options: { rulePaths: [yaml] } } ] };
const times = [];
for (let at = 0; at <= Number(runs); at++) {
  const began = process.cpuUsage();
  await kernel.lintText(data.text, options);
  const { user, system } = process.cpuUsage(began);
  times.push((user + system) / 1000);
}
times.shift();
console.log(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]);
"""
INSTALL = {
    "presidio": "pip install presidio-analyzer",
    "proselint": "pip install proselint",
    "textlint": "npm install textlint @textlint/kernel @textlint/textlint-plugin-text"
    " textlint-rule-prh",
}


class Ours(NamedTuple):
    """The milliseconds that we take."""

    first: float
    """With every sentence forgotten."""
    again: float
    """With every sentence remembered."""


def main() -> None:
    """Print the ratio of each tool's time to ours."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"))
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    text, rules = reply(), expressions()
    engine = load_engine(SHIPPED)
    first = median(lambda: whole_reply(engine, text), chosen.runs * 5)
    again = median(lambda: engine.check(text, CONTEXT), chosen.runs * 25)
    ours = Ours(first, again)
    count = sum(map(len, rules.values()))
    print(f"{len(text)} characters, {len(rules)} rules of words, {count} expressions")
    print(f"{'ours, with every rule there is':34}{ours.first:9.2f} ms")
    print(f"{'  the same text again':34}{ours.again:9.2f} ms")
    tell("re, our rules one by one", one_by_one(text, rules, chosen.runs), ours)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "data.json")
        file.write_text(json.dumps({"text": fold_text(text), "rules": rules}), "utf-8")
        runs = str(chosen.runs)
        peers = {
            "presidio": (chosen.python, "-c", PRESIDIO, str(file), runs),
            "proselint": (chosen.python, "-c", PROSELINT, str(file), runs),
            "textlint": ("node", "--input-type=module", "-e", TEXTLINT, "--",
                         str(chosen.node_modules.absolute().parent), str(file), runs),
        }  # fmt: skip
        for name, command in peers.items():
            tell(name, asked(command), ours)


def expressions() -> dict[str, list[str]]:
    """Return the expressions of each rule of words."""
    packs = load_packs([SHIPPED])
    found = {
        rule: [
            regex_of(pattern)
            for pattern in (
                *patterns.phrases,
                *(one for several in patterns.together for one in several),
            )
        ]
        for rule, patterns in packs.patterns.items()
        if rule in {one.id for one in packs.rules if one.category}
    }
    return {rule: sources for rule, sources in found.items() if sources}


def one_by_one(text: str, rules: dict[str, list[str]], runs: int) -> float:
    """Return the milliseconds that Python's own expressions take, by sentence."""
    compiled = [re.compile(one) for sources in rules.values() for one in sources]
    sentences = [fold_text(text[a:b]) for a, b in split_sentences(text)]

    def look() -> None:
        for one in compiled:
            for sentence in sentences:
                one.search(sentence)

    return median(look, runs)


def asked(command: tuple[str, ...]) -> float | None:
    """Return the milliseconds that a program says it took; none where it failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return float(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        said = str(getattr(error, "stderr", "") or error).strip().splitlines()
        print("  " + next((line for line in said if "Error" in line), str(error)))
        return None


def tell(name: str, took: float | None, ours: Ours) -> None:
    """Print how many times our own time another tool takes."""
    if took is None:
        print(f"{name:34}  missing: {INSTALL[name]}")
    else:
        ratios = f"{took / ours.first:7.1f} times ours, {took / ours.again:7.1f} again"
        print(f"{name:34}{took:9.2f} ms, {ratios}")


def median(action: Callable[[], object], runs: int) -> float:
    """Return the median milliseconds of work that *action* takes, once warm."""
    action()
    times = []
    for _ in range(runs):
        began = time.process_time()
        action()
        times.append(1000 * (time.process_time() - began))
    return statistics.median(times)


if __name__ == "__main__":
    main()
