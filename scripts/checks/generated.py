"""Generated files that are kept in the tree are current: api/openapi.json is what the server writes from its routes."""

import subprocess

from checks.routes import program
from checks.tree import Finding

OPENAPI = "api/openapi.json"


def check(tree):
    written = subprocess.run([program(tree), "openapi"], cwd=tree.root, capture_output=True, text=True)
    if written.returncode != 0:
        return [Finding("server/app", 0, f"lomwong openapi: {written.stderr.strip()}")]
    return judge(tree, written.stdout)


def judge(tree, written):
    if not tree.exists(OPENAPI) or tree.text(OPENAPI).strip() != written.strip():
        return [Finding(OPENAPI, 0, f"is not what the server writes: lomwong openapi --write {OPENAPI}")]
    return []
