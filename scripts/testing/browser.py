"""The stories in a real browser (Playwright with the system's Chromium), against a server and data folder of their own."""

import json

from testing.shell import ROOT, capture


def run_stories(report):
    outcome = capture("npx", "playwright", "test", "--reporter=json", cwd=ROOT / "tests/e2e")
    try:
        results = json.loads(outcome.stdout)
    except json.JSONDecodeError:
        raise RuntimeError(outcome.stdout + outcome.stderr) from None
    for error in results.get("errors", []):
        report.add_failure("stories", error.get("message", ""))
    for suite in results["suites"]:
        add_suite(report, suite, suite["title"])


def add_suite(report, suite, path):
    for inner in suite.get("suites", []):
        add_suite(report, inner, f"{path} › {inner['title']}")
    for spec in suite.get("specs", []):
        for test in spec["tests"]:
            add_story(report, f"{path} › {spec['title']} ({test['projectName']})", test)


def add_story(report, name, test):
    if test["status"] == "expected":
        report.add_passed()
    elif test["status"] == "skipped":
        report.add_not_run(name, ", ".join(note.get("description", "") for note in test.get("annotations", [])) or "skipped")
    else:
        report.add_failure(name, "\n".join(error.get("message", "") for error in test["results"][-1].get("errors", [])))
