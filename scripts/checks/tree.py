"""The files that a check judges: those in git and those about to be."""

import subprocess
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.remarks = []  # what a reader should know although nothing is wrong, as the number of excused breaches

    @cached_property
    def paths(self):
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=self.root, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        return sorted({path for path in listed if (self.root / path).is_file()})

    def under(self, *folders, ends=("",)):
        return [path for path in self.paths if path.startswith(folders) and path.endswith(tuple(ends))]

    @cache
    def text(self, path):
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path):
        """(number, line) pairs, numbered as editors do."""
        return list(enumerate(self.text(path).splitlines(), start=1))

    def exists(self, path):
        return (self.root / path).exists()
