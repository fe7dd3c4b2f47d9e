"""Size budgets: file <=400 lines, Svelte component <=200, folder of a feature <=15 files. `budget: reason` in the file excuses it.

Functions (lines, parameters, nesting, cognitive complexity) are measured by clang-tidy: see the check tidy."""

import re
from collections import Counter
from posixpath import dirname, splitext

from checks.tree import Finding

FILE_LINES = 400
SVELTE_LINES = 200
FOLDER_FILES = 15
CODE = (".cpp", ".hpp", ".ts", ".js", ".py", ".sql", ".css", ".cmake")
REASON = re.compile(r"(?://|#|--|<!--|/\*)\s*budget: \S+")


def check(tree):
    findings, excused = [], []
    for path in tree.under("server/", "web/src/", "scripts/", "tests/", "bench/", ends=(*CODE, ".svelte")):
        limit = SVELTE_LINES if path.endswith(".svelte") else FILE_LINES
        size = tree.text(path).count("\n")
        if size > limit:
            (excused if REASON.search(tree.text(path)) else findings).append(Finding(path, 0, f"{size} lines; the budget is {limit}"))
    findings += check_folders(tree)
    tree.remarks.append(f"budgets: {len(excused)} files excused with a reason" + "".join(f"\n  {finding}" for finding in excused))
    return findings


def check_folders(tree):
    sources = tree.under("server/features/", ends=(".cpp", ".hpp"))
    pairs = {splitext(path)[0] for path in sources if not path.endswith("_test.cpp")}  # a header and its source are one
    counts = Counter(map(dirname, pairs))
    return [Finding(folder, 0, f"{count} files; the budget is {FOLDER_FILES}: give a thing its folder")
            for folder, count in sorted(counts.items()) if count > FOLDER_FILES and not is_excused(tree, folder)]


def is_excused(tree, folder):
    notes = f"{folder}/CMakeLists.txt"
    return tree.exists(notes) and REASON.search(tree.text(notes))
