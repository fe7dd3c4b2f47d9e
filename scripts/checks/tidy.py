"""clang-tidy-19 with the checks of .clang-tidy, all errors; function budgets may be excused by `// budget: reason`.

A file is looked at again only when it, a project header that it includes or the rules have changed: what was found good is
remembered under build/tidy."""

import hashlib
import os
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor

from checks.arrows import INCLUDE, parts_of
from checks.routes import BUILDS
from checks.tree import Finding

PROGRAM = "clang-tidy-19"
BUDGETS = {"readability-function-size", "readability-function-cognitive-complexity"}
DIAGNOSTIC = re.compile(r"^(?P<path>/[^:]+):(?P<line>\d+):\d+: (?:error|warning): (?P<message>.*) \[(?P<rule>[^\]]+)\]$")
REASON = re.compile(r"//\s*budget: \S+")


def check(tree):
    build = next((build for build in BUILDS if tree.exists(f"{build}/compile_commands.json")), None)
    if build is None:
        return [Finding(BUILDS[0], 0, "configure a build first: scripts/build checked")]
    sources = Sources(tree)
    memory = tree.root / "build/tidy"
    memory.mkdir(parents=True, exist_ok=True)
    todo = [(path, mark) for path in compiled(tree, build) if not (mark := memory / sources.digest(path)).exists()]
    findings, excused = set(), set()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for (path, mark), (breaches, excuses) in zip(todo, pool.map(lambda item: look_at(tree, build, item[0]), todo)):
            findings |= breaches
            excused |= excuses
            if not breaches:
                mark.write_text("".join(f"{finding}\n" for finding in excuses))
    tree.remarks.append(f"tidy: {len(todo)} files looked at; {len(excused)} functions of them over budget with a reason")
    return sorted(findings)


def compiled(tree, build):
    """The project's own sources that this build compiles; a file of another build (a part not yet added) is not judged."""
    commands = (tree.root / build / "compile_commands.json").read_text()
    return [path for path in tree.under("server/", "bench/", "tests/", ends=(".cpp",)) if f"{tree.root}/{path}\"" in commands]


def look_at(tree, build, path):
    outcome = subprocess.run(
        [PROGRAM, "-p", tree.root / build, "--quiet", "--extra-arg=-Wno-unknown-warning-option", tree.root / path],
        cwd=tree.root, capture_output=True, text=True,
    )
    return judge(tree, path, outcome)


def judge(tree, path, outcome):
    breaches, excuses = set(), set()
    for line in outcome.stdout.splitlines():
        found = DIAGNOSTIC.match(line)
        if found:
            place = os.path.relpath(os.path.realpath(found["path"]), os.path.realpath(tree.root))
            finding = Finding(place, int(found["line"]), f"{found['message']} [{found['rule']}]")
            (excuses if is_excused(tree, finding, found["rule"]) else breaches).add(finding)
    if outcome.returncode != 0 and not breaches and not excuses:
        breaches.add(Finding(path, 0, (outcome.stderr or outcome.stdout).strip()[-500:]))
    return breaches, excuses


def is_excused(tree, finding, rules):
    if not set(rules.split(",")) - {"-warnings-as-errors"} <= BUDGETS:
        return False
    near = tree.text(finding.path).splitlines()[max(finding.line - 3, 0):finding.line]
    return any(REASON.search(line) for line in near)


class Sources:
    """What a source file is made of, as one digest: itself, the project headers it reaches, and the rules."""

    def __init__(self, tree):
        self.tree = tree
        self.parts = parts_of(tree)
        self.rules = tree.text(".clang-tidy") if tree.exists(".clang-tidy") else ""

    def digest(self, path):
        reached, queue = set(), [path]
        while queue:
            current = queue.pop()
            if current not in reached:
                reached.add(current)
                queue += self.includes(current)
        content = hashlib.sha256(self.rules.encode())
        for one in sorted(reached):
            content.update(self.tree.text(one).encode())
        return f"{path.replace('/', '.')}-{content.hexdigest()[:24]}"

    def includes(self, path):
        for _, line in self.tree.lines(path):
            included = INCLUDE.match(line)
            if included and included.group(1) in self.parts:
                header = self.parts[included.group(1)] + included.group(2)
                if self.tree.exists(header):
                    yield header
