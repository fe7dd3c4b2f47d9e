"""The stories in a real browser (the system's Chromium), against a server and a data folder of their own."""

import re
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from testing.shell import ROOT, capture, run

STORIES = ROOT / "tests/e2e"
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")  # colours in what the browser says of a failure


def run_stories(report):
    run("scripts/packages", STORIES)
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "stories.xml"
        outcome = capture("npm", "test", "--silent", "--", "--test-reporter=junit", f"--test-reporter-destination={written}", cwd=STORIES)
        if not written.exists():
            raise RuntimeError(outcome.stdout + outcome.stderr)
        known = len(report.failures)
        add_results(report, ElementTree.fromstring(NOT_IN_XML.sub("", written.read_text())))
        if outcome.returncode != 0 and len(report.failures) == known:
            report.add_failure("stories", outcome.stdout + outcome.stderr)


def add_results(report, root):
    for case in root.iter("testcase"):
        failure, skipped = case.find("failure"), case.find("skipped")
        name = f"story: {case.get('name')}"
        if failure is not None:
            report.add_failure(name, failure.get("message", "") + "\n" + (failure.text or ""))
        elif skipped is not None:
            report.add_not_run(name, skipped.get("message") or "skipped")
        else:
            report.add_passed()
