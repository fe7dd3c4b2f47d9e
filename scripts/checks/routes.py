"""Every route names its permission, what writes its kind of limit, and each stands once: read from `lomwong routes`."""

import os
import subprocess
from pathlib import Path

from checks.tree import Finding

BUILDS = ("build/checked", "build/dev", "build/release")


def program(tree):
    """The program built last: named in LOMWONG_BINARY, or the newest there is."""
    named = [Path(os.environ["LOMWONG_BINARY"])] if "LOMWONG_BINARY" in os.environ else []
    built = [path for build in BUILDS if (path := tree.root / build / "lomwong").exists()]
    return (named or sorted(built, key=lambda path: path.stat().st_mtime, reverse=True) or [tree.root / BUILDS[0] / "lomwong"])[0]


def check(tree):
    listed = subprocess.run([program(tree), "routes"], cwd=tree.root, capture_output=True, text=True)
    if listed.returncode != 0:
        return [Finding("server/app", 0, f"lomwong routes: {listed.stderr.strip()}")]
    return judge(listed.stdout)


def judge(listed):
    """A line is: method, address, permission, the kind of write or "reads", file:line."""
    findings, seen = [], set()
    for line in listed.splitlines():
        words = line.split()
        path, _, number = words[-1].rpartition(":")
        place, name = (path, int(number)), " ".join(words[:2])
        if len(words) != 5:
            findings.append(Finding(*place, f"{name} names no permission or no kind of limit"))
        elif (words[3] == "reads") != (words[0] in ("GET", "OPTIONS")):
            findings.append(Finding(*place, f"{name} writes without a limit, or is limited where it only reads"))
        if name in seen:
            findings.append(Finding(*place, f"{name} is registered twice"))
        seen.add(name)
    return findings or ([] if seen else [Finding("server/app/wiring.cpp", 0, "no route is registered")])
