"""clang-tidy-19 with the checks of .clang-tidy, all errors; function budgets may be excused by `// budget: reason`.

Neighbours that compile alike are looked at together, as one source that includes them: what they include is then read once
(docs/adr/0080-tidy-reads-neighbours-together.md). A file is looked at again only when it, a project header that it includes
or the rules have changed: what was found good is remembered under build/tidy."""

import hashlib
import itertools
import json
import os
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from checks.arrows import parts_of
from checks.routes import BUILDS
from checks.tree import Finding

PROGRAM = "clang-tidy-19"
MOST_TOGETHER = 16
TOGETHER = "build/tidy/together/"
BUDGETS = {"readability-function-size", "readability-function-cognitive-complexity"}
DIAGNOSTIC = re.compile(r"^(?P<path>/[^:]+):(?P<line>\d+):\d+: (?:error|warning): (?P<message>.*) \[(?P<rule>[^\]]+)\]$", re.MULTILINE)
MEASURE = re.compile(r"^(?=.*note: (?:nesting level|\d+ [a-z]+ .*\(threshold))", re.MULTILINE)
NOT_COMPILED = "[clang-diagnostic-error]"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')
REASON = re.compile(r"//\s*budget: \S+")
OF_GCC_ALONE = ["-Wno-error", "-Wno-unknown-warning-option"]  # what a compiler warns of is the build's to say, and it is another compiler


def check(tree):
    build = next((build for build in BUILDS if tree.exists(f"{build}/compile_commands.json")), None)
    if build is None:
        return [Finding(BUILDS[0], 0, "configure a build first: scripts/build checked")]
    commands, sources, memory = read_commands(tree, build), Sources(tree), Memory(tree)
    todo = [path for path in commands if not memory.has(sources.digest(path))]
    findings, excused = set(), set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for group, (breaches, excuses) in pool.map(lambda group: (group, look_at(tree, group, commands)), groups_of(todo, commands)):
            findings |= breaches
            excused |= excuses
            memory.keep_clean(sources, group, {finding.path for finding in breaches})
    tree.remarks.append(f"tidy: {len(todo)} files looked at; {len(excused)} functions of them over budget with a reason")
    return sorted(findings)


@dataclass(frozen=True)
class Command:
    folder: str
    flags: tuple


def read_commands(tree, build):
    """How this build compiles the project's own sources; a file of another build (a part not yet added) is not judged."""
    own = set(tree.under("server/", "bench/", "tests/", ends=(".cpp",)))
    commands = {}
    for entry in json.loads((tree.root / build / "compile_commands.json").read_text()):
        path = os.path.relpath(entry["file"], tree.root)
        if path in own:
            words = shlex.split(entry["command"])
            commands[path] = Command(entry["directory"], tuple(words[1:words.index("-o")]))
    return dict(sorted(commands.items()))


def groups_of(paths, commands):
    """Neighbours in the tree with the same flags; as even as may be, so that no processor waits for another."""
    for _, alike in itertools.groupby(sorted(paths, key=lambda path: (commands[path].flags, path)), key=lambda path: commands[path].flags):
        alike = list(alike)
        count = -(-len(alike) // MOST_TOGETHER)
        yield from (alike[len(alike) * i // count:len(alike) * (i + 1) // count] for i in range(count))


def look_at(tree, group, commands):
    """What is wrong in these files and the headers they include. Files that do not compile together are looked at in halves."""
    with joined(tree, group) as source:
        command = commands[group[0]]
        outcome = subprocess.run(
            [PROGRAM, "--quiet", source, "--", *command.flags, *OF_GCC_ALONE], cwd=command.folder, capture_output=True, text=True
        )
    breaches, excuses = judge(tree, source, outcome)
    if len(group) == 1 or not any(finding.message.endswith(NOT_COMPILED) or not finding.line for finding in breaches):
        return breaches, excuses
    halves = [look_at(tree, half, commands) for half in (group[:len(group) // 2], group[len(group) // 2:])]
    return tuple(set.union(*found) for found in zip(*halves))


@contextmanager
def joined(tree, group):
    """One file as it is, or a passing one that includes several."""
    if len(group) == 1:
        yield tree.root / group[0]
        return
    text = "".join(f'#include "{tree.root / path}"\n' for path in group)
    source = tree.root / TOGETHER / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.cpp"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(text)
    yield source
    source.unlink()


def judge(tree, source, outcome):
    breaches, excuses, told = set(), set(), list(DIAGNOSTIC.finditer(outcome.stdout))
    for found, following in itertools.zip_longest(told, told[1:]):
        if is_deep_in_a_macro(outcome.stdout[found.end():following.start() if following else None]):
            continue
        place = os.path.relpath(os.path.realpath(found["path"]), os.path.realpath(tree.root))
        finding = Finding(place, int(found["line"]), f"{found['message']} [{found['rule']}]")
        if not place.startswith(TOGETHER):  # its includes of sources are all that it consists of
            (excuses if is_excused(tree, finding, found["rule"]) else breaches).add(finding)
    if outcome.returncode not in (0, 1) or outcome.returncode == 1 and not told:
        breaches.add(Finding(os.path.relpath(source, tree.root), 0, (outcome.stderr or outcome.stdout).strip()[-500:]))
    return breaches, excuses


def is_deep_in_a_macro(notes):
    """Nothing is wrong but nesting, and that begins in a macro: it is one thing to read (EXPECT_THROW is four levels deep)."""
    measures = MEASURE.split(notes)[1:]
    return bool(measures) and all("note: nesting" in measure and "expanded from macro" in measure for measure in measures)


def is_excused(tree, finding, rules):
    if not set(rules.split(",")) - {"-warnings-as-errors"} <= BUDGETS:
        return False
    near = tree.text(finding.path).splitlines()[max(finding.line - 3, 0):finding.line]
    return any(REASON.search(line) for line in near)


class Memory:
    """Which sources were found good, by their digest."""

    def __init__(self, tree):
        self.folder = tree.root / "build/tidy"
        self.folder.mkdir(parents=True, exist_ok=True)

    def has(self, digest):
        return (self.folder / digest).exists()

    def keep_clean(self, sources, group, wrong):
        reached = {path: sources.reached(path) for path in group}
        if wrong <= set.union(*reached.values()):  # else it is wrong somewhere unknown, and nothing is known to be good
            for path in group:
                if not reached[path] & wrong:
                    (self.folder / sources.digest(path)).touch()


class Sources:
    """What a source file is made of, as one digest: itself, the project headers it reaches, and the rules."""

    def __init__(self, tree):
        self.tree = tree
        self.parts = parts_of(tree, "server/", "tests/")
        self.rules = tree.text(".clang-tidy") if tree.exists(".clang-tidy") else ""

    def digest(self, path):
        content = hashlib.sha256(self.rules.encode())
        for one in sorted(self.reached(path)):
            content.update(self.tree.text(one).encode())
        return f"{path.replace('/', '.')}-{content.hexdigest()[:24]}"

    def reached(self, path):
        reached, queue = set(), [path]
        while queue:
            current = queue.pop()
            if current not in reached:
                reached.add(current)
                queue += self.includes(current)
        return reached

    def includes(self, path):
        for _, line in self.tree.lines(path):
            included = INCLUDE.match(line)
            if included:
                part, _, header = included.group(1).partition("/")
                beside = f"{os.path.dirname(path)}/{included.group(1)}"
                yield from filter(self.tree.exists, [beside] if part not in self.parts else [self.parts[part] + header])
