"""A tree with just the files that a test names."""

import subprocess
import tempfile
import unittest
from pathlib import Path

from checks.tree import Tree


class SmallTree(unittest.TestCase):
    def tree(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for path, text in files.items():
            place = Path(folder.name) / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
        subprocess.run(["git", "init", "-q"], cwd=folder.name, check=True)
        return Tree(folder.name)

    def assert_finds(self, findings, *words):
        text = "\n".join(map(str, findings))
        for word in words:
            self.assertIn(word, text)
        self.assertTrue(findings)
