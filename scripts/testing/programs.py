"""Runs the C++ test programs of a build on all cores, the cases of each program shared out among them, and reads what GoogleTest wrote about each case."""

import json
import os
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from testing.shell import ROOT, capture, environment

SKIPPED = re.compile(r": Skipped\n(.+)\n\n?\[  SKIPPED \] (\S+)")
SANITIZERS = {
    "ASAN_OPTIONS": "detect_stack_use_after_return=1:strict_string_checks=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    "TSAN_OPTIONS": f"suppressions={ROOT}/tests/support/threads.supp:second_deadlock_stack=1",
}


def run_all(report, build, names=("*",)):
    programs = sorted(path for name in names for path in build.glob(f"test_{name}") if os.access(path, os.X_OK) and path.is_file())
    if not programs:
        raise RuntimeError(f"no test programs in {build}")
    shares = os.cpu_count()
    runs = [(program, share, shares) for program in programs for share in range(shares)]
    with ThreadPoolExecutor(shares) as pool:
        for (program, *_), (outcome, cases) in zip(runs, pool.map(run_share, *zip(*runs))):
            add_cases(report, program.name, cases, skip_reasons(outcome.stdout))
            if outcome.returncode != 0 and not any(case.get("failures") for case in cases):
                report.add_failure(program.name, f"ended with {outcome.returncode}\n{(outcome.stdout + outcome.stderr)[-3000:]}")


def run_share(program, share, shares):
    """The outcome of every `shares`th case of a program, from the `share`th on; what GoogleTest says of all of them."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "cases.json"
        sharing = {"GTEST_TOTAL_SHARDS": str(shares), "GTEST_SHARD_INDEX": str(share)}
        env = environment(GTEST_OUTPUT=f"json:{written}", TMPDIR=folder, **sharing, **SANITIZERS)
        outcome = capture(program, env=env, cwd=ROOT)
        suites = json.loads(written.read_text())["testsuites"] if written.exists() else []
        return outcome, [case for suite in suites for case in suite["testsuite"]]


def add_cases(report, program, cases, reasons):
    for case in cases:
        name = f"{program}: {case['classname']}.{case['name']}"
        if case.get("failures"):
            report.add_failure(name, "\n".join(failure["failure"] for failure in case["failures"]))
        elif case["result"] == "SKIPPED":
            report.add_not_run(name, reasons.get(f"{case['classname']}.{case['name']}", "it says no reason"))
        elif case["status"] == "RUN":
            report.add_passed()


def skip_reasons(output):
    """Case -> why, from what the program printed: GoogleTest 1.12 leaves it out of its JSON."""
    return {case: reason.removeprefix("not run: ") for reason, case in SKIPPED.findall(output)}
