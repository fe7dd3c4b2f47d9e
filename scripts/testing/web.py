"""The web app's unit tests (vitest)."""

import json
import tempfile
from pathlib import Path

from testing.shell import ROOT, capture


def run_unit_tests(report):
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "vitest.json"
        outcome = capture("npx", "vitest", "run", "--reporter=json", f"--outputFile={written}", cwd=ROOT / "web")
        if not written.exists():
            raise RuntimeError(outcome.stdout + outcome.stderr)
        add_results(report, json.loads(written.read_text()))


def add_results(report, results):
    for file in results["testResults"]:
        if file["status"] == "failed" and not file["assertionResults"]:
            report.add_failure(file["name"], file.get("message", ""))
        for case in file["assertionResults"]:
            if case["status"] == "passed":
                report.add_passed()
            elif case["status"] == "failed":
                report.add_failure(f"web: {case['fullName']}", "\n".join(case["failureMessages"]))
            else:
                report.add_not_run(f"web: {case['fullName']}", case["status"])
