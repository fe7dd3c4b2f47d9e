"""Every route names its permission, and stands once: read from `lomwong routes`."""

import json
import subprocess

from checks.tree import Finding

PROGRAM = "build/release/lomwong"


def check(tree):
    listed = subprocess.run([tree.root / PROGRAM, "routes", "--json"], cwd=tree.root, capture_output=True, text=True)
    if listed.returncode != 0:
        return [Finding(PROGRAM, 0, f"routes: {listed.stderr.strip()}")]
    return judge(json.loads(listed.stdout))


def judge(routes):
    findings, seen = [], set()
    if not routes:
        findings.append(Finding("server/app", 0, "no route is registered"))
    for route in routes:
        name = f"{route['method']} {route['pattern']}"
        if not route.get("permission"):
            findings.append(Finding(route["file"], route["line"], f"{name} names no permission"))
        if name in seen:
            findings.append(Finding(route["file"], route["line"], f"{name} is registered twice"))
        seen.add(name)
    return findings
