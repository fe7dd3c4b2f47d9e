"""The web app's types hold against api/openapi.json, its components compile without a warning, and it is formatted."""

import re

from checks.tree import Finding
from testing.shell import capture

COMPLAINT = re.compile(r"^(?:\S+:\d+:\d+|\[(?:warn|error)\]|.*\b(?:Error|Warn)\b)")


def check(tree):
    outcome = capture("npm", "run", "--silent", "check", cwd=tree.root / "web")
    return judge(outcome.returncode, outcome.stdout + outcome.stderr)


def judge(returncode, output):
    if returncode == 0:
        return []
    lines = [line for line in output.splitlines() if COMPLAINT.match(line)]
    return [Finding("web", 0, line) for line in lines or output.splitlines()[-20:]]
