"""No path of a particular machine: what is built and written must work wherever the tree stands."""

import re

from checks.tree import Finding

# /tmp/ is left to tests that make their own folders; homes, worktrees and mounted places are never right.
PATH = re.compile(r"(?<![\w.$}-])/(?:home/[a-z]|root/|work/|Users/|mnt/|tmp/(?:wt|plan|work)\b)")
BINARY = (".png", ".jpg", ".webp", ".woff2", ".gz", ".pdf", ".ico", ".xlsx")


def check(tree):
    return [
        Finding(path, number, f"a path of one machine: {line.strip()[:80]}")
        for path in tree.paths
        if not path.endswith(BINARY) and not path.startswith("scripts/checks/")
        for number, line in tree.lines(path)
        if PATH.search(line)
    ]
