"""C++ is formatted as .clang-format tells (clang-format-19)."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

from checks.tree import Finding

PROGRAM = "clang-format-19"


def check(tree):
    paths = tree.under("server/", "bench/", "tests/", ends=(".cpp", ".hpp"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [finding for findings in pool.map(lambda path: check_file(tree, path), paths) for finding in findings]


def check_file(tree, path):
    formatted = subprocess.run([PROGRAM, path], cwd=tree.root, capture_output=True, text=True)
    if formatted.returncode != 0:
        return [Finding(path, 0, formatted.stderr.strip())]
    if formatted.stdout == tree.text(path):
        return []
    lines = zip(formatted.stdout.splitlines(), tree.text(path).splitlines())
    first = next((number for number, (right, written) in enumerate(lines, start=1) if right != written), 0)
    return [Finding(path, first, f"run {PROGRAM} -i on it")]
