"""Where the project stands, and how its commands are called."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HANGS = 30 * 60  # seconds
NODE_TOOLS = ROOT / ".toolchain/node_modules/.bin"


def environment(**extra):
    """The environment with the project's own Node first, as scripts/environment has it for shell scripts."""
    merged = dict(os.environ)
    if NODE_TOOLS.is_dir():
        merged["PATH"] = f"{NODE_TOOLS}:{merged['PATH']}"
    merged.update(extra)
    return merged


def run(*command, env=None, cwd=ROOT):
    """Runs a command in sight of the reader; raises when it fails."""
    subprocess.run([str(part) for part in command], cwd=cwd, env=env or environment(), check=True)


def capture(*command, env=None, cwd=ROOT):
    """Raises when it takes so long that it must hang."""
    return subprocess.run([str(part) for part in command], cwd=cwd, env=env or environment(), capture_output=True, text=True, timeout=HANGS)
