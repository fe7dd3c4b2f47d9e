"""Every route names its permission, and stands once: read from `lomwong routes`."""

import subprocess

from checks.tree import Finding

PROGRAM = "build/release/lomwong"


def check(tree):
    listed = subprocess.run([tree.root / PROGRAM, "routes"], cwd=tree.root, capture_output=True, text=True)
    if listed.returncode != 0:
        return [Finding(PROGRAM, 0, f"routes: {listed.stderr.strip()}")]
    return judge(listed.stdout)


def judge(listed):
    """A line is: method, address, permission, file:line."""
    findings, seen = [], set()
    for line in listed.splitlines():
        words = line.split()
        path, _, number = words[-1].rpartition(":")
        place, name = (path, int(number)), " ".join(words[:2])
        if len(words) != 4:
            findings.append(Finding(*place, f"{name} names no permission"))
        if name in seen:
            findings.append(Finding(*place, f"{name} is registered twice"))
        seen.add(name)
    return findings or ([] if seen else [Finding("server/app/wiring.cpp", 0, "no route is registered")])
